"""What a page says an event is worth is what was measured: the scores on file, and the rounds of docs/accuracy.md."""

import re
from pathlib import Path

from benchmarks.board import kept
from benchmarks.worth import WORTH, worth
from casus.brief.worth import load_worth

ACCURACY = Path(__file__).parent.parent.parent / "docs" / "accuracy.md"


def test_the_figures_are_those_on_file() -> None:
    assert WORTH.read_text(encoding="utf-8") == worth(kept()), "write it anew: python -m benchmarks.worth"


def test_what_was_read_by_hand_stands_in_the_documents() -> None:
    told = ACCURACY.read_text(encoding="utf-8").split("## What a printed event is worth")[1].split("\n## ")[0]
    figures = {figure for rate in load_worth().read for figure in re.findall(r"\d+(?=%| to)", rate.right + rate.of)}
    assert figures and figures <= set(re.findall(r"\d+", told))
