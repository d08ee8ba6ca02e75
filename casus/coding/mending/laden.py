"""Mending: where a laden car was driven, which the parse hangs on what it was laden with."""

from __future__ import annotations

from dataclasses import replace

from casus.codebook.instruments import load_telling
from casus.model.text import Token

_DRIVING = frozenset({"ram", "drive", "crash", "plow", "plough", "slam", "steer", "detonate"})


def mend_laden(tokens: list[Token], i: int) -> None:
    """ "Rammed a car packed with explosives into a checkpoint": the car, and nothing else, went into it."""
    laden = tokens[i].head
    into = any(t.head == i and t.deprel == "case" and t.text.lower() in {"into", "at", "near"} for t in tokens)
    if tokens[i].deprel not in {"obl", "nmod"} or not into or not 0 <= laden < i:
        return
    if tokens[laden].deprel in {"obl", "nmod"} and tokens[laden].head >= 0:  # or it hangs on "explosives"
        laden = tokens[laden].head
    car = tokens[laden].head
    if tokens[laden].deprel != "acl" or tokens[laden].lemma.lower() not in load_telling()["load"] or car < 0:
        return
    verb = tokens[car].head
    if tokens[car].deprel == "obj" and tokens[verb].lemma.lower() in _DRIVING:
        tokens[i] = replace(tokens[i], head=verb, deprel="obl")
