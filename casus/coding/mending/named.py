"""Mending: a list that says who the people counted before it are ("two students, Ana Ruiz and Juan Paz") is theirs, not beside them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from casus.codebook.kinds import is_person_role
from casus.coding.numbers import first_number
from casus.model.text import Token

_ANYBODY = frozenset("people person individual suspect victim member other man woman civilian resident villager passenger".split())
"""Whoever is counted under these is named by what follows ("three people, a teacher, a driver and a guard")."""
_LISTED = frozenset({"conj", "appos"})
_HARMED = frozenset({"obj", "nsubj:pass"})
_CUT = frozenset({",", ":", "–", "—", "identified", "namely"})


def mend_named(tokens: list[Token], i: int) -> None:
    """Hang as many single persons as were counted, listed right after, on those counted."""
    number = _counted(tokens, i)
    if not number or (number < 2 and tokens[i].upos != "NUM"):
        return
    listed = _items(tokens, i)
    items, further = listed[:number], listed[number:]
    if len(items) != number or not _opens(tokens, i, items[0]) or any(tokens[k].upos != "NOUN" for k in further):
        return
    if not all(tokens[k].upos == "PROPN" for k in items) and (further or tokens[i].lemma.lower() not in _ANYBODY):
        return
    for k in further:
        tokens[k] = replace(tokens[k], head=i, deprel="conj")
    tokens[items[0]] = replace(tokens[items[0]], head=i, deprel="appos")
    for k in items[1:]:
        tokens[k] = replace(tokens[k], head=items[0], deprel="conj")


def _counted(tokens: Sequence[Token], i: int) -> int | None:
    """How many a noun in the plural is said to be, or a figure alone ("shot dead one, Ali Khan")."""
    if tokens[i].upos == "NUM" and tokens[i].deprel in _HARMED:
        return first_number(tokens[i].text)
    if tokens[i].upos != "NOUN" or tokens[i].xpos != "NNS":
        return None
    numbers = [t.text for t in tokens[:i] if t.head == i and t.deprel == "nummod"]
    return first_number(numbers[-1]) if numbers else None


def _items(tokens: Sequence[Token], i: int) -> list[int]:
    """Single persons listed behind a noun; nothing where one of them is several, or is counted."""
    found, ahead = set(), [i]
    while ahead:
        over = ahead.pop()
        new = [k for k, t in enumerate(tokens) if t.head == over and t.deprel in _LISTED and k > i and not _is_age(tokens, k)]
        found |= set(new)
        ahead += new
    single = all(tokens[k].xpos in {"NN", "NNP"} and not any(t.head == k and t.deprel == "nummod" for t in tokens) for k in found)
    return sorted(found) if single else []


def _is_age(tokens: Sequence[Token], k: int) -> bool:
    """ "Ana Ruiz, 24, and ...", "Ana Ruiz (24)": a figure alone behind a name."""
    return tokens[k].upos == "NUM" and tokens[k - 1].text in {",", "("} and tokens[tokens[k].head].upos == "PROPN"


def _opens(tokens: Sequence[Token], i: int, first: int) -> bool:
    """Whether only a comma, words of the first person and no "and" stand between those counted and the list."""
    between = [t.text.lower() for t in tokens[i + 1 : first]]
    return bool(between) and between[0] in _CUT and "and" not in between


def mend_role_named(tokens: list[Token], i: int) -> None:
    """ "A guard, Ali Khan, and a trader, Omar Gul": a name set off right behind one person's role says who that is."""
    role, name = tokens[i], i + 2
    if role.xpos != "NN" or not is_person_role(role.lemma.lower()) or name + 1 >= len(tokens) or tokens[i + 1].text != ",":
        return
    if tokens[name].upos != "PROPN" or tokens[name].head != i or tokens[name].deprel != "conj":
        return
    last = max(k for k, t in enumerate(tokens) if k == name or (t.head == name and t.deprel == "flat"))
    single = any(t.head == i and t.deprel == "det" and t.text.lower() in {"a", "an", "the"} for t in tokens)
    if not single or last + 1 >= len(tokens) or tokens[last + 1].text not in {",", "("}:
        return
    tokens[name] = replace(tokens[name], deprel="appos")
    for k, token in enumerate(tokens):
        if token.head == name and token.deprel in {"conj", "cc"}:
            tokens[k] = replace(token, head=i)
