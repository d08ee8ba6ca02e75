"""An act of force of which nothing narrower is told was in the country that its report is all about."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from casus.model.event import Event

AT_HOME = [
    ("Egyptian police have arrested dozens of activists, a lawyers' group said. Egypt has banned rallies since 2013.", "Egypt"),
    ("Spain is on edge. The Spanish parliament met at noon. Four nurses were beaten to death by masked men.", "Spain"),
    ("The Serbian government lost the vote. Serbian students marched against the new law on Friday.", "Serbia"),
    ("The Kenyan president gave a speech. More than 250 protesters were arrested nationwide on Monday.", "Kenya"),
]
NOT_AT_HOME = [
    "Kenyan police arrested two traders. The Ugandan trade minister was angry.",  # a report of two countries
    "The Spanish parliament met at noon. Two Spaniards were shot dead abroad.",
    "The Spanish parliament met at noon. Two Moroccan traders were beaten.",
    "The Spanish parliament met at noon. Four men were arrested.",  # nobody of Spain
    "The Spanish parliament met at noon. In 1936, gunmen killed a poet.",
]


@pytest.mark.parametrize(("text", "country"), AT_HOME)
def test_people_of_the_country_a_report_is_all_about_act_there(events: Callable[..., list[Event]], text: str, country: str) -> None:
    found = [e for e in events(text) if all(c.place is None for c in e.claims)]
    assert found
    assert {(e.place.name, e.place.precision_ucdp) for e in found if e.place is not None} == {(country, 6)}


@pytest.mark.parametrize("text", NOT_AT_HOME)
def test_other_countries_and_arrests_of_anybody_stay_open(events: Callable[..., list[Event]], text: str) -> None:
    found = events(text)
    assert found
    assert all(e.place is None for e in found)


def test_a_narrower_place_in_any_account_comes_first(events: Callable[..., list[Event]]) -> None:
    text = "The Egyptian press was quiet. Soldiers shot three men near Tanta on Monday. The Egyptian soldiers fired at the three men for an hour."
    assert {e.place.name for e in events(text) if e.place is not None} == {"Tanta"}
