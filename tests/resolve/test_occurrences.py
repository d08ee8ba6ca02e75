"""Sentences that only say when and where, and the one story of a report: they date and place the acts told beside them."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from casus.model.event import Event
from casus.model.picture import Reading

Events = Callable[..., list[Event]]


@pytest.mark.parametrize(
    "text",
    [
        "Gunmen killed two guards. The attack took place on Monday near Omdurman.",
        "Two men were shot dead in a bar. The shooting happened in Omdurman on Monday night.",
        "Two men were shot dead in a bar. It happened in Omdurman on Monday night.",
    ],
)
def test_what_is_told_of_it_afterwards(text: str, events: Events) -> None:
    found = events(text, published="2024-05-15")
    assert [(str(e.date.start) if e.date else None, e.place.name if e.place else None) for e in found] == [("2024-05-13", "Omdurman")]


@pytest.mark.parametrize(
    "text",
    [
        "Police responded to a shooting at a bar Monday night that sent four people to the hospital.",
        "Police named the boy who was killed during a shooting which left six others injured Monday night.",
        "Police arrested a man they say shot a girl in the head. The shooting happened on Monday.",
        "Two men were shot in a bar on Monday. A third man was shot in the leg an hour later.",
    ],
)
def test_the_day_of_a_shooting(text: str, events: Events) -> None:
    found = [e for e in events(text, published="2024-05-15") if e.type == "ASSAULT"]
    assert {str(e.date.start) if e.date else None for e in found} == {"2024-05-13"}


def test_what_a_government_answers_keeps_its_day(events: Events) -> None:
    found = events(
        "Ruritania responded to the attack on its base with sanctions on Monday. Rebels had killed four guards.", published="2024-05-15"
    )
    assert all(e.date is None or e.date.evidence is None for e in found if e.type == "ASSAULT")


@pytest.mark.parametrize(
    "text",
    [
        "Gunmen killed two guards. It was not known where the attack took place on Monday.",
        "Gunmen killed two guards. In a separate case, a fire happened in Omdurman on Monday.",
        "Gunmen killed two guards. Another attack took place in Omdurman on Monday.",
    ],
)
def test_what_is_not_told_of_it(text: str, events: Events) -> None:
    first = min(events(text, published="2024-05-15"), key=lambda e: e.claims[0].act.start)
    assert first.date is None or first.date.evidence is None


ONE = (
    "Five people were shot in Omdurman on Monday night. Officers closed the street. A witness heard many shots. "
    "A boy was shot in the leg. A girl was shot in the arm."
)


def test_all_of_one_story_are_of_its_day(events: Events) -> None:
    found = events(ONE, published="2024-05-15")
    assert {str(e.date.start) for e in found if e.date is not None and e.type == "ASSAULT"} == {"2024-05-13"}
    assert {e.place.name for e in found if e.place is not None and e.type == "ASSAULT"} == {"Omdurman"}


def test_a_report_of_two_days_dates_nothing(read_text: Callable[..., Reading]) -> None:
    text = (
        "Two men were shot in Omdurman on Monday. On Tuesday three women were shot in Port Sudan. Officers closed the street. "
        "The mayor spoke. The rain fell. A boy was shot in the leg by gunmen."
    )
    assert read_text(text, published="2024-05-15").claims[-1].day is None


def test_after_another_incident_nothing_is_lent(read_text: Callable[..., Reading]) -> None:
    text = (
        "Five people were shot in Omdurman on Monday night. In a separate incident thieves took a car. "
        "Officers found it. A boy was shot in the leg by gunmen."
    )
    assert read_text(text, published="2024-05-15").claims[-1].day is None


@pytest.mark.parametrize(
    ("text", "place", "day"),
    [
        ("Gunmen killed 17 people in a raid in Warrap State, an official said. It occurred on Monday in Gogrial West.", "Gogrial West", 23),
        ("Gunmen killed five men in Goma, police said. The raid took place on Monday in Warrap State.", "Goma", 23),
        ("Gunmen attacked a bus near Sake, police said. The ambush, which took place on Monday, left three people hurt.", "Sake", 23),
        ("The army killed dozens of rebels in an offensive in Mopti, it said. The operation was launched on Monday.", "Mopti", 23),
    ],
)
def test_a_finer_place_and_a_day_told_in_passing(acts: Events, text: str, place: str, day: int) -> None:
    (found,) = acts(text)
    assert found.place is not None and found.place.name == place
    assert found.date is not None and found.date.start is not None and found.date.start.day == day
