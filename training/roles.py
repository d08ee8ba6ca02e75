"""The head for roles, and MUC-4's two for whole reports: ``python -m training.roles --data ../shared/data``.

From the training part of MUC-4 (1,300 reports; TST1 and TST2 are never read here). A noun phrase is an example of the role whose
strings in any of its report's templates it equals, whole or in part round its head. Measured by ``python -m benchmarks --only muc``.
"""

from __future__ import annotations

import argparse
import gzip
import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from benchmarks.muc_entities import (
    ANSWERS,
    HEADS,
    LEAST,
    NO_YES,
    Mention,
    Seen,
    chances_of,
    entity_features,
    grouped,
    mentions_of,
    report_features,
)
from benchmarks.muc_key import KEYS, Fill, report_of, strings_of
from casus.codebook.heads import FOLDER, Head
from casus.pipeline import Tools, sentences_of
from training.linear import Examples, fit, rounded, write_head

FILE = "acts/muc4_full_templates_dev.jsonl.gz"
FOLDS = 4
_SLOTS = dict(zip(KEYS, ("individual", "organisation", "target", "victim", "instrument"), strict=True))
_ORDER = ("instrument", "target", "organisation", "individual", "victim")


@dataclass(frozen=True, slots=True)
class Marked:
    """A report with its noun phrases, the right strings of each role, and whether it has any template."""

    text: str
    mentions: tuple[Mention, ...]
    right: Mapping[str, Sequence[Fill]]
    told: bool


def read_muc(path: Path, tools: Tools) -> Iterator[Marked]:
    """Every report of a file of full templates."""
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for row in map(json.loads, lines):
            report = report_of(row)
            if report is not None:
                mentions = tuple(mentions_of(sentences_of(report, tools), tools))
                yield Marked(report.text, mentions, _right(row), any(raw["INCIDENT: TYPE"] for raw in row["templates"]))


def _right(row: Mapping[str, Any]) -> Mapping[str, Sequence[Fill]]:
    templates = [raw for raw in row["templates"] if raw["INCIDENT: TYPE"]]
    names = {_SLOTS[slot]: [name] for slot, name in KEYS.items()}
    names["victim"].append("HUM TGT: DESCRIPTION")
    return {role: [f for raw in templates for name in of for fill in raw[name] if (f := strings_of(fill))] for role, of in names.items()}


def role_of(mention: Mention, right: Mapping[str, Sequence[Fill]]) -> str:
    """The role whose strings a mention matches, the rarer roles first."""
    parts = mention.whole.split()
    told = {" ".join(parts[i:j]) for i in range(len(parts)) for j in range(i + 1, len(parts) + 1) if _has_head(parts, i, j, mention)}
    for role in _ORDER:
        if any(told & fill for fill in right[role]):
            return role
    if mention.name:
        own = set(mention.name.split())
        for role in ("organisation", "individual", "victim"):
            if any(own <= set(s.split()) and mention.name.split()[-1] == s.split()[-1] for fill in right[role] for s in fill):
                return role
    return "none"


def _has_head(parts: Sequence[str], first: int, last: int, mention: Mention) -> bool:
    return mention.words.split()[-1] in parts[first:last]


def fit_roles(reports: Sequence[Marked]) -> Head:
    """The head for roles from some reports."""
    examples = Examples(ANSWERS)
    for report in reports:
        for mention in report.mentions:
            examples.add(mention.features, ANSWERS.index(role_of(mention, report.right)))
    return Head(ANSWERS, rounded(fit(examples, least=3, epochs=8, pull=0.05)))


def fit_about(reports: Sequence[Marked]) -> Head:
    """The head that tells by its words whether a report has an incident."""
    examples = Examples(NO_YES)
    for report in reports:
        examples.add(report_features(report.text), int(report.told))
    return Head(NO_YES, rounded(fit(examples, least=5, epochs=40, pull=0.05, batch=128)))


def fit_filler(reports: Sequence[Marked]) -> Head:
    """The head that judges groups, from what the two others say of reports they were not trained on."""
    examples = Examples(NO_YES)
    for fold in range(FOLDS):
        rest = [r for i, r in enumerate(reports) if i % FOLDS != fold]
        role, about = fit_roles(rest), fit_about(rest)
        for report in reports[fold::FOLDS]:
            _add_groups(examples, report, role, about)
    return Head(NO_YES, rounded(fit(examples, least=3, epochs=20, pull=0.05, batch=256)))


def _add_groups(examples: Examples, report: Marked, role: Head, about: Head) -> None:
    chances = [chances_of(role, m.features) for m in report.mentions]
    seen = Seen(report.mentions, chances, chances_of(about, report_features(report.text))[1])
    for group in grouped(report.mentions):
        roles = {role_of(report.mentions[i], report.right) for i in group}
        for k, name in enumerate(ANSWERS):
            if k and max(chances[i][k] for i in group) >= LEAST:
                examples.add(entity_features(name, group, seen), int(name in roles))


def main() -> None:
    """Train the three heads; that for roles goes beside the codebook, the others beside the benchmark."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--out", type=Path, default=FOLDER)
    options = parser.parse_args()
    reports = list(read_muc(options.data / FILE, Tools.load()))
    for folder, name, head in (
        (options.out, "role", fit_roles(reports)), (HEADS, "about", fit_about(reports)), (HEADS, "filler", fit_filler(reports)),
    ):  # fmt: skip
        count = write_head(folder / f"{name}.tsv.gz", head.answers, {f: [w / 100 for w in row] for f, row in head.weights.items()})
        print(f"{name}: {count} features")


if __name__ == "__main__":
    main()
