"""The head for one occurrence (casus/merge/one_occurrence.py): ``python -m training.one_occurrence [--write]``.

From reports whose acts are marked by which occurrence they tell: the coded reports of held_out.py and, of violence, the marked items of
training/told_items. Each two acts of one type told in a report's body are an example, one occurrence or two. Eight times it learns from
seven eighths of the reports; printed is what the last eighths give, beside the rules alone. The parts kept apart and the folding passages
(tests/merge) are never learned from.
"""

from __future__ import annotations

import argparse
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from benchmarks.story_verdicts import meant
from casus.codebook.heads import FOLDER, Head
from casus.codebook.yaml_files import read_yaml
from casus.ingest.report import report_from_text
from casus.merge.course import Course
from casus.merge.in_report import WITHIN, in_report
from casus.merge.one_occurrence import ANSWERS, VIOLENCE
from casus.merge.pair_features import pair_features
from casus.merge.victims import without_victims
from casus.model.claim import EVENT_TYPES, Claim
from casus.model.text import Report
from casus.pipeline import Tools, read_report
from training.held_out import FOLDS, coded_reports, fold_of
from training.linear import Examples, fit, rounded, write_head

ITEMS = Path(__file__).with_name("told_items")
LEAST, EPOCHS, PULL, BATCH = 4, 15, 0.1, 64
OFTEN = {"short": 4}
"""How often the pairs of a kind count: short items have few, and are as common among what is read."""
_MARK = re.compile(r"<(\d)\|([^>]*)>")


@dataclass(frozen=True, slots=True)
class Marked:
    """A report's acts in their order, and of each that is known the occurrence it tells (by the claim's id)."""

    name: str
    kind: str
    acts: tuple[Claim, ...]
    tells: Mapping[str, str]

    @property
    def fold(self) -> int:
        return fold_of(self.name)


@dataclass(frozen=True, slots=True)
class Pair:
    """Two acts of one report: what the head sees, whether they are one, and whether the rules alone join them."""

    kind: str
    fold: int
    features: tuple[str, ...]
    one: bool
    by_rule: bool


def marked_reports(shared: Path, tools: Tools) -> Iterator[Marked]:
    """Every report learned from, by name."""
    for kind, story in sorted(coded_reports(shared), key=lambda coded: coded[0], reverse=True):
        acts = acts_of(story.report, tools, EVENT_TYPES)
        found = {c.id: meant(story, c) for c in acts}
        yield Marked(story.name, kind, acts, {i: told[0].id for i, told in found.items() if len(told) == 1})
    for path in sorted(ITEMS.glob("*.yaml")):
        for k, item in enumerate(read_yaml(path)):
            yield marked_item(f"{path.stem}-{k}", path.stem.split("_")[0], item, tools)


def acts_of(report: Report, tools: Tools, types: Sequence[str]) -> tuple[Claim, ...]:
    """The acts of some types that a report's body tells, in their order, as they are folded."""
    found = (without_victims(c) for c in read_report(report, tools).claims if c.type in types and not c.heading)
    return tuple(sorted(found, key=lambda c: (c.act.start, c.id)))


def marked_item(name: str, kind: str, item: Mapping[str, str], tools: Tools) -> Marked:
    """An item whose text marks the words of occurrence n as <n|words>; acts whose words have marks of one number are known."""
    text, spans = unmarked(item["text"])
    title = unmarked(item.get("title") or "")[0]
    report = report_from_text(text, published=str(item["published"]), title=title or None)
    start = report.text.find(text.strip()[:40])
    acts, tells = acts_of(report, tools, [VIOLENCE]), {}
    for act in acts:
        numbers = {n for a, b, n in spans if a + start < act.act.end and act.act.start < b + start}
        if len(numbers) == 1:
            tells[act.id] = str(*numbers)
    return Marked(name, kind, acts, tells)


def unmarked(marked: str) -> tuple[str, list[tuple[int, int, int]]]:
    """A text without its marks, and the spans they had, each with its number."""
    out, spans, last = "", [], 0
    for mark in _MARK.finditer(marked):
        out += marked[last : mark.start()]
        spans.append((len(out), len(out) + len(mark[2]), int(mark[1])))
        out, last = out + mark[2], mark.end()
    return out + marked[last:], spans


def pairs_of(report: Marked) -> list[Pair]:
    """The pairs of one type of a report whose occurrences are known."""
    out = []
    for name in EVENT_TYPES:
        acts = [c for c in report.acts if c.type == name]
        course = Course(acts)
        for i, a in enumerate(acts):
            for j in range(i + 1, len(acts)):
                if a.id in report.tells and acts[j].id in report.tells:
                    said = in_report(a, acts[j])
                    features = tuple(pair_features(course, i, j, said))
                    by_rule = said.veto is None and said.value >= WITHIN
                    kind = report.kind if name == VIOLENCE else f"{report.kind}, other acts"
                    out.append(Pair(kind, report.fold, features, report.tells[a.id] == report.tells[acts[j].id], by_rule))
    return out


def learn(pairs: Sequence[Pair]) -> dict[str, tuple[float, ...]]:
    """The weights from some pairs."""
    examples = Examples(ANSWERS)
    for pair in pairs:
        for _ in range(OFTEN.get(pair.kind, 1)):
            examples.add(pair.features, int(pair.one))
    return fit(examples, least=LEAST, epochs=EPOCHS, pull=PULL, batch=BATCH)


def main() -> None:
    """Print what the head gives on reports not learned from, and what the rules give; with --write write the head."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--write", action="store_true", help="learn from all and write casus/codebook/heads/occurrence.tsv.gz")
    parser.add_argument("--shared", type=Path, default=Path("../shared"))
    options = parser.parse_args()
    tools = Tools.load()
    reports = list(marked_reports(options.shared, tools))
    pairs = {r.name: pairs_of(r) for r in reports}
    every = [p for found in pairs.values() for p in found]
    heads = [Head(ANSWERS, rounded(learn([p for p in every if p.fold != fold]))) for fold in range(FOLDS)]
    for kind in sorted({p.kind for p in every}):
        _print_f1(kind, [p for p in every if p.kind == kind], heads)
    if options.write:
        print(write_head(FOLDER / "occurrence.tsv.gz", ANSWERS, learn(every)), "features from", len(every), "pairs")


def _print_f1(kind: str, pairs: Sequence[Pair], heads: Sequence[Head]) -> None:
    said = [(p, heads[p.fold].best(p.features) == "one") for p in pairs]
    for name, found in (("rules", [(p, p.by_rule) for p in pairs]), ("head", said)):
        right, taken, asked = sum(p.one and yes for p, yes in found), sum(yes for _, yes in found), sum(p.one for p, _ in found)
        f1 = 2 * right / (taken + asked)
        print(f"{kind}, {name}: precision {right / taken:.3f}, recall {right / asked:.3f}, F1 {f1:.3f}, {len(found)} pairs")


if __name__ == "__main__":
    main()
