"""Dates: extents and values of time expressions, and the day of an incident. Development scores, not a sealed test.

    python -m benchmarks.dates [--shared ../shared] [--misses N]

TempEval-3 platinum, TimeBank and WikiWars: extents are scored relaxed (any overlap); value F1 is extent F1 times the share of
found extents with the right value (UzZaman et al. 2013). ISAF: the day of the incident from the release's text alone, without
metadata; `told` counts only the releases whose text fixes the day, `within one` allows a day either way. Prints a line and
stops where the data is absent. Nothing of the data is kept.
"""

from __future__ import annotations

import argparse
import gzip
import json
import re
import tarfile
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from html import unescape
from pathlib import Path

from benchmarks.board import Score, pick
from casus.coding.dates.finding import Timed, date_of_act, find_dates, find_times
from casus.model.text import Block, Report, Sentence
from casus.model.when import DateRange
from casus.pipeline import Tools
from casus.read import Reader

NAME = "dates"
NEEDS = ("data/dates/tempeval3.tar.gz", "data/dates/wikiwars.tar.gz")

_TAG = re.compile(r"<[^>]+>")
_TIMEX = re.compile(r"<(/?)(TIMEX[23])\b([^>]*)>")
_SENTENCE_END = re.compile(
    r"(?<=[.!?”\"])(?<!\b[A-Z]\.)(?<!\b(?:Mr|Dr|St|Lt)\.)(?<!\b(?:Sen|Gen|Col|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sep|Oct|Nov|Dec)\.)"
    r"\s+(?=[A-Z“\"])"
)
_ACTS = frozenset(
    "kill capture detain arrest engage conduct discover target seize recover wound strike destroy attack find clear search fire carry".split()
)
"""Verbs of the incidents ISAF reports."""


@dataclass(frozen=True, slots=True)
class Marked:
    """A text with its publication day and its marked expressions (start, end, value)."""

    name: str
    text: str
    published: date | None
    marks: tuple[tuple[int, int, str], ...]


def unmark(name: str, source: str, day: re.Match[str] | None) -> Marked:
    """The text without tags, and where the marked spans stand in it."""
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
    return Marked(name, out + unescape(source[at:]), date.fromisoformat(day[1]) if day else None, tuple(sorted(marks)))


def members(archive: Path, part: str, ending: str) -> Iterator[tuple[str, str]]:
    """Names and contents of an archive's files whose path has `part`."""
    with tarfile.open(archive) as files:
        for member in sorted(files.getmembers(), key=lambda m: m.name):
            stream = files.extractfile(member) if member.isfile() and part in member.name and member.name.endswith(ending) else None
            if stream is not None:
                yield member.name, stream.read().decode("utf-8", "replace")


def tempeval(data: Path, part: str) -> Iterator[Marked]:
    """TimeML files, with the creation time."""
    for name, raw in members(data / "dates" / "tempeval3.tar.gz", part, ".tml"):
        head = re.search(r"<TIMEX3[^>]*(?:CREATION|PUBLICATION)_TIME[^>]*>", raw)
        day = re.search(r'value="(\d{4}-\d\d-\d\d)', head[0]) if head else None
        yield unmark(name, raw[raw.index("<TEXT>") + 6 : raw.index("</TEXT>")], day)


def wikiwars(data: Path) -> Iterator[Marked]:
    """Histories of wars; "published" when the page was taken."""
    for name, raw in members(data / "dates" / "wikiwars.tar.gz", "/keyinline/", ""):
        day = re.search(r'<DATETIME>\s*<TIMEX2 val="(\d{4}-\d\d-\d\d)', raw)
        yield unmark(name, raw[raw.index("<TEXT>") + 6 : raw.index("</TEXT>")], day)


def as_report(text: str, published: date | None) -> tuple[Report, list[Sentence]]:
    """A report of paragraphs and rough sentences, without syntax."""
    blocks: list[Block] = []
    sentences: list[Sentence] = []
    for paragraph in re.finditer(r"[^\n\u2028]+(?:\n(?!\s*\n)[^\n]+)*", text):
        blocks.append(Block(paragraph.start(), paragraph.end(), "paragraph"))
        at = paragraph.start()
        for stop in _SENTENCE_END.finditer(text, paragraph.start(), paragraph.end()):
            sentences.append(Sentence(len(sentences), at, stop.start(), len(blocks) - 1, False, (), ()))
            at = stop.end()
        if at < paragraph.end():
            sentences.append(Sentence(len(sentences), at, paragraph.end(), len(blocks) - 1, False, (), ()))
    return Report("benchmark", text, tuple(blocks), "benchmark", published=published), sentences


def score(texts: Iterable[Marked], *, misses: int = 0) -> dict[str, float]:
    """Precision, recall and F1 of extents, and value F1."""
    found = gold = hit_gold = hit_found = right = 0
    missed: Counter[str] = Counter()
    for text in texts:
        report, sentences = as_report(text.text, text.published)
        timed = [t for s in sentences for t in find_times(report, s)]
        found, gold = found + len(timed), gold + len(text.marks)
        for start, end, value in text.marks:
            over = [t for t in timed if t.core < end and start < t.end]
            hit_gold += bool(over)
            ok = any(_same(t.when.value, value) for t in over)
            right += ok
            if not ok:
                missed[f"{text.text[start:end]!r} {value} <- {[(text.text[t.core : t.end], t.when.value) for t in over]}"] += 1
        hit_found += sum(any(t.core < e and s < t.end for s, e, _ in text.marks) for t in timed)
        missed.update(_extra(text, timed))
    for line, n in missed.most_common(misses):
        print("   ", n, line)
    precision, recall = hit_found / max(found, 1), hit_gold / max(gold, 1)
    f1 = 2 * precision * recall / max(precision + recall, 1e-9)
    return {"marked": gold, "precision": precision, "recall": recall, "extent F1": f1, "value F1": f1 * right / max(hit_gold, 1)}


def _same(ours: str, gold: str) -> bool:
    return bool(ours) and ours.replace("-XX", "") == gold.replace("-XX", "")


def _extra(text: Marked, timed: Sequence[Timed]) -> Iterator[str]:
    for t in timed:
        if not any(t.core < e and s < t.end for s, e, _ in text.marks):
            yield f"EXTRA {text.text[max(t.core - 25, 0) : t.end + 20]!r} {t.rule}"


def isaf(data: Path, *, misses: int = 0) -> dict[str, float]:
    """The day of the incident of each release: what its acts are dated, else the first day told, else the dateline."""
    with gzip.open(data / "counts" / "isaf_dev.jsonl.gz", "rt", encoding="utf-8") as lines:
        rows = [json.loads(line) for line in lines]
    reader = Reader.load()
    told = right = near = 0
    for row in rows:
        when, gold = incident(row["text"], reader), date.fromisoformat(row["gold"]["start_date"])
        if when is None or when.start is None or when.end is None:
            continue
        told += 1
        right += when.start == gold
        near += (when.start - gold).days <= 1 and (gold - when.end).days <= 1
        if when.start != gold and misses > 0:
            misses -= 1
            print("   ", gold, when.start, when.end, repr(when.evidence.words if when.evidence else ""), repr(row["text"][:500]))
    n = len(rows)
    return {"releases": n, "the day": right / n, "told": told / n, "the day, of told": right / told, "within one, of told": near / told}


def incident(text: str, reader: Reader) -> DateRange | None:
    """The date of the release's first dated act; else its first date that is no dateline; else the dateline's."""
    paragraphs = [m.span() for m in re.finditer(r"[^\n\u2028]+", text)]
    blocks = tuple(Block(start, end, "paragraph") for start, end in paragraphs)
    report = Report("benchmark", text, blocks, "benchmark")
    sentences = reader.read(text, [(start, end, False) for start, end in paragraphs])
    days = [(s, tuple(d for d in find_dates(report, s) if d.start and d.end and d.precision != "year" and not _heads(text, d))) for s in sentences]
    for sentence, dates in days:
        for i, token in enumerate(sentence.tokens):
            if token.lemma.lower() in _ACTS and (when := date_of_act(sentence, i, dates)) is not None:
                return when
    first = next((d for _, dates in days for d in dates), None)
    return first or next((d for s in sentences for d in find_dates(report, s) if d.start and d.end), None)


def _heads(text: str, when: DateRange) -> bool:
    """Whether a full date stands as a dateline does."""
    if when.evidence is None or when.evidence.rule not in {"dates:dmy", "dates:mdy"} or when.evidence.start > 600:
        return False
    return bool(re.match(r"\s*(?:[)\n\u2028]|--|[–—-]|:|$)", text[when.evidence.end : when.evidence.end + 4]))


def scores(shared: Path, tools: Tools, limit: int | None) -> Iterator[Score]:
    """Time expressions: extents and values."""
    del tools
    data = shared / "data"
    for name, texts in (("TempEval-3 platinum", tempeval(data, "te3-platinum/")), ("WikiWars", wikiwars(data))):
        found = score(pick(texts, limit and limit // 6))
        for measure in ("extent F1", "value F1"):
            yield Score(name, measure, found[measure], int(found["marked"]), note="relaxed extents")


def main() -> None:
    """Print every score."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--shared", type=Path, default=Path(__file__).resolve().parents[2] / "shared")
    parser.add_argument("--misses", type=int, default=0)
    options = parser.parse_args()
    data = options.shared / "data"
    if not data.exists():
        print(f"dates: {data} is absent, nothing measured")
        return
    sets = {"TempEval-3 platinum": tempeval(data, "te3-platinum/"), "TimeBank": tempeval(data, "/TimeBank/"), "WikiWars": wikiwars(data)}
    for name, texts in sets.items():
        print(f"{name}: {_told(score(texts, misses=options.misses))}")
    print(f"ISAF incident date: {_told(isaf(data, misses=options.misses))}")


def _told(scores: dict[str, float]) -> str:
    return ", ".join(f"{name} {value:.3f}".replace(".000", "") for name, value in scores.items())


if __name__ == "__main__":
    main()
