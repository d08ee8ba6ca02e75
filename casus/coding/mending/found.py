"""Mending: "officers found a man shot dead", "found him bleeding": whoever was found neither shot, nor do those bleed who found him."""

from __future__ import annotations

from dataclasses import replace

from casus.codebook.harm import HarmWords
from casus.model.text import Token

_FINDING = frozenset({"find", "discover", "locate"})
_ALSO = frozenset({"shot", "stabbed", "beaten", "hanged", "hacked", "strangled", "bound", "burned", "burnt", "tortured"})
_NOMINAL = frozenset({"NOUN", "PROPN", "PRON", "NUM"})
_LYING = frozenset({"suffer", "bleed", "lie"})
_OWN = frozenset({"obj", "aux", "aux:pass", "mark", "cc"})


def mend_found(tokens: list[Token], v: int, words: HarmWords) -> None:
    """Hang how somebody was found on whom was found, as the passive participle that it is."""
    _mend_suffering(tokens, v)
    token = tokens[v]
    over = token.head
    if token.upos != "VERB" or not 0 <= over < v or tokens[over].lemma.lower() not in _FINDING or tokens[over].upos != "VERB":
        return
    if token.deprel not in {"ccomp", "conj"} or token.xpos not in {"VBD", "VBN"}:
        return
    harmed = token.text.lower() in _ALSO or token.text.lower() in words.participles
    if not harmed or any(t.head == v and t.deprel in _OWN for t in tokens):
        return
    whom = _found(tokens, v, over)
    if whom is None:
        return
    tokens[whom] = replace(tokens[whom], head=over, deprel="obj")
    tokens[v] = replace(token, head=whom, deprel="acl", xpos="VBN")


def _found(tokens: list[Token], v: int, over: int) -> int | None:
    """Who stands between the finding and how he was found."""
    inside = [i for i in range(over + 1, v) if tokens[i].upos in _NOMINAL]
    own = [i for i in inside if tokens[i].head == v and tokens[i].deprel in {"nsubj", "nsubj:pass"}]
    if own:
        return own[0]
    objects = [i for i in inside if tokens[i].head == over and tokens[i].deprel == "obj"]
    return objects[0] if objects and not any(t.head == v and t.deprel.startswith("nsubj") for t in tokens) else None


def _mend_suffering(tokens: list[Token], i: int) -> None:
    """ "They found Omar Diaz, 17, suffering from a wound": who is found suffers, not who finds him."""
    token, verb = tokens[i], tokens[i].head
    if token.xpos != "VBG" or token.deprel != "advcl" or token.lemma.lower() not in _LYING or not 0 <= verb < i:
        return
    objects = [k for k in range(verb + 1, i) if tokens[k].head == verb and tokens[k].deprel == "obj"]
    if objects and tokens[verb].lemma.lower() in _FINDING:
        tokens[i] = replace(token, head=objects[0], deprel="acl")
