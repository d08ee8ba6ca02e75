"""Ground, buildings and power taken by those who bear arms, by any word; what else they take, clear or raise is none of it."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from casus.model.event import Event

Events = Callable[..., list[Event]]


@pytest.mark.parametrize(
    ("text", "actor"),
    [
        ("Government forces retook the market town of Bria on Friday.", "Government forces"),
        ("Fighters took over the nuclear plant near Enerhodar on Monday.", "Fighters"),
        ("Rebels took the presidential palace in Bangui on Monday.", "Rebels"),
        ("Rebel fighters took power in Bangui on Monday.", "Rebel fighters"),
        ("The fall of Nyala to the rebels on Monday shocked many.", "rebels"),
        ("The capture of Nyala by the rebels on Monday shocked many.", "rebels"),
        ("The town of Nyala fell to the rebels on Monday.", "rebels"),
        ("The rebels hoisted their flag over the town hall in Bria on Monday.", "rebels"),
        ("Soldiers pushed the rebels out of Baidoa on Monday.", "Soldiers"),
        ("The rebels were flushed out of a forest near Baidoa by soldiers on Monday.", "soldiers"),
        ("Soldiers seized 60 cattle from herders in Kajo Keji on Monday.", "Soldiers"),
        ("Soldiers liberated Nyala on Monday.", "Soldiers"),
    ],
)
def test_ground_is_taken(events: Events, text: str, actor: str) -> None:
    (found,) = (e for e in events(text) if e.type == "COERCE")
    assert found.modes == ("seize",)
    assert [p.name for p in found.actors] == [actor]


@pytest.mark.parametrize(
    "text",
    [
        "Soldiers took the wounded to a hospital in Goma on Monday.",
        "Soldiers took the prisoners to the airport in Goma on Monday.",
        "Soldiers took a bus to Goma on Monday.",
        "Soldiers took a hotel room in Goma on Monday.",
        "The army took over responsibility for a clinic in Goma on Monday.",
        "A regiment raised the flag at a ceremony in Goma on Monday.",
        "Rebels hoisted a white flag over their camp near Goma on Monday.",
        "A court cleared the militia of wrongdoing in Goma on Monday.",
        "The army cleared a road near Goma of mines on Monday.",
        "Police seized the moment in Goma on Monday.",
    ],
)
def test_what_is_no_ground_is_not(events: Events, text: str) -> None:
    assert not [e for e in events(text) if "seize" in e.modes]


@pytest.mark.parametrize("text", ["Rebels cut the only road to Goma on Monday.", "The army cut the supply line to Goma on Monday."])
def test_a_road_cut_is_blocked(events: Events, text: str) -> None:
    (found,) = events(text)
    assert (found.type, found.modes) == ("COERCE", ("restrict",))
