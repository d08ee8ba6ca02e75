"""News articles labelled with the event they report: the stories Casus groups reports into (Giveme5W1H's articles).

    python -m benchmarks --only same_event

Most of the articles tell of matters Casus does not code (sport, business, celebrities), so that what is measured is the grouping of
reports by which merging knows that two reports tell one matter: B3 over articles, and pairs. Each article is its title, its
description and its text.
"""

from __future__ import annotations

import gzip
import json
from collections.abc import Iterator
from datetime import date
from pathlib import Path

from benchmarks.board import Score, pick
from benchmarks.coreference import Answers, b_cubed
from benchmarks.gva_merge import pairs_of
from casus.ingest.likeness import likenesses
from casus.ingest.persons import acquainted, persons
from casus.ingest.report import report_from_text
from casus.ingest.stories import stories
from casus.model.errors import CasusError
from casus.model.text import Report
from casus.pipeline import Tools

NAME = "same_event"
NEEDS = ("data/merge/same_event_articles.jsonl.gz",)


def articles(shared: Path, limit: int | None) -> list[tuple[Report, int]]:
    """The articles ingest takes, with their event."""
    with gzip.open(shared / NEEDS[0], "rt", encoding="utf-8") as lines:
        rows = [json.loads(line) for line in lines]
    found = []
    for row in pick(rows, limit):
        text = "\n\n".join(row[key] for key in ("title", "description", "text") if row.get(key))
        day = date.fromisoformat(row["date_publish"][:10]) if row["date_publish"] else None
        try:
            found.append((report_from_text(text, title=row["title"] or None, published=day), row["newsCluster"]["EventId"]))
        except CasusError:
            continue
    return found


def scores(shared: Path, tools: Tools, limit: int | None) -> Iterator[Score]:
    """B3 F1, and how many pairs of articles in one story are right."""
    found = articles(shared, limit)
    reports = [r for r, _ in found]
    told = stories([r.id for r in reports], acquainted(likenesses(reports), persons(reports)))
    story = {report: k for k, group in enumerate(told) for report in group}
    answers: Answers = [(story[r.id], str(label)) for r, label in found]
    rates = b_cubed(answers)
    note = f"precision {rates.precision:.3f}, recall {rates.recall:.3f}"
    yield Score("same-event articles", "B3 F1, stories", rates.f1, len(answers), bar=0.92, note=note)
    ours, gold = pairs_of(answers)
    yield Score("same-event articles", "pairs, precision", len(ours & gold) / max(len(ours), 1), len(ours))
