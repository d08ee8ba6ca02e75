"""An act whose words name no place was where the encoder clearly finds it, in a report long enough; it says so."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace

from said import Said

from casus.model.claim import Claim
from casus.pipeline import Reading, Tools, sentences_of
from casus.resolve.likely_parties import Roles
from casus.resolve.likely_scene import CLEAR, with_likely_scenes
from casus.resolve.likely_told import LONG

Read = Callable[..., Reading]
TEXT = (
    "Gunmen shot a farmer in Gao on Monday.\n\nSoldiers beat a trader in Timbuktu on Tuesday.\n\nSeveral others were stabbed. "
    "The rain went on. Schools stayed shut. Nobody came."
)


def stabbed(tools: Tools, read_text: Read, odds: Mapping[str, float], sentences: int = LONG) -> Claim:
    reading = read_text(TEXT)
    bare = [replace(c, scene=None) for c in reading.claims]
    said = Said(reading.report.text, odds, otherwise=CLEAR - 1)
    roles = Roles(said, sentences_of(reading.report, tools)[:sentences])
    return next(c for c in with_likely_scenes(bare, roles) if "stabbed" in c.act.words)


def test_the_likeliest_of_the_places_told_is_the_scene(tools: Tools, read_text: Read) -> None:
    found = stabbed(tools, read_text, {"Gao": CLEAR, "Timbuktu": CLEAR + 1})
    assert found.place is None and found.scene is not None and found.scene.name == "Timbuktu"
    assert any(r.field == "place" and "Timbuktu" in r.rule for r in found.reasons)


def test_without_a_likely_one_it_stays_unknown(tools: Tools, read_text: Read) -> None:
    assert stabbed(tools, read_text, {}).scene is None


def test_of_a_short_report_nothing_is_said(tools: Tools, read_text: Read) -> None:
    assert stabbed(tools, read_text, {"Gao": CLEAR}, LONG - 1).scene is None
