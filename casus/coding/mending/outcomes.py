"""Mending: what an act did to people ("..., wounding three"), hung by the parse on a clause that only tells who was there."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from casus.codebook.harm import HarmWords
from casus.model.text import Token

_BEING_THERE = frozenset(
    "shelter flee escape gather live reside stay sleep hide pray work wait stand attend study sit house settle camp assemble queue "
    "eat shop play lie seek rest train base station hold keep locate situate be use serve flead".split()
)
"""What people do who are harmed, not those who harm."""
_CLAUSES = frozenset({"acl:relcl", "advcl"})
_WHILE = frozenset({"as", "while", "when"})
_COUNTED = frozenset({"killed", "injured", "killed_or_injured"})


def mend_outcome(tokens: list[Token], v: int, words: HarmWords) -> None:
    """Hang a participle of harm on the verb that did it."""
    token = tokens[v]
    if token.upos != "VERB" or token.xpos != "VBG" or words.verbs.get(token.lemma.lower()) not in _COUNTED or not 0 <= token.head < v:
        return
    clause = token.head
    if tokens[clause].deprel not in _CLAUSES or not 0 <= tokens[clause].head < clause:
        return
    joined = any(t.head == v and t.deprel == "cc" for t in tokens[:v])
    if joined and token.deprel == "conj":
        _mend_joined_outcome(tokens, v, words)
    elif not joined and token.deprel in {"advcl", "conj"} and tokens[v - 1].text == "," and _only_tells_who_was_there(tokens, clause):
        above = _verb_over(tokens, clause)
        if above is not None:
            tokens[v] = replace(token, head=above, deprel="advcl")


def _mend_joined_outcome(tokens: list[Token], v: int, words: HarmWords) -> None:
    """ "Killing four boys who were playing and injuring two": joined to the killing, not to the play."""
    clause = tokens[v].head
    verb = tokens[tokens[clause].head].head
    first = tokens[verb] if 0 <= verb < clause and tokens[clause].deprel == "acl:relcl" else None
    harmful = words.verbs.get(tokens[clause].lemma.lower()) in _COUNTED
    if first is not None and not harmful and first.xpos == "VBG" and words.verbs.get(first.lemma.lower()) in _COUNTED:
        tokens[v] = replace(tokens[v], head=verb)


def _only_tells_who_was_there(tokens: Sequence[Token], clause: int) -> bool:
    """ "To which families had fled", "as they slept"; not "when gunmen took a village"."""
    if tokens[clause].lemma.lower() not in _BEING_THERE or any(t.head == clause and t.deprel == "obj" for t in tokens):
        return False
    relative = tokens[clause].deprel == "acl:relcl"
    return relative or any(t.head == clause and t.deprel in {"mark", "advmod"} and t.text.lower() in _WHILE for t in tokens)


def _verb_over(tokens: Sequence[Token], i: int) -> int | None:
    """The verb over a clause, by way of the nouns it is told of."""
    at = tokens[i].head
    for _ in tokens:
        if at < 0 or tokens[at].upos == "VERB":
            return at if at >= 0 else None
        at = tokens[at].head
    return None
