"""Mending: what goes on behind an aside, hung by the parse on the aside.

"Troops backed by militiamen retook the port": whoever was backed retook it. "Killed 17 people, among them nine women, at a camp": they
were killed at the camp; it is not where the women are from.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from casus.coding.mending.subjects import ancestors, subjects_of
from casus.model.text import Token

_TENSED = frozenset({"VBD", "VBP", "VBZ"})
_PARTS = frozenset({"among", "including", "mostly", "mainly", "most", "many", "some", "all", "half"})
"""Words that open an aside on those counted before it."""
_WHERE = frozenset({"at", "in", "on", "near", "during", "outside", "inside"})


def mend_asides(tokens: list[Token], i: int) -> None:
    """Hang one verb under whoever stood before the aside, one place or time under the verb before it."""
    if tokens[i].upos == "VERB" and tokens[i].xpos in _TENSED:
        _mend_cut_off_subject(tokens, i)
    if tokens[i].deprel in {"case", "mark"} and i and tokens[i - 1].text == "," and tokens[i].text.lower() in _WHERE:
        _mend_place_behind_part(tokens, i)


def _mend_cut_off_subject(tokens: list[Token], v: int) -> None:
    """ "Troops backed by militiamen retook the port, residents said": the troops retook it, they said nothing."""
    below = [t.deprel for t in tokens if t.head == v]
    if tokens[v].deprel in {"conj", "xcomp"} or any(rel.startswith(("nsubj", "aux", "csubj")) or rel == "mark" for rel in below):
        return
    noun = next((n for n in range(v - 2, -1, -1) if _is_cut_off(tokens, n, v)), None)
    if noun is None:
        return
    later = tokens[noun].head
    if noun in ancestors(tokens, v):
        tokens[v] = replace(tokens[v], head=later, deprel="ccomp")
    tokens[noun] = replace(tokens[noun], head=v, deprel="nsubj")
    for k in range(v + 1, later):
        if noun < tokens[k].head < v and tokens[k].deprel.startswith("obl"):
            tokens[k] = replace(tokens[k], head=v)


def _is_cut_off(tokens: Sequence[Token], noun: int, v: int) -> bool:
    """Whether a subject of a later verb that has another stands before a verb without one, nothing but its own participle between."""
    later = tokens[noun].head
    if not tokens[noun].deprel.startswith("nsubj") or later <= v or not any(v < s < later for s in subjects_of(tokens, later)):
        return False
    told = [a for a in range(noun + 1, v) if tokens[a].head == noun and tokens[a].deprel == "acl" and tokens[a].xpos == "VBN"]
    return bool(told) and all(noun in ancestors(tokens, k) for k in range(noun + 1, v))


def _mend_place_behind_part(tokens: list[Token], i: int) -> None:
    noun = tokens[i].head
    over = tokens[noun].head if noun > i else -1
    if not 0 <= over < i or tokens[noun].deprel != "nmod":
        return
    first = min([over, *(k for k in range(over) if over in ancestors(tokens, k) and tokens[k].text != ",")])
    opens = tokens[first].text.lower() in _PARTS or (tokens[first].upos == "NUM" and first + 1 < len(tokens) and tokens[first + 1].text == "of")
    if first == 0 or not opens or tokens[first - 1].text != ",":
        return
    verb = next((a for a in ancestors(tokens, over) if tokens[a].upos == "VERB"), None)
    if verb is not None:
        tokens[noun] = replace(tokens[noun], head=verb, deprel="obl")
