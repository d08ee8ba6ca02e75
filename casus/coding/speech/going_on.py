"""Going on: "the chief said rebels shot two men, adding that police killed one": who adds is who said, whatever the syntax makes of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from casus.coding.speech.act import Speech
from casus.coding.syntax import Tree

GOING_ON = frozenset({"add", "continue", "note", "stress", "explain"})
"""Verbs by which somebody goes on with what he said."""


def going_on(tree: Tree, found: Sequence[Speech]) -> list[Speech]:
    """The sayings of a sentence, each "adding that" with the speaker of what it stands in."""
    return [_by_first(tree, s, found) if _goes_on(tree, s) else s for s in found]


def _goes_on(tree: Tree, speech: Speech) -> bool:
    token = tree.tokens[speech.verb]
    bare = token.xpos == "VBG" and token.deprel == "advcl" and not tree.children(speech.verb, "nsubj", "mark")
    return bare and tree.lemma(speech.verb) in GOING_ON


def _by_first(tree: Tree, speech: Speech, found: Sequence[Speech]) -> Speech:
    """With the nearest speaker in whose words it stands; what hangs on a saying of its own stays with who says that."""
    above = tree.tokens[speech.verb].head
    if any(s.verb == above for s in found):
        return speech
    over = [s for s in found if s.source is not None and s.stance != "hedges" and speech.verb in s.scope and s.source != speech.source]
    if not over:
        return speech
    first = min(over, key=lambda s: len(s.scope))
    return replace(speech, source=first.source, through=first.through)
