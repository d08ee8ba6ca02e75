"""Loose tolls: harm told without its act, a place or a day, brought to the attack in the news told last before it, or the only one."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from casus.coding.harm.counts import COUNTED
from casus.merge.another import is_definite
from casus.merge.beside import denied_beside, is_named, is_of_one, is_risen_toll
from casus.merge.captives import is_taking
from casus.merge.findings import overlap
from casus.merge.group import Group, group_key, united
from casus.merge.in_report import REACH, WITHIN, may_linger, scored
from casus.merge.pairs import is_counted
from casus.merge.retold import other_victims
from casus.merge.rulings import Rulings
from casus.merge.sight import ANYBODY, HITS, TOLLS, head_word
from casus.model.claim import Claim

_PROTESTERS = frozenset({"demonstrator", "protester", "protestor", "marcher"})
_KNOWN_DEATH = re.compile(
    r"\b(?:the|these|those|this|his|her|their) (?:deaths?|killings?|loss)\b|\b(?:the|his|her) [\w-]+['’]s death\b", re.IGNORECASE
)
_BESIDE = 2
"""How far from its attack the death of somebody named may be told without it."""


def settled(groups: Sequence[Group], rulings: Rulings) -> list[Group]:
    """Bring tolls told without their act to the attack in the news told last before them, or to the report's only one."""
    tolls = [g for g in groups if all(_is_bare_toll(c) for c in g.claims)]
    attacks = dict(enumerate(g for g in groups if g not in tolls))
    for toll in sorted(tolls, key=lambda g: group_key(g.claims[0])):
        k = _home(toll, attacks)
        if k is not None and not _is_forbidden(attacks[k].claims, toll.claims, rulings):
            attacks[k] = united([attacks[k], toll], [(WITHIN, ("a toll told after the attack, naming no other",))])
        else:
            attacks[len(attacks)] = toll
    return sorted(attacks.values(), key=lambda g: group_key(g.claims[0]))


def _home(toll: Group, groups: Mapping[int, Group]) -> int | None:
    """The attack a bare toll belongs to."""
    if any(c.layer != "news" for c in toll.claims):
        return None
    at = toll.claims[0].sentence
    taking = _last_taking(at, {m for c in toll.claims for m in c.modes}, groups) if all(map(_counts_taken, toll.claims)) else None
    if taking is not None:
        return taking
    attacks = {k: g for k, g in groups.items() if _is_news_attack(g) or (g.claims[0].type == "ASSAULT" and g.claims[0].sentence == at)}
    attacks = {k: g for k, g in attacks.items() if not _is_of_another(toll, g)}
    if any(_is_of_several(c) for c in toll.claims):
        attacks = {k: g for k, g in attacks.items() if not _is_of_one_person(g)} or attacks
    before = {
        k: max(c.sentence for c in g.claims if c.sentence <= at) for k, g in attacks.items() if any(c.sentence <= at for c in g.claims)
    }
    if any(is_risen_toll(c) or _is_known_death(c) for c in toll.claims):
        before = {k: n for k, n in before.items() if any(c.killed is not None for c in attacks[k].claims)} or before
    bodies = [p for c in toll.claims for p in c.recipients if p.id]
    same = {k: n for k, n in before.items() if overlap([p for c in attacks[k].claims for p in c.recipients if p.id], bodies) is True}
    known = _nouns(toll, known=True)
    same = same or {k: n for k, n in before.items() if known & _nouns(attacks[k])}
    before = same or before  # "five of the force died" is of the attack on the force, whatever was told since
    if before:
        return max(before, key=lambda k: (before[k], -k))
    return next(iter(attacks)) if len(attacks) == 1 else None


def _counts_taken(claim: Claim) -> bool:
    """ "The number of detainees was put at 30"."""
    return claim.captured is not None and not (claim.killed or claim.injured or claim.killed_or_injured)


def _last_taking(at: int, modes: set[str], groups: Mapping[int, Group]) -> int | None:
    """The taking in the news told last before a sentence, not far from it, and in a way that the figure's words may mean."""
    near = {
        k: max(c.sentence for c in g.claims if c.sentence < at) for k, g in groups.items()
        if _is_news(g) and any(is_taking(c) and c.certain and 0 < at - c.sentence <= REACH and modes <= {*c.modes} for c in g.claims)
    }  # fmt: skip
    return max(near, key=lambda k: (near[k], -k)) if near else None


def _is_of_another(toll: Group, attack: Group) -> bool:
    """Whether a toll is of somebody named whom the attack did not strike, told far from it."""
    away = min(abs(c.sentence - toll.claims[0].sentence) for c in attack.claims)
    harmed, struck = ([p for c in g.claims for p in c.recipients] for g in (toll, attack))
    if all(c.modes == ("destroy",) for c in attack.claims):
        return True  # nobody is hurt by it
    if any(denied_beside(c, t) for c in attack.claims for t in toll.claims):
        return True
    if away > REACH and _hit_others(toll, attack):
        return True
    if any(_hits_protesters(c) for c in toll.claims) and not any(_is_against_crowd(c) for c in attack.claims):
        return True
    return away > _BESIDE and any(is_named(c) for c in toll.claims) and overlap(struck, harmed) is not True


def _nouns(group: Group, *, known: bool = False) -> set[str]:
    """The nouns for those harmed; of those pointed at as `known` ("the soldiers") only."""
    people = (p for c in group.claims for p in c.recipients if is_definite(p) or not known)
    return {head_word(p.evidence.words) for p in people} - ANYBODY


def _is_against_crowd(claim: Claim) -> bool:
    return claim.modes == ("crowd-control",) or "riot" in claim.modes or _hits_protesters(claim)


def _hits_protesters(claim: Claim) -> bool:
    return any(head_word(p.evidence.words) in _PROTESTERS for p in claim.recipients)


def _is_known_death(claim: Claim) -> bool:
    """ "The deaths of the soldiers", "the youth's death": told of before, with those who died."""
    return _KNOWN_DEATH.search(claim.act.words) is not None


def _is_of_one_person(attack: Group) -> bool:
    """ "Soldiers fired at the driver": one person was struck, and nobody else is told of."""
    told = [c for c in attack.claims if c.recipients]
    alone = bool(told) and all(is_of_one(c) for c in told)
    return alone and not any(_is_of_several(c) for c in attack.claims)


def _is_of_several(claim: Claim) -> bool:
    return any((n := getattr(claim, field)) is not None and (n.best or n.low or 0) > 1 for field in COUNTED)


def _hit_others(toll: Group, attack: Group) -> bool:
    """Whether every account of the attack that says whom it hit says so in words that have nothing in common with the toll's."""
    told = [c for c in attack.claims if c.recipients]
    return bool(told) and all(other_victims(toll.claims[0], c) for c in told)


def _is_bare_toll(claim: Claim) -> bool:
    """Harm without a doer, a place or a day of its own."""
    undated = claim.date is None or claim.date.precision == "bounded" or may_linger(claim)
    loose = not claim.certain and (claim.act.rule in HITS or is_taking(claim))
    toll = claim.act.rule in TOLLS or (loose and is_counted(claim))
    return toll and not claim.actors and claim.place is None and undated and not claim.aggregate


def _is_news_attack(group: Group) -> bool:
    violent = group.claims[0].type == "ASSAULT" or any("riot" in c.modes for c in group.claims)
    return violent and _is_news(group)


def _is_news(group: Group) -> bool:
    return any(c.certain and not c.heading and c.layer == "news" and not c.aggregate and c.status != "denied" for c in group.claims)


def _is_forbidden(attack: Sequence[Claim], toll: Sequence[Claim], rulings: Rulings) -> bool:
    """Whether a bare toll cannot belong to an attack; differing figures are versions and forbid nothing."""
    if rulings.apart and rulings.forbid({c.id for c in attack}, {c.id for c in toll}):
        return True
    vetoes = [scored(x, _as(x, y)).veto for x in attack for y in toll]
    return any(veto is not None and "figures" not in veto for veto in vetoes)


def _as(act: Claim, toll: Claim) -> Claim:
    """A toll as one of an act of another type: without its act it is of none."""
    return toll if toll.type == act.type else replace(toll, type=act.type, act=replace(toll.act, rule=act.act.rule))
