"""Toponyms of TR-News and GeoVirus: which names are seen, and which place on earth each means. Read by `benchmarks.places`.

Recognition: names of places Casus finds against the annotated spans, right where they overlap; demonyms ("Turkish") count for
neither side. Resolution: each annotated toponym with what Casus reads around it (its unit, what it lies in), right within 50 km of
the annotated point (161 km = 100 miles told too). `precision` is of those that got a point, `coverage` how many got a line of the
gazetteer ("Asia" has one, and no point), `recall` how many of all are right.
"""

from __future__ import annotations

import gzip
import math
import xml.etree.ElementTree as ET
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from casus.codebook.countries import load_countries
from casus.codebook.places import Entry, Gazetteer
from casus.coding.places.finding import PlaceMention, find_places
from casus.coding.places.names import find_names
from casus.model.text import Block, Report, Sentence
from casus.read import Reader
from casus.resolve.places import choose
from casus.resolve.story_places import story_places

WIDE = frozenset({"country", "adm1", "region"})
"""Classes whose point may lie anywhere in them: right within 1,500 km."""


@dataclass(frozen=True, slots=True)
class Toponym:
    """An annotated name, and its point if it has one."""

    start: int
    end: int
    lat: float | None
    lon: float | None


@dataclass(slots=True)
class Tally:
    """Counts over the texts of a set."""

    marked: int = 0
    seen: int = 0
    hit_marked: int = 0
    hit_seen: int = 0
    asked: int = 0
    given: int = 0
    pointed: int = 0
    near: int = 0
    wide: int = 0

    def scores(self) -> dict[str, float]:
        """Recognition and resolution as shares."""
        precision, recall = self.hit_seen / max(self.seen, 1), self.hit_marked / max(self.marked, 1)
        return {
            "marked": self.marked, "seen precision": precision, "seen recall": recall,
            "seen F1": 2 * precision * recall / max(precision + recall, 1e-9),
            "toponyms": self.asked, "coverage": self.given / max(self.asked, 1),
            "precision 50 km": self.near / max(self.pointed, 1), "precision 161 km": self.wide / max(self.pointed, 1),
            "recall 50 km": self.near / max(self.asked, 1), "recall 161 km": self.wide / max(self.asked, 1),
        }  # fmt: skip


def toponyms(path: Path) -> Iterator[tuple[str, list[Toponym]]]:
    """Texts with their toponyms."""
    with gzip.open(path, "rb") as stream:
        root = ET.fromstring(stream.read())
    for article in root.iter("article"):
        text = article.findtext("text") or ""
        yield text, [s for t in (*article.iter("toponym"), *article.iter("location")) if (s := _span(t, text)) is not None]


def _span(element: ET.Element, text: str) -> Toponym | None:
    """A toponym that stands at its offsets and is no demonym ("Turkish")."""
    values: dict[str, str] = {}
    for child in element.iter():
        values.setdefault(child.tag.lower(), (child.text or "").strip())
    words = values.get("phrase") or values.get("name", "")
    if not all(values.get(k) for k in ("start", "end")) or load_countries().demonym(words):
        return None
    first, last = int(values["start"]), int(values["end"])
    spans = ((first - shift, last - shift) for shift in (0, 1))  # one set counts from 0, the other from 1
    span = next((s for s in spans if text[s[0] : s[1]] == words), None)
    point = (float(values["lat"]), float(values["lon"])) if values.get("lat") and values.get("lon") else (None, None)
    return Toponym(*span, *point) if span else None


def measure(texts: Sequence[tuple[str, list[Toponym]]], reader: Reader, gazetteer: Gazetteer, *, misses: int = 0) -> dict[str, float]:
    """Recognition and resolution of the toponyms of these texts."""
    tally, told = Tally(), 0
    for text, marked in texts:
        report = Report("benchmark", text, _paragraphs(text), "benchmark")
        sentences = reader.read(text, [(b.start, b.end, False) for b in report.blocks])
        missed = [*_recognise(tally, report, sentences, marked, gazetteer), *_resolve(tally, report, sentences, marked, gazetteer)]
        for line in missed[: misses - told]:
            print("   ", line)
        told += len(missed)
    return tally.scores()


def _paragraphs(text: str) -> tuple[Block, ...]:
    at, blocks = 0, []
    for line in text.split("\n"):
        if line.strip():
            blocks.append(Block(at, at + len(line), "paragraph"))
        at += len(line) + 1
    return tuple(blocks)


def _recognise(tally: Tally, report: Report, sentences: Sequence[Sentence], marked: Sequence[Toponym], gazetteer: Gazetteer) -> list[str]:
    found = [(n.start, n.end) for s in sentences for n in find_names(report.text, s, gazetteer)]
    seen = [(a, b) for a, b in found if not load_countries().demonym(report.text[a:b].split()[0])]
    missing = [m for m in marked if not any(a < m.end and m.start < b for a, b in found)]
    extra = [(a, b) for a, b in seen if not any(a < m.end and m.start < b for m in marked)]
    tally.marked, tally.seen = tally.marked + len(marked), tally.seen + len(seen)
    tally.hit_marked, tally.hit_seen = tally.hit_marked + len(marked) - len(missing), tally.hit_seen + len(seen) - len(extra)
    spans = [*(("MISSED", m.start, m.end) for m in missing), *(("EXTRA", a, b) for a, b in extra)]
    return [f"{what} {report.text[a:b]!r} | {report.text[max(a - 40, 0) : b + 30]!r}" for what, a, b in spans]


def _resolve(tally: Tally, report: Report, sentences: Sequence[Sentence], marked: Sequence[Toponym], gazetteer: Gazetteer) -> list[str]:
    own = [m for s in sentences for m in find_places(report, s, gazetteer)]
    named = {n.start: n.name for s in sentences for n in find_names(report.text, s, gazetteer)}
    story, missed = story_places(report, gazetteer), []
    for each in marked:
        if each.lat is None or each.lon is None:
            continue
        tally.asked += 1
        words = report.text[each.start : each.end]
        entry, why = choose(_mention(report, each, named.get(each.start, words), own), gazetteer=gazetteer, story=story)
        tally.given += entry is not None
        if entry is None or entry.lat is None or entry.lon is None:
            missed.append(f"OPEN {words} | {why}")
            continue
        away, unit = distance(each.lat, each.lon, entry.lat, entry.lon), entry.kind in WIDE
        near, wide = (away < limit or (unit and away < 1500) for limit in (50, 161))
        tally.pointed, tally.near, tally.wide = tally.pointed + 1, tally.near + near, tally.wide + wide
        if not wide:
            missed.append(_wrong(words, entry, away, why))
    return missed


def _mention(report: Report, each: Toponym, words: str, own: Sequence[PlaceMention]) -> PlaceMention:
    """Casus's own mention of the toponym, else the bare name; `words` is the name as Casus reads it."""
    covering = (m for m in own if m.evidence.start <= each.start < m.evidence.end)
    mine = next((m for m in covering if m.name == words), None)
    return mine or PlaceMention(report.evidence("place", each.start, each.end), words, 0, 1, 0, 0)


def _wrong(words: str, entry: Entry, away: float, why: str) -> str:
    return f"WRONG {words} -> {entry.name} {entry.parents} {away:.0f} km | {why}"


def distance(lat1: float, lon1: float, lat2: float, lon2: float) -> float:
    """Kilometres along the great circle."""
    a, b = math.radians(lat1), math.radians(lat2)
    arc = math.sin((b - a) / 2) ** 2 + math.cos(a) * math.cos(b) * math.sin(math.radians(lon2 - lon1) / 2) ** 2
    return 12742 * math.asin(min(math.sqrt(arc), 1))
