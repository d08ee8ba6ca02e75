"""Mending: "an Islamic Movement of Uzbekistan courier" is a courier, not the movement: the noun right behind a body's name is the head."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from casus.model.text import Name, Token

_OUTER = frozenset({"det", "case", "nummod", "nmod:poss"})


def mend_bearer(tokens: list[Token], i: int, names: Sequence[Name]) -> None:
    """Give a noun that the parse hangs into the name before it ("of Uzbekistan courier") the place of that name."""
    head = tokens[i].head
    if tokens[i].upos != "NOUN" or tokens[i].deprel != "nmod" or not 0 <= head < i - 1 or tokens[head].upos != "PROPN":
        return
    if tokens[i - 1].upos != "PROPN" or tokens[i - 1].head not in {i, head} or not _is_named(tokens, head, i, names):
        return
    tokens[i] = replace(tokens[i], head=tokens[head].head, deprel=tokens[head].deprel)
    for k, t in enumerate(tokens):
        if t.head == head and (k > i or (k < head and t.deprel in _OUTER)):
            tokens[k] = replace(t, head=i)
        elif t.head == i and t.deprel == "case" and head < k < i:
            tokens[k] = replace(t, head=i - 1)
    tokens[i - 1] = replace(tokens[i - 1], head=head, deprel="nmod")
    tokens[head] = replace(tokens[head], head=i, deprel="compound")


def _is_named(tokens: Sequence[Token], head: int, i: int, names: Sequence[Name]) -> bool:
    """Whether one name reaches up to the noun, or an article that no body's name bears opens it ("an ... Movement of Uzbekistan")."""
    of = any(t.upos == "ADP" for t in tokens[head + 1 : i - 1])
    counted = any(t.head == head and t.text.lower() in {"a", "an"} for t in tokens[:head])
    return of and (counted or any(n.kind == "organisation" and n.first <= head and n.last == i for n in names))
