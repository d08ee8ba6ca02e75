"""A place mention to one place of the gazetteer, or none; always with the reason.

What the text says of it decides (its unit, its containers), then the country of the story, then size; each ground has a
weight, and the reason names those that told. A name several places share, with nothing to choose by, stays unresolved.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from difflib import SequenceMatcher
from functools import lru_cache

from casus.codebook.countries import load_countries
from casus.codebook.names import key
from casus.codebook.places import Entry, Gazetteer
from casus.coding.place_mention import PlaceMention
from casus.model.place import Candidate, Place, Weight
from casus.model.text import Report
from casus.resolve.place_precision import known_within, locate
from casus.resolve.story_places import StoryPlaces, near, story_places

MARGIN = 1.0
"""By how much the best reading of a name must beat the next."""

SHOWN = 4
"""How many candidates a place keeps; the rest are seen with `casus place`."""

SAME_SPOT = 0.15
"""Two entries of one name this close, in degrees, are one place."""

_SPELLING = 0.1
"""Of names that sound alike, those spelled worse than the best by this share are not meant."""

_LEAST_LIKE = 0.7
"""A name spelled less like than this is another name ("Senapati", "Sonipat"), however it sounds."""

_KNOWN = 5.0
"""A place of this weight may be named without its country; a smaller one is meant where its surroundings are spoken of."""

_GREAT = 6.0
_TOWN = 4.0
_RANKS = {"country": 3.5, "region": 2.0, "water": 2.0}
_SPOTS = frozenset({"town", "village", "camp", "site"})
_OF_COUNTIES = frozenset({"USA"})
"""Where nobody calls a second-order unit by its bare name: "Oakland County"."""


@dataclass(frozen=True, slots=True)
class _Seen:
    """A candidate beside all it is judged by."""

    mention: PlaceMention
    entry: Entry
    story: StoryPlaces
    gazetteer: Gazetteer


Ground = Callable[[_Seen], tuple[float, str]]
"""A ground gives its points and its words, "" where it says nothing worth telling."""


def resolve_places(mentions: Sequence[PlaceMention], report: Report, gazetteer: Gazetteer) -> dict[PlaceMention, Place]:
    """Every mention's place, each seen beside the report's other places."""
    if not mentions:
        return {}
    story = story_places(report, gazetteer)
    return {m: resolve_place(m, gazetteer=gazetteer, story=story) for m in dict.fromkeys(mentions)}


def finder(report: Report, gazetteer: Gazetteer) -> Callable[[PlaceMention], Place]:
    """Resolves the mentions of one report, one at a time; its story is read when the first is asked for."""
    story = lru_cache(maxsize=1)(lambda: story_places(report, gazetteer))
    return lambda mention: resolve_place(mention, gazetteer=gazetteer, story=story())


def resolve_place(mention: PlaceMention, *, gazetteer: Gazetteer, story: StoryPlaces) -> Place:
    """The place a mention names. Without one clear reading `id`, `lat` and `lon` are None and the reason says why."""
    if mention.name == "the country":
        return _the_country(mention, gazetteer, story)
    return replace(_resolved(mention, gazetteer, story), candidates=weigh(mention, gazetteer=gazetteer, story=story)[:SHOWN])


def _resolved(mention: PlaceMention, gazetteer: Gazetteer, story: StoryPlaces) -> Place:
    entry, reason = choose(mention, gazetteer=gazetteer, story=story)
    if entry is None:
        return _by_container(mention, gazetteer, story, reason)
    partner = None
    if mention.others:
        other = _named_alone(mention, mention.others[0])
        partner, _ = choose(other, gazetteer=gazetteer, story=story)
    loose = _shares_name(mention, entry, gazetteer)
    if loose:
        reason += "; a town and a province share the name, and the words do not say which"
    return locate(mention, entry, partner, reason, loose=loose)


def _shares_name(mention: PlaceMention, entry: Entry, gazetteer: Gazetteer) -> bool:
    """A bare "Kunduz" may be the town or the province around it."""
    if mention.unit is not None or mention.within or mention.side or entry.kind not in _SPOTS:
        return False
    return any(e.kind == "adm1" and e.iso3 == entry.iso3 and key(e.name) == key(entry.name) for e in gazetteer.find(mention.name))


def choose(mention: PlaceMention, *, gazetteer: Gazetteer, story: StoryPlaces) -> tuple[Entry | None, str]:
    """The gazetteer's entry for a mention, and why; None and why not."""
    found = gazetteer.find(mention.words) or gazetteer.find(mention.name)
    chosen, reason = _best(found, mention, gazetteer, story) if found else (None, "not in the gazetteer")
    if chosen is None and (mention.unit is not None or mention.within):
        alike, why = _best(_spelled_otherwise(mention, gazetteer, story), mention, gazetteer, story)
        if alike is not None:
            return alike, f"spelled {alike.name} in the gazetteer; {why}"
    return chosen, reason


def _spelled_otherwise(mention: PlaceMention, gazetteer: Gazetteer, story: StoryPlaces) -> tuple[Entry, ...]:
    """Places of the one country spoken of whose name sounds the same and whose class or container is what the words say."""
    within = {key(w) for w in mention.within}
    fits = (e for e in gazetteer.alike(mention.name) if e.iso3 == story.main)
    able = [e for e in fits if e.kind == mention.unit or within & {key(p) for p in e.parents}]
    likeness = {e: SequenceMatcher(None, key(mention.name), key(e.name)).ratio() for e in able}
    return tuple(e for e in able if likeness[e] > max(_LEAST_LIKE, max(likeness.values()) - _SPELLING))


def _best(found: tuple[Entry, ...], mention: PlaceMention, gazetteer: Gazetteer, story: StoryPlaces) -> tuple[Entry | None, str]:
    """The candidate with most to speak for it, if nothing speaks against it and no rival comes near."""
    scored = _ranked(found, mention, gazetteer, story)
    if not scored:
        return None, "not in the gazetteer"
    entry, weights = scored[0]
    best, reason = _points(weights), "; ".join(w.words for w in weights if w.words)
    if best < 0:
        return None, f"the places of this name do not fit: {reason or 'too little speaks for them'}"
    rivals = [e for e, against in scored[1:] if best - _points(against) < MARGIN and not _one_place(entry, e)]
    if rivals:
        told = "; ".join(dict.fromkeys(_told(e) for e in (entry, *rivals[:2])))
        return None, f"{len(rivals) + 1} places have this name and the report does not say which ({told})"
    if len(found) == 1:
        reason = f"the only place of this name in the gazetteer{'; ' + reason if reason else ''}"
    return entry, reason or "the best known place of this name"


def weigh(mention: PlaceMention, *, gazetteer: Gazetteer, story: StoryPlaces) -> tuple[Candidate, ...]:
    """Every reading of a mention's name with its points, the best first; () for a name the gazetteer lacks."""
    found = gazetteer.find(mention.words) or gazetteer.find(mention.name) or _spelled_otherwise(mention, gazetteer, story)
    ranked = _ranked(found, mention, gazetteer, story)
    return tuple(Candidate(e.id, e.name, e.parents, round(_points(w), 3), tuple(x for x in w if x.points)) for e, w in ranked)


_Weighed = tuple[Entry, tuple[Weight, ...]]


def _ranked(found: Sequence[Entry], mention: PlaceMention, gazetteer: Gazetteer, story: StoryPlaces) -> list[_Weighed]:
    """The entries with what speaks for and against each, those with most for them first; among equals in the gazetteer's order."""
    weighed = [(e, _weights(_Seen(mention, e, story, gazetteer))) for e in found]
    return sorted(weighed, key=lambda w: -_points(w[1]))


def _weights(seen: _Seen) -> tuple[Weight, ...]:
    return tuple(Weight(name, *ground(seen)) for name, ground in GROUNDS.items())


def _points(weights: Sequence[Weight]) -> float:
    return sum(w.points for w in weights)


def _stated(seen: _Seen) -> tuple[float, str]:
    """What the text says it lies in: decisive where it fits, fatal where a known container does not."""
    above = {key(p) for p in seen.entry.parents}
    country = seen.gazetteer.country(seen.entry.iso3)
    points, words = 0.0, []
    for name in seen.mention.within:
        known = seen.gazetteer.find(name)
        same_country = country is not None and any(k.id == country.id for k in known)
        if key(name) in above or same_country or any(key(k.name) in above for k in known if k.kind in {"adm1", "adm2"}):
            points += 6
            words.append(f"in {name}, as the text says")
        elif any(k.kind in {"country", "adm1"} for k in known[:1]) or (seen.entry.weight < _KNOWN and _is_of_another_unit(known, above)):
            points -= 100
            words.append(f"not in {name}")
    return points, "; ".join(words)


def _is_of_another_unit(known: Sequence[Entry], above: set[str]) -> bool:
    """Whether every district of a container's name lies in other units than the place does."""
    districts = [k for k in known if k.kind == "adm2"]
    return bool(districts) and len(districts) == len(known) and not any({key(p) for p in k.parents[:-1]} & above for k in districts)


def _unit(seen: _Seen) -> tuple[float, str]:
    """The word for the unit: "Kunduz province" is no town."""
    unit = seen.mention.unit
    if unit is None:
        return (-4.0, "not called a county") if _is_county_of_a_town(seen) else (0.0, "")
    if unit == seen.entry.kind or (unit in {"town", "village"} and seen.entry.kind in {"town", "village"}):
        return 4.0, f"the words say {unit_word(unit)}"
    if unit == "site" and seen.entry.kind in _SPOTS:
        return 1.0, "a spot in it"
    return (-1.0 if unit == "region" else -6.0), ""


def _is_county_of_a_town(seen: _Seen) -> bool:
    """Whether a county has the name of a known town of the same country, and the words do not call it a county."""
    if seen.entry.kind != "adm2" or seen.entry.iso3 not in _OF_COUNTIES:
        return False
    return any(e.kind == "town" and e.iso3 == seen.entry.iso3 and e.weight >= _KNOWN for e in seen.gazetteer.find(seen.mention.name))


def _story(seen: _Seen) -> tuple[float, str]:
    """The country the report speaks of; a small place of a country it never names is not meant."""
    share = seen.story.share(seen.entry.iso3, apart=key(seen.mention.name))
    if share > 0:
        country = seen.gazetteer.country(seen.entry.iso3)
        points = 1.5 + 2.5 * share if _likely(seen) else 1.0 + share
        return points, f"the report speaks of {country.name if country else seen.entry.iso3}"
    known = seen.entry.weight >= _KNOWN and not _is_unit_elsewhere(seen)
    if known or seen.entry.kind in {"country", "region", "water"} or _stated(seen)[0] > 0 or _at_home(seen):
        return 0.0, ""
    own = key(seen.entry.name) == key(seen.mention.name)
    return (-6.0 if own and not _is_unit_elsewhere(seen) else -11.0), "in a country the report does not name"


def _is_unit_elsewhere(seen: _Seen) -> bool:
    """ "Ghanzi province": one of less than a million people, where the report is about another country, which it names."""
    units = seen.mention.unit == seen.entry.kind and seen.entry.kind in {"adm1", "adm2"}
    by_name = {code for _, code in seen.story.named}
    return units and seen.story.main in by_name and seen.entry.weight < _GREAT


def _at_home(seen: _Seen) -> bool:
    """Whether every place of this name, a town of some size or a unit, lies in one country, and the report is about no other."""
    if seen.story.main not in {None, seen.entry.iso3}:
        return False
    own = key(seen.entry.name) == key(seen.mention.name)
    return own and seen.entry.weight >= _TOWN and all(e.iso3 == seen.entry.iso3 for e in seen.gazetteer.find(seen.mention.name))


def _likely(seen: _Seen) -> bool:
    """Whether naming the country is enough to mean the place: units, towns that units are named after, large or neighbouring ones."""
    entry = seen.entry
    units = {e.name for e in seen.gazetteer.find(seen.mention.name) if e.kind in {"adm1", "adm2"} and e.iso3 == entry.iso3}
    return entry.weight >= _KNOWN or entry.name in units or _neighbours(seen)[0] > 0


def _neighbours(seen: _Seen) -> tuple[float, str]:
    """Units around it, or places beside it, that the report names elsewhere."""
    own = key(seen.mention.name)
    named = [p for p in seen.entry.parents[:-1] if key(p) in seen.story.names and key(p) != own]
    if named:
        return 1.5, f"the report also names {named[0]}"
    beside = seen.entry.kind in _SPOTS and any(name != own and near(lat, lon, seen.entry) for name, lat, lon in seen.story.points)
    return (1.5, "the report names places beside it") if beside else (0.0, "")


def _standing(seen: _Seen) -> tuple[float, str]:
    """Size, and whether this is the place's own name."""
    if seen.mention.unit == seen.entry.kind == "adm2":
        return seen.entry.weight / 2, ""  # of two districts of one name the larger is not much likelier
    own = 0.8 if key(seen.entry.name) in {key(seen.mention.name), f"{key(seen.mention.name)} city"} else 0.0
    rank = _RANKS.get(seen.entry.kind, 0.0) if seen.mention.unit is None else 0.0
    unit = 1.8 if seen.mention.unit is None and _has_seat(seen) else 0.0
    return seen.entry.weight + own + rank - unit, ""


def _has_seat(seen: _Seen) -> bool:
    """Whether a unit is named after a town in it: then the bare name is the town's first."""
    if seen.entry.kind not in {"adm1", "adm2"}:
        return False
    namesakes = [e for e in seen.gazetteer.find(seen.mention.name) if e.kind in _SPOTS and e.iso3 == seen.entry.iso3]
    if seen.entry.kind == "adm1":
        return any(seen.entry.name in e.parents[-2:-1] for e in namesakes)
    return any(seen.entry.name in e.parents[:1] or seen.entry.parents[0] in e.parents[:-1] for e in namesakes)


def _beside(seen: _Seen) -> tuple[float, str]:
    """The country that the very sentence names."""
    if seen.entry.kind == "country" or not seen.story.beside(seen.entry.iso3, seen.mention.evidence.start):
        return 0.0, ""
    country = seen.gazetteer.country(seen.entry.iso3)
    return 2.5, f"the sentence names {country.name if country else seen.entry.iso3}"


def _capital(seen: _Seen) -> tuple[float, str]:
    """A capital of a country is meant before its namesakes."""
    capital = seen.entry.kind in _SPOTS and load_countries().capital(seen.mention.name) == seen.entry.iso3 and seen.entry.weight >= 5
    return (2.0, "a capital") if capital else (0.0, "")


GROUNDS: Mapping[str, Ground] = {
    "container": _stated, "unit": _unit, "story": _story, "sentence": _beside,
    "neighbours": _neighbours, "capital": _capital, "size": _standing,
}  # fmt: skip
"""What speaks for a reading, by its short name, in the order the reason tells it."""


def unit_word(unit: str) -> str:
    """A class of place in plain words."""
    return {"adm1": "province", "adm2": "district"}.get(unit, unit)


def _one_place(one: Entry, other: Entry) -> bool:
    """A town and the unit named after it are no rivals: the choice between them is one of precision."""
    same_land = one.iso3 == other.iso3
    nested = one.name in other.parents or other.name in one.parents or key(one.name) == key(other.name)
    units = {one.kind, other.kind} & {"adm1", "adm2"}
    return same_land and (bool(nested and units and one.kind != other.kind) or _near(one, other))


def _near(one: Entry, other: Entry) -> bool:
    if one.lat is None or one.lon is None or other.lat is None or other.lon is None:
        return False
    return abs(one.lat - other.lat) < SAME_SPOT and abs(one.lon - other.lon) < SAME_SPOT


def _told(entry: Entry) -> str:
    return ", ".join(dict.fromkeys((entry.name, *entry.parents[-2:])))


def _named_alone(mention: PlaceMention, name: str) -> PlaceMention:
    return PlaceMention(mention.evidence, name, mention.first, mention.last, mention.head, mention.sentence)


def _by_container(mention: PlaceMention, gazetteer: Gazetteer, story: StoryPlaces, reason: str) -> Place:
    """A place the gazetteer lacks keeps its words; what it lies in, if the text says so, is told, and gives no point."""
    for name in (*mention.within, *_unit_in_its_name(mention, gazetteer)):
        alone = _named_alone(mention, name)
        entry, _ = choose(replace(alone, unit="adm1") if mention.unit == "adm2" else alone, gazetteer=gazetteer, story=story)
        if entry is not None:
            within = tuple(dict.fromkeys((entry.name, *entry.parents)))
            why = f"{reason}; in {entry.name}, as the text says"
            ucdp, acled = known_within(entry)
            return Place(_as_named(mention), mention.evidence, None, within, None, None, ucdp, acled, why, entry.iso3 or None)
    return Place(_as_named(mention), mention.evidence, within=tuple(mention.within), reason=reason)


def _unit_in_its_name(mention: PlaceMention, gazetteer: Gazetteer) -> tuple[str, ...]:
    """ "A California prison": a spot named after a unit or a country lies in it."""
    wide = mention.unit == "site" and any(e.kind in {"adm1", "country"} for e in gazetteer.find(mention.name)[:1])
    return (mention.name,) if wide else ()


def _as_named(mention: PlaceMention) -> str:
    """ "Medina Hospital", "Christmas market": a spot the gazetteer lacks keeps the word that says what it is."""
    if mention.unit != "site":
        return mention.name
    named = re.search(rf"{re.escape(mention.name)}\s+[\w-]+(?:\s+(?:[Bb]ase|[Ss]tation))?", mention.words)
    return " ".join(named[0].split()) if named is not None else mention.name


def _the_country(mention: PlaceMention, gazetteer: Gazetteer, story: StoryPlaces) -> Place:
    entry = gazetteer.country(story.main) if story.main else None
    if entry is None:
        return Place(mention.words, mention.evidence, reason="the report speaks of several countries and does not say which")
    reason = f"the country the report speaks of most is {entry.name}"
    return locate(mention, entry, None, reason)
