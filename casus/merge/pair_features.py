"""What the head for one occurrence sees of two acts of violence in one report.

Every feature is a word for what the rules of this room find: of doers, victims, days, places, means, figures, of how the later act is told
(as known, as new, as a further one), how far it stands from the earlier one, what is told between them, whether another shares more words.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from casus.codebook.retelling import load_retelling
from casus.coding.harm.counts import COUNTED
from casus.merge.another import another, heads, is_further_told, is_indefinite
from casus.merge.beside import tells_also
from casus.merge.course import Between, Course, is_dated
from casus.merge.findings import Finding, is_anybody, overlap
from casus.merge.in_report import WITHIN
from casus.merge.pairs import FEATURES, Score
from casus.merge.retold import is_elsewhere, is_looked_back_upon, is_retold, other_victims, same_victims
from casus.merge.sight import ANYBODY, THESE, TOLLS, points_back, stem, words_of
from casus.model.actor import Party
from casus.model.claim import Claim

_HAD = re.compile(r"\bhad\b", re.IGNORECASE)
_LEAD = 2
"""The sentences that open a report, counted from 0."""
_NEAR, _FAR = 3, 12
_STEP, _MOST = 1.5, 5
"""The weight of words shared, in steps of so much, as far as so many."""
_BIG = 3
"""A toll larger than this is shared by few occurrences."""
_UNDONE = frozenset({"denied", "planned", "threatened"})
_SIDES: tuple[tuple[str, frozenset[str]], ...] = (
    ("armed", frozenset({"unnamed-armed", "armed-group", "militia"})),
    ("guards", frozenset({"police", "military"})),
)


def pair_features(course: Course, i: int, j: int, by_rule: Score) -> Iterator[str]:
    """The features of the acts numbered `i` and, told after it, `j`, with what the rules say of them (`in_report`)."""
    first, second = course.told[i].claim, course.told[j].claim
    for part in (_order, _sides, _harm, _telling, _findings, _crossed):
        yield from part(first, second)
    yield from _between(first, second, course.between(i, j))
    yield from _rules(by_rule)
    yield from _shared(course, i, j)


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
    yield from (f"word={w}" for w in sorted(second.clause & load_retelling().telling))


def _between(first: Claim, second: Claim, between: Between) -> Iterator[str]:
    points = points_back(second)
    yield f"between={min(between.full, 3)}"
    yield f"between, all={min(between.all, 4)}"
    yield f"nothing between={between.all == 0}, toll={second.act.rule in TOLLS}"
    yield f"between={min(between.full, 2)}, points back={points}"
    lead = first.sentence <= _LEAD
    yield f"lead={lead}"
    yield f"lead={lead}, points back={points}"


def _order(first: Claim, second: Claim) -> Iterator[str]:
    near = second.sentence - first.sentence
    yield f"near={near if near <= _NEAR else '4-6' if near <= 6 else '7-12' if near <= _FAR else 'far'}"
    yield f"at once={near <= 1}, toll={second.act.rule in TOLLS}"
    yield f"points back={points_back(second)}, near={min(near, 7)}"
    yield f"same sentence={near == 0}, harm={bool(first.killed or first.injured)},{bool(second.killed or second.injured)}"
    yield f"layers={first.layer},{second.layer}"
    yield f"certain={first.certain},{second.certain}"
    yield f"headings={first.heading},{second.heading}"
    yield f"totals={first.aggregate},{second.aggregate}"
    undone = {first.status, second.status} & _UNDONE
    yield f"status={first.status},{second.status}" if undone else "status=done"


def _sides(first: Claim, second: Claim) -> Iterator[str]:
    for name, one, other in (("doers", first.actors, second.actors), ("victims", first.recipients, second.recipients)):
        shared = overlap(one, other)
        yield f"{name} shared={shared}"
        yield f"{name}={shared},{_side(one)},{_side(other)}"
        yield f"{name} then={_side(other)}"
    kinds = [frozenset(p.kind for p in c.recipients if not is_anybody(p)) for c in (first, second)]
    yield f"kinds of victims={_meeting(*kinds)}"
    yield f"kinds of doers={_meeting(*(frozenset(p.kind for p in c.actors) for c in (first, second)))}"
    yield f"nouns of victims={bool(heads(first.recipients) & heads(second.recipients) - ANYBODY)}"
    yield f"nouns of doers={bool(heads(first.actors) & heads(second.actors))}"
    voices = [{s.name for s in c.sources} for c in (first, second)]
    yield f"voices={'none' if not all(voices) else 'same' if voices[0] & voices[1] else 'other'}"


def _side(parties: Sequence[Party]) -> str:
    if not parties:
        return "none"
    if any(p.id for p in parties):
        return "known"
    kinds = {p.kind for p in parties}
    return next((name for name, those in _SIDES if kinds & those), "other")


def _meeting(one: frozenset[str], other: frozenset[str]) -> str:
    if not one or not other:
        return "none"
    return "same" if one == other else "meet" if one & other else "other"


def _harm(first: Claim, second: Claim) -> Iterator[str]:
    yield f"tolls={first.act.rule in TOLLS},{second.act.rule in TOLLS}"
    moves, tolls = set(), []
    for name in COUNTED:
        x, y = getattr(first, name), getattr(second, name)
        if x is not None and y is not None:
            moves.add("same" if x.best == y.best else "more" if (y.best or 0) > (x.best or 0) else "fewer")
            tolls += [x.best or 0] if name == "killed" and x.best == y.best else []
    yield f"figures={','.join(sorted(moves))}"
    yield f"same large toll={any(n > _BIG for n in tolls)}"
    means = "none" if not (first.modes and second.modes) else "same" if set(first.modes) & set(second.modes) else "other"
    yield f"means={means},{bool(first.modes)},{bool(second.modes)}"


def _telling(first: Claim, second: Claim) -> Iterator[str]:
    yield f"told={_known(first)},{_known(second)}"
    yield f"also={tells_also(second)}"
    yield f"later={is_further_told(second)}"
    yield f"had={_HAD.search(second.act.words) is not None}"
    yield f"dated={is_dated(first)},{is_dated(second)}"
    yield f"placed={first.place is not None},{second.place is not None}"
    yield f"same word={stem(first.lemma) == stem(second.lemma)}"
    yield f"same sense={first.act.rule == second.act.rule}"


def _crossed(first: Claim, second: Claim) -> Iterator[str]:
    """What is told at once, soon or further on means more or less by what it tells."""
    reach = "at once" if second.sentence - first.sentence <= 1 else "soon" if second.sentence - first.sentence <= 4 else "further on"
    yield f"{reach}, doers then={_side(second.actors)}, victims then={_side(second.recipients)}"
    yield f"{reach}, doers shared={overlap(first.actors, second.actors)}"
    yield f"{reach}, told={_known(second)}"
    yield f"{reach}, dated={is_dated(second)}, placed={second.place is not None}"
    yield f"{reach}, layers={first.layer},{second.layer}"
    yield f"{reach}, words={_shared_words(first, second)}"


def _shared_words(first: Claim, second: Claim) -> int:
    """How many words of weight both acts are told with, at most three."""
    return min(3, len(_weighty(first) & _weighty(second)))


def _weighty(claim: Claim) -> frozenset[str]:
    told = [claim.act, *(p.evidence for p in (*claim.actors, *claim.recipients))]
    return frozenset(stem(w) for e in told for w in words_of(e.words) if len(w) > 3 and w not in load_retelling().light)


def _known(claim: Claim) -> str:
    return "known" if THESE.match(claim.act.words) or points_back(claim) else "new" if is_indefinite(claim) else "plain"


def _findings(first: Claim, second: Claim) -> Iterator[str]:
    for feature in FEATURES:
        yield f"{feature.test.__name__}={_leaning(feature.test(first, second))}"
    for test in (is_retold, is_elsewhere, other_victims, same_victims, is_looked_back_upon):
        yield f"{test.__name__}={bool(test(first, second))}"
    yield f"another={another(first, second)}"


def _rules(said: Score) -> Iterator[str]:
    yield f"veto={'none' if said.veto is None else said.veto.partition(':')[0]}"
    yield f"joined by rule={said.veto is None and said.value >= WITHIN}"
    yield f"rules={'veto' if said.veto else round(min(max(said.value, -0.3), 0.9) * 5)}"


def _leaning(found: Finding | None) -> str:
    return "nothing" if found is None else "never" if found.veto else f"{found.value:.1f}"
