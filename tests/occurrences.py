"""Invented occurrences with real actors and places of the codebook: one sentence each, coded by hand, for the exports."""

from __future__ import annotations

import dataclasses
from datetime import date
from typing import Any

import samples

from casus.model.actor import Party
from casus.model.claim import Claim, Source
from casus.model.count import Count
from casus.model.event import Contest, Event, Merge, Version
from casus.model.picture import Picture, Reading
from casus.model.place import Place
from casus.model.text import Report
from casus.model.when import DateRange

DAY = date(2024, 3, 4)
WHO: dict[str, dict[str, Any]] = {
    "army": {"name": "Pakistan Armed Forces", "kind": "military", "id": "pak-mil", "country": "PAK", "parents": ("pak-gov", "pak")},
    "police": {"name": "Pakistan Police", "kind": "police", "id": "pak-police", "country": "PAK", "parents": ("pak-gov", "pak")},
    "TTP": {"name": "Tehrik-i-Taliban Pakistan", "kind": "armed-group", "id": "ttp", "country": "PAK"},
    "ISKP": {"name": "Islamic State Khorasan Province", "kind": "armed-group", "id": "iskp", "country": "AFG"},
    "Taliban": {"name": "Afghan Taliban", "kind": "armed-group", "id": "afg-taliban", "country": "AFG"},
    "gunmen": {"name": "gunmen", "kind": "unnamed-armed"},
    "villagers": {"name": "villagers", "kind": "civilians"},
    "people": {"name": "people", "kind": "civilians"},
    "residents": {"name": "residents", "kind": "civilians"},
    "protesters": {"name": "protesters", "kind": "civilians"},
}


def report(text: str, **more: Any) -> Report:
    return samples.report(text, more.pop("source", "a.txt"), **more)


def party(of: Report, word: str) -> Party:
    return Party(evidence=samples.words(of, "actor", word), **WHO[word])


def count(of: Report, words: str, low: int | None, best: int | None, high: int | None, who: str | None = None) -> Count:
    return Count(low, best, high, samples.words(of, "killed", words), who)


def wana(of: Report, **more: Any) -> Place:
    here = Place(
        "Wana", samples.words(of, "place", "Wana"), "geonames:1162105", ("South Waziristan", "Khyber Pakhtunkhwa", "Pakistan"), 32.2989, 69.5725, 1, 1,
        country="PAK",
    )  # fmt: skip
    return dataclasses.replace(here, **more)


def days(of: Report, words: str, start: date, end: date, precision: str = "range", basis: str = "as written") -> DateRange:
    return DateRange(start, end, precision, basis, samples.words(of, "date", words))  # type: ignore[arg-type]


def monday(of: Report) -> DateRange:
    return days(of, "on Monday", DAY, DAY, "day")


def claim(of: Report, act: str, actors: str = "", recipients: str = "", **more: Any) -> Claim:
    """A claim whose parties are named by words of WHO that stand in the text."""
    base: dict[str, Any] = {
        "report": of.id, "sentence": 0, "type": "ASSAULT", "modes": (), "act": samples.words(of, "act", act), "status": "asserted",
        "actors": tuple(party(of, w) for w in actors.split()), "recipients": tuple(party(of, w) for w in recipients.split()),
    }  # fmt: skip
    return Claim(**(base | more))


def source(of: Report, words: str, capacity: str = "official", **more: Any) -> Source:
    return Source(words, capacity, "said", "asserts", samples.words(of, "source", words), **more)  # type: ignore[arg-type]


def event(*claims: Claim, **more: Any) -> Event:
    """An event with the first claim's values; its figure is the first given."""
    lead = claims[0]
    sources = tuple(dict.fromkeys(s for c in claims for s in c.sources))
    versions = tuple(
        Version(c.killed.best or 0, sources.index(c.sources[0]) if c.sources else None, c.report) for c in claims if c.killed is not None
    )
    base: dict[str, Any] = {name: getattr(lead, name) for name in (
        "type", "modes", "actors", "recipients", "date", "place", "injured", "killed_or_injured", "captured", "size", "status", "layer", "aggregate",
    )}  # fmt: skip
    killed = next((c.killed for c in claims if c.killed is not None), None)
    base |= {"id": f"e{lead.id}", "killed": killed, "sources": sources, "claims": claims, "merge": Merge(1.0, ()), "contested": ()}
    if len(versions) > 1:
        base["contested"] = (Contest("killed", versions),)
    return Event(**(base | more))


def picture(*events: Event, reports: tuple[Report, ...], **more: Any) -> Picture:
    claims = [c for e in events for c in e.claims]
    readings = tuple(
        Reading(r, ((0, len(r.text)),), tuple(c for c in claims if c.report == r.id)) for r in sorted(reports, key=lambda r: r.id)
    )
    base: dict[str, Any] = {
        "readings": readings, "events": events, "quotes": (), "statistics": (), "relations": (), "cautions": (), "near_copies": (), "stamp": samples.STAMP,
    }  # fmt: skip
    return Picture(**(base | more))


def one(text: str, act: str, actors: str = "", recipients: str = "", **more: Any) -> Picture:
    """A picture of one report that tells of one event on Monday in Wana; `killed` is (words, low, best, high, who)."""
    of = report(text)
    killed = more.pop("killed", None)
    changes = more.pop("event", {})
    place, when = more.pop("place", {}), more.pop("date", None)
    values = {
        "date": monday(of) if when is None else days(of, *when), "place": None if place is None else wana(of, **place),
        "killed": count(of, *killed) if killed else None,
    }  # fmt: skip
    return picture(event(claim(of, act, actors, recipients, **(values | more)), **changes), reports=(of,))
