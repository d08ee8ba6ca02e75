"""Words of an act that tell none: acts of nobody in particular, without an object, left undone, likely, meant for oneself."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from casus.model.event import Event

Events = Callable[..., list[Event]]

NONE = [
    "Police made no arrests in Kati on Monday, the mayor said.",
    "The general warned on Friday that recruitment of fighters in Gao is likely to grow.",
    "About 900 people are interested in marching in Bamako on Saturday.",
    "France abstained on Friday instead of vetoing the resolution of the Security Council.",
    "“I am afraid the rebels will surrender in Kidal,” a teacher said.",
    "Unless there is a supply of missiles to the rebels, Kidal will be lost, diplomats said.",
    "Malian troops struggle to recapture the town of Tessit from the rebels.",
    "On Wednesday Moussa Keita set himself on fire outside the palace in Bamako.",
    "A shell in Kati exploded accidentally on Friday, killing two soldiers.",
    "People are being beaten and tortured in the camps, Moussa Keita said.",
    "The law limits dissent, whether through speech or protests, Amnesty said.",
    "The pope spoke on Friday of the shame of sexual abuse in schools.",
    "Kidal will fall within weeks, diplomats said.",
    "Ankara warned on Friday against any deal that would leave the militia armed.",
]


@pytest.mark.parametrize("text", NONE)
def test_no_act_is_printed(events: Events, text: str) -> None:
    assert [(e.type, e.claims[0].act.words) for e in events(text)] == []


SOME = [
    ("Police made nine arrests in Kati on Monday, the mayor said.", "COERCE"),
    ("Protests broke out in Bamako on Monday.", "PROTEST"),
    ("A suicide bomber blew himself up in Bamako on Friday, killing nine people.", "ASSAULT"),
    ("Attacks on civilians in Tessit by the army killed nine people.", "ASSAULT"),
    ("The detention of a reporter by police in Bamako drew protests.", "COERCE"),
    ("The army bombed Kidal instead of Tessit on Friday.", "ASSAULT"),
    ("A scathing indictment of the junta's failures came from the African Union on Friday.", "ACCUSE"),
]


@pytest.mark.parametrize(("text", "kind"), SOME)
def test_its_neighbours_are(events: Events, text: str, kind: str) -> None:
    assert kind in [e.type for e in events(text)]


def test_what_two_states_agreed_on_is_agreed_whatever_it_says_will_be_done(event: Callable[..., Event]) -> None:
    text = "The minister objected on Thursday to an agreement between Ankara and Athens that Greece would accept some refugees."
    assert event(text, "AGREE").status == "asserted"


def test_the_title_tells_of_an_accident(events: Events) -> None:
    text = "At least seven people were killed on Wednesday in south London, police said."
    assert events(text, title="Seven die in tram accident in London") == []
    assert [e.type for e in events(text, title="Seven die in knife attack in London")] == ["ASSAULT"]


@pytest.mark.parametrize(
    "text",
    [
        "The opposition is losing hope that Keita will back down.",
        "Transport authorities in Bamako said they closed two metro stations on Friday.",
        "She belongs to the Reform Party, which advocates independence for Azawad.",
        "The Republicans went further on Friday, calling for dismantling the nuclear arsenal of North Korea.",
        "Diallo will become president when Keita leaves office in January.",
        "Clerks in Bamako were paid to praise Keita.",
    ],
)
def test_what_is_hoped_asked_for_or_stood_for_is_not_done(events: Events, text: str) -> None:
    assert [(e.type, e.claims[0].act.words) for e in events(text) if e.status in {"asserted", "attributed"} and e.type != "REQUEST"] == []


def test_a_clause_after_a_comma_is_not_denied(events: Events) -> None:
    found = events("The minister denied the report of the United Nations, which the army had bombed in Goma in 2023.")
    assert "denied" not in [e.status for e in found]


def test_the_present_of_a_day_to_come_is_planned(event: Callable[..., Event]) -> None:
    text = "Analysts say Diallo may succeed President Moussa Keita, who steps down next January."
    assert event(text, "RETREAT", published="2024-06-15").status == "planned"


def test_who_refutes_a_figure_as_too_low_does_not_deny(event: Callable[..., Event]) -> None:
    text = "The group refuted the statement that only two soldiers were killed by its fighters in Gao."
    assert event(text, "ASSAULT").status == "attributed"


@pytest.mark.parametrize(
    "text",
    [
        "A minister resigned in protest in Bamako on Friday.",
        "They asked the governor, who is supported by the Malian government, to resign.",
        "The reporter was wounded in Gao and died in her sleep in Rome at 91.",
        "Mali and Ghana meet on Saturday in a clash that both camps call a war.",
    ],
)
def test_idioms_backing_and_lives_are_no_acts(events: Events, text: str) -> None:
    assert [e.type for e in events(text) if e.type in {"PROTEST", "SUPPORT", "ASSAULT", "CONSULT"}] == []


def test_who_is_abducted_and_killed_was_abducted(event: Callable[..., Event]) -> None:
    assert "abduct" in event("Three militants abducted and killed a village head in Gao on Friday.", "ASSAULT").modes


@pytest.mark.parametrize("text", ["A curfew was imposed in Gao on Friday.", "Martial law was declared in Gao on Friday."])
def test_a_curfew_needs_no_doer(events: Events, text: str) -> None:
    assert [(e.type, e.actors) for e in events(text)] == [("COERCE", ())]


def test_what_is_done_while_threatening_is_not_threatened(events: Events) -> None:
    text = "Protesters vowed to fight on in Gao on Friday, even as they hold the town they seized from the army in May."
    assert [e.status for e in events(text) if e.type == "COERCE"] == ["asserted"]


@pytest.mark.parametrize(
    "text", ["The statement on Mali demonstrates a lack of understanding in Paris.", "Planners in Bamako seem intent on locking down Gao."]
)
def test_what_is_shown_or_meant_is_not_done(events: Events, text: str) -> None:
    assert [e.type for e in events(text)] == []
