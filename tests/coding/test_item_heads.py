"""Heads of items: the day and the place before a colon hold for the whole item."""

from __future__ import annotations

from collections.abc import Callable

from casus.model.event import Event

Many = Callable[..., list[Event]]

LIST = """Weekly security summary

- 4 June, Sake: Rebels and soldiers exchanged heavy artillery fire. At least 5 farmers were killed when a shell hit a market.

- 8 June, Kanyabayonga (Lubero): The army claimed to have retaken the town. The rebels denied this.

- 9 June, Oicha: Gunmen burned twelve houses in Mukanda."""


def test_every_act_of_an_item_has_its_day_and_place(events: Many) -> None:
    found = {(e.type, str(e.date.start), e.place.name if e.place else None) for e in events(LIST, published="2024-06-10") if e.date}
    assert ("ASSAULT", "2024-06-04", "Sake") in found
    assert ("COERCE", "2024-06-08", "Kanyabayonga") in found
    assert not {d for _, d, _ in found if d == "None"}


def test_an_acts_own_place_is_kept(events: Many) -> None:
    burned = [e for e in events(LIST, published="2024-06-10") if str(e.date and e.date.start) == "2024-06-09"]
    assert [e.place.evidence.words for e in burned if e.place] == ["Mukanda"]


def test_a_colon_after_no_day_heads_nothing(events: Many) -> None:
    found = events("In Sake: rebels shelled a market. A day later they burned a school.", published="2024-06-10")
    assert all(e.date is None or e.date.evidence is None or "day later" in e.date.evidence.words for e in found)


def test_this_denied_in_the_next_sentence_is_what_was_just_claimed(events: Many) -> None:
    taken = [e for e in events(LIST, published="2024-06-10") if e.type == "COERCE"]
    assert [(e.status, [s.stance for s in e.sources]) for e in taken] == [("denied", ["asserts", "denies"])]
