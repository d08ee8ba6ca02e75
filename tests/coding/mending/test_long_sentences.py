"""Long sentences of wire reports: followers, asides, participles before the verb, and what comes after the deed."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from casus.model.event import Event

Only = Callable[..., Event]
Many = Callable[..., list[Event]]
DAY = "2024-06-15"


@pytest.mark.parametrize(
    ("text", "kind", "how_many"),
    [
        ("A drone killed a commander of Hezbollah and his two companions in Nabatieh on Monday.", "killed", 3),
        ("Gunmen killed the head of the board in Iraq's Diyala province and two of his guards on Monday.", "killed", 3),
        ("Rebels killed Governor Ahmad Shah, his son and three guards in Ghazni on Monday.", "killed", 5),
        ("Gunmen killed Ana Ruiz, his wife and mother of two, in Cali on Monday.", "killed", 1),
        ("Police arrested the son of the mayor and his wife in Cali on Monday.", "captured", 1),
    ],
)
def test_those_who_are_his_stand_beside_him(event: Only, text: str, kind: str, how_many: int) -> None:
    assert getattr(event(text, published=DAY), kind).best == how_many


def test_what_goes_on_behind_an_aside_tells_of_the_act(event: Only) -> None:
    text = "Rebels hacked to death 17 people, among them nine women, at a camp near Bouar on Saturday, said Ana Ruiz, a leader of the town."
    found = event(text, published=DAY)
    assert found.date is not None and str(found.date.start) == "2024-06-15"


def test_those_backed_by_others_did_it(event: Only) -> None:
    found = event("Troops backed by local militiamen retook the port of Harardhere on Monday, residents said.", "COERCE", published=DAY)
    assert [p.name for p in found.actors] == ["Troops"]


@pytest.mark.parametrize(
    "text",
    [
        "A man stabbed two nuns in Lodz on Sunday before he was shot dead by police.",
        "A gunman killed two nuns in Lodz on Sunday before being shot dead by police.",
        "A gunman killed a judge in Lodz on Sunday before he was shot dead by police.",
    ],
)
def test_who_struck_and_was_struck_down_is_another_act(events: Many, text: str) -> None:
    first, second = (e for e in events(text, published=DAY) if e.type == "ASSAULT" and e.certain)
    assert [p.name for p in first.actors] == [p.name for p in second.recipients]
    assert [p.name for p in second.actors] == ["police"]


def test_how_one_of_the_dead_died_is_no_act(event: Only) -> None:
    text = "A missile hit a block of flats in Sloviansk on Friday, killing eight people, including a boy who died in an ambulance."
    assert event(text, published=DAY).killed.best == 8  # type: ignore[union-attr]


def test_under_fire_nobody_leaves_his_own_dead(event: Only) -> None:
    text = "A convoy hit a landmine near Gao on Wednesday and came under fire from gunmen, leaving six soldiers dead and 14 wounded."
    found = event(text, published=DAY)
    assert [p.name for p in found.actors] == ["gunmen"]
    assert (found.killed and found.killed.best, found.injured and found.injured.best) == (6, 14)


def test_who_is_hanged_is_no_hangman(events: Many) -> None:
    text = "Iran hanged a man on Wednesday convicted of killing a member of the Basij militia during protests in 2022."
    sides = [([p.name for p in e.actors], [p.name for p in e.recipients]) for e in events(text, published=DAY) if e.type == "ASSAULT"]
    assert (["Iran"], ["man"]) in sides and not any(recipients == ["Iran"] for _, recipients in sides)


@pytest.mark.parametrize(
    ("text", "place", "day"),
    [
        ("The army killed Omar Diaz, who led an attack on a school in Sake last year, in a raid in Goma on Sunday.", "Goma", "2024-06-09"),
        ("Police arrested Omar Diaz, who had fled from a jail in Cali, at a house in Bogota on Monday.", "Bogota", "2024-06-10"),
        ("Gunmen shot dead a councillor who was waiting for a bus in Cali on Wednesday.", "Cali", "2024-06-12"),
        ("Rebels killed 12 villagers, most of them women, in the hamlet of Kafe near Bouar on Sunday.", "Kafe", "2024-06-09"),
    ],
)
def test_where_and_when_at_the_far_end(event: Only, text: str, place: str, day: str) -> None:
    found = event(text, published=DAY)
    assert (found.place and found.place.name, found.date and str(found.date.start)) == (place, day)


def test_those_who_rode_in_shot(event: Only) -> None:
    text = "Militants rode into a village in Niger as people were gathering for prayers on Friday and shot dead 17 men."
    assert [p.name for p in event(text, published=DAY).actors] == ["Militants"]


def test_what_an_act_answers_is_of_no_day_of_its_own(events: Many) -> None:
    text = "The army shelled a village on Monday in revenge for an ambush that killed six soldiers."
    ambush = next(e for e in events(text, published=DAY) if e.killed)
    assert ambush.date is None or ambush.date.start is None


def test_ministers_of_several_states(event: Only) -> None:
    text = "The foreign ministers of Russia, China, Iran and Pakistan urged the Taliban on Tuesday to form a government."
    assert [p.name for p in event(text, "REQUEST", published=DAY).actors] == ["Russia", "China", "Iran", "Pakistan"]


def test_capitals_that_act_together_are_no_place(event: Only) -> None:
    assert event("Moscow and Kyiv exchanged 90 prisoners on Monday.", "COOPERATE", published=DAY).place is None


def test_a_meeting_dates_what_is_said_at_it(event: Only) -> None:
    found = event("At a meeting in Tashkent on Tuesday, Pakistan urged the Taliban to form a government.", "REQUEST", published=DAY)
    assert found.date is not None and str(found.date.start) == "2024-06-11"


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("Gunmen in Nigeria's Zamfara state killed 12 farmers working on their land in Maradun district on Saturday.", "Maradun"),
        ("Separatists in Indian Kashmir shot two labourers who were drinking tea at a stall in Shopian on Wednesday.", "Shopian"),
        ("Gunmen in Zamfara state killed 12 farmers on Saturday.", "Zamfara"),
    ],
)
def test_where_those_were_whom_it_befell(event: Only, text: str, place: str) -> None:
    found = event(text, published=DAY)
    assert found.place is not None and found.place.name == place


@pytest.mark.parametrize(
    "text",
    [
        "Rebels thought to be from the FDLR killed a park ranger in Virunga on Monday.",
        "Rebels believed to belong to a new front executed 12 fishermen on an island in Lake Chad on Friday, two men who escaped told AFP.",
    ],
)
def test_who_is_believed_to_be_something_did_it(event: Only, text: str) -> None:
    assert [p.name for p in event(text, published=DAY).actors] == ["Rebels"]


def test_two_names_of_a_speaker_are_one_person(events: Many) -> None:
    text = (
        "At least 13 Turkish captives held by Kurdish militants in northern Iraq were executed before Turkish troops could free them, "
        "Defence Minister Hulusi Akar said on Sunday."
    )
    dead = next(e for e in events(text, published=DAY) if e.killed)
    assert dead.killed is not None and dead.killed.best == 13


def test_days_after_what_came_before(events: Many) -> None:
    text = "The army bombed Sake on Tuesday, two days after rebels killed nine soldiers in Goma."
    dead = next(e for e in events(text, published=DAY) if e.killed)
    assert dead.date is not None and str(dead.date.start) == "2024-06-09"
