"""Silences beside what they are about: a party that gives no comment is a voice of the act told last, and says nothing of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from casus.codebook.kinds import is_military
from casus.model.claim import Claim, Source
from casus.model.text import Sentence
from casus.resolve.denials import same_body

_NEAR = 2
"""A silence further from a deed may be about something told between."""
_ABOUT = frozenset({"ASSAULT", "COERCE", "PROTEST", "SANCTION", "MOBILIZE"})
"""Deeds a party is asked about."""
_OF_STATES = frozenset({"police", "military", "government", "intelligence"})
"""Doers whose ministry is asked about what they did."""


def beside_silences(claims: Sequence[Claim], silences: Sequence[tuple[int, Source]], sentences: Sequence[Sentence]) -> tuple[Claim, ...]:
    """The claims with who gives no comment on them: the certain deeds of the nearest sentence before, or of the same."""
    out = list(claims)
    for sentence, source in silences:
        near = [k for k, c in enumerate(claims) if c.type in _ABOUT and c.certain and not c.heading and _reaches(sentence, c, sentences)]
        nearest = max((claims[k].sentence for k in near), default=None)
        for k in near:
            asked = claims[k].sentence == nearest and _is_asked(source, claims[k])
            if asked and not any(same_body(s.name, source.name) for s in claims[k].sources):
                out[k] = replace(out[k], silent=(*out[k].silent, source))
    return tuple(out)


def _is_asked(source: Source, claim: Claim) -> bool:
    """Whether a party has something to say of a deed: it did it or befell it, or is a side that may have and nobody else is named."""
    sides = (*claim.actors, *claim.recipients)
    if any(source.id is not None and source.id in {p.id, *p.parents} for p in sides) or any(same_body(p.name, source.name) for p in sides):
        return True
    side = source.capacity == "party" or is_military(source.name) or "police" in source.name.lower()
    if side and (not any(p.id for p in claim.actors) or "seize" in claim.modes):
        return True  # a town was taken from somebody
    return source.capacity == "official" and any(p.kind in _OF_STATES for p in claim.actors)


def _reaches(sentence: int, claim: Claim, sentences: Sequence[Sentence]) -> bool:
    blocks = sentences[sentence].paragraph - sentences[claim.sentence].paragraph
    return 0 <= sentence - claim.sentence <= _NEAR and blocks <= 1
