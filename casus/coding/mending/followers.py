"""Mending: people told of by whose they are, behind somebody ("the head of the board in Sarn and two of his guards").

They stand beside the person whose they are: not beside the body, the place or the title told of behind or before him.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from casus.codebook.harm import HarmWords
from casus.codebook.kinds import is_person_role
from casus.coding.mending.listed_people import is_person
from casus.coding.mending.subjects import ancestors, case_of
from casus.model.text import Name, Token

_HIS = frozenset({"his", "her"})
_INSIDE = frozenset({"flat", "nmod", "nmod:desc", "compound", "appos", "amod", "nmod:poss"})
_OF_BODIES = frozenset("commander leader head chief chairman member founder deputy official fighter president director".split())
"""What somebody is of a body: in "a commander of Sena and his men" they are the commander's."""


def mend_followers(tokens: list[Token], i: int, names: Sequence[Name], words: HarmWords) -> None:
    """Join one word for people to the person whose they are; itself where nothing is to be mended."""
    if tokens[i].deprel == "conj" and 0 <= tokens[i].head < i and _is_whose(tokens, i):
        _mend_joined_inside(tokens, i, names, words)


def _is_whose(tokens: Sequence[Token], i: int) -> bool:
    """ "His driver", "two of her guards"."""
    owned = (t.head for t in tokens if t.text.lower() in _HIS and t.deprel == "nmod:poss")
    return any(k == i or (tokens[k].head == i and case_of(tokens, k) == "of") for k in owned)


def _mend_joined_inside(tokens: list[Token], i: int, names: Sequence[Name], words: HarmWords) -> None:
    """ "The chief of police in Sarn and two of his men", "leader Ali Khan and 12 of his supporters"."""
    inner = tokens[i].head
    top = inner
    while tokens[top].deprel in _INSIDE and tokens[top].head >= 0:
        top = tokens[top].head
    if top == inner or top > inner or tokens[top].upos not in {"NOUN", "PROPN"} or tokens[top].xpos == "NNS":
        return
    if not (is_person(tokens[top].lemma.lower(), words) or _is_named(top, names)):
        return
    if _is_anybody(tokens, top, inner, names, words):
        return
    tokens[i] = replace(tokens[i], head=top)


def _is_anybody(tokens: Sequence[Token], top: int, inner: int, names: Sequence[Name], words: HarmWords) -> bool:
    """Whether the word inside is, or belongs to, another person, whose they may be ("the son of the mayor and his wife")."""
    chain = [inner, *(a for a in ancestors(tokens, inner) if top < a)]
    if all(tokens[a].deprel in {"flat", "compound"} for a in chain):
        return False
    if tokens[top].lemma.lower() in _OF_BODIES:
        return any(is_person_role(tokens[a].lemma.lower()) and tokens[a].xpos == "NN" and tokens[a].deprel != "compound" for a in chain)
    return any(is_person(tokens[a].lemma.lower(), words) or _is_named(a, names) for a in chain)


def _is_named(i: int, names: Sequence[Name]) -> bool:
    return any(n.kind == "person" and n.first <= i < n.last for n in names)
