"""One occurrence: what a trained head adds to the rules that fold the acts of a report, type by type.

The head gives each two acts told in a report's body the odds that they are one (pair_features.py). It lets go of links the rules make
against the odds, joins gatherings that no rule keeps apart where the two best odds across them speak clearly for it, and doubts what is
left if another gathering may tell it already: an act printed twice is a false event, so such an act is not certain.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import combinations
from math import exp

from casus.codebook.harm import TOLLS
from casus.codebook.heads import load_head
from casus.coding.roles.answers import ANSWERED
from casus.merge.another import is_further_told, struck_back
from casus.merge.beside import denied_beside
from casus.merge.course import Course
from casus.merge.findings import OTHER_ACTORS
from casus.merge.group import Pair, across
from casus.merge.pair_features import pair_features
from casus.merge.pairs import Score, is_counted
from casus.merge.rulings import DECIDED, is_ruled
from casus.merge.sight import is_dated, is_within_one_told
from casus.merge.undergone import is_of_another
from casus.merge.versions import is_another_version
from casus.model.claim import EVENT_TYPES, Claim
from casus.resolve.likely_told import LONG

VIOLENCE = "ASSAULT"
OFTEN_RETOLD = frozenset({"ASSAULT", "COERCE", "PROTEST"})
"""Types of acts that a report comes back to; of the others few are told twice."""
ANSWERS = ("apart", "one")
LEAST, _MUCH, _MUCH_ALIKE = 0.5, 0.5, 0.4
"""The least odds (log) at which a link that the rules make holds; the score from which on it holds against them; and that of one known side
with the same means."""
AGAINST = -1.2
"""Below these odds no link of the rules holds, however much agrees: two raids by one side in one town are two."""
CLEAR, CLEAR_IN_SHORT = 3.0, 2.0
"""The least odds at which two gatherings are one that no rule has joined; and in a short report."""
FEW = 5
"""So few acts of a type are seldom told twice."""
MAYBE, MAYBE_WHOLE, MAYBE_OF_FEW, MAYBE_OF_FEW_ARRESTS = -2.0, -1.0, -1.0, -0.4
"""From these odds on an act may be told elsewhere in the report; one told whole, with a place and a day of its own or with who did it to
whom; one in a report of few acts; and an arrest or a march in one of few. Of acts with both parties told nine in ten are told nowhere else
at odds between -1.5 and the second."""
MORE_IN_SHORT = 1.0
"""In a short report, of which the encoder has seen little, the odds of few acts must be so much better."""
MAYBE_OF_WORDS = 0.0
"""Likewise of acts of the other types."""
_NEVER = -100.0
_ALREADY = "may be told already"
_FORBIDS = (
    "different dates", OTHER_ACTORS, "different places", "other hands", "told as what came after it", "people carried off",
    "those who struck in one were struck", "one act against many", "totals over", DECIDED,
)  # fmt: skip
"""How the vetoes begin that leave no doubt: an act they keep apart from all others is none of those. Of a hundred pairs most of them
forbid, at most seven were one; who strikes back is no part of the attack (docs/codebook.md), and one act has never the figures of many."""

Groups = Mapping[int, Sequence[int]]
"""The numbers of the claims of each gathering, by the number it goes by."""
Scores = Mapping[Pair, Score]


@dataclass(frozen=True, slots=True)
class Join:
    """Two gatherings that become one, by their names; the pair that speaks most for it, and how likely it is (0 to 1)."""

    into: int
    other: int
    pair: Pair
    likely: float


class Odds:
    """The odds of each two acts of one type told in the body of a report, by their numbers among its claims in order.

    `by_rule`: what the rules say of them. Two that a veto keeps apart beyond doubt have no odds.
    """

    def __init__(self, claims: Sequence[Claim], by_rule: Scores) -> None:
        self._claims, self._by_rule = claims, by_rule
        self._body = frozenset(i for i, c in enumerate(claims) if not c.heading)
        self._told = {name: [i for i in sorted(self._body) if claims[i].type == name] for name in EVENT_TYPES}
        self._weighed = frozenset(i for told in self._told.values() for i in told)
        self._odds = {p: z for told in self._told.values() if len(told) > 1 for p, z in _weighed(claims, told, by_rule)}

    def let_stand(self, pair: Pair) -> bool:
        """Whether a link the rules make holds: by a person's decision, by its words, by much that agrees, or not against the odds."""
        said = self._by_rule[pair]
        if DECIDED in said.because or not self._weighed.issuperset(pair) or self._is_within(*pair):
            return True
        odds = self._odds.get(pair, LEAST)
        if self._claims[pair[1]].act.rule == ANSWERED:  # who is blamed further on
            return odds >= AGAINST
        if said.value >= (_MUCH_ALIKE if _is_by_same_means(said) else _MUCH):
            return odds >= AGAINST or self._claims[pair[0]].type != VIOLENCE
        return odds >= LEAST

    def _is_within(self, i: int, j: int) -> bool:
        """ "A guard was also injured in the same shooting", "the army blamed the rebels", told right after it."""
        first, later = self._claims[i], self._claims[j]
        return later.sentence - first.sentence <= 1 and (later.act.rule == ANSWERED or is_within_one_told(later))

    def joins(self, groups: Groups) -> Iterator[Join]:
        """Which gatherings become one that no rule keeps apart, the likeliest first; names are those of `groups`, which stays as it is."""
        members = {x: list(told) for x, told in groups.items() if self._is_weighed(told)}
        chances = dict(self._chances(members, combinations(sorted(members), 2)))
        while chances:
            odds, pair, x, y = min((-odds, pair, *names) for names, (odds, pair) in chances.items())
            yield Join(x, y, pair, _likely(-odds))
            members[x] += members.pop(y)
            chances = {names: c for names, c in chances.items() if x not in names and y not in names}
            chances |= self._chances(members, ((min(x, z), max(x, z)) for z in members if z != x))

    def _chances(self, members: Groups, names: Iterable[Pair]) -> Iterator[tuple[Pair, tuple[float, Pair]]]:
        found = ((pair, self._chance(members[pair[0]], members[pair[1]])) for pair in names)
        return ((pair, chance) for pair, chance in found if chance is not None)

    def _is_weighed(self, told: Sequence[int]) -> bool:
        body = self._body.intersection(told)
        return bool(body) and self._weighed.issuperset(body)

    def _chance(self, xs: Sequence[int], ys: Sequence[int]) -> tuple[float, Pair] | None:
        """The mean of the two best odds across two gatherings, and the best pair; None where unclear, or a rule keeps them apart."""
        pairs = list(across(xs, ys))
        best = sorted((p for p in pairs if p in self._odds), key=lambda p: (-self._odds[p], p))[:2]
        clear = CLEAR_IN_SHORT if self.is_short else CLEAR
        if not best or (odds := sum(self._odds[p] for p in best) / len(best)) <= clear:
            return None
        if any((said := self._by_rule.get(p)) is None or said.veto is not None or self._is_denied_beside(*p) for p in pairs):
            return None
        return odds, best[0]

    def _is_denied_beside(self, i: int, j: int) -> bool:
        return denied_beside(self._claims[i], self._claims[j])

    def told_already(self, groups: Groups, decided: Set[str] = frozenset()) -> dict[int, int]:
        """Each certain gathering that another may tell already, one told before it or more fully, with that other: a lead stands.

        `decided` are the ids of claims somebody joined or parted: what a person ruled is not doubted.
        """
        told = {x: sorted(self._weighed.intersection(those)) for x, those in groups.items() if self._is_weighed(those)}
        told = {x: those for x, those in told.items() if any(self._claims[m].certain for m in those)}
        kept: list[int] = []
        out: dict[int, int] = {}
        for x in sorted(told, key=lambda x: (not self._full(told[x]), not self._detailed(told[x]), told[x])):
            maybe = self._maybe(told[x])
            those = (k for k in kept if not self._is_known_apart(told[k], told[x]))
            likely = max(((self._mean(told[k], told[x]), -k) for k in those), default=(maybe, 0))
            if likely[0] > maybe and not is_ruled((self._claims[m] for m in groups[x]), decided):
                out[x] = -likely[1]
            else:
                kept.append(x)
        return out

    def of(self, xs: Sequence[int], ys: Sequence[int]) -> float | None:
        """The best odds that an act of one gathering is one of another; None where they are kept apart or not weighed."""
        pairs = list(across(xs, ys))
        if any((said := self._by_rule.get(p)) is not None and said.veto is not None for p in pairs):
            return None
        return max((self._odds[p] for p in pairs if p in self._odds), default=None)

    @cached_property
    def is_short(self) -> bool:
        """Whether the report tells of no act beyond its first sentences (likely_told.py)."""
        return max((c.sentence for c in self._claims), default=0) < LONG

    def veto(self, i: int, j: int) -> str | None:
        """Why a rule keeps two acts apart; None where none does."""
        said = self._by_rule.get((i, j))
        return None if said is None else said.veto

    def _detailed(self, told: Sequence[int]) -> bool:
        """Whether it tells the day, the harm or whom it befell."""
        return any(c.recipients or is_dated(c) or is_counted(c) for c in (self._claims[m] for m in told))

    def _maybe(self, told: Sequence[int]) -> float:
        """From which odds on a gathering may be told already."""
        if self._claims[told[0]].type not in OFTEN_RETOLD:
            return MAYBE_OF_WORDS
        if self._is_of_few(told):
            of_few = MAYBE_OF_FEW if self._claims[told[0]].type == VIOLENCE else MAYBE_OF_FEW_ARRESTS
            return of_few + (MORE_IN_SHORT if self.is_short else 0.0)
        return MAYBE_WHOLE if self._is_whole([self._claims[m] for m in told]) else MAYBE

    @staticmethod
    def _is_whole(claims: Sequence[Claim]) -> bool:
        """Whether an act is told with its place and its day, or with who did it and to whom."""
        placed = any(c.place for c in claims) and any(is_dated(c) for c in claims)
        return placed or (any(c.actors for c in claims) and any(c.recipients for c in claims))

    def _is_of_few(self, told: Sequence[int]) -> bool:
        return len(self._told[self._claims[told[0]].type]) <= FEW

    def _is_known_apart(self, xs: Sequence[int], ys: Sequence[int]) -> bool:
        """Whether one gathering is no other told again: a voice against another, or, of few acts, parted by a rule or by its words."""
        rival = is_another_version([self._claims[m] for m in xs], [self._claims[m] for m in ys])
        return rival or (self._is_of_few(ys) and self._is_parted(xs, ys))

    def _is_parted(self, xs: Sequence[int], ys: Sequence[int]) -> bool:
        """Whether a rule keeps two gatherings apart, or the words of the later tell another ("elsewhere", "later", "he" not "she")."""
        first, later = self._claims[min(xs)], self._claims[min(ys)]
        if min(xs) < min(ys) and (is_further_told(later) or is_of_another(first, later) or _strikes_back(first, later)):
            return True
        return any((said := self._by_rule.get(p)) is not None and said.veto is not None for p in across(xs, ys))

    def _full(self, told: Sequence[int]) -> bool:
        """Whether a certain account tells more than that somebody was harmed."""
        return any(c.certain and bool(c.actors or c.act.rule not in TOLLS) for c in (self._claims[m] for m in told))

    def _mean(self, xs: Sequence[int], ys: Sequence[int]) -> float:
        pairs = [p for p in across(xs, ys) if self._weighed.issuperset(p)]
        return sum(self._odds[p] for p in pairs) / len(pairs) if all(p in self._odds for p in pairs) else _NEVER


def _is_by_same_means(said: Score) -> bool:
    """ "Army aircraft dropped bombs. The army denied that it bombed the market.": one known side, by the same means."""
    return all(any(told.startswith(how) for told in said.because) for how in ("same actor", "same means"))


def _likely(odds: float) -> float:
    return round(1 / (1 + exp(-odds)), 3)


def _weighed(claims: Sequence[Claim], told: Sequence[int], by_rule: Scores) -> Iterator[tuple[Pair, float]]:
    course, head = Course([claims[i] for i in told]), load_head("occurrence")
    for b, j in enumerate(told):
        for a, i in enumerate(told[:b]):
            said = by_rule[i, j]
            if said.veto is None or not said.veto.startswith(_FORBIDS):
                apart, one = head.scores(pair_features(course, a, b, said))
                yield (i, j), one - apart


def _strikes_back(first: Claim, later: Claim) -> bool:
    """ "Gunmen killed nine guests. The gunmen were shot dead by police": who struck first, and who struck them and nobody else."""
    return bool(first.actors and later.actors) and struck_back(first, later)


def not_certain(claim: Claim, first: Claim) -> Claim:
    """An act that may be told already, by an account that begins with `first`: shown on request."""
    return replace(claim, certain=False).because("certain", _told_by(first))


def may_repeat(claim: Claim, first: Claim) -> bool:
    """Whether an act is not certain since it may be told already by an account that begins with `first`."""
    return any(r.field == "certain" and r.rule == _told_by(first) for r in claim.reasons)


def _told_by(first: Claim) -> str:
    return f"{_ALREADY}: “{first.act.words}”"


def is_doubted(claim: Claim) -> bool:
    """Whether an act is not certain since it may be told already."""
    return not claim.certain and any(r.field == "certain" and r.rule.startswith(_ALREADY) for r in claim.reasons)
