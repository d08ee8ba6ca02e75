"""How the printed events of a coded story are judged, on a story made up here; and the stories shipped with the benchmarks."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
import yaml

from benchmarks.stories import printed
from benchmarks.story_key import PARTS, Story, stories, story
from benchmarks.story_verdicts import Verdict, missed, verdicts
from casus.pipeline import Tools

TEXT = (
    "Soldiers shot dead three farmers in Goma on Monday, the mayor said. Police arrested a trader in Sake on Wednesday. "
    "On Tuesday gunmen kidnapped a priest in Beni."
)
BASE = {"modes_may": [], "layer": ["news"], "sources": [], "date": None, "place": None, "optional": False}
SHOT = BASE | {
    "id": "a", "told": ["Soldiers shot dead three farmers"], "type": "ASSAULT", "modes": ["firearms"], "status": ["attributed"], "actors": [["Soldiers"]],
    "recipients": [["three farmers"]], "date": "2024-12-23", "place": ["Goma"], "killed": 3, "sources": [["the mayor"]],
}  # fmt: skip
HELD = BASE | {
    "id": "b", "told": ["Police arrested a trader"], "type": "COERCE", "modes": ["arrest"], "status": ["asserted"], "actors": [["Police"]],
    "recipients": [["a trader"]], "date": "2024-12-25", "place": ["Sake"], "captured": [1, None],
}  # fmt: skip
TAKEN = BASE | {"id": "c", "told": ["gunmen kidnapped a priest"], "type": "ASSAULT", "modes": ["abduct"], "status": ["asserted"]}

Written = Callable[..., Story]


@pytest.fixture
def written(tmp_path: Path) -> Written:
    """A story of the text above with the events given."""

    def write(*events: dict[str, object]) -> Story:
        path = tmp_path / "x.yaml"
        path.write_text(yaml.safe_dump({"published": "2024-12-26", "title": "Three farmers killed", "text": TEXT, "events": list(events)}), encoding="utf-8")
        return story(path)

    return write


def judged(told: Story, tools: Tools) -> dict[str, Verdict]:
    """The verdicts by the coded event they are tied to."""
    return {v.coded.id if v.coded else "-": v for v in verdicts(told, printed(told, tools))}


def test_values_the_coding_asks_for_are_right(written: Written, tools: Tools) -> None:
    found = judged(written(SHOT, HELD), tools)["a"]
    assert found.is_right
    assert [name for name, value in found.values.items() if not value] == []


@pytest.mark.parametrize(
    ("value", "name"),
    [
        ({"modes": ["explosives"]}, "type"), ({"modes": []}, "type"), ({"type": "COERCE"}, "type"), ({"status": ["asserted"]}, "status"), ({"layer": ["history"]}, "layer"),
        ({"actors": []}, "actors"), ({"recipients": [["three farmers"], ["the bus"]]}, "recipients"), ({"date": "2024-12-22"}, "date"), ({"date": None}, "date"),
        ({"place": ["Sake"]}, "place"), ({"place": None}, "place"), ({"killed": 4}, "figures"), ({"injured": 2}, "figures"), ({"sources": [["the mayor"], ["a nurse"]]}, "sources"),
    ],
)  # fmt: skip
def test_a_value_that_is_wrong_or_lacking_is_wrong(value: dict[str, object], name: str, written: Written, tools: Tools) -> None:
    found = judged(written(SHOT | value, HELD), tools)["a"]
    assert [field for field, right in found.values.items() if right is False] == [name]


def test_what_is_allowed_is_not_asked_for(written: Written, tools: Tools) -> None:
    lenient = SHOT | {"actors": [], "actors_may": [["Soldiers"]], "modes": [], "modes_may": ["firearms"], "place": None, "place_may": ["Goma"]}
    assert judged(written(lenient, HELD), tools)["a"].is_right


def test_a_place_that_only_may_be_given_is_not_asked_for(written: Written, tools: Tools) -> None:
    told = written(HELD | {"place": None, "place_may": ["Congo"]})
    (event,) = (e for e in printed(told, tools) if e.type == "COERCE")
    assert verdicts(told, [replace(event, place=None)])[0].values["place"] is None
    assert verdicts(told, [event])[0].values["place"] is False


def test_what_is_rightly_empty_is_not_counted(written: Written, tools: Tools) -> None:
    assert judged(written(SHOT, HELD), tools)["b"].values["sources"] is None


def test_an_event_nobody_coded_is_none_and_one_nobody_printed_is_missed(written: Written, tools: Tools) -> None:
    told = written(SHOT, TAKEN | {"told": ["in Beni"], "type": "SANCTION"})
    ours = verdicts(told, printed(told, tools))
    assert [v.fault for v in ours if v.coded is None] == ["no such event"]
    assert [c.id for c in missed(told, [v for v in ours if v.coded is None])] == ["a", "c"]
    assert missed(written(SHOT | {"optional": True}), []) == []


def test_two_acts_in_one_event_are_heaped_and_one_in_two_told_twice(written: Written, tools: Tools) -> None:
    told = written(SHOT, HELD, TAKEN)
    one, two = (e for e in printed(told, tools) if e.type == "ASSAULT")
    assert verdicts(told, [replace(one, claims=(*one.claims, *two.claims))])[0].fault.startswith("heaped")
    again = replace(one, id="again")
    assert sorted(v.fault for v in verdicts(told, [one, again])) == ["", "told twice"]


def test_words_that_do_not_stand_in_the_text_are_refused(written: Written) -> None:
    with pytest.raises(ValueError, match="not in the text"):
        written(SHOT | {"told": ["no such words"]})


@pytest.mark.parametrize("part", PARTS)
def test_the_shipped_stories_can_be_read(part: str) -> None:
    assert len(stories(part)) >= 20
