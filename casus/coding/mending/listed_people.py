"""Mending: lists of people, where the parse hangs one of them beside the list ("a man, woman and child", "six Danes and a Czech")."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from casus.codebook.countries import load_countries
from casus.codebook.harm import HarmWords
from casus.codebook.kinds import is_person_role
from casus.model.text import Token

_SEXES_AND_AGES = frozenset("man woman child boy girl baby infant teenager adult minor male female they we whom".split())
_ALL_KINDS = frozenset("people person civilian victim worker passenger casualty resident villager member employee body".split())
"""Words for a whole that other words for people, told behind it, are parts of."""
_SINGULAR = frozenset({"was", "is", "has"})
_WHOSE = frozenset({"his", "her", "their"})
_ATTENDING = frozenset("driver bodyguard guard aide assistant secretary companion friend colleague maid chauffeur escort".split())
"""Who is with somebody, and never another word for him."""
_ARTICLES = frozenset({"a", "an"})


def mend_listed_people(tokens: list[Token], i: int, words: HarmWords) -> None:
    """Put one of several people listed beside the others; itself where nothing is to be mended."""
    _mend_own_number(tokens, i)
    _mend_two_subjects(tokens, i, words)
    _mend_list(tokens, i, words)
    _mend_parts(tokens, i, words)
    _mend_beside_name(tokens, i, words)


def is_counted(tokens: Sequence[Token], i: int) -> bool:
    """Whether a nominal is a number or has one."""
    noun = tokens[i].upos == "NOUN" or is_national(tokens[i])
    return tokens[i].upos == "NUM" or (noun and any(t.head == i and t.deprel == "nummod" for t in tokens))


def is_person(lemma: str, words: HarmWords) -> bool:
    """Whether a noun names a person."""
    return words.is_person(lemma) or lemma in words.people or is_person_role(lemma)


def is_national(token: Token) -> bool:
    """ "Danes", "a Spaniard": somebody by his country."""
    return token.xpos in {"NNP", "NNPS", "NN", "NNS", "JJ"} and load_countries().demonym(token.text) is not None


def _mend_own_number(tokens: list[Token], i: int) -> None:
    """ "25 Danes, 12 Poles": a number right before one of a list counts him, not the first."""
    token = tokens[i]
    if i == 0 or token.deprel not in {"conj", "appos"} or not token.xpos.startswith("NN"):
        return
    number = tokens[i - 1]
    if number.xpos == "CD" and number.deprel == "nummod" and number.head == token.head < i - 1:
        tokens[i - 1] = replace(number, head=i)


def _mend_two_subjects(tokens: list[Token], i: int, words: HarmWords) -> None:
    """ "A girl and her aunt were hurt": of two subjects of one verb with "and" between them, the second is joined to the first."""
    token, verb = tokens[i], tokens[i].head
    if not token.deprel.startswith("nsubj") or verb <= i or token.upos not in {"NOUN", "PROPN"}:
        return
    first = next((k for k in range(i) if tokens[k].head == verb and tokens[k].deprel == token.deprel), None)
    start = min((k for k, t in enumerate(tokens[:i]) if t.head == i), default=i)
    if first is None or start < 2 or tokens[start - 1].text.lower() != "and" or not _is_somebody(tokens[first], words):
        return
    if tokens[start - 2].text == ",":
        return
    tokens[start - 1] = replace(tokens[start - 1], head=i)
    tokens[i] = replace(token, head=first, deprel="conj")


def _mend_list(tokens: list[Token], i: int, words: HarmWords) -> None:
    """ "A man, woman and child were hurt", "a nun, a verger and a boy": who stands between a comma and a list is one of the list."""
    token = tokens[i]
    if i == 0 or token.deprel != "appos" or not 0 <= token.head < i:
        return
    rest = [k for k, t in enumerate(tokens) if t.head in {i, token.head} and t.deprel == "conj" and k > i]
    alike = token.xpos == tokens[token.head].xpos == "NN" or _are_counted_apart(tokens, i)
    both = alike and all(_is_somebody(tokens[k], words) for k in (i, token.head))
    if rest and (both or _are_each_one(tokens, [token.head, i, *rest], words)):
        tokens[i] = replace(token, deprel="conj")


def _mend_parts(tokens: list[Token], i: int, words: HarmWords) -> None:
    """ "Six people, four Poles and two Danes": what goes on behind the first part of a whole is the next part, nobody beside it.

    So is who goes on behind what one person is ("Ana Ruiz, a nurse and a former judge, was shot").
    """
    token, whole = tokens[i], tokens[i].head
    if token.deprel != "conj" or not 0 <= whole < i or not token.xpos.startswith("NN"):
        return
    first = next((k for k in range(whole + 1, i) if tokens[k].head == whole and tokens[k].deprel == "appos"), None)
    start = min((k for k, t in enumerate(tokens[:i]) if t.head == i), default=i)
    if first is None or tokens[start - 1].text == ",":
        return
    part = tokens[whole].lemma.lower() in _ALL_KINDS and is_counted(tokens, whole)
    each = all(is_counted(tokens, k) or (tokens[k].xpos == "NN" and _is_somebody(tokens[k], words)) for k in (first, i))
    if (part and each) or _says_what_he_is(tokens, whole, i):
        tokens[i] = replace(token, head=first)


def _says_what_he_is(tokens: Sequence[Token], name: int, i: int) -> bool:
    """Whether one person is named, of whom alone the verb after the commas tells ("was", "has")."""
    verb = tokens[name].head
    told = [t.text.lower() for k, t in enumerate(tokens) if t.head == verb and t.deprel.startswith("aux") and k > i]
    closed = any(t.text == "," for t in tokens[i + 1 : verb])
    return tokens[name].xpos == "NNP" and tokens[i].xpos == "NN" and closed and bool(told) and told[0] in _SINGULAR


def _mend_beside_name(tokens: list[Token], i: int, words: HarmWords) -> None:
    """ "Ana Ruiz, her husband and two sons were shot": whoever is of hers, or several, is nobody's other name, but the next of a list."""
    token, name = tokens[i], tokens[i].head
    if token.deprel not in {"appos", "dep"} or not 0 <= name < i or tokens[name].xpos not in {"NNP", "NN"}:
        return
    joined = [k for k, t in enumerate(tokens) if t.head in {i, name} and t.deprel == "conj" and k > i]
    own = any(t.head == i and t.deprel == "nmod:poss" and t.text.lower() in _WHOSE for t in tokens)
    of_his = token.upos == "NUM" and any(t.head == i and t.deprel == "nmod" and k > i for k, t in enumerate(tokens))
    several = is_counted(tokens, i) and (token.xpos == "NNS" or of_his)
    one = tokens[name].xpos == "NNP" or _is_somebody(tokens[name], words)
    his = own and token.xpos == "NN" and token.lemma.lower() in words.kin | _ATTENDING and all(_has_own(tokens, k) for k in joined)
    if joined and one and (his or of_his or (several and is_person(token.lemma.lower(), words))):
        tokens[i] = replace(token, deprel="conj")


def _has_own(tokens: Sequence[Token], k: int) -> bool:
    """Whether a figure, an article or an owner opens what is joined: "his wife and mother of two" is one person."""
    return tokens[k].upos == "NUM" or any(t.head == k and (t.deprel in {"nummod", "nmod:poss"} or t.text.lower() == "a") for t in tokens)


def _are_each_one(tokens: Sequence[Token], items: Sequence[int], words: HarmWords) -> bool:
    """Whether each of a list has an article of its own, and the first and the last are persons."""
    single = all(tokens[k].xpos == "NN" and any(t.head == k and t.text.lower() in _ARTICLES for t in tokens) for k in items)
    return single and all(_is_somebody(tokens[k], words) for k in (items[0], items[-1]))


def _is_somebody(token: Token, words: HarmWords) -> bool:
    return is_person(token.lemma.lower(), words) or is_national(token)


def _are_counted_apart(tokens: Sequence[Token], i: int) -> bool:
    """ "Five guards, two clerks and two vendors": each with a figure and a noun of its own, not parts of a whole ("9 workers, 7 men")."""
    first = tokens[i].head
    if not (is_counted(tokens, i) and is_counted(tokens, first)) or tokens[i].lemma.lower() == tokens[first].lemma.lower():
        return False
    rest = [k for k, t in enumerate(tokens) if k > i and t.deprel == "conj" and t.head in {i, first}]
    parts = any(tokens[k].lemma.lower() in _SEXES_AND_AGES for k in (i, *rest))
    whole = tokens[first].lemma.lower() in _ALL_KINDS
    return not (parts or whole or any(t.deprel == "case" and t.text.lower() == "of" and t.head in {i, *rest} for t in tokens))
