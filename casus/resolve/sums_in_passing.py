"""Sums in passing: what many acts over weeks, months or years did, told by the way in a report of single acts.

"Gunmen shot a judge in Mosul on Monday. ... The city has suffered a string of bombings this year.": the sum is kept, not printed. What
the report opens with, what has a toll of dead or injured, or all that it tells, is printed as the total it is.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from casus.model.claim import EVENT_TYPES, Claim
from casus.model.text import Sentence
from casus.model.when import DateRange

BY_THE_WAY = "a sum over a long time, told by the way"
_SUMMED = frozenset({"ASSAULT", "COERCE"})
_LONG = 27
"""Days of a long time."""
_STRETCHES = re.compile(r"\b(?:months|years?|decades?|seasons?|summer|winter|spring|autumn)\b", re.IGNORECASE)


def without_sums_in_passing(claims: Sequence[Claim], sentences: Sequence[Sentence], published: date | None) -> list[Claim]:
    """The claims; no sum over a long time is certain beside a sentence that tells a single act, unless the report opens with the sum."""
    single = {c.sentence for c in claims if c.certain and not c.heading and not c.aggregate and c.type in EVENT_TYPES}
    opening = next((s.index for s in sentences if not s.heading), 0)
    return [
        replace(c, certain=False).because("certain", BY_THE_WAY)
        if c.sentence != opening and single - {c.sentence} and _is_sum(c, published)
        else c
        for c in claims
    ]


def _is_sum(claim: Claim, published: date | None) -> bool:
    tolled = claim.killed or claim.injured
    summed = claim.certain and claim.aggregate and claim.type in _SUMMED and not claim.heading and not tolled
    return summed and claim.date is not None and _is_long(claim.date, published)


def _is_long(when: DateRange, published: date | None) -> bool:
    """A month or more, from its first day to its last, or to the day of the report."""
    end = when.end or published
    if when.start is not None and end is not None:
        return (end - when.start).days >= _LONG
    return when.evidence is not None and _STRETCHES.search(when.evidence.words) is not None
