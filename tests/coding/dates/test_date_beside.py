"""The date of an act by where it stands, where no clause ties it to the act."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from casus.model.picture import Reading


@pytest.mark.parametrize(
    ("text", "act", "words"),
    [
        ("The raid was called an answer to the twin attacks in Goma on May 8 that killed 17 people.", "killed", "on May 8"),
        ("The group on May 9 owned up responsibility for the Sake encounter on May 7 at Karna forest, in which ten soldiers were killed.", "were killed", "on May 7"),
        ("Officials said a drone shot down by a fighter jet early Tuesday in Goma was flown by rebels.", "shot down", "early Tuesday"),
        ("Rebels killed a teacher after dragging him out of his house in Goma on May 8, reports Morning Post.", "killed", "on May 8"),
        ("Two guards were injured when a mine planted by rebels went off in Goma on May 8.", "planted", "on May 8"),
        ("A trader was killed and another injured when rebels opened fire on a bus in Goma on May 8, reports Morning Post.", "killed", "on May 8"),
        ("On Sunday evening she called her sister just seconds after a guard shot her brother.", "shot", "On Sunday evening"),
        ("A minister criticized the army during a Sunday night speech in Goma.", "criticized", "Sunday night"),
        ("A guard hits a migrant as police try to clear the road, on the island of Kos, Greece, May 8, 2024.", "hits", "May 8, 2024"),
        ("Three guards were killed in a gunfight at a post that was attacked by rebels in Lower District on May 8, reports Morning Post.", "gunfight", "on May 8"),
        ("Police Detain, Then Release Opposition Leader Kasai - Police detained Ben Kasai in Goma Monday as he campaigned.", "detained Ben", "Monday"),
        ("Gunmen shot two farmers in Goma in the months of the 2015 drought.", "shot", "of the 2015"),
        ("The panel looked into the bombing of March 2019 in Sake, in which dozens of villagers were killed.", "were killed", "of March 2019"),
        ("The raid was like others, such as one in Karna (May 2020) and one in Sake in June 2021, where dozens were shot.", "were shot", "in June 2021"),
        ("Gunfire broke out just before 10 p.m. Tuesday in Goma, leaving two men dead.", "Gunfire", "before 10 p.m. Tuesday"),
    ],
)  # fmt: skip
def test_a_day_that_stands_with_the_act_is_its_day(text: str, act: str, words: str, read_text: Callable[..., Reading]) -> None:
    claims = [c for c in read_text(text).claims if act in c.act.words]
    assert [c.date.evidence.words for c in claims if c.date and c.date.evidence] == [words] * len(claims)
    assert claims


def test_an_hour_of_a_day_is_on_that_day(read_text: Callable[..., Reading]) -> None:
    (claim,) = read_text("Four people were shot shortly after midnight Sunday in Goma.").claims
    assert claim.date is not None
    assert claim.date.start == claim.date.end


@pytest.mark.parametrize(
    "text",
    [
        "A man who shot three guards was arrested in Goma on May 8, reports Morning Post.",
        "Police arrested a student after shooting a guard on May 8.",
        "A trader wanted for killing two guards surrendered on May 8, reports Morning Post.",
        "Residents fled after rebels had shelled the town, the mayor told reporters on Monday.",
    ],
)
def test_a_day_of_something_else_is_left_alone(text: str, read_text: Callable[..., Reading]) -> None:
    claims = [c for c in read_text(text).claims if c.type == "ASSAULT" or "Police arrested" in c.act.words]
    assert not [c.act.words for c in claims if c.date and c.date.evidence and "shooting" not in c.act.words]
