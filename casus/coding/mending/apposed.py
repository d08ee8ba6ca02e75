"""Mending: "..., an allegation Kigali denies": a word for what was just said, behind a comma, is nobody who denies or accuses."""

from __future__ import annotations

from dataclasses import replace

from casus.codebook.speech import SpeechWords
from casus.model.text import Token


def mend_apposed_claim(tokens: list[Token], i: int, words: SpeechWords) -> None:
    """Hang a word for what was said on the clause before it, and who denies it on that word."""
    token, verb = tokens[i], tokens[i].head
    if token.lemma.lower() not in words.said_things or token.deprel != "nsubj" or i < 2 or verb < 0:
        return
    if tokens[i - 1].text.lower() not in {"a", "an"} or tokens[i - 2].text not in {",", "–", "—"}:
        return
    if verb < i:
        tokens[i] = replace(token, deprel="appos")
        return
    denier = any(t.head == verb and t.deprel == "nsubj" and i < k < verb for k, t in enumerate(tokens))
    over = tokens[verb].head
    if denier and words.verbs.get(tokens[verb].lemma.lower()) == "denies" and 0 <= over < i:
        tokens[i] = replace(token, head=over, deprel="appos")
        tokens[verb] = replace(tokens[verb], head=i, deprel="acl:relcl")


def mend_owned_claim(tokens: list[Token], i: int, words: SpeechWords) -> None:
    """ "Rejected US accusations that": two objects side by side are one, the name says whose the accusations are."""
    token = tokens[i]
    if i == 0 or token.deprel != "obj" or token.upos != "NOUN" or token.lemma.lower() not in words.unowned:
        return
    owner = tokens[i - 1]
    if owner.upos == "PROPN" and owner.deprel == "obj" and owner.head == token.head:
        tokens[i - 1] = replace(owner, head=i, deprel="compound")
