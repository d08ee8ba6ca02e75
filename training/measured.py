"""What the commands share that measure with coded news: their options, and printing and keeping what was measured."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Sequence
from pathlib import Path

from benchmarks.board import Score


def options(description: str | None, path: Path) -> argparse.Namespace:
    """The options of a command that keeps its scores in a file."""
    parser = argparse.ArgumentParser(description=description, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--shared", type=Path, default=Path("../shared"))
    parser.add_argument("--write", action="store_true", help=f"write {path.name}")
    return parser.parse_args()


def report(scores: Sequence[Score], path: Path, *, write: bool) -> None:
    """Print scores; with `write` keep them in a file, by data set and measure: the value and of how many."""
    rows: dict[str, dict[str, list[float]]] = {}
    for score in scores:
        sys.stdout.write(f"{score.dataset}, {score.measure}: {score.value:.3f} of {score.n}\n")
        rows.setdefault(score.dataset, {})[score.measure] = [round(score.value, 4), score.n]
    if write:
        path.write_text(json.dumps(rows, indent=1) + "\n", encoding="utf-8")
