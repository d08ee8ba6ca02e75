"""The head for types of act: how likely each type is for what one party does to another, by the words between them.

A small trained head (training/HEADS.md). It never makes an act: it is the second key of a frame (reader.md, "Two keys").
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence

from casus.codebook import Codebook
from casus.codebook.heads import load_head
from casus.coding.acts import Trigger
from casus.coding.syntax import Tree
from casus.coding.type_features import Between, type_features


def type_odds(tree: Tree, doers: Sequence[int], done: Sequence[int], triggers: Sequence[Trigger], book: Codebook) -> Mapping[str, float]:
    """The likelihood of each type, 0 to 1, to three digits; `doers` and `done` are the tokens of either party."""
    head = load_head("type")
    between = Between.of(tree, doers, done, triggers)
    scores = head.scores(dict.fromkeys(type_features(between, book.actors)))
    most = max(scores)
    each = [math.exp(s - most) for s in scores]
    return {answer: round(e / sum(each), 3) for answer, e in zip(head.answers, each, strict=True)}


def tokens_of(tree: Tree, spans: Sequence[tuple[int, int]]) -> tuple[int, ...]:
    """The tokens that start within any of the spans."""
    return tuple(i for i, t in enumerate(tree.tokens) if any(a <= t.start < b for a, b in spans))
