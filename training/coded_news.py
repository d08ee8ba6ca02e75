"""Real news coded by hand to learn from: ``training/coded_news.jsonl.gz`` holds keys like those of benchmarks/article_key.py, one a line.

None of these articles is among the coded articles of benchmarks/, and none that is learned from is measured with where what is learned
has a say: of ECB+ they are of the topics for development, of MUC-4 of the training part; the marked sentences of VOA are found by frames
alone.
"""

from __future__ import annotations

import gzip
import json
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Any, Literal

from benchmarks.article_key import story_of_key
from benchmarks.story_key import Story, story

CODED = Path(__file__).with_name("coded_news.jsonl.gz")
REPORTS = Path(__file__).with_name("coded_reports")
"""Invented reports in the manner of today's news, written and coded for this."""


Part = Literal["encoder", "heads", "spare", "again", "first look"]
"""What the encoder of tellings learns from; what the heads learn from that see what it says; what nothing shipped has learned from,
though its faults were looked at and thresholds chosen on it; the same articles coded a second time by somebody else (agreement.py); and
what was measured only when all stood (spare.py)."""
_HEADS = 6


def coded_news(shared: Path, part: Part) -> Iterator[Story]:
    """Every article of a part, in the order of the file.

    Raises ValueError for a text that is not the one that was coded, OSError where it is absent.
    """
    for key in _keys():
        if part_of(key) == part:
            yield story_of_key(f"{key['file'].rpartition('/')[2].partition('.')[0]} {key['record']}", key, shared, CODED)


def invented_reports(part: Part) -> Iterator[Story]:
    """Every invented report of a part, by name."""
    for path in sorted((REPORTS / part.replace(" ", "_")).glob("*.yaml")):
        yield story(path)


def part_of(key: Mapping[str, Any]) -> Part:
    """The part of an article: the one its key names, else by lot, the digest of its text."""
    named: Part | None = key.get("part")
    return named or ("heads" if int(key["text"][:8], 16) % _HEADS == 0 else "encoder")


@cache
def _keys() -> tuple[dict[str, Any], ...]:
    with gzip.open(CODED, "rt", encoding="utf-8") as lines:
        return tuple(map(json.loads, lines))
