"""Pronouns and bare offices: the one who can be meant, or nobody."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from casus.model.event import Event

FOUND = [
    ("Police stopped the lorry on Monday. They arrested a 40-year-old man.", "COERCE", "Police"),
    ("Ana Ruiz left the rally. She condemned the Kenyan police.", "ACCUSE", "Ana Ruiz"),
    ("Biden said the plan would work. Trump reopened the schools. He threatened to expel Chinese diplomats.", "THREATEN", "Donald Trump"),
]
NOBODY = [
    ("The judge saw Omar Dale at the rally. He condemned the Kenyan police.", "ACCUSE"),
    ("Farmers marched in Wana while soldiers watched. They condemned the Kenyan police.", "ACCUSE"),
]


@pytest.mark.parametrize(("text", "kind", "who"), FOUND)
def test_the_only_one_told_of_is_meant(events: Callable[..., list[Event]], text: str, kind: str, who: str) -> None:
    assert [p.name for e in events(text, published="2019-06-30") if e.type == kind for p in e.actors] == [who]


@pytest.mark.parametrize(("text", "kind"), NOBODY)
def test_where_two_could_be_meant_nobody_is(events: Callable[..., list[Event]], text: str, kind: str) -> None:
    assert not [p for e in events(text) if e.type == kind for p in e.actors]


def test_an_object_pronoun_is_not_its_subject(event: Callable[..., Event]) -> None:
    assert [p.name for p in event("Kenyan police questioned the driver and arrested him.", "COERCE").recipients] == ["driver"]


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Donald Trump met Xi Jinping in Osaka. The U.S. president criticized North Korea.", "donald-trump"),
        ("Emmanuel Macron and Donald Trump met in Paris. The president criticized North Korea.", None),
        ("Donald Trump met Xi Jinping in Osaka. The former president criticized North Korea.", None),
    ],
)
def test_an_office_is_its_holder_where_the_report_names_one(events: Callable[..., list[Event]], text: str, who: str | None) -> None:
    found = [e for e in events(text, published="2019-06-30") if e.type == "ACCUSE"]
    assert [p.id for e in found for p in e.actors if p.id] == ([who] if who else [])


def test_us_is_a_country_and_no_pronoun(event: Callable[..., Event]) -> None:
    found = event("Donald Trump said that Hamza Omar was killed in a US counter-terrorism operation.", "ASSAULT")
    assert [p.id for p in found.actors] == ["usa"]


def test_the_owner_of_a_killing_did_it(event: Callable[..., Event]) -> None:
    found = event("The move follows Iran's killing of Karim Haddad in an airstrike on Monday.", "ASSAULT")
    assert ([p.id for p in found.actors], [p.name for p in found.recipients]) == (["irn"], ["Karim Haddad"])
    assert not event("Police in Lahore told of Karim Haddad's murder on Monday.", "ASSAULT").actors


def test_against_a_group_is_not_the_group(events: Callable[..., list[Event]]) -> None:
    text = "The Democrats pledged to lead the anti-Islamic State coalition."
    assert not any(p.id == "islamic-state" for e in events(text) for p in (*e.actors, *e.recipients))


@pytest.mark.parametrize(
    "text", ["In Atlanta Georgia officials condemned the Russian army.", "The US state of Georgia condemned the Russian army."]
)
def test_a_part_of_a_country_is_not_the_country(events: Callable[..., list[Event]], text: str) -> None:
    assert not [p.id for e in events(text) for p in e.actors if p.id]


@pytest.mark.parametrize(
    ("text", "kind", "actors", "recipients"),
    [
        ("On Monday United States Senator from Vermont Jack Dale condemned Iran.", "ACCUSE", ["Jack Dale"], ["Iran"]),
        ("Kenyan police arrested the opposition candidate Ana Maina.", "COERCE", ["Police of Kenya"], ["Ana Maina"]),
        ("The minister posted a message on Twitter blaming Iran for the attacks.", "ACCUSE", ["minister"], ["Iran"]),
        ("Kenyan lawmakers approved a law on land.", "SUPPORT", ["Kenyan lawmakers"], []),
        ("The town of Kirum was the target of an al-Qaeda suicide attack in 2006.", "ASSAULT", ["al-Qaeda"], ["town of Kirum"]),
        ("US Senator Jack Dale condemned Iran.", "ACCUSE", ["US Senator Jack Dale"], ["Iran"]),
    ],
)
def test_who_does_it_to_whom(events: Callable[..., list[Event]], text: str, kind: str, actors: list[str], recipients: list[str]) -> None:
    (found,) = [e for e in events(text) if e.type == kind]
    assert ([p.name for p in found.actors], [p.name for p in found.recipients]) == (actors, recipients)


@pytest.mark.parametrize(
    ("text", "kind", "who"),
    [
        ("President Bush rejected every offer made by Hamas to discuss a truce.", "REJECT", "hamas"),
        ("China agreed to lift a ban on imports of British beef.", "AGREE", "gbr"),
        ("The Kenyan government turned down U.S. aid.", "REJECT", "usa"),
    ],
)
def test_whose_the_thing_is(events: Callable[..., list[Event]], text: str, kind: str, who: str) -> None:
    assert [p.id for e in events(text) if e.type == kind for p in e.recipients] == [who]


@pytest.mark.parametrize(
    ("text", "kind", "actors", "recipients"),
    [
        ("Russia, which condemned the Syrian government, and Turkey, which praised it, met in Sochi.", "ACCUSE", ["Russia"], ["Government of Syria"]),
        ("People marched in protests in Kirum, where a young man died in police custody.", "PROTEST", ["People"], []),
        ("“We applaud the Moldovan government,” U.S. State Department spokesman John Kirby said on Monday.", "SUPPORT", ["United States Department of State"],
         ["Government of Moldova"]),
        ("Thirty civilians and 19 police officers were arrested on Monday.", "COERCE", [], ["Thirty civilians", "19 police officers"]),
    ],
)  # fmt: skip
def test_whose_part_it_is(events: Callable[..., list[Event]], text: str, kind: str, actors: list[str], recipients: list[str]) -> None:
    found = [e for e in events(text, published="2016-06-30") if e.type == kind][:1]
    assert [([p.name for p in e.actors], [p.name for p in e.recipients]) for e in found] == [(actors, recipients)]


def test_small_words_are_no_part_of_a_party(event: Callable[..., Event]) -> None:
    found = event("Commentators and opposition politicians are accusing the Turkish leader of fraud.", "ACCUSE")
    assert [p.name for p in found.actors] == ["Commentators", "opposition politicians"]
    assert [p.id for p in found.recipients] == ["tur-gov"]


def test_a_member_is_not_the_party(event: Callable[..., Event]) -> None:
    found = event("The court had been petitioned by Joanna Dale of the Scottish National Party.", "REQUEST")
    assert [p.id for p in found.actors] == [None]


def test_a_feast_attacks_nobody(event: Callable[..., Event]) -> None:
    assert not event("An Easter bombing in Lahore killed 70 people.", "ASSAULT").actors


def test_the_writers_own_we_is_nobody_told_before(events: Callable[..., list[Event]]) -> None:
    told = "Troops shelled a market in Gao. The army has not commented. We call on the authorities to open an inquiry."
    assert not [a.name for e in events(told) if e.type == "REQUEST" and e.certain for a in e.actors]


def test_militiamen_are_those_of_a_militia(events: Callable[..., list[Event]]) -> None:
    told = (
        "The Volunteers for the Defence of the Homeland hunted fighters of Jama'at Nusrat al-Islam wal-Muslimin in Solenzo. "
        "The militiamen accused herders of sheltering them."
    )
    assert [a.name for e in events(told) if e.type == "ACCUSE" for a in e.actors] == ["Volunteers for the Defence of the Homeland"]


def test_who_is_targeted_is_not_condemned(events: Callable[..., list[Event]]) -> None:
    told = 'The ministry of Peru condemned "the targeting of rescuers" in Cusco.'
    assert "rescuers" not in [r.name for e in events(told) if e.type == "ACCUSE" for r in e.recipients]
