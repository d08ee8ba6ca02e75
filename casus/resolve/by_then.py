"""What had been done "by Wednesday morning" is dated that day: a part of a day is named for what was done in it or in the night before.

A toll is not ("nine had died by noon"), nor is a plan; "by Wednesday" without a part of the day stays open.
"""

from __future__ import annotations

import re
from dataclasses import replace

from casus.codebook.dates import load_dates
from casus.model.claim import DONE, Claim

_DEEDS = frozenset({"COERCE", "PROTEST", "RETREAT", "MOBILIZE", "SANCTION"})
_RULES = frozenset({"dates:weekday", "dates:day_word"})
_WORD = re.compile(r"[a-z]+")


def close_day(claim: Claim) -> Claim:
    """The claim, dated to the day by a part of which it was done."""
    when = claim.date
    if when is None or when.evidence is None or when.end is None or when.start is not None or when.evidence.rule not in _RULES:
        return claim
    words = _WORD.findall(when.evidence.words.lower())
    by_part = words[:1] == ["by"] and bool(load_dates().parts_of_day.keys() & set(words))
    if not by_part or claim.type not in _DEEDS or claim.status not in DONE:
        return claim
    return replace(claim, date=replace(when, start=when.end, precision="day", basis=f"{when.basis}; done by a part of that day"))
