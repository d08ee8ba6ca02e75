"""PLOVER types of single sentences: PLV (source and target given) and the PLOVER gold standard records. Development scores.

    python -m benchmarks.plover [--shared ../shared] [--misses plv|gsr]

Both labels name one type for a sentence that may tell several acts, and one for every sentence; Casus prints an act only where
two keys meet. The answer of a sentence is therefore the certain claim whose actor and recipient best meet the marked words (for the
records: actors' words and the words of the event); without one, the type that the head for types finds likeliest between the marked
words (casus/coding/acts/type_head.py), the type of a claim that is not certain adding to its likelihood. An act Casus calls planned or
threatened is AGREE or THREATEN there. `printed` counts the sentences with a certain claim on the marked pair, `where printed` how
often its type is right. PLV joins RETREAT and CONCEDE as YIELD and sorts a few acts elsewhere (PLV below); the records are an older PLOVER of 18 types, of which
DEMAND is REQUEST, DISAPPROVE and INVESTIGATE are ACCUSE, FIGHT is ASSAULT in 2.0 (CAMEO2PLOVER-2021).
"""

from __future__ import annotations

import argparse
import json
import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from benchmarks.board import Score, pick
from casus.coding.acts.finding import find_triggers
from casus.coding.acts.type_head import tokens_of, type_odds
from casus.coding.syntax import Tree
from casus.model.claim import Claim
from casus.model.text import Block, Report
from casus.pipeline import Tools, read_report

NAME = "plover"
NEEDS = ("data/acts/plv_train.jsonl", "data/acts/plover_gsr_cameo.jsonl")
NOW = {"DEMAND": "REQUEST", "DISAPPROVE": "ACCUSE", "INVESTIGATE": "ACCUSE", "FIGHT": "ASSAULT"}
YIELD = {"RETREAT": "YIELD", "CONCEDE": "YIELD"}
PLV = {
    "SANCTION/economic-sanctions": "COERCE", "SANCTION/sanctions-mentioned": "COERCE", "SANCTION/convict": "ACCUSE", "COERCE/cyber": "ASSAULT",
    "COERCE/blockade": "ASSAULT", "COERCE/seize-territory": "ASSAULT", "COERCE/town-captured": "ASSAULT",
}  # fmt: skip
"""Where PLV's labels sort an act otherwise than the codebook's senses: sanctions imposed and guilty verdicts as in CAMEO2PLOVER-2021
(163, 116), cyber attacks with the attacks, blockade and occupation as CAMEO has them, with the fighting (191, 192)."""
_BLOCKADES = frozenset({"blockade", "siege", "besiege", "encircle"})
Span = tuple[int, int]
_TOLD = 0.2
"""What an uncertain claim adds to the likelihood of its type."""
_HELPING = frozenset({"AID", "COOPERATE", "RETREAT", "CONCEDE", "CONSULT"})
_HARMING = frozenset({"ASSAULT", "COERCE", "SANCTION", "MOBILIZE", "PROTEST"})


@dataclass(frozen=True, slots=True)
class Case:
    """A sentence, its type, and the marked words: doers, those done to, the act itself."""

    id: str
    text: str
    gold: str
    sources: tuple[Span, ...]
    targets: tuple[Span, ...]
    acts: tuple[Span, ...] = ()
    scheme: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Answer:
    """The type, and whether a certain claim on the marked pair gave it."""

    type: str
    printed: bool
    why: str


def plv(path: Path) -> Iterator[Case]:
    """The sentences with marked source and target."""
    for line in path.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        text, spans = _unmarked(row["marked_sentence"])
        yield Case(row["sentence_id"], text, row["gold_root"], spans["s"], spans["t"], scheme=PLV)


def _unmarked(marked: str) -> tuple[str, dict[str, tuple[Span, ...]]]:
    text, opened, spans = "", {}, {"s": (), "t": ()}  # type: ignore[var-annotated]
    at = 0
    for tag in re.finditer(r"<(/?)([st])>", marked):
        text += marked[at : tag.start()]
        at = tag.end()
        if tag[1]:
            spans[tag[2]] = (*spans[tag[2]], (opened[tag[2]], len(text)))
        else:
            opened[tag[2]] = len(text)
    return text + marked[at:], spans


def gsr(path: Path) -> Iterator[Case]:
    """The records, one case each; words that do not stand in the sentence mark nothing."""
    for line in path.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        actors = {k: [a["actorText"] for a in row.get(k) or [] if isinstance(a, dict) and a.get("actorText")] for k in ("source", "target")}
        found = {k: tuple(s for w in words if (s := _find(row["text"], w))) for k, words in actors.items()}
        info = row.get("textInfo")
        markup = info.get("markup", "") if isinstance(info, dict) else ""
        marks = re.findall(r"\(EVT: ([^)]*)\)", markup) or str(row.get("eventText") or "").split()
        acts = tuple(s for w in marks if (s := _find(row["text"], w)))
        yield Case(row["id"], row["text"], NOW.get(row["event"], row["event"]), found["source"], found["target"], acts)


def _find(text: str, words: str) -> Span | None:
    at = text.find(words) if words else -1
    return (at, at + len(words)) if at >= 0 else None


def answer(case: Case, tools: Tools) -> Answer:
    """Casus's type for the marked words."""
    report = Report("benchmark", case.text, (Block(0, len(case.text), "paragraph"),), "benchmark")
    ranked = sorted(read_report(report, tools).claims, key=lambda c: (-_fit(c, case), not c.certain, _distance(c.act.start, case)))
    first = ranked[0] if ranked else None
    met = first is not None and _fit(first, case) >= (2 if case.targets and case.sources else 1)
    if first is not None and met and first.certain:
        return Answer(_as_labelled(first, case), True, "claim on the pair")
    return Answer(_likeliest(case, tools, _as_labelled(first, case) if first is not None else None), False, "head")


def _likeliest(case: Case, tools: Tools, told: str | None) -> str:
    """The head's type for the sentence that holds most of the marked words; `told` = the type of an uncertain claim."""
    trees = [Tree(s) for s in tools.reader.read(case.text, [(0, len(case.text), False)])]
    if not trees:
        return told or "ASSAULT"
    tree = max(trees, key=lambda t: bool(tokens_of(t, case.sources)) + bool(tokens_of(t, case.targets)))
    doers, done = tokens_of(tree, case.sources), tokens_of(tree, case.targets)
    odds = type_odds(tree, doers, done, find_triggers(tree, tools.book.frames), tools.book)
    labels: Counter[str] = Counter({told: _TOLD} if told else {})
    for answer, likely in odds.items():
        labels[case.scheme.get(answer, answer.partition("/")[0])] += likely
    return max(sorted(labels), key=lambda label: labels[label])


def _as_labelled(claim: Claim, case: Case) -> str:
    """The label has no status: what is only intended is AGREE where it helps, THREATEN where it harms (PLOVER, "express intent")."""
    if claim.status in {"planned", "threatened"}:
        return "AGREE" if claim.type in _HELPING else "THREATEN" if claim.type in _HARMING else claim.type
    sense = "blockade" if claim.lemma in _BLOCKADES else claim.act.rule
    return case.scheme.get(f"{claim.type}/{sense}", claim.type)


def _fit(claim: Claim, case: Case) -> float:
    """How well a claim meets the marked words: a point for each side met, one for the act's words, less for sides crossed."""
    doers, done = [p.evidence for p in claim.actors], [p.evidence for p in claim.recipients]
    marks = (_meets(doers, case.sources), _meets(done, case.targets), _holds(claim, case.acts))
    crossed = _meets(done, case.sources) or _meets(doers, case.targets)
    return sum(marks) + (0.5 if crossed and not any(marks[:2]) else 0)


def _meets(found, spans: Sequence[Span]) -> bool:  # type: ignore[no-untyped-def]
    return any(e.start < end and start < e.end for e in found for start, end in spans)


def _holds(claim: Claim, acts: Sequence[Span]) -> bool:
    """Whether the claim's own word, or the words of its act where that is short, are the marked act."""
    words = claim.act.words.lower()
    return any(claim.act.start <= s < claim.act.end and claim.lemma[:4] == words[s - claim.act.start :][:4] for s, _ in acts)


def _distance(at: int, case: Case) -> int:
    return min((abs(at - start) for start, _ in (*case.acts, *case.sources, *case.targets)), default=at)


def scores(shared: Path, tools: Tools, limit: int | None) -> Iterator[Score]:
    """Accuracy and macro-F1 over all, coverage and accuracy of what is printed."""
    joined: Mapping[str, str]
    for name, cases, joined in (("PLV", plv(shared / NEEDS[0]), YIELD), ("PLOVER GSR", gsr(shared / NEEDS[1]), {})):
        picked = pick(cases, limit)
        found = [(c.gold, joined.get(a.type, a.type), a.printed) for c in picked for a in [answer(c, tools)]]
        printed = [(g, t) for g, t, p in found if p]
        anchored = name == "PLV"
        whose = "zero-shot NLI, test half" if anchored else ""
        bar = 0.84 if anchored else 0.75
        yield Score(name, "type accuracy", _share(found), len(found), 0.835 if anchored else None, whose, bar, "every sentence answered")
        yield Score(name, "type macro-F1", macro_f1(found), len(found), 0.821 if anchored else None, whose, 0.82 if anchored else None)
        yield Score(name, "printed", len(printed) / len(found), len(found), note="share with a certain claim on the marked pair")
        yield Score(name, "accuracy where printed", _share(printed), len(printed))


def _share(found: Sequence[tuple[str, ...]] | Sequence[tuple[str, str, bool]]) -> float:
    return sum(row[0] == row[1] for row in found) / max(len(found), 1)


def macro_f1(found: Sequence[tuple[str, str, bool]]) -> float:
    """The mean over the label's types of F1."""
    types = sorted({gold for gold, _, _ in found})
    each = []
    for kind in types:
        both = sum(g == kind == t for g, t, _ in found)
        each.append(2 * both / max(sum(g == kind for g, _, _ in found) + sum(t == kind for _, t, _ in found), 1))
    return sum(each) / max(len(each), 1)


def main() -> None:
    """Print the misses of a set."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--shared", type=Path, default=Path("../shared"))
    parser.add_argument("--misses", choices=("plv", "gsr"), default="plv")
    options = parser.parse_args()
    tools = Tools.load()
    cases, joined = (plv(options.shared / NEEDS[0]), YIELD) if options.misses == "plv" else (gsr(options.shared / NEEDS[1]), {})
    for case in cases:
        found = answer(case, tools)
        if joined.get(found.type, found.type) != case.gold:
            marks = [[case.text[a:b] for a, b in spans] for spans in (case.sources, case.targets, case.acts)]
            print(f"{case.gold} <- {found.type} ({found.why}{', printed' if found.printed else ''}) {marks}\n    {case.text}")


if __name__ == "__main__":
    main()
