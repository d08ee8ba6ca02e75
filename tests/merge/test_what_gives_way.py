"""What gives way among those an event was done to: figures to anybody, things that were searched to people, places to both."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from casus.model.event import Event

Many = Callable[[str], list[Event]]


@pytest.mark.parametrize(
    ("text", "kind", "names"),
    [
        ("A mine hit a minibus near Gao on Monday, killing six.", "ASSAULT", {"minibus"}),
        ("A mine near Gao killed six on Monday.", "ASSAULT", {"six people"}),
        ("Police raided three homes in Lyon on Monday and arrested two men.", "COERCE", {"two men"}),
        ("Police searched three homes in Lyon on Monday.", "COERCE", {"three homes"}),
        ("The army bombed the town of Tana on Monday, killing two farmers.", "ASSAULT", {"two farmers"}),
        ("The army bombed the town of Tana on Monday.", "ASSAULT", {"town of Tana"}),
        ("The governor of Sokoto imposed a curfew on Bodinga town on Monday.", "COERCE", {"Bodinga town"}),
        ("The governor of Sokoto imposed a curfew in Bodinga town on Monday.", "COERCE", set()),
        ("Chad deployed troops to the crossroads on Monday.", "MOBILIZE", set()),
        ("The army shelled the outskirts of Mokha on Monday.", "ASSAULT", {"outskirts of Mokha"}),
        ("A man rammed a laden car into a checkpoint in Gao on Monday.", "ASSAULT", {"checkpoint"}),
        ("An explosive device detonated under a lorry near Gao on Monday, injuring two nuns.", "ASSAULT", {"lorry", "two nuns"}),
        ("Police dispersed a gathering of women in Kalo on Monday.", "ASSAULT", {"women"}),
        ("Police issued warrants for three fishermen in Kalo on Monday.", "COERCE", {"three fishermen"}),
        ("Police arrested nine of them in Kalo on Monday.", "COERCE", {"nine of them"}),
        ("One of them, Omar Saleh, was arrested in Kalo on Monday.", "COERCE", {"Omar Saleh"}),
        ("Britain demanded on Monday that Tehran quash the sentence.", "REQUEST", {"Government of Iran"}),
        ("France demanded on Monday that the blockade be lifted.", "REQUEST", set()),
        ("The rebels announced the release of 20 captives on Monday.", "CONCEDE", {"20 captives"}),
        ("The Red Cross sent aid to Beira on Monday.", "AID", set()),
        ("Chad closed its border with Sudan on Monday.", "COERCE", {"Sudan"}),
        ("Young men pelted the officers with bricks in Kathmandu on Monday.", "PROTEST", {"officers"}),
        ("France urged Mali on Monday to press for a ban on arms sales to the army.", "REQUEST", {"Mali"}),
        ("Chad withdrew its troops on Monday.", "RETREAT", set()),
        ("Protesters burned tyres in Cali on Monday.", "PROTEST", set()),
        ("The EU on the 10th of January imposed sanctions on 15 officials of the ministry.", "SANCTION", {"15 officials of the ministry"}),
        ("President William Ruto condemned the Garissa bombing on Monday.", "ACCUSE", set()),
        ("Supporters of the two parties fought with sticks and machetes in Dhaka on Monday, leaving a man dead.", "ASSAULT", {"man"}),
    ],
)
def test_what_gives_way(events: Many, text: str, kind: str, names: set[str]) -> None:
    assert {p.name for e in events(text) if e.type == kind for p in e.recipients} == names


def test_who_did_it_is_no_name_before_the_word_for_it(events: Many) -> None:
    found = events("The Garissa bombing killed five people. The Dikwa ambush left ten soldiers dead.")
    assert found and all(p.name not in {"Garissa", "Dikwa"} for e in found for p in e.actors)


def test_what_people_fight_with_is_no_side(events: Many) -> None:
    text = "Supporters of rival candidates battled with sticks and machetes in Dhaka on Monday, leaving a man dead."
    assert all(p.name not in {"sticks", "machetes"} for e in events(text) for p in e.actors)
