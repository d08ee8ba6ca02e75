"""Sums: acts told as added up over a stretch of time ("210 have been executed this year"): a statistic, for which no act is printed."""

from __future__ import annotations

import re
from dataclasses import replace

from casus.coding.claims import Told
from casus.coding.harm.counts import COUNTED
from casus.coding.harm.harmed import MANY
from casus.coding.harm.statistics import is_long, is_period_total, says_the_number
from casus.coding.scene import Scene
from casus.model.claim import Claim

SUMMED = "added up over a long time"
_UP_TO_NOW = re.compile(
    r"\b(?:has|have)\b(?! since).*\b(?:since|from) the (?:first|start|beginning) of (?:the|this) (?:week|month|year)\b"
    r"|\b(?:has|have)\b.*\bso far this (?:week|month|year)\b", re.IGNORECASE | re.DOTALL,
)  # fmt: skip
_AT_A_TIME = re.compile(r"^(?:when|after|before|until)\b", re.IGNORECASE)
_WAR = re.compile(r"\b(?:wars?|insurgency|insurrection|conflict|genocide|rebellion)$", re.IGNORECASE)
_FOLLOWING = re.compile(r"^(?:in|of|by)? ?(?:which|whom)\b|^(?:killing|leaving|injuring|wounding)\b", re.IGNORECASE)
_NUMBERED = re.compile(r"\b\d|\b(?:dozens|scores|hundreds|thousands|number) of\b", re.IGNORECASE)


def with_sums(told: tuple[Told, ...], scene: Scene) -> tuple[Told, ...]:
    """The acts of a sentence: those that are totals over a period are marked so, and over a long one not certain."""
    if not told:
        return told
    total, long = is_period_total(scene), is_long(scene)
    number = total and says_the_number(scene)
    told = tuple(replace(t, claim=_unsure(t.claim)) if _is_of_a_war(t.claim) else t for t in told)
    if not (total or long):
        return told
    found = tuple(replace(t, claim=_summed(t.claim, total=total, long=long, number=number)) for t in told)
    if not any(_is_sum(t.claim) for t in found):
        return found
    return tuple(replace(t, claim=_unsure(t.claim)) if _FOLLOWING.match(t.claim.act.words) and t.claim.certain else t for t in found)


def _is_of_a_war(claim: Claim) -> bool:
    """ "The ten-year insurgency, which claimed 17,000 lives": what a war does is the sum of all its acts."""
    wars = [p for p in claim.actors if p.id is None and _WAR.search(p.evidence.words)]
    return claim.certain and claim.type == "ASSAULT" and bool(wars) and len(wars) == len(claim.actors)


def _is_sum(claim: Claim) -> bool:
    return any(r.rule == SUMMED for r in claim.reasons)


def _unsure(claim: Claim) -> Claim:
    return replace(claim, aggregate=True, certain=False).because("certain", SUMMED)


def _summed(claim: Claim, *, total: bool, long: bool, number: bool) -> Claim:
    if _is_of_one_moment(claim):
        return claim
    if total and (_is_counted(claim) or (number and claim.type in {"ASSAULT", "COERCE"})):
        claim = replace(claim, aggregate=True)
    if claim.actors or not (long and claim.aggregate and claim.certain) or not (_is_counted(claim) or _NUMBERED.search(claim.act.words)):
        return claim
    return claim if _is_of_a_year(claim) else _unsure(claim)


def _is_of_a_year(claim: Claim) -> bool:
    """ "Attacks in Pakistan in 2023, killing over 1,500": the total of a year and a place that are named is one that coders keep."""
    return claim.date is not None and claim.date.precision == "year" and claim.place is not None


def _is_of_one_moment(claim: Claim) -> bool:
    """ "The last of them when he was shot on Monday", "since May, when rebels killed a guard": one act, whatever is added up beside it."""
    figures = [c for kind in COUNTED if (c := getattr(claim, kind)) is not None]
    many = any(c.best != 1 or c.high != 1 for c in figures)
    if claim.date is not None and claim.date.precision == "day":
        return not (many and _UP_TO_NOW.search(claim.act.words))  # "with Monday's arrests, have held 210 since the first of the year"
    return _AT_A_TIME.match(claim.act.words) is not None or (bool(figures) and all(c.best == c.high == 1 for c in figures))


def _is_counted(claim: Claim) -> bool:
    """Whether a claim counts people, in figures or in words for many ("a large number of rebels")."""
    if claim.type == "SANCTION":
        return any(_NUMBERED.search(p.evidence.words) for p in claim.recipients)  # "90 people have been sentenced since May"
    return any(getattr(claim, kind) is not None for kind in COUNTED) or (claim.type in {"ASSAULT", "COERCE"} and _says_many(claim))


def _says_many(claim: Claim) -> bool:
    return any(MANY.search(p.evidence.words) for p in claim.recipients)
