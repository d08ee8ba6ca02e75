"""What the head for one occurrence sees of two acts of violence in one report.

Every feature is a word for what the rules of this room find: of doers, victims, days, places, means, figures, of how the later act is told
(as known, as new, as a further one), how far it stands from the earlier one, what is told between them, whether another shares more words.
"""

from __future__ import annotations

from collections.abc import Iterator

from casus.codebook.retelling import load_retelling
from casus.coding.harm.counts import COUNTED
from casus.merge.course import Between, Course, Told
from casus.merge.findings import Finding, overlap
from casus.merge.in_report import WITHIN
from casus.merge.pairs import Score, dates, modes, places, tolls
from casus.merge.retold import is_elsewhere, is_looked_back_upon, other_victims, same_victims
from casus.model.claim import Claim

_LEAD = 2
"""The sentences that open a report, counted from 0."""
_NEAR, _SOON, _REACH, _FAR = 3, 4, 6, 12
_STEP, _MOST = 1.5, 5
"""The weight of words shared, in steps of so much, as far as so many."""
_BIG = 3
"""A toll larger than this is shared by few occurrences."""
_UNDONE = frozenset({"denied", "planned", "threatened"})
_ALIKE = (-4, -3, -2, -1, 0, 1, 2, 3)
"""Odds (log) of being one by the words alone, in steps."""
_FINDINGS = (dates, places, modes, tolls)


def pair_features(course: Course, i: int, j: int, by_rule: Score) -> Iterator[str]:
    """The features of the acts numbered `i` and, told after it, `j`, with what the rules say of them (`in_report`)."""
    first, second = course.told[i], course.told[j]
    for part in (_order, _sides, _harm, _telling, _crossed, _alike):
        yield from part(first, second)
    yield from _findings(first.claim, second.claim)
    yield from _between(first, second, course.between(i, j))
    yield from _rules(by_rule)
    yield from _shared(course, i, j)


def _order(a: Told, b: Told) -> Iterator[str]:
    first, second = a.claim, b.claim
    near = second.sentence - first.sentence
    yield f"near={near if near <= _NEAR else '4-6' if near <= _REACH else '7-12' if near <= _FAR else 'far'}"
    yield f"at once={near <= 1}, toll={b.is_toll}"
    yield f"points back={b.points_back}, near={min(near, _REACH + 1)}"
    yield f"same sentence={near == 0}, harm={a.is_harm},{b.is_harm}"
    yield f"layers={first.layer},{second.layer}"
    yield f"certain={first.certain},{second.certain}"
    yield f"totals={first.aggregate},{second.aggregate}"
    undone = {first.status, second.status} & _UNDONE
    yield f"status={first.status},{second.status}" if undone else "status=done"


def _sides(a: Told, b: Told) -> Iterator[str]:
    for name, one, other, those in (
        ("doers", a.doers, b.doers, overlap(a.claim.actors, b.claim.actors)),
        ("victims", a.victims, b.victims, overlap(a.claim.recipients, b.claim.recipients)),
    ):
        yield f"{name} shared={those}"
        yield f"{name}={those},{one.known_as},{other.known_as}"
        yield f"{name} then={other.known_as}"
        yield f"kinds of {name}={_meeting(one.kinds, other.kinds)}"
        yield f"nouns of {name}={bool(one.nouns & other.nouns)}"
    yield f"voices={'none' if not (a.voices and b.voices) else 'same' if a.voices & b.voices else 'other'}"


def _meeting(one: frozenset[str], other: frozenset[str]) -> str:
    if not one or not other:
        return "none"
    return "same" if one == other else "meet" if one & other else "other"


def _harm(a: Told, b: Told) -> Iterator[str]:
    first, second = a.claim, b.claim
    yield f"tolls={a.is_toll},{b.is_toll}"
    moves, alike = set(), []
    for name in COUNTED:
        x, y = getattr(first, name), getattr(second, name)
        if x is not None and y is not None:
            moves.add("same" if x.best == y.best else "more" if (y.best or 0) > (x.best or 0) else "fewer")
            alike += [x.best or 0] if name == "killed" and x.best == y.best else []
    yield f"figures={','.join(sorted(moves))}"
    yield f"same large toll={any(n > _BIG for n in alike)}"
    means = "none" if not (first.modes and second.modes) else "same" if set(first.modes) & set(second.modes) else "other"
    yield f"means={means},{bool(first.modes)},{bool(second.modes)}"


def _telling(a: Told, b: Told) -> Iterator[str]:
    yield f"told={a.told_as},{b.told_as}"
    yield f"also={b.is_also}"
    yield f"later={b.is_later}"
    yield f"dated={a.is_dated},{b.is_dated}"
    yield f"placed={a.claim.place is not None},{b.claim.place is not None}"
    yield f"same word={a.lemma == b.lemma}"
    yield f"same sense={a.claim.act.rule == b.claim.act.rule}"


def _crossed(a: Told, b: Told) -> Iterator[str]:
    """What is told at once, soon or further on means more or less by what it tells."""
    reach = _reach(a, b)
    yield f"{reach}, doers then={b.doers.known_as}, victims then={b.victims.known_as}"
    yield f"{reach}, doers shared={overlap(a.claim.actors, b.claim.actors)}"
    yield f"{reach}, told={b.told_as}"
    yield f"{reach}, dated={b.is_dated}, placed={b.claim.place is not None}"
    yield f"{reach}, layers={a.claim.layer},{b.claim.layer}"
    yield f"{reach}, words={min(3, len(a.stems & b.stems))}"


def _reach(a: Told, b: Told) -> str:
    """How far on the second is told."""
    near = b.claim.sentence - a.claim.sentence
    return "at once" if near <= 1 else "soon" if near <= _SOON else "further on"


def _alike(a: Told, b: Told) -> Iterator[str]:
    """How alike the encoder of tellings finds the words of the two."""
    odds = a.alike(b)
    if odds is None:
        yield "alike=unknown"
        return
    reach = _reach(a, b)
    for step in _ALIKE:
        if odds > step:
            yield f"alike>{step}"
            yield f"{reach}, alike>{step}"
            yield f"told={b.told_as}, alike>{step}"
    yield f"{'violence' if a.claim.type == 'ASSAULT' else a.claim.type}, alike={round(max(min(odds, 4), -4))}"


def _findings(first: Claim, second: Claim) -> Iterator[str]:
    for test in _FINDINGS:
        yield f"{test.__name__}={_leaning(test(first, second))}"
    for holds in (is_elsewhere, other_victims, same_victims, is_looked_back_upon):
        yield f"{holds.__name__}={holds(first, second)}"


def _leaning(found: Finding | None) -> str:
    return "nothing" if found is None else "never" if found.veto else f"{found.value:.1f}"


def _between(first: Told, second: Told, between: Between) -> Iterator[str]:
    yield f"between={min(between.full, 3)}"
    yield f"between, all={min(between.all, 4)}"
    yield f"nothing between={between.all == 0}, toll={second.is_toll}"
    yield f"between={min(between.full, 2)}, points back={second.points_back}"
    lead = first.claim.sentence <= _LEAD
    yield f"lead={lead}"
    yield f"lead={lead}, points back={second.points_back}"


def _rules(said: Score) -> Iterator[str]:
    yield f"veto={'none' if said.veto is None else said.veto.partition(':')[0]}"
    yield f"joined by rule={said.veto is None and said.value >= WITHIN}"
    yield f"rules={'veto' if said.veto else round(min(max(said.value, -0.3), 0.9) * 5)}"


def _shared(course: Course, i: int, j: int) -> Iterator[str]:
    first, second = course.told[i], course.told[j]
    bare, follows = second.is_bare, j == i + 1
    yield f"bare={bare}, follows={follows}, toll={second.is_toll}"
    found = course.shares(i, j)
    for what, much in found.items():
        yield f"{what} shared={much}"
        yield f"{what} shared={much}, bare={bare}"
        if second.points_back:
            yield f"{what} shared={much}, points back"
    yield f"words shared={found['words']}, follows={follows}"
    if first.claim.sentence != second.claim.sentence:
        yield f"weight of words={min(_MOST, int(course.weight(first.words & second.words) / _STEP))}"
    telling = load_retelling().telling
    yield from (f"word={w}" for w in second.clause if w in telling)
