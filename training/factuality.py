"""The head for factuality, from UDS It-Happened 2 and MEANTIME: ``python -m training.factuality --data ../shared/data``.

Both training parts, the small news one (MEANTIME) six times. Measured on the development parts, and on UW, which nothing is
trained on, by ``python -m benchmarks --only factuality``.
"""

from __future__ import annotations

import argparse
import gzip
import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from casus.codebook import Codebook, load_codebook
from casus.codebook.heads import FOLDER
from casus.coding.mood.factuality import GRADES, Style, event_features
from casus.coding.speech.act import Speech
from casus.coding.speech.links import find_speeches
from casus.coding.syntax import Tree
from casus.read import Reader
from training.linear import Examples, fit, write_head

PARTS: tuple[tuple[str, Style, int], ...] = (("uds_ih2", "web", 1), ("meantime", "news", 6))
SMALLEST = 8


@dataclass(frozen=True, slots=True)
class Event:
    """An event's word in its sentence (None where it was not found in the tree), and its annotated value."""

    tree: Tree | None
    token: int
    speeches: tuple[Speech, ...]
    value: float


def read_events(path: Path, reader: Reader, book: Codebook, *, every: int = 1) -> Iterator[Event]:
    """The annotated events of a file, or those of every so many sentences."""
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        rows = [json.loads(line) for k, line in enumerate(lines) if k % every == 0]
    for row in rows:
        text = row["text"]
        trees = [Tree(s) for s in reader.read(text, [(0, len(text), False)])]
        speeches = [find_speeches(tree, book.speech) for tree in trees]
        places = _places(text)
        for target in row["targets"]:
            first, last = target["span1"]
            found = _find(trees, places[first][0], places[min(last, len(places)) - 1][1])
            value = float(target["label"])
            yield Event(trees[found[0]], found[1], speeches[found[0]], value) if found else Event(None, 0, (), value)


def _places(text: str) -> list[tuple[int, int]]:
    """Where each word of a text parted by blanks stands."""
    places, at = [], 0
    for word in text.split(" "):
        places.append((at, at + len(word)))
        at += len(word) + 1
    return places


def _find(trees: list[Tree], start: int, end: int) -> tuple[int, int] | None:
    for k, tree in enumerate(trees):
        inside = [i for i, t in enumerate(tree.tokens) if start < t.end and t.start < end]
        if inside:
            return k, tree.head_of(inside[0], inside[-1] + 1)
    return None


def grade(value: float) -> int:
    """The nearest grade's number."""
    return min(range(len(GRADES)), key=lambda k: abs(float(GRADES[k]) - value))


def main() -> None:
    """Train the head and write it beside the codebook."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--out", type=Path, default=FOLDER)
    options = parser.parse_args()
    reader, book, examples = Reader.load(), load_codebook(None), Examples(GRADES)
    for name, style, times in PARTS:
        for event in read_events(options.data / "status" / f"{name}_train.jsonl.gz", reader, book):
            if event.tree is not None:
                features = event_features(event.tree, event.token, event.speeches, book.modality, style=style)
                for _ in range(times):
                    examples.add(features, grade(event.value))
    weights = fit(examples, least=3, epochs=6, pull=0.03, batch=512)
    print(len(examples.rows), "examples,", write_head(options.out / "factuality.tsv.gz", GRADES, weights, smallest=SMALLEST), "features")


if __name__ == "__main__":
    main()
