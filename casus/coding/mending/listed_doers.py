"""Mending: lists of doers whose members the parse hangs as if each said what the one before it is.

"The Arab League, the African Union and France condemned": the second is no other name of the first; and who stands behind "and" is no
part of the name before it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from casus.codebook.kinds import is_person_role
from casus.coding.mending.subjects import case_of
from casus.model.text import Name, Token

_BODIES = frozenset({"organisation", "place"})
_OWN = frozenset({"det", "nmod:poss"})
_CLOSING = frozenset({",", ")", "–", "—", ";"})


def mend_listed_doers(tokens: list[Token], names: Sequence[Name]) -> None:
    """Mends the members of lists in place."""
    for i in range(len(tokens)):
        _mend_second_of_list(tokens, i, names)
        _mend_joined_name(tokens, i)
        _mend_by_again(tokens, i)


def _mend_second_of_list(tokens: list[Token], i: int, names: Sequence[Name]) -> None:
    """ "A, B and C condemned" without a comma behind C: B is one of the list; "A, a founder and leader, said" is one person."""
    token, first = tokens[i], tokens[i].head
    if token.deprel != "appos" or not 0 <= first < i or not _is_after_comma(tokens, i):
        return
    last = next((k for k, t in enumerate(tokens) if k > i and t.deprel == "conj" and t.head in {i, first}), None)
    if last is None or not _is_joined_bare(tokens, i, last) or not _may_stand_beside(tokens, first, i, last, names):
        return
    tokens[i] = replace(token, deprel="conj")


def _is_after_comma(tokens: Sequence[Token], i: int) -> bool:
    before = _first_of(tokens, i) - 1
    return before > 0 and tokens[before].text == ","


def _is_joined_bare(tokens: Sequence[Token], i: int, last: int) -> bool:
    """Whether "and" joins the last one without a comma, and none closes the list: what is set off by two commas is an aside."""
    joint = next((k for k in range(last - 1, i, -1) if tokens[k].deprel == "cc" and tokens[k].head == last), None)
    end = max(k for k in range(len(tokens)) if k == last or _is_under(tokens, k, last))
    return joint is not None and tokens[joint - 1].text != "," and end + 1 < len(tokens) and tokens[end + 1].text not in _CLOSING


def _may_stand_beside(tokens: Sequence[Token], first: int, i: int, last: int, names: Sequence[Name]) -> bool:
    """Whether two heads may be two doers: names of bodies or places, an office beside such a name, or three each with its article."""
    one, other = tokens[first], tokens[i]
    if other.upos == "PROPN":
        if _kind(names, i) not in _BODIES or _is_short_for(tokens, first, i, names):
            return False
        named = _kind(names, first) in _BODIES or (one.text.isupper() and len(one.text) > 1)
        return named if one.upos == "PROPN" else is_person_role(one.lemma.lower()) and one.xpos == "NN"
    return all(is_person_role(tokens[k].lemma.lower()) and _kind(names, k) != "person" and _has_own(tokens, k) for k in (first, i, last))


def _has_own(tokens: Sequence[Token], i: int) -> bool:
    """Whether an article or an owner opens a phrase."""
    return any(t.head == i and t.deprel in _OWN for t in tokens)


def _is_short_for(tokens: Sequence[Token], first: int, i: int, names: Sequence[Name]) -> bool:
    """ "RFN, the Red Front of Norda": the letters a name is known by."""
    name = next(n for n in names if n.first <= i < n.last)
    letters = "".join(t.text[0] for t in tokens[name.first : name.last] if t.text[:1].isupper())
    return tokens[first].text.replace(".", "") == letters


def _kind(names: Sequence[Name], i: int) -> str:
    return next((n.kind for n in names if n.first <= i < n.last), "")


def _mend_joined_name(tokens: list[Token], i: int) -> None:
    """ "Secretary Ana Ruiz and Minister Juan Paz": a name behind "and" is another's."""
    token, first = tokens[i], tokens[i].head
    if token.deprel != "flat" or not 0 <= first < i - 1:
        return
    joint = next((k for k in range(i - 1, first, -1) if tokens[k].deprel == "cc"), None)
    if joint is None or not any(t.head == i and t.deprel == "nmod:desc" and k > joint for k, t in enumerate(tokens)):
        return
    tokens[i] = replace(token, deprel="conj")
    tokens[joint] = replace(tokens[joint], head=i)


def _mend_by_again(tokens: list[Token], i: int) -> None:
    """ "Condemned by the bishops, by the union and by the envoy": each of them did it."""
    token, verb = tokens[i], tokens[i].head
    if token.deprel not in {"nmod", "obl", "obl:agent"} or case_of(tokens, i) != "by" or verb < 0 or not _is_after_comma(tokens, i):
        return
    agent = verb if tokens[verb].deprel == "obl:agent" else _agent_of(tokens, verb, i)
    if agent is not None and agent < i and case_of(tokens, agent) == "by" and token.upos in {"NOUN", "PROPN"}:
        tokens[i] = replace(token, head=agent, deprel="conj")


def _agent_of(tokens: Sequence[Token], verb: int, i: int) -> int | None:
    return next((k for k, t in enumerate(tokens[:i]) if t.head == verb and t.deprel == "obl:agent"), None)


def _first_of(tokens: Sequence[Token], i: int) -> int:
    """The first of the words of a nominal before it."""
    return min([i, *(k for k in range(i) if _is_under(tokens, k, i) and tokens[k].text != ",")])


def _is_under(tokens: Sequence[Token], k: int, i: int) -> bool:
    for _ in tokens:
        k = tokens[k].head
        if k in {i, -1}:
            return k == i
    return False
