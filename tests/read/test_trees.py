"""Trees against brute force; names that no tag order forbids."""

from __future__ import annotations

from itertools import product

import numpy as np
import pytest

from casus.read.bio import best_spans, transitions
from casus.read.trees import best_tree


def is_tree(heads: list[int]) -> bool:
    if heads.count(-1) != 1:
        return False
    for start in range(len(heads)):
        node, seen = start, set()
        while node >= 0:
            if node in seen:
                return False
            seen.add(node)
            node = heads[node]
    return True


def total(scores: np.ndarray, heads: tuple[int, ...] | list[int]) -> float:
    return float(sum(scores[i, head + 1] for i, head in enumerate(heads)))


@pytest.mark.parametrize("seed", range(60))
def test_best_of_all_trees(seed: int) -> None:
    size = 2 + seed % 4
    scores = np.random.default_rng(seed).normal(size=(size, size + 1)).astype(np.float32)
    found = best_tree(scores)
    every = [heads for heads in product(range(-1, size), repeat=size) if is_tree(list(heads))]
    assert is_tree(found)
    assert total(scores, found) == pytest.approx(max(total(scores, heads) for heads in every))


def test_equal_scores_always_give_the_same_tree() -> None:
    scores = np.zeros((6, 7), dtype=np.float32)
    assert is_tree(best_tree(scores))
    assert best_tree(scores) == best_tree(scores.copy())


def test_long_sentence_is_a_tree() -> None:
    scores = np.random.default_rng(7).normal(size=(120, 121)).astype(np.float32)
    assert is_tree(best_tree(scores))


def test_an_inside_tag_never_begins_a_name() -> None:
    tags = ("O", "B-PER", "I-PER", "B-LOC", "I-LOC")
    scores = np.array([[0, 0, 5, 0, 0], [0, 0, 0, 0, 5], [5, 0, 0, 0, 0]], dtype=np.float32)
    for _, _, kind in best_spans(scores, tags, transitions(tags)):
        assert kind in {"PER", "LOC"}
    path_scores = np.array([[0, 3, 0, 0, 0], [0, 0, 3, 0, 0], [3, 0, 0, 0, 0]], dtype=np.float32)
    assert best_spans(path_scores, tags, transitions(tags)) == [(0, 2, "PER")]
