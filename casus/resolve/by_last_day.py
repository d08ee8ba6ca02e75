"""The day told last, for what is set in time by it: "the same night", "two days later", and an hour or a part of a day by itself.

"A bomb went off in Sake at 3 a.m. on Sunday. ... At five, in Goma, men shot at a bus. In the afternoon neighbours marched." Who tells a day
hour by hour names it once. "Four days after the executions" counts from the act that can be called so.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import timedelta

from casus.codebook.occasions import load_occasions
from casus.coding.dates.values import number
from casus.model.claim import DONE, Claim
from casus.model.text import Report, Sentence
from casus.model.when import DateRange
from casus.resolve.one_story import turns
from casus.resolve.soon_after import is_before, may_be_called
from casus.resolve.told_with import tells_day

_REACH, _REACH_NAMED = 12, 25
"""How many sentences back the day told last may stand, and an act called by its noun."""
_DEEDS = frozenset({"ASSAULT", "PROTEST", "COERCE", "RETREAT", "MOBILIZE"})
_SAME = re.compile(r"\b(?:(?:that|the)\s+(?:very\s+)?same|that)\s+(?:day|night|morning|evening|afternoon)$", re.IGNORECASE)
_NEXT = re.compile(r"\bthe\s+(?:very\s+)?(?:next|following)\s+(?:day|night|morning|evening|afternoon)$", re.IGNORECASE)
_LATER = re.compile(r"\b(?P<n>[\w-]+)\s+(?:days?|nights?)\s+(?P<way>later|afterwards?|after)$", re.IGNORECASE)
_NOUN = re.compile(r"\s+(?:the|this|that|these|those)\s+(?:[\w-]+\s+){0,2}?(?P<noun>[\w-]+?)s?\b", re.IGNORECASE)
_HOUR = r"\d{1,2}(?:[:.h]\d\d)?\s?(?:a\.?m\b|p\.?m\b)\.?|\d{1,2}[:h]\d\d|noon|midday|dawn|dusk|nightfall|sunset|sunrise|daybreak|lunchtime"
_CLOCK = re.compile(
    rf"\b(?:at|by|around|about|towards?|before|after)\s+(?:about\s+|around\s+|some\s+)?(?:{_HOUR})|\b(?:in|during)\s+the\s+(?:late\s+|early\s+)?"
    r"(?:morning|afternoon|evening|night)\b(?!\s+of)|\b(?:about|around|at)\s+the\s+same\s+(?:hour|time)\b|\blater\s+in\s+the\s+(?:day|evening)\b",
    re.IGNORECASE,
)
_LATE = re.compile(r"\b(?:late|night|evening|midnight|overnight|afternoon)\b|p\.?m\b", re.IGNORECASE)
_EARLY = re.compile(r"\b(?:dawn|morning|sunrise|daybreak|before noon)\b|a\.?m\b|\b0?[0-7][:h]\d\d", re.IGNORECASE)

Dates = Mapping[int, Sequence[DateRange]]


def follow_day(claims: Sequence[Claim], report: Report, sentences: Sequence[Sentence], dates: Dates) -> list[Claim]:
    """The claims, those whose words only set them in time by another day with that day."""
    out = [_followed(c, claims, report.text, sentences, dates) if _lacks_day(c) else c for c in claims]
    return [replace(c, day=None) if _is_next_morning(c, report.text, sentences) else c for c in out]


def _is_next_morning(claim: Claim, text: str, sentences: Sequence[Sentence]) -> bool:
    """ "Late on Monday ... At dawn, soldiers burned ten houses": of the next day, as likely as not."""
    hour = _CLOCK.search(claim.act.words) or _opening_hour(claim, text, sentences[claim.sentence].start)
    late = claim.day is not None and claim.day.evidence is not None and bool(_LATE.search(claim.day.evidence.words))
    return late and hour is not None and bool(_EARLY.search(hour[0]))


def _lacks_day(claim: Claim) -> bool:
    known = claim.day is not None or (claim.date is not None and claim.date.start is not None)
    return claim.status in DONE and not claim.heading and not claim.aggregate and not known


def _followed(claim: Claim, claims: Sequence[Claim], text: str, sentences: Sequence[Sentence], dates: Dates) -> Claim:
    said = claim.date.evidence.words if claim.date is not None and claim.date.evidence is not None else ""
    later = _LATER.search(said)
    if later is not None and later["way"].lower() == "after":
        return _after_named(claim, claims, text, sentences, number(later["n"]))
    days = 0 if _SAME.search(said) else 1 if _NEXT.search(said) else number(later["n"]) if later is not None else None
    hour = None if said else _CLOCK.search(claim.act.words) or _opening_hour(claim, text, sentences[claim.sentence].start)
    if days is None and (hour is None or turns([sentences[claim.sentence]], load_occasions().parting - {"later", "meanwhile"})):
        return claim
    lender = _last_told(claim, claims, dates)
    if lender is None or lender.date is None or lender.date.evidence is None:
        return claim
    return _dated(claim, lender, days or 0)


def _opening_hour(claim: Claim, text: str, start: int) -> re.Match[str] | None:
    """ "And at 05h15, in Goma, men fired on a bus": the hour with which the sentence of an act opens."""
    at = _CLOCK.search(text, start, max(claim.act.start, start))
    return at if at is not None and at.start() - start <= _OPENING and claim.act.start - start <= _WIDE else None


_OPENING, _WIDE = 8, 60
"""In how many characters a sentence opens with an hour, and its act follows."""


def _last_told(claim: Claim, claims: Sequence[Claim], dates: Dates) -> Claim | None:
    """The deed told last that has a day, if no other day is told since."""
    before = [c for c in claims if is_before(c, claim) and c.certain and not c.heading and claim.sentence - c.sentence <= _REACH]
    told = [c for c in before if c.type in _DEEDS and tells_day(c.date) and c.date is not None and c.date.precision == "day"]
    lender = max(told, key=lambda c: (c.sentence, c.act.start), default=None)
    if lender is None or lender.date is None or lender.date.start is None:
        return None
    since = (d for at in range(lender.sentence, claim.sentence + 1) for d in dates.get(at, ()))
    days = {d.start for d in since if d.start is not None and d.precision in {"day", "range", "week"}}
    return lender if days <= {lender.date.start} else None


def _after_named(claim: Claim, claims: Sequence[Claim], text: str, sentences: Sequence[Sentence], days: int | None) -> Claim:
    """ "Four days after the executions": counted from the act told before that can be called so."""
    if claim.date is None or claim.date.evidence is None or days is None:
        return claim
    noun = _NOUN.match(text, claim.date.evidence.end)
    if noun is None:
        return claim
    near = [c for c in claims if is_before(c, claim) and c.certain and not c.heading and claim.sentence - c.sentence <= _REACH_NAMED]
    told = [c for c in near if tells_day(c.date) and c.date is not None and c.date.precision == "day" and c.date.start is not None]
    called = [c for c in told if may_be_called(noun["noun"].lower(), c, sentences[c.sentence])]
    of_one_day = len({c.date.start for c in called if c.date is not None}) == 1
    return _dated(claim, called[-1], days) if called and of_one_day else claim


def _dated(claim: Claim, lender: Claim, days: int) -> Claim:
    if lender.date is None or lender.date.start is None:
        return claim
    day = lender.date.start + timedelta(days=days)
    basis = f"{lender.date.basis}; {f'{days} days after' if days else 'of the day of'} “{lender.act.words}”, told before"
    own = claim.date.evidence if claim.date is not None else None
    found = DateRange(day, day, "day", basis, own or lender.date.evidence)
    return replace(claim, date=found) if own is not None else replace(claim, day=found)
