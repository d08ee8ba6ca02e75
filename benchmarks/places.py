"""Which place an act happened at: precision and recall on annotated sentences (development data outside the repository).

Run: python benchmarks/places.py [path of the shared data] [how many sentences]. A prediction is right where its name meets an
annotated location of that verb; a sentence whose verb has none asks for no prediction.
"""

from __future__ import annotations

import gzip
import json
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from casus.codebook.places import load_places
from casus.coding.places import PlaceMention, find_places, place_of_act
from casus.model.text import Block, Report, Sentence
from casus.read import Reader

SHARED = Path(__file__).resolve().parents[2] / "shared" / "data"


@dataclass(frozen=True, slots=True)
class Case:
    """A text, the offset of the act's word, and the names of its places."""

    text: str
    act: int
    places: tuple[str, ...]


def cases(data: Path, *, every: int) -> list[Case]:
    """Every n-th annotated sentence with one act and readable spans."""
    with gzip.open(data / "places" / "event_location_train.jsonl.gz", "rt", encoding="utf-8") as lines:
        rows = [json.loads(line) for line in lines]
    made = (_case(row) for row in rows[::every])
    return [c for c in made if c is not None]


def _case(row: dict[str, Any]) -> Case | None:
    acts = [s for s in row["spans"] if s["label"] == "VERB"]
    places = [s.get("text") or row["text"][s["start"] : s["end"]] for s in row["spans"] if s["label"] == "LOCATION"]
    if len(acts) != 1 or acts[0]["start"] == acts[0]["end"] or not all(p.strip() and p in row["text"] for p in places):
        return None
    if acts[0]["end"] >= len(row["text"].rstrip()) - 1 and not places:
        return None  # cut off after the act
    return Case(row["text"], acts[0]["start"], tuple(p.strip() for p in places))


def predict(case: Case, reader: Reader) -> PlaceMention | None:
    report = Report("benchmark", case.text, (Block(0, len(case.text), "paragraph"),), "benchmark")
    for sentence in reader.read(case.text, [(0, len(case.text), False)]):
        act = next((i for i, t in enumerate(sentence.tokens) if t.start <= case.act < t.end), None)
        if act is not None:
            return place_of_act(sentence, act, _mentions(report, sentence))
    return None


def _mentions(report: Report, sentence: Sentence) -> tuple[PlaceMention, ...]:
    return find_places(report, sentence, load_places())


def score(picked: list[Case], *, show: int = 0) -> dict[str, float]:
    reader = Reader.load()
    right = guessed = asked = 0
    for case in picked:
        mention = predict(case, reader)
        ok = mention is not None and any(_meets(mention, place) for place in case.places)
        guessed, asked, right = guessed + (mention is not None), asked + bool(case.places), right + ok
        if not ok and (mention is not None or case.places) and show > 0:
            show -= 1
            print("   ", case.text[case.act : case.act + 14].split()[0], "|", mention and mention.words, "|", case.places, "|", case.text[:300])
    precision, recall = right / max(guessed, 1), right / max(asked, 1)
    return {"sentences": len(picked), "precision": precision, "recall": recall, "f1": 2 * precision * recall / max(precision + recall, 1e-9)}


def _meets(mention: PlaceMention, place: str) -> bool:
    one, other = mention.words.lower(), place.lower()
    return other in one or mention.name.lower() in other


def main() -> None:
    data = Path(sys.argv[1]) if len(sys.argv) > 1 and not sys.argv[1].isdigit() else SHARED
    if not data.exists():
        print(f"places: skipped, {data} is absent")
        return
    wanted = int(sys.argv[-1]) if sys.argv[-1].isdigit() else 800
    picked = cases(data, every=max(8654 // wanted, 1))
    print("place of act", {k: round(v, 3) for k, v in score(picked).items()})


if __name__ == "__main__":
    main()
