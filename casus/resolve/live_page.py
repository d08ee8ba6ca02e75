"""A page kept by the hour: what its entries tell without a day happened on the day on which the page was kept, the day of publication.

"18:05 - The bar has condemned the raid. 17:20 - Guards fired tear gas." Such a page names its day nowhere. It is one where three entries
or more are headed by an hour and their hours only rise or only fall, as over midnight an entry may be of either day.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from casus.model.claim import DONE, Claim
from casus.model.text import Report, Sentence
from casus.model.when import DateRange

_HOUR = re.compile(
    r"(?P<h>[01]?\d|2[0-3])[:.h](?P<m>[0-5]\d)(?:\s?(?P<half>[ap])\.?m\b\.?)?(?!\s*(?:%|per|million|billion)|\d)", re.IGNORECASE
)
_LEAST = 3
_DAY_OF = re.compile(r"\b(?:today|tonight|this (?:morning|afternoon|evening))\b", re.IGNORECASE)


def date_by_hour(
    claims: Sequence[Claim], report: Report, sentences: Sequence[Sentence], dates: Mapping[int, Sequence[DateRange]]
) -> list[Claim]:
    """The claims, those of entries of a live page that have no day with the day of publication."""
    hours = _hours(report) if report.published is not None else {}
    if not hours:
        return list(claims)
    entries = _entries(report, hours)
    other = {s.index for s in sentences if any(not _is_today(d) for d in dates.get(s.index, ()))}
    out = []
    for claim in claims:
        block = entries.get(sentences[claim.sentence].paragraph)
        told = {s.index for s in sentences if s.index <= claim.sentence and entries.get(s.paragraph) == block} & other
        out.append(claim if block is None or told or not _lacks_day(claim) else _dated(claim, report, hours[block]))
    return out


def _hours(report: Report) -> dict[int, re.Match[str]]:
    """The hour at the head of every block that has one; nothing unless they are many and of one day."""
    found = {
        k: head for k, b in enumerate(report.blocks) if b.kind != "title" and (head := _HOUR.match(report.text, b.start, b.end)) is not None
    }
    minutes = [_minute(head) for head in found.values()]
    return found if len(found) >= _LEAST and minutes in (sorted(minutes), sorted(minutes, reverse=True)) else {}


def _minute(head: re.Match[str]) -> int:
    hour = int(head["h"]) % 12 + 12 * (head["half"].lower() == "p") if head["half"] else int(head["h"])
    return 60 * hour + int(head["m"])


def _entries(report: Report, hours: Mapping[int, re.Match[str]]) -> dict[int, int]:
    """For every block from the first entry on the block that heads its entry; a heading without an hour ends the page."""
    out: dict[int, int] = {}
    last: int | None = None
    for k, block in enumerate(report.blocks):
        last = k if k in hours else None if block.kind != "paragraph" else last
        if last is not None:
            out[k] = last
    return out


def _is_today(when: DateRange) -> bool:
    return when.evidence is not None and bool(_DAY_OF.search(when.evidence.words))


def _lacks_day(claim: Claim) -> bool:
    return claim.is_undated and claim.layer == "news" and claim.status in DONE and not claim.heading


def _dated(claim: Claim, report: Report, head: re.Match[str]) -> Claim:
    evidence = report.evidence("date", head.start(), head.end(), "live page: hour of the entry")
    day = DateRange(report.published, report.published, "day", "an entry by the hour of a page kept on the day of publication", evidence)
    return replace(claim, day=day)
