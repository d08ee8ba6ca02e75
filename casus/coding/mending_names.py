"""Mending: names the parse takes apart: a name in capitals read as a verb, two bodies before one head."""

from __future__ import annotations

from dataclasses import replace

from casus.model.text import Token

_BODIES = frozenset({"army", "navy", "police", "government", "military"})


def mend_names(tokens: list[Token]) -> None:
    """Mends the heads of names in place."""
    mixed = any(t.text.isalpha() and t.text.islower() for t in tokens)
    for i in range(len(tokens)):
        if mixed:
            _mend_capital_is(tokens, i)
        _mend_joined_bodies(tokens, i)


def _mend_capital_is(tokens: list[Token], i: int) -> None:
    """ "IS fighters bombed an office": in a sentence of small letters a verb in capitals is a name."""
    token = tokens[i]
    if token.text != "IS" or token.upos not in {"AUX", "VERB"} or i + 1 >= len(tokens) or tokens[i + 1].upos not in {"NOUN", "PROPN"}:
        return
    noun = i + 1
    while noun + 1 < len(tokens) and tokens[noun].upos in {"NOUN", "PROPN"} and tokens[noun + 1].upos in {"NOUN", "PROPN"}:
        noun += 1
    if any(t.head == i for t in tokens) or tokens[noun].head == i:
        return
    verb = tokens[noun].head
    tokens[i] = replace(token, upos="PROPN", xpos="NNP", head=noun, deprel="compound", lemma="IS")
    passive = any(t.deprel == "aux:pass" and t.head == verb for t in tokens)
    if token.deprel == "aux:pass" and tokens[noun].deprel == "nsubj:pass" and not passive:
        tokens[noun] = replace(tokens[noun], deprel="nsubj")
        if tokens[verb].xpos == "VBN":
            tokens[verb] = replace(tokens[verb], xpos="VBD")


def _mend_joined_bodies(tokens: list[Token], i: int) -> None:
    """ "Army and Norda Police rescued": two bodies, not one body with two names."""
    if i + 3 >= len(tokens) or tokens[i].deprel != "compound" or tokens[i + 1].deprel != "cc" or tokens[i + 2].deprel != "conj":
        return
    head = i + 3
    bodies = all(tokens[k].lemma.lower() in _BODIES for k in (i, head))
    if not bodies or tokens[i].head != head or tokens[i + 2].head != i:
        return
    top = tokens[head]
    for k, t in enumerate(tokens):
        if t.head == head and k < i:
            tokens[k] = replace(t, head=i)
    tokens[i] = replace(tokens[i], head=top.head, deprel=top.deprel)
    tokens[i + 1] = replace(tokens[i + 1], head=head)
    tokens[i + 2] = replace(tokens[i + 2], head=head, deprel="compound")
    tokens[head] = replace(top, head=i, deprel="conj")
