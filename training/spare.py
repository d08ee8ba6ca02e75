"""What printed events are worth on coded news that nothing shipped has learned from: ``python -m training.spare [--shared ../shared]
[--write]``.

Part "first look": articles of political papers, wires of 1989-2000, local news and incident reports, and invented reports written to be
hard, all coded before, and measured when the rules, the encoder, the heads and their thresholds stood. Part "spare": the first look of the
version before, of which totals and many faults were seen since. Once something learns from them they say nothing of it any more.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterable
from pathlib import Path

from benchmarks.board import Score
from benchmarks.stories import judged, totals
from casus.pipeline import Tools
from training.coded_news import coded_news, invented_reports

SCORES = Path(__file__).with_name("spare.json")
"""What was measured last; README and docs/accuracy.md give it (tests/test_readme.py compares)."""


def write(scores: Iterable[Score], path: Path) -> None:
    """Write scores to a file, by data set and measure: the value and of how many."""
    rows: dict[str, dict[str, list[float]]] = {}
    for score in scores:
        rows.setdefault(score.dataset, {})[score.measure] = [round(score.value, 4), score.n]
    path.write_text(json.dumps(rows, indent=1) + "\n", encoding="utf-8")


def main() -> None:
    """Print the scores of each part; with --write keep them."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--shared", type=Path, default=Path("../shared"))
    parser.add_argument("--write", action="store_true", help=f"write {SCORES.name}")
    options, tools = parser.parse_args(), Tools.load()
    shared = options.shared
    parts = {
        "first look, articles": coded_news(shared, "first look"),
        "first look, invented reports": invented_reports("first look"),
        "spare articles": coded_news(shared, "spare"),
    }
    scores = [score for name, stories in parts.items() for score in totals(name, judged(stories, tools))]
    for score in scores:
        sys.stdout.write(f"{score.dataset}, {score.measure}: {score.value:.3f} of {score.n}\n")
    if options.write:
        write(scores, SCORES)


if __name__ == "__main__":
    main()
