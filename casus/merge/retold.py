"""Retold: what shows that two acts of one report are one act told twice, beyond that they are acts of one kind.

An article on a war tells many strikes by one air force, a profile many a reproach by one man. That side, means and kind of act
agree says nothing there; the place, the day, the victims, the figure or a word that points back do.
"""

from __future__ import annotations

import re

from casus.codebook.places import LEAST_SOUND, sound
from casus.coding.harm.counts import COUNTED
from casus.merge.findings import TOWN, VERBAL, is_vague, overlap, place_finding
from casus.merge.sight import ANYBODY, head_word, in_order, points_back, stem, struck_things, targets, words_of
from casus.model.claim import Claim
from casus.model.place import Place

_NUMBER = re.compile(r"\b\d[\d,.]*\d\b")
"""Of two digits at least: "9" stands in too many sentences."""
_NEAR = 2
_COARSE = frozenset({"month", "year", "period", "range"})
"""Days of something looked back upon: "in 2019", "last month"."""
_LONG = 4
_UNIT = 3
"""UCDP where_prec of a second-order unit."""
_EMPTY = frozenset("that this with from have been were they their them will would which said says when after over into more than".split())


def is_retold(a: Claim, b: Claim) -> bool:
    """Whether something says that two acts of one kind are one; a title tells what its text tells."""
    first, second = in_order(a, b)
    if a.heading != b.heading or (a.heading and a.sentence != b.sentence):
        return a.layer == b.layer or not is_looked_back_upon(first, second)
    away = second.sentence - first.sentence
    near = away <= _NEAR
    if (points_back(second) and (near or not _other_people(a, b))) or _same_figure(a, b) or same_victims(a, b) or targets(a) & targets(b):
        return not (is_elsewhere(a, b) or is_looked_back_upon(first, second))
    if a.heading and ("destroy",) in (a.modes, b.modes) and overlap(a.actors, b.actors) is not True:
        return False  # "Teen killed, settlers torch cars near Ramallah"
    if a.sentence == b.sentence and a.act.rule == b.act.rule and first.act.end <= second.act.start:
        if ("crowd-control",) == a.modes == b.modes:
            return True  # "fired tear gas and used rubber bullets"
        return _same_day(a, b) and _same_town(a, b)  # two clauses of one sentence, each with its own verb
    if a.type in VERBAL:
        return overlap(a.actors, b.actors) is not False and (away <= 1 or _same_day(a, b) or _same_matter(a, b))
    if other_victims(a, b) and not near:
        return False
    alike = near or a.act.rule == b.act.rule or bool(set(a.modes) & set(b.modes)) or overlap(a.actors, b.actors) is True
    return _same_day(a, b) or (_same_town(a, b) and alike) or (near and not is_elsewhere(a, b) and overlap(a.actors, b.actors) is True)


def is_looked_back_upon(first: Claim, second: Claim) -> bool:
    """Whether the later is dated by its own words to a month or a year that the earlier does not give."""
    date = second.date
    if date is None or date.evidence is None or date.precision not in _COARSE or date.start is None or first.sentence == second.sentence:
        return False
    return first.date is None or (first.date.start, first.date.end) != (date.start, date.end)


def is_elsewhere(a: Claim, b: Claim) -> bool:
    """Whether each names a place of its own that the gazetteer cannot compare, under names that differ."""
    if a.place is None or b.place is None or place_finding(a.place, b.place) is not None:
        return False
    if a.place.id and b.place.id:
        return False
    if any(is_vague(p) if p.id else p.name.split()[-1][:1].islower() for p in (a.place, b.place)):
        return False  # "the Pakistani border", a province
    if _is_unit(a.place) != _is_unit(b.place):
        return False  # a village may lie in the township
    one, other = a.place.name, b.place.name
    long = len(sound(one)) >= LEAST_SOUND and len(sound(other)) >= LEAST_SOUND
    return (long or sound(one)[:1] != sound(other)[:1]) and not set(words_of(one)) & set(words_of(other))


def _is_unit(place: Place) -> bool:
    """Whether a place is an administrative unit ("Ramree Township"), by its words or its line of the gazetteer."""
    return (place.precision_ucdp or 0) >= _UNIT


def same_victims(a: Claim, b: Claim) -> bool:
    """Whether both name the same recipient, or call those it was done to by one noun that does not fit just anybody."""
    return overlap(a.recipients, b.recipients) is True or bool(_nouns(a) & _nouns(b))


def other_victims(a: Claim, b: Claim) -> bool:
    """Whether each says whom it was done to, in words that have nothing in common."""
    return bool(_nouns(a)) and bool(_nouns(b)) and not same_victims(a, b)


def _other_people(a: Claim, b: Claim) -> bool:
    """Whether each says whom it was done to, people in both, in words that have nothing in common."""
    return other_victims(a, b) and not struck_things(a) and not struck_things(b)


def _nouns(claim: Claim) -> frozenset[str]:
    return frozenset(head_word(p.evidence.words) for p in claim.recipients) - ANYBODY - {""}


def _same_figure(a: Claim, b: Claim) -> bool:
    """One dead here and one there may be two; more than one, the same number is the same people."""
    for field in (*COUNTED, "size"):
        first, second = getattr(a, field), getattr(b, field)
        if first is not None and second is not None and first.best == second.best and (first.best or 0) > 1:
            return True
    return bool(set(_NUMBER.findall(a.act.words)) & set(_NUMBER.findall(b.act.words)) - _years(a, b))


def _years(a: Claim, b: Claim) -> set[str]:
    """Numbers in the words of dates, which are no figures."""
    return {n for c in (a, b) if c.date is not None and c.date.evidence is not None for n in _NUMBER.findall(c.date.evidence.words)}


def _same_day(a: Claim, b: Claim) -> bool:
    return a.date is not None and b.date is not None and a.date.precision == b.date.precision == "day" and a.date.start == b.date.start


def _same_town(a: Claim, b: Claim) -> bool:
    found = place_finding(a.place, b.place)
    return found is not None and found.value >= TOWN and not (is_vague(a.place) or is_vague(b.place))


def _same_matter(a: Claim, b: Claim) -> bool:
    """Whether the words of both acts have a noun or verb in common besides the act and the parties themselves."""
    return bool(_matter(a) & _matter(b))


def _matter(claim: Claim) -> frozenset[str]:
    parties = {w for p in (*claim.actors, *claim.recipients) for w in (*words_of(p.name), *words_of(p.evidence.words))}
    told = {stem(w) for w in words_of(claim.act.words) if len(w) >= _LONG and w not in _EMPTY and w not in parties}
    return frozenset(told - {stem(claim.lemma)})
