"""ISAF press releases: the day, the province, and the least number of insurgents killed and captured. Development scores.

    python -m benchmarks.isaf [--shared ../shared] [--misses FIELD]

The label is one incident per release. What Casus prints is brought to that shape without looking at the label: of the certain
events in the news (assaults, arrests; nothing planned, threatened, denied or total), the day and the province are those of the
first that has them, harm before other events, uncertain harm after both; a release without any takes the first date or place its text names, then the
dateline. Killed and captured are sums over the events of their lower bounds (over uncertain events, such as harm told without its act, where
the certain ones give none; of titles, which tell what their text tells, where no text does), soldiers and civilians apart, as the label counts
insurgents only; nor are those whom insurgents kidnapped its captives. The label reads vague words as least numbers ("couple" 2, "several" 3, "a number" 3, "numerous" and "a handful" 4, "more than 10" 11);
Casus leaves them without a figure, so the same reading is made here from the words of the recipients. Where Casus read both
names a lead and its repetition one event, it counts once. Every measure is exact agreement over all releases.
"""

from __future__ import annotations

import argparse
import gzip
import json
import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from benchmarks.board import Score, pick
from benchmarks.dates import incident
from casus.coding.harm.harmed import ONE_BY_ONE
from casus.coding.places.finding import find_places
from casus.ingest.report import report_from_text
from casus.model.actor import Party
from casus.model.claim import Claim
from casus.model.count import Count
from casus.model.event import Event
from casus.model.place import Place
from casus.model.text import Report
from casus.pipeline import Tools, draw, read_report
from casus.resolve.places import resolve_places

NAME = "isaf"
NEEDS = ("data/counts/isaf_dev.jsonl.gz",)
ANCHORS = {"date": 0.728, "province": 0.896, "killed": 0.953, "captured": 0.894}
BARS = {"date": 0.88, "province": 0.97, "killed": 0.96, "captured": 0.93}
TUNED = {"date": 0.878, "province": 0.982, "killed": 0.977, "captured": 0.936}
_VAGUE = (
    (r"\b(?:handful|numerous|large number)\b", 4), (r"\b(?:several|multiple|many|various|some|a few|a number|an? (?:[a-z-]+ ){0,2}(?:group|team|cell)(?! (?:leader|member|commander)))\b", 3), (r"\b(?:couple|pair|both)\b", 2), (r"^(?:an?|one)\b", 1),
)  # fmt: skip
_OTHERS = frozenset({"military", "police", "civilians", "government", "state"})
_KIDNAPPING = "abduction"
_LETTERS = re.compile(r"[^a-z]")
_ANYBODY = re.compile(r"\b(?:he|him|they|them|m[ae]n|individuals?|persons?|people|occupants?)\b|^(?:several|some|many|all)$", re.IGNORECASE)
_SPELLED = {"paktia": "paktya", "oruzgan": "uruzgan", "sariphul": "saripul", "konar": "kunar", "jawzjan": "jowzjan", "panjsher": "panjshir", "sarepol": "sarepul"}


@dataclass(frozen=True, slots=True)
class Answer:
    """What Casus says of a release; `told` names the fields that its events gave, without a fallback."""

    date: date | None
    province: str
    killed: int
    captured: int
    told: frozenset[str]


def answer(text: str, tools: Tools) -> Answer:
    """The incident of a release."""
    report = report_from_text(text)
    events = [e for e in draw([read_report(report, tools)], tools).events if _is_news(e)]
    ordered = sorted((e for e in events if e.certain), key=lambda e: (not _harms(e), e.type not in {"ASSAULT", "COERCE"}, e.claims[0].heading, e.claims[0].act.start))
    weak = sorted((e for e in events if not e.certain and _harms(e)), key=lambda e: e.claims[0].act.start)
    day = next((e.date.start for e in (*ordered, *weak) if e.date and e.date.evidence and e.date.start), None)
    place = next((p for e in ordered if e.place and (p := _province(e.place))), "")
    told = frozenset(name for name, value in (("date", day), ("province", place)) if value)
    if day is None:
        when = incident(text, tools.reader)
        day = when.start if when else None
    if not place:
        place = _first_place(report, tools)
    killed, captured = (_sum(events, field) for field in ("killed", "captured"))
    return Answer(day, place, killed, captured, told)


def _sum(events: Sequence[Event], field: str) -> int:
    """The sum over the certain events; over the others, which tell harm without the act or in passing, where those give nothing."""
    certain = [e for e in events if e.certain]
    weak = [e for e in events if not e.certain and any(not c.heading for c in e.claims)]
    told = (sum(least(e, field, heads=heads) for e in of) for heads in (False, True) for of in (certain, weak))
    return next((n for n in told if n), 0) or _one(certain, field) or _one(weak, field)


def _one(events: Sequence[Event], field: str) -> int:
    """One where only harm without any figure is told ("the leader was captured")."""
    return int(any(not _is_other(p, field) for e in events for c in e.claims if _does(c, field) for p in c.recipients))


def _is_news(event: Event) -> bool:
    done = event.status not in {"planned", "threatened", "denied"}
    return done and event.layer == "news" and not event.aggregate


def _harms(event: Event) -> bool:
    return bool(least(event, "killed") or least(event, "captured"))


def least(event: Event, field: str, *, heads: bool = True) -> int:
    """The least number of insurgents an event's words give: its figure, else that of its recipients' words, else (`heads`) its title's."""
    if field == "captured" and any(c.act.rule == _KIDNAPPING for c in event.claims):
        return 0
    if event.type not in {"ASSAULT", "COERCE"} or (event.recipients and all(_is_other(p, field) for p in event.recipients)):
        return 0
    told = max((_claimed(c, field) for c in event.claims if not c.heading), default=0)
    return told or (max(_claimed(c, field) for c in event.claims) if heads else 0)


def _is_other(party: Party, field: str) -> bool:
    """Whether the label does not count somebody: soldiers, and civilians who are killed; men and individuals are insurgents to it."""
    if party.kind == "civilians":
        return field == "killed" and not _ANYBODY.search(party.evidence.words)
    return party.kind in _OTHERS


def _claimed(claim: Claim, field: str) -> int:
    count: Count | None = getattr(claim, field)
    if count is not None and count.rule == ONE_BY_ONE and count.high is not None:
        count = None  # "the leader was held": who was counted before; "the leader and several others" are one and more
    figure = 0
    if count is not None:
        figure = (count.low or 0) + (count.high is None and count.qualifier in {"more than", "over"})
    people = [p for p in claim.recipients if p.suspected or not _is_other(p, field)] if _does(claim, field) else []
    vague = [_vague(p.evidence.words.split(" including ")[0]) for p in people]
    if count is None or count.high is None:
        figure += sum(n for n in vague if count is None or n > 1)  # "a leader" is in the figure
    return figure


def _does(claim: Claim, field: str) -> bool:
    """Whether a claim without a figure tells this kind of harm."""
    rules = {claim.act.rule, *(e.rule for e in claim.support)}
    return any(("kill" in r or "death" in r) if field == "killed" else ("arrest" in r or "captur" in r or "detain" in r) for r in rules)


def _vague(words: str) -> int:
    return next((n for pattern, n in _VAGUE if re.search(pattern, words.lower())), 0)


def _province(place: Place) -> str:
    """The first-order unit of Afghanistan that a place is or lies in, "" where it is no place of one."""
    units = [_plain(name) for name in (*reversed(place.within), place.name)]
    named = (u for u in units if u and u != "afghanistan")
    return next(named, "") if place.country == "AFG" and (place.precision_ucdp or 9) <= 4 else ""


def _plain(name: str) -> str:
    plain = _LETTERS.sub("", name.lower().removesuffix(" province"))
    return _SPELLED.get(plain, plain)


def _first_place(report: Report, tools: Tools) -> str:
    """The province of the first place named after the dateline."""
    blocks = [b for b in report.blocks if b.kind == "paragraph"] or list(report.blocks)
    found = []
    for sentence in tools.reader.read(report.text, [(b.start, b.end, False) for b in blocks]):
        mentions = find_places(report, sentence, tools.book.places)
        found += [p for place in resolve_places(mentions, report, tools.book.places).values() if (p := _province(place))]
    return next((p for p in found if p != "kabul"), found[0] if found else "")


def rows(shared: Path, limit: int | None) -> list[Mapping[str, Any]]:
    """The releases with their labels."""
    with gzip.open(shared / NEEDS[0], "rt", encoding="utf-8") as lines:
        return pick(map(json.loads, lines), limit)


def right(found: Answer, gold: Mapping[str, Any]) -> dict[str, bool]:
    """Which fields agree."""
    return {
        "date": found.date is not None and found.date.isoformat() == gold["start_date"],
        "province": _plain(found.province) in {_plain(p) for p in gold["province"]},
        "killed": found.killed == gold["min_killed"],
        "captured": found.captured == gold["min_captured"],
    }


def scores(shared: Path, tools: Tools, limit: int | None) -> Iterator[Score]:
    """Shares of releases with the right value."""
    releases = rows(shared, limit)
    hits: Counter[str] = Counter()
    told: Counter[str] = Counter()
    for row in releases:
        found = answer(row["text"], tools)
        hits.update(name for name, ok in right(found, row["gold"]).items() if ok)
        told.update(found.told)
    for name in ANCHORS:
        note = f"tuned 7B model {TUNED[name]}" + (f"; {told[name]} told by an event" if name in {"date", "province"} else "")
        yield Score("ISAF releases", name, hits[name] / len(releases), len(releases), ANCHORS[name], "GPT-4o, full set", BARS[name], note)


def main() -> None:
    """Print the misses of a field."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--shared", type=Path, default=Path("../shared"))
    parser.add_argument("--misses", choices=tuple(ANCHORS))
    options = parser.parse_args()
    tools = Tools.load()
    releases: Sequence[Mapping[str, Any]] = rows(options.shared, None)
    total: Counter[str] = Counter()
    for row in releases:
        found = answer(row["text"], tools)
        good = right(found, row["gold"])
        total.update(k for k, ok in good.items() if ok)
        if options.misses and not good[options.misses]:
            gold = {k: row["gold"][k] for k in ("start_date", "province", "min_killed", "min_captured")}
            print("====", gold, found, "\n", row["text"])
    print({k: round(v / len(releases), 3) for k, v in total.items()})


if __name__ == "__main__":
    main()
