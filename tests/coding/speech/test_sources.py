"""In which words a source is named: a role with its name, who stands behind a document, who only hears it."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from casus.model.event import Event

Only = Callable[..., Event]

NAMES = [
    ("Rebels attacked the camp near Gao, according to prosecutor Oren Salak.", "prosecutor Oren Salak"),
    ("Mali's deputy prime minister, Oren Salak, said rebels shelled the town of Gao.", "Mali's deputy prime minister, Oren Salak"),
    ("A woman resident of Gao said rebels destroyed part of her house.", "woman resident of Gao"),
    ("Rebels shot a guard in Gao, said Station House Officer (SHO) Gulam Hosten Kora.", "Station House Officer (SHO) Gulam Hosten Kora"),
    ("Rebels attacked the mill in Gao, Lorens Vakt, co-author of a book on the war, told reporters.", "Lorens Vakt"),
    ("According to data from the Gao Archive, rebels killed five people in Segou.", "Gao Archive"),
]

BRACKETS = [
    ("Rebels killed six farmers in Bria on Monday, the FDLR (Rwandan Hutu rebels) said.", "Rebels", "FDLR"),
    ("Troops burned nine houses in Bria on Monday, the Bria Archive (a local charity) reported.", "Troops", "Bria Archive"),
    ("Bandits killed nine villagers in Bria on Monday, the commissioner, Oren Salak (pictured), told reporters.", "Bandits", "commissioner"),
]


@pytest.mark.parametrize(("text", "actor", "source"), BRACKETS)
def test_brackets_before_the_saying_leave_the_speaker_a_speaker(event: Only, text: str, actor: str, source: str) -> None:
    found = event(text, "ASSAULT")
    assert [p.name for p in found.actors] == [actor]
    assert [s.name for s in found.sources] == [source]


@pytest.mark.parametrize(("text", "name"), NAMES, ids=[name for _, name in NAMES])
def test_a_source_goes_by_its_whole_name(event: Only, text: str, name: str) -> None:
    assert [s.name for s in event(text, "ASSAULT").sources] == [name]


@pytest.mark.parametrize(
    ("text", "chain"),
    [
        ("The general told Oren Salak that rebels shelled the town of Gao.", ()),
        ("“Four men were killed by rebels in Gao,” the general told reporters in Paris.", ()),
        ("Rebels attacked the mill in Gao, Lorens Vakt, co-author of a book on the war, told Reuters.", ("Reuters",)),
    ],
)
def test_only_who_passes_words_on_is_a_link(event: Only, text: str, chain: tuple[str, ...]) -> None:
    assert [s.chain for s in event(text, "ASSAULT").sources] == [chain]


def test_a_surname_is_the_speaker_called_so_in_full(event: Only) -> None:
    text = "District police chief Oren Salak said a bomb went off in Gao.\n\nThe road is closed.\n\nRebels shelled the camp near Gao, Salak said.\n"
    names = {s.name for s in event(text, "ASSAULT").sources}
    assert names == {"District police chief Oren Salak"}


def test_an_outlet_that_ends_a_sentence_tells_all_of_it(event: Only) -> None:
    text = (
        "Eighteen militants and seven soldiers were killed and three others hurt in a clash that broke out when 40 rebels attacked on a Security "
        "Forces checkpost in Gao area of Mali Agency (MA) on February 3, reports Daily Times."
    )
    assert event(text, "ASSAULT").status == "attributed"


def test_a_call_does_not_speak(event: Only) -> None:
    text = "Rebel spokesman Oren Salak in a call from an unknown place claimed responsibility for the raid in Gao, saying 12 soldiers were killed."
    assert {s.name for s in event(text, "ASSAULT").sources} == {"Rebel spokesman Oren Salak"}
