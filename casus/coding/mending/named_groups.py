"""Mending: "A rebel group, the Red Front, said ...": the name says who the group is, and the group is its description.

Where the parse hangs the name on the noun that only describes it, the two change places.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from casus.model.text import Name, Token

_GROUPS = frozenset(
    "group militia movement faction outfit organisation organization network cell gang cartel rebel insurgent separatist "
    "alliance coalition affiliate offshoot branch wing charity watchdog ngo newspaper paper agency website broadcaster".split()
)
_CLOSING = frozenset({",", ")", "—", "–"})
_ARTICLES = frozenset({"a", "an", "the", "another"})


def mend_named_group(tokens: list[Token], i: int, names: Sequence[Name]) -> None:
    """Put the name set off right behind a noun for a group in that noun's place."""
    noun = tokens[i]
    if noun.upos != "NOUN" or noun.lemma.lower() not in _GROUPS or not noun.deprel.startswith(("nsubj", "obl:agent")):
        return
    name = next((k for k, t in enumerate(tokens) if t.head == i and t.deprel == "appos" and t.upos == "PROPN" and k > i), None)
    if name is None or not _is_set_off(tokens, i, name) or any(n.kind == "place" and n.first <= name < n.last for n in names):
        return
    if not any(t.head == i and t.deprel == "det" and t.text.lower() in _ARTICLES for t in tokens[:i]):
        return
    tokens[name] = replace(tokens[name], head=noun.head, deprel=noun.deprel)
    tokens[i] = replace(noun, head=name, deprel="appos")
    for k, token in enumerate(tokens):
        moved = token.head == i and (k > name or token.deprel in {"case", "mark"})
        if moved and k != i:
            tokens[k] = replace(token, head=name)


def _is_set_off(tokens: Sequence[Token], i: int, name: int) -> bool:
    """Whether the name opens right behind a comma, and a comma closes it."""
    last = max(k for k, t in enumerate(tokens) if k == name or (t.head == name and t.deprel in {"flat", "compound"} and k > name))
    opens = tokens[i + 1].text in {",", "(", "—", "–"}
    between = tokens[i + 2 : name]
    plain = all(t.upos in {"PROPN", "DET", "ADJ", "NUM", "PART"} for t in between)
    return opens and plain and last + 1 < len(tokens) and tokens[last + 1].text in _CLOSING
