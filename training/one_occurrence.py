"""A head for which acts of one report are one occurrence, tried and left (HEADS.md): ``python -m training.one_occurrence``.

From the open coded stories (benchmarks/coded_stories): each two acts of violence of a report, told in its body and tied to one coded event
each, are an example, one occurrence or two. It learns eight times from seven eighths of the reports and prints what the last eighths give,
beside the rules alone.
"""

from __future__ import annotations

import argparse
import hashlib
from collections.abc import Sequence
from dataclasses import dataclass

from benchmarks.story_key import Story, stories
from benchmarks.story_verdicts import meant
from casus.codebook.heads import Head
from casus.merge.in_report import WITHIN, in_report
from casus.pipeline import Tools, read_report
from training.linear import Examples, fit, rounded
from training.pair_features import Course, pair_features

VIOLENCE = "ASSAULT"
ANSWERS = ("apart", "one")
FOLDS = 8


@dataclass(frozen=True, slots=True)
class Pair:
    """Two acts of one report: what the head sees, whether they are one, and whether the rules alone join them."""

    fold: int
    features: list[str]
    one: bool
    by_rule: bool


def pairs_of(told: Story, tools: Tools) -> list[Pair]:
    """The pairs of a story; those of one story share a fold."""
    fold = hashlib.sha256(told.name.encode()).digest()[0] % FOLDS
    claims = sorted((c for c in read_report(told.report, tools).claims if c.type == VIOLENCE), key=lambda c: (c.act.start, c.id))
    course, out = Course(claims), []
    known = [(c, found[0].id) for c in claims if not c.heading and len(found := meant(told, c)) == 1]
    for k, (a, one) in enumerate(known):
        for b, other in known[k + 1 :]:
            by_rule = in_report(a, b)
            features = pair_features(a, b, course.between(a, b), by_rule)
            out.append(Pair(fold, features, one == other, by_rule.veto is None and by_rule.value >= WITHIN))
    return out


def learn(pairs: Sequence[Pair]) -> dict[str, tuple[float, ...]]:
    """The weights from some pairs."""
    examples = Examples(ANSWERS)
    for pair in pairs:
        examples.add(pair.features, int(pair.one))
    return fit(examples, least=4, epochs=15, pull=0.05, batch=64)


def main() -> None:
    """Print what the head gives on reports not learned from, and what the rules give."""
    argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter).parse_args()
    tools = Tools.load()
    pairs = [pair for told in stories("open") for pair in pairs_of(told, tools)]
    said: list[tuple[Pair, bool]] = []
    for fold in range(FOLDS):
        head = Head(ANSWERS, rounded(learn([p for p in pairs if p.fold != fold])))
        said += [(p, head.best(p.features) == "one") for p in pairs if p.fold == fold]
    for name, found in (("rules", [(p, p.by_rule) for p in pairs]), ("head", said)):
        right, taken, asked = sum(p.one and yes for p, yes in found), sum(yes for _, yes in found), sum(p.one for p, _ in found)
        print(f"{name}: precision {right / taken:.3f}, recall {right / asked:.3f}, F1 {2 * right / (taken + asked):.3f}, {len(found)}")


if __name__ == "__main__":
    main()
