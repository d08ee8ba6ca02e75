"""Risen tolls: "the death toll rose to 12" is of an attack whose dead were counted before, the last one told."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from casus.merge.beside import is_risen_toll
from casus.merge.group import Pair
from casus.merge.in_report import WITHIN
from casus.merge.pairs import Score
from casus.model.claim import Claim


def risen_tolls(claims: Sequence[Claim], scores: Mapping[Pair, Score]) -> Iterator[tuple[Pair, Score]]:
    """New scores for pairs of a report's claims, by their numbers in order: a toll that rose with its attack, and with what has no dead."""
    for j, toll in enumerate(claims):
        if toll.type != "ASSAULT" or toll.heading or not is_risen_toll(toll):
            continue
        before = [i for i in range(j) if (i, j) in scores and claims[i].type == toll.type and not claims[i].heading]
        counted = [i for i in before if claims[i].killed is not None and claims[i].certain and _may_be(scores[i, j])]
        if not counted:
            continue
        last = counted[-1]
        others = (i for i in before if claims[i].killed is None and not _are_one(scores, i, last))
        yield from (((i, j), Score(0.0, ())) for i in others)
        yield (last, j), Score(max(scores[last, j].value, WITHIN), (*scores[last, j].because, "a toll that rose"))


def _are_one(scores: Mapping[Pair, Score], i: int, j: int) -> bool:
    """Whether two claims are of one act, as far as they alone tell."""
    found = scores.get((min(i, j), max(i, j)))
    return found is not None and found.veto is None and found.value >= WITHIN


def _may_be(found: Score) -> bool:
    """Whether nothing but the figures, which a rise changes, speaks against it."""
    return found.veto is None or found.veto.startswith("different figures")
