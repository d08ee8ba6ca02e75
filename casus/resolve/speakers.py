"""Speakers called by a pronoun: "He said" in the sentences after "a doctor in Wana said" is the doctor still."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from casus.model.actor import Party
from casus.model.claim import Claim, Source

REACH = 3
"""How many sentences a speaker is carried on."""
PRONOUNS = frozenset({"he", "she", "it", "they", "we", "i"})

Voices = Sequence[tuple[int, Source]]
"""Everybody who says something in a report: (sentence, source), in text order."""


def last_speaker(claim: Claim, voices: Voices) -> Source | None:
    """The last speaker named before the act, at most REACH sentences back."""
    before = [s for i, s in voices if claim.sentence - REACH <= i and s.evidence.start < claim.act.start and s.name.lower() not in PRONOUNS]
    return before[-1] if before else None


def spoken_by(source: Source, speaker: Source | None) -> Source:
    """A source, with the speaker meant where it is only a pronoun."""
    if speaker is None or source.name.lower() not in PRONOUNS:
        return source
    return replace(source, name=speaker.name, capacity=speaker.capacity, id=source.id or speaker.id)


def as_speaker(party: Party, speaker: Source | None) -> Party:
    """A party, as the speaker meant where it is only a pronoun nobody else was found for."""
    if speaker is None or party.id is not None or party.name.lower() not in PRONOUNS:
        return party
    return replace(party, name=speaker.name, id=speaker.id, reason=f"“{party.name}”: the last speaker, {speaker.name}")
