"""A place mention to one place of the gazetteer, or none; always with the reason.

What the text says of it decides (its unit, its containers), then the country of the story, then size; each ground has a
weight, and the reason names those that told. A name several places share, with nothing to choose by, stays unresolved.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from difflib import SequenceMatcher
from functools import lru_cache

from casus.codebook.countries import load_countries
from casus.codebook.names import key
from casus.codebook.places import Entry, Gazetteer
from casus.coding.places.mention import THE_CAPITAL, PlaceMention
from casus.model.candidate import Candidate, Weight
from casus.model.place import Place
from casus.model.text import Report
from casus.resolve.place_grounds import GROUNDS, Seen
from casus.resolve.place_precision import known_within, locate
from casus.resolve.story_places import StoryPlaces, story_places

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

_SPOKEN_FOR = frozenset({"container", "unit", "story", "sentence", "neighbours", "capital"})
_MANY = 12
"""Of a name with more readings than this, those beyond the best known that nothing in the report speaks for are not weighed."""

_Weighed = tuple[Entry, tuple[Weight, ...]]

_SPOTS = frozenset({"town", "village", "camp", "site"})


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
    return read_name(mention, gazetteer=gazetteer, story=story)[0]


def read_name(mention: PlaceMention, *, gazetteer: Gazetteer, story: StoryPlaces) -> tuple[Place, tuple[Candidate, ...]]:
    """The place a mention names, and every reading of its name that was weighed, the best first."""
    if mention.name == "the country":
        return _the_country(mention, gazetteer, story), ()
    if mention.name == THE_CAPITAL:
        return _its_capital(mention, gazetteer, story), ()
    found = gazetteer.find(mention.words) or gazetteer.find(mention.name)
    ranked = _ranked(found, mention, gazetteer, story) if found else None
    readings = _readings(ranked or _ranked(_spelled_otherwise(mention, gazetteer, story), mention, gazetteer, story))
    return replace(_resolved(mention, gazetteer, story, ranked), candidates=readings[:SHOWN]), readings


def _resolved(mention: PlaceMention, gazetteer: Gazetteer, story: StoryPlaces, ranked: Sequence[_Weighed] | None) -> Place:
    entry, reason = choose(mention, gazetteer=gazetteer, story=story, ranked=ranked)
    if entry is None:
        return _by_container(mention, gazetteer, story, reason)
    partner = None
    if mention.others:
        other = _named_alone(mention, mention.others[0])
        partner, _ = choose(other, gazetteer=gazetteer, story=story)
    loose = _shares_name(mention, entry, gazetteer)
    if loose:
        reason += "; a town and a province share the name, and the words do not say which"
    return _in_stated_unit(locate(mention, entry, partner, reason, loose=loose), mention, gazetteer, story)


def _in_stated_unit(place: Place, mention: PlaceMention, gazetteer: Gazetteer, story: StoryPlaces) -> Place:
    """ "Arwan in Koda District", of which the gazetteer knows the province alone: the district the words say is told, too."""
    units = [_container(name, mention, gazetteer, story) for name, unit in mention.stated if unit == "adm2"]
    inner = [e.name for e in units if e is not None and e.kind == "adm2" and e.name != place.name and e.parents == place.within]
    return replace(place, within=(*inner[:1], *place.within)) if inner else place


def _shares_name(mention: PlaceMention, entry: Entry, gazetteer: Gazetteer) -> bool:
    """A bare "Kunduz" may be the town or the province around it."""
    if mention.unit is not None or mention.within or mention.side or entry.kind not in _SPOTS:
        return False
    return any(e.kind == "adm1" and e.iso3 == entry.iso3 and key(e.name) == key(entry.name) for e in gazetteer.find(mention.name))


def choose(
    mention: PlaceMention, *, gazetteer: Gazetteer, story: StoryPlaces, ranked: Sequence[_Weighed] | None = None
) -> tuple[Entry | None, str]:
    """The gazetteer's entry for a mention, and why; None and why not. `ranked` are its readings, where they are weighed already."""
    found = gazetteer.find(mention.words) or gazetteer.find(mention.name)
    chosen, reason = _best(found, mention, gazetteer, story, ranked) if found else (None, "not in the gazetteer")
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


def _best(
    found: tuple[Entry, ...], mention: PlaceMention, gazetteer: Gazetteer, story: StoryPlaces, ranked: Sequence[_Weighed] | None = None
) -> tuple[Entry | None, str]:
    """The candidate with most to speak for it, if nothing speaks against it and no rival comes near."""
    scored = ranked or _ranked(found, mention, gazetteer, story)
    if not scored:
        return None, "not in the gazetteer"
    entry, weights = scored[0]
    best, reason = _points(weights), "; ".join(w.words for w in weights if w.words)
    if best < 0:
        return None, f"the places of this name do not fit: {reason or 'too little speaks for them'}"
    least = best - MARGIN
    if not any(w.points > 0 for w in weights if w.ground in _SPOKEN_FOR):
        rivals = [e for e, against in scored[1:] if _points(_without_story(against)) > least and not _one_place(entry, e)]
    else:
        rivals = [e for e, against in scored[1:] if _points(against) > least and not _one_place(entry, e)]
    if rivals:
        told = "; ".join(dict.fromkeys(_told(e) for e in (entry, *rivals[:2])))
        count = len(found) if len(found) > _MANY else len(rivals) + 1
        return None, f"{count} places have this name and the report does not say which ({told})"
    if len(found) == 1:
        reason = f"the only place of this name in the gazetteer{'; ' + reason if reason else ''}"
    return entry, reason or "the best known place of this name"


def _without_story(weights: Sequence[Weight]) -> tuple[Weight, ...]:
    """The weights without what counts against a place whose country nobody names: where nothing speaks for the best, either."""
    return tuple(w for w in weights if w.ground != "story" or w.points > 0)


def weigh(mention: PlaceMention, *, gazetteer: Gazetteer, story: StoryPlaces) -> tuple[Candidate, ...]:
    """Every reading of a mention's name with its points, the best first; () for a name the gazetteer lacks."""
    found = gazetteer.find(mention.words) or gazetteer.find(mention.name) or _spelled_otherwise(mention, gazetteer, story)
    return _readings(_ranked(found, mention, gazetteer, story))


def _readings(ranked: Sequence[_Weighed]) -> tuple[Candidate, ...]:
    return tuple(Candidate(e.id, e.name, e.parents, round(_points(w), 3), tuple(x for x in w if x.points)) for e, w in ranked)


def _ranked(found: Sequence[Entry], mention: PlaceMention, gazetteer: Gazetteer, story: StoryPlaces) -> list[_Weighed]:
    """The entries with what speaks for and against each, those with most for them first; among equals in the gazetteer's order."""
    weighed = [(e, _weights(Seen(mention, e, story, gazetteer))) for e in _able(found, mention, story)]
    return sorted(weighed, key=lambda w: -_points(w[1]))


def _able(found: Sequence[Entry], mention: PlaceMention, story: StoryPlaces) -> Sequence[Entry]:
    """Without the small namesakes in countries the report does not speak of, where there are many: they could not win."""
    if len(found) <= _MANY or mention.within:
        return found
    spoken = {code for code, _ in story.countries}
    return [e for i, e in enumerate(found) if i < _MANY or e.iso3 in spoken or e.kind == mention.unit]


def _weights(seen: Seen) -> tuple[Weight, ...]:
    return tuple(Weight(name, *ground(seen)) for name, ground in GROUNDS.items())


def _points(weights: Sequence[Weight]) -> float:
    return sum(w.points for w in weights)


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
    """A place the gazetteer lacks keeps its words; what it lies in, if the text says so, is told, and gives no point.

    The narrowest container that is known tells the rest; those the text names before it, which nobody knows, keep their words.
    """
    told = mention.within or _unit_in_its_name(mention, gazetteer)
    known = [e for name in told if (e := _container(name, mention, gazetteer, story)) is not None]
    if not known:
        within, iso3 = _shared(mention, told, gazetteer, story)
        return Place(_as_named(mention), mention.evidence, within=within, reason=reason, country=iso3)
    entry = max(known, key=lambda e: (len(e.parents), -known.index(e)))
    chain = (entry.name, *entry.parents)
    given = {key(n) for e in known for n in (e.name, *e.parents)} | {key(n) for n in told if _container(n, mention, gazetteer, story)}
    within = tuple(dict.fromkeys((*(n for n in told if key(n) not in given), *chain)))
    why = f"{reason}; in {entry.name}, as the text says"
    ucdp, acled = known_within(entry)
    return Place(_as_named(mention), mention.evidence, None, within, None, None, ucdp, acled, why, entry.iso3 or None)


def _container(name: str, mention: PlaceMention, gazetteer: Gazetteer, story: StoryPlaces) -> Entry | None:
    """What a name that the text gives as a container means; a unit no table has may be named after a town of a country spoken of."""
    beyond = mention.within[mention.within.index(name) + 1 :] if name in mention.within else ()
    alone = replace(_named_alone(mention, name), within=beyond, stated=mention.stated)
    stated = dict(mention.stated).get(name)
    unit = stated or ("adm1" if mention.unit == "adm2" else None)
    entry = choose(replace(alone, unit=unit), gazetteer=gazetteer, story=story)[0]
    if entry is None and stated is not None and not any(e.kind == stated for e in gazetteer.find(name)):
        entry = choose(alone, gazetteer=gazetteer, story=story)[0]
        entry = entry if entry is not None and entry.iso3 in {code for code, _ in story.countries} else None
    return entry


def _shared(mention: PlaceMention, told: Sequence[str], gazetteer: Gazetteer, story: StoryPlaces) -> tuple[tuple[str, ...], str | None]:
    """What all likely readings of an undecided name, or of an undecided container, lie in ("Aurangabad district": India)."""
    units = dict(mention.stated)
    for alone in (*((mention,) if not told else ()), *(replace(_named_alone(mention, n), unit=units.get(n)) for n in told)):
        ranked = _ranked(gazetteer.find(alone.name), alone, gazetteer, story)
        likely = [e for e, w in ranked if _points(w) >= 0 and _points(ranked[0][1]) - _points(w) < MARGIN]
        common = [p for p in likely[0].parents if all(p in e.parents for e in likely)] if len(likely) > 1 else []
        if common:
            return tuple(dict.fromkeys((*told, *common))), likely[0].iso3 or None
    return tuple(told), None


def _unit_in_its_name(mention: PlaceMention, gazetteer: Gazetteer) -> tuple[str, ...]:
    """ "A California prison": a spot named after a unit or a country lies in it."""
    wide = mention.unit == "site" and any(e.kind in {"adm1", "country"} for e in gazetteer.find(mention.name)[:1])
    return (mention.name,) if wide else ()


def _as_named(mention: PlaceMention) -> str:
    """ "Medina Hospital", "Christmas market": a spot the gazetteer lacks keeps the word that says what it is."""
    if mention.unit not in {"site", "region"}:
        return mention.name
    word = r"[\w-]+(?:\s+(?:[Bb]ase|[Ss]tation))?" if mention.unit == "site" else r"[A-Z][\w-]+"
    named = re.search(rf"{re.escape(mention.name)}\s+{word}", mention.words)
    return " ".join(named[0].split()) if named is not None else mention.name


def _its_capital(mention: PlaceMention, gazetteer: Gazetteer, story: StoryPlaces) -> Place:
    """ "The capital": that of the country a report is about, else the only capital that it names of those it speaks of."""
    entry = _capital(story.main, gazetteer) if story.main else None
    if entry is not None:
        return locate(mention, entry, None, f"the capital of {load_countries().by_code[entry.iso3].name}, of which the report speaks most")
    named = [e for code, _ in story.countries if (e := _capital(code, gazetteer)) is not None and key(e.name) in story.names]
    if len(named) == 1:
        return locate(mention, named[0], None, "the only capital that the report names")
    return Place(mention.words, mention.evidence, reason="the report speaks of several countries and does not say whose capital")


def _capital(iso3: str, gazetteer: Gazetteer) -> Entry | None:
    country = load_countries().by_code.get(iso3)
    named = (e for name in (country.capitals if country else ()) for e in gazetteer.find(name))
    return next((e for e in named if e.kind in _SPOTS and e.iso3 == iso3), None)


def _the_country(mention: PlaceMention, gazetteer: Gazetteer, story: StoryPlaces) -> Place:
    entry = gazetteer.country(story.main) if story.main else None
    if entry is None:
        return Place(mention.words, mention.evidence, reason="the report speaks of several countries and does not say which")
    reason = f"the country the report speaks of most is {entry.name}"
    return locate(mention, entry, None, reason)
