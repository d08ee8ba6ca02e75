"""Words that point back to a place named before: "a market there", "in the village", "the same district", "at the same gate".

Each becomes a mention of the place it points to, under its own words, and is then weighed like any other name. "There" is the place the
sentence before is about, or the only one it names; "the village" the one named last by such a word, or a known town, where the sentence
that names it names one such place only. "The same gate" is the one whose own words call it a gate.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from casus.codebook.place_words import load_place_words
from casus.coding.places.mention import PlaceMention, PlaceRole
from casus.coding.syntax import SUBJECTS, Tree
from casus.model.text import Report, Sentence

_REACH = {"there": 1, "town": 4, "village": 4, "camp": 8, "adm2": 40, "adm1": 40}
"""How many sentences back each may point."""
_SAME_REACH = 12
""" "The same village" may be told that far back; a gate, a river or another spot, anywhere."""
_BESIDE = 2
"""Of two districts told so many sentences apart, "the district" means either."""
_POINTING = frozenset({"the", "this", "that"})
_SETTLED = frozenset({"town", "village"})
_UNITS = frozenset({"town", "village", "camp", "adm2", "adm1"})
_SAME = frozenset({"same", "whole", "entire", "besieged", "little", "small"})


def point_back(report: Report, sentences: Sequence[Sentence], named: Sequence[tuple[PlaceMention, ...]]) -> list[tuple[PlaceMention, ...]]:
    """The places of each sentence (`named`), with those its words point back to, in text order."""
    out: list[tuple[PlaceMention, ...]] = []
    for k, mentions in enumerate(named):
        pointed = () if sentences[k].heading else _pointed(report, sentences, named, k)
        out.append(tuple(sorted((*mentions, *pointed), key=lambda m: m.evidence.start)))
    return out


def _pointed(
    report: Report, sentences: Sequence[Sentence], named: Sequence[tuple[PlaceMention, ...]], here: int
) -> Iterator[PlaceMention]:
    tree = Tree(sentences[here])
    taken = {i for m in named[here] for i in range(m.first, m.last)}
    for i in range(len(tree)):
        kind = None if i in taken else _points(tree, i)
        again = _meant_again(tree, i, here, named) if i not in taken and _is_same(tree, i) else None
        meant = again or (_meant(kind, i, here, sentences, named) if kind else None)
        if meant is None:
            continue
        first = min((c for c in tree.children(i, "det", "amod") if c < i), default=i)
        evidence = report.evidence("place", tree.tokens[first].start, tree.tokens[i].end, "places:points back")
        own = replace(meant, evidence=evidence, first=first, last=i + 1, head=i, sentence=sentences[here].index)
        yield replace(own, role=_role(tree, first), relation="in", side="", others=())


def _points(tree: Tree, i: int) -> str | None:
    """ "there", or the class of unit that a noun points back to; None for any other word."""
    lemma = tree.lemma(i)
    if lemma == "there":
        return "there" if tree.tokens[i].upos == "ADV" and tree.rel(i) == "advmod" and not _is_led(tree, i) else None
    words = load_place_words()
    kind = words.units.get(lemma) if lemma not in words.loose_units else None
    if kind not in _UNITS or tree.tokens[i].xpos != "NN" or tree.rel(i) in {"compound", "appos", *SUBJECTS}:
        return None
    below = tree.children(i)
    led = any(tree.rel(c) == "det" and tree.lemma(c) in _POINTING for c in below)
    plain = all(tree.rel(c) in {"det", "case", "punct"} or tree.lemma(c) in _SAME for c in below)
    return kind if led and plain else None


def _is_same(tree: Tree, i: int) -> bool:
    """ "The same gate", not as who acts or what is done to nobody."""
    same = any(tree.lemma(c) == "same" for c in tree.children(i, "amod"))
    return same and tree.tokens[i].xpos == "NN" and tree.rel(i) not in {"compound", "appos", *SUBJECTS}


def _meant_again(tree: Tree, i: int, here: int, named: Sequence[tuple[PlaceMention, ...]]) -> PlaceMention | None:
    """ "At the same gate": the one place before that its own words call a gate; of towns and districts else the last one told."""
    lemma, words = tree.lemma(i), load_place_words()
    kind = words.units.get(lemma) if lemma not in words.loose_units else None
    if kind is None and lemma not in words.buildings:
        return None
    before = [[m for m in named[at] if m.role not in {"dateline", "seat"}] for at in range(here)]
    called = [m for told in before for m in told if lemma in m.words.lower().split()]
    near = [told for told in before[-_SAME_REACH:] if any(_is_of_class(m, kind) for m in told)] if kind in _UNITS else []
    able = called or [m for told in near[-1:] for m in told if _is_of_class(m, kind)]
    return able[-1] if able and len({m.name for m in able}) == 1 else None


def _is_of_class(mention: PlaceMention, kind: str | None) -> bool:
    own = mention.unit or mention.kind
    return own in _SETTLED if kind in _SETTLED else own == kind


def _is_led(tree: Tree, i: int) -> bool:
    """ "From there", "over there", "there and then"."""
    return bool(tree.children(i)) or (i > 0 and tree.lemma(i - 1) in {"out", "over", "up", "down", "back", "still", "be"})


def _meant(
    kind: str, i: int, here: int, sentences: Sequence[Sentence], named: Sequence[tuple[PlaceMention, ...]]
) -> PlaceMention | None:
    """The place that a word of a class at token `i` of the sentence `here` points to."""
    for at in range(here, max(here - _REACH[kind] - 1, -1), -1):
        before = [m for m in named[at] if at < here or m.last <= i]
        able = [m for m in before if _may_be(m, kind)]
        if not able:
            continue
        further = [m for k in range(max(at - _BESIDE, 0), at) for m in named[k] if kind not in {"there", *_SETTLED} and _may_be(m, kind)]
        if len({m.name for m in (*able, *further)}) == 1:
            return able[-1]
        tree = Tree(sentences[at])
        about = [m for m in able if tree.rel(m.head) in SUBJECTS and tree.rel(tree.tokens[m.head].head) == "root"]
        return about[0] if len(about) == 1 and kind == "there" else None
    return None


def _may_be(mention: PlaceMention, kind: str) -> bool:
    if mention.role in {"dateline", "seat"} or mention.relation == "between" or mention.others or mention.kind == "country":
        return False
    if kind == "there":
        return True
    own = mention.unit or mention.kind
    return own in _SETTLED or (own is None and kind == "village") if kind in _SETTLED else mention.unit == kind


def _role(tree: Tree, first: int) -> PlaceRole:
    before, words = (tree.tokens[first - 1].text.lower() if first else ""), load_place_words()
    if before in words.origin:
        return "from"
    return "to" if before in words.destination and before != "for" else "where"
