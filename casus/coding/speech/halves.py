"""Halves of a sentence: what is said before its "he said" ends at a semicolon.

"Four men took her away, her brother said; the Law Society accuses the police": what the society does is no word of the brother's.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from casus.coding.speech.act import Speech
from casus.coding.syntax import Tree

_PAIRS = {"“": 1, "”": -1}


def in_their_halves(tree: Tree, speeches: Sequence[Speech]) -> Sequence[Speech]:
    """The speeches without what stands behind a semicolon after them, where what is said comes before the words of saying."""
    halves = _halves(tree)
    if not speeches or not halves[-1]:
        return speeches
    going_on = {half for half in set(halves) if _opens_with_that(tree, halves, half)}
    return [_in_its_half(tree, s, halves, going_on) for s in speeches]


def _in_its_half(tree: Tree, speech: Speech, halves: list[int], going_on: set[int]) -> Speech:
    own = halves[speech.verb]
    here = {i for i in speech.scope if halves[i] <= own}
    if own == halves[-1] or not speech.scope or any(i > speech.verb for i in here):
        return speech
    later = {i for i in speech.scope if halves[i] in going_on}
    return replace(speech, scope=frozenset(here | later or _before(tree, speech, halves)))


def _before(tree: Tree, speech: Speech, halves: list[int]) -> set[int]:
    """ "A flight left, the ministry announced; ...": where nothing else is said, what stands before it in its half."""
    said_by = set(tree.subtree(speech.source.head)) if speech.source is not None else set()
    return {i for i in range(speech.verb) if halves[i] == halves[speech.verb]} - said_by


def _halves(tree: Tree) -> list[int]:
    """Of each token how many semicolons stand before it, those in quotation marks left out."""
    count, depth, open_ = 0, 0, False
    found = []
    for token in tree.tokens:
        depth = max(0, depth + _PAIRS.get(token.text, 0))
        open_ ^= token.text == '"'
        count += token.text == ";" and not depth and not open_
        found.append(count)
    return found


def _opens_with_that(tree: Tree, halves: list[int], half: int) -> bool:
    """ "; that nobody was hurt": said on, whoever said what stands before."""
    words = [t.text.lower() for t, h in zip(tree.tokens, halves, strict=True) if h == half]
    return "that" in words[:3]
