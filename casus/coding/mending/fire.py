"""Mending: "killed by Israeli fire", "wounded by army fire": whose fire it is, is gunfire, not a blaze."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from casus.model.text import Name, Token

_SHOOTERS = frozenset("army police military militia rebel enemy hostile soldier troop government navy guard".split())
_STRUCK = frozenset("kill wound injure hit shoot strike maim die hurt".split())


def mend_fire(tokens: list[Token], i: int, names: Sequence[Name]) -> None:
    """Read "fire" as gunfire where a side's name stands before it and somebody was hit by it."""
    token, verb = tokens[i], tokens[i].head
    if token.text.lower() != "fire" or token.xpos != "NN" or i < 2 or verb < 0:
        return
    by = any(t.head == i and t.deprel == "case" and t.text.lower() in {"by", "from", "under"} for t in tokens)
    struck = tokens[verb].lemma.lower() in _STRUCK and token.deprel in {"obl:agent", "obl"}
    before = tokens[i - 1]
    land = any(n.kind == "nationality" and n.first <= i - 1 < n.last for n in names)
    whose = before.head == i and (land or before.lemma.lower() in _SHOOTERS)
    if by and struck and whose:
        tokens[i] = replace(token, lemma="gunfire")
