"""Articles on shooting incidents: killed and wounded per document (SemEval-2018 task 5). Development scores.

    python -m benchmarks.gva [--shared ../shared] [--misses killed|wounded]

The label is the incident's final toll in the Gun Violence Archive, suspects included; an article of the first hour cannot know it.
A document is judged only where it can: it was published from the day of the incident to sixty days after; it has some text; a
figure of one needs a word of that harm in the article, a larger one needs besides the figure itself, in digits or words (or as
many persons named by age); a label of nobody killed is judged where the article tells of no death, one of nobody wounded where it tells of the
deaths the label counts: an article that knows a victim only as hurt cannot know that he died.
Answer, for each kind of harm: over the certain assaults in the news that the article tells as done, the largest figure (over
uncertain ones, such as a toll without its attack, where the certain ones give none of that kind); none where no such harm is told. "Shot" without death is a wound: where only killed or injured together
are told, the rest of them are wounded.
"""

from __future__ import annotations

import argparse
import gzip
import json
import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import Any

from benchmarks.board import Score, pick
from casus.ingest.report import report_from_text
from casus.model.errors import CasusError
from casus.model.event import Event
from casus.model.text import Report
from casus.pipeline import Tools, draw, read_report

NAME = "gva"
NEEDS = ("data/merge/gva_documents.jsonl.gz", "data/merge/gva_incidents.jsonl")
FLOORS = {"killed": 0.760, "wounded": 0.574}
BARS = {"killed": 0.90, "wounded": 0.80}
_FIELDS = ("killed", "injured", "killed_or_injured")
_WORDS = "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen".split()
_HARM = {
    "killed": re.compile(r"\b(?:kill|dea[dt]h?|die[sd]?\b|dying|fatal|homicide|murder|slain|deceased|slay|lifeless)", re.I),
    "wounded": re.compile(r"\b(?:wound|injur|shot\b|hurt|hospital|critical|struck|hit\b|gunshot|bullet)", re.I),
}


@dataclass(frozen=True, slots=True)
class Document:
    """An article with its incident's toll."""

    title: str
    text: str
    published: date
    day: date
    killed: int
    wounded: int


def documents(shared: Path) -> Iterator[Document]:
    """The articles whose incident is labelled."""
    incidents = {row["incident_id"]: row for row in map(json.loads, (shared / NEEDS[1]).read_text(encoding="utf-8").splitlines())}
    with gzip.open(shared / NEEDS[0], "rt", encoding="utf-8") as lines:
        for row in map(json.loads, lines):
            label = incidents.get(row["incident_id"])
            if label is not None and len(row["text"]) >= 200:
                yield _document(row, label)


def _document(row: Mapping[str, Any], label: Mapping[str, Any]) -> Document:
    day = datetime.strptime(label["date"], "%B %d, %Y").date()
    return Document(row["title"], row["text"], date.fromisoformat(row["dct"]), day, label["num_killed"], label["num_injured"])


def can_know(document: Document, field: str) -> bool:
    """Whether the article can tell the label of a field."""
    text = f"{document.title}\n{document.text}"
    number = getattr(document, field)
    if not 0 <= (document.published - document.day).days <= 60:
        return False
    if number == 0 and field == "wounded":
        return document.killed == 0 or bool(_HARM["killed"].search(text))
    if number == 0:
        return not re.search(r"\b(?:dies|died|dead|fatally|killed|homicide)\b", text, re.I)
    if not _HARM[field].search(text):
        return False
    ages = len(set(re.findall(r"\b(\d{1,2})[- ]year[- ]old|, (\d{1,2}),", text)))
    return number == 1 or bool(re.search(rf"\b(?:{number}|{_WORDS[number] if number < len(_WORDS) else number})\b", text, re.I)) or ages == number


def report_of(document: Document) -> Report | None:
    """The report of an article, its title above it; None where ingest refuses the text."""
    try:
        return report_from_text(f"{document.title}\n\n{document.text}", title=document.title, published=document.published)
    except CasusError:
        return None


def answer(document: Document, tools: Tools) -> dict[str, int]:
    """Killed and wounded as Casus reads the article."""
    report = report_of(document)
    if report is None:
        return {"killed": 0, "wounded": 0}
    told = [e for e in draw([read_report(report, tools)], tools).events if _is_told(e)]
    killed, wounded, either = (_largest(told, field) for field in _FIELDS)
    return {"killed": killed, "wounded": max(wounded, either - killed)}


def _largest(told: Sequence[Event], field: str) -> int:
    """The largest figure of the certain events, where they give none of the others."""
    return max((_figure(e, field) for e in told if e.certain), default=0) or max((_figure(e, field) for e in told), default=0)


def _is_told(event: Event) -> bool:
    done = event.status not in {"planned", "threatened", "denied"}
    return event.type == "ASSAULT" and done and event.layer == "news" and not event.aggregate


def _figure(event: Event, field: str) -> int:
    count = getattr(event, field)
    return 0 if count is None else count.best or count.low or 0


def scores(shared: Path, tools: Tools, limit: int | None) -> Iterator[Score]:
    """Shares of judged documents with the right figure."""
    right: Counter[str] = Counter()
    judged: Counter[str] = Counter()
    for document in pick(documents(shared), limit):
        found = answer(document, tools)
        for field in BARS:
            if can_know(document, field):
                judged[field] += 1
                right[field] += found[field] == getattr(document, field)
    for field, bar in BARS.items():
        note = "exact; anchor over all documents of the task"
        yield Score("GVA documents", field, right[field] / max(judged[field], 1), judged[field], FLOORS[field], "regex", bar, note)


def main() -> None:
    """Print the misses of a field."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--shared", type=Path, default=Path("../shared"))
    parser.add_argument("--misses", choices=tuple(BARS), default="killed")
    parser.add_argument("--every", type=int, default=10)
    options = parser.parse_args()
    tools = Tools.load()
    for document in list(documents(options.shared))[:: options.every]:
        found = answer(document, tools)
        if can_know(document, options.misses) and found[options.misses] != getattr(document, options.misses):
            print(f"==== label {document.killed} killed {document.wounded} wounded, found {found}\n{document.title}\n{document.text[:1500]}")


if __name__ == "__main__":
    main()
