"""Beside: two acts of force told one right after the other in a report, which nothing but nearness would join.

"A bomb exploded in a market. Twelve people died": one occurrence. Nearness says nothing once the later names a doer, a place, means or
victims of its own, comes from another voice, is denied, or is dated as something past.
"""

from __future__ import annotations

import re

from casus.codebook.harm import TOLLS
from casus.coding.harm.harmed import MOVED
from casus.merge.another import is_air_defence, is_definite
from casus.merge.findings import overlap
from casus.merge.pairs import is_other_harm, modes, struck
from casus.merge.retold import is_elsewhere, is_looked_back_upon, other_victims, same_victims
from casus.merge.sight import FULL_NAME, HITS, THESE, in_order, points_back
from casus.merge.undergone import is_plural
from casus.model.claim import Claim

_NEW_ACT = re.compile(r"^an? (?:[\w-]+ ){0,2}[\w-]+(?: (?:on|against|at|in|near|outside) .*)?$", re.IGNORECASE)
"""An act told by its noun, as nobody knows it yet: "a bombing", "an attack on its base"."""
_ALSO = re.compile(r"\b(?:also|later|then|another|separate|separately)\b", re.IGNORECASE)
_SHORT = 3
_PEOPLE = frozenset({"civilians", "person", "unknown"})
_THE_TOLL = re.compile(r"^(?:the|its|this) (?:(?:death|overall|final|official) )?(?:toll|number)\b", re.IGNORECASE)


def is_beside(a: Claim, b: Claim) -> bool:
    """Whether one follows the other at once and names no other doer, place, means, voice, time or victims."""
    open_side = not (a.actors and b.actors) or not (a.recipients and b.recipients)
    if abs(a.sentence - b.sentence) > 1 or overlap(a.actors, b.actors) is not None or not open_side:
        return False
    if by_other_means(a, b) or _one_and_many(a, b) or _is_new(a, b) or is_elsewhere(a, b) or denied_beside(a, b):
        return False
    if a.heading and b.heading and ("destroy",) in (a.modes, b.modes):
        return False  # "Teen killed, settlers torch cars"
    if {a.layer, b.layer} == {"background", "history"} or any(is_air_defence(c) for c in (a, b)):
        return False
    first, second = in_order(a, b)
    if is_risen_toll(first) and second.act.rule not in TOLLS and second.place is not None and not points_back(second):
        return False  # a toll that rose is of an attack told before it
    if is_risen_toll(second) and first.killed is None:
        return False  # of an attack whose dead were counted, if there is one (`casus/merge/risen.py`)
    if _opens_with_a_day(second) and not points_back(second):
        return False
    if is_looked_back_upon(first, second) or _is_deed_of_another_account(first, second):
        return False
    told = first.certain or bool(first.modes and first.place)  # "a helicopter was downed in Amalfi. Twelve officers died"
    return all(c.certain or c.act.rule in TOLLS | HITS for c in (a, b)) or (told and second.certain and second.act.rule in TOLLS)


def _opens_with_a_day(claim: Claim) -> bool:
    """ "In the early hours of Tuesday a boy was shot in Gao": day and place are told first, for what is new."""
    day = claim.date.evidence if claim.date is not None and claim.date.precision == "day" else None
    return day is not None and claim.place is not None and abs(day.start - claim.act.start) <= _SHORT and claim.act.rule not in TOLLS


def goes_on(a: Claim, b: Claim) -> bool:
    """ "Rebels attacked an office. The attackers lobbed a grenade inside": what they did there, at nobody and nowhere else.

    Or to others, if it is harm of another kind ("the attackers also wounded nine").
    """
    if a.type != "ASSAULT" or a.heading or b.heading or a.layer != b.layer or a.item != b.item or a.act.start > b.act.start:
        return False
    same = b.actors and all(p.kind == "unnamed-armed" and THESE.match(p.evidence.words) for p in b.actors)
    open_side = not b.recipients or not a.recipients or overlap(a.recipients, b.recipients) is True or _is_called_by_surname(a, b)
    apart = b.place is not None or is_elsewhere(a, b) or by_other_means(a, b)
    return bool(same) and not apart and (is_other_harm(a, b) or (open_side and not tells_also(b)))


def tells_also(claim: Claim) -> bool:
    """Whether an act's words set it beside another: "also", "later", "a separate raid"."""
    return _ALSO.search(claim.act.words) is not None


def _is_called_by_surname(a: Claim, b: Claim) -> bool:
    """ "A member of the council, Omar Rehman", then "Rehman"."""
    told = {w for p in a.recipients for w in p.evidence.words.split() if w[:1].isupper()}
    return bool(b.recipients) and all(p.name.isalpha() and p.name[:1].isupper() and p.name in told for p in b.recipients)


def tells_its_hurt(a: Claim, b: Claim) -> bool:
    """ "Rebels threw a grenade at a hotel. Thirteen people were wounded": words of harm alone, after an attack that hurt nobody yet."""
    first, second = in_order(a, b)
    dated = second.date is not None and second.date.evidence is not None
    bare = second.act.rule in TOLLS and not (second.actors or second.place or dated)
    return bare and second.injured is not None and not (first.killed or first.injured or first.aggregate) and first.act.rule not in TOLLS


def is_risen_toll(claim: Claim) -> bool:
    """ "The death toll", "raised the number of dead to 12": of an attack whose dead were counted already."""
    return claim.killed is not None and (claim.killed.rule.endswith(MOVED) or _THE_TOLL.match(claim.act.words) is not None)


def denied_beside(a: Claim, b: Claim) -> bool:
    """ "The minister denied that soldiers struck civilians. He said 100 rebels were killed": who denies the one tells of another.

    So does whoever tells a toll after a denial, for what is denied has none; and who denies harming "civilians" at all denies no one act.
    """
    first, second = in_order(a, b)
    denying, telling = (a, b) if a.status == "denied" else (b, a)
    if denying.status != "denied" or telling.status == "denied":
        return False
    if denying is first and second.act.rule in TOLLS and other_voices(first, second):
        return True
    known = points_back(second) or any(is_definite(p) for p in second.recipients)
    if denying is second and second.recipients and (not known or other_victims(first, second)):
        return True
    return bool({s.name for s in denying.sources if s.stance == "denies"} & {s.name for s in telling.sources if s.stance != "denies"})


def other_voices(a: Claim, b: Claim) -> bool:
    """Whether both are told by somebody, and nobody tells both."""
    one, other = ({s.name for s in c.sources} for c in (a, b))
    return bool(one and other) and not one & other


def is_named(claim: Claim) -> bool:
    """Whether those it was done to are called by a full name."""
    return any(p.id is None and FULL_NAME.search(p.evidence.words) for p in claim.recipients)


def _is_of_one(claim: Claim) -> bool:
    """ "Soldiers fired at the driver": one person, known already, was struck."""
    one = claim.recipients[0] if len(claim.recipients) == 1 else None
    return one is not None and one.id is None and one.kind in _PEOPLE and is_definite(one) and not is_plural(one.evidence.words)


def _is_deed_of_another_account(first: Claim, second: Claim) -> bool:
    """ "One man was killed, the governor said. The army said it had struck a depot": a deed with its doer and target, by another voice."""
    if second.act.rule in TOLLS or not (second.actors and second.recipients) or points_back(second):
        return False
    beside = first.sentence != second.sentence and not first.actors
    return beside and other_voices(first, second) and not same_victims(first, second)


def _is_new(a: Claim, b: Claim) -> bool:
    """Whether both tell a full act, and the later names it as a new one or strikes other things: nothing but nearness would join them."""
    if a.act.rule in TOLLS or b.act.rule in TOLLS or points_back(b):
        return False
    if a.sentence != b.sentence and _NEW_ACT.search(b.act.words):
        return True
    found = struck(a, b)
    return found is not None and found.value < 0


def by_other_means(a: Claim, b: Claim) -> bool:
    """Whether one is told of other means than the other: who stabbed people is not who was shot."""
    found = modes(a, b)
    return found is not None and found.value < 0


def _one_and_many(a: Claim, b: Claim) -> bool:
    """Whether one tells of somebody named in full, or of one who is pointed at, and the other of several."""
    pairs = [(x, y) for x, y in ((a, b), (b, a)) if is_named(x) or _is_of_one(x)]
    return any(c is not None and (c.best or 0) > 1 for _, y in pairs for c in (y.killed, y.injured))
