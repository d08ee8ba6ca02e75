"""Mending: who is accused and of what, who is held responsible, where the parse makes one phrase of the two."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from casus.codebook.kinds import load_kinds, singular
from casus.model.text import Token

_ACCUSING = frozenset({"accuse", "convict", "acquit", "suspect", "absolve", "exonerate"})
_HOLDING = frozenset({"hold", "find", "deem", "consider"})
_ANSWERABLE = frozenset({"responsible", "accountable", "liable", "answerable"})


def mend_charges(tokens: list[Token], v: int) -> None:
    """ "Accused the police of brutality", "held the police responsible": the police, and what is laid to them."""
    if tokens[v].upos != "VERB" or tokens[v].lemma.lower() not in _ACCUSING | _HOLDING:
        return
    whom = next((k for k in range(v + 1, len(tokens)) if tokens[k].head == v and tokens[k].deprel == "obj"), None)
    if whom is None:
        return
    if tokens[v].lemma.lower() in _HOLDING:
        _mend_responsible(tokens, v, whom)
    elif not any(t.head == v and k > v and _has_of(tokens, k) for k, t in enumerate(tokens)):
        _mend_accused(tokens, v, whom)


def _mend_responsible(tokens: list[Token], v: int, whom: int) -> None:
    for k in range(whom + 1, len(tokens)):
        if tokens[k].head == whom and tokens[k].deprel == "amod" and tokens[k].text.lower() in _ANSWERABLE:
            tokens[k] = replace(tokens[k], head=v, deprel="xcomp")


def _mend_accused(tokens: list[Token], v: int, whom: int) -> None:
    """The first of-phrase that calls nobody and no body: "members of the union of violence"."""
    charge = next((k for k in _behind(tokens, whom) if _has_of(tokens, k) and not _is_somebody(tokens[k])), None)
    if charge is not None:
        tokens[charge] = replace(tokens[charge], head=v, deprel="obl")


def _behind(tokens: Sequence[Token], noun: int) -> Iterator[int]:
    """The phrases that hang on a noun or on one another behind it, in their order."""
    for k in range(noun + 1, len(tokens)):
        if tokens[k].head == noun and tokens[k].deprel == "nmod":
            yield k
            yield from _behind(tokens, k)


def _has_of(tokens: Sequence[Token], k: int) -> bool:
    return any(t.head == k and t.deprel in {"case", "mark"} and t.text.lower() == "of" for t in tokens[:k])


def _is_somebody(token: Token) -> bool:
    """A name, or a noun for people, a body or a place; "air strikes", which stand for who flies them, are something done."""
    noun = load_kinds().noun(singular(token.text.lower()))
    return token.upos not in {"NOUN", "VERB"} or (noun is not None and "machine" not in noun.flags)
