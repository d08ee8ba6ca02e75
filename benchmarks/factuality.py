"""Event factuality on the -3..3 scale: UDS It-Happened 2 (web text), MEANTIME (Wikinews), UW (news), development parts.

Pearson's r and mean absolute error of what the rules make of mood and stance, of the trained head, and of the mean of both. The
head was trained on the training parts of UDS and MEANTIME; UW stays unseen. An event whose word is not found counts as 3.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import partial
from pathlib import Path

import numpy as np

from benchmarks.board import Score
from casus.codebook.modality import Modality
from casus.coding.mood.factuality import Style, by_head, by_rules
from casus.pipeline import Tools
from training.factuality import Event, read_events

NAME = "factuality"
SETS: tuple[tuple[str, str, Style], ...] = (("UDS-IH2 dev", "uds_ih2", "web"), ("MEANTIME dev", "meantime", "news"), ("UW dev", "uw", "news"))
NEEDS = tuple(f"data/status/{name}_dev.jsonl.gz" for _, name, _ in SETS)


def scores(shared: Path, tools: Tools, limit: int | None) -> Iterator[Score]:
    """Correlation and error of rules, head and both."""
    words = tools.book.modality
    for (dataset, _, style), need in zip(SETS, NEEDS, strict=True):
        events = list(read_events(shared / need, tools.reader, tools.book, every=1 if limit is None else 10))
        gold = [e.value for e in events]
        rules = _values(events, partial(_rules, words=words))
        head = _values(events, partial(_head, words=words, style=style))
        both = [(r + h) / 2 for r, h in zip(rules, head, strict=True)]
        for name, values in (("rules", rules), ("head", head), ("mean of both", both)):
            r = float(np.corrcoef(values, gold)[0, 1])
            error = float(np.abs(np.array(values) - np.array(gold)).mean())
            yield Score(dataset, f"r, {name}", r, len(gold))
            yield Score(dataset, f"mean error, {name}", error, len(gold), lower_is_better=True)


def _values(events: Sequence[Event], value: Callable[[Event], float]) -> list[float]:
    return [3.0 if e.tree is None else value(e) for e in events]


def _rules(event: Event, words: Modality) -> float:
    assert event.tree is not None
    return by_rules(event.tree, event.token, event.speeches, words)


def _head(event: Event, words: Modality, style: Style) -> float:
    assert event.tree is not None
    return by_head(event.tree, event.token, event.speeches, words, style=style)
