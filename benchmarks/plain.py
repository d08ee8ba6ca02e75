"""Plain sentences of one act each, invented, with what an expert enters: how often the act is printed, and with every value right.

    python -m benchmarks.plain

benchmarks/plain_sentences.tsv (the project's own) holds, per sentence, the types that may be entered, the status, who did it to whom, the
place, the day, and the killed and injured; alternatives stand between semicolons, "?" marks a value that may be lacking. Each is a report of
its own, published on 15 June 2024. Only totals are looked at while rules are changed. A party is right where its words hold an expected name
or lie in one; a party, place, day or figure that nobody expects is wrong.
"""

from __future__ import annotations

import csv
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from benchmarks.board import HERE, Score, pick
from casus.export.events import listed_events
from casus.ingest.report import report_from_text
from casus.model.actor import Party
from casus.model.count import Count
from casus.model.event import Event
from casus.pipeline import Tools, draw, read_report

NAME = "plain"
SENTENCES = HERE / "plain_sentences.tsv"
NEEDS = (str(SENTENCES),)
DATASET = "plain sentences"
_PUBLISHED = "2024-06-15"
_MUTUAL = frozenset({"AGREE", "CONSULT"})
_FIELDS = ("status", "parties", "place", "date", "figures")


@dataclass(frozen=True, slots=True)
class Plain:
    """A sentence with what an expert enters for it; "" where nothing may be entered."""

    text: str
    types: str
    status: str
    actors: str
    recipients: str
    place: str
    date: str
    killed: str
    injured: str


def scores(shared: Path, tools: Tools, limit: int | None) -> Iterator[Score]:
    """The share of sentences whose act is printed, of these the share with each value right, and of all printed events those right in all."""
    counts = measured(pick(sentences(), limit), tools)
    asked, found, printed = counts["asked"], counts["found"], counts["printed"]
    yield Score(DATASET, "acts found", counts["found"] / asked, asked, note="invented, one act each; only totals were looked at")
    yield Score(DATASET, "printed events all right", counts["all right"] / max(printed, 1), printed, note="type, status, parties, place, day, figures")
    for field in _FIELDS:
        yield Score(DATASET, field, counts[field] / max(found, 1), found)


def sentences() -> list[Plain]:
    """The sentences, in the order of the file."""
    with SENTENCES.open(encoding="utf-8", newline="") as lines:
        return [Plain(**row) for row in csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE)]


def measured(asked: Sequence[Plain], tools: Tools) -> Counter[str]:
    """How many sentences were asked, acts found and printed, and values right."""
    counts: Counter[str] = Counter(asked=len(asked))
    for one in asked:
        events = listed_events(draw([read_report(report_from_text(one.text, published=_PUBLISHED), tools)], tools))
        counts["printed"] += len(events)
        hit = next((e for e in events if e.type in one.types.split(";")), None)
        if hit is not None:
            right = judged(one, hit)
            counts.update({field: int(ok) for field, ok in right.items()})
            counts.update({"found": 1, "all right": int(all(right.values()))})
    return counts


def judged(one: Plain, event: Event) -> dict[str, bool]:
    """Which values of a printed event are what an expert enters."""
    day = str(event.date.start) if event.date is not None and event.date.start is not None else ""
    return {
        "status": event.status == one.status,
        "parties": _parties_right(one, event),
        "place": _is_one(one.place, _where(event)),
        "date": _is_one(one.date, (day,) if day else ()),
        "figures": _is_count(one.killed, event.killed) and _is_count(one.injured, event.injured),
    }


def _parties_right(one: Plain, event: Event) -> bool:
    if ";" in one.actors or one.types.split(";")[0] in _MUTUAL:
        return _are(";".join(filter(None, (one.actors, one.recipients))), (*event.actors, *event.recipients))
    return _are(one.actors, event.actors) and _are(one.recipients, event.recipients)


def _are(expected: str, told: Sequence[Party]) -> bool:
    """Whether everybody told is expected, and somebody is told where somebody must be."""
    names = [name.strip("?") for name in expected.split(";") if name]
    if not told:
        return not names or "?" in expected
    return all(any(_alike(name, party.evidence.words) for name in names) for party in told)


def _where(event: Event) -> tuple[str, ...]:
    if event.place is None:
        return ()
    words = (event.place.evidence.words,) if event.place.evidence is not None else ()
    return (event.place.name, *words)


def _is_one(expected: str, told: Sequence[str]) -> bool:
    if not told:
        return not expected or "?" in expected
    return bool(expected) and any(_alike(expected.strip("?"), words) for words in told)


def _is_count(expected: str, told: Count | None) -> bool:
    given = str(told.best) if told is not None and told.best is not None else ""
    return given == expected.strip("?") or (not given and "?" in expected)


def _alike(a: str, b: str) -> bool:
    a, b = a.lower(), b.lower()
    return a in b or b in a or a.split()[-1] in b


def main() -> int:
    """Print every score; 0."""
    for score in scores(HERE, Tools.load(), None):
        print(f"{score.measure} {score.value:.3f} (n {score.n})")
    return 0


if __name__ == "__main__":
    sys.exit(main())
