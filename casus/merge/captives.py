"""Captives: when a taking told further on in a report is the one told before ("captured a financier ... he and two aides were held").

A lead names who was taken, or how many; what follows tells of the same people, of one set of them, or of the rest.
"""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

from casus.coding.harm.harmed import MANY, ONE_BY_ONE
from casus.coding.numbers import first_number
from casus.merge.another import is_definite
from casus.merge.findings import overlap, place_finding
from casus.merge.sight import ANYBODY, head_word, in_order
from casus.model.claim import Claim

TAKING = frozenset({"arrest", "seize", "abduct"})
"""Modes by which people, or things, are taken."""
_THE_ONE = frozenset({"individual", "man", "woman", "person", "target", "him", "her"})
_RANKED = frozenset("leader commander facilitator member operative financier supplier courier".split())
_FIGHTER = frozenset("insurgent militant rebel fighter suspect terrorist".split())
"""What a leader is too, told of again."""
_AMONG = re.compile(r"\bincluding (?:an? |one )?([^,.;]+)", re.IGNORECASE)
_AMONG_KNOWN = re.compile(r"\b(?:including|along with|one of whom was) the ([^,.;]+)", re.IGNORECASE)
_KNOWN = re.compile(r"^(?:the|this|that|both|his|her|their|him\b)", re.IGNORECASE)
_FURTHER = re.compile(r"\b(?:also|additional|another|further|more|others?|second|third|fourth|fifth|next|separate)\b", re.IGNORECASE)
_REST = re.compile(r"^(\w+) (?:other|additional|more|others)\b", re.IGNORECASE)


def is_taking(claim: Claim) -> bool:
    """Whether a claim tells that people, or things, were taken."""
    return bool(TAKING & {*claim.modes})


def as_arrests(a: Claim, b: Claim) -> tuple[Claim, Claim] | None:
    """Two takings of one report that are coded as an attack and as an arrest, both as arrests, so that they can be compared; else None."""
    if a.report != b.report or {a.type, b.type} != {"ASSAULT", "COERCE"} or not (is_taking(a) and is_taking(b)):
        return None
    return replace(a, type="COERCE"), replace(b, type="COERCE")


def taken_again(a: Claim, b: Claim) -> str:
    """ "Captured a facilitator ... detained the facilitator along with two others": who of those taken already is told of again, or ""."""
    if a.report != b.report or a.sentence == b.sentence or not (is_taking(a) and is_taking(b)):
        return ""
    first, second = sorted((a, b), key=lambda c: c.act.start)
    known = {head_word(p.evidence.words) for p in second.recipients if _KNOWN.match(p.evidence.words)}
    known |= {head_word(m[1]) for m in _AMONG_KNOWN.finditer(second.act.words)}
    taken = {head_word(p.evidence.words) for p in first.recipients if not _KNOWN.match(p.evidence.words)}
    taken |= {head_word(m[1]) for m in _AMONG.finditer(first.act.words)}
    one = _is_one(first)
    again = sorted((known & taken) - {""}) or sorted(known & _THE_ONE if one else ())
    return again[0] if again else ""


def _is_one(claim: Claim) -> bool:
    """Whether one person was taken, by the figure, or where none is told by the only words for who it was."""
    if claim.captured is not None:
        return claim.captured.best == claim.captured.high == 1
    words = claim.recipients[0].evidence.words if len(claim.recipients) == 1 else ""
    return re.match(r"an? ", words, re.IGNORECASE) is not None and MANY.search(words) is None


def is_rest(a: Claim, b: Claim) -> bool:
    """ "Two couriers and two other rebels were captured ... Two other rebels were also captured": a set of the lead, told by itself."""
    if a.report != b.report or a.sentence == b.sentence or not (is_taking(a) and is_taking(b)):
        return False
    first, second = sorted((a, b), key=lambda c: c.act.start)
    if len(first.recipients) < 2 or len(second.recipients) != 1:
        return False
    rest = second.recipients[0].evidence.words
    return _REST.match(rest) is not None and any(_as_many(rest, p.evidence.words) for p in first.recipients[1:])


def _as_many(a: str, b: str) -> bool:
    """Whether two phrases give one figure, or are vague about people of one noun."""
    counts = [first_number(words) for words in (a, b)]
    if counts[0] is not None or counts[1] is not None:
        return counts[0] == counts[1] and (counts[0] or 0) > 1
    return bool(MANY.search(a) and MANY.search(b)) and same_people(a, b)


def same_people(a: str, b: str) -> bool:
    """Whether two phrases can name one set of people: one noun, or a noun for anybody beside another."""
    heads = head_word(a), head_word(b)
    return heads[0] == heads[1] != "" or bool(ANYBODY & {*heads})


def same_captives(a: Claim, b: Claim) -> bool:
    """Whether as many are taken, of more than one, and nobody else is named as taker or taken."""
    if a.captured is None or b.captured is None or a.captured.best != b.captured.best or (a.captured.best or 0) < 2:
        return False
    return overlap(a.actors, b.actors) is not False and overlap(a.recipients, b.recipients) is not False


def confirmed_again(a: Claim, b: Claim) -> bool:
    """ "Detained several rebels in Gao ... The army confirmed the capture of a rebel leader in Gao": who is confirmed was taken before."""
    place = place_finding(a.place, b.place)
    return may_be_confirmed(a, b) and ((place is not None and place.value > 0) or len(_days(a, b)) == 2)


def may_be_confirmed(a: Claim, b: Claim) -> bool:
    """Whether nothing says that the later of two takings, which somebody confirms, is not of those taken in the earlier."""
    first, second = in_order(a, b)
    if a.report != b.report or a.sentence == b.sentence or not (is_taking(a) and is_taking(b)) or _is_confirmed(first):
        return False
    if not _is_confirmed(second) or _FURTHER.search(second.act.words) or overlap(a.recipients, b.recipients) is False:
        return False
    place = place_finding(a.place, b.place)
    if (place is not None and place.value <= 0) or len({*_days(a, b)}) > 1:
        return False
    many, one = (c.captured.best if c.captured is not None else None for c in (first, second))
    return one is not None and (many is None or one <= many)


def _days(a: Claim, b: Claim) -> list[date]:
    return [c.date.start for c in (a, b) if c.date is not None and c.date.precision == "day" and c.date.start is not None]


def _is_confirmed(claim: Claim) -> bool:
    """Whether somebody confirms that people were taken."""
    return any(s.verb.lower().startswith("confirm") for s in claim.sources)


def one_again(a: Claim, b: Claim) -> bool:
    """ "Detained a man in Gao ... the soldiers detained a man": one person, by hands known already, at no other time or place."""
    first, second = sorted((a, b), key=lambda c: c.act.start)
    counts = [c.captured for c in (first, second)]
    if not all(c is not None and c.best == c.high == 1 and c.rule != ONE_BY_ONE for c in counts) or not (is_taking(a) and is_taking(b)):
        return False
    dated = second.date is not None and second.date.precision != "bounded"
    if second.place or dated or overlap(a.actors, b.actors) is not True or not all(is_definite(p) for p in second.actors):
        return False
    people = [[p.evidence.words for p in c.recipients] for c in (first, second)]
    words = " ".join((second.act.words, *people[1]))
    if _FURTHER.search(words) or len(people[0]) != 1 or len(people[1]) != 1:
        return False
    one, other = (head_word(x[0]) for x in people)
    return one == other or {one, other} <= ANYBODY or (one in _RANKED and other in _FIGHTER)
