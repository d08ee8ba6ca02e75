"""Acts told in ways that name nobody but a mover, a threat or a purpose."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from casus.model.event import Event


@pytest.mark.parametrize(
    ("text", "type", "actor"),
    [
        ("Some 300 soldiers were flown to Arauca on Monday.", "MOBILIZE", "soldiers"),
        ("The army was called out in Lahore on Friday evening.", "MOBILIZE", "army"),
        ("Kenya moved troops to Mandera on Sunday.", "MOBILIZE", "Kenya"),
        ("Another 900 soldiers will go to the border with Chad next week.", "MOBILIZE", "soldiers"),
        ("Relatives of the missing gathered in Quito on Monday to demand an inquiry.", "PROTEST", "Relatives"),
        ("Thousands marched through Tunis on Saturday.", "PROTEST", "Thousands"),
        ("The premier of Nepal formed a panel to look into the firing in Birgunj.", "ACCUSE", "Nepal"),
        ("The FBI has been conducting an inquiry in Ohio since Monday.", "ACCUSE", "Federal Bureau"),
        ("Norway called on Mali to keep its word on Monday.", "REQUEST", "Norway"),
        ("The authorities of Chad asked the French commander on Monday to reopen the road.", "REQUEST", "Chad"),
        ("Hundreds turned out in Colombo on Saturday against the new tax.", "PROTEST", "Hundreds"),
        ("Families of the hostages begged the government of Israel on Sunday to accept the deal.", "REQUEST", "Families"),
        ("Amnesty International held the army of Mali responsible for the killings in Gao on Friday.", "ACCUSE", "Amnesty"),
        ("Turkey gave the militia until Friday to leave Tal Rifaat.", "THREATEN", "Turkey"),
        ("Ghana welcomed the release of the pilots by Togo on Monday.", "SUPPORT", "Ghana"),
    ],
)
def test_an_act_is_told_by_its_mover_or_its_purpose(events: Callable[..., list[Event]], text: str, type: str, actor: str) -> None:
    found = next(e for e in events(text) if e.type == type)
    assert found.certain
    assert actor in found.actors[0].name


@pytest.mark.parametrize(
    ("text", "printed"),
    [
        ("Iran warned on Monday that it would close the strait if its ports were bombed.", True),
        ("The union of dockers in Ghana says it will block the port of Tema unless wages are paid.", True),
        ("Turkey warned Greece on Friday that it would retaliate.", True),
        ("Doctors in Ghana warned that more patients would die.", False),
        ("The ministry in Ghana said it would close the border with Togo on Friday.", False),
    ],
)
def test_harm_announced_as_a_warning_is_a_threat(events: Callable[..., list[Event]], text: str, printed: bool) -> None:
    found = [e for e in events(text) if e.type == "THREATEN"]
    assert bool(found) is printed
    assert all(e.status == "threatened" for e in found)


@pytest.mark.parametrize(("text", "printed"), [("A ceasefire took effect in Sweida on Monday.", True), ("The ceasefire is fragile in Sweida.", False)])
def test_a_truce_told_to_begin(events: Callable[..., list[Event]], text: str, printed: bool) -> None:
    assert any(e.certain and e.type == "RETREAT" for e in events(text)) is printed


def test_who_is_in_custody_is_arrested(event: Callable[..., Event]) -> None:
    assert "Eleven people" in event("Eleven people are in custody in Janakpur on charges of arson.", "COERCE").recipients[0].name


@pytest.mark.parametrize(
    ("text", "whom"),
    [
        ("A motorcycle packed with explosives blew up outside the court in Gao on Monday.", None),
        ("Nine farmhands were massacred in the hamlet of Poko in Congo on Sunday.", "farmhands"),
        ("An officer was stabbed in the neck in Solingen on Friday.", "officer"),
    ],
)
def test_what_goes_off_and_whom_nobody_listed(event: Callable[..., Event], text: str, whom: str | None) -> None:
    found = event(text, "ASSAULT")
    assert not found.actors
    assert whom is None or whom in found.recipients[0].name


def test_riot_police_are_no_riot(events: Callable[..., list[Event]]) -> None:
    assert "PROTEST" not in {e.type for e in events("Riot police arrested nine men in Leicester on Sunday.")}


def test_a_body_that_is_only_doing_its_work_moves_nothing(events: Callable[..., list[Event]]) -> None:
    assert not [e for e in events("The soldier went to the hospital in Kara on Monday.") if e.certain]


@pytest.mark.parametrize(
    ("text", "actors"),
    [
        ("The cartel used drones to bomb Santa Rita on Monday, killing two farmers.", ["cartel"]),
        ("Rebels used mortars to shell the barracks in Gao on Monday.", ["Rebels"]),
        ("Gunmen killed four soldiers in Gao on Monday to avenge a raid on their camp.", ["Gunmen"]),
        ("The rebels want to use drones to bomb the market in Gao.", []),
    ],
)
def test_what_something_was_used_to_do_was_done(events: Callable[..., list[Event]], text: str, actors: list[str]) -> None:
    found = [e for e in events(text) if e.type == "ASSAULT" and e.certain and e.status not in {"planned", "threatened"}]
    assert [p.name for e in found for p in e.actors] == actors


def test_what_was_only_aimed_at_harmed_nobody(events: Callable[..., list[Event]]) -> None:
    (found,) = [e for e in events("Jets hit the base in Goma on Monday to kill its commander.") if e.type == "ASSAULT"]
    assert found.killed is None


@pytest.mark.parametrize("text", ["The cabinet approved a ban on the Communist Party on Monday.", "The senate approved a curfew in Kisumu on Monday."])
def test_who_approves_its_own_ban_lays_it(events: Callable[..., list[Event]], text: str) -> None:
    assert [e.type for e in events(text) if e.certain] == ["COERCE"]
