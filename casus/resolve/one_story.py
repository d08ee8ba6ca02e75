"""One story: where all violence in a report's news is told of one day and at one place, acts told without a day or place are of it, too.

"Five people were shot in Sake on Monday night. ... A boy was hit in the leg, a girl in the arm." A report of one occurrence names its day
and place once. Neither is lent far from an act that has it, nor once the report turns to another incident.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from casus.codebook.occasions import load_occasions
from casus.model.claim import Claim
from casus.model.place import Place
from casus.model.text import Sentence
from casus.model.when import DateRange
from casus.resolve.containers_told import is_bare

_EARLIER = re.compile(
    r"\b(?:(?:days?|weeks?|months?|years?) (?:after|following)|(?:retaliation|revenge|reprisals?|vengeance) for"
    r"|(?:response|reply) to|aveng\w+)\b"
)
"""Words before an act that what is told beside it only answers."""
_NEAR, _FAR = 45, 12
"""So many characters before the words of an act, and into them, they may stand."""
_REACH = 8
"""How many sentences a day or place reaches in a report that tells of no other."""


def lender_of_story(claim: Claim, lenders: Sequence[Claim], claims: Sequence[Claim], sentences: Sequence[Sentence]) -> Claim | None:
    """The lender told last before an undated or unplaced act, where the report's news tells of violence on one day, at one place."""
    if claim.type != "ASSAULT" or claim.layer != "news" or claim.heading:
        return None
    near = (c for c in lenders if _is_of_it(c) and c.id != claim.id and 0 <= claim.sentence - c.sentence <= _REACH and c.item == claim.item)
    found = max(near, key=lambda c: (c.sentence, c.act.start), default=None)
    if found is None or turns(sentences[claim.sentence : claim.sentence + 1], load_occasions().parting):
        return None
    if turns(sentences[found.sentence + 1 : claim.sentence], load_occasions().turning) or _is_answered(claim, sentences[claim.sentence]):
        return None
    told = [c for c in claims if c.certain and _is_of_it(c)]
    return found if _is_one_day(told) and _is_one_place([*told, claim]) else None


def _is_answered(claim: Claim, sentence: Sentence) -> bool:
    """ "Bombed a camp on Friday, days after a blast in Sake", "in retaliation for the raid that killed nine": of an earlier day."""
    text = " ".join(t.text.lower() for t in sentence.tokens if claim.act.start - _NEAR <= t.start < claim.act.start + _FAR)
    return _EARLIER.search(text) is not None


def _is_of_it(claim: Claim) -> bool:
    return claim.type == "ASSAULT" and claim.layer == "news" and not claim.heading


def _is_one_place(claims: Sequence[Claim]) -> bool:
    """Whether all places told are one or lie in each other; a bare name may be anywhere."""
    told = [c.place for c in claims if c.place is not None and not is_bare(c.place)]
    exact = (p for p in told if (p.precision_ucdp or 0) < 5)  # "South Kashmir" may be anybody's beat
    places = list({(p.name, p.id, p.within): p for p in exact}.values())  # a report names a few places many times
    return all(agree(a, b) for n, a in enumerate(places) for b in places[n + 1 :])


def _is_one_day(claims: Sequence[Claim]) -> bool:
    """Whether all days in words are one, or the same words where no year is known."""
    days = [c.date for c in claims if c.date is not None and c.date.evidence is not None]
    return all(_same_day(days[0], d) for d in days[1:])


def _same_day(one: DateRange, other: DateRange) -> bool:
    if (one.start, one.end) != (other.start, other.end):
        return False
    return one.start is not None or one.end is not None or _day_words(one) == _day_words(other)


def _day_words(when: DateRange) -> str:
    return when.evidence.words.lower().removeprefix("on ") if when.evidence is not None else ""


def agree(one: Place | None, other: Place | None) -> bool:
    """Whether one place is the other or lies in it."""
    if one is None or other is None:
        return False
    same = one.name.lower() == other.name.lower() or (one.id is not None and one.id == other.id)
    return same or other.name in one.within or one.name in other.within


def turns(sentences: Sequence[Sentence], words: frozenset[str]) -> bool:
    """Whether one of some words stands in the sentences, as written or in its ground form."""
    return any({t.lemma.lower(), t.text.lower()} & words for s in sentences for t in s.tokens)
