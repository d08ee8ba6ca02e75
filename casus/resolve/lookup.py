"""What the codebook knows of a name: whom or what it means by itself or beside other words, and everything else of that name."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from casus.codebook.actors import ActorTable
from casus.codebook.namesakes import load_namesakes, name_key
from casus.codebook.places import Entry, Gazetteer
from casus.coding.places.mention import PlaceMention
from casus.model.actor import Actor
from casus.model.candidate import Candidate
from casus.model.place import Place
from casus.model.text import Block, Report
from casus.resolve.actor_identity import Identity
from casus.resolve.actors import ReportActors
from casus.resolve.places import read_name
from casus.resolve.story_places import story_places

MOST = 20
"""How many longer names are listed where no actor has the very name."""


@dataclass(frozen=True, slots=True)
class WhoIs:
    """Who a name means, and every actor of that name; `longer` are actors whose names hold the words, where none has them alone."""

    identity: Identity
    candidates: tuple[Actor, ...]
    longer: tuple[Actor, ...]


@dataclass(frozen=True, slots=True)
class WhereIs:
    """Which place a name means, and the readings of it that were weighed, with their points; `entries` are their gazetteer lines by id."""

    place: Place
    candidates: tuple[Candidate, ...]
    entries: dict[str, Entry]


def who_is(words: str, table: ActorTable, *, on: date | None = None, beside: str = "") -> WhoIs:
    """The actor a name means in a report of that day; `beside` stands for the rest of the report."""
    identity = ReportActors(_report(words, beside, on), (), table).identify(0, len(words))
    candidates = actors_called(words, table)
    return WhoIs(identity, candidates, () if candidates else table.holding(words)[:MOST])


def actors_called(words: str, table: ActorTable) -> tuple[Actor, ...]:
    """Every actor with this name on any day, and those the table of shared names lists under it, by id."""
    shared = load_namesakes().get(name_key(words))
    listed = (table.get(slug) for slug in shared.candidates) if shared is not None else ()
    found = {actor.id: actor for actor in (*table.find(words), *listed) if actor is not None}
    return tuple(found[slug] for slug in sorted(found))


def where_is(name: str, gazetteer: Gazetteer, *, country: str = "", within: str = "") -> WhereIs:
    """The place a name means in a report about that country; `within` is what the text says it lies in."""
    report = _report(name, f"{within}. {country}." if within else f"{country}." if country else "", None)
    mention = PlaceMention(report.evidence("place", 0, len(name)), name, 0, 1, 0, 0, within=(within,) if within else ())
    story = story_places(report, gazetteer)
    found = gazetteer.find(name) or gazetteer.alike(name)
    place, candidates = read_name(mention, gazetteer=gazetteer, story=story)
    return WhereIs(place, candidates, {e.id: e for e in found})


def _report(words: str, beside: str, on: date | None) -> Report:
    text = f"{words}\n{beside}" if beside else words
    blocks = (Block(0, len(words), "paragraph"), *((Block(len(words) + 1, len(text), "paragraph"),) if beside else ()))
    return Report("", text, blocks, "lookup", published=on)
