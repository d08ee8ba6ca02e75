"""The course of a report: its acts of violence in the order told, the words each shares with those before it, what lies between two.

What speaks for one occurrence is seldom a word shared as such, but that no act told before shares as much.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import accumulate
from math import log

from casus.codebook.harm import TOLLS
from casus.codebook.retelling import load_retelling
from casus.merge.another import OUTLAWS, heads, is_further_told, is_indefinite
from casus.merge.beside import tells_also
from casus.merge.findings import is_anybody
from casus.merge.sight import ANYBODY, HITS, NAME, THESE, is_dated, points_back, stem, words_of
from casus.model.actor import Party
from casus.model.claim import Claim
from casus.tell.tellings import compared_by, odds_of

_KNOWN = re.compile(r"\b(?:the|this|that|these|those|its|their|his|her)\s+((?:[\w-]+\s+){0,2}?[\w-]+)", re.IGNORECASE)
"""What is told as known: up to three words after an article or a pronoun."""
_LEAST = 4
"""Letters from which on a word may say what an act is about."""
_STEM = 6
_NEARLY = 0.6
"""From this share of the most that any act shares on, a word shared is much."""
SHARING = ("words", "names", "known")
"""What acts may share: their words of weight, names, and words for what is told as known."""


@dataclass(frozen=True, slots=True)
class Between:
    """How many acts of a course are told between two: those that are certain and no bare harm, and all."""

    full: int
    all: int


_SIDES: tuple[tuple[str, frozenset[str]], ...] = (("armed", OUTLAWS), ("guards", frozenset({"police", "military"})))


@dataclass(frozen=True, slots=True)
class Side:
    """Who did an act, or whom it befell: known by name, armed, guards, others or nobody; their kinds; the nouns for them."""

    known_as: str
    kinds: frozenset[str]
    nouns: frozenset[str]

    @classmethod
    def of(cls, parties: Sequence[Party], *, victims: bool) -> Side:
        """The side of some parties; words that fit any victim say nothing of who they are."""
        kinds = frozenset(p.kind for p in parties if not (victims and is_anybody(p)))
        return cls(_known_as(parties), kinds, heads(parties) - (ANYBODY if victims else frozenset()))


def _known_as(parties: Sequence[Party]) -> str:
    if not parties:
        return "none"
    if any(p.id for p in parties):
        return "known"
    kinds = {p.kind for p in parties}
    return next((name for name, those in _SIDES if kinds & those), "other")


class Told:
    """An act of violence as a course sees it: its sides, how it is told, the words of its clause and of its parties."""

    def __init__(self, claim: Claim, light: frozenset[str]) -> None:
        parties = [p.evidence.words for p in (*claim.actors, *claim.recipients)]
        self.claim = claim
        self.doers, self.victims = Side.of(claim.actors, victims=False), Side.of(claim.recipients, victims=True)
        self.voices = frozenset(s.name for s in claim.sources)
        self.points_back = points_back(claim)
        self.told_as = "known" if self.points_back or THESE.match(claim.act.words) else "new" if is_indefinite(claim) else "plain"
        self.is_toll = claim.act.rule in TOLLS or (claim.act.rule in HITS and not claim.actors)
        self.is_harm = bool(claim.killed or claim.injured)
        self.is_also, self.is_later, self.is_dated = tells_also(claim), is_further_told(claim), is_dated(claim)
        self.is_bare = claim.place is None and not claim.actors and not self.is_dated
        self.lemma = stem(claim.lemma)
        self.clause = frozenset(words_of(claim.act.words))
        words = " ".join((claim.act.words, *parties))
        self.words = _weighty(words, light)
        self.stems = frozenset(stem(w) for w in words_of(words) if len(w) >= _LEAST and w not in light)
        self.known = frozenset(w for m in _KNOWN.finditer(claim.act.words) for w in _weighty(m[1], light))
        self.names = frozenset(NAME.findall(claim.act.words))
        self._compared = compared_by(claim.telling) if claim.telling is not None else None
        self.all_names = frozenset(NAME.findall(f"{words} {claim.place.evidence.words if claim.place is not None else ''}"))

    def alike(self, later: Told) -> float | None:
        """The odds (log) by the encoder of tellings that an act told later is this one; None where it knows either's word not."""
        return odds_of(self._compared, later._compared) if self._compared and later._compared else None


def _weighty(text: str, light: frozenset[str]) -> frozenset[str]:
    return frozenset(w[:_STEM] for w in words_of(text) if len(w) >= _LEAST and w not in light)


class Course:
    """The acts of violence of one report in their order; acts are asked for by their number in it."""

    def __init__(self, claims: Sequence[Claim]) -> None:
        light = load_retelling().light
        self.told = [Told(c, light) for c in sorted(claims, key=lambda c: (c.act.start, c.id))]
        starts = [t.claim.act.start for t in self.told]
        self._first, self._after = [bisect_left(starts, s) for s in starts], [bisect_right(starts, s) for s in starts]
        self._full = [0, *accumulate(int(t.claim.certain and not t.is_toll) for t in self.told)]

    def between(self, i: int, j: int) -> Between:
        """What is told between two acts, those that begin with either left out."""
        first, last = self._after[i], self._first[j]
        last = max(first, last)
        return Between(self._full[last] - self._full[first], last - first)

    def weight(self, words: frozenset[str]) -> float:
        """How much words say: more, the fewer acts of the report are told with them."""
        return sum(sorted(self._weights[w] for w in words)) if words else 0.0

    @cached_property
    def _weights(self) -> dict[str, float]:
        seen = Counter(w for t in self.told for w in t.words)
        return {w: log((len(self.told) + 1) / n) for w, n in seen.items()}

    def shares(self, i: int, j: int) -> dict[str, str]:
        """Of each thing that act `j` may share with act `i` before it, how much beside what it shares with the others before it."""
        return {what: self._ranks[what][j][i] for what in SHARING}

    @cached_property
    def _ranks(self) -> dict[str, list[list[str]]]:
        ways: dict[str, Callable[[Told, Told], float]] = {
            "words": lambda a, b: self.weight(a.words & b.words),
            "names": lambda a, b: len(a.all_names & b.names),
            "known": lambda a, b: self.weight(a.words & b.known),
        }
        return {what: [self._ranked(j, way) for j in range(len(self.told))] for what, way in ways.items()}

    def _ranked(self, j: int, way: Callable[[Told, Told], float]) -> list[str]:
        later = self.told[j]
        shared = [way(t, later) if t.claim.sentence != later.claim.sentence else 0.0 for t in self.told[:j]]
        most = max(shared, default=0.0)
        return [_rank(n, most) for n in shared]


_EVEN = 0.01
"""Less than this makes no difference between two weights."""


def _rank(shared: float, most: float) -> str:
    if most <= _EVEN:
        return "none"
    if shared >= most - _EVEN:
        return "most"
    return "nothing" if shared <= _EVEN else "much" if shared >= _NEARLY * most else "less"
