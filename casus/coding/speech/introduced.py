"""Introduced: what a bare name is, as the text tells where it introduces it: "the Japanese premier Kenzo Arai" ... "Arai said"."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from casus.coding.claims import Told
from casus.coding.scene import Scene
from casus.coding.speech.sources import capacity_of_phrase, naming
from casus.model.claim import Capacity, Claim, Source

_OWN_SIDE = frozenset({"party", "witness"})
"""What somebody is to one act, not to the next."""


def with_introductions(told: Sequence[Told], scenes: Sequence[Scene]) -> list[Told]:
    """Sources called by a person's bare name, with the capacity in which the text introduces that person."""
    known = _introductions(scenes)
    return [replace(t, claim=_introduced(t.claim, known)) for t in told]


def _introductions(scenes: Sequence[Scene]) -> Mapping[str, Capacity]:
    """The capacity of each surname that the text gives one; nothing for a surname given two."""
    found: dict[str, set[Capacity]] = {}
    for scene in scenes:
        for name in scene.sentence.names:
            if name.kind == "person" and not scene.sentence.heading:
                whole = naming(scene.tree, scene.tree.phrase(scene.tree.head_of(name.first, name.last)))
                capacity = capacity_of_phrase(scene.tree, whole, scene.book.actors)
                found.setdefault(scene.tree.tokens[name.last - 1].text, set()).add(capacity)
    told = {name: {c for c in capacities if c != "unknown"} for name, capacities in found.items()}
    return {name: next(iter(c)) for name, c in told.items() if len(c) == 1 and not c & _OWN_SIDE}


def _introduced(claim: Claim, known: Mapping[str, Capacity]) -> Claim:
    sources = tuple(_named(s, known) for s in claim.sources)
    return claim if sources == claim.sources else replace(claim, sources=sources)


def _named(source: Source, known: Mapping[str, Capacity]) -> Source:
    words = source.name.split()
    bare = source.capacity == "unknown" and 0 < len(words) <= 3 and all(w[:1].isupper() for w in words)
    return replace(source, capacity=known[words[-1]]) if bare and words[-1] in known else source
