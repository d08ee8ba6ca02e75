"""Mending: "fighting broke out between the M23 and the army": both sides, not the one and a second subject."""

from __future__ import annotations

from dataclasses import replace

from casus.model.text import Token


def mend_sides(tokens: list[Token], i: int) -> None:
    """Join what the parse takes for another part of the clause to the side before its "and", in place."""
    verb, joined = tokens[i].head, [k for k, t in enumerate(tokens) if t.head == i and t.deprel == "cc" and t.text.lower() == "and"]
    if tokens[i].deprel not in {"nsubj", "obj", "obl", "conj"} or not joined or verb < 0:
        return
    first = next((k for k in range(joined[0] - 1, -1, -1) if tokens[k].upos in {"NOUN", "PROPN"}), None)
    if first is None or first == verb or tokens[first].deprel not in {"obl", "nmod"} or joined[0] != first + 1:
        return
    if any(t.head == first and t.deprel == "case" and t.text.lower() == "between" for t in tokens):
        tokens[i] = replace(tokens[i], head=first, deprel="conj")
