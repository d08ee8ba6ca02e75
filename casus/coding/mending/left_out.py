"""Mending: participles of harm whose auxiliary is left out behind a passive ("two were killed and eleven wounded by a mine").

Who stand right before such a participle were hurt, wherever the parse hangs their number; a verb of a list with an object is no participle.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from casus.codebook.harm import HarmWords
from casus.coding.mending.listed_people import is_counted
from casus.model.text import Token

_FURTHER = frozenset({"more", "others", "other"})
_JOINTS = frozenset({",", "and", ";", "while", "but"})
_HELPERS = frozenset({"aux", "aux:pass", "cop", "obj", "iobj", "ccomp", "xcomp"})
_BEFORE_NUMBER = frozenset("another a further at least more than about around some nearly over almost up to".split())
"""Words that may stand between the joint and the number."""
_BEFALLING = frozenset({"killed", "injured", "captured"})


def mend_left_out(tokens: list[Token], v: int, words: HarmWords) -> None:
    """Give a participle of harm those it befell; itself where nothing is to be mended."""
    _mend_number_before(tokens, v, words)
    _mend_others_before(tokens, v, words)
    _mend_listed_verb(tokens, v, words)
    _mend_subject_before(tokens, v, words)
    _mend_elsewhere(tokens, v, words)


def _mend_number_before(tokens: list[Token], v: int, words: HarmWords) -> None:
    """ "And eleven wounded by a mine", "and nine more wounded": the number right before the participle counts those it befell."""
    if not _is_participle(tokens, v, words) or _has(tokens, v, _HELPERS) or (tokens[v].deprel == "amod" and tokens[v].head > v):
        return
    top = v - 1
    number = top - 1 if top > 0 and tokens[top].text.lower() in _FURTHER else top
    passive = _passive_before(tokens, number, words)
    if passive is None or tokens[number].upos != "NUM" or _is_good(tokens, number, top, v):
        return
    if number != top:
        tokens[number] = replace(tokens[number], head=top, deprel="nummod")
    tokens[top] = replace(tokens[top], head=v, deprel="nsubj:pass")
    over = tokens[v].head if tokens[v].deprel == "conj" and _is_verb(tokens, tokens[v].head) else passive
    tokens[v] = replace(tokens[v], upos="VERB", xpos="VBN", deprel="conj", head=over)


def _is_good(tokens: Sequence[Token], number: int, top: int, v: int) -> bool:
    """Whether the parse has the number count who is told of, and the participle tell it, already."""
    subject = tokens[top].head == v and tokens[top].deprel.startswith("nsubj") and (number == top or tokens[number].head == top)
    counted = number == top and tokens[number].head == v and tokens[number].deprel == "nummod"
    return (subject or counted) and tokens[v].upos == "VERB" and tokens[v].deprel == "conj"


def _mend_others_before(tokens: list[Token], v: int, words: HarmWords) -> None:
    """ "Two were killed, five others wounded by shelling": people counted behind the passive verb are no other name of the first."""
    i = tokens[v].head
    if not _is_participle(tokens, v, words) or tokens[v].deprel != "acl" or i != v - 1 or tokens[i].deprel not in {"appos", "conj"}:
        return
    passive = _passive_before(tokens, i, words)
    if passive is None or tokens[i].head >= passive or not is_counted(tokens, i) or _has(tokens, v, _HELPERS):
        return
    tokens[i] = replace(tokens[i], head=v, deprel="nsubj:pass")
    tokens[v] = replace(tokens[v], head=passive, deprel="conj", upos="VERB", xpos="VBN")


def _mend_listed_verb(tokens: list[Token], v: int, words: HarmWords) -> None:
    """ "Killed seven rebels, wounded nine and captured three": a second verb with an object of its own tells what the first's doer did."""
    token = tokens[v]
    noun = token.head
    if token.deprel != "acl" or not 0 <= noun < v - 1 or tokens[v - 1].text != "," or not _is_participle(tokens, v, words):
        return
    verb = tokens[noun].head
    active = tokens[noun].deprel == "obj" and _is_verb(tokens, verb) and tokens[verb].xpos != "VBN"
    joined = any(t.head == verb and t.deprel == "conj" and k > v and t.upos == "VERB" for k, t in enumerate(tokens))
    if active and joined and any(t.head == v and t.deprel == "obj" and k == v + 1 for k, t in enumerate(tokens)):
        tokens[v] = replace(token, head=verb, deprel="conj", xpos=tokens[verb].xpos)


def _mend_subject_before(tokens: list[Token], v: int, words: HarmWords) -> None:
    """ "Two were killed and three others wounded": no auxiliary, no object, after a passive: the subject is harmed."""
    token = tokens[v]
    if token.upos != "VERB" or token.deprel != "conj" or token.text.lower() not in words.participles or token.head < 0:
        return
    below = {t.deprel for t in tokens if t.head == v}
    if not _is_suffered(tokens, token.head, words) or "nsubj" not in below or below & {"obj", "aux", "ccomp", "xcomp"}:
        return
    for i, t in enumerate(tokens):
        if t.head == v and t.deprel == "nsubj" and i < v:
            tokens[i] = replace(t, deprel="nsubj:pass")
    tokens[v] = replace(token, xpos="VBN")


def _mend_elsewhere(tokens: list[Token], i: int, words: HarmWords) -> None:
    """ "Two were killed in Gao and three in Sake": a bare number between two places counts more of those the verb befell."""
    if i < 3 or i + 2 >= len(tokens) or tokens[i - 1].text.lower() != "and" or tokens[i + 1].upos != "ADP":
        return
    verb = next((k for k in range(i - 1, -1, -1) if _is_verb(tokens, k)), None)
    if not (tokens[i].upos == "NUM" or tokens[i].text.lower() == "another") or verb is None or not _is_suffered(tokens, verb, words):
        return
    people = next((k for k, t in enumerate(tokens[:verb]) if t.head == verb and t.deprel.startswith("nsubj")), None)
    place = next((k for k in range(i + 2, len(tokens)) if tokens[k].upos == "PROPN"), None)
    if people is None or place is None or not is_counted(tokens, people) or tokens[i - 2].upos != "PROPN":
        return
    tokens[i] = replace(tokens[i], head=people, deprel="conj")
    if tokens[place].head not in {i, verb} and tokens[place].head < i:
        tokens[place] = replace(tokens[place], head=i, deprel="nmod")


def _passive_before(tokens: Sequence[Token], n: int, words: HarmWords) -> int | None:
    """The verb of harm that a clause joined by "and" or a comma, opening with the number at `n`, goes on from."""
    first = n
    while first > 0 and tokens[first - 1].text.lower() in _BEFORE_NUMBER:
        first -= 1
    if first < 3 or tokens[first - 1].text.lower() not in _JOINTS:
        return None
    verb = next((k for k in range(first - 2, -1, -1) if _is_verb(tokens, k)), None)
    while verb is not None and tokens[verb].deprel == "conj" and not _is_suffered(tokens, verb, words) and tokens[verb].head < verb:
        verb = tokens[verb].head
    return verb if verb is not None and _is_suffered(tokens, verb, words) else None


def _is_suffered(tokens: Sequence[Token], verb: int, words: HarmWords) -> bool:
    passive = _has(tokens, verb, frozenset({"aux:pass", "nsubj:pass"}))
    return passive or tokens[verb].lemma.lower() in words.intransitive


def _is_participle(tokens: Sequence[Token], v: int, words: HarmWords) -> bool:
    return v > 1 and words.participles.get(tokens[v].text.lower(), "") in _BEFALLING


def _is_verb(tokens: Sequence[Token], i: int) -> bool:
    return i >= 0 and tokens[i].upos == "VERB"


def _has(tokens: Sequence[Token], v: int, relations: frozenset[str]) -> bool:
    return any(t.head == v and t.deprel in relations and t.text.lower() not in {"dead", "death"} for t in tokens)
