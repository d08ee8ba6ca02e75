"""An office without a name: "the U.S. president" is the one who holds it, where the report names him; else nobody by name."""

from __future__ import annotations

import re

from casus.model.actor import Actor, Office
from casus.resolve.actor_identity import Identity, unknown
from casus.resolve.actor_scene import Scene
from casus.resolve.actor_words import Phrase

_OFFICES = frozenset(
    {"president", "prime minister", "premier", "chancellor", "vice president", "foreign minister", "defence minister", "interior minister"}
)
_ANY_TOP = frozenset({"leader", "head of state", "head of government", "ruler"})
_TOP = frozenset({"president", "prime minister", "supreme leader", "king", "emir", "chancellor"})
_ALSO = {"premier": "prime minister", "defense minister": "defence minister"}
_NOT_NOW = frozenset("elect former ex then acting interim late next previous first company club union council board parliament".split())


def office_held(phrase: Phrase, scene: Scene) -> Identity | None:
    """The one person named in the report who holds, on its day, the office the phrase names and nothing more."""
    if scene.on is None or not phrase.core or not phrase.definite:
        return None
    own = " ".join(w for w in phrase.plain_words if w not in _land_words(phrase, scene))
    role = _ALSO.get(own, own)
    lands = {x.iso3 for x in scene.lands(phrase)}
    if phrase.core[-1].end != phrase.end or len(lands) > 1 or set(phrase.plain_words) & _NOT_NOW:
        return None
    if role not in _OFFICES and not (role in _ANY_TOP and lands):
        return None
    wanted = _TOP if role in _ANY_TOP else frozenset({role})
    held = {a.id: a for a in _people(scene) if (not lands or a.country in lands) and any(_now(o, wanted, scene) for o in a.offices)}
    if len(held) > 1:
        return unknown(phrase.bare, "government", f"unknown: {', '.join(sorted(a.name for a in held.values()))} hold such an office")
    if not held:
        return None
    holder = next(iter(held.values()))
    return scene.people.as_identity(holder, f'"{phrase.written}": {holder.name}, whom the report names')


def _people(scene: Scene) -> list[Actor]:
    chosen = (scene.chooser.choose(k).actor for k in scene.mentions.known if any(a.kind == "person" for a in k.actors))
    return [a for a in chosen if a is not None and a.kind == "person"]


def _land_words(phrase: Phrase, scene: Scene) -> frozenset[str]:
    spans = [(x.start, x.end) for x in scene.lands(phrase)] + [(k.start, k.end) for k in scene.names(phrase) if k.actors[0].kind == "state"]
    return frozenset(w.plain for w in phrase.core if any(a <= w.start < b for a, b in spans))


def _now(office: Office, wanted: frozenset[str], scene: Scene) -> bool:
    title = re.split(r"\s+of\s+", office.title.lower(), maxsplit=1)[0]
    on = scene.on
    return title in wanted and on is not None and (office.start is None or office.start <= on) and (office.end is None or on <= office.end)
