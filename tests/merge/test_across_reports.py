"""Merging across reports: rival tolls are versions of one event; nothing is added, and the order of input is nothing."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import date
from itertools import permutations
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import casus
from casus.cli.summary import toll
from casus.export.records import KINDS, records
from casus.model.count import Count
from casus.model.event import Event
from casus.model.picture import Picture, Reading
from casus.pipeline import Tools, draw

Told = tuple[str, str]
Pictured = Callable[..., Picture]

FIRST = ("2024-12-25", "Israeli jets bombed a school in Rafah on Tuesday. Medics at the hospital said 30 people were killed.")
SECOND = ("2024-12-26", "An Israeli air strike on a school in Rafah on Tuesday killed at least 34 people, rescuers said.")
PARTY = ("2024-12-26", "The Israeli army said its air strike on a school in Rafah on Tuesday killed 12 militants.")
ELSEWHERE = ("2024-12-26", "Israeli jets bombed a school in Gaza City on Tuesday, killing nine people.")
LATER = ("2024-12-27", "Israeli jets bombed a school in Rafah on Thursday, killing five people.")
OTHERS = ("2024-12-26", "Hezbollah shelled a village in Galilee on Tuesday, killing two people.")


@pytest.fixture(scope="session")
def pictured(tools: Tools, read_text: Callable[..., Reading]) -> Pictured:
    """The picture of several reports, each given as (day of publication, text)."""
    return lambda *told: draw([read_text(text, published=day) for day, text in told], tools)


def assaults(picture: Picture) -> list[Event]:
    return [e for e in picture.events if e.type == "ASSAULT" and e.certain]


def values(count: Count | None) -> tuple[int | None, int | None, int | None]:
    assert count is not None
    return count.low, count.best, count.high


def test_one_strike_told_by_two_reports_is_one_event(pictured: Pictured) -> None:
    (found,) = assaults(pictured(FIRST, SECOND))
    assert len(found.reports) == 2


def test_rival_tolls_are_versions_never_a_sum(pictured: Pictured) -> None:
    (found,) = assaults(pictured(FIRST, SECOND))
    (contest,) = [c for c in found.contested if c.field == "killed"]
    assert [v.value for v in contest.versions] == [30, 34]
    assert found.killed is not None
    assert 64 not in values(found.killed)


def test_rival_figures_are_one_crowd_among_the_recipients(pictured: Pictured) -> None:
    bodies = ("2024-12-26", "Israeli jets bombed a school in Rafah on Tuesday. A medic said he saw 28 bodies.")
    (found,) = assaults(pictured(bodies, FIRST, SECOND))
    counted = [p.name for p in found.recipients if p.name != "school"]
    assert len(counted) == 1 and "bodies" not in counted[0]


def test_low_best_and_high_stand_in_order_between_the_versions(pictured: Pictured) -> None:
    (found,) = assaults(pictured(FIRST, SECOND))
    low, best, high = values(found.killed)
    assert low == 30
    assert best in {30, 34}
    assert high is None


def test_a_belligerents_low_figure_is_beside_the_others(pictured: Pictured) -> None:
    (found,) = assaults(pictured(FIRST, PARTY))
    assert found.killed is not None
    assert found.killed.best == 30
    assert {v.value for c in found.contested if c.field == "killed" for v in c.versions} == {30, 12}


@pytest.mark.parametrize("other", [ELSEWHERE, LATER, OTHERS], ids=["another city", "another day", "another actor"])
def test_what_differs_is_never_merged(pictured: Pictured, other: Told) -> None:
    found = assaults(pictured(FIRST, other))
    assert len(found) == 2
    assert all(len(e.reports) == 1 for e in found)


def test_a_chain_of_reports_does_not_pull_different_days_together(pictured: Pictured) -> None:
    vague = ("2024-12-28", "Israeli jets bombed a school in Rafah this week, killing several people.")
    found = assaults(pictured(FIRST, LATER, vague))
    days = [{c.date.start for c in e.claims if c.date and c.date.precision == "day"} for e in found]
    assert all(len(d) <= 1 for d in days)


def test_news_does_not_merge_with_history(pictured: Pictured) -> None:
    old = ("2024-12-26", "In 2009 Israeli jets bombed a school in Rafah, killing 40 people.")
    assert sorted(e.layer for e in assaults(pictured(FIRST, old))) == ["history", "news"]


def test_a_later_figure_of_the_same_source_replaces_the_earlier(pictured: Pictured) -> None:
    monday = ("2024-12-24", "Police said a bombing at a market in Jolo on Monday killed 12 people.")
    tuesday = ("2024-12-25", "Police said the bombing at a market in Jolo on Monday killed 57 people.")
    (found,) = assaults(pictured(monday, tuesday))
    assert found.killed is not None
    assert (found.killed.best, found.killed.high) == (57, 57)
    assert [v.value for c in found.contested if c.field == "killed" for v in c.versions] == [12, 57]


def test_a_toll_shows_its_history_by_voice(pictured: Pictured) -> None:
    first = ("2024-12-24", "Police said a bombing at a market in Jolo on Monday killed three people.")
    later = ("2024-12-25", "Police said the bombing at a market in Jolo on Monday killed six people.")
    other = ("2024-12-26", "Doctors said the bombing at a market in Jolo on Monday killed nine people.")
    (found,) = assaults(pictured(other, first, later))
    assert found.killed is not None
    assert toll(found, "killed", found.killed) == "6 to 9; by source: 3, then 6 (Police [official]), 9 (Doctors [medic])"
    assert "never added" in found.killed.rule


def test_a_denial_in_another_report_stays(pictured: Pictured) -> None:
    denied = ("2024-12-26", "The Israeli army denied that its jets had bombed a school in Rafah on Tuesday.")
    said = ("2024-12-25", "Israeli jets bombed a school in Rafah on Tuesday, medics at the hospital said.")
    (found,) = assaults(pictured(said, denied))
    assert found.status == "denied"


def test_a_denial_does_not_undo_what_a_report_tells_on_its_own_word(pictured: Pictured) -> None:
    denied = ("2024-12-26", "The Israeli army denied that its jets had bombed a school in Rafah on Tuesday.")
    (found,) = assaults(pictured(FIRST, denied))
    assert (found.status, "denies" in {s.stance for s in found.sources}) == ("attributed", True)


LONG = (
    "Rebels shelled the market in Omdurman on Monday, killing 46 people, a doctor at the hospital said. The shells fell in the "
    "early afternoon, when the market was full, and set fire to a row of stalls. Rescue workers carried the wounded to two "
    "clinics in the west of the city. The army said it would answer the attack. The war began in April 2023 and has driven "
    "millions of people from their homes, many of them across the border into Chad and Egypt, where they live in camps."
)


def test_near_copies_are_grouped_and_count_once(pictured: Pictured) -> None:
    copy = LONG + " More reports follow."
    picture = pictured(("2024-12-24", LONG), ("2024-12-25", copy))
    assert len(picture.near_copies) == 1
    assert "near-copy" in [c.kind for c in picture.cautions]
    shelling = [e for e in assaults(picture) if e.killed]
    assert len(shelling) == 1
    assert shelling[0].killed is not None
    assert shelling[0].killed.best == 46


def test_one_report_given_twice_changes_nothing(pictured: Pictured) -> None:
    once = records(pictured(FIRST), "events")
    assert [e["killed"] for e in records(pictured(FIRST, FIRST), "events")] == [e["killed"] for e in once]


THREE = (FIRST, SECOND, OTHERS)


@pytest.mark.parametrize("order", list(permutations(range(3))), ids=str)
def test_the_order_of_input_changes_nothing(pictured: Pictured, order: tuple[int, ...]) -> None:
    assert dump(pictured(*(THREE[i] for i in order))) == dump(pictured(*THREE))


SENTENCES = [
    "Israeli jets bombed a school in Rafah on Tuesday, killing 30 people.",
    "Medics said the strike on Rafah killed 34 people.",
    "Hamas condemned the attack.",
    "The Israeli army denied the report.",
    "Hezbollah shelled a village in Galilee on Tuesday.",
    "About 3,000 fighters are marching toward Aleppo.",
    "Iran reportedly sent missiles to Hezbollah.",
]


@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.lists(st.lists(st.sampled_from(SENTENCES), min_size=1, max_size=3, unique=True), min_size=3, max_size=3),
    st.randoms(use_true_random=False),
)
def test_three_reports_in_any_order_give_the_same_bytes(pictured: Pictured, texts: list[list[str]], random) -> None:  # type: ignore[no-untyped-def]
    told = [(date(2024, 12, 24 + i).isoformat(), " ".join(sentences)) for i, sentences in enumerate(texts)]
    shuffled = random.sample(told, len(told))
    assert dump(pictured(*shuffled)) == dump(pictured(*told))


@settings(max_examples=8, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.sampled_from([FIRST, SECOND, PARTY, ELSEWHERE, LATER, OTHERS]), min_size=2, max_size=5, unique=True))
def test_a_reprint_brings_no_event_and_no_figure(pictured: Pictured, told: list[Told]) -> None:
    """Wire text inside a longer piece of another outlet is the same voice: events and figures stay."""
    before = assaults(pictured(("2024-12-24", LONG), *told))
    after = assaults(pictured(("2024-12-24", LONG), ("2024-12-25", LONG + " More reports follow."), *told))
    assert [e.killed and values(e.killed) for e in after] == [e.killed and values(e.killed) for e in before]


def test_one_by_one_or_at_once(tools: Tools, tmp_path: Path) -> None:
    for k, (_, text) in enumerate(THREE):
        (tmp_path / f"{k}.txt").write_text(text, encoding="utf-8")
    once, slowly = casus.Case(tools=tools), casus.Case(tools=tools)
    once.read(tmp_path, published="2024-12-26")
    for k in (2, 0, 1):
        slowly.read(tmp_path / f"{k}.txt", published="2024-12-26")
        slowly.picture()
    assert dump(slowly.picture()) == dump(once.picture())


def dump(picture: Picture) -> str:
    return json.dumps({kind: records(picture, kind, low=True) for kind in KINDS}, sort_keys=True)


def arrests(picture: Picture) -> list[Event]:
    return [e for e in picture.events if e.type == "COERCE" and e.certain]


def test_two_players_of_one_club_arrested_are_two_arrests(pictured: Pictured) -> None:
    one = ("2024-03-02", "Vincent Adeyemi, a player of Kano Pillars, was arrested in Kano on suspicion of a riot. The club regretted it.")
    other = ("2024-03-02", "Jamal Williams, a player of Kano Pillars, was arrested in Kano on suspicion of a riot. The club regretted it.")
    assert len(arrests(pictured(one, other))) == 2


def test_one_navy_taking_as_many_is_one_taking(pictured: Pictured) -> None:
    one = ("2024-03-02", "The Indian navy captured 23 pirates in the Gulf of Aden on Friday, officials said.")
    other = ("2024-03-02", "Indian navy sailors captured 23 pirates in the Gulf of Aden on Friday, a spokesman said.")
    assert len(arrests(pictured(one, other)) + assaults(pictured(one, other))) == 1


def test_one_toll_in_one_town_on_two_days_in_a_row_is_left_to_a_person(pictured: Pictured) -> None:
    sunday = ("2024-03-12", "Gunmen stormed an army post in Nampala in Mali on Sunday, killing seven officers, a security source said.")
    monday = ("2024-03-13", "Seven officers died when gunmen attacked the army post in Nampala, Mali, on Monday, the mayor said.")
    small = ("2024-03-13", "Two officers died when gunmen attacked the army post in Nampala, Mali, on Monday, the mayor said.")
    found = pictured(sunday, monday)
    assert len(assaults(found)) == 2
    assert ["told of two days in a row" in u.because for u in found.undecided] == [True]
    assert not pictured(sunday, small).undecided
