"""Echoes: what two reports of one story both tell, though it is the main matter of at most one of them.

A report of a trial tells the killing by the way, a report of a riot the death that it is about. That two reports tell one story says
that their main matters are one; of anything else it says so only where the act itself is known again: by who is named, by a figure, by
what was struck or whom it befell, or by its own word where nobody says whom it befell.
"""

from __future__ import annotations

import re

from casus.merge.account import Account
from casus.merge.findings import VERBAL, overlap
from casus.merge.sight import ANYBODY, head_word

_AGE = re.compile(r"\b(\d{1,3})[- ]+years?[- ]+old\b|, (\d{1,2})\b")
_TELLING = 3
"""A toll from here on is seldom that of two acts in one story."""


def is_echo(a: Account, b: Account) -> bool:
    """Whether two accounts of one type, in reports of one story, know the same act again; in either order the same."""
    if a.aggregate or b.aggregate or (a.leads and b.leads):
        return False
    if _other_ages(a, b):
        return False
    if a.people & b.people or a.names & b.names or _same_toll(a, b):
        return True
    shared = _nouns(a) & _nouns(b)
    if a.rules & b.rules and (a.targets & b.targets or shared):
        return True
    if not (a.stems & b.stems) - {""}:
        return False
    if a.type in VERBAL and a.type != "COERCE" and overlap(a.actors, b.actors) is not True:
        return False  # anybody may accuse anybody
    return bool(shared) or (a.layer == b.layer and bool(a.leads or b.leads) and (_is_bare(a) or _is_bare(b)))


def _is_bare(account: Account) -> bool:
    """Whether it only names the act: "the shooting", "his arrest"."""
    told = account.spots or account.killed or account.injured or account.captured or account.days.told
    return not told and not _nouns(account)


def _same_toll(a: Account, b: Account) -> bool:
    return max((a.killed & b.killed) | (a.injured & b.injured), default=0) >= _TELLING


def _nouns(account: Account) -> frozenset[str]:
    """What those it befell are called, but for words that fit anybody."""
    return frozenset(head_word(p.evidence.words) for p in account.recipients) - ANYBODY - {""}


def _other_ages(a: Account, b: Account) -> bool:
    """Whether each says how old those are whom it befell, and no age is both's."""
    one, other = ({m[1] or m[2] for p in x.recipients for m in _AGE.finditer(p.evidence.words)} for x in (a, b))
    return bool(one and other) and not one & other
