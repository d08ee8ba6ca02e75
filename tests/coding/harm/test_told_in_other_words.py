"""Harm in other words: bodies taken in, a limb lost, the number of those taken, some of those told of."""

from __future__ import annotations

from collections.abc import Callable, Iterable

import pytest

from casus.model.event import Event

Many = Callable[..., list[Event]]
FIELDS = ("killed", "injured", "killed_or_injured", "captured")


def figures(events: Iterable[Event]) -> list[dict[str, int | None]]:
    """The figures of each event that has any, in order."""
    told = [{f: c.best for f in FIELDS if (c := getattr(e, f)) is not None} for e in events]
    return [t for t in told if t]


CASES: list[tuple[str, list[dict[str, int]]]] = [
    ("Rebels attacked a village near Menaka on Monday. The clinic had received eight bodies by noon.", [{"killed": 8}]),
    ("Rebels attacked a village near Menaka on Monday. Elders said they had buried nine bodies.", [{"killed": 9}]),
    ("Rebels attacked a post near Menaka on Monday. The army handed over nine bodies.", []),
    ("Police fired rubber bullets at a crowd in Menaka on Monday, and a student lost an eye.", [{"injured": 1}]),
    ("Police fired rubber bullets at a student in Menaka on Monday, costing him an eye.", [{"injured": 1}]),
    ("Masked men attacked a mayor in Menaka on Monday. The mayor has a broken arm.", [{"injured": 1}]),
    ("Gunmen shot a teacher in both legs in Menaka on Monday.", [{"injured": 1}]),
    ("Gunmen shot a teacher in the leg and the chest in Menaka on Monday.", [{"killed_or_injured": 1}]),
    ("In 2003 soldiers led five students out of a school in Menaka and executed them.", [{"killed": 5}]),
    ("Bandits whisked away 34 women in Menaka on Monday.", [{"captured": 34}]),
    ("On Tuesday a court in Menaka remanded two suspects, a cook and a driver, for three months.", [{"captured": 2}]),
    ("Police in Menaka arrested dozens of protesters on Monday. The ministry put the number of detainees at 30.", [{"captured": 30}]),
    ("Gunmen kidnapped at least 20 pupils in Menaka on Monday. Police put the number of abducted pupils at 21.", [{"captured": 21}]),
    ("Four guards, among them a captain, were killed and six others injured in an attack in Menaka on Monday.", [{"killed": 4, "injured": 6}]),
    ("Gunmen attacked a bus in Menaka on Monday, killing four people. Another 12 passengers were wounded.", [{"killed": 4, "injured": 12}]),
    ("Gunmen shot dead a former nazim, Karim Khan, and his nephew in Menaka on Monday.", [{"killed": 2}]),
    ("An air raid on Menaka on Monday left a monk and two novices dead.", [{"killed": 3}]),
    ("Soldiers seized the front's finance chief, alias Chucho, and two bodyguards near Menaka on Monday.", [{"captured": 3}]),
    (
        "At least two people were killed and more than 50, including eight policemen, injured on Monday as gangs fought in Menaka.",
        [{"killed": 2, "injured": 50}],
    ),
    ("Guards of the two states traded fire near Menaka on Monday. Two guards were wounded, the mayor said.", [{"injured": 2}]),
    (
        "Rebels killed two soldiers in an attack near Menaka on Monday. The number of fatalities among the troops has risen to three.",
        [{"killed": 3}],
    ),
    ("Gunmen attacked a hotel in Menaka on Monday. Five guards, two clerks and two vendors were taken to hospital.", [{"injured": 9}]),
    ("In the gunfight near Menaka on Monday three rebels were killed and one was captured.", [{"killed": 3, "captured": 1}]),
    ("Police killed three gunmen near Menaka on Monday and arrested two others.", [{"killed": 3}, {"captured": 2}]),
    ("Youths threw stones at police in Menaka on Monday. An officer suffered a broken wrist.", [{"injured": 1}]),
]


@pytest.mark.parametrize(("text", "expected"), CASES, ids=[c[0] for c in CASES])
def test_harm_in_other_words(events: Many, text: str, expected: list[dict[str, int]]) -> None:
    assert figures(events(text)) == expected


@pytest.mark.parametrize(
    ("text", "killed"),
    [
        ("Gunmen stormed a court in Menaka on Monday and six people died, the radio said. Three of the gunmen were killed in the shootout.", 6),
        ("Police clashed with gunmen in Menaka on Monday. Three of the gunmen were killed.", 3),
        ("A bomb killed four guards in Menaka on Monday. The rebels claimed the bombing and boasted of having killed 11 guards.", 4),
        ("Jets bombed Menaka on Monday, killing at least four people. The governor put the death toll at six.", 6),
        ("Jets bombed Menaka on Monday, killing four people. The governor put the death toll at six.", 4),
        ("The death toll of the bombing in Menaka rose to 14. Earlier the police had spoken of nine killed.", 14),
    ],
)
def test_which_of_several_figures_is_best(events: Many, text: str, killed: int) -> None:
    assert [f["killed"] for f in figures(events(text)) if "killed" in f] == [killed]
