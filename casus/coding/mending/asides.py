"""Mending: what goes on behind an aside, hung by the parse on the aside.

"Troops backed by militiamen retook the port": whoever was backed retook it. "Killed 17 people, among them nine women, at a camp", "killed
Ali Khan, who led an attack in Sake, on Sunday": they were killed there and then. "Rode in as people were praying and shot two": the riders.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from casus.coding.mending.subjects import ancestors, subjects_of
from casus.model.text import Token

_TENSED = frozenset({"VBD", "VBP", "VBZ"})
_PARTS = frozenset({"among", "including", "mostly", "mainly", "most", "many", "some", "all", "half"})
"""Words that open an aside on those counted before it."""
_RELATIVE = frozenset({"who", "which", "whom", "whose", "where"})
_WHERE = frozenset({"at", "in", "on", "near", "during", "outside", "inside"})


def mend_asides(tokens: list[Token], i: int) -> None:
    """Hang one verb under whoever stood before the aside, one place or time under the verb before it."""
    if tokens[i].upos == "VERB" and tokens[i].xpos in _TENSED:
        _mend_cut_off_subject(tokens, i)
        _mend_joined_to_setting(tokens, i)
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
    if not 0 <= over < i or tokens[noun].deprel not in {"nmod", "obl"}:
        return
    clause = next((a for a in (over, *ancestors(tokens, over)) if tokens[a].deprel == "acl:relcl"), None)
    whole = over if _opens_part(tokens, over) else clause if clause is not None and _is_closed(tokens, clause, i - 1) else None
    verb = next((a for a in ancestors(tokens, whole) if tokens[a].upos == "VERB"), None) if whole is not None else None
    if verb is None:
        return
    for k in range(i, len(tokens)):
        outcome = tokens[k].deprel == "advcl" and tokens[k].xpos == "VBG" and tokens[k - 1].text == ","
        if k == noun or (tokens[k].head == whole == clause and (outcome or tokens[k].deprel.startswith("obl"))):
            tokens[k] = replace(tokens[k], head=verb, deprel="advcl" if outcome else "obl")


def _opens_part(tokens: Sequence[Token], over: int) -> bool:
    """ "Among them nine women", "six of them boys": part of those counted before a comma."""
    first = min([over, *(k for k in range(over) if over in ancestors(tokens, k) and tokens[k].text != ",")])
    of = tokens[first].upos == "NUM" and tokens[first + 1].text == "of"
    return first > 0 and tokens[first - 1].text == "," and (of or tokens[first].text.lower() in _PARTS)


def _is_closed(tokens: Sequence[Token], clause: int, comma: int) -> bool:
    """Whether a clause between commas ("..., who led the attack, in a raid on Sunday") has only places and times behind the second."""
    inside = [k for k in range(len(tokens)) if clause in ancestors(tokens, k)]
    first = min((k for k in inside if tokens[k].text != ","), default=0)
    opened = 0 < first < clause < comma and tokens[first].text.lower() in _RELATIVE and tokens[first - 1].text == ","
    end = next((k for k in range(comma + 1, len(tokens)) if tokens[k].text == "," or k not in inside), len(tokens) - 1)
    plain = all(tokens[k].upos not in {"VERB", "AUX", "CCONJ"} for k in range(comma + 1, end + 1))
    rest = (k for k in inside if k > end and tokens[k].head == clause and tokens[k].deprel != "punct")
    return opened and plain and all(tokens[k].xpos == "VBG" for k in rest)


def _mend_joined_to_setting(tokens: list[Token], v: int) -> None:
    """ "Rode into the village as people were praying and shot two": those who rode in shot."""
    setting = tokens[v].head
    if tokens[v].deprel != "conj" or tokens[v].xpos != "VBD" or not 0 <= setting < v or tokens[setting].deprel != "advcl":
        return
    over = tokens[setting].head
    below = [t for t in tokens if t.head == setting]
    while_so = any(t.deprel in {"mark", "advmod"} and t.text.lower() in {"as", "while", "when"} for t in below)
    going_on = tokens[setting].xpos == "VBG" and any(t.deprel == "aux" and t.xpos == "VBD" for t in below)
    own = any(t.head == v and t.deprel.startswith(("nsubj", "aux")) for t in tokens)
    if while_so and going_on and not own and 0 <= over < setting and tokens[over].xpos == "VBD":
        tokens[v] = replace(tokens[v], head=over)
