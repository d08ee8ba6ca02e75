"""Mending: what somebody is asked to do, told behind a preposition ("called on Mali to free them", "appealed to both sides to stop")."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from casus.coding.syntax import ASKED_OF
from casus.model.text import Name, Token

_STRAYED = frozenset({"advcl", "acl"})


def mend_asked(tokens: list[Token], v: int, names: Sequence[Name]) -> None:
    """The infinitive right behind those asked is what they are asked to do, no aim of who asks."""
    if tokens[v].upos != "VERB" or tokens[v].lemma.lower() not in ASKED_OF:
        return
    cases = {t.head: i for i, t in enumerate(tokens) if t.deprel == "case" and t.text.lower() in ASKED_OF[tokens[v].lemma.lower()]}
    times = {i for n in names if n.kind == "time" for i in range(n.first, n.last)}
    asked = next((n for n in sorted(cases) if tokens[n].head == v and v < cases[n] < n and n not in times), None)
    if asked is None:
        return
    for i in range(asked + 2, len(tokens)):
        mark = next((k for k, t in enumerate(tokens) if t.head == i and t.deprel == "mark" and t.text.lower() == "to"), None)
        if mark is not None and tokens[i].deprel in _STRAYED and tokens[i].head in {v, asked}:
            tokens[i] = replace(tokens[i], head=v, deprel="xcomp")
            return
