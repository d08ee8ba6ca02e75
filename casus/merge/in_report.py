"""Inside a report: how likely two claims of it tell one occurrence, beyond what the table of features says.

What follows closely and names nobody else tells of the same; so does what points back, and who was taken or harmed told of again.
"""

from __future__ import annotations

import re
from dataclasses import replace

from casus.coding.harm.counts import COUNTED
from casus.coding.harm.harmed import MANY, MOVED
from casus.merge.another import CAME_BEFORE, another, answers_lead, heads, is_definite
from casus.merge.beside import by_other_means, denied_beside, goes_on, is_beside, is_named, tells_its_hurt
from casus.merge.captives import confirmed_again, is_rest, is_taking, may_be_confirmed, one_again, same_captives, same_people, taken_again
from casus.merge.claimed import is_claimed_toll
from casus.merge.findings import OTHER_ACTORS, SMALL, VERBAL, overlap
from casus.merge.group import group_key
from casus.merge.one_death import one_death
from casus.merge.one_resignation import one_resignation
from casus.merge.one_search import of_one_search
from casus.merge.pairs import NO_QUESTIONS, ONE_OF_SEVERAL, Score, is_counted, score
from casus.merge.read_as_one import is_read_as_one
from casus.merge.retold import is_elsewhere, is_retold, other_victims
from casus.merge.sight import (
    ANYBODY,
    HITS,
    THESE,
    TOLLS,
    head_word,
    is_known_by_name,
    is_within_a_fight,
    is_within_one_told,
    points_back,
    struck_things,
)
from casus.merge.undergone import again_of_him
from casus.model.claim import Claim

WITHIN = 0.3
"""The least score at which two claims of one report tell one occurrence."""
_SURE = 0.9
REACH = 6
"""How many sentences "the attack" points back."""
_LINGER = 30
"""So many days after an attack somebody may die of it, or its toll rise."""
_OF_WOUNDS = re.compile(r"\b(?:wounds|injuries|wounded|injured|hospital)\b")
_LEAD = 3
"""In so many sentences after it a report tells what its headline is about."""
_FAR = 12
"""How many sentences further down a release or an article tells its lead again."""
_MORE = re.compile(rf"\b(?:also|additional|another|further)\b{NO_QUESTIONS}", re.IGNORECASE)
_OTHERS = re.compile(r"\b(?:more|others?)\b", re.IGNORECASE)
_AT_IT = TOLLS | HITS | {"shooting", "stabbing", "injuring", "abduction", "led-away"}
"""Senses of harm told of an attack's victims one by one."""


def in_report(a: Claim, b: Claim) -> Score:
    """Inside a report, what follows closely and names nobody else tells of the same; a rule that parts two yields to the encoder."""
    found = _by_their_words(a, b)
    if found.veto is not None and is_read_as_one(a, b, found.veto):
        return Score(0.0, found.because)
    return found


def _by_their_words(a: Claim, b: Claim) -> Score:
    """What the words of two acts say; totals are one only where their period agrees."""
    dead = one_death(a, b)
    if dead:
        return Score(_SURE, (f"{dead} dies once",))
    gone = one_resignation(a, b)
    if gone:
        return Score(_SURE, (f"{gone} resigns once",))
    found = scored(a, b)
    if found.veto is not None and _is_overcome(found.veto, a, b):
        found = Score(0.0, found.because)
    if found.veto is not None:
        return found
    if a.aggregate and not (
        a.date and b.date and a.date.start == b.date.start and a.date.end == b.date.end and a.date.precision != "bounded"
    ):
        return Score(0.0, found.because, "totals over different periods") if overlap(a.actors, b.actors) is not True else found
    near = abs(a.sentence - b.sentence)
    gain = _told_on(a, b, found, near)
    if gain is not None:
        return Score(round(gain[0], 3), (*found.because, gain[1]))
    if (near <= _FAR and taken_again(a, b)) or (is_taking(a) and is_taking(b) and _same_person(a, b)):
        return found
    again = told_again(a, b) if near <= _FAR or confirmed_again(a, b) else ""
    if again:
        return Score(round(max(found.value, 0.0) + WITHIN, 3), (*found.because, again))
    if a.type in VERBAL and overlap(a.actors, b.actors) is not True and not (overlap(a.recipients, b.recipients) is True and near <= 1):
        return Score(0.0, found.because)
    if near > 1 and _only_hands(found, a, b):
        return Score(0.0, found.because, "the same hands, other victims")
    if near > REACH and len(found.because) == 1 and _is_small_figure(a, b):
        return Score(0.0, found.because)  # three dead here, three there
    return found if is_retold(a, b) else Score(0.0, found.because)


def _is_small_figure(a: Claim, b: Claim) -> bool:
    """Whether the only toll that two acts give alike is one that many acts have."""
    shared = [x.best for f in COUNTED if (x := getattr(a, f)) is not None and (y := getattr(b, f)) is not None and x.best == y.best]
    return bool(shared) and max(n or 0 for n in shared) <= SMALL


def _told_on(a: Claim, b: Claim, found: Score, near: int) -> tuple[float, str] | None:
    """The score of two acts one of which heads the other, follows it at once, points back to it, or takes as many; and why."""
    head = _is_head_of(a, b, found)
    if head:
        return found.value + WITHIN, head
    if a.type == "ASSAULT" and (a.killed or b.killed or tells_its_hurt(a, b)) and is_beside(a, b):
        return found.value + WITHIN, "told side by side"
    if of_one_search(a, b):
        return _SURE, "searched, taken and arrested in one"
    if is_claimed_toll(a, b):
        return max(found.value, 0.0) + WITHIN, "what was claimed, told by its claimant"
    if near == 1 and found.value > -WITHIN and goes_on(a, b):
        return max(found.value, 0.0) + WITHIN, f"the same hands go on: “{b.actors[0].evidence.words}”"
    if _is_pointed_at(a, b) and found.value >= 0:
        nearer = 0.01 * (REACH - near) / REACH  # "the attack" is the last one told
        return found.value + WITHIN + nearer, f"points back: “{b.act.words}”"
    if found.value >= 0 and _is_named_again(a, b):
        return found.value + WITHIN, f"known by name: “{b.act.words}”"
    if 0 < b.sentence - a.sentence <= REACH and _is_at_thing_struck(a, b):
        return found.value + WITHIN, "at what was struck"
    reach = _FAR if THESE.match(max(a, b, key=group_key).recipients[0].evidence.words if a.recipients and b.recipients else "") else REACH
    if near <= reach and is_taking(a) and is_taking(b) and same_captives(a, b):
        return found.value + WITHIN, "the same number taken"
    return None


def _is_named_again(a: Claim, b: Claim) -> bool:
    """ "Thousands marched over the massacre in Gao": the act told before, however far, that was there or befell those named."""
    alike = a.type == "ASSAULT" and a.layer == b.layer and is_taking(a) == is_taking(b)
    return alike and is_known_by_name(a, b) and not is_elsewhere(a, b)


def _is_overcome(veto: str, a: Claim, b: Claim) -> bool:
    """Whether what two acts say of each other outweighs a veto: one of several taken is confirmed, "the patrol" goes by another name."""
    if veto == OTHER_ACTORS:
        return answers_lead(a, b) or (is_taking(a) and is_taking(b) and _same_crowd(a, b))
    if veto == CAME_BEFORE and is_claimed_toll(a, b):
        return True  # "claimed the attack and said it had killed 14"
    return veto == ONE_OF_SEVERAL and may_be_confirmed(a, b)


def _is_at_thing_struck(a: Claim, b: Claim) -> bool:
    """ "Gunmen attacked a church ... one man was shot dead inside the church": harm at what the attack struck, with no place of its own."""
    if b.act.rule not in _AT_IT or b.place is not None or overlap(a.actors, b.actors) is False or a.heading or denied_beside(a, b):
        return False
    return any(re.search(rf"\b(?:the|this|that) (?:[\w-]+ )?{re.escape(t)}\b", b.act.words, re.IGNORECASE) for t in struck_things(a))


def told_again(a: Claim, b: Claim) -> str:
    """Why those harmed or taken further on in a report are those told of before, or some of them; "" where nothing says so."""
    if again_of_him(a, b):
        return "told again of the same person"
    if is_rest(a, b):
        return "the others told of before"
    if _same_crowd(a, b):
        return "as many, told again without a figure"
    if answers_lead(a, b):
        return "the same dead, told again of the fire returned"
    if confirmed_again(a, b):
        return "the taking told before, confirmed"
    return "one person taken, told again" if one_again(a, b) else ""


def _same_person(a: Claim, b: Claim) -> bool:
    """Whether the same person is done to in both, by name: nobody is arrested twice in one report without another day."""
    people = [tuple(p for p in c.recipients if p.kind == "person" and p.name[:1].isupper()) for c in (a, b)]
    return overlap(*people) is True


def _is_head_of(a: Claim, b: Claim, found: Score) -> str:
    """Why one is the head of what the other tells: of its entry, or, by the same sense and against no other side, of the report."""
    if a.heading == b.heading:
        return ""
    if a.item == b.item and a.item and found.value > -0.2:
        return "the head of its entry"
    if not 0 < abs(a.sentence - b.sentence) <= _LEAD or a.act.rule != b.act.rule or found.value <= 0:
        return ""
    other_side = overlap(a.actors, b.actors) is False or overlap(a.recipients, b.recipients) is False
    return "" if other_side else "the headline of what the report opens with"


def _only_hands(found: Score, a: Claim, b: Claim) -> bool:
    """Whether nothing but who did it speaks for one act, and each tells of victims the other does not."""
    told = all(any(head_word(p.evidence.words) not in ANYBODY for p in x.recipients) for x in (a, b))
    return a.type == "ASSAULT" and told and len(found.because) == 1 and found.because[0].startswith("same actor")


def scored(a: Claim, b: Claim) -> Score:
    """The pair's score inside a report; a death of wounds and a toll that rose are days later than their attack."""
    apart = another(a, b)
    if apart is not None:
        return Score(0.0, (apart,), apart)
    if may_linger(b) and a.date is not None and b.date is not None and a.date.start is not None and b.date.start is not None:
        b = replace(b, date=None) if 0 <= (b.date.start - a.date.start).days <= _LINGER else b
    return score(a, b)


def may_linger(claim: Claim) -> bool:
    """Whether a claim tells a death of wounds, or a toll that rose: its day is its own, not the attack's."""
    if claim.act.rule not in TOLLS or claim.killed is None:
        return False
    return claim.killed.rule.endswith(MOVED) or (claim.lemma == "die" and _OF_WOUNDS.search(claim.act.words) is not None)


def _same_crowd(a: Claim, b: Claim) -> bool:
    """ "Detained several rebels ... several rebels were held": the same unnumbered people harmed likewise, and no word for further ones."""
    if a.type not in {"ASSAULT", "COERCE"} or not _same_harm(a, b):
        return False
    first, second = sorted((a, b), key=lambda c: c.act.start)
    if overlap(a.actors, b.actors) is False and not all(is_definite(p) for p in second.actors):
        return False  # "the force" is whoever was told of, under whatever name
    if _MORE.search(second.act.words) or is_counted(a) or is_counted(b):
        return False
    crowds = [[p.evidence.words for p in c.recipients if MANY.search(p.evidence.words)] for c in (first, second)]
    return any(same_people(x, y) for x in crowds[0] for y in crowds[1] if not _OTHERS.search(y))


def _same_harm(a: Claim, b: Claim) -> bool:
    """Whether two claims tell one kind of harm: by one sense, as a support of one, or both as a taking."""
    rules = [{c.act.rule, *(e.rule for e in c.support)} for c in (a, b)]
    return bool(rules[0] & rules[1]) or (is_taking(a) and is_taking(b))


def _by_others(a: Claim, b: Claim) -> bool:
    """ "Settlers hurt 11 farmers ... the exchange of fire with armed Palestinians": doers of other nouns, neither pointed at."""
    # the bomber of one may be of the group that claims the other
    nouns = ([p for p in c.actors if p.id is None and not p.name[:1].isupper() and not is_definite(p)] for c in (a, b))
    one, other = (heads(parties) - ANYBODY for parties in nouns)
    return bool(one and other) and not one & other and overlap(a.actors, b.actors) is not True


def _is_pointed_at(a: Claim, b: Claim) -> bool:
    """Whether `b` tells, as known already, an attack like that of `a` a little before it."""
    if a.type != "ASSAULT" or a.heading or not 0 < b.sentence - a.sentence <= REACH or a.layer != b.layer:
        return False
    within = is_within_a_fight(b) or (b.act.rule in TOLLS and is_within_one_told(b))
    if within and b.sentence - a.sentence <= _LEAD:  # "two constables were hurt in the firing"
        return overlap(a.actors, b.actors) is not False and not (is_elsewhere(a, b) or by_other_means(a, b))
    if a.recipients and is_named(b) and overlap(a.recipients, b.recipients) is not True:
        return False  # "the shooting of John Doe" is known to all, not from the sentence before
    if is_elsewhere(a, b) or other_victims(a, b) or _by_others(a, b):
        return False
    return points_back(b) and overlap(a.actors, b.actors) is not False
