"""An act whose words name no place was where the encoder clearly finds it, in a report long enough; it says so."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace

from casus.model.claim import Claim
from casus.pipeline import Reading, Tools, sentences_of
from casus.resolve.likely_parties import Roles
from casus.resolve.likely_scene import CLEAR, with_likely_scenes
from casus.resolve.likely_told import LONG
from casus.tell.tellings import ROLES, Tellings

Read = Callable[..., Reading]
TEXT = (
    "Gunmen shot a farmer in Gao on Monday.\n\nSoldiers beat a trader in Timbuktu on Tuesday.\n\nSeveral others were stabbed. "
    "The rain went on. Schools stayed shut. Nobody came."
)


class Said(Tellings):
    """Says of places what it is told to."""

    def __init__(self, text: str, odds: Mapping[str, float]) -> None:
        self._odds = {text.index(word): z for word, z in odds.items()}

    def filling(self, act: int, word: int) -> dict[str, float] | None:
        return dict.fromkeys(ROLES, self._odds.get(word, CLEAR - 1))


def stabbed(tools: Tools, read_text: Read, odds: Mapping[str, float], sentences: int = LONG) -> Claim:
    reading = read_text(TEXT)
    bare = [replace(c, scene=None) for c in reading.claims]
    roles = Roles(Said(reading.report.text, odds), sentences_of(reading.report, tools))
    return next(c for c in with_likely_scenes(bare, roles, sentences) if "stabbed" in c.act.words)


def test_the_likeliest_of_the_places_told_is_the_scene(tools: Tools, read_text: Read) -> None:
    found = stabbed(tools, read_text, {"Gao": CLEAR, "Timbuktu": CLEAR + 1})
    assert found.place is None and found.scene is not None and found.scene.name == "Timbuktu"
    assert any(r.field == "place" and "Timbuktu" in r.rule for r in found.reasons)


def test_without_a_likely_one_it_stays_unknown(tools: Tools, read_text: Read) -> None:
    assert stabbed(tools, read_text, {}).scene is None


def test_of_a_short_report_nothing_is_said(tools: Tools, read_text: Read) -> None:
    assert stabbed(tools, read_text, {"Gao": CLEAR}, LONG - 1).scene is None
