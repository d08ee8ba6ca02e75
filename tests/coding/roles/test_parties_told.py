"""Who did it and to whom, where the parse or the order of the words hides it; a side that answers for what was told before."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from casus.model.event import Event


def _named(event: Event) -> tuple[list[str], list[str]]:
    return [p.name for p in event.actors], [p.name for p in event.recipients]


@pytest.mark.parametrize(
    ("text", "kind", "actors"),
    [
        ("Police say suspected Red Front rebels on Monday fired at a rally in Tana, killing two people.", "ASSAULT", "Red Front rebels"),
        ("He was killed last week by a United States military airstrike in Iraq.", "ASSAULT", "United States"),
        ("Sunday's Islamic State attack in a shopping street in Baghdad killed ten people.", "ASSAULT", "Islamic State"),
        ("Clashes broke out last week on the island of Kos, between local police and migrants.", "ASSAULT", "police"),
        ("A suicide bomber killed eight people at a crossing near Chaman.", "ASSAULT", "suicide bomber"),
        ("A guard was killed by Taliban militants when they attacked a post in Nangarhar.", "ASSAULT", "Taliban"),
        ("Several thousand people marched in Lyon on Monday against the law.", "PROTEST", "Several thousand people"),
        ("The town of Kunduz fell to the Taliban in October.", "COERCE", "Taliban"),
        ("The airfield was hit on Monday by forces loyal to Omar Dale, in Tana, Kenya.", "ASSAULT", "forces loyal to Omar Dale"),
        ("An unidentified group on April 13 set fire to an office in Tana.", "ASSAULT", "unidentified group"),
    ],
)
def test_who_did_it(event: Callable[..., Event], text: str, kind: str, actors: str) -> None:
    assert any(actors in name for name in _named(event(text, kind))[0])


def test_a_span_ends_before_the_day_and_the_place(event: Callable[..., Event]) -> None:
    found = event("A factory burned after an airstrike by forces loyal to Omar Dale, in Benghazi, Libya.", "ASSAULT")
    assert _named(found)[0] == ["forces loyal to Omar Dale"]


@pytest.mark.parametrize(
    "text",
    [
        "Fighting between the army and the Red Front left 30 dead on both sides near Okoro this week, residents said.",
        "Fighting between the army and the Red Front left 30 people dead near Okoro on Monday.",
    ],
)
def test_both_sides_of_a_clash(event: Callable[..., Event], text: str) -> None:
    assert _named(event(text, "ASSAULT"))[0] == ["army", "Red Front"]


def test_to_death_is_of_the_sentence(event: Callable[..., Event]) -> None:
    assert _named(event("A court in Tana sentenced four men to death on Monday.", "SANCTION"))[1] == ["four men"]


def test_held_since_march_is_no_march(events: Callable[..., list[Event]]) -> None:
    found = events("Rebels released eight aid workers they had held since March, the Red Cross said on Tuesday.")
    assert [(e.type, *_named(e)) for e in found] == [("RETREAT", ["Rebels"], ["eight aid workers"])]


def test_a_span_ends_before_the_spot(event: Callable[..., Event]) -> None:
    found = event("Gunmen near Okoro Square in Nairobi killed two shopkeepers at Kibera village in Nairobi District on Monday.", "ASSAULT")
    assert _named(found) == (["Gunmen"], ["two shopkeepers"])


@pytest.mark.parametrize("text", ["Officials in Kabul accused Pakistan of a raid.", "The Movement for Unity and Jihad in West Africa accused Mali of a raid."])
def test_a_town_that_says_who_somebody_is_stays(event: Callable[..., Event], text: str) -> None:
    (actor,) = event(text, "ACCUSE").actors
    assert actor.evidence.words.removeprefix("The ") == text.removeprefix("The ").split(" accused")[0]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("On Monday in Bagram, a suicide bomber blew himself up, killing six soldiers.", "ASSAULT"),
        ("A teacher was killed in a shooting on Elm Hale Court on Monday.", "ASSAULT"),
        ("Hundreds of people rallied at Freedom Plaza in Washington on Monday.", "PROTEST"),
        ("Governor Ron Hale declared a state of emergency in anticipation of the march on Monday.", "COERCE"),
    ],
)
def test_where_it_was_is_no_recipient(event: Callable[..., Event], text: str, kind: str) -> None:
    names = " ".join(_named(event(text, kind))[1])
    assert not any(word in names for word in ("Bagram", "Court", "Plaza", "anticipation"))


def test_who_is_blamed_is_not_whom_it_was_done_to(events: Callable[..., list[Event]]) -> None:
    found = events("A bomb went off in a market in Mora on Monday, killing ten people. Officials blamed the attack on the Taliban.")
    (attack,) = [e for e in found if e.type == "ASSAULT"]
    assert any("Taliban" in p.name and p.suspected for p in attack.actors)
    assert not any("Taliban" in p.name for p in attack.recipients)


def test_who_finds_the_dead_is_not_one_of_them(events: Callable[..., list[Event]]) -> None:
    found = events("Two Red Front cadres were killed in Palamau on Monday. The police recovered the bodies of the cadres.")
    assert not any("olice" in p.name for e in found for p in e.recipients)


def test_wounded_scores_are_what_was_done(event: Callable[..., Event]) -> None:
    found = event("The attack on the court killed more than 70 people and wounded scores of others on Monday.", "ASSAULT")
    assert not any("wounded" in p.name for p in found.recipients)


def test_they_are_whoever_they_were_before(events: Callable[..., list[Event]]) -> None:
    found = events("Police arrested a man in Tana. They subsequently released him. On Saturday they arrested a woman, aged 66.")
    assert all(_named(e)[0] == ["Police"] for e in found if e.type == "COERCE")


def test_both_countries_are_the_two_named(event: Callable[..., Event]) -> None:
    found = event("The U.S. has an agreement with Russia to avoid collisions over Syria, where both countries are conducting airstrikes.", "ASSAULT")
    assert _named(found)[0] == ["United States", "Russia"]


def test_acts_in_words_concern_whose_words_they_are(event: Callable[..., Event]) -> None:
    assert _named(event("The army welcomed Mr. Obama's statement on Monday.", "SUPPORT"))[1] == ["Barack Obama"]


@pytest.mark.parametrize(
    "claim",
    [
        "The Taliban claimed responsibility.",
        "The Taliban have claimed responsibility.",
        "The Taliban said they carried out the attack.",
        "A spokesman for the Taliban said the group was behind the attack.",
    ],
)
def test_who_answers_for_what_was_told_before(events: Callable[..., list[Event]], claim: str) -> None:
    found = events(f"A car bomb exploded at a market in Mora on Monday, killing ten people. {claim}")
    (attack,) = [e for e in found if e.type == "ASSAULT"]
    assert any("Taliban" in p.name for p in attack.actors)
    assert attack.sources


@pytest.mark.parametrize("claim", ["No group claimed responsibility.", "Nobody has claimed responsibility.", "The Taliban denied responsibility."])
def test_nobody_answers(events: Callable[..., list[Event]], claim: str) -> None:
    found = events(f"A car bomb exploded at a market in Mora on Monday, killing ten people. {claim}")
    assert all(not e.actors for e in found if e.type == "ASSAULT")


def test_arrests_of_people_of_other_ages_are_two(events: Callable[..., list[Event]]) -> None:
    found = events("Police arrested a 36-year-old man in Tana on Monday. Police arrested a 66-year-old man in Tana on Monday.")
    assert len([e for e in found if e.type == "COERCE"]) == 2


def test_whose_decision_is_blamed(event: Callable[..., Event]) -> None:
    found = event("Ana Dale blamed her defeat by Barack Obama on Prime Minister Theresa May's decision to reopen the case on Monday.", "ACCUSE")
    assert _named(found)[1] == ["Theresa May"]


def test_who_is_shown_doing_it(event: Callable[..., Event]) -> None:
    found = event("This frame grab from a video shows fighters from the PKK opening fire on an Islamic State position, near Raqqa, Syria, March 6, 2017.", "ASSAULT")
    assert found.actors


def test_who_is_held_hostage_is_no_hostage_of_the_family(event: Callable[..., Event]) -> None:
    found = event("Rebels held three members of the family hostage at gunpoint in Tari on Friday.", "ASSAULT")
    assert _named(found)[1] == ["three members of the family"]


def test_by_after_a_list_of_victims_is_who_did_it(event: Callable[..., Event]) -> None:
    found = event("The abduction of a teacher and four villagers by Maoists in Dalia on Monday drew protests.", "ASSAULT")
    assert any("Maoist" in p.evidence.words for p in found.actors)
    assert not any("Maoist" in p.evidence.words for p in found.recipients)


@pytest.mark.parametrize(
    ("text", "actors", "recipients"),
    [
        ("Soldiers drove the rebels out of Sake, in heavy fighting that went on until Friday.", {"Soldiers", "rebels"}, {"rebels"}),
        (
            "Soldiers freed a hostage in Sake after a gun duel in which two bandits were killed on Monday.",
            {"Soldiers", "two bandits"},
            {"two bandits"},
        ),
        ("Villagers fled in heavy fighting near Sake that killed two women on Monday.", set(), {"two women"}),
    ],
)
def test_the_clause_over_a_fight_names_its_sides(events: Callable[..., list[Event]], text: str, actors: set[str], recipients: set[str]) -> None:
    (found,) = (e for e in events(text) if e.type == "ASSAULT")
    assert {p.name for p in found.actors} == actors
    assert {p.name for p in found.recipients} == recipients


@pytest.mark.parametrize(
    ("text", "actors"),
    [
        ("Seventeen men fell in a clash at Kopetes in August.", set()),
        ("Hezbollah answered with a salvo of rockets on Acre on Friday.", {"Hezbollah"}),
    ],
)
def test_who_falls_and_who_answers(events: Callable[..., list[Event]], text: str, actors: set[str]) -> None:
    assert {p.name for e in events(text) for p in e.actors} == actors
