"""Violence only spoken of: who calls, declares or uses "the attack" did not make it, nor suffered it."""

from __future__ import annotations

from casus.codebook.frames import Frames, Sense
from casus.coding.syntax import Tree

_KNOWN = frozenset({"the", "this", "that", "these", "those", "both", "such"})


def is_of_known(tree: Tree, noun: int, verb: int, sense: Sense, frames: Frames) -> bool:
    """ "Called the attack cowardly", "used the raid to": a verb that does no violence, and a noun of it that was told before."""
    if sense.type != "ASSAULT" or tree.lemma(verb) not in frames.light.of_known:
        return False
    return not _is_outdone(tree, noun) and any(_points_back(tree, c) for c in tree.children(noun, "det", "nmod:poss"))


def _points_back(tree: Tree, i: int) -> bool:
    """ "The", "these", "Monday's"."""
    timed = tree.is_named(i, "time")
    return timed or tree.tokens[i].text.lower() in _KNOWN


def _is_outdone(tree: Tree, noun: int) -> bool:
    """ "The deadliest attack of the year": told here for the first time."""
    return any(tree.tokens[c].xpos in {"JJS", "RBS"} or tree.lemma(c) in {"first", "last"} for c in tree.children(noun, "amod"))
