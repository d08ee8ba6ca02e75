"""Stories: reports of one matter stand together whatever their order; refrains of a site or an agency bring nothing together."""

from __future__ import annotations

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from casus.ingest import report_from_text
from casus.ingest.refrains import without_refrains
from casus.ingest.stories import of_one_story, stories
from casus.model.text import Report

ALIKE = {("a", "b"): 0.3, ("b", "c"): 0.2, ("c", "d"): 0.02, ("d", "e"): 0.4}


def told(text: str, day: date) -> Report:
    return report_from_text(text, published=day)


def test_what_is_alike_stands_together() -> None:
    assert stories(["a", "b", "c", "d", "e", "f"], ALIKE) == (("a", "b", "c"), ("d", "e"), ("f",))


def test_one_likeness_does_not_chain_two_stories() -> None:
    chain = {("a", "b"): 0.3, ("c", "d"): 0.3, ("b", "c"): 0.1}
    assert stories(["a", "b", "c", "d"], chain) == (("a", "b"), ("c", "d"))


def test_likeness_counts_inside_a_story_only() -> None:
    assert of_one_story(ALIKE) == {pair: value for pair, value in ALIKE.items() if value > 0.1}


@given(st.permutations(["a", "b", "c", "d", "e", "f"]), st.permutations(list(ALIKE.items())))
def test_the_order_changes_nothing(reports: list[str], alike: list[tuple[tuple[str, str], float]]) -> None:
    assert stories(reports, dict(alike)) == stories(sorted(reports), ALIKE)


NOTICE = "Already a subscriber? Click on the button below."
FIRST = f"{NOTICE} Gunmen killed a miller in Zinder."
LATER = f"{NOTICE} The council of Lisbon met."


def test_words_repeated_weeks_apart_are_a_refrain() -> None:
    texts = without_refrains([told(FIRST, date(2024, 3, 1)), told(LATER, date(2024, 5, 1))])
    assert texts == ["Gunmen killed a miller in Zinder.", "The council of Lisbon met."]


def test_words_repeated_within_days_are_a_reprint() -> None:
    assert without_refrains([told(FIRST, date(2024, 3, 1)), told(FIRST + " More follows.", date(2024, 3, 3))])[0] == FIRST


def test_a_formula_keeps_its_names() -> None:
    one = told("Get email whenever Ann Hale posts something new.", date(2024, 3, 1))
    other = told("Get email whenever Bo Lund posts something new.", date(2024, 5, 1))
    assert without_refrains([one, other]) == ["Get Ann Hale", "Get Bo Lund"]
