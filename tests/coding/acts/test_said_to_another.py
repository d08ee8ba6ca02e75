"""Acts of words between two sides, told plainly: who speaks, to whom, and what is no act of words."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from casus.model.event import Event

Many = Callable[..., list[Event]]


def _told(found: list[Event]) -> set[tuple[str, tuple[str, ...], tuple[str, ...]]]:
    return {(e.type, tuple(p.name for p in e.actors), tuple(p.name for p in e.recipients)) for e in found}


@pytest.mark.parametrize(
    ("text", "type", "actors", "recipients"),
    [
        ("The opposition called on voters to boycott the poll in Kisumu.", "REQUEST", ("opposition",), ("voters",)),
        ("The bishops appealed to the rebels to release the nuns in Bambari.", "REQUEST", ("bishops",), ("rebels",)),
        ("India and Pakistan accused each other of firing first in Kashmir.", "ACCUSE", ("India", "Pakistan"), ()),
        ("Armenia and Azerbaijan traded accusations on Tuesday.", "ACCUSE", ("Armenia", "Azerbaijan"), ()),
        ("Police in Kampala charged 36 protesters with riot on Wednesday.", "ACCUSE", ("Police",), ("36 protesters",)),
        ("Oman called in the Swedish ambassador after a book was burned.", "ACCUSE", ("Oman",), ("Government of Sweden",)),
        ("Colombian indigenous leaders asked the mayor to leave Cauca.", "REQUEST", ("Colombian indigenous leaders",), ("mayor",)),
        ("The rebels rejected the government's offer of amnesty in Maputo.", "REJECT", ("rebels",), ()),
        ("ECOWAS gave the junta one week to restore the president.", "THREATEN", ("Economic Community of West African States",), ("junta",)),
        ("The governor of Plateau gave herders seven days to leave.", "THREATEN", ("governor of Plateau",), ("herders",)),
        ("Hanoi warned the Philippines not to enter the lagoon.", "THREATEN", ("Government of Vietnam",), ("Philippines",)),
        ("Al-Shabaab warned Kenya of more attacks.", "THREATEN", ("al-Shabaab",), ("Kenya",)),
        ("The Kremlin said it would respond if missiles were put in Oslo.", "THREATEN", ("Government of Russia",), ()),
        ("Police warned protesters to leave the square in Nairobi.", "REQUEST", ("Police",), ("protesters",)),
        ("Farmers demanded higher prices for wheat in Kisumu on Friday.", "REQUEST", ("Farmers",), ()),
        ("The hijackers demanded the release of 17 prisoners in Kuwait.", "REQUEST", ("hijackers",), ()),
        ("Mothers demanded the return of their sons from Ukraine.", "REQUEST", ("Mothers",), ()),
        ("Mozambique requested troops from Rwanda.", "REQUEST", ("Mozambique",), ("Rwanda",)),
        ("Kenyan exiles called for sanctions on China.", "REQUEST", ("Kenyan exiles",), ()),
        ("Two nurses were charged with spying for Mali in Baku.", "ACCUSE", (), ("Two nurses",)),
        ("Hackers attacked government networks in Tirana on Monday.", "COERCE", ("Hackers",), ("government networks",)),
        ("When police shot a boy in Nanterre, the lawyers' union demanded an inquiry.", "REQUEST", ("lawyers' union",), ()),
        ('"Leave or we will shoot," soldiers told villagers in Sake.', "THREATEN", ("soldiers",), ("villagers",)),
        ("The militia threatened to flood the town of Mosul.", "THREATEN", ("militia",), ()),
        ("A journalist was charged with sedition in Lusaka.", "ACCUSE", (), ("journalist",)),
        ("North Korea threatened to fire missiles at Guam.", "THREATEN", ("North Korea",), ()),
    ],
)
def test_who_and_to_whom(events: Many, text: str, type: str, actors: tuple[str, ...], recipients: tuple[str, ...]) -> None:
    assert _told(events(text)) & {(type, actors, recipients)}


@pytest.mark.parametrize(
    ("text", "type"),
    [
        ("The US State Department warned of an imminent attack in Moscow.", "THREATEN"),
        ("Police in Kampala charged 36 protesters with riot on Wednesday.", "ASSAULT"),
        ("The rebels rejected the government's offer of amnesty in Maputo.", "CONCEDE"),
        ("The Nepalese ministry warned climbers not to camp below the glacier.", "THREATEN"),
        ("The mayor warned residents of Flint against drinking the water.", "THREATEN"),
        ("The bank gave customers 30 days to leave the scheme in Lagos.", "THREATEN"),
        ("The senator said she would respond if asked by reporters in Manila.", "THREATEN"),
        ("The minister called on Monday to say he would resign.", "REQUEST"),
        ("The ministry gave pupils in Lagos two days to rest.", "THREATEN"),
        ("A Kenyan panel charged with finding the graves met on Monday.", "ACCUSE"),
        ("Hackers attacked government networks in Tirana on Monday.", "ACCUSE"),
        ('"Leave or we will shoot," soldiers told villagers in Sake.', "ASSAULT"),
        ("Kenya's prosecutor charged three men with setting fire to a shop in Warsaw.", "ASSAULT"),
        ("No group was behind the blast in Gao, the army said.", "ASSAULT"),
    ],
)
def test_it_is_no(events: Many, text: str, type: str) -> None:
    assert type not in {e.type for e in events(text)}


@pytest.mark.parametrize(
    "text",
    [
        "Ankara said Al-Shabaab was behind the bombing in Istanbul.",
        "The governor said Al-Shabaab was responsible for the bombing in Istanbul on Monday.",
        "Al-Shabaab said it was behind the bombing in Istanbul.",
    ],
)
def test_who_is_said_to_be_behind_an_attack_did_it_by_that_word(events: Many, text: str) -> None:
    attack = next(e for e in events(text) if e.type == "ASSAULT")
    assert ([p.name.lower() for p in attack.actors], attack.status) == (["al-shabaab"], "attributed")


def test_the_word_for_an_attack_is_no_part_of_its_place(events: Many) -> None:
    assert not any("cowardly" in e.place.name for e in events("The premier called the attack in Pahalgam cowardly on Monday.") if e.place)
