"""The last key: whether what is told as one act of a report is one, and told here only, as a trained head weighs it (head `printed`).

A false event costs more than a missed one: an event that other events of its report may tell already, or whose words hardly tell such an
act, is kept for those who ask for weak leads. The head sees how likely each of its accounts tells an act (casus/resolve/likely_told.py),
how like other events it is, of its type and of others, and what it tells; training/HEADS.md says from what it learned.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, replace

from casus.codebook.heads import load_head
from casus.merge.gathered import Gathered, best
from casus.merge.one_occurrence import VIOLENCE
from casus.merge.repeated import repeated
from casus.merge.rulings import is_ruled
from casus.merge.sight import is_dated
from casus.model.claim import Claim

ANSWERS = ("not", "once")
LEAST = 0.68
"""From how likely on an event is certain; chosen on reports not learned from (training/printed.py)."""
FEW, FEW_BY_ARREST = 2, 3
"""In a report of so few events or fewer, none is doubted beside the others; no arrest."""
_STEPS = (-4, -3, -2, -1, 0, 1, 2, 3)
_LIKELY = (40, 50, 60, 70, 80, 85, 90, 93, 96, 98)
_MANY = 6


@dataclass(frozen=True, slots=True)
class Seen:
    """A gathering beside the others that are printed.

    How many they are, and of its type; the best odds that one of its types tells the same, and whether that is told later; the best that an
    act of another type does, told before and told after.
    """

    others: int
    of_its_type: int
    one: float
    is_first: bool
    before: float
    after: float


def seen(gathered: Gathered, x: int, printed: Set[int], kinds: Mapping[str, int]) -> Seen:
    """A gathering beside the others of those printed, of which so many are of each type."""
    one, nearest = best(gathered.alike[x], printed)
    before, after = (best(ranked, printed)[0] for ranked in gathered.crossed[x])
    kind = body_of(gathered, x)[0].type
    of_its_type = kinds[kind] - int(kind_of(gathered, x) == kind)
    is_first = gathered.begins(x) < gathered.begins(nearest)
    return Seen(min(len(printed) - 1, _MANY), min(of_its_type, 4), one, is_first, before, after)


def kinds_of(gathered: Gathered, printed: Set[int]) -> Mapping[str, int]:
    """How many of those printed are of each type."""
    return Counter(kind_of(gathered, x) for x in printed)


def kind_of(gathered: Gathered, x: int) -> str:
    """The type of a gathering."""
    return gathered.claims[gathered.members[x][0]].type


def body_of(gathered: Gathered, x: int) -> list[Claim]:
    """The claims of a gathering, without headings where the body has any."""
    told = [gathered.claims[m] for m in gathered.members[x]]
    return [c for c in told if not c.heading] or told


def once_features(gathered: Gathered, x: int, beside: Seen) -> Iterator[str]:
    """What the head sees of a gathering, beside the others that are printed."""
    body = body_of(gathered, x)
    kind = body[0].type
    yield kind
    likely = max((c.likely or 0 for c in body), default=0)
    for step in _LIKELY:
        if likely >= step:
            yield f"likely>={step}"
            yield f"{kind} likely>={step}"
    yield f"accounts={min(len(body), 3)}"
    yield f"known={any(p.id for c in body for p in c.actors)},{any(p.id for c in body for p in c.recipients)}"
    yield f"titled={len(body) < len(gathered.members[x])}"
    yield f"events={beside.others}"
    yield f"{kind} of its type={beside.of_its_type}"
    yield f"firm={all(not any(r.field == 'certain' for r in c.reasons) for c in body)}"
    yield f"{kind} frame={body[0].act.rule}"
    yield from _of_parts(kind, body)
    yield from _of_others(kind, beside)


def _of_parts(kind: str, body: Sequence[Claim]) -> Iterator[str]:
    parts = {
        "who": any(c.actors for c in body), "whom": any(c.recipients for c in body), "where": any(c.place for c in body),
        "when": any(is_dated(c) for c in body), "harm": any(c.killed or c.injured for c in body), "said": any(c.sources for c in body),
    }  # fmt: skip
    for name, has in parts.items():
        yield f"{name}={has}"
        yield f"{kind} {name}={has}"
    yield f"statuses={','.join(sorted({c.status for c in body}))}"
    yield f"layers={','.join(sorted({c.layer for c in body}))}"


def _of_others(kind: str, beside: Seen) -> Iterator[str]:
    for step in _STEPS:
        if beside.one > step:
            yield f"one with another>{step}"
            yield f"{kind} one with another>{step}"
            yield f"first={beside.is_first}, one>{step}"
    for name, odds in (("before", beside.before), ("after", beside.after)):
        for step in _STEPS:
            if odds > step:
                yield f"like another type {name}>{step}"
                yield f"{kind} like another type {name}>{step}"


def doubted(gathered: Gathered, decided: Set[str] = frozenset()) -> list[Claim]:
    """The claims; those of a gathering that is hardly an act of its own are not certain: the least likely first, then beside the rest.

    `decided` are the ids of claims somebody joined or parted: what a person ruled is not doubted.
    """
    head, out = load_head("printed"), list(gathered.claims)
    printed = set(gathered.certain)
    asked = [x for x in gathered.certain if _is_asked(gathered, x, len(printed), decided)]
    known: dict[tuple[int, Seen], float] = {}
    while asked:
        kinds = kinds_of(gathered, printed)
        views = [(x, seen(gathered, x, printed, kinds)) for x in asked]
        known |= {(x, view): head.chance(once_features(gathered, x, view)) for x, view in views if (x, view) not in known}
        likely, x = min((known[x, view], x) for x, view in views)
        if likely >= LEAST:
            break
        for m in gathered.members[x]:
            out[m] = _held_back(out[m], f"likely no act of its own in its report (head: printed, {likely:.2f})")
        asked.remove(x)
        printed.remove(x)
    for x, teller in repeated(gathered, printed).items():
        told = gathered.members[x]
        if not is_ruled((out[m] for m in told), decided):
            first = out[min(gathered.members[teller])].act.words
            for m in told:
                out[m] = _held_back(out[m], f"read in its whole report, told already: “{first}”")
    return out


def _is_asked(gathered: Gathered, x: int, printed: int, decided: Set[str]) -> bool:
    """Whether a gathering may be doubted: not in a report of few events, not where it is told plainly or a person ruled of it."""
    told = [gathered.claims[m] for m in gathered.members[x]]
    few = FEW_BY_ARREST if told[0].type == "COERCE" else FEW
    return printed > few and not is_plain(told) and not is_ruled(told, decided)


def is_plain(told: Sequence[Claim]) -> bool:
    """Whether the rules tell an event plainly: with its place and day; or, no attack, with a count, of two known sides, or twice."""
    firm = [c for c in told if c.certain and not c.heading and not any(r.field == "certain" for r in c.reasons)]
    if any(c.place is not None and is_dated(c) for c in firm):
        return True
    if told[0].type == VIOLENCE:
        return False
    if any(c.captured is not None or c.size is not None for c in firm):
        return True
    by_known = [c for c in firm if any(p.id for p in c.actors)]
    return (len(firm) > 1 and bool(by_known)) or any(p.id for c in by_known for p in c.recipients)


def _held_back(claim: Claim, why: str) -> Claim:
    return replace(claim, certain=False).because("certain", why) if claim.certain else claim
