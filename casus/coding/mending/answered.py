"""Mending: what somebody takes responsibility for ("took responsibility for bombing a station")."""

from __future__ import annotations

from dataclasses import replace

from casus.coding.syntax import ANSWERED
from casus.model.text import Token


def mend_answered(tokens: list[Token], i: int) -> None:
    """The gerund behind "responsibility for" says for what, not when or why it was taken."""
    if tokens[i].lemma.lower() not in ANSWERED or tokens[i].deprel != "obj" or i + 2 >= len(tokens) or tokens[i + 1].text.lower() != "for":
        return
    gerund = tokens[i + 1].head
    if gerund > i and tokens[gerund].xpos == "VBG" and tokens[gerund].deprel == "advcl" and tokens[gerund].head == tokens[i].head:
        tokens[gerund] = replace(tokens[gerund], head=i, deprel="acl")
