"""What meetings, texts and courts are about, whom participles narrow down, what is usual, and struggles against nobody."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from casus.model.event import Event

Events = Callable[..., list[Event]]


@pytest.mark.parametrize(
    "text",
    [
        "The hearing on the massacre of farmers in Eldorado was put off until Friday.",
        "Judges in Arusha will hear the case over the burning of homes in Loliondo on Monday.",
        "A conference on the bombing of hospitals opened in Geneva on Monday.",
        "A petition over the arrest of a poet in Muscat collected 4,000 names by Friday.",
        "The handbook explains how to identify people killed by explosives.",
        "A charity in Oslo raised two million crowns on Saturday for children wounded in Gaza.",
        "The insurer in Munich paid 40 million euros on Monday for ships hit by missiles.",
        "Police in Caracas kill some 300 people a year, according to lawyers.",
        "The gang makes its money by kidnapping truck drivers, an investigator in Puebla said.",
        "The governor pledged on Tuesday to fight malaria in Yola with all weapons.",
        "The mayor of Naples declared war on litter on Monday.",
        "Poachers killed three rhinos in Kruger Park on Sunday.",
        "Officers shot a tiger that had escaped from a zoo in Tbilisi on Wednesday.",
        "Police in Leeds said a cyclist was killed on Monday when a lorry hit her at a roundabout.",
    ],
)
def test_nothing_is_told(events: Events, text: str) -> None:
    assert not [e for e in events(text) if e.certain]


@pytest.mark.parametrize(
    ("text", "type_"),
    [
        ("The hearing on the killing of six farmers by soldiers in Eldorado was put off until Friday.", "ASSAULT"),
        ("A debate on Monday's arrest of a poet in Muscat opened in Rome.", "COERCE"),
        ("Protesters wounded by police in Lagos on Tuesday are in hospital.", "ASSAULT"),
        ("The militia threatened to blow up the dam near Tishreen on Monday.", "THREATEN"),
        ("Al-Shabab declared war on aid workers in Baidoa on Thursday.", "THREATEN"),
        ("A lorry hit a mine near Kidal on Tuesday, killing four soldiers.", "ASSAULT"),
        ("Rebels killed three herders and 40 cows near Jos on Monday.", "ASSAULT"),
    ],
)
def test_what_was_done_is_told_all_the_same(events: Events, text: str, type_: str) -> None:
    assert type_ in [e.type for e in events(text) if e.certain]


def test_what_was_done_is_not_dated_by_what_is_to_come(events: Events) -> None:
    told = events("The verdict on the bombing of a market that killed nine in Maiduguri will be read on Thursday.", published="2024-06-15")
    assert all(e.date is None or e.date.start is None for e in told)


def test_months_after_a_year_are_as_wide_as_the_year(events: Events) -> None:
    text = "In 2012 rebels seized Kidal. Three months later, gunmen shot dead a judge in Gao."
    [shot] = [e for e in events(text, published="2024-06-15") if e.type == "ASSAULT"]
    assert shot.date is not None and (str(shot.date.start), str(shot.date.end)) == ("2012-04-01", "2013-03-31")
