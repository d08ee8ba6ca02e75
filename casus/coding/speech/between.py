"""Between two sayings of one speaker: what stands there in one paragraph without a voice of its own is told on that speaker's word.

"An officer said they fired first. Three rebels were killed. Two rifles were found, he added.": the killing is the officer's word too.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from casus.coding.claims import Told
from casus.coding.scene import Scene
from casus.coding.speech.going_on import GOING_ON
from casus.coding.speech.tellers import Teller
from casus.model.claim import Source

_REACH = 4
"""How many sentences may lie between the sayings."""
_OF_THOSE = frozenset({"of those", "of these", "of them", "among those", "among them"})
_POINTING = frozenset({"he", "she", "they"})


def hold_between(told: Sequence[Told], tellers: Sequence[Teller], scenes: Sequence[Scene]) -> list[Told]:
    """The acts without a voice that stand between two sayings of one speaker, each on that speaker's word."""
    held: dict[int, Source] = {}
    for index, source in _counted_among(tellers, scenes):
        held[index] = source
    for first, source, last in _pairs(tellers, scenes):
        held |= dict.fromkeys(range(first + 1, last), source)
    return [_held(t, held.get(t.claim.sentence)) for t in told]


def _pairs(tellers: Sequence[Teller], scenes: Sequence[Scene]) -> Iterator[tuple[int, Source, int]]:
    """A speaker's sentence, the speaker, and the sentence where he goes on, with nobody else saying anything between."""
    blocks = {s.sentence.index: s.sentence.paragraph for s in scenes if not s.sentence.heading}
    lemmas = {(s.sentence.index, t.text.lower()): t.lemma.lower() for s in scenes for t in s.tree.tokens}
    speaking = [t for t in tellers if t.says]
    for before, after in pairwise(speaking):
        near = 1 < after.sentence - before.sentence <= _REACH + 1
        if not near or blocks.get(before.sentence, -1) != blocks.get(after.sentence, -2):
            continue
        verb = lemmas.get((after.sentence, after.source.verb.lower()), "")
        if _is_same(before.source.name, after.source.name, goes_on=verb in GOING_ON):
            yield before.sentence, before.source, after.sentence


def _counted_among(tellers: Sequence[Teller], scenes: Sequence[Scene]) -> Iterator[tuple[int, Source]]:
    """ "They said 250 had joined. Of those, 24 have been killed.": a part of a figure is told by who told the whole."""
    told_by = {t.sentence: t.source for t in tellers if t.says}
    for scene in scenes:
        first = " ".join(t.text.lower() for t in scene.tree.tokens[:2])
        if first in _OF_THOSE and scene.sentence.index - 1 in told_by:
            yield scene.sentence.index, told_by[scene.sentence.index - 1]


def _is_same(before: str, after: str, *, goes_on: bool) -> bool:
    """ "He added" goes on with whoever spoke; a bare "he said" may, and does where a name or title stands in it again."""
    if after.lower() in _POINTING:
        return goes_on or before.lower() == after.lower()
    return after.split()[-1] == before.split()[-1]


def _held(told: Told, source: Source | None) -> Told:
    claim = told.claim
    if source is None or claim.sources or claim.status != "asserted" or claim.heading:
        return told
    spoken = replace(claim, status="attributed", sources=(source,))
    return replace(told, claim=spoken.because("status", f"goes on with what {source.name} says"))
