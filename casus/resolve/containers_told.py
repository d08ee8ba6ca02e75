"""What a place lies in, told elsewhere in the report: "Pipra village of Rohtas district", and later only "Pipra".

A name that the gazetteer lacks, told with no container where an act is told, lies in what the report says of it once (`share`), and else,
bare as it is, in the unit or town where the same occurrence is told to have been (`lie_in_scene`).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from casus.codebook.names import key
from casus.codebook.place_words import load_place_words
from casus.coding.places.mention import PlaceMention
from casus.model.place import Place

_UNITS = frozenset({3, 4})


def share(places: Mapping[int, Sequence[PlaceMention]]) -> dict[PlaceMention, PlaceMention]:
    """Each mention with the containers that the report gives its name; those it gives several ways stay as they are."""
    told: dict[str, list[PlaceMention]] = {}
    mentions = [m for found in places.values() for m in found]
    for m in mentions:
        if m.within and not m.others:
            told.setdefault(key(m.name), []).append(m)
    fullest = {name: best for name, ways in told.items() if (best := _fullest(ways)) is not None}
    full = {m: fullest[key(m.name)] for m in mentions if _lacks(m, fullest)}
    return {m: replace(m, within=best.within, stated=best.stated) for m, best in full.items()}


def _lacks(mention: PlaceMention, fullest: Mapping[str, PlaceMention]) -> bool:
    return not mention.within and not mention.others and key(mention.name) in fullest


def _fullest(ways: Sequence[PlaceMention]) -> PlaceMention | None:
    """The mention with the most containers, if those of all others are among them."""
    best = max(ways, key=lambda m: len(m.within))
    names = set(map(key, best.within))
    return best if all(set(map(key, m.within)) <= names for m in ways) else None


def lie_in_scene(place: Place, scene: Place) -> Place:
    """A bare name with what the place of the same occurrence tells: its units; a street or building also lies in its town."""
    if not is_bare(place) or key(place.name) == key(scene.name):
        return place
    unit = scene.precision_ucdp in _UNITS or len(scene.candidates) > 1
    known = unit or (scene.id is not None and _is_spot(place.name))
    within = (scene.name, *scene.within) if known else scene.within
    if not within:
        return place
    reason = f"{place.reason}; in {within[0]}, where the same is told to have been"
    return replace(place, within=within, country=scene.country, reason=reason)


def is_bare(place: Place) -> bool:
    """Whether nothing is known of a place but its name."""
    return place.id is None and not place.within and place.reason.startswith(("not in the gazetteer", "the places of this name do not fit"))


def _is_spot(name: str) -> bool:
    words = load_place_words()
    last = name.split()[-1].strip(".")
    return last in words.streets | words.short_streets or last.lower() in words.buildings
