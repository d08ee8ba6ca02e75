"""Ties: what a sentence states of how two actors stand to each other ("separate but allied groups", "hostile towards")."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

from casus.codebook.yaml_files import read_yaml
from casus.coding.dates.of_act import date_of_act
from casus.coding.mood.kinds import Mood
from casus.coding.roles.parties import is_pronoun, kind_of_phrase, make_party
from casus.coding.scene import Scene
from casus.coding.speech.attribution import attribute
from casus.coding.syntax import Phrase, Tree
from casus.model.actor import Party
from casus.model.claim import Source, Status
from casus.model.text import Evidence
from casus.model.when import DateRange

_NO_SIDES = frozenset({"unknown", "civilians"})


@dataclass(frozen=True, slots=True)
class Tie:
    """A stated tie between two parties, unresolved."""

    sentence: int
    subject: Party
    object: Party
    sign: str
    kind: str
    status: Status
    sources: tuple[Source, ...]
    evidence: Evidence
    period: DateRange | None


@lru_cache(maxsize=1)
def load_ties() -> Mapping[str, Any]:
    """The vocabulary of ties (codebook/ties.yaml)."""
    import casus.codebook

    loaded: Mapping[str, Any] = read_yaml(Path(casus.codebook.__file__).with_name("ties.yaml"))
    return loaded


def find_ties(scene: Scene) -> tuple[Tie, ...]:
    """Every tie stated in a sentence between two phrases that can be actors."""
    words = load_ties()
    return tuple(t for i in range(len(scene.tree)) for t in _at(scene, i, words))


def _at(scene: Scene, i: int, words: Mapping[str, Any]) -> Iterator[Tie]:
    tree, token = scene.tree, scene.tree.tokens[i]
    if token.upos == "VERB":
        for entry in words["verbs"]:
            if entry["verb"].split()[0] == tree.lemma(i) and _complement_ok(tree, i, entry["verb"]):
                yield from _pair(scene, i, tree.agent(i), entry)
    elif token.upos in {"ADJ", "NOUN"} or token.xpos == "VBN":
        for name, entry in words.items():
            if name != "verbs" and _names(tree, i, entry):
                yield from _pair(scene, i, _holder(tree, i), entry)


def _complement_ok(tree: Tree, i: int, verb: str) -> bool:
    rest = verb.split()[1:]
    return not rest or any(tree.lemma(c) == rest[0] for c in tree.children(i, "obj"))


def _names(tree: Tree, i: int, entry: Mapping[str, Any]) -> bool:
    before = tree.lemma(i - 1) if i else ""
    lemma, pair = tree.lemma(i), f"{before} {tree.lemma(i)}"
    return (
        lemma in entry["adjectives"]
        or tree.tokens[i].text.lower() in entry["adjectives"]
        or pair in entry["nouns"]
        or lemma in entry["nouns"]
    )


def _holder(tree: Tree, i: int) -> int | None:
    """Of whom it is said: the subject of the predicate the word belongs to, or the noun it describes, or its possessor."""
    if tree.rel(i) == "conj" and tree.tokens[i].upos in {"ADJ", "VERB"}:
        i = tree.tokens[i].head
    subject = tree.subject(i)
    if subject is not None and subject != i:
        return subject
    if tree.rel(i) == "appos":
        return tree.tokens[i].head  # "the Quds Force, part of the Guard"
    if tree.rel(i) == "amod":
        return tree.subject(tree.tokens[i].head)
    if tree.rel(i) in {"obj", "xcomp"}:
        return tree.subject(tree.tokens[i].head)
    return next(iter(tree.children(i, "nmod:poss")), None)


def _pair(scene: Scene, i: int, holder: int | None, entry: Mapping[str, Any]) -> Iterator[Tie]:
    tree = scene.tree
    if holder is None or any(tree.tokens[c].text.lower() in {"not", "no", "never", "n't"} for c in tree.children(i)):
        return
    governor = tree.tokens[i].head if tree.rel(i) in {"amod", "xcomp", "obj"} else i
    others = [n for g in (i, governor) if g >= 0 for case, n in tree.preps(g) if case in entry.get("to", ()) and n != holder]
    sides = [tree.phrase(h) for h in tree.conjuncts(holder)]
    pairs: list[tuple[Phrase, Phrase]] = [(sides[0], tree.phrase(n)) for n in others[:1]]
    if not pairs and len(sides) == 2:
        pairs = [(sides[0], sides[1])]
    for a, b in pairs:
        if _is_side(scene, a) and _is_side(scene, b):
            yield _tie(scene, i, (b, a) if entry.get("inverse") else (a, b), entry)


def _is_side(scene: Scene, phrase: Phrase) -> bool:
    return is_pronoun(scene.tree, phrase) or kind_of_phrase(scene.tree, phrase, scene.book.actors) not in _NO_SIDES


def _tie(scene: Scene, i: int, sides: Sequence[Phrase], entry: Mapping[str, Any]) -> Tie:
    tree, report = scene.tree, scene.report
    parties = [
        make_party(report, tree, p, role=role, table=scene.book.actors, rule="tie")
        for p, role in zip(sides, ("subject", "object"), strict=True)
    ]
    said = attribute(report, tree, i, Mood("done", None, "stated"), scene.speeches, scene.book.actors)
    start = min(tree.tokens[i].start, *(p.evidence.start for p in parties))
    end = max(tree.tokens[i].end, *(p.evidence.end for p in parties))
    period = None
    if tree.rel(i) != "appos":  # what somebody is, told beside what he did on a day
        alone = scene.dates[0] if len(scene.dates) == 1 and tree.rel(i) != "conj" else None
        period = date_of_act(scene.sentence, i, scene.dates) or alone
    return Tie(
        scene.sentence.index, parties[0], parties[1], entry["sign"], entry["kind"], said.status, said.sources,
        report.evidence("relation", start, end, f"stated tie: {entry['kind']}"), period,
    )  # fmt: skip
