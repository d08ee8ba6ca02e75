"""Companions: "his driver was also killed", told right after the act that struck him, is harm of that act and adds to its dead.

Figures of one act are never added, but who is told of singly, as another beside the one told of, is one more.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from casus.merge.sight import head_word, in_order, is_dated, is_within_one_told
from casus.model.claim import Claim
from casus.model.count import Count

_HIS = re.compile(r"^(?:\w+ of )?(?:his|her|their)\b", re.IGNORECASE)
_ALSO = re.compile(r"\b(?:also|too|as well)\b", re.IGNORECASE)
_ADDED = "and whoever was with them, told of besides"
"""How the rule of a figure ends that counts a companion beside the victim told of first."""


def is_companion(a: Claim, b: Claim) -> bool:
    """ "A judge was shot dead. His driver was also killed": with no doer, day or place of its own, whoever was with him fell with him."""
    first, second = in_order(a, b)
    if first.type != "ASSAULT" or first.layer != second.layer or not 0 <= second.sentence - first.sentence <= 1:
        return False
    if second.actors or second.place is not None or is_dated(second) or len(second.recipients) != 1 or not first.recipients:
        return False
    whose = second.recipients[0].evidence.words
    told = {head_word(p.evidence.words) for p in first.recipients}
    return bool(_HIS.match(whose) and _ALSO.search(second.act.words)) and head_word(whose) not in told and not is_within_one_told(second)


def with_companions(claims: Sequence[Claim], killed: Count | None) -> Count | None:
    """The dead of an act that struck one or more people and then, told right after, who was with them; all in one report."""
    counted = sorted((c for c in claims if c.killed is not None and c.certain), key=lambda c: c.act.start)
    if killed is None or len(counted) < 2 or len({c.report for c in claims}) > 1:
        return killed
    first, *rest = counted
    figures = [c.killed.best for c in counted if c.killed is not None and c.killed.best == c.killed.high]
    if len(figures) != len(counted) or not all(is_companion(first, c) for c in rest):
        return killed
    n = sum(f or 0 for f in figures)
    return replace(killed, low=n, best=n, high=n, rule=f"{killed.rule}; {n}, {_ADDED}")
