"""What a text says where no "said" stands: it "runs" so, its version is that, somebody lays out what happened and the report goes on."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from casus.model.event import Event

Only = Callable[..., Event]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The army's spokesman issued a communiqué on Monday. Soldiers, it runs, attacked the militia at Mbidjo.", "army's spokesman"),
        ("The militia's version, published in its newsletter, is that soldiers shot five farmers in Gao.", "militia"),
        ("Civil Defence reported eight people dead in the bombing of a house in Gao overnight.", "Civil Defence"),
        ("Priests informed the agency of the hundreds of peasants who have been murdered by the rebels.", "Priests"),
        ("The mayor told this paper what she had seen from the road. Soldiers killed a shepherd near Gao.", "mayor"),
        ("The commission's paper sets out the sequence. Militiamen ambushed a patrol near Gao at dawn.", "commission's paper"),
    ],
)
def test_such_words_are_somebodys(event: Only, text: str, name: str) -> None:
    found = event(text, "ASSAULT")
    assert (found.status, [s.name for s in found.sources]) == ("attributed", [name])


@pytest.mark.parametrize(
    "text",
    [
        "The road, it seems, runs to Gao. Soldiers attacked the militia there on Sunday.",
        "The mayor told this paper that she would resign. Soldiers killed a shepherd near Gao.",
        "The army set out a plan. Militiamen ambushed a patrol near Gao at dawn.",
        "Police reported for duty. Militiamen ambushed a patrol near Gao at dawn.",
    ],
)
def test_other_words_are_the_reports_own(event: Only, text: str) -> None:
    assert event(text, "ASSAULT").status == "asserted"


def test_residents_may_report_shelling(acts: Callable[..., list[Event]]) -> None:
    (found,) = acts("Residents of the city reported shelling within the hour.")
    assert (found.status, [s.name for s in found.sources]) == ("attributed", ["Residents of the city"])
