"""The head for reasons, from CausalNewsCorpus (CC0): ``python -m training.reasons --data ../shared/data``.

Measured on its development part by ``python -m benchmarks --only causalnews``. The likelihood from which a sentence counts as
giving a reason is chosen on the training part alone, by folds (printed).
"""

from __future__ import annotations

import argparse
import csv
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from casus.codebook import load_codebook
from casus.codebook.heads import FOLDER, Head
from casus.coding.reason_links import ANSWERS, Link, LinkWords, link_features, links
from casus.coding.syntax import SUBJECTS, Tree
from casus.read import Reader
from training.linear import Examples, fit, rounded, write_head

FOLDS, SMALLEST = 4, 10
_TAG = re.compile(r"<(/?)(ARG0|ARG1|SIG\d)>")
Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Pair:
    """An annotated cause and its effect."""

    cause: Span
    effect: Span


@dataclass(frozen=True, slots=True)
class Item:
    """A text (a sentence or two), whether it gives a reason, and its annotated pairs."""

    name: str
    text: str
    causal: bool
    pairs: tuple[Pair, ...]


def read_causalnews(folder: Path, part: str) -> tuple[Item, ...]:
    """The items of "train" or "dev"."""
    pairs: dict[str, list[Pair]] = {}
    for row in _rows(folder / f"causalnews_{part}_subtask2.csv"):
        spans = unmarked(row["text_w_pairs"])
        pairs.setdefault(f"{row['doc_id']}_{row['sent_id']}", []).append(Pair(spans["ARG0"], spans["ARG1"]))
    rows = _rows(folder / f"causalnews_{part}_subtask1.csv")
    return tuple(Item(r["index"], r["text"], r["label"] == "1", tuple(pairs.get(r["index"], ()))) for r in rows)


def _rows(path: Path) -> Iterator[dict[str, str]]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        yield from csv.DictReader(file)


def unmarked(marked: str) -> dict[str, Span]:
    """Where the marked spans stand in the text without its marks."""
    spans: dict[str, Span] = {}
    opened: dict[str, int] = {}
    at = gone = 0
    for tag in _TAG.finditer(marked):
        at = tag.start() - gone
        gone += len(tag[0])
        if tag[1]:
            spans.setdefault(tag[2], (opened[tag[2]], at))
        else:
            opened[tag[2]] = at
    return spans


def trees_of(text: str, reader: Reader) -> list[Tree]:
    """The trees of a text's sentences."""
    return [Tree(s) for s in reader.read(text, [(0, len(text), False)])]


def answers(tree: Tree, pairs: Sequence[Pair]) -> Mapping[tuple[int, int], str]:
    """The answer of each link (by its ends) that holds an annotated reason."""
    out: dict[tuple[int, int], str] = {}
    for pair in pairs:
        cause, effect = (_head(tree, span) for span in (pair.cause, pair.effect))
        if cause is None or effect is None:
            continue
        if effect in tree.ancestors(cause):
            head = tree.tokens[cause].head
            out[cause, head] = "below" if head == effect else "below-clause"
        elif cause in tree.ancestors(effect):
            head = tree.tokens[effect].head
            out[effect, head] = "above" if head == cause else "above-clause"
        elif tree.rel(cause) in SUBJECTS and tree.tokens[cause].head in tree.ancestors(effect):
            out[cause, tree.tokens[cause].head] = "subject"
    return out


def _head(tree: Tree, span: Span) -> int | None:
    inside = [i for i, t in enumerate(tree.tokens) if span[0] < t.end and t.start < span[1]]
    return tree.head_of(inside[0], inside[-1] + 1) if inside else None


Row = tuple[int, tuple[str, ...], int]
"""Which item, the features of a link, its answer."""


def draw(items: Sequence[Item], reader: Reader, words: LinkWords) -> list[Row]:
    """Every link of every item."""
    return [row for k, item in enumerate(items) for tree in trees_of(item.text, reader) for row in _draw(k, item, tree, words)]


def _draw(k: int, item: Item, tree: Tree, words: LinkWords) -> Iterator[Row]:
    known = answers(tree, item.pairs)
    for link in links(tree):
        yield k, tuple(link_features(tree, link, words)), ANSWERS.index(known.get(_ends(link), "none"))


def _ends(link: Link) -> tuple[int, int]:
    return link.lower, link.upper


def learn(rows: Sequence[Row]) -> dict[str, tuple[float, ...]]:
    """The head's weights."""
    examples = Examples(ANSWERS)
    for _, features, answer in rows:
        examples.add(features, answer)
    return fit(examples, least=2, epochs=6, pull=0.03, batch=512)


def by_folds(rows: Sequence[Row], items: Sequence[Item]) -> tuple[float, float]:
    """The likelihood at which the training part is told apart best, each fold by a head that has not seen it, and its F1."""
    from casus.coding.reasons import likely_any, likely_reason

    weights: dict[int, list[float]] = {}
    for fold in range(FOLDS):
        head = Head(ANSWERS, rounded(learn([r for r in rows if r[0] % FOLDS != fold])))
        for k, features, _ in rows:
            if k % FOLDS == fold:
                weights.setdefault(k, []).append(likely_reason(head.scores(dict.fromkeys(features))))
    likely = [likely_any(weights.get(k, [])) for k in range(len(items))]
    return max((_f1([p > t / 50 for p in likely], items), t / 50) for t in range(5, 40))[::-1]


def _f1(found: Sequence[bool], items: Sequence[Item]) -> float:
    return 2 * sum(f and i.causal for f, i in zip(found, items, strict=True)) / (sum(found) + sum(i.causal for i in items))


def main() -> None:
    """Train the head and write it beside the codebook."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--out", type=Path, default=FOLDER)
    options = parser.parse_args()
    items = read_causalnews(options.data / "causes", "train")
    rows = draw(items, Reader.load(), LinkWords.of(load_codebook(None)))
    print("best likelihood and its F1, by folds: {:.2f} {:.3f}".format(*by_folds(rows, items)))
    print(write_head(options.out / "reason.tsv.gz", ANSWERS, learn(rows), smallest=SMALLEST), "features")


if __name__ == "__main__":
    main()
