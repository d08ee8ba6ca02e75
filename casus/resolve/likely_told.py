"""The third key: how likely a claim's word tells an act of its type, as a trained head weighs it (head `told`).

It sees what the encoder of tellings says of the word in the whole of its report, and what the rules found: certain or why not, the frame,
who stands in its roles, what the act next to it in meaning is. A claim far likelier than not that no other tells becomes certain; a
certain one that is unlikely stays for those who ask for weak leads (training/HEADS.md says from what it learned and what it gains).
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from math import expm1, log

from casus.codebook.harm import TOLLS
from casus.codebook.heads import load_head
from casus.model.claim import EVENT_TYPES, LAYERS, STATUSES, Claim
from casus.model.telling import Telling
from casus.tell.tellings import Likeness

ANSWERS = ("not", "told")
Bounds = tuple[float, float]
BOUNDS: Bounds = (0.4, 0.83)
"""Below what a certain claim is not certain, above what a weak one is; chosen on reports not learned from (training/told.py)."""
OF_FORCE = 0.5
"""What a certain act of violence must have: two in five of those below are told."""
LONG = 6
"""Of a report of fewer sentences the encoder has seen too little to doubt much."""
_FAR = 6
_ODDS = (-4.0, -3.0, -2.0, -1.0, -0.5, 0.0, 0.5, 1.0, 2.0, 3.0, 4.0)
ACTS = 2
"""So many acts the rules are certain of make a report one of conflict or politics: where there are fewer, no claim becomes certain."""
_ELSEWHERE = (
    "words of another field", "the report is one of", "the report tells of", "told as an accident", "munitions are made harmless",
    "a crime that is neither", "foretold", "turns away what was said", "harm told without its act", "no day, place, name, figure or voice",
    "what a place is known for", "let go by doctors", "what was taken where people were arrested", "told as what is usual",
    "done to wild animals", "a struggle against nobody", "what a meeting, a text or a court is about",
)  # fmt: skip
_PER_CENT = 100
_READ, _LIKELY, _UNLIKELY = "read in its whole report", "likely to tell such an act", "unlikely to tell such an act"


def is_weighed(claim: Claim) -> bool:
    """Whether the head says anything of a claim: of PLOVER's types, told in the body, no total, a word the encoder knows."""
    return claim.telling is not None and claim.type in EVENT_TYPES and not claim.heading and not claim.aggregate


class Beside:
    """The claims of a report, and each as it is seen beside those that the rules are certain of; claims go by their numbers."""

    def __init__(self, claims: Sequence[Claim]) -> None:
        self.claims = claims
        self._like = Likeness({k: c.telling for k, c in enumerate(claims) if c.telling is not None and is_weighed(c)})
        self._firm = sorted((c.act.start, k, c.type) for k, c in enumerate(claims) if c.certain and is_weighed(c))
        self._starts = [start for start, _, _ in self._firm]
        self._sentences = Counter(c.sentence for c in claims if c.certain)

    @property
    def certain(self) -> int:
        """How many of those that are weighed are certain."""
        return len(self._firm)

    def best(self, k: int, *, of_its_type: bool) -> float:
        """The best odds that a certain claim told before one tells of the same act."""
        claim = self.claims[k]
        before = self._firm[: bisect_left(self._starts, claim.act.start)]
        return max(self._like.all_odds([n for _, n, kind in before if not of_its_type or kind == claim.type], k), default=-float(_FAR))

    def is_told_beside(self, k: int) -> bool:
        """Whether another certain claim stands in the sentence of one."""
        return self._sentences[self.claims[k].sentence] > int(self.claims[k].certain)


def told_features(beside: Beside, k: int) -> Iterator[str]:
    """What the head sees of a claim among those of its report."""
    claim = beside.claims[k]
    told = claim.telling
    if told is None:
        return
    firm = "firm" if claim.certain else "weak"
    yield firm
    yield f"{firm} {claim.type}"
    own, act = log_odds(told.types[1 + EVENT_TYPES.index(claim.type)]), -log_odds(told.types[0])
    for step in _ODDS:
        if own > step:
            yield f"own>{step}"
            yield f"own>{step} {firm}"
        if act > step:
            yield f"act>{step}"
            yield f"act>{step} {firm}"
    yield f"{claim.type} own={round(max(min(own, 4), -4))}"
    best = _likeliest(EVENT_TYPES, told.types[1:])
    yield f"best={best == claim.type}"
    yield f"{claim.type}, best={best}"
    yield f"frame={claim.act.rule}"
    yield from _of_rules(claim)
    yield from _of_mood(claim, told)
    yield from _of_others(beside, k)


def _of_rules(claim: Claim) -> Iterator[str]:
    why = next((r.rule for r in claim.reasons if r.field == "certain"), "")
    short = why.partition("“")[0].partition(":")[0][:60]
    yield f"why={short}"
    yield f"why={short} {claim.type}"
    a, r, p = bool(claim.actors), bool(claim.recipients), claim.place is not None
    yield f"roles={a},{r}"
    yield f"{claim.type} roles={a},{r},{p}"
    yield from (f"{claim.type} actor={k}" for k in sorted({x.kind for x in claim.actors}))
    yield from (f"{claim.type} recipient={k}" for k in sorted({x.kind for x in claim.recipients}))
    known = (any(x.id for x in claim.actors), any(x.id for x in claim.recipients))
    yield f"known={known[0]},{known[1]}"
    yield f"{claim.type} known={known[0]},{known[1]}"
    yield f"dated={claim.date is not None and claim.date.evidence is not None}"
    yield f"harm={claim.killed is not None or claim.injured is not None}"
    yield f"said={bool(claim.sources)}"


def _of_mood(claim: Claim, told: Telling) -> Iterator[str]:
    yield f"status={claim.status}"
    yield f"status={claim.status},{_likeliest(STATUSES, told.statuses)}"
    yield f"layer={_likeliest(LAYERS, told.layers)}"


def _likeliest(names: Sequence[str], likelihoods: Sequence[int]) -> str:
    return names[likelihoods.index(max(likelihoods))]


def _of_others(beside: Beside, k: int) -> Iterator[str]:
    """Whether another certain claim tells what this may tell, before it, of its type and of any."""
    yield f"told before={_step(beside.best(k, of_its_type=True))}"
    yield f"any told before={_step(beside.best(k, of_its_type=False))}"
    yield f"told beside={beside.is_told_beside(k)}"


def _step(odds: float) -> int:
    return round(max(min(odds, _FAR), -_FAR) / 2)


def log_odds(hundredths: int) -> float:
    """Log odds from a log likelihood in hundredths."""
    likelihood = min(hundredths, -1) / 100
    return likelihood - log(-expm1(likelihood))


def weigh_told(claims: Sequence[Claim], bounds: Bounds = BOUNDS, *, sentences: int = LONG) -> tuple[Claim, ...]:
    """The claims of a report of so many sentences, each certain or not as its likelihood says.

    Where the rules are certain of hardly an act, none becomes so; of a short text the encoder has seen too little to doubt much.
    """
    head, beside = load_head("told"), Beside(claims)
    long = sentences >= LONG
    bounds = _bounds_of(beside.certain, bounds, long=long)
    return tuple(
        _weighed(c, head.chance(told_features(beside, k)), bounds, long=long) if is_weighed(c) else c for k, c in enumerate(claims)
    )


def _bounds_of(certain: int, bounds: Bounds, *, long: bool) -> Bounds:
    """The bounds for a report in which the rules are certain of so many acts."""
    least, much = bounds
    return (least if long else 0.0, 1.0) if certain < ACTS else (least, much)


def _is_between_known(claim: Claim) -> bool:
    """Whether both sides are known by name: what the rules find between such, two in three times is told, whatever the head says."""
    return any(p.id for p in claim.actors) and any(p.id for p in claim.recipients)


def _is_plain(claim: Claim) -> bool:
    """Whether an attack, or a taking of so many, is told with its place, its day and whom it befell: in a short text it is nothing else."""
    dated = claim.date is not None and claim.date.evidence is not None and claim.date.precision == "day"
    harmed = bool(claim.killed or claim.injured or claim.captured) if claim.type == "ASSAULT" else claim.type == "COERCE" and claim.captured
    return claim.place is not None and dated and bool(harmed) and bool(claim.recipients)


def _is_of_another_world(claim: Claim) -> bool:
    """Whether the rules held it back for the field it stands in (sport, a drill, an accident, a life told): no field of the head."""
    return any(r.field == "certain" and r.rule.startswith(_ELSEWHERE) for r in claim.reasons)


def _weighed(claim: Claim, likely: float, bounds: Bounds, *, long: bool) -> Claim:
    claim = replace(claim, likely=round(_PER_CENT * likely))
    doubt = max(bounds[0], OF_FORCE) if claim.type == "ASSAULT" and bounds[0] else bounds[0]
    if claim.certain and likely < doubt and not (_is_between_known(claim) or (not long and _is_plain(claim))):
        told = f"{_READ}, {_UNLIKELY} (head: told, {likely:.2f})"
        return replace(claim, certain=False).because("certain", told)
    if not claim.certain and likely > bounds[1] and not (_is_of_another_world(claim) or claim.act.rule in TOLLS):
        return replace(claim, certain=True).because("certain", f"{_READ}, {_LIKELY} (head: told, {likely:.2f})")
    return claim
