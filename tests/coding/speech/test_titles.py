"""A speaker's role and name, however brackets and breaks part them."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from casus.model.event import Event

Only = Callable[..., Event]
Many = Callable[..., list[Event]]


@pytest.mark.parametrize(
    "who",
    [
        "Gao Superintendent of Police (SP) Oren Salak",
        "Army spokesman Major General Oren Salak",
        "Deputy Superintendent of Police (DSP) Oren Salak",
    ],
)
def test_role_bracket_and_name_are_one_speaker(event: Only, who: str) -> None:
    assert [s.name for s in event(f"Rebels shot dead nine traders in Segou on Monday, {who} said.", "ASSAULT").sources] == [who]


def test_a_rank_said_again_is_the_same_speaker(event: Only) -> None:
    text = "Rebels burned a shop in Segou, Superintendent of Police (SP) Oren Salak said. According to the SP, police arrested two men in Gao."
    assert [s.name for s in event(text, "COERCE").sources] == ["Superintendent of Police (SP) Oren Salak"]


def test_an_outlet_without_its_full_stop_is_no_part_of_who_speaks_next(events: Many) -> None:
    text = "Two men were shot dead in Gao on May 3 reports Daily Post Police sources said that rebels burned a shop in Segou."
    assert {s.name for e in events(text) for s in e.sources} == {"Daily Post", "Police sources"}


def test_who_did_it_does_not_report_it(event: Only) -> None:
    text = "The governor condemned the killing of two traders in Gao by some unknown gunmen reports Daily Post on May 11."
    found = event(text, "ASSAULT")
    assert ([p.name for p in found.actors], [s.name for s in found.sources]) == (["unknown gunmen"], ["Daily Post"])


def test_a_name_is_no_word_of_saying(event: Only) -> None:
    text = "Three members of the committee, Oren Jan, Said Karim and Abdul Sol were killed in a bomb blast in Gao on Monday."
    assert not event(text, "ASSAULT").sources


def test_a_count_of_people_is_not_their_word(event: Only) -> None:
    assert not event("The tally of policemen killed in Gao this year has reached 127.", "ASSAULT").sources


def test_the_writer_s_reminder_has_no_source(event: Only) -> None:
    found = event("It may be recalled that the mayor was abducted by rebels in Gao on May 10.", "ASSAULT")
    assert (found.status, found.sources) == ("asserted", ())


def test_attackers_do_not_tell_of_their_attack(events: Many) -> None:
    text = "Gunmen fired 20 rockets at Fort Salak in Gao on May 3. They said that three rockets hit the market, killing two traders."
    assert "Gunmen" not in {s.name for e in events(text) for s in e.sources}


def test_a_death_not_in_vain_is_not_denied(events: Many) -> None:
    text = "“My son did not die in vain,” said his mother. Ana Salak was shot dead in Gao on Monday."
    assert not any(e.status == "denied" for e in events(text))
