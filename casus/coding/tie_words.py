"""Words that state a tie: which word of a sentence, between whom ("gives shelter to", "Iran's proxy", "the Iran-backed group")."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

from casus.codebook.yaml_files import read_yaml
from casus.coding.syntax import Tree

_LASTING_TENSES = frozenset({"VBZ", "VBP", "VBG"})
_BESIDE = frozenset({"verbs", "compounds", "over"})


@dataclass(frozen=True, slots=True)
class Stated:
    """A word that states a tie, and the heads of its two sides: from whom, to whom."""

    word: int
    one: int
    other: int
    sign: str
    kind: str
    over: bool = False
    ended: bool = False
    """A verb over it tells when it ended ("stopped hosting them in May")."""
    lasting: bool = False
    place: bool = False


@lru_cache(maxsize=1)
def load_ties() -> Mapping[str, Any]:
    """The vocabulary of ties (codebook/ties.yaml)."""
    import casus.codebook

    loaded: Mapping[str, Any] = read_yaml(Path(casus.codebook.__file__).with_name("ties.yaml"))
    return loaded


def find_stated(tree: Tree) -> Iterator[Stated]:
    """Every word of a sentence that states a tie between two phrases."""
    words = load_ties()
    for i in range(len(tree)):
        upos, xpos, entries = tree.tokens[i].upos, tree.tokens[i].xpos, []
        if upos == "VERB" or xpos.startswith("VB"):
            entries = [(_by_verb, e) for e in words["verbs"]]
        if upos in {"ADJ", "NOUN"} or xpos == "VBN":
            entries += [(_by_name, e) for name, e in words.items() if name not in _BESIDE]
            entries += [(_by_compound, e) for e in words["compounds"]]
        for find, entry in entries:
            for one, other in find(tree, i, entry):
                if one == other:
                    continue
                a, b = (other, one) if entry.get("inverse") else (one, other)
                over, ended = _is_over(tree, i, words["over"]), is_under_end(tree, i)
                yield Stated(i, a, b, entry["sign"], entry["kind"], over, ended, "lasting" in entry, "place" in entry)


def _by_verb(tree: Tree, i: int, entry: Mapping[str, Any]) -> Iterator[tuple[int, int]]:
    """ "Split from the group", "harbours its fighters", "gives shelter to them", "is based in the capital"."""
    if tree.lemma(i) not in entry["verbs"] or _is_bare_compound(tree, i) or not _goes_with(tree, i, entry):
        return
    holder = tree.subject(i) if entry.get("place") else tree.agent(i)  # who is somewhere, active or passive
    if holder is None:
        return
    if "of" in entry and tree.lemma(holder) not in entry["of"]:
        return
    to = entry.get("to", ())
    things = [i, *(o for o in tree.children(i, "obj", "nsubj:pass") if tree.lemma(o) in entry.get("objects", ()))]
    particles = tree.children(i, "advmod", "compound:prt")
    others = [n for g in (*things, *particles) for case, n in tree.preps(g) if case in to]
    if not others and "objects" not in entry and any(tree.lemma(c) in to for c in particles):
        others = list(tree.children(i, "obj"))  # "turned on the army"
    if entry.get("place"):
        others = [n for n in others if _is_named(tree, n)]
    if entry.get("direct"):
        given = tree.children(i, "iobj") if "objects" in entry else ()
        patient = None if "objects" in entry else tree.patient(i)
        others = [*given, *([patient] if patient is not None else []), *others]
    yield from ((holder, n) for n in others[:1])


def _goes_with(tree: Tree, i: int, entry: Mapping[str, Any]) -> bool:
    """Whether the object, the particle and the rest of the clause are those that the entry asks for."""
    if "objects" in entry:
        objects = [o for o in tree.children(i, "obj", "nsubj:pass") if tree.lemma(o) in entry["objects"]]
        if not objects:
            return False
        if "need" in entry and not any(tree.lemma(c) in entry["need"] for o in objects for c in tree.children(o, "amod", "compound")):
            return False
    beside = {tree.lemma(c) for c in tree.children(i, "advmod", "compound:prt")}
    if "particle" in entry and not beside & set(entry["particle"]):
        return False
    return not ("unless" in entry and {tree.lemma(c) for c in tree.subtree(i)} & set(entry["unless"]))


def _is_bare_compound(tree: Tree, i: int) -> bool:
    """The second part of a compound ("Iran-backed"), which has entries of its own."""
    return i > 1 and tree.tokens[i - 1].text in {"-", "–"} and tree.rel(i) == "amod"


def _by_compound(tree: Tree, i: int, entry: Mapping[str, Any]) -> Iterator[tuple[int, int]]:
    """ "The Iran-backed group": the first part is the other side."""
    if tree.tokens[i].text.lower() not in entry["words"] or not _is_bare_compound(tree, i) or tree.tokens[i].head <= i:
        return
    before = [c for c in tree.children(i) if c < i - 1 and tree.tokens[c].upos in {"PROPN", "ADJ"}]
    yield from ((c, tree.tokens[i].head) for c in before[:1])


def _by_name(tree: Tree, i: int, entry: Mapping[str, Any]) -> Iterator[tuple[int, int]]:
    """ "Is an ally of the group", "two rival groups", "Iran's proxy", "at war with"."""
    if not _names(tree, i, entry):
        return
    owners = [tree.antecedent(c) for c in tree.children(i, "nmod:poss")]
    if "owned" in entry:
        owners += [c for c in tree.children(i, "compound", "amod") if _is_named(tree, c)]
        holder = next(iter(owners), None)
    else:
        holder = _holder(tree, i)
    if holder is None:
        return
    governor = tree.tokens[i].head if tree.rel(i) in {"amod", "xcomp", "obj"} else i
    others = [n for g in (i, governor) if g >= 0 for case, n in tree.preps(g) if case in entry["to"] and n != holder]
    others += [c for c in owners if c != holder and entry["nouns"]]
    sides = tree.conjuncts(holder)
    if others:
        yield sides[0], others[0]
    elif len(sides) == 2:
        yield sides[0], sides[1]


def _names(tree: Tree, i: int, entry: Mapping[str, Any]) -> bool:
    before = tree.lemma(i - 1) if i else ""
    lemma, pair = tree.lemma(i), f"{before} {tree.lemma(i)}"
    said = lemma in entry["adjectives"] or tree.tokens[i].text.lower() in entry["adjectives"]
    if pair in entry["nouns"]:
        return True
    kinds = {tree.lemma(c) for c in tree.children(i, "amod", "compound")}
    return said or (lemma in entry["nouns"] and not kinds & set(entry.get("but", ())))


def _is_named(tree: Tree, i: int) -> bool:
    return any(n.first <= i < n.last and n.kind in {"nationality", "organisation", "place"} for n in tree.sentence.names)


def _holder(tree: Tree, i: int) -> int | None:
    """Of whom it is said: the subject of the predicate the word belongs to, or the noun it describes, or its possessor."""
    if tree.rel(i) == "conj" and tree.tokens[i].upos in {"ADJ", "VERB"}:
        i = tree.tokens[i].head
    subject = tree.subject(i)
    if subject is not None and subject != i:
        return subject
    if tree.rel(i) == "conj" and tree.children(i, "cop") and not tree.children(i, "nsubj"):
        return tree.subject(tree.tokens[i].head)  # "was its ally but is now its enemy"
    if tree.rel(i) == "appos":
        return tree.tokens[i].head  # "the Quds Force, part of the Guard"
    if tree.rel(i) == "amod":
        return tree.subject(tree.tokens[i].head)
    if tree.rel(i) in {"obj", "xcomp"}:
        return tree.subject(tree.tokens[i].head)
    return next(iter(tree.children(i, "nmod:poss")), None)


def _is_over(tree: Tree, i: int, words: Mapping[str, Any]) -> bool:
    """ "A former ally", "once allied", "used to host", "no longer hosts"."""
    if any(tree.lemma(c) in words["adjectives"] for c in tree.children(i, "amod", "compound")):
        return True
    if any(tree.lemma(c) in words["adverbs"] or _no_longer(tree, c) for c in tree.children(i, "advmod")):
        return True
    head = tree.tokens[i].head
    return head >= 0 and tree.rel(i) == "xcomp" and tree.lemma(head) in words["before"]


def is_under_end(tree: Tree, i: int) -> bool:
    """ "Stopped hosting them", "its support for them ended": a verb over it tells that it ended."""
    head = tree.tokens[i].head
    return head >= 0 and tree.rel(i) in {"xcomp", "obj", "nsubj"} and tree.lemma(head) in load_ties()["over"]["verbs"]


def _no_longer(tree: Tree, c: int) -> bool:
    return tree.lemma(c) in {"long", "longer"} and any(tree.lemma(n) == "no" for n in tree.children(c))


def lasts(tree: Tree, i: int) -> bool:
    """Whether the tense tells what lasts: the present, the perfect, a gerund, "used to"."""
    token = tree.tokens[i]
    perfect = any(tree.lemma(c) == "have" for c in tree.children(i, "aux"))
    used = token.xpos == "VB" and token.head >= 0 and tree.lemma(token.head) == "use"
    present = any(tree.tokens[c].xpos in {"VBZ", "VBP"} for c in tree.children(i, "aux:pass"))
    return token.xpos in _LASTING_TENSES or perfect or used or present
