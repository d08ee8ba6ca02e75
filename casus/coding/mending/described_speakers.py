"""Mending: speakers told of in a clause of their own ("..., an official who declined to be named said")."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from casus.codebook.speech import SpeechWords
from casus.coding.mending.speakers import CLOSING, may_stand_inside, something_told, top_of
from casus.model.text import Token

_WHO = frozenset({"who", "whose", "whom", "which"})
_FINITE = frozenset({"VBD", "VBZ", "VBP"})
_LONGEST = 20


def mend_described_speaker(tokens: list[Token], v: int, words: SpeechWords) -> None:
    """Who stands before the clause says it: neither did he do what is told before, nor does the clause's last noun speak."""
    who = _relative_before(tokens, v) if _may_say(tokens, v, words) else None
    if who is None or not _says_what_stood_before(tokens, v):
        return
    last = who - 1 if tokens[who - 1].text == "," else who
    first = last - 1
    while first >= 0 and tokens[first].text not in CLOSING and may_stand_inside(tokens, first):
        first -= 1
    if first < 1 or tokens[first].text not in CLOSING or first == last - 1 or not something_told(tokens, first):
        return
    speaker = top_of(tokens, first + 1, last)
    if speaker is None or not _can_speak(tokens[speaker], words):
        return
    _hand_over(tokens, who, v)
    if first < tokens[v].head < v or tokens[v].deprel == "advcl":
        root = next(i for i, t in enumerate(tokens) if t.head < 0)
        tokens[v] = replace(tokens[v], head=root, deprel="parataxis")
    tokens[speaker] = replace(tokens[speaker], head=v, deprel="nsubj")


def _may_say(tokens: Sequence[Token], v: int, words: SpeechWords) -> bool:
    """A verb of saying with a tense of its own; "said", "told" may be tagged as participles."""
    tensed = tokens[v].xpos in {*_FINITE, "VBN"} and not any(t.head == v and t.deprel.startswith("aux") for t in tokens)
    return tokens[v].upos == "VERB" and tensed and tokens[v].lemma.lower() in words.verbs


def _relative_before(tokens: Sequence[Token], v: int) -> int | None:
    """The "who" of a clause with a verb of its own that ends right before `v`, no other clause between; commas on both sides or on none."""
    finite, set_off = False, tokens[v - 1].text == "," if v else False
    for i in range(v - 1 - set_off, max(v - _LONGEST, 0), -1):
        token = tokens[i]
        if token.text.lower() in _WHO:
            return i if finite and i > 1 and set_off == (tokens[i - 1].text == ",") else None
        if token.text in CLOSING or token.upos == "SCONJ" or (token.upos == "CCONJ" and i == v - 1):
            return None
        finite = finite or token.xpos in {*_FINITE, "MD"}
    return None


def _says_what_stood_before(tokens: Sequence[Token], v: int) -> bool:
    """Whether nothing but a hearer or a time stands behind the saying."""
    for token in tokens[v + 1 :]:
        if token.upos == "PUNCT":
            return True
        if token.upos in {"VERB", "AUX", "SCONJ"} or token.text.lower() in _WHO:
            return False
    return True


def _can_speak(token: Token, words: SpeechWords) -> bool:
    return token.upos == "PROPN" or token.lemma.lower() in words.capacities or token.xpos in {"NN", "NNS"}


def _hand_over(tokens: list[Token], who: int, v: int) -> None:
    """ "A man who fled the village told": the village was fled."""
    verb = next(i for i in range(v - 1, who, -1) if tokens[i].upos in {"VERB", "AUX"})
    for i in range(who, v):
        if tokens[i].head == v and tokens[i].deprel.startswith("nsubj") and i > verb:
            tokens[i] = replace(tokens[i], head=verb, deprel="obj")
