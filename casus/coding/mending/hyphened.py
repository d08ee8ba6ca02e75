"""Mending: "militiamen gang-raped a girl", "tear-gassed lawyers": one verb with a hyphen, no gang and nobody tears; so "passers-by"."""

from __future__ import annotations

from dataclasses import replace

from casus.codebook.verb_forms import hyphened_forms, load_spelling
from casus.model.text import Token

_DOERS = frozenset({"nsubj", "compound"})


def mend_hyphened(tokens: list[Token], i: int) -> None:
    """Make the second part the verb, the first its compound, and who stands before them the doer, in place."""
    word, verb, doer = i - 1, i + 1, i - 2
    if doer < 0 or verb >= len(tokens) or tokens[i].text != "-" or not tokens[verb].text.endswith("ed"):
        return
    lemma, noun = hyphened_forms().get(tokens[verb].text, ""), tokens[word].text.lower()
    if noun not in load_spelling().hyphened.get(lemma, ()) or tokens[doer].upos not in {"NOUN", "PROPN", "PRON"}:
        return
    _lift(tokens, word, verb)
    tokens[i] = replace(tokens[i], head=verb, deprel="punct")
    tokens[word] = replace(tokens[word], head=verb, deprel="compound", lemma=noun, upos="NOUN", xpos="NN")
    tokens[verb] = replace(tokens[verb], lemma=lemma, upos="VERB", xpos="VBD")
    if tokens[doer].deprel in _DOERS:
        tokens[doer] = replace(tokens[doer], head=verb, deprel="nsubj")


def mend_passers(tokens: list[Token], i: int) -> None:
    """ "Attacked passers-by in Gao": the word for people is one, and its end leads up to nothing, in place."""
    if not 0 < i < len(tokens) - 1 or tokens[i].text != "-" or tokens[i + 1].text.lower() != "by":
        return
    if tokens[i - 1].text.lower() in {"passers", "passer"} and tokens[i - 1].head != i + 1:
        tokens[i - 1] = replace(tokens[i - 1], lemma="passerby")
        tokens[i] = replace(tokens[i], head=i - 1, deprel="punct")
        tokens[i + 1] = replace(tokens[i + 1], head=i - 1, deprel="fixed")


def _lift(tokens: list[Token], word: int, verb: int) -> None:
    """Put the verb where the first part or whom it is done to stood, with all that hung on the first part."""
    whom = tokens[verb].head if tokens[verb].deprel == "amod" and tokens[verb].head > verb else None
    parts = {word, verb} if whom is None else {word, verb, whom}
    top = next((k for k in sorted(parts) if tokens[k].head not in parts), verb)
    over = tokens[top]
    for k, t in enumerate(tokens):
        if t.head == word and k not in parts:
            tokens[k] = replace(t, head=verb)
    if whom is not None:
        tokens[whom] = replace(tokens[whom], head=verb, deprel="obj")
    tokens[verb] = replace(tokens[verb], head=over.head, deprel=over.deprel)
