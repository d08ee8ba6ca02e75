"""The day and the doer of an act whose own words give none, by the act it is told with."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from casus.model.claim import Claim
from casus.model.event import Event
from casus.model.picture import Reading

LEAD = "Gunmen attacked a bus near Sake on Monday, police said. "


def _last(text: str, read_text: Callable[..., Reading]) -> Claim:
    return max((c for c in read_text(text).claims if not c.heading), key=lambda c: c.act.start)


@pytest.mark.parametrize(
    "text",
    [
        LEAD + "Two guards were injured in the attack.",
        LEAD + "The gunmen burned two houses.",
        LEAD + "They killed a teacher.",
        LEAD + "Two traders were also wounded.",
        "Gunmen opened fire at a shop in Sake on Monday. Two traders were killed.",
        LEAD + "The road was closed. A driver was killed in the incident.",
        "A trader was killed in separate incidents in Sake on Monday. Gunmen shot dead the trader in the Karna area.",
    ],
)
def test_a_day_is_that_of_the_act_it_is_told_with(text: str, read_text: Callable[..., Reading]) -> None:
    claim = _last(text, read_text)
    assert claim.day is not None
    assert claim.day.evidence is not None
    assert claim.day.evidence.words == "on Monday"
    assert "told with it" in claim.day.basis


@pytest.mark.parametrize(
    "text",
    [
        LEAD + "A teacher was killed in a separate attack.",
        LEAD + "Rebels burned a farm in Goma.",
        LEAD + "Earlier, the gunmen burned two houses.",
        LEAD + "The mayor arrived on Tuesday. A driver was killed in the attack.",
        LEAD + "Three suspects have been arrested after the attack.",
        LEAD + "Jets hit a camp in Goma. Two men were killed in the airstrike.",
    ],
)
def test_a_day_is_not_lent_over_words_that_part(text: str, read_text: Callable[..., Reading]) -> None:
    assert _last(text, read_text).day is None


def test_who_did_the_attack_hurt_people_in_it(read_text: Callable[..., Reading]) -> None:
    claim = _last(LEAD + "Two guards were injured in the attack.", read_text)
    assert [p.name for p in claim.doers] == ["Gunmen"]
    assert not claim.actors


@pytest.mark.parametrize(
    "text",
    [
        "Rebels clashed with soldiers near Sake on Monday. Two guards were injured in the clash.",
        LEAD + "Another trader was killed in Goma.",
        LEAD + "Five gunmen were killed in the attack.",
    ],
)
def test_a_fight_or_another_act_lends_no_doer(text: str, read_text: Callable[..., Reading]) -> None:
    assert not _last(text, read_text).doers


def test_the_place_is_lent_where_the_words_join(read_text: Callable[..., Reading]) -> None:
    claim = _last(
        "Twin bombings struck the Karna Market in Sake on Monday. The second blast hit those who came to help, killing nine.", read_text
    )
    assert claim.scene is not None
    assert claim.scene.name == "Karna Market"


def test_a_market_struck_is_where_it_was_struck(read_text: Callable[..., Reading]) -> None:
    claim = _last("Five people were killed on Monday in an attack on the Christmas market in Strasbourg, eastern France.", read_text)
    assert claim.place is not None
    assert "Strasbourg" in claim.place.within


@pytest.mark.parametrize(
    "text",
    [
        "Turkey bombed a camp in Iraq on Friday, days after a suicide bombing in Ankara.",
        "The US bombed two depots in Iraq on Friday in retaliation for the drone attack that killed three soldiers in Jordan.",
    ],
)
def test_what_is_answered_days_after_is_of_no_day_told_beside_it(events: Callable[..., list[Event]], text: str) -> None:
    days = [e.date.precision if e.date else "" for e in events(text, published="2024-06-15") if e.type == "ASSAULT" and e.certain]
    assert days == ["day", "bounded"]
