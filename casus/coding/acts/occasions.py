"""Occasions: several operations or incidents beside what was done in them ("in three separate raids", "in raids in Gao and Mopti")."""

from __future__ import annotations

from collections.abc import Iterator

from casus.codebook.modality import Modality
from casus.coding.syntax import Tree

_APART = frozenset({"separate", "different", "unrelated"})
_HELD = frozenset({"conduct", "carry", "launch", "mount", "stage", "perform", "run"})
"""Verbs whose object is the occasion, and whose clause tells what came of it ("conducted three raids, killing six")."""
_IN = frozenset({"in", "across", "throughout"})


def over_several(tree: Tree, verb: int, words: Modality) -> bool:
    """Whether what `verb` tells was done on several occasions: one figure for all of them."""
    return any(is_several(tree, noun, words) for noun in _occasions(tree, verb))


def _occasions(tree: Tree, verb: int) -> Iterator[int]:
    """Nouns that may name the occasion: under the verb, a verb joined to it or over it, or who or what it befell."""
    joined = [c for c in tree.children(verb, "conj") if tree.tokens[c].upos == "VERB"]
    over = [a for a in tree.ancestors(verb) if tree.rel(verb) in {"conj", "advcl"} and tree.tokens[a].upos == "VERB"][:2]
    patient = tree.patient(verb)
    befell = [patient, *tree.children(patient, "acl")] if patient is not None else []
    for v in (verb, *joined, *over, *befell):
        yield from (n for case, n in tree.preps(v) if case in {"in", "during"})
    for v in over:
        yield from tree.children(v, "obj") if tree.lemma(v) in _HELD else ()


def is_several(tree: Tree, noun: int, words: Modality) -> bool:
    """ "Three separate incidents", "four operations", "raids in Gao and Mopti regions"."""
    heads = [j for j in (noun, *tree.conjuncts(noun)) if tree.tokens[j].xpos == "NNS" and tree.lemma(j) in words.occasions]
    if not heads:
        return False
    before = range(max(noun - 4, 0), heads[-1])
    within = {c for j in (noun, *heads) for c in tree.children(j, "amod", "nummod")} | {c for c in before if c in tree.subtree(noun)}
    apart = any(tree.tokens[c].text.lower() in _APART or _is_figure(tree, c, heads) for c in within)
    return apart or any(in_several_places(tree, j) for j in heads)


def _is_figure(tree: Tree, c: int, heads: list[int]) -> bool:
    return tree.rel(c) == "nummod" and tree.tokens[c].head in heads and tree.tokens[c].text.lower() not in {"one", "1"}


def in_several_places(tree: Tree, noun: int) -> bool:
    """Whether a noun in the plural is told of two places or more ("raids in Gao and Mopti", "in the southern and eastern provinces")."""
    return any(case in _IN and _is_list(tree, place) for case, place in tree.preps(noun))


def _is_list(tree: Tree, place: int) -> bool:
    if any(tree.children(c, "conj") for c in tree.children(place, "compound", "amod")):
        return True
    return bool(tree.children(place, "conj"))
