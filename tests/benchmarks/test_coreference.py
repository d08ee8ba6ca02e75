"""The scores of coreference against hand-worked cases."""

from __future__ import annotations

import random
from itertools import permutations

import pytest

from benchmarks.coreference import b_cubed, ceaf_e, conll, muc

RIGHT = [("a", 1), ("a", 1), ("b", 2)]
SPLIT = [("a", 1), ("b", 1), ("b", 2)]
"""Gold {0, 1} {2}, ours {0} {1, 2}."""


def test_equal_partitions_score_one() -> None:
    assert (muc(RIGHT).f1, b_cubed(RIGHT).f1, ceaf_e(RIGHT).f1, conll(RIGHT)) == (1, 1, 1, 1)


def test_a_wrong_link_in_place_of_a_right_one() -> None:
    assert muc(SPLIT).f1 == 0
    assert b_cubed(SPLIT).precision == pytest.approx((1 + 0.5 + 0.5) / 3)
    assert b_cubed(SPLIT).recall == pytest.approx((0.5 + 0.5 + 1) / 3)
    assert ceaf_e(SPLIT).precision == pytest.approx((2 / 3 + 2 / 3) / 2)


def test_all_alone_and_all_together() -> None:
    """Vilain et al. 1995 and Bagga and Baldwin 1998, on ten mentions of two acts."""
    together = [("x", k // 5) for k in range(10)]
    alone = [(k, k // 5) for k in range(10)]
    assert muc(together).precision == pytest.approx(8 / 9)
    assert muc(together).recall == 1
    assert b_cubed(together).precision == pytest.approx(0.5)
    assert (b_cubed(alone).precision, b_cubed(alone).recall) == (1, pytest.approx(0.2))
    assert ceaf_e(alone).precision == pytest.approx(2 * (2 / 6) / 10)


@pytest.mark.parametrize("seed", range(5))
def test_the_best_matching_is_found(seed: int) -> None:
    """Against every matching of four clusters with four."""
    chosen = random.Random(seed)
    answers = [(chosen.randrange(4), chosen.randrange(4)) for _ in range(30)]
    ours, gold = ([{k for k, pair in enumerate(answers) if pair[side] == n} for n in range(4)] for side in (0, 1))
    ours, gold = [g for g in ours if g], [g for g in gold if g]
    if len(ours) <= len(gold):
        best = max(sum(2 * len(a & b) / (len(a) + len(b)) for a, b in zip(ours, order, strict=False)) for order in permutations(gold))
        assert ceaf_e(answers).recall * len(gold) == pytest.approx(best)
