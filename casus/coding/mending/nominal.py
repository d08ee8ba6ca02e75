"""Mending: "the US suspended aid to Gabon" read as a noun phrase, its verb as a participle before the noun."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from casus.model.text import Token

_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
_NOMINAL = frozenset({"obj", "nsubj", "nsubj:pass", "obl", "obl:agent", "nmod", "conj"})
_PART_OF = frozenset({"det", "amod", "compound", "nmod:poss", "nummod"})


def mend_nominal(tokens: list[Token], i: int) -> None:
    """Make the participle of a sentence without a verb its verb, where somebody stands right before it."""
    _mend_fighting(tokens, i)
    token, noun = tokens[i], tokens[i].head
    if token.xpos != "VBN" or token.deprel != "amod" or not 0 < i < noun or tokens[noun].deprel != "root" or tokens[noun].upos != "NOUN":
        return
    doer = i - 1
    if tokens[doer].head != noun or tokens[doer].deprel not in {"compound", "nmod"} or tokens[doer].upos not in {"PROPN", "NOUN"}:
        return
    if any(t.xpos in _FINITE or t.upos == "AUX" for t in tokens) or not _ends(tokens):
        return
    for k, t in enumerate(tokens):
        if t.head == noun and k < doer:
            tokens[k] = replace(t, head=doer if t.deprel in _PART_OF else i)
        elif t.head == noun and t.deprel == "punct":
            tokens[k] = replace(t, head=i)
    tokens[i] = replace(token, upos="VERB", xpos="VBD", head=-1, deprel="root")
    tokens[doer] = replace(tokens[doer], head=i, deprel="nsubj")
    tokens[noun] = replace(tokens[noun], head=i, deprel="obj")


def _mend_fighting(tokens: list[Token], i: int) -> None:
    """ "Fighting broke out between two clans": a bare subject is a noun, unless somebody is fought ("fighting fires is their job")."""
    token = tokens[i]
    if token.text.lower() != "fighting" or token.xpos != "VBG" or token.deprel != "nsubj":
        return
    if not any(t.head == i and t.deprel in {"obj", "obl", "advmod", "aux"} for t in tokens):
        tokens[i] = replace(token, lemma="fighting", upos="NOUN", xpos="NN")


def mend_year_old(tokens: list[Token], i: int) -> None:
    """ "Shot a 19-year-old": who is called by an age alone is a noun."""
    token = tokens[i]
    if token.upos == "ADJ" and token.text.lower() == "old" and token.deprel in _NOMINAL and i > 1 and tokens[i - 1].text == "-":
        tokens[i] = replace(token, upos="NOUN", xpos="NN")
        tokens[i - 2] = replace(tokens[i - 2], head=i, deprel="compound")


def mend_dead_by_age(tokens: list[Token], i: int) -> None:
    """ "Left a 6-year-old dead": somebody called by his age is dead, not somebody dead called old."""
    token = tokens[i]
    if i < 3 or token.text.lower() != "dead" or token.deprel != "obj":
        return
    old = i - 1
    if tokens[old].text.lower() != "old" or tokens[old].head != i:
        return
    for k, t in enumerate(tokens):
        if t.head == i and k < old:
            tokens[k] = replace(t, head=old)
    if tokens[old - 1].text == "-":
        tokens[old - 2] = replace(tokens[old - 2], head=old, deprel="compound")
    tokens[old] = replace(tokens[old], upos="NOUN", xpos="NN", head=token.head, deprel="obj")
    tokens[i] = replace(token, upos="ADJ", xpos="JJ", deprel="xcomp")


def _ends(tokens: Sequence[Token]) -> bool:
    """Whether the words are a sentence, not a title."""
    return tokens[-1].text in {".", "!", "”", '"'}
