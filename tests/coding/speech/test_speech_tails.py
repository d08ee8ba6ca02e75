"""Who says so at the end of a sentence, in a clause of its own, in the details it gives; and who only does an act of words."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from casus.model.event import Event

Only = Callable[..., Event]

TAILS = [
    ("Two soldiers were injured on 16 February when militants attacked a post in Gao District reports Daily Post", "Daily Post"),
    ("Rebels shot dead two farmers near Gao on 3 May reported Mali Tribune", "Mali Tribune"),
    ("Among other workers were Ana Sol and Oren Salak while drivers Mirko and Jonas were also abducted by rebels in Gao, Salak said.", "Salak"),
    ("According to details given by Superintendent Oren Salak, a police team was attacked by four gunmen near Gao.", "Oren Salak"),
    ("The government Monday said nine people were killed by rebel soldiers in Gao.", "government"),
]


@pytest.mark.parametrize(("text", "name"), TAILS, ids=[name for _, name in TAILS])
def test_what_the_end_of_a_sentence_tells_holds_for_all_before_it(event: Only, text: str, name: str) -> None:
    found = event(text, "ASSAULT")
    assert found.status == "attributed"
    assert name in found.sources[0].name
    assert "Monday" not in found.sources[0].name


@pytest.mark.parametrize(
    "text",
    [
        "Rebels shot dead two farmers near Gao, media reports added.",
        "Rebels shot dead two farmers near Gao and left, say police reports.",
    ],
)
def test_reports_are_no_outlet(event: Only, text: str) -> None:
    assert "media" not in {s.name for s in event(text, "ASSAULT").sources}


def test_a_raid_that_an_outlet_reported_is_not_hedged(event: Only) -> None:
    found = event("Nine people were killed by a bomb in Gao, wounding dozens, reported Times Now and the BBC.", "ASSAULT")
    assert found.status == "attributed"


def test_what_follows_a_threat_is_no_threat(event: Only) -> None:
    text = "Rebels stormed the site on Monday and threatened the workers to leave Gao, following which they burned four trucks, police said."
    found = event(text, "ASSAULT")
    assert found.status == "attributed"
    assert {s.stance for s in found.sources} == {"asserts"}


def test_who_does_an_act_of_words_is_not_who_tells_of_it(event: Only) -> None:
    found = event("Rwanda was condemned in a joint statement by Burundi, Uganda and Egypt on 8 October.", "ACCUSE")
    assert (found.status, found.sources) == ("asserted", ())
    assert [p.id for p in found.actors] == ["bdi", "uga", "egy"]


def test_what_somebody_says_of_his_own_words_stays_attributed(event: Only) -> None:
    found = event("Rwanda condemned the raid on Goma by M23 rebels, a Western diplomat said.", "ACCUSE")
    assert (found.status, found.sources[0].name) == ("attributed", "Western diplomat")


def test_what_others_say_in_a_clause_of_their_own_is_not_the_first_speakers(event: Only) -> None:
    found = event("The army said the talks had failed, and Mali accused Niger of arming rebels.", "ACCUSE")
    assert (found.status, found.sources) == ("asserted", ())


@pytest.mark.parametrize(
    "text",
    [
        "Police said a shop had burned, and rebels had shot dead two farmers near Gao.",
        "Police said he was safe and rebels had killed two farmers in Gao.",
    ],
)
def test_two_things_one_speaker_says_are_both_said(event: Only, text: str) -> None:
    assert [s.name for s in event(text, "ASSAULT").sources] == ["Police"]


def test_a_long_statement_keeps_its_speaker(event: Only) -> None:
    text = "Oren Salak, a doctor in Gao, said the night was cold. He said people fled. The road was shut. It rained. He said rebels shot two farmers."
    found = event(text, "ASSAULT")
    assert [s.name for s in found.sources] == ["Oren Salak"]


def test_they_are_not_the_us_of_a_quotation(event: Only) -> None:
    text = 'A spokesman added: "It is too early for us to give numbers." They later confirmed that rebels killed nine people in Gao.'
    assert [s.name for s in event(text, "ASSAULT").sources] == ["spokesman"]


def test_a_deal_told_after_somebody_spoke_is_the_writers(event: Only) -> None:
    text = 'Oren Salak, a trader, met reporters. "We are glad," he said. On May 3, 2018, Mali and Niger had signed a deal.'
    found = event(text, "SUPPORT")
    assert (found.status, found.sources) == ("asserted", ())


def test_an_open_quotation_goes_on_with_the_speaker_of_the_paragraph_before(event: Only) -> None:
    text = '"The talks in Gao went on for nine days without a break," Oren Salak said.\n\n"Then the army shot dead two farmers near Gao on Monday.\n\nThe road was shut.'
    assert [s.name for s in event(text, "ASSAULT").sources] == ["Oren Salak"]


def test_a_man_and_what_he_is_are_one_voice(event: Only) -> None:
    found = event("“Two people were shot dead in Gao on Sunday,” said Salim, a shopkeeper and father of two.", "ASSAULT")
    assert [s.name for s in found.sources] == ["Salim"]


def test_who_stands_for_the_one_it_speaks_of(event: Only) -> None:
    found = event("A police spokesman said a suspect had been held who told officers he had shot Salak in Gao over a debt.", "ASSAULT")
    assert [(s.name, s.chain) for s in found.sources] == [("suspect", ("police spokesman",))]


def test_his_statement_is_that_of_the_one_told_of(event: Only) -> None:
    found = event("Oren Salak walked to the hall. His statement that rebels killed nine farmers in Gao was read on Monday.", "ASSAULT")
    assert [s.name for s in found.sources] == ["Oren Salak"]


def test_local_reports_are_somebodys(event: Only) -> None:
    assert event("Local reports said rebels shot dead two farmers in Gao on Monday.", "ASSAULT").status == "attributed"
    assert event("Reports said rebels shot dead two farmers in Gao on Monday.", "ASSAULT").status == "hedged"


def test_who_speaks_inside_a_quotation_is_no_he_outside_it(event: Only) -> None:
    text = 'The minister Oren Salak spoke. "It is best, as the envoy Ana Sol said, that we wait," he added. He said rebels shot two farmers in Gao.'
    assert [s.name for s in event(text, "ASSAULT").sources] == ["minister Oren Salak"]


def test_an_outlet_cut_off_from_its_reports_tells_the_sentence(event: Only) -> None:
    text = "Two soldiers were shot dead by rebels near Gao on 3 May, reports The Mali Times. The road to the town was shut for the day."
    found = event(text, "ASSAULT")
    assert (found.status, [s.name for s in found.sources]) == ("attributed", ["Mali Times"])


def test_an_outlet_cut_off_without_a_comma(event: Only) -> None:
    text = "A train was seized by armed rebels in Gao District on May 3 today reports The Times of Mali"
    assert [s.name for s in event(text).sources] == ["Times of Mali"]


def test_what_comes_after_cut_reports_is_an_outlet_or_nobody(event: Only) -> None:
    found = event("Two soldiers were shot dead by rebels near Gao on 3 May, reports The road to the town was shut for the day.", "ASSAULT")
    assert "road" not in {s.name for s in found.sources}
