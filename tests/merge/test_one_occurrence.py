"""One occurrence: what the trained head lets stand, joins and doubts, beside the rules."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from casus.merge import one_occurrence
from casus.merge.one_occurrence import (
    CLEAR,
    FEW,
    LEAST,
    MAYBE,
    MAYBE_OF_FEW,
    MAYBE_WHOLE,
    MORE_IN_SHORT,
    Odds,
    Pair,
    not_certain,
)
from casus.merge.pairs import Score
from casus.model.claim import Claim
from casus.model.event import Event
from casus.model.picture import Reading
from casus.resolve.likely_told import LONG

Acts = Callable[[int], list[Claim]]


@pytest.fixture
def acts(read_text: Callable[..., Reading]) -> Acts:
    """So many acts of violence, a sentence each, told in full and sure."""
    act = next(c for c in read_text("Gunmen attacked a bank in Tolva on Monday.", "2025-06-14").claims if c.type == "ASSAULT")
    return lambda n: [replace(act, sentence=k, act=replace(act.act, start=k * 100, end=k * 100 + len(act.act.words))) for k in range(n)]


def weighed(monkeypatch: pytest.MonkeyPatch, claims: Sequence[Claim], odds: dict[Pair, float], veto: frozenset[Pair] = frozenset()) -> Odds:
    """The odds as given, and no word of the rules but for vetoes."""
    every = [(i, j) for j in range(len(claims)) for i in range(j)]
    monkeypatch.setattr(one_occurrence, "_weighed", lambda *_: [(p, odds.get(p, -9.0)) for p in every])
    return Odds(claims, {p: Score(0.0, (), "told as a further act" if p in veto else None) for p in every})


def alone(n: int) -> dict[int, list[int]]:
    return {i: [i] for i in range(n)}


def test_a_link_holds_where_the_odds_do_not_speak_against_it(monkeypatch: pytest.MonkeyPatch, acts: Acts) -> None:
    odds = weighed(monkeypatch, acts(3), {(0, 1): LEAST, (0, 2): LEAST - 0.1})
    assert odds.let_stand((0, 1)) and not odds.let_stand((0, 2))


def test_two_that_clearly_are_one_are_joined_unless_a_rule_parts_them(monkeypatch: pytest.MonkeyPatch, acts: Acts) -> None:
    clear = {(0, 1): CLEAR + 1, (1, 2): CLEAR + 2}
    (join,) = weighed(monkeypatch, acts(3), clear, frozenset({(0, 2)})).joins(alone(3))
    assert (join.into, join.other, join.pair) == (1, 2, (1, 2))
    assert 0.9 < join.likely < 1


def test_the_two_best_odds_across_gatherings_speak(monkeypatch: pytest.MonkeyPatch, acts: Acts) -> None:
    odds = weighed(monkeypatch, acts(3), {(0, 1): 5.0, (0, 2): CLEAR + 1, (1, 2): -5.0})
    assert [j.pair for j in odds.joins(alone(3))] == [(0, 1)]


MAYBE_OF_FEW_IN_SHORT = MAYBE_OF_FEW + MORE_IN_SHORT


@pytest.mark.parametrize(("n", "scene", "whom", "maybe"), [
    (FEW, True, True, MAYBE_OF_FEW_IN_SHORT), (FEW + 1, True, False, MAYBE_WHOLE), (FEW + 1, False, True, MAYBE_WHOLE), (FEW + 1, False, False, MAYBE),
])  # fmt: skip
def test_what_may_be_told_already_is_doubted(
    monkeypatch: pytest.MonkeyPatch, acts: Acts, n: int, scene: bool, whom: bool, maybe: float
) -> None:
    """An act told with its place and day, or with who did it to whom, needs more to be told already."""
    claims = [c if scene else replace(c, place=None, date=None) for c in acts(n)]
    claims = [c if whom else replace(c, recipients=()) for c in claims]
    odds = weighed(monkeypatch, claims, {(0, 1): maybe + 0.1, (0, 2): maybe - 0.1})
    assert odds.told_already(alone(n)) == {1: 0}


def test_what_a_person_ruled_is_not_doubted(monkeypatch: pytest.MonkeyPatch, acts: Acts) -> None:
    claims = acts(FEW)
    odds = weighed(monkeypatch, claims, {(0, 1): MAYBE_OF_FEW_IN_SHORT + 0.1})
    assert odds.told_already(alone(FEW)) == {1: 0}
    assert odds.told_already(alone(FEW), frozenset({claims[1].id})) == {}


def test_in_a_longer_report_less_is_enough_to_doubt(monkeypatch: pytest.MonkeyPatch, acts: Acts) -> None:
    claims = [replace(c, sentence=c.sentence + LONG) for c in acts(FEW)]
    odds = weighed(monkeypatch, claims, {(0, 1): MAYBE_OF_FEW + 0.1})
    assert odds.told_already(alone(FEW)) == {1: 0}


def test_in_a_report_of_few_acts_a_rule_that_parts_two_leaves_no_doubt(monkeypatch: pytest.MonkeyPatch, acts: Acts) -> None:
    sure = {(0, 1): MAYBE_OF_FEW + 5}
    assert weighed(monkeypatch, acts(2), sure, frozenset({(0, 1)})).told_already(alone(2)) == {}


def test_what_is_not_certain_casts_no_doubt(monkeypatch: pytest.MonkeyPatch, acts: Acts) -> None:
    first, second = acts(2)
    assert weighed(monkeypatch, [replace(first, certain=False), second], {(0, 1): 5.0}).told_already(alone(2)) == {}


@settings(max_examples=40, deadline=None)
@given(values=st.lists(st.floats(-4, 4), min_size=15, max_size=15))
def test_no_act_is_lost_and_doubt_points_at_what_is_kept(acts_of_six: list[Claim], values: list[float]) -> None:
    pairs = [(i, j) for j in range(6) for i in range(j)]
    with pytest.MonkeyPatch.context() as patch:
        odds = weighed(patch, acts_of_six, dict(zip(pairs, values, strict=True)))
        groups = alone(6)
        for join in odds.joins(alone(6)):
            groups[join.into] += groups.pop(join.other)
        doubted = odds.told_already(groups)
    assert sorted(m for told in groups.values() for m in told) == list(range(6))
    assert not set(doubted) & set(doubted.values()) and set(doubted) < set(groups)


@pytest.fixture(scope="module")
def acts_of_six(read_text: Callable[..., Reading]) -> list[Claim]:
    act = next(c for c in read_text("Gunmen attacked a bank in Tolva on Monday.", "2025-06-14").claims if c.type == "ASSAULT")
    return [replace(act, sentence=k, act=replace(act.act, start=k * 100, end=k * 100 + len(act.act.words))) for k in range(6)]


def test_a_doubted_act_says_why(acts: Acts) -> None:
    first, second = acts(2)
    doubted = not_certain(second, first)
    assert not doubted.certain and doubted.id == second.id
    assert first.act.words in doubted.reasons[-1].rule


ARTICLE = (
    "A car bomb exploded at a police station in Tolva on Monday, killing six officers, the interior ministry said. "
    "The blast tore the gate off the building. Two cleaners were among the injured, a doctor said.\n\n"
    "On Sunday gunmen shot dead a judge in Bento, his family said. The judge had received threats. The murder of the judge was condemned by the bar.\n\n"
    "The ministry blamed rebels for the bombing. Three of the wounded officers died on Wednesday.\n\n"
    "In Gao a mine killed a herder on Monday, villagers said."
)


def test_a_long_report_tells_each_attack_at_most_once(events: Callable[..., list[Event]]) -> None:
    found = [e for e in events(ARTICLE, published="2025-06-14") if e.type == "ASSAULT"]
    assert len({e.place.name for e in found if e.place}) == len(found) == 3
