"""Mending: lists of persons, where the parse takes one of them for what another is, or what one is for another of them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from casus.codebook.kinds import is_person_role
from casus.coding.mending.subjects import ancestors
from casus.model.text import Name, Token

_OPENING = frozenset({"det", "nummod", "nmod:poss", "case"})


def mend_listed_names(tokens: list[Token], i: int, names: Sequence[Name]) -> None:
    """Put one word of a list of persons where it belongs."""
    _mend_role_over_name(tokens, i, names)
    _mend_named_between(tokens, i, names)
    _mend_role_of_next(tokens, i, names)
    _mend_second_role(tokens, i, names)
    _mend_two_roles(tokens, i, names)
    _mend_next_after_role(tokens, i, names)


def _mend_role_over_name(tokens: list[Token], i: int, names: Sequence[Name]) -> None:
    """ "Judge Ana Ruiz, police commander Juan Paz and Li Wei": the name is over what its bearer is."""
    token, name = tokens[i], i + 1
    if token.deprel != "appos" or token.xpos != "NN" or not is_person_role(token.lemma.lower()) or not _is_person(token.head, names):
        return
    if name >= len(tokens) or tokens[name].head != i or tokens[name].deprel != "flat" or not _is_person(name, names):
        return
    for k, t in enumerate(tokens):
        if t.head == i and k != name:
            tokens[k] = replace(t, head=name)
    tokens[name] = replace(tokens[name], head=token.head, deprel="appos")
    tokens[i] = replace(token, head=name, deprel="nmod:desc")


def _mend_named_between(tokens: list[Token], i: int, names: Sequence[Name]) -> None:
    """ "Judge Ana Ruiz, colonel Juan Paz and Senator Li Wei": between a name and an "and" another name is another person."""
    token, first = tokens[i], tokens[i].head
    if token.deprel != "appos" or not 0 <= first < i or not (_is_person(first, names) and _is_person(i, names)):
        return
    between = [t.text.lower() for t in tokens[first + 1 : i]]
    joined = [k for k, t in enumerate(tokens) if k > i and t.deprel == "conj" and t.head in {first, i} and _is_person(k, names)]
    if "," not in between or {"alias", "or", "named"} & set(between) or not any(t.deprel == "cc" and t.head in joined for t in tokens):
        return
    tokens[i] = replace(token, deprel="conj")
    for k in joined:
        tokens[k] = replace(tokens[k], head=first)


def _mend_role_of_next(tokens: list[Token], i: int, names: Sequence[Name]) -> None:
    """ "And senator Li Wei": what stands right before one more name is what that person is, nobody beside him."""
    token, name = tokens[i], i + 1
    if token.deprel != "conj" or token.upos != "NOUN" or token.xpos != "NN" or not is_person_role(token.lemma.lower()):
        return
    if name >= len(tokens) or tokens[name].deprel != "conj" or tokens[name].head not in {i, token.head} or not _is_person(name, names):
        return
    for k, t in enumerate(tokens):
        if t.head == i and k != name:
            tokens[k] = replace(t, head=name)
    tokens[name] = replace(tokens[name], head=token.head)
    tokens[i] = replace(token, head=name, deprel="nmod:desc")


def _mend_second_role(tokens: list[Token], i: int, names: Sequence[Name]) -> None:
    """ "Ana Ruiz, leader of the party and secretary of the union", "Ana Ruiz, sister of the mayor, and": a bare role is hers."""
    token, name = tokens[i], tokens[i].head
    if token.deprel != "conj" or token.xpos != "NN" or not is_person_role(token.lemma.lower()) or not _is_person(name, names):
        return
    if any(t.head == i and t.deprel in _OPENING for t in tokens):
        return
    roles = [k for k, t in enumerate(tokens) if t.head == name and t.deprel == "appos" and name < k < i and t.xpos == "NN"]
    if roles and is_person_role(tokens[roles[-1]].lemma.lower()):
        tokens[i] = replace(token, head=roles[-1])
    elif i > 1 and tokens[i - 1].text == "," and _is_person(i - 2, names) and not roles:
        tokens[i] = replace(token, deprel="appos")


def _mend_two_roles(tokens: list[Token], i: int, names: Sequence[Name]) -> None:
    """ "Ana Ruiz, a midwife and the leader of the front, was arrested": two roles of hers, set off by commas."""
    token, name = tokens[i], tokens[i].head
    if token.deprel != "conj" or token.xpos != "NN" or not is_person_role(token.lemma.lower()) or not _is_person(name, names):
        return
    first = next((k for k, t in enumerate(tokens) if t.head == name and name < k < i and t.deprel in {"appos", "conj"}), None)
    if first is None or tokens[first].xpos != "NN" or not is_person_role(tokens[first].lemma.lower()):
        return
    before = [t.text.lower() for t in tokens[first - 2 : first]]
    if before not in ([",", "a"], [",", "an"]) or not _is_person(first - 3, names) or tokens[first + 1].text.lower() != "and":
        return
    if _is_set_off(tokens, i):
        tokens[first] = replace(tokens[first], deprel="appos")
        tokens[i] = replace(token, head=first)


def _is_set_off(tokens: Sequence[Token], i: int) -> bool:
    """Whether a comma stands right behind what hangs on a word, before the end of the sentence."""
    for k in range(i + 1, len(tokens) - 1):
        if tokens[k].text == ",":
            return True
        if i not in ancestors(tokens, k):
            return False
    return False


def _mend_next_after_role(tokens: list[Token], i: int, names: Sequence[Name]) -> None:
    """ "Ana Ruiz, sister of the mayor, and party leader Li Wei": the next person named is joined to her, not to what she is."""
    token, role = tokens[i], tokens[i].head
    if token.deprel != "conj" or not 0 <= role < i or tokens[role].deprel != "appos" or not _is_person(tokens[role].head, names):
        return
    if _is_person(role, names) or not (_is_person(i, names) or any(t.head == i and _is_person(k, names) for k, t in enumerate(tokens))):
        return
    joint = next((k for k, t in enumerate(tokens) if t.head == i and t.deprel == "cc"), 0)
    if joint > role and tokens[joint - 1].text == ",":
        tokens[i] = replace(token, head=tokens[role].head)


def _is_person(i: int, names: Sequence[Name]) -> bool:
    return any(n.kind == "person" and n.first <= i < n.last for n in names)
