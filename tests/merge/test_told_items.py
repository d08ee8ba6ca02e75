"""The marked items the head for one occurrence learns from: dated, marked, and read as they are marked."""

from __future__ import annotations

from pathlib import Path

import pytest

from casus.codebook.yaml_files import read_yaml
from casus.pipeline import Tools

pytest.importorskip("training.one_occurrence")
from training.one_occurrence import ITEMS, marked_item, unmarked

FILES = sorted(ITEMS.glob("*.yaml"))


def test_there_are_short_items_and_articles() -> None:
    assert {p.stem.split("_")[0] for p in FILES} == {"short", "article"}


@pytest.mark.parametrize("path", FILES, ids=lambda p: p.stem)
def test_every_item_is_dated_and_marked(path: Path) -> None:
    for item in read_yaml(path):
        text, spans = unmarked(item["text"])
        assert str(item["published"])[:2] == "20" and spans, item["text"][:60]
        assert "<1|" not in text and all(text[a:b].strip() for a, b, _ in spans)


def test_acts_tell_the_occurrence_whose_words_they_stand_in(tools: Tools) -> None:
    text = "<1|Gunmen killed two bakers> in Tolva on Monday. <2|A mine killed a miner> near Gao on Tuesday. <1|The killing of the bakers> was condemned."
    item = marked_item("x", "short", {"published": "2025-06-14", "text": text}, tools)
    told = [item.tells[a.id] for a in item.acts if a.id in item.tells]
    assert told[0] == "1" and "2" in told and told[-1] == "1"
