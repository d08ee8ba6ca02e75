"""Tolls: figures told as such ("the death toll rose to 57", "the number of dead stands at 18", "revised from 12 to 9")."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from casus.codebook.harm import HarmKind, HarmWords
from casus.coding.harm.harmed import Harm
from casus.coding.numbers import Number
from casus.coding.syntax import Tree

_BY_WEIGHT: tuple[HarmKind, ...] = ("killed", "captured", "injured", "killed_or_injured")
"""What a number counts whose words tell of several kinds: "the number of people killed"; "of wounded" before "of casualties".

"The number of wounded captives" counts those taken.
"""
_REACHING = frozenset({"reach", "hit", "pass", "top", "exceed"})
"""Verbs by which a toll comes to a figure ("the death toll reached 17")."""
_MORE = re.compile(
    r"\b(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\d+) (?:more|further|additional) "
    r"(?:bod(?:y|ies)|people|persons?|victims?|corpses?|deaths?)\b"
    r"|\bof the (?:wounded|injured|casualties) (?:\w+ )?(?:died?|succumb)|\bsuccumbed\b"
)
"""Words for dead that come to those counted before."""
_STANDING = frozenset({"stand"})
_MOVING = frozenset(
    "rise climb increase jump grow soar mount swell surge go fall drop revise raise lift bring push take "
    "lower cut reduce amend correct update".split()
)
"""Verbs by which a toll leaves a figure told before ("rose to 57", "revised down to 9")."""


def tolls_at(tree: Tree, i: int, numbers: Sequence[Number], words: HarmWords) -> Iterator[Harm]:
    """The figures of the toll that noun `i` names: "toll", "tally", "count", or "number" of the dead, wounded or taken."""
    kind = _numbered(tree, i, words) if tree.lemma(i) == "number" else _toll_kind(tree, i) or _counted_dead(tree, i, words)
    if kind is not None:
        yield from moving_toll(tree, i, kind, numbers, words)


def is_counted_by(tree: Tree, harm: Harm, act: int) -> bool:
    """ "The number of people killed when a drone struck": the toll is of the act that its own words tell."""
    if not harm.toll or act == harm.predicate or act not in tree.subtree(harm.predicate):
        return False
    between = [act, *(a for a in tree.ancestors(act) if a in tree.subtree(harm.predicate) and a != harm.predicate)]
    return all(tree.rel(a) != "conj" for a in between)  # not "a toll of three dead and 26 wounded"


def kind_behind(tree: Tree, number: Number, words: HarmWords) -> HarmKind | None:
    """ "Put the losses at 45 men killed": what befell those counted, by the word right behind them."""
    counted = tree.tokens[number.head].head if tree.rel(number.head) == "nummod" else number.head
    word = tree.tokens[counted + 1].text.lower() if counted + 1 < len(tree) else ""
    return words.participles.get(word) or words.adjectives.get(word)


def moving_toll(tree: Tree, i: int, kind: HarmKind, numbers: Sequence[Number], words: HarmWords) -> Iterator[Harm]:
    """ "The death toll rose to 57", "stood at 57", "put the toll at 57": the figure it came to, whatever it came from."""
    head = tree.tokens[i].head
    if head < 0:
        return
    moved = tree.lemma(head) in _MOVING or any(tree.lemma(c) == "now" for c in tree.children(head, "advmod")) or _has_grown(tree)
    for number in _come_to(tree, i, head, numbers):
        yield Harm(kind_behind(tree, number, words) or kind, i, number, tree.phrase(i), toll=True, moved=moved)


def _has_grown(tree: Tree) -> bool:
    """ "Three of the wounded had died and the count stood at 17", "two more bodies were found": the toll beside it is a new one."""
    said = " ".join(t.text.lower() for t in tree.tokens)
    return _MORE.search(said) is not None


def _come_to(tree: Tree, i: int, head: int, numbers: Sequence[Number]) -> Iterator[Number]:
    span = [x for x in numbers if _from_to(tree, x)]
    if span and span[0].head in tree.subtree(head):
        yield span[0]
        return
    for case, n in [*tree.preps(i), *tree.preps(head)]:
        if case.split()[0] in {"to", "at", "of", "as"} and n != i:
            yield from (x for x in numbers if x.first <= n < x.last or tree.tokens[x.head].head == n)
    for n in tree.children(head, "obj") if tree.lemma(head) in _REACHING else ():
        yield from (x for x in numbers if x.first <= n < x.last)
    if tree.rel(i).startswith("nsubj"):
        yield from (x for x in numbers if x.first <= head < x.last)


def _from_to(tree: Tree, number: Number) -> bool:
    """Whether a figure is the later one of "from 12 to 57"."""
    before = [t.text.lower() for t in tree.tokens[max(number.first - 4, 0) : number.first]]
    return before[-1:] == ["to"] and "from" in before


def _numbered(tree: Tree, i: int, words: HarmWords) -> HarmKind | None:
    """ "The number of people known to have died has risen to 57", "the number of fatalities", "of injured", "of those abducted"."""
    told = {kind for j in tree.subtree(i) if j != i and (kind := _kind_told(tree, j, words)) is not None}
    return next((kind for kind in _BY_WEIGHT if kind in told), None)


def _kind_told(tree: Tree, j: int, words: HarmWords) -> HarmKind | None:
    lemma, form = tree.lemma(j), tree.tokens[j].text.lower()
    beside = {tree.lemma(n) for n in (*tree.children(j), tree.tokens[j].head)}
    if beside & words.unless.get(lemma, frozenset()):
        return None  # "the number of prisoners freed"
    return words.verbs.get(lemma) or words.participles.get(form) or words.adjectives.get(form) or words.nouns.get(lemma)


def _toll_kind(tree: Tree, i: int) -> HarmKind | None:
    """A toll counts the dead unless its name says otherwise; a tally or count needs such a name."""
    named = {tree.lemma(c) for c in tree.children(i, "compound", "amod")}
    if named & {"casualty"}:
        return "killed_or_injured"
    if named & {"death", "fatality", "body", "dead"} or (tree.lemma(i) == "toll" and not tree.children(i, "compound")):
        return "killed"
    return None


def _counted_dead(tree: Tree, i: int, words: HarmWords) -> HarmKind | None:
    """ "Three more had died and the count stood at 17": a bare count, in a sentence that tells of dying, is of the dead."""
    head = tree.tokens[i].head
    bare = [tree.lemma(c) for c in tree.children(i)] == ["the"] and tree.rel(i).startswith("nsubj")
    if not bare or head < 0 or tree.lemma(head) not in _STANDING | _MOVING | _REACHING:
        return None
    if any(case in {"at", "to"} for case, n in tree.preps(head) if tree.tokens[n].upos != "NUM"):
        return None  # "the count rose to 400 votes"
    died = any(words.verbs.get(tree.lemma(j)) == "killed" for j in range(len(tree)) if tree.tokens[j].upos == "VERB")
    return "killed" if died else None
