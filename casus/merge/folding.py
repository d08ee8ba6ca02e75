"""Folding: the claims of each report into groups that tell one occurrence.

Best pairs first; a group never takes in a claim that any member forbids. The order of input changes nothing: pairs are
sorted by score and then by the claims' ids.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from casus.coding.harmed import MANY, MOVED
from casus.merge.another import HITS, TOLLS, another
from casus.merge.captives import as_arrests, is_rest, is_taking, one_again, same_captives, same_people, taken_again
from casus.merge.findings import VERBAL, overlap
from casus.merge.pairs import FURTHER, NO_QUESTIONS, Score, is_counted, modes, score, struck
from casus.merge.retold import is_elsewhere, is_retold, other_victims
from casus.merge.rulings import Rulings
from casus.merge.sight import ANYBODY, head_word, points_back
from casus.model.claim import Claim

NO_RULINGS = Rulings()
WITHIN = 0.3
"""The least score at which two claims of one report tell one occurrence."""
_REACH = 6
"""How many sentences "the attack" points back."""
_FULL_NAME = re.compile(r"\b[A-Z][\w’'-]+(?: [A-Z]\.)?(?: [A-Z][\w’'-]+)+")
_BESIDE = 2
"""How far from its attack the death of somebody named may be told without it."""
_LINGER = 30
"""So many days after an attack somebody may die of it, or its toll rise."""
_NEW_ACT = re.compile(r"^an? (?:[\w-]+ )?[\w-]+$", re.IGNORECASE)
"""An act told by its noun alone, as nobody knows it yet: "a bombing"."""
_OF_WOUNDS = re.compile(r"\b(?:wounds|injuries|wounded|injured|hospital)\b")
_LEAD = 3
"""In so many sentences after it a report tells what its headline is about."""
_FAR = 12
"""How many sentences further down a release or an article tells its lead again."""
_MORE = re.compile(rf"\b(?:also|additional|another|further)\b{NO_QUESTIONS}", re.IGNORECASE)
_OTHERS = re.compile(r"\b(?:more|others?)\b", re.IGNORECASE)
_THESE = re.compile(r"^(?:the|these|those|both|all)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Group:
    """Claims of one occurrence, with the score of the weakest link that holds them together, and the reasons."""

    claims: tuple[Claim, ...]
    score: float
    because: tuple[str, ...]


def fold(claims: Sequence[Claim], rulings: Rulings = NO_RULINGS) -> list[Group]:
    """Fold the claims of one report; groups sorted by their first claim."""
    return _settled(_cluster(_ordered(claims), rulings), rulings)


def _settled(groups: Sequence[Group], rulings: Rulings) -> list[Group]:
    """Bring tolls told without their act to the attack in the news told last before them, or to the report's only one."""
    tolls = [g for g in groups if all(_is_bare_toll(c) for c in g.claims)]
    attacks = dict(enumerate(g for g in groups if g not in tolls))
    for toll in sorted(tolls, key=lambda g: group_key(g.claims[0])):
        k = _home(toll, attacks)
        if k is not None and not _forbidden(attacks[k].claims, toll.claims, rulings):
            attacks[k] = united([attacks[k], toll], [(WITHIN, ("a toll told after the attack, naming no other",))])
        else:
            attacks[len(attacks)] = toll
    return sorted(attacks.values(), key=lambda g: group_key(g.claims[0]))


def _home(toll: Group, groups: Mapping[int, Group]) -> int | None:
    """The attack a bare toll belongs to."""
    if any(c.layer != "news" for c in toll.claims):
        return None
    at = toll.claims[0].sentence
    attacks = {k: g for k, g in groups.items() if _is_news_attack(g) or (g.claims[0].type == "ASSAULT" and g.claims[0].sentence == at)}
    attacks = {k: g for k, g in attacks.items() if not _is_of_another(toll, g)}
    before = {
        k: max(c.sentence for c in g.claims if c.sentence <= at) for k, g in attacks.items() if any(c.sentence <= at for c in g.claims)
    }
    if before:
        return max(before, key=lambda k: (before[k], -k))
    return next(iter(attacks)) if len(attacks) == 1 else None


def _is_of_another(toll: Group, attack: Group) -> bool:
    """Whether a toll is of somebody named whom the attack did not strike, told far from it."""
    away = min(abs(c.sentence - toll.claims[0].sentence) for c in attack.claims)
    harmed, struck = ([p for c in g.claims for p in c.recipients] for g in (toll, attack))
    if all(c.modes == ("destroy",) for c in attack.claims):
        return True  # nobody is hurt by it
    if any(_denied_beside(c, t) for c in attack.claims for t in toll.claims):
        return True
    if away > _REACH and _hit_others(toll, attack):
        return True
    return away > _BESIDE and any(_is_named(c) for c in toll.claims) and overlap(struck, harmed) is not True


def _hit_others(toll: Group, attack: Group) -> bool:
    """Whether every account of the attack that says whom it hit says so in words that have nothing in common with the toll's."""
    told = [c for c in attack.claims if c.recipients]
    return bool(told) and all(other_victims(toll.claims[0], c) for c in told)


def _is_bare_toll(claim: Claim) -> bool:
    """Harm without a doer, a place or a day of its own."""
    undated = claim.date is None or claim.date.precision == "bounded" or _may_linger(claim)
    toll = claim.act.rule in TOLLS or (claim.act.rule in HITS and not claim.certain and is_counted(claim))
    return toll and not claim.actors and claim.place is None and undated and not claim.aggregate


def _is_news_attack(group: Group) -> bool:
    return group.claims[0].type == "ASSAULT" and any(
        c.certain and not c.heading and c.layer == "news" and not c.aggregate for c in group.claims
    )


def _ordered(claims: Sequence[Claim]) -> list[Claim]:
    return sorted(claims, key=lambda c: (c.act.start, c.type, c.id))


def _cluster(claims: Sequence[Claim], rulings: Rulings) -> list[Group]:
    """Agglomerate: the best pair is joined until none reaches the threshold; one forbidden pair keeps two groups apart."""
    scores = {
        (i, j): _ruled(a, claims[j], rulings)
        for i, a in enumerate(claims)
        for j in range(i + 1, len(claims))
        if a.type == claims[j].type or as_arrests(a, claims[j])
    }
    links = sorted((p for p, s in scores.items() if s.veto is None and s.value >= WITHIN), key=lambda p: (-scores[p].value, p))
    leads = [p for p in scores if is_rest(claims[p[0]], claims[p[1]])]
    home = list(range(len(claims)))
    members: dict[int, list[int]] = {i: [i] for i in home}
    made: dict[int, list[tuple[float, tuple[str, ...]]]] = {}
    for i, j in links:
        x, y = home[i], home[j]
        if x == y or _weak_link(claims, (i, j), members[x], members[y]):
            continue
        rests = {n for m, n in leads if {home[m], home[n]} <= {x, y}}
        if any(_keep_apart(scores.get(p), rest=p[1] in rests) for p in _across(members[x], members[y])):
            continue
        for m in members[y]:
            home[m] = x
        members[x] += members.pop(y)
        made[x] = [*made.get(x, ()), *made.pop(y, ()), (scores[i, j].value, scores[i, j].because)]
    out = [united([Group((claims[m],), 1.0, ()) for m in sorted(ms)], made.get(x, [])) for x, ms in members.items()]
    return sorted(out, key=lambda g: group_key(g.claims[0]))


def _weak_link(claims: Sequence[Claim], link: tuple[int, int], xs: Sequence[int], ys: Sequence[int]) -> bool:
    """Whether an act that is not certain would be all that holds two certain ones together, told apart from each other."""
    weak = [claims[k] for k in link if not claims[k].certain]
    one, other = ([claims[m].sentence for m in side if claims[m].certain] for side in (xs, ys))
    if not weak or not one or not other:
        return False
    return min(abs(m - n) for m in one for n in other) > _BESIDE or not all(points_back(c) for c in weak)


def _across(xs: Sequence[int], ys: Sequence[int]) -> Iterator[tuple[int, int]]:
    return ((min(m, n), max(m, n)) for m in xs for n in ys)


def _keep_apart(found: Score | None, *, rest: bool) -> bool:
    """Whether a pair keeps two groups apart: by a veto, or as types that never meet; the rest of a lead is further to its parts only."""
    return found is None or (found.veto is not None and not (rest and found.veto == FURTHER))


def _ruled(a: Claim, b: Claim, rulings: Rulings) -> Score:
    """A pair's score, unless a person decided."""
    if rulings.demand(a, b):
        return Score(1.0, ("a person's decision",))
    if rulings.apart and rulings.forbid({a.id}, {b.id}):
        return Score(0.0, ("a person's decision",), "a person's decision")
    arrests = as_arrests(a, b)
    if arrests is None:
        return _in_report(a, b)
    found = _in_report(*arrests)
    told = found.veto is not None or taken_again(a, b) or same_captives(*arrests) or _told_again(*arrests)
    return found if told else replace(found, value=0.0)


def group_key(claim: Claim) -> tuple[str, int, str]:
    """Where a claim stands: its report, its place in it, its id."""
    return (claim.report, claim.act.start, claim.id)


def _in_report(a: Claim, b: Claim) -> Score:
    """Inside a report, what follows closely and names nobody else tells of the same; totals only where their period agrees."""
    found = scored(a, b)
    if found.veto is not None:
        return found
    if a.aggregate and not (
        a.date and b.date and a.date.start == b.date.start and a.date.end == b.date.end and a.date.precision != "bounded"
    ):
        return Score(0.0, found.because, "totals over different periods") if overlap(a.actors, b.actors) is not True else found
    near = abs(a.sentence - b.sentence)
    head = _is_head_of(a, b, found)
    if head:
        return Score(round(found.value + WITHIN, 3), (*found.because, head))
    open_side = not (a.actors and b.actors) or not (a.recipients and b.recipients)
    beside = near <= 1 and overlap(a.actors, b.actors) is None and open_side and not _by_other_means(a, b) and not _one_and_many(a, b)
    beside = beside and not _is_new(a, b) and not is_elsewhere(a, b) and all(c.certain or c.act.rule in TOLLS | HITS for c in (a, b))
    beside = beside and not _denied_beside(a, b)
    if a.type == "ASSAULT" and beside and (a.killed or b.killed):
        return Score(round(found.value + 0.3, 3), (*found.because, "told side by side"))
    if _is_pointed_at(a, b) and found.value >= 0:
        nearer = 0.01 * (_REACH - near) / _REACH  # "the attack" is the last one told
        return Score(round(found.value + WITHIN + nearer, 3), (*found.because, f"points back: “{b.act.words}”"))
    reach = _FAR if _THESE.match(max(a, b, key=group_key).recipients[0].evidence.words if a.recipients and b.recipients else "") else _REACH
    if near <= reach and is_taking(a) and is_taking(b) and same_captives(a, b):
        return Score(round(found.value + 0.3, 3), (*found.because, "the same number taken"))
    if (near <= _FAR and taken_again(a, b)) or (is_taking(a) and is_taking(b) and _same_person(a, b)):
        return found
    again = _told_again(a, b) if near <= _FAR else ""
    if again:
        return Score(round(max(found.value, 0.0) + WITHIN, 3), (*found.because, again))
    if a.type in VERBAL and overlap(a.actors, b.actors) is not True and not (overlap(a.recipients, b.recipients) is True and near <= 1):
        return Score(0.0, found.because)
    if near > 1 and _only_hands(found, a, b):
        return Score(0.0, found.because, "the same hands, other victims")
    return found if is_retold(a, b) else Score(0.0, found.because)


def _told_again(a: Claim, b: Claim) -> str:
    """Why those harmed or taken further on in a report are those told of before, or some of them; "" where nothing says so."""
    if is_rest(a, b):
        return "the others told of before"
    if _same_crowd(a, b):
        return "as many, told again without a figure"
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


def _denied_beside(a: Claim, b: Claim) -> bool:
    """ "The minister denied that soldiers struck civilians. He said 100 rebels were killed": who denies the one tells of another."""
    denying, telling = (a, b) if a.status == "denied" else (b, a)
    if denying.status != "denied" or telling.status == "denied":
        return False
    return bool({s.name for s in denying.sources if s.stance == "denies"} & {s.name for s in telling.sources if s.stance != "denies"})


def _only_hands(found: Score, a: Claim, b: Claim) -> bool:
    """Whether nothing but who did it speaks for one act, and each tells of victims the other does not."""
    told = all(any(head_word(p.evidence.words) not in ANYBODY for p in x.recipients) for x in (a, b))
    return a.type == "ASSAULT" and told and len(found.because) == 1 and found.because[0].startswith("same actor")


def scored(a: Claim, b: Claim) -> Score:
    """The pair's score inside a report; a death of wounds and a toll that rose are days later than their attack."""
    apart = another(a, b)
    if apart is not None:
        return Score(0.0, (apart,), apart)
    if _may_linger(b) and a.date is not None and b.date is not None and a.date.start is not None and b.date.start is not None:
        b = replace(b, date=None) if 0 <= (b.date.start - a.date.start).days <= _LINGER else b
    return score(a, b)


def _may_linger(claim: Claim) -> bool:
    """Whether a claim tells a death of wounds, or a toll that rose: its day is its own, not the attack's."""
    if claim.act.rule not in TOLLS or claim.killed is None:
        return False
    return claim.killed.rule.endswith(MOVED) or (claim.lemma == "die" and _OF_WOUNDS.search(claim.act.words) is not None)


def _is_new(a: Claim, b: Claim) -> bool:
    """Whether both tell a full act, and the later names it as a new one or strikes other things: nothing but nearness would join them."""
    if a.act.rule in TOLLS or b.act.rule in TOLLS or points_back(b):
        return False
    if a.sentence != b.sentence and _NEW_ACT.search(b.act.words):
        return True
    found = struck(a, b)
    return found is not None and found.value < 0


def _same_crowd(a: Claim, b: Claim) -> bool:
    """ "Detained several rebels ... several rebels were held": the same unnumbered people harmed likewise, and no word for further ones."""
    if a.type not in {"ASSAULT", "COERCE"} or not _same_harm(a, b) or overlap(a.actors, b.actors) is False:
        return False
    first, second = sorted((a, b), key=lambda c: c.act.start)
    if _MORE.search(second.act.words) or is_counted(a) or is_counted(b):
        return False
    crowds = [[p.evidence.words for p in c.recipients if MANY.search(p.evidence.words)] for c in (first, second)]
    return any(same_people(x, y) for x in crowds[0] for y in crowds[1] if not _OTHERS.search(y))


def _same_harm(a: Claim, b: Claim) -> bool:
    """Whether two claims tell one kind of harm: by one sense, as a support of one, or both as a taking."""
    rules = [{c.act.rule, *(e.rule for e in c.support)} for c in (a, b)]
    return bool(rules[0] & rules[1]) or (is_taking(a) and is_taking(b))


def _is_pointed_at(a: Claim, b: Claim) -> bool:
    """Whether `b` tells, as known already, an attack like that of `a` a little before it."""
    if a.type != "ASSAULT" or a.heading or not 0 < b.sentence - a.sentence <= _REACH or a.layer != b.layer:
        return False
    if a.recipients and _is_named(b) and overlap(a.recipients, b.recipients) is not True:
        return False  # "the shooting of John Doe" is known to all, not from the sentence before
    if is_elsewhere(a, b) or other_victims(a, b):
        return False
    return points_back(b) and overlap(a.actors, b.actors) is None


def _by_other_means(a: Claim, b: Claim) -> bool:
    """Whether one is told of other means than the other: who stabbed people is not who was shot."""
    found = modes(a, b)
    return found is not None and found.value < 0


def _one_and_many(a: Claim, b: Claim) -> bool:
    """Whether one tells of somebody named in full and the other of several."""
    return any(_is_named(x) and any(c is not None and (c.best or 0) > 1 for c in (y.killed, y.injured)) for x, y in ((a, b), (b, a)))


def _is_named(claim: Claim) -> bool:
    """Whether those it was done to are called by a full name."""
    return any(p.id is None and _FULL_NAME.search(p.evidence.words) for p in claim.recipients)


def _forbidden(attack: Sequence[Claim], toll: Sequence[Claim], rulings: Rulings) -> bool:
    """Whether a bare toll cannot belong to an attack; differing figures are versions and forbid nothing."""
    if rulings.apart and rulings.forbid({c.id for c in attack}, {c.id for c in toll}):
        return True
    return any((veto := scored(x, y).veto) is not None and "figures" not in veto for x in attack for y in toll)


def united(groups: Sequence[Group], links: Sequence[tuple[float, tuple[str, ...]]]) -> Group:
    """One group of several, with the scores and reasons of the links that join them."""
    if len(groups) == 1:
        return groups[0]
    claims = tuple(sorted((c for g in groups for c in g.claims), key=group_key))
    because = tuple(dict.fromkeys([*(w for g in groups for w in g.because), *(w for _, reasons in links for w in reasons)]))
    lowest = min([value for value, _ in links] + [g.score for g in groups], default=1.0)
    return Group(claims, round(min(lowest, 1.0), 3), because)
