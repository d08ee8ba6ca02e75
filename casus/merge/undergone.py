"""Undergone: what befell one person, told again of "him" ("a man was charged ... at his arraignment", "he was shot")."""

from __future__ import annotations

import re

from casus.codebook.kinds import singular
from casus.coding.harm.harmed import MANY
from casus.merge.another import heads
from casus.merge.findings import overlap
from casus.merge.one_victim import differ
from casus.merge.sight import head_word, in_order, words_of
from casus.model.claim import Claim

_BEFALLS: frozenset[str] = frozenset({"ASSAULT", "COERCE", "ACCUSE", "SANCTION"})
_AFTER = 3
"""So many sentences on, "him" is the one told of."""
_HIM = re.compile(r"^(?:he|him|his)$", re.IGNORECASE)
_HER = re.compile(r"^(?:she|her)$", re.IGNORECASE)
_OF_HIM = re.compile(r"^(?:(?:in|at|after|before|during|since|of|with|over|for|prior to|following) )?(?:his|her) ", re.IGNORECASE)
_HE_WAS = re.compile(r"^(?:he|she) (?:was|is|has been|had been) ", re.IGNORECASE)
_OTHER_TIME = re.compile(r"\b(?:also|again|another|first|second|earlier|previous(?:ly)?)\b", re.IGNORECASE)
_TO_COME: frozenset[str] = frozenset({"planned", "threatened"})


def again_of_him(a: Claim, b: Claim) -> bool:
    """Whether the later of two acts of one kind befalls "him" or "her" whom the earlier, a little before it, befell."""
    first, second = in_order(a, b)
    if a.type not in _BEFALLS or a.act.rule != b.act.rule or second.sentence - first.sentence > _AFTER:
        return False
    if (
        not _is_of_him(second)
        or _OTHER_TIME.search(second.act.words)
        or _is_of_several(first)
        or (first.status in _TO_COME) != (second.status in _TO_COME)
    ):
        return False
    return not is_of_another(first, second) and not _by_others(first, second)


def _is_of_him(claim: Claim) -> bool:
    said = _said(claim)
    if said:
        return len(said) == 1 and bool(_HIM.match(said[0]) or _HER.match(said[0]))
    return _OF_HIM.match(claim.act.words) is not None or (not claim.actors and _HE_WAS.match(claim.act.words) is not None)


def _is_of_several(claim: Claim) -> bool:
    counts = (claim.killed, claim.injured, claim.killed_or_injured, claim.captured)
    several = any(c is not None and c.best != 1 for c in counts) or any(is_plural(words) for words in _said(claim))
    return several or len(claim.recipients) > 1 or claim.aggregate


def is_plural(words: str) -> bool:
    """ "Several cars", "officers": not one, whom "him" could point at."""
    return MANY.search(words) is not None or any(singular(w) != w for w in words_of(words.split(",")[0])[-1:])


def is_of_another(first: Claim, second: Claim) -> bool:
    """Whether one is "him" or a man, the other "her" or a woman; or the second is one person alone ("he was taken") after several."""
    if any(differ(head_word(x), head_word(y)) for x in _said(first) for y in _said(second)):
        return True
    return not second.recipients and bool(_said(second)) and _is_of_several(first)


def _said(claim: Claim) -> list[str]:
    """Whom it befell, in the words; "he was taken" where nobody is found for him."""
    alone = _HE_WAS.match(claim.act.words) if not claim.recipients and not claim.actors else None
    return [p.evidence.words for p in claim.recipients] or ([alone[0].split()[0]] if alone else [])


def _by_others(first: Claim, second: Claim) -> bool:
    """Whether the second has doers of its own: "him" may be who did the first."""
    if not second.actors or overlap(first.actors, second.actors) is True:
        return False
    return not first.actors or not heads(first.actors) & heads(second.actors)
