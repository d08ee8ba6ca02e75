"""Mending: "on Tuesday, two days after rebels killed nine": what came before is a clause of time under the verb it dates."""

from __future__ import annotations

from dataclasses import replace

from casus.coding.mending.subjects import ancestors
from casus.model.text import Token

_UNITS = frozenset({"minute", "hour", "day", "night", "week", "month", "year"})
_ELSEWHERE = frozenset({"parataxis", "acl", "acl:relcl", "ccomp"})


def mend_days_after(tokens: list[Token], i: int) -> None:
    """Hang the clause behind "days after" on the verb before it, the days on the clause, in place."""
    token, clause, unit = tokens[i], tokens[i].head, i - 1
    if token.text.lower() != "after" or token.deprel != "mark" or clause <= i or tokens[unit].lemma.lower() not in _UNITS:
        return
    if tokens[clause].deprel not in _ELSEWHERE or tokens[clause].upos != "VERB":
        return
    over = next((a for a in ancestors(tokens, clause) if tokens[a].upos == "VERB"), -1)
    told = next((k for k in range(over) if tokens[k].head == over and tokens[k].deprel == "ccomp"), over)
    if not 0 <= told < i or tokens[unit].head < 0:
        return
    tokens[clause] = replace(tokens[clause], head=told, deprel="advcl")
    tokens[unit] = replace(tokens[unit], head=clause, deprel="obl:unmarked")
