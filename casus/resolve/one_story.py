"""One story: where all acts of violence in a report's news are told of one day, or at one place, those told without are of it, too.

"Five people were shot in Sake on Monday night. ... A boy was hit in the leg, a girl in the arm." A report of one occurrence names its day
and place once. Neither is lent far from an act that has it, nor once the report turns to another incident.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from casus.codebook.occasions import load_occasions
from casus.model.claim import Claim
from casus.model.text import Sentence

_REACH = 8
"""How many sentences a day or place reaches in a report that tells of no other."""


def lender_of_story(
    claim: Claim, lenders: Sequence[Claim], sentences: Sequence[Sentence], agree: Callable[[Claim, Claim], bool]
) -> Claim | None:
    """The act of the report's one story told last before an undated or unplaced one; None where the lenders do not all agree."""
    if claim.type != "ASSAULT" or claim.layer != "news" or claim.heading:
        return None
    able = [c for c in lenders if c.type == "ASSAULT" and c.layer == "news" and c.id != claim.id]
    if not able or any(not agree(able[0], c) for c in able[1:]):
        return None
    near = (c for c in able if 0 <= claim.sentence - c.sentence <= _REACH and c.item == claim.item)
    found = max(near, key=lambda c: (c.sentence, c.act.start), default=None)
    if found is None or _turns(sentences[claim.sentence : claim.sentence + 1], load_occasions().parting):
        return None
    return None if _turns(sentences[found.sentence + 1 : claim.sentence], load_occasions().turning) else found


def _turns(sentences: Sequence[Sentence], words: frozenset[str]) -> bool:
    return any({t.lemma.lower(), t.text.lower()} & words for s in sentences for t in s.tokens)
