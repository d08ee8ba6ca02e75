"""Harm: killed, injured, either, captured; parts, none, tolls that move; and never a sum."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from casus.model.count import Count
from casus.model.event import Event
from casus.model.picture import Picture

Only = Callable[..., Event]


def best(count: Count | None) -> int | None:
    return None if count is None else count.best


CASES: list[tuple[str, int | None, int | None, int | None]] = [
    # text, killed, injured, killed or injured
    ("Rebels shelled the market in Omdurman, killing 46 people.", 46, None, None),
    ("The shelling wounded 30 civilians in Kharkiv.", None, 30, None),
    ("A car bomb in Mogadishu killed nine people and wounded 24.", 9, 24, None),
    ("Nine people were killed and 24 wounded in a bombing in Mogadishu.", 9, 24, None),
    ("An air strike on Marib left 12 people dead.", 12, None, None),
    ("An air strike on Marib left 12 people dead and 40 injured.", 12, 40, None),
    ("Nine people were killed or injured in the bombing in Cali.", None, None, 9),
    ("The mortar attack killed or wounded 30 soldiers in Zaporizhzhia.", None, None, 30),
    ("The drone strike resulted in the deaths of 14 people in Khartoum.", 14, None, None),
    ("The raid on Djibo claimed the lives of 40 villagers.", 40, None, None),
    ("The ambush near Menaka cost the lives of six soldiers.", 6, None, None),
    ("Gunmen shot dead three policemen in Quetta.", 3, None, None),
    ("Militants beheaded 11 fishermen in Cabo Delgado.", 11, None, None),
    ("The army bombed a village in Kayah, and seven people died.", 7, None, None),
    ("A grenade attack in Bujumbura injured 38 people.", None, 38, None),
    ("The strike on the clinic in Idlib killed a nurse.", 1, None, None),
    ("The bombing in Jolo killed 14 people, most of them soldiers.", 14, None, None),
    ("A suicide bomber killed 20 worshippers at a mosque in Kunduz.", 20, None, None),
    ("The massacre of 80 villagers in Barsalogho shocked the country.", 80, None, None),
    ("Police said a bombing at a market in Jolo on Monday killed 12 people.", 12, None, None),
    ("The killing of three aid workers in Gedaref was condemned by nobody.", 3, None, None),
]  # fmt: skip


@pytest.mark.parametrize(("text", "killed", "injured", "either"), CASES, ids=[c[0] for c in CASES])
def test_who_was_harmed_and_how_many(event: Only, text: str, killed: int | None, injured: int | None, either: int | None) -> None:
    found = event(text, "ASSAULT")
    assert (best(found.killed), best(found.injured), best(found.killed_or_injured)) == (killed, injured, either)


NONE = [
    "The attack on the base in Gao caused no casualties.",
    "There were no casualties in the drone attack on Odesa.",
    "No one was killed in the rocket attack on Erbil.",
    "Nobody was hurt when gunmen attacked the post in Lamu.",
    "The shelling of Kherson caused no injuries.",
]


@pytest.mark.parametrize("text", NONE)
def test_none_in_words_is_zero(event: Only, text: str) -> None:
    found = event(text, "ASSAULT")
    counts = [c for c in (found.killed, found.injured, found.killed_or_injured) if c is not None]
    assert counts
    assert all((c.low, c.best, c.high) == (0, 0, 0) for c in counts)


SILENT = [
    "Rebels shelled the market in Omdurman.",
    "Gunmen attacked a village in Ituri.",
    "The army bombed a camp in Sagaing.",
    "It was not clear how many people were killed in the strike on Rafah.",
]


@pytest.mark.parametrize("text", SILENT)
def test_nothing_said_is_empty_never_zero(code_text: Only, text: str) -> None:
    assert all(e.killed is None and e.injured is None and e.killed_or_injured is None for e in code_text(text).events)  # type: ignore[attr-defined]


PARTS = [
    ("The strike on Khost killed 30 people, including 12 children.", 30),
    ("The strike on Khost killed 30 people, among them 12 children.", 30),
    ("Thirty people, including 12 children, were killed in the strike on Khost.", 30),
    ("Gunmen killed 14 people in Plateau, including two priests and three nurses.", 14),
]


@pytest.mark.parametrize(("text", "killed"), PARTS)
def test_a_part_is_not_added(event: Only, text: str, killed: int) -> None:
    assert best(event(text, "ASSAULT").killed) == killed


def test_figures_joined_in_one_clause_are_one_total(event: Only) -> None:
    assert best(event("Twelve soldiers and three civilians were killed in the raid on Djibo.", "ASSAULT").killed) == 15


def test_a_toll_that_moves_is_where_it_moved_to(event: Only) -> None:
    assert best(event("The death toll from the bombing in Jolo rose to 57.", "ASSAULT").killed) == 57


@pytest.mark.parametrize(
    ("text", "killed"),
    [
        ("The bombing hit a market in Jolo on Monday. The death toll rose to 57, officials said.", 57),
        ("The bombing hit a market in Jolo on Monday. The toll now stands at 57, officials said.", 57),
        ("A suicide bomber struck a mosque in Kunduz. Officials put the death toll at 57.", 57),
    ],
)
def test_a_toll_told_later_belongs_to_the_attack_before(event: Only, text: str, killed: int) -> None:
    assert event(text, "ASSAULT").killed.high == killed  # type: ignore[union-attr]


def test_the_number_a_toll_rose_from_is_past(event: Only) -> None:
    found = event("The strikes hit a school on Tuesday. The death toll rose from 12 to 57, officials said.", "ASSAULT").killed
    assert found is not None
    assert (found.low, found.best, found.high) == (57, 57, 57)


def test_more_dead_later_do_not_replace_the_toll(event: Only) -> None:
    assert best(event("Rebels killed 12 soldiers in Kidal on Monday. Five more died in hospital.", "ASSAULT").killed) == 12


def test_a_captured_base_is_nobody_captured(event: Only) -> None:
    text = "According to the Kachin Independence Army, its fighters captured a base near Bhamo."
    assert event(text, "COERCE").captured is None


def test_no_one_is_no_party(event: Only) -> None:
    assert "No one" not in [p.name for p in event("No one was killed in the strike on Odesa.", "ASSAULT").recipients]


def test_two_attacks_keep_their_own_dead(events: Callable[..., list[Event]]) -> None:
    found = events("Rebels killed 16 soldiers at a checkpoint in Chad. In another attack, 30 villagers were killed in Niger.")
    assert sorted(best(e.killed) or 0 for e in found) == [16, 30]


def test_the_captured_are_not_the_dead(event: Only) -> None:
    found = event("Boko Haram abducted 30 farmers in Borno.", "ASSAULT")
    assert (best(found.captured), found.killed) == (30, None)


def test_the_arrested_are_counted_as_captured(event: Only) -> None:
    assert best(event("Police arrested 14 students in Managua.", "COERCE").captured) == 14


def test_fighters_marching_are_a_size_not_a_toll(event: Only) -> None:
    found = event("About 3,000 fighters are marching toward Aleppo.", "MOBILIZE")
    assert (best(found.size), found.killed) == (3000, None)


def test_people_deported_are_a_size(event: Only) -> None:
    assert best(event("Tanzania deported 300 Congolese refugees.", "COERCE").size) == 300


def test_the_words_for_the_dead_are_kept(event: Only) -> None:
    killed = event("Rebels killed at least 12 villagers.", "ASSAULT").killed
    assert killed is not None
    assert (killed.qualifier, killed.evidence.words) == ("at least", "at least 12 villagers")


ACCIDENTS = [
    "A storm battered the coast of Bangladesh, killing 12 people.",
    "The bus crashed near Nairobi, killing nine passengers.",
    "An earthquake in Herat killed 1,400 people.",
    "Cholera killed 60 children in Port Sudan.",
    "Floods in Sindh killed 80 people and displaced 3,000 families.",
    "A landslide buried a village in Papua, killing 30 people.",
]


@pytest.mark.parametrize("text", ACCIDENTS)
def test_accidents_and_disasters_kill_in_no_attack(events: Callable[..., list[Event]], text: str) -> None:
    assert events(text) == []


SINGLY = [
    ("The shooting killed Brenda Crowley in Tulsa.", 1, None, None),
    ("A 15-year-old was killed on Sunday in a shooting in Tulsa.", 1, None, None),
    ("A boy shot and killed his father in Tulsa.", 1, None, None),
    ("Three people were shot on Elm Street in Tulsa on Friday.", None, None, 3),
    ("A man was fatally shot outside a bar in Tulsa.", 1, None, None),
    ("The shooting left a man dead and three others injured in Tulsa.", 1, 3, None),
    ("A nurse suffered a gunshot wound in the shooting in Tulsa.", None, 1, None),
    ("Gunmen shot at a bus near Quetta.", None, None, None),
    ("Four people were shot, one fatally, in Tulsa on Friday.", 1, None, 4),
    ("A man shot and killed in the Tenderloin early Thursday has been identified as Ed Ray.", 1, None, None),
    ("A man, woman and boy were wounded in a shooting in Tulsa.", None, 3, None),
    ("TULSA, Okla. (KOTV) – The shooting that killed two and injured three others in Tulsa shook the town.", 2, 3, None),
    ("The shooting in Tulsa killed councilman and lawyer Ed Ray.", 1, None, None),
    ("The minister was stabbed in Tulsa and had two deep wounds.", None, None, 1),
    ("Two were shot on Elm Street in Tulsa on Friday.", None, None, 2),
]


@pytest.mark.parametrize(("text", "killed", "injured", "either"), SINGLY)
def test_persons_told_of_singly_and_people_shot(event: Only, text: str, killed: int | None, injured: int | None, either: int | None) -> None:
    found = event(text)
    assert (best(found.killed), best(found.injured), best(found.killed_or_injured)) == (killed, injured, either)


def test_a_person_named_gives_way_to_a_figure(event: Only) -> None:
    found = event("A bombing in Cali killed 12 people on Monday. The mayor was killed in the bombing.")
    assert best(found.killed) == 12


def test_a_score_is_no_toll(events: Callable[..., list[Event]]) -> None:
    assert [e for e in events("Kolb shot 65 in the last round to win in Tulsa.") if e.killed_or_injured] == []


def test_a_hurt_person_pointed_at_may_be_the_one_who_died(event: Only) -> None:
    found = event("A boy was shot and killed in Tulsa on Friday. Police said he was in critical condition when they came.")
    assert (best(found.killed), found.injured) == (1, None)


def test_details_further_on_leave_the_whole(event: Only) -> None:
    found = event("A bombing killed 14 people in Cali on Monday. One victim was killed in the bombing at the market, police said.")
    assert found.killed is not None
    assert found.killed.high == 14


def test_the_dead_of_two_clauses_are_never_added(events: Callable[..., list[Event]]) -> None:
    found = events("Officials in Goma said 40 rebels had been killed in the clashes, with nine deaths in the army.")
    assert 49 not in [best(e.killed) for e in found]
    assert 40 in [best(e.killed) for e in found]


@pytest.mark.parametrize("text", ["The governor was nearly killed in a bombing in Bunia.", "The governor was not killed in the bombing in Bunia."])
def test_who_was_not_killed_is_not_counted(event: Only, text: str) -> None:
    assert best(event(text).killed) in {None, 0}


@pytest.mark.parametrize(
    "text",
    [
        "The ministry said 1,200 bodies had been handed over to the other side.",
        "Families buried 40 bodies in the valley on Monday.",
        "Parliament killed the bill on Monday.",
    ],
)
def test_the_dead_who_change_hands_are_no_new_dead(events: Callable[..., list[Event]], text: str) -> None:
    assert [e.killed for e in events(text) if e.killed] == []


def test_a_dated_since_clause_opens_a_period(code_text: Callable[..., Picture]) -> None:
    picture = code_text("Since rebels seized the region in March 2022, at least 3,000 civilians have been killed, the UN said.")
    assert [s.value for s in picture.statistics] == [3000.0]
    assert all(e.aggregate for e in picture.events if e.killed)


def test_whose_drones_they_are_says_who_struck(events: Callable[..., list[Event]]) -> None:
    (event,) = events("Ukrainian drones struck an oil refinery in Samara on Monday.")
    assert [p.id for p in event.actors] == ["ukr-mil"]


def test_harm_that_was_not_done_is_none_and_leaves_the_rest(event: Only) -> None:
    found = event("Soldiers killed four rebels near Gao on Monday without harming the family.", "ASSAULT")
    assert best(found.killed) == 4
    assert found.injured is None
    assert all("family" not in p.name for p in found.recipients)


@pytest.mark.parametrize(
    ("text", "many"),
    [
        ("Rebels carried out 27 attacks on police officers in Cauca.", True),
        ("Rebels carried out four attacks on farmers near Bento this year.", True),
        ("Gunmen carried out an attack on farmers near Bento.", False),
        ("Gunmen burned 30 houses in Bento.", False),
    ],
)
def test_a_number_of_attacks_is_no_one_attack(events: Callable[..., list[Event]], text: str, many: bool) -> None:
    assert [e.aggregate for e in events(text) if e.type == "ASSAULT"] == [many]


@pytest.mark.parametrize(
    ("text", "tolls"),
    [
        ("The army said it lost seven soldiers and killed 12 militants in Makeen on Monday.", [7, 12]),
        ("The rebels said they had killed 30 soldiers and lost two fighters near Gao on Monday.", [2, 30]),
        ("The army lost seven soldiers when rebels attacked a post in Gao on Monday.", [7]),
        ("The army lost contact with seven soldiers in Gao on Monday.", []),
    ],
)
def test_a_sides_own_dead_are_told_apart_from_those_it_killed(events: Callable[..., list[Event]], text: str, tolls: list[int]) -> None:
    found = [e for e in events(text) if e.killed is not None]
    assert sorted(e.killed.best or 0 for e in found if e.killed is not None) == tolls
    assert all("soldiers" not in e.recipients[0].name or "army" not in {p.name for p in e.actors} for e in found)


COUNTED_BY_NOUN: list[tuple[str, int | None, int | None]] = [
    ("Gunmen shot and killed his mother and grandmother in Cali on Monday.", 2, None),
    ("Gunmen killed a young couple in Cali on Monday.", 2, None),
    ("Gunmen attacked two traders in Cali on Monday, killing both.", 2, None),
    ("Both men were killed in the shooting in Cali on Monday.", 2, None),
    ("Gunmen killed a young couple and shot two others in Cali on Monday.", 2, 2),
    ("Mr Ruiz, both a mayor and a judge, was killed in an attack in Cali on Monday.", 1, None),
]


@pytest.mark.parametrize(("text", "killed", "hit"), COUNTED_BY_NOUN, ids=[c[0] for c in COUNTED_BY_NOUN])
def test_a_noun_says_how_many(event: Only, text: str, killed: int | None, hit: int | None) -> None:
    found = event(text, "ASSAULT")
    assert (best(found.killed), best(found.killed_or_injured)) == (killed, hit)


def test_the_same_people_are_counted_once(events: Callable[..., list[Event]]) -> None:
    found = events("A trader and a guard were shot in Cali on Monday. Both victims were taken to a hospital and treated for their injuries.")
    assert max(best(e.injured) or 0 for e in found) == 2


def test_a_father_of_three_is_one(event: Only) -> None:
    assert best(event("A father of three was fatally shot in Cali on Monday.", "ASSAULT").killed) == 1
