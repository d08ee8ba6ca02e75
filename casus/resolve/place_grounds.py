"""What speaks for and against a reading of a place's name: what the text says of it, the countries spoken of, its size.

Each ground gives its points and its words; `GROUNDS` holds them in the order the reason tells them.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from casus.codebook.countries import load_countries
from casus.codebook.names import key
from casus.codebook.places import Entry, Gazetteer
from casus.coding.places.mention import PlaceMention
from casus.resolve.story_places import StoryPlaces, near

_KNOWN = 5.0
"""A place of this weight may be named without its country; a smaller one is meant where its surroundings are spoken of."""

_GREAT = 6.0
_TOWN = 4.0
_ALONE = 3.0
"""The only place of a name is meant from this weight on, where the report names no country at all."""
_RANKS = {"country": 3.5, "region": 2.0, "water": 2.0}
_SPOTS = frozenset({"town", "village", "camp", "site"})
_OF_COUNTIES = frozenset({"USA"})
"""Where nobody calls a second-order unit by its bare name: "Oakland County"."""


@dataclass(frozen=True, slots=True)
class Seen:
    """A candidate beside all it is judged by."""

    mention: PlaceMention
    entry: Entry
    story: StoryPlaces
    gazetteer: Gazetteer


Ground = Callable[[Seen], tuple[float, str]]
"""A ground gives its points and its words, "" where it says nothing worth telling."""


def unit_word(unit: str) -> str:
    """A class of place in plain words."""
    return {"adm1": "province", "adm2": "district"}.get(unit, unit)


def _stated(seen: Seen) -> tuple[float, str]:
    """What the text says it lies in: decisive where it fits, fatal where a known container does not."""
    if not seen.mention.within:
        return 0.0, ""
    above = {key(p) for p in seen.entry.parents}
    country = seen.gazetteer.country(seen.entry.iso3)
    points, words = 0.0, []
    for name in seen.mention.within:
        known = seen.gazetteer.find(name)
        unit = dict(seen.mention.stated).get(name)
        known = tuple(k for k in known if k.kind == unit) or known
        same_country = country is not None and any(k.id == country.id for k in known)
        if key(name) in above or same_country or any(key(k.name) in above for k in known if k.kind in {"adm1", "adm2"}):
            points += 6
            words.append(f"in {name}, as the text says")
        elif any(k.kind in {"country", "adm1"} for k in known[:1]) or _is_of_another_unit(seen.entry, known) or _is_abroad(seen, known):
            points -= 100
            words.append(f"not in {name}")
    return points, "; ".join(words)


def _is_of_another_unit(entry: Entry, known: Sequence[Entry]) -> bool:
    """Whether every district of a container's name lies in other units than the place does, and so does every town."""
    above = {key(p) for p in entry.parents[:-1]}
    districts = [k for k in known if k.kind == "adm2"]
    return entry.weight < _KNOWN and bool(districts) and not any({key(p) for p in k.parents[:-1]} & above for k in known)


def _is_abroad(seen: Seen, known: Sequence[Entry]) -> bool:
    """ "Airport Road in Quetta": no place of a well-known container's name lies in the country of this reading."""
    sure = bool(known) and (known[0].weight >= _KNOWN or (len(known) == 1 and seen.mention.unit == "site"))
    return sure and all(k.iso3 != seen.entry.iso3 for k in known)


def _unit(seen: Seen) -> tuple[float, str]:
    """The word for the unit: "Kunduz province" is no town."""
    unit = seen.mention.unit
    if unit is None:
        return (-4.0, "not called a county") if _is_county_of_a_town(seen) else (0.0, "")
    if unit == seen.entry.kind or (unit in {"town", "village"} and seen.entry.kind in {"town", "village"}):
        return 4.0, f"the words say {unit_word(unit)}"
    if unit == "site" and seen.entry.kind in _SPOTS:
        return 1.0, "a spot in it"
    return (-1.0 if unit == "region" else -6.0), ""


def _is_county_of_a_town(seen: Seen) -> bool:
    """Whether a county has the name of a known town of the same country, and the words do not call it a county."""
    if seen.entry.kind != "adm2" or seen.entry.iso3 not in _OF_COUNTIES:
        return False
    return any(e.kind == "town" and e.iso3 == seen.entry.iso3 and e.weight >= _KNOWN for e in seen.gazetteer.find(seen.mention.name))


def _story(seen: Seen) -> tuple[float, str]:
    """The country the report speaks of; a small place of a country it never names is not meant."""
    share = seen.story.share(seen.entry.iso3, apart=key(seen.mention.name))
    if share > 0:
        country = seen.gazetteer.country(seen.entry.iso3)
        points = 1.5 + 2.5 * share if _likely(seen) else 1.0 + share
        return points, f"the report speaks of {country.name if country else seen.entry.iso3}"
    known = seen.entry.weight >= (_KNOWN if _has_own_name(seen) else _GREAT) and not _is_unit_elsewhere(seen)
    if known or seen.entry.kind in {"country", "region", "water"} or _stated(seen)[0] > 0 or _at_home(seen):
        return 0.0, ""
    return (-6.0 if _has_own_name(seen) and not _is_unit_elsewhere(seen) else -11.0), "in a country the report does not name"


def _has_own_name(seen: Seen) -> bool:
    """Whether it is called by its own name, not by another spelling that may be anybody's ("Kamran" for Cam Ranh)."""
    return key(seen.entry.name) == key(seen.mention.name)


def _is_unit_elsewhere(seen: Seen) -> bool:
    """ "Ghanzi province": one of less than a million people, where the report is about another country, which it names."""
    units = seen.mention.unit == seen.entry.kind and seen.entry.kind in {"adm1", "adm2"}
    by_name = {code for _, code in seen.story.named}
    return units and seen.story.main in by_name and seen.entry.weight < _GREAT


def _at_home(seen: Seen) -> bool:
    """Whether every place of this name, a town of some size or a unit, lies in one country, and the report is about no other."""
    if seen.story.main not in {None, seen.entry.iso3} or not _has_own_name(seen):
        return False
    found = seen.gazetteer.find(seen.mention.name)
    if seen.mention.unit == seen.entry.kind and seen.entry.kind in {"adm1", "adm2"}:
        found, least = tuple(e for e in found if e.kind == seen.entry.kind), 0.0
    else:
        least = _ALONE if len(found) == 1 and not seen.story.countries else _TOWN
    return seen.entry.weight >= least and all(e.iso3 == seen.entry.iso3 for e in found)


def _likely(seen: Seen) -> bool:
    """Whether naming the country is enough to mean the place: units, towns that units are named after, large or neighbouring ones."""
    entry = seen.entry
    units = {e.name for e in seen.gazetteer.find(seen.mention.name) if e.kind in {"adm1", "adm2"} and e.iso3 == entry.iso3}
    return entry.weight >= _KNOWN or entry.name in units or _neighbours(seen)[0] > 0


def _neighbours(seen: Seen) -> tuple[float, str]:
    """Units around it, or places beside it, that the report names elsewhere."""
    own = key(seen.mention.name)
    named = [p for p in seen.entry.parents[:-1] if key(p) in seen.story.names and key(p) != own]
    if named:
        return 1.5, f"the report also names {named[0]}"
    beside = seen.entry.kind in _SPOTS and any(name != own and near(lat, lon, seen.entry) for name, lat, lon in seen.story.points)
    return (1.5, "the report names places beside it") if beside else (0.0, "")


def _standing(seen: Seen) -> tuple[float, str]:
    """Size, and whether this is the place's own name."""
    if seen.mention.unit == seen.entry.kind == "adm2":
        return seen.entry.weight / 2, ""  # of two districts of one name the larger is not much likelier
    own = 0.8 if key(seen.entry.name) in {key(seen.mention.name), f"{key(seen.mention.name)} city"} else 0.0
    rank = _RANKS.get(seen.entry.kind, 0.0) if seen.mention.unit is None else 0.0
    unit = 1.8 if seen.mention.unit is None and _has_seat(seen) else 0.0
    return seen.entry.weight + own + rank - unit, ""


def _has_seat(seen: Seen) -> bool:
    """Whether a unit is named after a town in it: then the bare name is the town's first."""
    if seen.entry.kind not in {"adm1", "adm2"}:
        return False
    namesakes = [e for e in seen.gazetteer.find(seen.mention.name) if e.kind in _SPOTS and e.iso3 == seen.entry.iso3]
    if seen.entry.kind == "adm1":
        own = key(seen.mention.name)
        return any(seen.entry.name in e.parents[-2:-1] and (key(e.name) == own or e.weight >= _GREAT) for e in namesakes)
    return any(seen.entry.name in e.parents[:1] or seen.entry.parents[0] in e.parents[:-1] for e in namesakes)


def _beside(seen: Seen) -> tuple[float, str]:
    """The country that the very sentence names."""
    if seen.entry.kind == "country" or not seen.story.beside(seen.entry.iso3, seen.mention.evidence.start):
        return 0.0, ""
    country = seen.gazetteer.country(seen.entry.iso3)
    return 2.5, f"the sentence names {country.name if country else seen.entry.iso3}"


def _capital(seen: Seen) -> tuple[float, str]:
    """A capital of a country is meant before its namesakes."""
    capital = seen.entry.kind in _SPOTS and load_countries().capital(seen.mention.name) == seen.entry.iso3 and seen.entry.weight >= 5
    return (2.0, "a capital") if capital else (0.0, "")


GROUNDS: Mapping[str, Ground] = {
    "container": _stated, "unit": _unit, "story": _story, "sentence": _beside,
    "neighbours": _neighbours, "capital": _capital, "size": _standing,
}  # fmt: skip
"""What speaks for a reading, by its short name, in the order the reason tells it."""
