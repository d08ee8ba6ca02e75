"""Accuracy of dates on TempEval-3 platinum, WikiWars and ISAF releases (development data outside the repository).

Run: python benchmarks/dates.py [path of the shared data]. Extents are scored relaxed (any overlap), values only where the
extent is found, as TempEval-3 does (UzZaman et al. 2013): value F1 = extent F1 x share of right values.
"""

from __future__ import annotations

import gzip
import json
import re
import sys
import tarfile
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from html import unescape
from pathlib import Path

from casus.coding.dates import find_dates, find_times
from casus.model.text import Block, Report, Sentence

SHARED = Path(__file__).resolve().parents[2] / "shared" / "data"
_TAG = re.compile(r"<[^>]+>")
_TIMEX = re.compile(r"<(/?)(TIMEX[23])\b([^>]*)>")


@dataclass(frozen=True, slots=True)
class Marked:
    """A text with its publication day and its marked expressions (start, end, value)."""

    name: str
    text: str
    published: date | None
    marks: tuple[tuple[int, int, str], ...]


def unmark(source: str) -> tuple[str, tuple[tuple[int, int, str], ...]]:
    """Text without tags, and the marked spans in it."""
    out, marks, opened, at = "", [], [], 0
    for tag in _TAG.finditer(source):
        out += unescape(source[at : tag.start()])
        at = tag.end()
        timex = _TIMEX.match(tag[0])
        if timex and not timex[1]:
            value = re.search(r'\bval(?:ue)?="([^"]*)"', timex[3])
            opened.append((len(out), value[1] if value else ""))
        elif timex and opened:
            start, value_of = opened.pop()
            marks.append((start, len(out), value_of))
    return out + unescape(source[at:]), tuple(sorted(marks))


def tempeval(data: Path, folder: str) -> Iterator[Marked]:
    with tarfile.open(data / "dates" / "tempeval3.tar.gz") as archive:
        for member in sorted(archive.getmembers(), key=lambda m: m.name):
            if folder in member.name and member.name.endswith(".tml"):
                raw = archive.extractfile(member).read().decode("utf-8", "replace")
                day = re.search(r'functionInDocument="(?:CREATION|PUBLICATION)_TIME"[^>]*value="(\d{4}-\d\d-\d\d)', raw) or re.search(
                    r'value="(\d{4}-\d\d-\d\d)[^>]*functionInDocument="(?:CREATION|PUBLICATION)_TIME"', raw
                )
                body = raw[raw.index("<TEXT>") + 6 : raw.index("</TEXT>")]
                yield Marked(member.name, *_with(unmark(body), date.fromisoformat(day[1]) if day else None))


def _with(unmarked: tuple[str, tuple[tuple[int, int, str], ...]], day: date | None) -> tuple[str, date | None, tuple[tuple[int, int, str], ...]]:
    return unmarked[0], day, unmarked[1]


def wikiwars(data: Path) -> Iterator[Marked]:
    with tarfile.open(data / "dates" / "wikiwars.tar.gz") as archive:
        for member in sorted(archive.getmembers(), key=lambda m: m.name):
            if "/keyinline/" in member.name and member.isfile():
                raw = archive.extractfile(member).read().decode("utf-8", "replace")
                day = re.search(r'<DATETIME>\s*<TIMEX2 val="(\d{4}-\d\d-\d\d)', raw)
                body = raw[raw.index("<TEXT>") + 6 : raw.index("</TEXT>")]
                yield Marked(member.name, *_with(unmark(body), date.fromisoformat(day[1]) if day else None))


def as_report(text: str, published: date | None) -> tuple[Report, list[Sentence]]:
    """A report of paragraphs and rough sentences, without syntax."""
    blocks, sentences = [], []
    for paragraph in re.finditer(r"[^\n\u2028]+(?:\n(?!\s*\n)[^\n]+)*", text):
        blocks.append(Block(paragraph.start(), paragraph.end(), "paragraph"))
        at = paragraph.start()
        for stop in [*re.finditer(r"(?<=[.!?”\"])\s+(?=[A-Z“\"])(?<!\b[A-Z]\.\s)(?<!\b(?:Mr|Dr|St|Lt)\.\s)(?<!\b(?:Sen|Gen|Col|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sep|Oct|Nov|Dec)\.\s)", paragraph[0])]:
            end = paragraph.start() + stop.start()
            sentences.append(Sentence(len(sentences), at, end, len(blocks) - 1, False, (), ()))
            at = paragraph.start() + stop.end()
        if at < paragraph.end():
            sentences.append(Sentence(len(sentences), at, paragraph.end(), len(blocks) - 1, False, (), ()))
    return Report("benchmark", text, tuple(blocks), "benchmark", published=published), sentences


def same_value(ours: str, gold: str) -> bool:
    """Whether two TIMEX values say the same; times are compared by day and part of day."""
    return ours == gold or (ours.replace("-XX", "") == gold.replace("-XX", "") and bool(ours))


def score(texts: Iterator[Marked], *, show: int = 0) -> dict[str, float]:
    found = gold = hit_gold = hit_found = right = 0
    missed: Counter[str] = Counter()
    for text in texts:
        report, sentences = as_report(text.text, text.published)
        timed = [t for s in sentences for t in find_times(report, s)]
        found, gold = found + len(timed), gold + len(text.marks)
        for start, end, value in text.marks:
            over = [t for t in timed if t.core < end and start < t.end]
            hit_gold += bool(over)
            ok = bool(over) and any(same_value(t.when.value, value) for t in over)
            right += ok
            if not ok:
                missed[f"{text.text[start:end]!r} {value} <- {[(text.text[t.core:t.end], t.when.value) for t in over]}"] += 1
        for t in timed:
            if any(t.core < e and s < t.end for s, e, _ in text.marks):
                hit_found += 1
            else:
                missed[f"EXTRA {text.text[max(t.core-25,0):t.end+20]!r} {t.rule}"] += 1
    for line, n in missed.most_common(show):
        print("   ", n, line)
    precision, recall = hit_found / max(found, 1), hit_gold / max(gold, 1)
    f1 = 2 * precision * recall / max(precision + recall, 1e-9)
    return {"precision": precision, "recall": recall, "extent_f1": f1, "value_f1": f1 * right / max(hit_gold, 1), "gold": gold}


def isaf(data: Path, *, show: int = 0) -> float:
    """Share of ISAF releases whose first stated day after the head is the incident's; the text alone, no metadata."""
    with gzip.open(data / "counts" / "isaf_dev.jsonl.gz", "rt", encoding="utf-8") as lines:
        rows = [json.loads(line) for line in lines]
    right = 0
    for row in rows:
        day = incident_day(row["text"])
        right += day == row["gold"]["start_date"]
        if day != row["gold"]["start_date"] and show > 0:
            show -= 1
            print("   ", row["gold"]["start_date"], day, repr(row["text"][:700]))
    return right / len(rows)


def incident_day(text: str) -> str | None:
    """The first day or night the body gives that is not the dateline; else the dateline."""
    report, sentences = as_report(text, None)
    days = [d for s in sentences for d in find_dates(report, s) if d.start is not None and d.evidence is not None]
    told = [d for d in days if d.evidence.rule not in {"dates:dmy", "dates:mdy"} or not _heads(text, d.evidence.start, d.evidence.end)]
    pick = next((d for d in told if d.precision in {"day", "range"}), days[0] if days else None)
    return pick.start.isoformat() if pick and pick.start else None


def _heads(text: str, start: int, end: int) -> bool:
    return start < 600 and bool(re.match(r"\s*(?:[)\n\u2028]|--|[–—-]|:|$)", text[end : end + 4]))


def main() -> None:
    data = Path(sys.argv[1]) if len(sys.argv) > 1 and not sys.argv[1].isdigit() else SHARED
    show = int(sys.argv[-1]) if sys.argv[-1].isdigit() else 0
    if not data.exists():
        print(f"dates: skipped, {data} is absent")
        return
    sets = {"TempEval-3 platinum": tempeval(data, "te3-platinum/"), "TimeBank": tempeval(data, "/TimeBank/"), "WikiWars": wikiwars(data)}
    for name, texts in sets.items():
        print(name, {k: round(v, 3) for k, v in score(texts, show=show).items()})
    print("ISAF incident date", round(isaf(data, show=show), 3))


if __name__ == "__main__":
    main()
