"""Mending: what somebody calls something, where the parse makes one phrase of the thing and the word for it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from casus.model.text import Token

_CALLING = frozenset({"call", "term", "brand", "label", "dub", "deem"})
_CALLING_AS = frozenset({"describe", "denounce", "condemn", "portray", "characterize", "characterise"})
_CALLED = frozenset({"obj", "xcomp", "obl", "ccomp"})
_NOUNS = frozenset({"NOUN", "PROPN"})


def mend_called(tokens: list[Token], v: int) -> None:
    """ "Called the killing barbarous", "called the killings war crimes": two phrases, the thing and what it is called."""
    if tokens[v].upos != "VERB":
        return
    _mend_what_is_called(tokens, v)
    if tokens[v].lemma.lower() not in _CALLING:
        return
    _part_place(tokens, v)
    below = [k for k, t in enumerate(tokens) if t.head == v and t.deprel in {"obj", "xcomp", "ccomp", "nsubj:pass", "compound:prt"}]
    if len(below) != 1 or below[0] < v or tokens[below[0]].upos not in _NOUNS or tokens[below[0]].deprel not in {"obj", "xcomp"}:
        return
    noun = below[0]
    behind = [k for k in range(noun + 1, len(tokens)) if _is_word_for_it(tokens, k, noun)]
    if len(behind) == 1:
        tokens[noun] = replace(tokens[noun], deprel="obj")
        tokens[behind[0]] = replace(tokens[behind[0]], head=v, deprel="xcomp")
    else:
        _part_plural(tokens, v, noun)


def _mend_what_is_called(tokens: list[Token], v: int) -> None:
    """ "Condemned what she called a crackdown", "what he described as a coup": the thing stands where "what" does; it is only called so."""
    what = tokens[v].head
    if tokens[v].deprel != "acl:relcl" or not 0 <= what < v or tokens[what].text.lower() != "what" or _has_case(tokens, what):
        return
    lemma = tokens[v].lemma.lower()
    below = [k for k, t in enumerate(tokens) if k > v and t.head == v and t.deprel in _CALLED and t.upos in _NOUNS]
    nouns = [k for k in below if (lemma in _CALLING and not _has_case(tokens, k)) or (lemma in _CALLING_AS and _has_case(tokens, k, "as"))]
    if not nouns:
        return
    noun = nouns[0]
    tokens[noun] = replace(tokens[noun], head=tokens[what].head, deprel=tokens[what].deprel)
    tokens[what] = replace(tokens[what], head=v, deprel="obj")
    tokens[v] = replace(tokens[v], head=noun)
    for k, t in enumerate(tokens):
        if k > noun and t.head == v:
            tokens[k] = replace(t, head=noun, deprel="nmod" if t.deprel == "obl" else t.deprel)
        elif t.head == noun and t.deprel == "case" and k < noun:
            tokens[k] = replace(t, deprel="mark", head=v)


def _has_case(tokens: Sequence[Token], i: int, *words: str) -> bool:
    """Whether a preposition leads a word: any, or one of `words`."""
    return any(t.head == i and t.deprel == "case" and (not words or t.text.lower() in words) for t in tokens)


def _part_place(tokens: list[Token], v: int) -> None:
    """ "Called the attack in Goma barbaric": the word for it is no part of the place's name."""
    word = next((k for k, t in enumerate(tokens) if t.head == v and t.deprel == "obl" and t.upos == "ADJ"), None)
    thing = next((k for k, t in enumerate(tokens) if t.head == v and t.deprel == "obj"), None)
    if word is None or thing is None or not v < thing < word - 1 or tokens[word - 1].upos != "PROPN" or tokens[word - 1].head != word:
        return
    for k, t in enumerate(tokens[:word]):
        if t.head == word:
            tokens[k] = replace(t, head=word - 1)
    tokens[word - 1] = replace(tokens[word - 1], head=thing, deprel="nmod")
    tokens[word] = replace(tokens[word], head=v, deprel="xcomp")


def _is_word_for_it(tokens: Sequence[Token], k: int, noun: int) -> bool:
    """ "The killing of two drivers barbarous": an adjective behind what it stands with, or what the thing seems to do."""
    token = tokens[k]
    if token.head == noun and token.deprel == "obj":
        return token.upos in {"ADJ", "NOUN"}
    behind = token.upos == "ADJ" and token.deprel == "amod" and noun <= token.head < k
    return behind and (token.head == noun or (tokens[token.head].head == noun and tokens[token.head].deprel == "nmod"))


def _part_plural(tokens: list[Token], v: int, noun: int) -> None:
    """ "The killings war crimes": a plural with its article before another plural is no part of it."""
    article = next((k for k, t in enumerate(tokens) if t.head == noun and t.deprel == "det"), None)
    if article is None or article != v + 1 or tokens[article + 1].xpos != "NNS" or tokens[article + 1].deprel != "compound":
        return
    if tokens[article + 1].head == noun and noun > article + 1:
        tokens[noun] = replace(tokens[noun], deprel="xcomp")
        tokens[article + 1] = replace(tokens[article + 1], head=v, deprel="obj")
        tokens[article] = replace(tokens[article], head=article + 1)
