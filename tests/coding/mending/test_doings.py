"""Who was hit by shelling or in fighting did not shell or fight; who stands behind "to death" died."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from casus.model.event import Event

Only = Callable[..., Event]
Many = Callable[..., list[Event]]


def _sides(found: Event) -> tuple[list[str], list[str]]:
    return [p.name for p in found.actors], [p.name for p in found.recipients]


@pytest.mark.parametrize(
    ("text", "actors", "recipients"),
    [
        ("Two farmers were killed by shelling in the village, the mayor said.", [], ["Two farmers"]),
        ("Dozens have been killed by fighting in the city, an aid group said.", [], ["Dozens"]),
        ("A boy was wounded by a stray bullet in fighting between the army and rebels in Zawiya on Friday.", ["army", "rebels"], ["boy"]),
        ("Rebels stabbed to death three women in Ituri province on Monday.", ["Rebels"], ["three women"]),
        ("A mob beat to death two men in Assam on Tuesday, police said.", ["mob"], ["two men"]),
        ("The gunman killed eight people and wounded 12, police in Graz said.", ["gunman"], ["eight people"]),
        ("Unidentified men on a motorcycle shot and killed a shopkeeper in Quetta on Monday.", ["Unidentified men"], ["shopkeeper"]),
        ("Soldiers allegedly shot dead three youths in Uvira on Monday.", ["Soldiers"], ["three youths"]),
        ("Police shot tear gas at students protesting in front of the ministry, wounding four.", ["Police"], ["four people"]),
    ],
)
def test_who_did_it_and_whom_it_befell(event: Only, text: str, actors: list[str], recipients: list[str]) -> None:
    assert _sides(event(text, "ASSAULT")) == (actors, recipients)


def test_a_hedge_before_the_verb_is_no_part_of_a_name(event: Only) -> None:
    assert event("Soldiers allegedly shot dead three youths in Uvira on Monday.").status == "hedged"


@pytest.mark.parametrize(
    "text",
    [
        "Police in Lahore arrested a man on Friday suspected of shooting a teacher in Multan in March.",
        "Police arrested three men in Gothenburg on Monday accused of shooting a guard in Malmo.",
    ],
)
def test_who_is_suspected_is_who_was_arrested(events: Many, text: str) -> None:
    (crime,) = [e for e in events(text) if e.type == "ASSAULT"]
    assert all("Police" not in p.name for p in crime.actors)


def test_what_something_prompts_is_done_by_whom_it_prompts(events: Many) -> None:
    found = events("Colombia expelled a Venezuelan envoy, prompting Caracas to recall its ambassador.")
    assert [[p.name for p in e.actors] for e in found if "withdraw" in e.modes] == [["Government of Venezuela"]]


@pytest.mark.parametrize(
    ("text", "actors", "status"),
    [
        ("The Kivu Front claimed responsibility for killing six soldiers near Oicha on Monday.", ["Kivu Front"], ["attributed"]),
        ("The Kivu Front claimed credit for bombing a bus near Oicha on Monday.", ["Kivu Front"], ["attributed"]),
        ("The Kivu Front denied responsibility for killing six soldiers near Oicha on Monday.", ["Kivu Front"], ["denied"]),
    ],
)
def test_who_claims_responsibility_for_an_act_did_it(events: Many, text: str, actors: list[str], status: list[str]) -> None:
    found = [e for e in events(text) if e.type == "ASSAULT"]
    assert [p.name for e in found for p in e.actors] == actors
    assert [e.status for e in found] == status


@pytest.mark.parametrize("whom", ["42-year-old man", "25-year-old Fulani herder"])
def test_an_age_is_nobody_shot(event: Callable[..., Event], whom: str) -> None:
    found = event(f"Soldiers shot dead a {whom} on Monday near Kaduna.", "ASSAULT")
    assert found.killed is not None and found.killed.best == 1
    assert [p.name.split()[-1] for p in found.recipients] == [whom.split()[-1]]
