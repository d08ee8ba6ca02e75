"""What the heads over tellings share: the coded reports they learn from, how, and what they say of reports not learned from.

They learn from reports that the encoder of tellings did not learn from: a sixth of the coded news and invented reports (coded_news.py),
the open coded articles and the open coded stories. The parts kept apart are never learned from.
"""

from __future__ import annotations

import argparse
import hashlib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from benchmarks.article_key import coded_articles
from benchmarks.story_key import Story, stories
from casus.codebook.heads import FOLDER, Head
from training.coded_news import coded_news, invented_reports
from training.linear import Examples, fit, rounded, write_head

FOLDS = 8
LEAST, EPOCHS, PULL, BATCH = 5, 20, 0.15, 64


@dataclass(frozen=True, slots=True)
class Case:
    """An example: what it is of, its report, what the head sees, and whether it is so."""

    kind: str
    report: str
    features: tuple[str, ...]
    right: bool

    @property
    def fold(self) -> int:
        return fold_of(self.report)


def fold_of(report: str) -> int:
    """The fold of a report, by lot: the digest of its name."""
    return hashlib.sha256(report.encode()).digest()[0] % FOLDS


def coded_reports(shared: Path) -> Iterator[tuple[str, Story]]:
    """Every report learned from, each with its kind."""
    for found in (*coded_articles("open", shared), *coded_news(shared, "heads"), *invented_reports("heads")):
        yield "news", found
    for found in stories("open"):
        yield "story", found


def learn(cases: Iterable[Case], answers: tuple[str, str]) -> dict[str, tuple[float, ...]]:
    """The weights from some examples."""
    examples = Examples(answers)
    for case in cases:
        examples.add(case.features, int(case.right))
    return fit(examples, least=LEAST, epochs=EPOCHS, pull=PULL, batch=BATCH)


def held_out(cases: Sequence[Case], answers: tuple[str, str]) -> list[tuple[float, Case]]:
    """How likely each example is right, by a head that learned from seven eighths of the reports, its own not among them."""
    heads = [Head(answers, rounded(learn((c for c in cases if c.fold != fold), answers))) for fold in range(FOLDS)]
    return [(heads[c.fold].chance(c.features), c) for c in cases]


def options(description: str | None, head: str) -> argparse.Namespace:
    """The options of the command that learns a head."""
    parser = argparse.ArgumentParser(description=description, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--write", action="store_true", help=f"learn from all and write casus/codebook/heads/{head}.tsv.gz")
    parser.add_argument("--shared", type=Path, default=Path("../shared"))
    return parser.parse_args()


def report(cases: Sequence[Case], answers: tuple[str, str]) -> None:
    """Print, for each kind, how many of the examples that are at least so likely are right."""
    said = held_out(cases, answers)
    for kind in sorted({c.kind for c in cases}):
        own = [(p, c.right) for p, c in said if c.kind == kind]
        print(f"{kind}: {len(own)}, {sum(right for _, right in own) / len(own):.3f} right")
        for least in (0.3, 0.4, 0.5, 0.55, 0.6, 0.65, 0.7, 0.75, 0.8, 0.85, 0.9, 0.95):
            kept = [right for p, right in own if p >= least]
            if kept:
                share = sum(kept) / max(1, sum(right for _, right in own))
                print(f"  from {least:.2f} on: {len(kept):4d}, {sum(kept) / len(kept):.3f} right, {share:.2f} of all that are right")


def write(cases: Sequence[Case], answers: tuple[str, str], head: str) -> None:
    """Learn from all and write the head."""
    print(write_head(FOLDER / f"{head}.tsv.gz", answers, learn(cases, answers)), "features from", len(cases), "examples")
