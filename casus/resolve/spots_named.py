"""Names no table knows that can only be places: what was attacked may be a village, a person or a group.

"Gunmen raided Gamzai", "the massacre of La Saline": by what was done. "Attacked Gamzai": where the report says "in Gamzai" elsewhere.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from casus.codebook.place_words import load_place_words
from casus.coding.places.mention import PlaceMention
from casus.model.claim import Claim

_LED = re.compile(r"\b(?:in|near|around|outside|into|inside)\s+$", re.IGNORECASE)


def spots_named(text: str, places: Mapping[int, Sequence[PlaceMention]]) -> frozenset[str]:
    """The names that some sentence of a report places somebody or something in or near, or calls a village or the like."""
    every = (m for found in places.values() for m in found)
    return frozenset(m.name for m in every if m.unit is not None or _LED.search(text, max(m.evidence.start - 12, 0), m.evidence.start))


def is_done_to_places(claim: Claim) -> bool:
    """Whether an act is one that is done to a place and to nobody: a raid, shelling, a massacre."""
    if claim.place is None:
        return False
    deeds = load_place_words().laying
    named = re.search(rf"\b(\w+) (?:of|on|at) {re.escape(claim.place.evidence.words)}", claim.act.words)
    return claim.lemma in deeds or (named is not None and named[1].lower() in deeds)
