"""Speakers called by a pronoun: "He said" in the sentences after "a doctor in Wana said" is the doctor still."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from casus.coding.claims import Told
from casus.model.claim import Source

REACH = 3
"""How many sentences a speaker is carried on."""
_PRONOUNS = frozenset({"he", "she", "it", "they", "we", "i"})


def name_speakers(told: Sequence[Told]) -> list[Told]:
    """Give sources that are pronouns the last speaker named before them; without one they stay as written."""
    out: list[Told] = []
    last: tuple[int, Source] | None = None
    for item in told:
        sources = tuple(_named(s, item.claim.sentence, last) for s in item.claim.sources)
        for source in sources:
            if source.name.lower() not in _PRONOUNS and source.name != "unnamed":
                last = (item.claim.sentence, source)
        out.append(replace(item, claim=replace(item.claim, sources=sources)) if item.claim.sources else item)
    return out


def _named(source: Source, sentence: int, last: tuple[int, Source] | None) -> Source:
    if source.name.lower() not in _PRONOUNS or last is None or not 0 <= sentence - last[0] <= REACH:
        return source
    speaker = last[1]
    return replace(source, name=speaker.name, capacity=speaker.capacity, id=source.id or speaker.id)
