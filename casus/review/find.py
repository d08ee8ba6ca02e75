"""Looking up actors and places by name, for a coder who resolves one."""

from __future__ import annotations

from dataclasses import dataclass

from casus.brief.labels import label
from casus.codebook.names import key
from casus.pipeline import Tools
from casus.resolve.lookup import actors_called

MOST = 12
"""How many are offered."""


@dataclass(frozen=True, slots=True)
class Found:
    """An actor or a place of the codebook: its id, its name, and what tells it from others of the name."""

    id: str
    name: str
    about: str


def find_actors(words: str, tools: Tools) -> list[Found]:
    """Return the actors of this name, then those whose names hold these words."""
    table = tools.book.actors
    if not key(words):
        return []
    exact = {a.id: a for a in (*table.find(words), *actors_called(words, table))}
    wanted = f" {key(words)}"
    longer = (a for a in table if any(wanted in f" {key(n)}" for n in (a.name, *(x.words for x in a.aliases))))
    for actor in longer:
        if len(exact) >= MOST:
            break
        exact.setdefault(actor.id, actor)
    return [Found(a.id, a.name, ", ".join(filter(None, (label("kinds", a.kind), a.country or "")))) for a in exact.values()][:MOST]


def find_places(words: str, tools: Tools) -> list[Found]:
    """Return the gazetteer's places of this name, the heaviest first."""
    if not key(words):
        return []
    found = tools.book.places.find(words) or tools.book.places.alike(words)
    return [Found(e.id, e.name, ", ".join((e.kind, *(p for p in e.parents if p != e.name)))) for e in found[:MOST]]


