"""Localities: where an act was is nobody it was done to; names the parse takes apart name who did it."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from casus.model.event import Event


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Troops seized the district on Monday.", "COERCE"),
        ("Rebels captured two villages near the town of Goma.", "COERCE"),
        ("Kenyan troops advanced on the outskirts of Kismayo.", "MOBILIZE"),
        ("Police made an arrest on Mill Road in Nairobi.", "COERCE"),
        ("The army carried out a search operation in the Tana area.", "COERCE"),
        ("The Kenyan army blocked roads leading to the camp.", "COERCE"),
    ],
)
def test_a_place_is_no_recipient(event: Callable[..., Event], text: str, kind: str) -> None:
    assert event(text, kind).recipients == ()


@pytest.mark.parametrize(
    ("text", "kind", "recipient"),
    [
        ("Soldiers recaptured the hill from the rebels on Monday.", "COERCE", "rebels"),
        ("Government forces recaptured the town of Goma from M23 fighters on Monday.", "COERCE", "M23"),
        ("Syrian troops retook Palmyra from Islamic State fighters on Sunday.", "COERCE", "Islamic State"),
        ("Rebels shelled a village near Goma.", "ASSAULT", "village"),
    ],
)
def test_who_lost_it_is(event: Callable[..., Event], text: str, kind: str, recipient: str) -> None:
    assert any(recipient in p.evidence.words for p in event(text, kind).recipients)


def test_where_words_are_put_out_nobody_is_struck(event: Callable[..., Event]) -> None:
    found = event("The Islamic State claimed the attack on Telegram, saying it killed four soldiers in Mosul.", "ASSAULT")
    assert [p.name for p in found.recipients] == ["four soldiers"]
    assert [p.name for p in event("Gunmen attacked the state television in Bamako.", "ASSAULT").recipients] == ["state television"]


def test_a_time_is_no_recipient(event: Callable[..., Event]) -> None:
    found = event("A neighbour heard screams on the morning the guard shot a teacher.", "ASSAULT")
    assert not any("morning" in p.name for p in found.recipients)


def test_a_name_in_capitals_is_no_verb(event: Callable[..., Event]) -> None:
    found = event("IS fighters bombed two offices in Mosul on Monday.", "ASSAULT")
    assert [p.id for p in found.actors] == ["islamic-state"]


def test_two_bodies_before_one_head_are_two(event: Callable[..., Event]) -> None:
    found = event("Army and Tana Police rescued a trader on Monday.", "AID")
    assert [p.name for p in found.actors] == ["Army", "Tana Police"]


def test_the_full_name_before_its_short_form_belongs_to_the_cadres(event: Callable[..., Event]) -> None:
    found = event("Communist Party of India Maoist (CPI Maoist) cadres ambushed a patrol of soldiers on Monday.", "ASSAULT")
    assert "ctd-naxal" in {p.id for p in found.actors}


def test_the_sides_of_a_clash_hang_on_its_verb(event: Callable[..., Event]) -> None:
    found = event("A clash broke out between troops and rebels near Goma on Monday.", "ASSAULT")
    assert [p.name for p in found.actors] == ["troops", "rebels"]


def test_a_means_is_no_doer(event: Callable[..., Event]) -> None:
    found = event("Men attacked a trader in Goma with boulders killing him on the spot.", "ASSAULT")
    assert not any("boulder" in p.name for p in found.actors)


def test_critics_of_somebody_are_somebody_else(event: Callable[..., Event]) -> None:
    found = event("Critics of Kenyan President William Ruto praised the African Union.", "SUPPORT")
    assert [p.id for p in found.actors] == [None]


@pytest.mark.parametrize("text", ["Kenya blamed the attack on militants from Tana.", "Kenya blamed the loss on militants from Tana."])
def test_who_is_blamed_stands_after_on(event: Callable[..., Event], text: str) -> None:
    assert any("militants" in p.name for p in event(text, "ACCUSE").recipients)


def test_a_day_is_not_blamed(event: Callable[..., Event]) -> None:
    assert [p.id for p in event("Kenya blamed Somalia on Sunday for the attack.", "ACCUSE").recipients] == ["som"]


def test_a_named_office_holder_is_no_government(event: Callable[..., Event]) -> None:
    found = event("French President Harry Dale's visit to China led to talks.", "CONSULT")
    assert [p.id for p in found.actors] == [None]


def test_whom_it_befell_need_not_be_who_tells_it(events: Callable[..., list[Event]]) -> None:
    found = events("Adviser Ana Kole said Kenyan prosecutors singled out Ben Hale and charged him with treason.")
    assert not any("Kole" in p.name for e in found for p in e.recipients)


def test_a_number_of_people_can_act(event: Callable[..., Event]) -> None:
    assert event("A number of senators condemned the decree of the Kenyan government.", "ACCUSE").actors
