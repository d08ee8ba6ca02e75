"""MUC-4 (TST1 and TST2): incidents of terrorism in all-capital reports, slot by slot. Development scores.

    python -m benchmarks.muc [--shared ../shared] [--every 10]

How the answers come about stands at the top of muc_answers.py; what follows is how they are compared, as the official scorer does
(scoring-guidelines v7), with every judgement it leaves to a person made by rule.

Templates are aligned one to one, types alike where they can be, for the most fills in common; fills of unaligned templates are
missing or spurious. Templates and fills that the key marks optional are not missed. A string is right where it equals one of the key's
strings, or its head word does (articles and numbers apart). A victim is one fill, its name and descriptions being one another's
alternatives; a number or effect is right where its victim is right and it agrees; a date where it meets the key's span; a place where
it names the key's most exact or its next place (of any of the places the key holds for possible), half right where it names only the country; "attack" is half right for any other type.
Per slot: F1 of fills over all templates. The anchors are the F1 of the same slots of GE, the best system of 1992, on TST3 (victim: of
descriptions). `template F1` is the F1 over incident type and the five string slots (GTT's task). Role filling is CEAF-REE (Du et al.
2021) over five roles: an entity is right where its strings, marks and articles apart, are all strings of the key's; the key of a
document joins those of all its templates, and its victims are the named ones, as there.
"""

from __future__ import annotations

import argparse
import gzip
import json
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

from benchmarks.board import Score, pick
from benchmarks.muc_answers import answer
from benchmarks.muc_key import OF_VICTIM, STRINGS, Fill, Roles, Template, key_of, report_of, roles_of
from casus.pipeline import Tools

NAME = "muc"
NEEDS = ("data/acts/muc4_full_templates_tst1.jsonl.gz", "data/acts/muc4_full_templates_tst2.jsonl.gz")
ANCHORS = {
    "perpetrator individual": 0.493, "perpetrator organisation": 0.481, "physical target": 0.444, "victim": 0.578, "instrument": 0.639,
    "victim number": 0.606, "effect": 0.566, "date": 0.589, "place": 0.610,
}  # fmt: skip


def _same(a: Fill, b: Fill) -> bool:
    return bool(a & b) or bool({x.split()[-1] for x in a if x} & {x.split()[-1] for x in b if x})


def compare(ours: Template, key: Template) -> tuple[Counter[str], Counter[str]]:
    """How much of each slot is right (halves for what is partly so), and how many of the key's spare fills were met."""
    right: dict[str, float] = dict.fromkeys((*STRINGS, *OF_VICTIM, "date", "place", "type"), 0.0)
    met: Counter[str] = Counter()
    for slot in STRINGS:
        firm, spare = list(key.strings.get(slot, ())), list(key.spare.get(slot, ()))
        for fill in ours.strings.get(slot, ()):
            match = next((k for k in firm if _same(fill, k)), None)
            extra = next((k for k in spare if _same(fill, k)), None) if match is None else None
            if match is not None:
                firm.remove(match)
            elif extra is not None:
                spare.remove(extra)
                met[slot] += 1
            right[slot] += match is not None or extra is not None
    for slot in OF_VICTIM:
        theirs = key.of_victims.get(slot, [])
        right[slot] = sum(any(_same(a, b) and _agrees(v, w) for b, w in theirs) for a, v in ours.of_victims.get(slot, ()) if v)
    right["date"] = float(
        ours.last is not None and key.last is not None and (ours.first or date.min) <= key.last and (key.first or date.min) <= ours.last
    )
    right["place"] = 1.0 if ours.places & key.places else 0.5 if ours.countries & key.countries else 0.0
    right["type"] = 1.0 if ours.type == key.type else 0.5 if ours.type == "attack" else 0.0
    return Counter(right), met


def _agrees(value: str, key: str) -> bool:
    return value in {part.strip("~-? ") for part in key.split(" / ")}


def fills(template: Template) -> Counter[str]:
    """How many fills each slot has."""
    out = Counter({slot: len(template.strings.get(slot, ())) for slot in STRINGS})
    for slot in OF_VICTIM:
        out[slot] = sum(bool(v) for _, v in template.of_victims.get(slot, ()))
    out["date"], out["place"], out["type"] = int(template.last is not None), int(bool((template.places | template.countries) - {""})), 1
    return out


def align(ours: Sequence[Template], key: Sequence[Template]) -> list[tuple[Template | None, Template | None]]:
    """Pairs of templates, the best first; what is left stands alone."""
    scored = []
    for i, a in enumerate(ours):
        for j, b in enumerate(key):
            right, _ = compare(a, b)
            scored.append((sum(right.values()) + (right["type"] == 1), -i, -j))
    taken: dict[int, int] = {}
    for value, i, j in sorted(scored, reverse=True):
        if value > 1 and -i not in taken and -j not in taken.values():
            taken[-i] = -j
    pairs: list[tuple[Template | None, Template | None]] = [(a, key[taken[i]] if i in taken else None) for i, a in enumerate(ours)]
    return pairs + [(None, b) for j, b in enumerate(key) if j not in taken.values() and not b.optional]


def ceaf(ours: Sequence[Fill], key: Sequence[Fill]) -> int:
    """Entities in common: ours, each with strings that are all strings of one entity of the key."""
    left = list(key)
    right = 0
    for entity in ours:
        match = next((k for k in left if entity and entity <= k), None)
        if match is not None:
            left.remove(match)
            right += 1
    return right


def documents(shared: Path, limit: int | None) -> list[Mapping[str, Any]]:
    """The documents with their templates."""
    found: list[Mapping[str, Any]] = []
    for need in NEEDS:
        with gzip.open(shared / need, "rt", encoding="utf-8") as lines:
            found += map(json.loads, lines)
    return pick(found, limit)


@dataclass(slots=True)
class Tally:
    """Sums over documents, by slot."""

    right: Counter[str] = field(default_factory=Counter)
    given: Counter[str] = field(default_factory=Counter)
    asked: Counter[str] = field(default_factory=Counter)

    def add(self, ours: Sequence[Template], key: Sequence[Template], filled: Roles, roles: Roles) -> None:
        """One document: its templates, and its role fillers."""
        for a, b in align(ours, key):
            right, met = compare(a, b) if a and b else (Counter[str](), Counter[str]())
            self.right.update(right)
            self.given.update(fills(a) if a else {})
            self.asked.update(fills(b) + met if b else {})
        for slot in STRINGS:
            self.right[f"ceaf {slot}"] += ceaf(filled[slot], roles[slot])
            self.given[f"ceaf {slot}"] += len(filled[slot])
            self.asked[f"ceaf {slot}"] += len(roles[slot])

    def f1(self, *slots: str) -> float:
        """Over some slots together."""
        given, asked = sum(self.given[s] for s in slots), sum(self.asked[s] for s in slots)
        return 2 * sum(self.right[s] for s in slots) / max(given + asked, 1)

    def note(self, *slots: str) -> str:
        """Precision and recall over some slots together."""
        right, given, asked = (sum(c[s] for s in slots) for c in (self.right, self.given, self.asked))
        return f"precision {right / max(given, 1):.3f}, recall {right / max(asked, 1):.3f}"


def scores(shared: Path, tools: Tools, limit: int | None) -> Iterator[Score]:
    """F1 per slot, over templates, and of role filling."""
    tally = Tally()
    for row in documents(shared, limit):
        ours, filled = answer(report_of(row), tools)
        tally.add(ours, key_of(row), filled, roles_of(row))
    for slot, anchor in ANCHORS.items():
        yield Score("MUC-4", slot, tally.f1(slot), tally.asked[slot], anchor, "GE 1992, TST3", anchor, tally.note(slot))
    whole, roles = (*STRINGS, "type"), tuple(f"ceaf {slot}" for slot in STRINGS)
    yield Score("MUC-4", "template F1", tally.f1(*whole), sum(tally.asked[s] for s in whole), 0.502, "GTT", 0.50, tally.note(*whole))
    asked = sum(tally.asked[s] for s in roles)
    yield Score("MUC-4", "role filling, CEAF-REE", tally.f1(*roles), asked, 0.54, "GRIT, GTT", 0.54, tally.note(*roles))


def main() -> None:
    """Print ours beside the key, document by document."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--shared", type=Path, default=Path("../shared"))
    parser.add_argument("--every", type=int, default=10)
    options = parser.parse_args()
    tools = Tools.load()
    for row in documents(options.shared, None)[:: options.every]:
        print("====", row["docid"], "\n", row["text"][:1500])
        for a, b in align(answer(report_of(row), tools)[0], key_of(row)):
            print("  OURS", a, "\n  KEY ", b)


if __name__ == "__main__":
    main()
