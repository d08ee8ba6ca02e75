"""Mending: short clauses that the parse reads as one phrase ("A general strike paralysed Lagos", "The militia massed fighters").

No noun stands before a finite verb as a part of its name: it is the subject; a name right behind the verb is the object.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from casus.model.text import Token

_FINITE = frozenset({"VBD", "VBP", "VBZ"})
_NOMINAL = frozenset({"NOUN", "PROPN"})


def mend_short_clause(tokens: list[Token], v: int) -> None:
    """Give one verb the subject right before it and the name right behind it."""
    _mend_verb_named(tokens, v)
    _mend_participle_before_name(tokens, v)
    if tokens[v].upos != "VERB" or tokens[v].xpos not in _FINITE or v == 0:
        return
    before, behind = tokens[v - 1], tokens[v + 1] if v + 1 < len(tokens) else None
    rels = {t.deprel for t in tokens if t.head == v}
    own = before.head == v or (before.head > v and tokens[before.head].head == v)  # "The militia massed fighters": no militia fighters
    if own and before.deprel == "compound" and before.upos in _NOMINAL and not rels & {"nsubj", "nsubj:pass"}:
        _make_subject(tokens, v)
    if behind is not None and behind.head == v and behind.deprel == "flat" and behind.upos == "PROPN" and "obj" not in rels:
        tokens[v + 1] = replace(behind, deprel="obj")


def _make_subject(tokens: list[Token], v: int) -> None:
    """Hang the noun right before a verb on it, with the words before it that hang on what it was taken for a part of."""
    over = tokens[v - 1].head
    for k in range(v - 1):
        if tokens[k].head == over:
            tokens[k] = replace(tokens[k], head=v - 1)
    tokens[v - 1] = replace(tokens[v - 1], head=v, deprel="nsubj")


def _mend_verb_named(tokens: list[Token], v: int) -> None:
    """ "The hunters retook Lashio": a small word with a subject before it is a verb, whatever its tag."""
    token = tokens[v]
    subject = any(t.head == v and t.deprel == "nsubj" and k < v for k, t in enumerate(tokens))
    if token.upos == "PROPN" and token.text.islower() and subject and not any(t.head == v and t.deprel == "cop" for t in tokens):
        tokens[v] = replace(token, upos="VERB", xpos="VBD")


def _mend_participle_before_name(tokens: list[Token], v: int) -> None:
    """ "A strike paralysed Lagos": behind a noun and before a bare name no participle describes the name."""
    token, name = tokens[v], v + 1
    if token.xpos != "VBN" or token.deprel != "amod" or token.head != name or v == 0 or tokens[name].upos != "PROPN":
        return
    subject, top = tokens[v - 1], tokens[name]
    if subject.head != name or subject.deprel != "compound" or subject.upos != "NOUN" or not _is_clause(tokens, name):
        return
    for k, t in enumerate(tokens):
        if t.head == name and k != v:
            rel = "obl" if k > name and t.deprel == "nmod" else t.deprel
            tokens[k] = replace(t, head=v - 1 if k < v - 1 else v, deprel=rel)
    tokens[v - 1] = replace(subject, head=v, deprel="nsubj")
    tokens[v] = replace(token, upos="VERB", xpos="VBD", head=top.head, deprel=top.deprel)
    tokens[name] = replace(top, head=v, deprel="obj")


def _is_clause(tokens: Sequence[Token], name: int) -> bool:
    """Whether the name stands where a clause would: at the top, or as what is said."""
    return tokens[name].head < 0 or tokens[name].deprel in {"ccomp", "parataxis"}
