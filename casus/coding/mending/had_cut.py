"""Mending: "five villagers had their throats cut": whoever has that done to a part of the body was cut."""

from __future__ import annotations

from dataclasses import replace

from casus.codebook.harm import HarmWords
from casus.model.text import Token

_PARTS = frozenset({"throat", "head", "neck"})


def mend_had_cut(tokens: list[Token], i: int, words: HarmWords) -> None:
    """Make the participle the passive verb of whoever "had" it done to a part of their body, in place."""
    have = tokens[i].head
    if tokens[i].xpos not in {"VBN", "VBD"} or tokens[i].deprel not in {"xcomp", "ccomp", "acl", "conj"} or have < 0:
        return
    if tokens[have].lemma.lower() in words.body | _PARTS:  # "cut" told of the throats themselves
        have = tokens[have].head
    part = next((k for k, t in enumerate(tokens) if t.lemma.lower() in words.body | _PARTS and k < i and t.head in {have, i}), None)
    who = next((k for k, t in enumerate(tokens) if t.head == have and t.deprel.startswith("nsubj") and k < have), None)
    if have < 0 or tokens[have].lemma.lower() != "have" or part is None or who is None or not have < part < i:
        return
    for k, t in enumerate(tokens):
        if t.head == have and k != i:
            tokens[k] = replace(t, head=i)
    tokens[i] = replace(tokens[i], head=tokens[have].head, deprel=tokens[have].deprel, upos="VERB", xpos="VBN")
    tokens[have] = replace(tokens[have], head=i, deprel="aux:pass", upos="AUX")
    tokens[who] = replace(tokens[who], deprel="nsubj:pass")
    tokens[part] = replace(tokens[part], head=i, deprel="obj")
