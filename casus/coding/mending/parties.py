"""Mending: who stands in a clause, where the parse takes a word about people for a verb, or a verb for a word about people."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from casus.model.text import Token

_DOUBTED = frozenset({"suspected", "alleged"})
_HURT = frozenset({"wounded", "injured", "killed", "maimed"})
_MANY = frozenset({"score", "dozen", "hundred", "thousand", "ten"})
_CLAUSES = frozenset({"ccomp", "conj", "parataxis", "dep", "advcl"})
_CLASH_AT_LEAST = 6
"""Words of the shortest clause of a clash between two sides."""
_INSIDE = frozenset({"amod", "compound", "nummod", "nmod:desc", "punct"})


def mend_parties(tokens: list[Token]) -> None:
    """Mends subjects and objects in place."""
    _mend_sides(tokens)
    for i in range(len(tokens)):
        _mend_suspected(tokens, i)
        _mend_wounded_many(tokens, i)


def _mend_suspected(tokens: list[Token], i: int) -> None:
    """ "Police say suspected rebels on Monday fired at a rally": they fired; nobody is said to suspect them."""
    token = tokens[i]
    bare = not any(t.head == i and t.deprel.startswith(("nsubj", "aux")) for t in tokens)
    if token.text.lower() not in _DOUBTED or token.upos != "VERB" or not bare:
        return
    noun = next((k for k, t in enumerate(tokens) if k > i and t.head == i and t.deprel in {"obj", "nsubj"}), None)
    if noun is None or any(tokens[k].head != noun or tokens[k].deprel not in _INSIDE for k in range(i + 1, noun)):
        return
    verb = _verb_after(tokens, i, noun)
    if verb is None:
        return
    for k, t in enumerate(tokens):
        if t.head == i and k not in {noun, verb}:
            tokens[k] = replace(t, head=verb)
    over = tokens[verb]
    tokens[verb] = replace(over, head=token.head, deprel=token.deprel, xpos="VBD" if over.xpos == "VBN" else over.xpos)
    tokens[noun] = replace(tokens[noun], head=verb, deprel="nsubj")
    tokens[i] = replace(token, head=noun, deprel="amod", upos="ADJ", xpos="JJ")


def _verb_after(tokens: Sequence[Token], i: int, noun: int) -> int | None:
    """A verb after the noun that has no subject of its own and hangs on the word of doubt, or beside it."""
    for v in range(noun + 1, len(tokens)):
        token = tokens[v]
        beside = token.head == i or (token.head == tokens[i].head and token.head >= 0)
        if not beside or token.upos != "VERB" or token.xpos not in {"VBD", "VBN"} or token.deprel not in _CLAUSES:
            continue
        own = any(t.head == v and t.deprel.startswith(("nsubj", "aux", "mark")) for t in tokens)
        return None if own or tokens[v - 1].deprel == "cc" else v
    return None


def _mend_wounded_many(tokens: list[Token], i: int) -> None:
    """ "Killed seven people and wounded scores of others": two things done, not people called wounded."""
    token, noun = tokens[i], tokens[i].head
    if token.text.lower() not in _HURT or token.deprel != "amod" or noun != i + 1 or i == 0:
        return
    first = tokens[noun].head
    if tokens[i - 1].deprel != "cc" or tokens[noun].deprel != "conj" or first < 0 or tokens[noun].lemma.lower() not in _MANY:
        return
    verb = tokens[first].head
    if verb < 0 or tokens[first].deprel != "obj" or tokens[verb].xpos != "VBD" or tokens[i - 1].head != noun:
        return
    tokens[i] = replace(token, head=verb, deprel="conj", upos="VERB", xpos="VBD")
    tokens[noun] = replace(tokens[noun], head=i, deprel="obj")
    tokens[i - 1] = replace(tokens[i - 1], head=i)


def _mend_sides(tokens: list[Token]) -> None:
    """ "Fighting between the army and the Red Front left 30 dead": the second side is no subject, the fighting is."""
    if len(tokens) < _CLASH_AT_LEAST or tokens[0].xpos not in {"VBG", "NN", "NNS"} or tokens[1].text.lower() != "between":
        return
    found = _two_sides(tokens)
    if found is None or tokens[0].deprel == "root":
        return
    one, joint, other, verb = found
    over, rel = (tokens[0].head, tokens[0].deprel) if tokens[0].head != verb else (tokens[verb].head, tokens[verb].deprel)
    tokens[verb] = replace(tokens[verb], head=over, deprel="ccomp" if rel == "advcl" else rel)
    tokens[0] = replace(tokens[0], head=verb, deprel="nsubj", upos="NOUN", xpos="NN", lemma=tokens[0].text.lower())
    tokens[other] = replace(tokens[other], head=one, deprel="conj")
    tokens[joint] = replace(tokens[joint], head=other, deprel="cc")


def _two_sides(tokens: Sequence[Token]) -> tuple[int, int, int, int] | None:
    """One side of a clash told of first in its sentence, the "and", the other side, the verb it is made the subject of."""
    one, joint = tokens[1].head, next((k for k, t in enumerate(tokens) if t.text.lower() == "and"), -1)
    sides = (k for k, t in enumerate(tokens) if k > joint >= 0 and t.deprel in {"nsubj", "conj"} and t.upos in {"NOUN", "PROPN"})
    other = next(sides, -1)
    if not 1 < one < joint < other or tokens[one].head != 0 or any(t.upos == "VERB" for t in tokens[1:other]):
        return None
    verb = next((k for k, t in enumerate(tokens) if k > other and t.upos == "VERB" and t.xpos in {"VBD", "VBZ", "VBP"}), -1)
    beside = verb >= 0 and (tokens[verb].head in {0, tokens[0].head} or tokens[0].head == verb)
    return (one, joint, other, verb) if beside and tokens[other].head in {verb, 0} else None
