"""Bounds that rules hold whatever the scores say."""

from __future__ import annotations

import numpy as np

from casus.read.bounds import safest_cut, sentence_starts


def starts(text: str, wanted: dict[int, float], forced: set[int] = frozenset()) -> list[int]:  # type: ignore[assignment]
    words = text.split()
    scores = np.full(len(words), -9.0, dtype=np.float32)
    for index, score in wanted.items():
        scores[index] = score
    return sentence_starts(words, scores, [2 if index in forced else 0 for index in range(len(words))])


def test_never_after_a_title() -> None:
    assert starts("They met Gen. Khan .", {3: 9.0}) == [0]


def test_never_on_a_closing_mark() -> None:
    assert starts("He left . ”", {3: 9.0}) == [0]


def test_never_inside_a_short_bracket() -> None:
    assert starts("The group ( It is new ) struck", {3: 9.0, 7: 9.0}) == [0, 7]


def test_a_block_always_begins_one() -> None:
    assert starts("one two three", {}, {2}) == [0, 2]


def test_lower_bar_where_a_stop_seems_lost() -> None:
    assert starts("on Afghan territory The group struck", {3: -1.0}) == [0, 3]
    assert starts("on Afghan territory men struck", {3: -1.0}) == [0]


def test_never_between_an_abbreviation_and_its_figure() -> None:
    assert starts("He came on Dec. 5 at noon", {4: 9.0}) == [0]


def test_after_a_stop_a_capital_or_a_quote_needs_little() -> None:
    assert starts("He left . Men came . “ We stay", {3: -3.0, 6: -3.0}) == [0, 3, 6]
    assert starts("He left . men came", {3: -3.0}) == [0]


def test_safest_cut_prefers_strong_marks() -> None:
    assert safest_cut(["a", "b", ",", "c", "d", ";", "e", "f", "g", ",", "h"]) == 6
    assert safest_cut(["a", "b", "c", "d"]) == 4
