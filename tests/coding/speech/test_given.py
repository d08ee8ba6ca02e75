"""Hedges that leave alone that something was done, and what only seems to be a hedge or a saying."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from casus.model.event import Event

Only = Callable[..., Event]
Many = Callable[..., list[Event]]


def test_who_was_behind_it_is_supposed_and_that_it_was_done_is_told(event: Only) -> None:
    text = (
        "Gunmen shot dead a guard in Gao on Monday, police said. Officers believe the shooting of the guard was carried out by Oren Salak."
    )
    assert event(text, "ASSAULT").status == "attributed"


def test_what_kind_of_killing_it_was_is_supposed(event: Only) -> None:
    text = "Two gunmen shot dead a guard in Gao on Monday, reports Mali Tribune. An officer said he feared it was a targeted killing."
    assert event(text, "ASSAULT").status == "attributed"


def test_a_supposed_doer_alone_stays_hedged_and_suspected(event: Only) -> None:
    found = event("The group is suspected to be behind the bombing of the market in Gao.", "ASSAULT")
    assert found.status == "hedged"
    assert all(p.suspected for p in found.actors)


def test_men_believed_to_be_from_somewhere_say_nothing(event: Only) -> None:
    text = "Salak said three gunmen believed to be from a rival village came on a motorcycle and fired two rounds at the shop in Gao."
    found = event(text, "ASSAULT")
    assert (found.status, [s.name for s in found.sources]) == ("attributed", ["Salak"])


@pytest.mark.parametrize(
    ("text", "status", "name"),
    [
        ("An autopsy found that Oren Salak was shot twice, the examiner's office said.", "attributed", "examiner's office"),
        ("Salak met Vakt in Gao and rebels shelled the camp, according to the foreign ministry.", "attributed", "foreign ministry"),
        ("“Rebels shelled the camp in Gao, and three men were killed,”\n\nOren Salak, a member of the council, told the radio.\n", "attributed",
         "Oren Salak"),
    ],
)  # fmt: skip
def test_who_says_so(event: Only, text: str, status: str, name: str) -> None:
    found = event(text, "ASSAULT")
    assert (found.status, [s.name for s in found.sources]) == (status, [name])


def test_what_stands_before_it_is_the_ministrys_too(event: Only) -> None:
    found = event(
        "The ministers of Mali and Niger met in Gao on Monday and rebels shelled the camp, according to the foreign ministry.", "CONSULT"
    )
    assert [s.name for s in found.sources] == ["foreign ministry"]


def test_a_quote_of_a_paragraph_is_his_who_spoke_last(event: Only) -> None:
    text = "The army will have to answer for what it did in the town this spring, said Oren Salak.\n\n“Rebels shelled the camp in Gao and killed three men in the night.”\n\nThe town is calm.\n"
    assert [s.name for s in event(text, "ASSAULT").sources] == ["Oren Salak"]


def test_where_it_reportedly_was_is_hedged(event: Only) -> None:
    assert event("The second attack reportedly was in Gao, killing eight people.", "ASSAULT").status == "hedged"


def test_any_deal_is_none_that_was_made(events: Many) -> None:
    assert not [
        e
        for e in events("Any deal struck between Mali and Niger will be rejected by Chad.")
        if e.type in {"SUPPORT", "AGREE"} and e.certain
    ]


@pytest.mark.parametrize(
    "text",
    [
        "The boy was pronounced dead at the hospital after rebels shot him in Gao on Monday.",
        "Officers found a man with a gunshot wound at the scene in Gao.",
        "The rebels were found guilty of the killing of a priest in Gao.",
    ],
)
def test_what_a_doctor_a_court_or_a_patrol_finds_is_no_saying(events: Many, text: str) -> None:
    assert not [s for e in events(text) for s in e.sources]


def test_a_bare_report_holds_the_words_of_who_made_it(event: Only) -> None:
    text = "Amnesty International published a report on Mali on Monday. The report said soldiers killed 40 villagers in Gao."
    (source,) = event(text, "ASSAULT").sources
    assert "Amnesty" in source.name


def test_who_releases_a_report_tells_what_it_documents(event: Only) -> None:
    text = "Amnesty International released a report on Tuesday documenting the killing of 40 villagers by soldiers in Gao."
    found = event(text, "ASSAULT")
    assert (found.status, [s.name for s in found.sources]) == ("attributed", ["Amnesty International"])


def test_a_part_of_a_figure_is_told_by_who_told_the_whole(event: Only) -> None:
    found = event("Officials said 250 men had joined the rebels. Of those, about 24 have been killed by soldiers in Mali.", "ASSAULT")
    assert [s.name for s in found.sources] == ["Officials"]


def test_he_is_whom_the_report_turned_to(event: Only) -> None:
    text = (
        "General Oren Salak spoke first.\n\nThe rebels lost the hill, Salak said.\n\nPrime Minister Kenzo Arai seemed to agree with Salak.\n\n"
        "On Thursday he said soldiers had shelled the town of Gao.\n"
    )
    (source,) = event(text, "ASSAULT").sources
    assert "Arai" in source.name


def test_who_raises_an_issue_tells_it(event: Only) -> None:
    found = event("The premier also raised the issue that the leader's brother was imprisoned in Mali in May.", "COERCE")
    assert (found.status, [s.name for s in found.sources]) == ("attributed", ["premier"])


def test_who_acts_before_a_colon_speaks_the_quotation(event: Only) -> None:
    text = (
        "The Defence Ministry of Mali justified the strike on Monday: “Our men killed nine rebels in Gao. They had shot two boys in Segou.”"
    )
    assert {s.name for s in event(text, "ASSAULT").sources} <= {"Defence Ministry of Mali"}


def test_they_is_no_single_person(events: Many) -> None:
    text = "The town is calm, said Oren Salak.\n\nShops stayed shut.\n\nThe raid came after officers wounded a man they say opened fire on a guard in Gao.\n"
    assert "Oren Salak" not in {s.name for e in events(text) for s in e.sources}


def test_a_described_man_recounts_nothing(events: Many) -> None:
    text = "A shotgun was used by the gunman, police say. He is described as a tall man in a red top. Police seized a weapon in Gao."
    assert "gunman" not in {s.name for e in events(text) for s in e.sources}


def test_what_the_speaker_lost_is_his_word_too(events: Many) -> None:
    found = events("Rebels attacked a base in Gao on Monday, said the army, which lost nine soldiers.")
    assert {e.status for e in found} == {"attributed"}
