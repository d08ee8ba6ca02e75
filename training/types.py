"""The head for types of act, from our own sentences in types.tsv: ``python -m training.types``.

A line of the table is a type (or a way of doing it, "COERCE/cyber") and a sentence in which *who does it* and _whom it is done to_
are marked. Measured on other people's sentences by ``python -m benchmarks --only plover``; none of them is trained on. Needs no more
than Casus itself.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from casus.codebook import Codebook, load_codebook
from casus.codebook.heads import FOLDER, Head
from casus.coding.acts.finding import find_triggers
from casus.coding.acts.type_features import Between, type_features
from casus.coding.acts.type_head import tokens_of
from casus.coding.syntax import Tree
from casus.model.claim import EVENT_TYPES
from casus.read import Reader
from training.linear import Examples, fit, rounded, write_head

TABLE = Path(__file__).with_name("types.tsv")
FOLDS, LEAST, EPOCHS, PULL, BATCH = 5, 2, 30, 0.01, 64
_MARKS = {"*": 0, "_": 1}


@dataclass(frozen=True, slots=True)
class Example:
    """A sentence, its type, and the offsets of the parties' words."""

    type: str
    text: str
    doers: tuple[tuple[int, int], ...]
    done: tuple[tuple[int, int], ...]


def read_examples(path: Path = TABLE) -> Iterator[Example]:
    """The table's sentences. Raises ValueError where a type is unknown or a mark is left open."""
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines()[1:], 2):
        kind, marked = line.split("\t")
        text, spans = unmarked(marked)
        if kind.partition("/")[0] not in EVENT_TYPES or not any(spans):
            raise ValueError(f"{path.name}, line {number}: {line!r}")
        yield Example(kind, text, *spans)


def unmarked(marked: str) -> tuple[str, tuple[tuple[tuple[int, int], ...], tuple[tuple[int, int], ...]]]:
    """A sentence without its marks, and the spans of *doers* and of _those done to_. Raises ValueError where a mark is left open."""
    spans: tuple[list[tuple[int, int]], list[tuple[int, int]]] = ([], [])
    text, opened = "", {}
    for letter in marked:
        if letter not in _MARKS:
            text += letter
        elif letter in opened:
            spans[_MARKS[letter]].append((opened.pop(letter), len(text)))
        else:
            opened[letter] = len(text)
    if opened:
        raise ValueError(f"a mark is left open: {marked!r}")
    return text, (tuple(spans[0]), tuple(spans[1]))


def features_of(example: Example, reader: Reader, book: Codebook) -> tuple[str, ...]:
    """The features of a sentence's marked pair."""
    tree = Tree(reader.read(example.text, [(0, len(example.text), False)])[0])
    doers, done = (tokens_of(tree, spans) for spans in (example.doers, example.done))
    return tuple(type_features(Between.of(tree, doers, done, find_triggers(tree, book.frames)), book.actors))


Row = tuple[str, tuple[str, ...]]
"""A type and the features that go with it."""


def answers_of(rows: Sequence[Row]) -> tuple[str, ...]:
    """The answers, sorted."""
    return tuple(sorted({kind for kind, _ in rows}))


def learn(rows: Sequence[Row], answers: tuple[str, ...]) -> dict[str, tuple[float, ...]]:
    """The head's weights."""
    examples = Examples(answers)
    for kind, features in rows:
        examples.add(features, answers.index(kind))
    return fit(examples, least=LEAST, epochs=EPOCHS, pull=PULL, batch=BATCH)


def by_folds(rows: Sequence[Row]) -> float:
    """Accuracy of the type on sentences a head has not seen."""
    right, answers = 0, answers_of(rows)
    for fold in range(FOLDS):
        head = Head(answers, rounded(learn([r for k, r in enumerate(rows) if k % FOLDS != fold], answers)))
        unseen = [row for k, row in enumerate(rows) if k % FOLDS == fold]
        right += sum(head.best(features).partition("/")[0] == kind.partition("/")[0] for kind, features in unseen)
    return right / len(rows)


def main() -> None:
    """Train the head and write it beside the codebook."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--out", type=Path, default=FOLDER)
    options = parser.parse_args()
    reader, book = Reader.load(), load_codebook(None)
    rows = [(e.type, features_of(e, reader, book)) for e in read_examples()]
    print(f"{len(rows)} sentences; accuracy by folds {by_folds(rows):.3f}")
    print(write_head(options.out / "type.tsv.gz", answers_of(rows), learn(rows, answers_of(rows))), "features")


if __name__ == "__main__":
    main()
