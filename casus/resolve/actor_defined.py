"""Abbreviations a report defines: "the Lakurawa Defence Front (LDF)" gives every later LDF its meaning."""

from __future__ import annotations

from casus.codebook.kinds import kind_of
from casus.model.actor import Actor, ActorKind
from casus.resolve.actor_bodies import of_named
from casus.resolve.actor_identity import Identity, unknown
from casus.resolve.actor_scene import Scene
from casus.resolve.actor_words import Phrase, words_in


def defined(phrase: Phrase, scene: Scene) -> Identity | None:
    """An abbreviation this report defines means what it says there, whatever the codebook knows under it."""
    for word in phrase.core[: phrase.head + 1]:
        found = scene.mentions.defined.get(word.text)
        if found is None or found.start <= word.start < found.end:
            continue
        actors = scene.table.find(found.full, on=scene.on) or _akin(found.short, found.full, scene)
        why = f'"{found.short}" is short for {found.full} in this report'
        if len(actors) == 1:
            return of_named(phrase, actors[0], why, table=scene.table, on=scene.on)
        if not actors:
            return unknown(found.full, _kind(found.full, scene), f"unknown: {why}, which the codebook does not know")
    return None


def _akin(short: str, full: str, scene: Scene) -> tuple[Actor, ...]:
    """The codebook's actor of that abbreviation, if one of its names shares most words with the full name in the report."""
    ours = _words(full)
    return tuple(
        actor
        for actor in scene.table.find(short, on=scene.on)
        if any(_mostly_same(ours, _words(name)) for name in (actor.name, *(a.words for a in actor.aliases)))
    )


def _words(name: str) -> set[str]:
    return {word.plain for word in words_in(name, 0, len(name))}


def _mostly_same(a: set[str], b: set[str]) -> bool:
    return 3 * len(a & b) >= 2 * max(len(a), len(b))


def _kind(name: str, scene: Scene) -> ActorKind:
    words = words_in(name, 0, len(name))
    return kind_of(words[-1].plain, name, scene.table) if words else "unknown"
