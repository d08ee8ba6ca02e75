"""One search: a house searched and what was found or who was taken there, told in one sentence of the same hands, are one act.

"Troops searched 40 houses and recovered a cache of arms", "boarded the boats and seized rifles". What is taken from people arrested in the
same sentence is kept, not printed (casus/resolve/within_arrest.py).
"""

from __future__ import annotations

from casus.merge.findings import overlap, place_finding
from casus.model.claim import Claim
from casus.resolve.within_arrest import TAKING

_SEARCHING = frozenset({"search", "seize-property"})
"""Senses of COERCE that are done to houses and things."""


def of_one_search(a: Claim, b: Claim) -> bool:
    """Whether one sentence tells of a search and of what was taken there by the same hands."""
    if not _are_beside(a, b):
        return False
    rules = {a.act.rule, b.act.rule}
    return rules == {"seize-property"} or ("search" in rules and rules <= _SEARCHING | TAKING)


def _are_beside(a: Claim, b: Claim) -> bool:
    """Whether one sentence tells two acts of COERCE as of the same hands, place and certainty."""
    told = a.report == b.report and a.sentence == b.sentence and a.act.start != b.act.start
    if not told or a.type != "COERCE" or b.type != "COERCE" or a.status != b.status or a.aggregate != b.aggregate:
        return False
    where = place_finding(a.place, b.place)
    return overlap(a.actors, b.actors) is not False and (where is None or where.value > 0)
