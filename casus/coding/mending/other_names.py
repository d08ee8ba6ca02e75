"""Mending: somebody's other name, told by "alias": both are one name ("a trader, Ali Khan alias Chotu, and his son")."""

from __future__ import annotations

from dataclasses import replace

from casus.coding.mending.subjects import ancestors
from casus.model.text import Token

_ALIAS = frozenset({"alias", "aka"})


def mend_other_names(tokens: list[Token]) -> None:
    """Puts the name before "alias" in its place in the sentence, in place."""
    for i in range(1, len(tokens) - 1):
        if tokens[i].text.lower() in _ALIAS and tokens[i - 1].upos == tokens[i + 1].upos == "PROPN":
            _mend(tokens, i)


def _mend(tokens: list[Token], i: int) -> None:
    first, last = i - 1, i + 1
    while first > 0 and tokens[first - 1].upos == "PROPN":
        first -= 1
    while last + 1 < len(tokens) and tokens[last + 1].upos == "PROPN" and tokens[last + 1].head in range(first, last + 1):
        last += 1
    inside = range(first, last + 1)
    out = next((k for k in (first, i, *inside) if tokens[k].head not in inside), first)
    over, rel = tokens[out].head, tokens[out].deprel
    if over in inside or (over >= 0 and any(a in inside for a in ancestors(tokens, over))):
        return
    told = over >= 0 and tokens[over].upos == "VERB" and rel in {"advcl", "xcomp", "compound", "flat"}
    tokens[first] = replace(tokens[first], head=over, deprel="obl" if told else rel)
    for k in inside[1:]:
        tokens[k] = replace(tokens[k], head=first, deprel="flat")
    for k, token in enumerate(tokens):
        if token.head in inside and k not in inside:
            tokens[k] = replace(token, head=first, deprel="case" if token.deprel == "mark" else token.deprel)
