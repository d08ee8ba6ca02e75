"""Loose tolls: harm told without its act, where that act is a taking, a riot, or the one attack told in the sentence before.

What else an attack did is weighed by one_occurrence.py.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from casus.codebook.harm import TOLLS
from casus.coding.harm.counts import COUNTED
from casus.merge.another import is_further_told
from casus.merge.captives import is_taking
from casus.merge.group import Group, group_key, united
from casus.merge.in_report import REACH, WITHIN, may_linger, scored
from casus.merge.one_occurrence import VIOLENCE, is_doubted
from casus.merge.own_dead import is_of_own_dead
from casus.merge.pairs import is_counted
from casus.merge.rulings import Rulings
from casus.merge.sight import HITS
from casus.model.claim import Claim

_ONLY_ONE = "a toll told after the act, naming no other"
_OF_MORE = re.compile(r"\b(?:elsewhere|earlier|previous(?:ly)?|separate(?:ly)?|wars?|conflict|insurgency)\b", re.IGNORECASE)
"""Words by which harm is another attack's, or a whole war's."""


def settled(groups: Sequence[Group], rulings: Rulings) -> list[Group]:
    """Bring bare tolls to the taking or the riot in the news told last before them, if no attack stands between."""
    tolls = [g for g in groups if all(_is_bare_toll(c) for c in g.claims)]
    acts = dict(enumerate(g for g in groups if g not in tolls))
    for toll in sorted(tolls, key=lambda g: group_key(g.claims[0])):
        k = _home(toll, acts)
        if k is not None and not _is_forbidden(acts[k].claims, toll.claims, rulings):
            acts[k] = united([acts[k], replace(toll, claims=tuple(map(_sure, toll.claims)))], [(WITHIN, (_ONLY_ONE,))])
        else:
            acts[len(acts)] = toll
    return sorted(acts.values(), key=lambda g: group_key(g.claims[0]))


def _sure(claim: Claim) -> Claim:
    """What was kept back as perhaps told already is told of the act it is brought to."""
    return replace(claim, certain=True).because("certain", _ONLY_ONE) if is_doubted(claim) else claim


def _struck_right_before(toll: Group, groups: Mapping[int, Group]) -> int | None:
    """The only attack of the sentence before, or of the one before its own dead, of which nobody has said yet how many it harmed."""
    at, kinds = toll.claims[0].sentence, {f for c in toll.claims for f in COUNTED if getattr(c, f) is not None}
    near = {
        k: g for k, g in groups.items()
        if any(c.type == VIOLENCE and not c.heading and at - 1 <= c.sentence <= at for c in g.claims)
    }  # fmt: skip
    other = any(c.status == "denied" or is_further_told(c) or _OF_MORE.search(c.act.words) for c in toll.claims)
    if len(near) != 1 or not kinds or other:
        return None
    k, group = next(iter(near.items()))
    own = [c for c in group.claims if is_of_own_dead(c, group.claims)]
    before = at - 2 if any(c.sentence == at - 1 for c in own) else at - 1
    told = [c for c in group.claims if c.certain and c.sentence == before and c.act.rule not in TOLLS and not c.aggregate]
    counted = any(getattr(c, f) is not None for c in group.claims if c not in own for f in kinds)
    return k if told and _is_news(group) and not counted else None


def _home(toll: Group, groups: Mapping[int, Group]) -> int | None:
    """The taking or the riot a bare toll belongs to."""
    if any(c.layer != "news" for c in toll.claims):
        return None
    at = toll.claims[0].sentence
    if all(map(_counts_taken, toll.claims)):
        modes = {m for c in toll.claims for m in c.modes}
        return _last({k: g for k, g in groups.items() if any(is_taking(c) and c.certain and modes <= {*c.modes} for c in g.claims)}, at)
    last = _last({k: g for k, g in groups.items() if g.claims[0].type == VIOLENCE or _is_riot(g)}, at)
    return last if last is not None and _is_riot(groups[last]) else _struck_right_before(toll, groups)


def _is_riot(group: Group) -> bool:
    return any("riot" in c.modes for c in group.claims)


def _last(groups: Mapping[int, Group], at: int) -> int | None:
    """The group in the news told last before a sentence and not far from it."""
    near = {
        k: max(told) for k, g in groups.items()
        if _is_news(g) and (told := [c.sentence for c in g.claims if c.certain and 0 < at - c.sentence <= REACH])
    }  # fmt: skip
    return max(near, key=lambda k: (near[k], -k)) if near else None


def _counts_taken(claim: Claim) -> bool:
    """ "The number of detainees was put at 30"."""
    return claim.captured is not None and not (claim.killed or claim.injured or claim.killed_or_injured)


def _is_bare_toll(claim: Claim) -> bool:
    """Harm without a doer, a place or a day of its own."""
    undated = claim.date is None or claim.date.precision == "bounded" or may_linger(claim)
    loose = (not claim.certain and (claim.act.rule in HITS or is_taking(claim))) or _is_shot_alone(claim)
    toll = claim.act.rule in TOLLS or (loose and is_counted(claim))
    return toll and not claim.actors and claim.place is None and undated and not claim.aggregate


def _is_shot_alone(claim: Claim) -> bool:
    """ "A guard was shot in the thigh": harm told by the shot alone."""
    return claim.lemma == "shoot" and claim.type == VIOLENCE and len(claim.recipients) == 1


def _is_news(group: Group) -> bool:
    return any(c.certain and not c.heading and c.layer == "news" and not c.aggregate and c.status != "denied" for c in group.claims)


def _is_forbidden(act: Sequence[Claim], toll: Sequence[Claim], rulings: Rulings) -> bool:
    """Whether a bare toll cannot belong to an act; differing figures are versions and forbid nothing."""
    if rulings.apart and rulings.forbid({c.id for c in act}, {c.id for c in toll}):
        return True
    vetoes = [scored(x, _as(x, y)).veto for x in act for y in toll]
    return any(veto is not None and "figures" not in veto for veto in vetoes)


def _as(act: Claim, toll: Claim) -> Claim:
    """A toll as one of an act of another type: without its act it is of none."""
    return toll if toll.type == act.type else replace(toll, type=act.type, act=replace(toll.act, rule=act.act.rule))
