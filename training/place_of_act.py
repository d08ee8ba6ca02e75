"""The head for places of acts: ``python -m training.place_of_act --data ../shared/data [--tried]``.

From the reviewed sentences of event_location (MIT) that ``benchmarks --only places`` does not measure. Each place of a sentence is an
example: is it where the act happened, or not. ``--tried`` learns five times from four fifths and prints what the last fifths give.
"""

from __future__ import annotations

import argparse
import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import product
from pathlib import Path

from benchmarks.places import Case, meets, not_measured, places_of
from casus.codebook.heads import FOLDER, Head
from casus.codebook.places import Gazetteer, load_places
from casus.coding.places.of_act import Seen, chance, see
from casus.read import Reader
from training.linear import Examples, fit, rounded, write_head

ANSWERS = ("no", "yes")
FOLDS = 5
TRIED = (0.2, 0.25, 0.3, 0.35, 0.4, 0.5)


@dataclass(frozen=True, slots=True)
class Marked:
    """A sentence with its places' features, which of them are right, and whether any place is asked for."""

    fold: int
    seen: Seen | None
    features: Sequence[Sequence[str]]
    right: Sequence[bool]
    asked: bool


def mark(case: Case, reader: Reader, gazetteer: Gazetteer) -> Marked:
    """The places of a case as examples; those of one sentence share a fold, whichever act is asked about."""
    fold = hashlib.sha256(" ".join(case.text.split()).encode()).digest()[0] % FOLDS
    given = places_of(case, reader, gazetteer)
    seen = see(*given) if given is not None else None
    if seen is None:
        return Marked(fold, None, (), (), bool(case.places))
    right = [any(meets(m, place) for place in case.places) for m in seen.mentions]
    return Marked(fold, seen, seen.features(), right, bool(case.places))


def learn(marked: Sequence[Marked]) -> dict[str, tuple[float, ...]]:
    """The weights from some sentences."""
    examples = Examples(ANSWERS)
    for each in marked:
        for features, right in zip(each.features, each.right, strict=True):
            examples.add(features, int(right))
    return fit(examples, least=3, epochs=20, pull=0.03, batch=256)


def _tried(marked: Sequence[Marked]) -> None:
    """What each least likelihood gives on sentences not learned from."""
    found: list[tuple[Marked, list[float]]] = []
    for fold in range(FOLDS):
        head = Head(ANSWERS, rounded(learn([m for m in marked if m.fold != fold])))
        found += [(m, [chance(head, features) for features in m.features]) for m in marked if m.fold == fold and m.seen is not None]
    asked = sum(m.asked for m in marked)
    for least, untied in product(TRIED, TRIED):
        best = [(m, m.seen.best(chances, least, untied)) for m, chances in found if m.seen is not None]
        taken = [m.right[k] for m, k in best if k is not None]
        print(f"from {least}, untied {untied}: precision {sum(taken) / len(taken):.3f}, recall {sum(taken) / asked:.3f}")


def main() -> None:
    """Train the head and write it beside the codebook; or only try it."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--out", type=Path, default=FOLDER)
    parser.add_argument("--tried", action="store_true")
    options = parser.parse_args()
    reader, gazetteer = Reader.load(), load_places()
    marked = [mark(case, reader, gazetteer) for case in not_measured(options.data)]
    if options.tried:
        _tried(marked)
        return
    count = write_head(options.out / "place.tsv.gz", ANSWERS, learn(marked), smallest=1)
    print(f"place: {len(marked)} sentences, {count} features")


if __name__ == "__main__":
    main()
