"""Chains of words that point back: "it" after "the group", "its" after "the army", through whatever they stand for."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from casus.model.event import Event

CASES = [
    ("Boko Haram raided Damboa. The group burnt a school. It accused the army of killing 12 farmers.", "ACCUSE", "boko-haram"),
    (
        "The Emergency Lawyers said hundreds were wounded. The group said it had spoken to survivors. It accused the army of the strike.",
        "ACCUSE",
        "emergency-lawyers",
    ),
    (
        "Officials in Sudan met on Monday. The army rejected the plan. In a statement it condemned the Rapid Support Forces.",
        "ACCUSE",
        "sdn-mil",
    ),
]


@pytest.mark.parametrize(("text", "kind", "who"), CASES)
def test_it_goes_through_what_it_stands_for(events: Callable[..., list[Event]], text: str, kind: str, who: str) -> None:
    found = [e for e in events(text) if e.type == kind]
    assert who in {p.id for e in found for p in e.actors}
    assert all("stands for" in p.reason or "points back" in p.reason or p.evidence.words != "it" for e in found for p in e.actors)


def test_a_body_no_list_knows_keeps_its_name(events: Callable[..., list[Event]]) -> None:
    text = "The Nyala Resistance Council counted the dead on Monday. It condemned the army."
    (found,) = [e for e in events(text) if e.type == "ACCUSE"]
    assert [(p.name, p.id) for p in found.actors] == [("Nyala Resistance Council", None)]


@pytest.mark.parametrize(
    "text",
    [
        "“They shot everyone who tried to run,” Markus Amos told reporters.",
        '"They burned the school," said Joy Pam, a teacher.',
        "Hamas said: “They bombed a hospital on Monday.”",
    ],
)
def test_who_speaks_of_them_is_not_one_of_them(events: Callable[..., list[Event]], text: str) -> None:
    assert [p.name for e in events(text) for p in e.actors] in ([], ["They"])
