"""Mending: "a gunman on a bike shot dead a farmer", where a noun right before "shot" makes the parse take it for another noun."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from casus.codebook.kinds import is_people, is_person_role
from casus.model.text import Token

_BEFORE_NOUN = frozenset({"DET", "NUM", "ADJ", "PART", "PUNCT"})
_INNER = frozenset({"compound", "amod", "nmod:poss", "nmod:desc", "det", "nummod", "case", "obl:unmarked"})
_STOPS = frozenset({",", ";", ":", "(", ")", "–", "—"})
_OWN = frozenset({"root", "ccomp", "conj", "parataxis"})


def mend_shot_dead(tokens: list[Token], i: int) -> None:
    """Make "shot dead" between those who shot and those who were shot the verb of its clause."""
    if tokens[i].lemma.lower() == "shoot" and i + 2 < len(tokens):
        _mend_dead_of_one(tokens, i)
    if tokens[i].text.lower() != "shot" or i + 2 >= len(tokens):
        return
    _mend_was_shot(tokens, i)
    _mend_shot_and(tokens, i)
    _mend_shot_at(tokens, i)
    if tokens[i + 1].text.lower() != "dead":
        return
    victim, doer = _noun_after(tokens, i + 2), _people_before(tokens, i)
    if victim is None or doer is None or _is_clause(tokens, i, doer, victim):
        return
    top = next((k for k in range(doer, victim + 1) if not doer <= tokens[k].head <= victim), None)
    if top is None:
        return
    head, rel = tokens[top].head, tokens[top].deprel
    gap = [k for k in range(doer + 1, i) if tokens[k].head in {i, i + 1} or k == top]
    for k in gap:
        how = tokens[k].upos == "ADV"  # "soldiers allegedly shot dead"
        tokens[k] = replace(tokens[k], head=i if how else doer, deprel="advmod" if how else "acl" if tokens[k].upos == "VERB" else "nmod")
    for k, t in enumerate(tokens):
        outside = (t.head == top and k < doer != top) or (t.head in {top, doer} and k > victim)
        if k not in {doer, victim, i, i + 1, *gap} and (t.head == i + 1 or outside):
            tokens[k] = replace(t, head=victim if i + 1 < k < victim else i)
    for k, t in enumerate(tokens):
        if k < doer and t.head == doer and t.deprel == "case":
            tokens[k] = replace(t, head=i, deprel="mark", upos="SCONJ")
    tokens[i] = replace(tokens[i], upos="VERB", xpos="VBD", lemma="shoot", head=head, deprel=rel if rel in _OWN or head < 0 else "advcl")
    tokens[i + 1] = replace(tokens[i + 1], head=i, deprel="xcomp")
    tokens[doer] = replace(tokens[doer], head=i, deprel="nsubj")
    tokens[victim] = replace(tokens[victim], head=i, deprel="obj")


def _mend_was_shot(tokens: list[Token], i: int) -> None:
    """ "A chief was dragged from his home and shot in Gao": who was dragged was shot, too, where nobody else is told of."""
    first = tokens[i].head
    if tokens[i].xpos != "VBD" or tokens[i].deprel != "conj" or first < 0:
        return
    below = {t.deprel for t in tokens if t.head == i}
    was = any(t.head == first and t.deprel == "aux:pass" for t in tokens)
    aimed = any(t.deprel == "case" and t.text.lower() in {"at", "into", "on"} and t.head > i and tokens[t.head].head == i
                and tokens[t.head].upos != "PROPN" for t in tokens)  # fmt: skip
    if was and not aimed and not below & {"obj", "nsubj", "nsubj:pass", "aux", "ccomp"}:
        tokens[i] = replace(tokens[i], xpos="VBN")


def _mend_shot_at(tokens: list[Token], i: int) -> None:
    """ "Two men on a motorcycle shot at a judge.": where nothing else is told of them, they shot."""
    doer = tokens[i].head
    if tokens[i].deprel != "acl" or tokens[i + 1].text.lower() != "at" or not 0 <= doer < i or tokens[doer].deprel != "root":
        return
    lemma = tokens[doer].lemma.lower()
    by = any(t.text.lower() == "by" and tokens[t.head].head == i for t in tokens)
    if by or tokens[doer].upos != "NOUN" or not (is_people(lemma) or is_person_role(lemma)):
        return
    cased = {t.head for t in tokens if t.deprel == "case"}
    for k, t in enumerate(tokens):
        if t.head == doer and k != i and (k > i or (k < doer and k in cased)):
            tokens[k] = replace(t, head=i, deprel="obl" if t.deprel == "nmod" else t.deprel)
    tokens[i] = replace(tokens[i], upos="VERB", xpos="VBD", lemma="shoot", head=-1, deprel="root")
    tokens[doer] = replace(tokens[doer], head=i, deprel="nsubj")


def _mend_dead_of_one(tokens: list[Token], i: int) -> None:
    """ "Rebels shot dead Ana Ruiz", "shooting dead two guards": how they shot her, no part of her name."""
    dead, victim = tokens[i + 1], tokens[i + 1].head
    if tokens[i].upos != "VERB" or dead.text.lower() != "dead" or dead.deprel != "amod" or victim < i + 2:
        return
    if tokens[victim].head == i and tokens[victim].deprel == "obj":
        tokens[i + 1] = replace(dead, head=i, deprel="xcomp")


def _mend_shot_and(tokens: list[Token], i: int) -> None:
    """ "Men on a motorcycle shot and killed a shopkeeper": a verb joined to the next, of which those before are the subject."""
    killed = next((k for k in (i + 2, i + 3) if k < len(tokens) and tokens[k].head == i and tokens[k].deprel == "conj"), None)
    doer = _people_before(tokens, i)
    if tokens[i].upos == "VERB" or tokens[i + 1].text.lower() != "and" or killed is None or doer is None or tokens[killed].xpos != "VBD":
        return
    head, rel = tokens[doer].head, tokens[doer].deprel
    if head == i or (rel not in _OWN and head >= 0):
        return
    for k, t in enumerate(tokens):
        if t.head == doer and k > i:
            tokens[k] = replace(t, head=i)
        elif t.head == i and k < i:
            tokens[k] = replace(t, head=doer, deprel="nmod" if t.deprel == "compound" else t.deprel)
    tokens[i] = replace(tokens[i], upos="VERB", xpos="VBD", lemma="shoot", head=head, deprel=rel)
    tokens[doer] = replace(tokens[doer], head=i, deprel="nsubj")


def _is_clause(tokens: Sequence[Token], i: int, doer: int, victim: int) -> bool:
    """Whether the parse has it right already."""
    return tokens[i].upos == "VERB" and {tokens[k].head for k in (i + 1, doer, victim)} == {i} and tokens[victim].deprel == "obj"


def _noun_after(tokens: Sequence[Token], first: int) -> int | None:
    """The head of the noun phrase that begins here."""
    for k in range(first, len(tokens)):
        if tokens[k].text in _STOPS:
            return None
        last = k + 1 == len(tokens) or (tokens[k + 1].upos not in {"NOUN", "PROPN", "PART"} and tokens[k + 1].text != "-")
        if tokens[k].upos in {"NOUN", "PROPN", "PRON"} and (last or tokens[k].deprel not in _INNER):
            return k if tokens[k].xpos != "PRP$" else None
        if tokens[k].upos not in {*_BEFORE_NOUN, "NOUN", "PROPN", "PRON"} and tokens[k].xpos not in {"VBN", "PRP$"}:
            return None
    return None


def _people_before(tokens: Sequence[Token], i: int) -> int | None:
    """The nearest noun for people before, in the same clause."""
    for k in range(i - 1, -1, -1):
        if tokens[k].text in _STOPS or tokens[k].upos == "AUX" or tokens[k].xpos in {"VBD", "VBZ", "VBP"}:
            return None
        lemma = tokens[k].lemma.lower()
        if tokens[k].upos == "NOUN" and tokens[k].deprel not in {"compound", "nmod:poss"} and (is_people(lemma) or is_person_role(lemma)):
            return k
    return None
