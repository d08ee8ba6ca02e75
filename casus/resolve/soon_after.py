"""The act some hours after which another was done: of the same day, as far as words tell.

"Gunmen shot a farmer in Orla on Monday. A few hours later, men burned five houses in Sake", "hours after the blast, women blocked a road".
What was done late in a day may be followed in the next: then nothing is lent.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from casus.codebook.kinds import singular
from casus.codebook.occasions import load_occasions
from casus.model.claim import Claim
from casus.model.text import Sentence

_REACH_LATER, _REACH_NAMED = 8, 12
"""How many sentences back "hours later" and "hours after the attack" may point."""
_SPAN = r"(?:(?P<hours>hour)|minute|moment|second)s?"
_LATER = re.compile(rf"\b{_SPAN}\s+(?:later|afterwards?)\b", re.IGNORECASE)
_LATE = re.compile(r"\b(?:late|night|evening|midnight|overnight)\b", re.IGNORECASE)


def act_hours_before(claim: Claim, tellers: Sequence[Claim], sentences: Sequence[Sentence]) -> Claim | None:
    """The act, of those told, hours or minutes after which a claim was done; None where its words do not say so."""
    later, named = _LATER.search(claim.act.words), _named().search(claim.act.words)
    said = later or named
    if said is None:
        return None
    reach = _REACH_NAMED if named is said else _REACH_LATER
    before = [c for c in tellers if is_before(c, claim) and claim.sentence - c.sentence <= reach]
    if named is said:
        noun = singular(named["noun"].lower())
        before = [c for c in before if may_be_called(noun, c, sentences[c.sentence])]
    lender = next((c for c in reversed(before) if c.date is not None and c.date.evidence is not None and c.date.start is not None), None)
    if lender is None or lender.date is None or lender.date.evidence is None:
        return None
    return None if said["hours"] and _LATE.search(lender.date.evidence.words) else lender


def is_before(lender: Claim, claim: Claim) -> bool:
    """Whether one act is told before another, in the same layer and entry of a list."""
    first = (lender.sentence, lender.act.start) < (claim.sentence, claim.act.start)
    return first and lender.layer == claim.layer and lender.item == claim.item


def may_be_called(noun: str, claim: Claim, sentence: Sentence) -> bool:
    """Whether "the blast" may be an act: told with that noun, done by its means, or an assault where the noun tells no means."""
    means = load_occasions().means.get(noun)
    if noun in {singular(t.lemma.lower()) for t in sentence.tokens}:
        return claim.type in {"ASSAULT", "PROTEST", "COERCE"}
    return means in claim.modes if means is not None else claim.type == "ASSAULT"


@lru_cache(maxsize=1)
def _named() -> re.Pattern[str]:
    nouns = "|".join(sorted(map(re.escape, load_occasions().occasions), key=len, reverse=True))
    return re.compile(rf"\b{_SPAN}\s+after\s+(?:the|this|that)\s+(?:[\w-]+\s+){{0,2}}?(?P<noun>(?:{nouns})s?)\b", re.IGNORECASE)
