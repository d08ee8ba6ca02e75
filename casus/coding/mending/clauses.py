"""Mending: clauses about people harmed that the parse runs together ("three were killed and 13 others, two of them boys, were hurt")."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from casus.codebook.harm import HarmWords
from casus.model.text import Token

_SUFFERING = frozenset({"sustain", "suffer", "receive"})
_SOMEBODY = frozenset({"another", "others", "one", "two", "three", "third", "second"})
_PREDICATES = frozenset({"VERB", "ADJ"})


def mend_clauses(tokens: list[Token], i: int, words: HarmWords) -> None:
    """Give each of two joined clauses its own subject; itself where nothing is to be mended."""
    _mend_two_subjects(tokens, i)
    _mend_suffered(tokens, i, words)
    _mend_company(tokens, i)


def _mend_two_subjects(tokens: list[Token], i: int) -> None:
    """ "Three people were killed and 13 others, including a woman, were injured": who stand behind the first verb are the second's."""
    token, first = tokens[i], tokens[i].head
    if token.deprel != "conj" or not 0 <= first < i or not tokens[first].deprel.startswith("nsubj"):
        return
    second = _second_verb(tokens, i)
    verb = tokens[second].head if second is not None else -1
    if second is None or not first < verb < i or not any(t.head == verb and t.deprel.startswith("aux") for t in tokens):
        return
    if any(t.head in {verb, second} and t.deprel.startswith("nsubj") and k != first for k, t in enumerate(tokens)):
        return
    subject = tokens[first].deprel
    passive = any(t.head == verb and t.deprel == "aux:pass" for t in tokens)
    tokens[i] = replace(token, head=second, deprel=subject)
    tokens[first] = replace(tokens[first], head=verb, deprel="nsubj:pass" if passive else "nsubj")
    for k in range(verb + 1, i):
        if tokens[k].head == i and tokens[k].deprel == "cc":
            tokens[k] = replace(tokens[k], head=second)


def _second_verb(tokens: Sequence[Token], i: int) -> int | None:
    """The predicate behind a noun that has an auxiliary of its own, is joined to one before the noun, and shares that one's subject."""
    first = tokens[i].head
    for k in range(i + 1, len(tokens)):
        joined = tokens[k].deprel == "conj" and tokens[k].upos in _PREDICATES and tokens[k].head < i
        if joined and tokens[first].head in {k, tokens[k].head} and tokens[tokens[k].head].upos in _PREDICATES:
            return k if any(t.head == k and t.deprel.startswith("aux") and i < j < k for j, t in enumerate(tokens)) else None
    return None


def _mend_suffered(tokens: list[Token], v: int, words: HarmWords) -> None:
    """ "A guard was killed and another sustained critical injuries": who stands before the verb is its subject, the injuries its object."""
    token, hurt = tokens[v], tokens[v].head
    if token.lemma.lower() not in _SUFFERING or token.deprel != "amod" or not 0 < v < hurt:
        return
    who = tokens[v - 1]
    if words.nouns.get(tokens[hurt].lemma.lower()) != "injured" or who.head != hurt or who.text.lower() not in _SOMEBODY:
        return
    over = tokens[hurt]
    tokens[v] = replace(token, upos="VERB", xpos="VBD", head=over.head, deprel=over.deprel)
    tokens[hurt] = replace(over, head=v, deprel="obj")
    tokens[v - 1] = replace(who, upos="NOUN" if not _is_number(who) else who.upos, head=v, deprel="nsubj")
    for k in range(v):
        if tokens[k].head == hurt and tokens[k].deprel == "cc":
            tokens[k] = replace(tokens[k], head=v)


def _mend_company(tokens: list[Token], i: int) -> None:
    """ "Detained Ana Ruiz, a midwife, together with three neighbours": they hang on the verb, "together" on them."""
    token = tokens[i]
    if token.lemma.lower() not in {"together", "along"} or token.deprel != "advmod" or i + 1 >= len(tokens):
        return
    case = tokens[i + 1]
    if case.text.lower() == "with" and tokens[case.head].head == i and tokens[token.head].upos == "VERB":
        tokens[case.head] = replace(tokens[case.head], head=token.head, deprel="obl")
        tokens[i] = replace(token, head=case.head)


def _is_number(token: Token) -> bool:
    return token.upos == "NUM"
