"""Titles: the role that goes with a person's name, before it or after it.

"Superintendent of Police (SP) Oren Salak", "the deputy minister, Ana Sol,", "Gao police chief Oren Salak".
"""

from __future__ import annotations

from casus.codebook.kinds import is_person_role
from casus.coding.syntax import Phrase, Tree
from casus.model.text import Name

_BRACKET = 8
"""How many tokens a bracket between a role and a name may have."""
_LONGEST = 12
"""How many words a title may have."""
_PARTS = frozenset({"NOUN", "PROPN", "ADJ"})
_LINKS = frozenset({"of", "for", "&"})


def with_title(tree: Tree, phrase: Phrase) -> Phrase:
    """A role with the person named after it, or a name with the role before it."""
    return _with_role(tree, _with_person(tree, phrase))


def _with_person(tree: Tree, phrase: Phrase) -> Phrase:
    """ "Superintendent of Police (SP) Oren Salak", "the deputy minister, Ana Sol,": a role with the person's name after it."""
    lemma, at = tree.lemma(phrase.head), phrase.last
    one = is_person_role(lemma) and tree.tokens[phrase.head].xpos not in {"NNS", "NNPS"}
    if not (one or _is_titled(tree, phrase)) or at >= len(tree):
        return phrase
    at = _after_bracket(tree, at)
    comma = at < len(tree) and tree.tokens[at].text == "," and at == phrase.last
    start = _after_rank(tree, at + comma)
    person = next((n for n in tree.sentence.names if n.kind == "person" and n.first in {at + comma, start}), None)
    if person is None or (comma and not _is_between_commas(tree, phrase.head, person)):
        return phrase
    return Phrase(phrase.first, person.last, phrase.head)


def _after_rank(tree: Tree, at: int) -> int:
    """ "The commander, Colonel Oren Salak,": past the ranks before a name."""
    while at < len(tree) and tree.rel(at) == "nmod:desc" and is_person_role(tree.lemma(at)):
        at += 1
    return at


def _after_bracket(tree: Tree, at: int) -> int:
    if tree.tokens[at].text != "(":
        return at
    return next((k + 1 for k in range(at, min(at + _BRACKET, len(tree))) if tree.tokens[k].text == ")"), at)


def _is_titled(tree: Tree, phrase: Phrase) -> bool:
    """ "Army spokesman Major General": a title that ends in a capital, whatever the syntax takes for its head."""
    last = next((k for k in reversed(range(phrase.first, phrase.last)) if tree.tokens[k].upos != "PUNCT"), phrase.first)
    if not tree.tokens[last].text[:1].isupper():
        return False
    roles = (k for k in range(phrase.first, phrase.last) if is_person_role(tree.lemma(k)))
    return any(tree.tokens[k].xpos not in {"NNS", "NNPS"} for k in roles)


def _is_between_commas(tree: Tree, role: int, person: Name) -> bool:
    after = tree.tokens[person.last].text if person.last < len(tree) else "."
    return person.first in tree.children(role, "appos") and after in {",", ".", "”", '"'}


def _with_role(tree: Tree, phrase: Phrase) -> Phrase:
    """ "According to prosecutor Ana Sol", "Gao Superintendent of Police (SP) Oren Salak": with the role right before the name."""
    at = phrase.first - 1
    if at < 0 or not any(n.kind == "person" and n.first == phrase.first for n in tree.sentence.names):
        return phrase
    if tree.tokens[at].upos == "NOUN" and tree.tokens[at].xpos == "NN" and is_person_role(tree.lemma(at)):
        return Phrase(min(tree.phrase(at).first, at), phrase.last, phrase.head)
    first = _title_before(tree, _before_bracket(tree, at))
    return Phrase(first, phrase.last, phrase.head) if first is not None else phrase


def _before_bracket(tree: Tree, at: int) -> int:
    """The token before a bracket that closes at a token, with or without a comma after it."""
    close = at - (tree.tokens[at].text == "," and at > 0 and tree.tokens[at - 1].text == ")")
    if tree.tokens[close].text != ")":
        return at
    return next((k - 1 for k in range(close, max(close - _BRACKET, 0), -1) if tree.tokens[k].text == "("), at)


def _title_before(tree: Tree, last: int) -> int | None:
    """Where the capitalised title that ends at a token begins; None where no word of it is a role."""
    first = last + 1
    while first > 0 and last - first < _LONGEST and _is_part(tree, first - 1):
        first -= 1
    while first <= last and tree.tokens[first].text.islower():
        first += 1
    return first if any(is_person_role(tree.lemma(k)) for k in range(first, last + 1)) else None


def _is_part(tree: Tree, k: int) -> bool:
    token = tree.tokens[k]
    return (token.upos in _PARTS and token.text[:1].isupper()) or token.text in _LINKS
