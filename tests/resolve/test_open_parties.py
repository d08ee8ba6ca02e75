"""Parties that stay open: a dash ends a name, "the army" is no group's, a shared name has no capacity."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from actor_reports import who

from casus.model.event import Event


@pytest.mark.parametrize("dash", ["-", "--", "—"])
def test_a_name_does_not_run_over_a_dash(dash: str) -> None:
    assert who(f"PESHAWAR, Pakistan {dash} [The Taliban government] in Kabul rejected the plan.").id == "afg-taliban"


def test_a_hyphen_inside_a_name_is_no_dash() -> None:
    assert who("[The Tehrik-i-Taliban Pakistan] claimed the raid.").id == "ttp"


@pytest.mark.parametrize(
    "text", ["The Taliban stormed a post. [The army] fired back.", "The Taliban stormed a post. [Army troops] fired back."]
)
def test_the_army_is_not_that_of_a_group_that_governed(text: str) -> None:
    assert who(text).id is None


def test_a_group_that_never_governed_tells_whose_army_fights_it() -> None:
    assert who("Boko Haram stormed a post. [The army] fired back.").id == "nga-mil"


def test_the_defence_ministry_may_be_of_who_governs() -> None:
    assert who("The Taliban rejected the plan in Kabul. [The Defence Ministry] said so.").id == "afg-mod"


@pytest.mark.parametrize(
    ("text", "capacity"),
    [
        ("The RSF said on Monday that nine villagers were killed near the bridge.", "unknown"),
        ("The RSF said on Monday that nine villagers were killed near the bridge in Sudan.", "party"),
    ],
)
def test_the_capacity_of_an_open_name(event: Callable[..., Event], text: str, capacity: str) -> None:
    assert [s.capacity for s in event(text, "ASSAULT").sources] == [capacity]
