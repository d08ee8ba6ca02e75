"""Names no table knows that can only be places: what was attacked may be a village, a person or a group.

"Gunmen raided Gamzai", "the massacre of La Saline", "troops reached Gamzai": by what was done. "Attacked Gamzai": where the report says "in
Gamzai" elsewhere, or how far it lies ("Gamzai, 15 km to the east").
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import lru_cache

from casus.codebook.place_words import load_place_words
from casus.codebook.verb_forms import lemma_by_form
from casus.coding.places.mention import PlaceMention
from casus.model.claim import Claim

_LED = re.compile(r"\b(?:in|near|around|outside|into|inside)\s+$", re.IGNORECASE)
_FAR = re.compile(r",?\s(?:about |some |roughly )?\d+\s?(?:km|kilomet|miles?\b)")


def spots_named(text: str, places: Mapping[int, Sequence[PlaceMention]]) -> frozenset[str]:
    """The names that some sentence of a report places something in or near, calls a village or the like, or says how far off it is."""
    every = (m for found in places.values() for m in found)
    return frozenset(m.name for m in every if m.unit is not None or _is_placed(text, m.evidence.start, m.evidence.end))


def _is_placed(text: str, start: int, end: int) -> bool:
    return _LED.search(text, max(start - 12, 0), start) is not None or _FAR.match(text, end) is not None


def is_done_to_places(claim: Claim) -> bool:
    """Whether an act is done to a place and to nobody: a raid, shelling, a massacre; a town is taken, and troops are sent to it."""
    if claim.place is None or claim.type == "MOBILIZE" or "seize" in claim.modes:
        return claim.place is not None
    deeds, lemmas = load_place_words().laying, _forms_of_laying()
    named = re.search(rf"\b(\w+) (?:of|on|at) {re.escape(claim.place.evidence.words)}", claim.act.words)
    return lemmas.get(claim.lemma, claim.lemma) in deeds or (named is not None and named[1].lower() in deeds)


@lru_cache(maxsize=1)
def _forms_of_laying() -> Mapping[str, str]:
    return lemma_by_form(load_place_words().laying)
