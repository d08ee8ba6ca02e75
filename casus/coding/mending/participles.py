"""Mending: participles of harm that tell of the noun before them ("the officers killed last week"), whatever their tag."""

from __future__ import annotations

from dataclasses import replace

from casus.codebook.harm import HarmWords
from casus.model.text import Token

_NOMINAL = frozenset({"NOUN", "PROPN", "PRON", "NUM"})


def mend_participles(tokens: list[Token], v: int, words: HarmWords) -> None:
    """Hang a participle on the people it tells of."""
    _mend_tense(tokens, v, words)
    _mend_reduced(tokens, v, words)
    _mend_cut_off(tokens, v, words)
    _mend_joined_participle(tokens, v, words)
    _mend_before_noun(tokens, v, words)


def _mend_tense(tokens: list[Token], v: int, words: HarmWords) -> None:
    """ "The five officers killed last week": a form in "-ed" that only tells of a noun is a participle, whatever its tag."""
    token = tokens[v]
    told = {"acl", "acl:relcl", "advcl"} if _may_be_participle(token, words) else {"acl", "advcl"}
    if token.upos != "VERB" or token.deprel not in told or token.xpos != "VBD" or not 0 <= token.head < v:
        return
    joined = {v, *(i for i, t in enumerate(tokens) if t.head == v and t.deprel == "conj")}
    if any(t.head in joined and (t.deprel.startswith(("nsubj", "aux")) or t.deprel in {"mark", "obj"}) for t in tokens):
        return
    if token.deprel != "advcl":
        tokens[v] = replace(token, xpos="VBN", deprel="acl")
    elif words.is_person(tokens[v - 1].lemma.lower()) and _may_be_participle(token, words):
        tokens[v] = replace(token, xpos="VBN", deprel="acl", head=v - 1)


def _mend_reduced(tokens: list[Token], v: int, words: HarmWords) -> None:
    """ "A man shot and killed in Tulsa has been identified": the participle tells of the noun before it, it is no second subject."""
    token = tokens[v]
    if token.upos != "VERB" or not (token.deprel.startswith("nsubj") and _may_be_participle(token, words)):
        return
    noun = next((i for i in range(v - 1, -1, -1) if tokens[i].upos in _NOMINAL and tokens[i].head == token.head), None)
    if noun is not None and tokens[noun].deprel.startswith("nsubj") and words.is_person(tokens[noun].lemma.lower()):
        tokens[v] = replace(token, head=noun, deprel="acl", xpos="VBN")


def _mend_cut_off(tokens: list[Token], v: int, words: HarmWords) -> None:
    """ "A woman shot dead in Cali was attacked by gunmen": the participle tells of the noun, the verb after it heads the sentence."""
    token = tokens[v]
    alone = not any(t.head == v and t.deprel in {"obj", "aux", "aux:pass"} for t in tokens)
    noun = next((i for i in range(v - 1, -1, -1) if tokens[i].upos in _NOMINAL), None)
    if token.upos != "VERB" or noun is None or not (alone and _may_be_participle(token, words)):
        return
    later = tokens[noun].head
    if later <= v or tokens[later].head != v or not tokens[noun].deprel.startswith("nsubj"):
        return
    if words.is_person(tokens[noun].lemma.lower()) and any(t.head == later and t.deprel in {"aux", "aux:pass", "cop"} for t in tokens):
        tokens[later] = replace(tokens[later], head=token.head, deprel=token.deprel)
        tokens[v] = replace(token, head=noun, deprel="acl", xpos="VBN")


def _mend_joined_participle(tokens: list[Token], v: int, words: HarmWords) -> None:
    """ "Found shot and killed": what is joined to a participle without an object of its own is a participle too."""
    token = tokens[v]
    if token.upos != "VERB" or token.deprel != "conj" or token.xpos != "VBD" or not _may_be_participle(token, words):
        return
    first = tokens[token.head]
    bare = first.xpos == "VBN" and first.deprel in {"acl", "xcomp"}
    if bare and not any(t.head == v and t.deprel in {"obj", "nsubj", "aux", "ccomp"} for t in tokens):
        tokens[v] = replace(token, xpos="VBN")


def _mend_before_noun(tokens: list[Token], v: int, words: HarmWords) -> None:
    """ "Rescued 50 abducted villagers": between a figure and its noun a participle says which people, not what was done to them now."""
    token, verb = tokens[v], tokens[v].head
    if token.deprel != "conj" or not 0 <= verb < v - 1 or v + 1 >= len(tokens) or not _may_be_participle(token, words):
        return
    people = tokens[v + 1]
    counted = tokens[v - 1].upos in {"NUM", "DET", "ADJ"} and not any(t.head == verb and t.deprel == "obj" for t in tokens[:v])
    if not counted or tokens[verb].upos != "VERB" or people.upos != "NOUN" or people.head not in {v, verb} or people.deprel != "obj":
        return
    for k, below in enumerate(tokens):
        if k == v - 1 and below.head == v:
            tokens[k] = replace(below, head=v + 1)
        elif below.head == v and k != v + 1:
            tokens[k] = replace(below, head=verb)
    tokens[v + 1] = replace(people, head=verb)
    tokens[v] = replace(token, head=v + 1, deprel="amod", xpos="VBN", upos="VERB")


def _may_be_participle(token: Token, words: HarmWords) -> bool:
    return token.text.lower() in words.participles or token.text.lower() == "shot"
