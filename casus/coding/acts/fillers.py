"""Fillers: whether a phrase that stands in a role is somebody or something at all: no figure, no hour, no place, no explosive."""

from __future__ import annotations

from collections.abc import Sequence

from casus.codebook import Codebook
from casus.codebook.instruments import mode_of
from casus.codebook.kinds import is_machine, is_thing, kind_of
from casus.coding.roles.parties import counted, kind_of_phrase
from casus.coding.syntax import Phrase, Tree

_NO_PARTY = frozenset("nobody none time moment response retaliation reprisal revenge".split())
_HOURS = frozenset("morning afternoon evening night day week weekend month year hour".split())
_FIGURES = frozenset("dozen hundred score thousand tens million number total".split())
_LADEN = frozenset({"laden", "packed", "loaded", "filled", "rigged", "stuffed", "full"})
"""How a car is called that carries a charge."""
_SET_OFF = frozenset({"detonate", "explode", "trigger"})
_CHARGES = frozenset({"device", "charge"})
_OWNERS = frozenset({"military", "armed-group", "militia", "unnamed-armed", "police", "government", "state", "collective", "igo"})


def is_nobody(tree: Tree, phrase: Phrase) -> bool:
    """ "No one", "nobody", "none": a zero, not a party, unlike "no fewer than 23"; "each other's men" are those who did it."""
    opening = [t.text.lower() for t in tree.tokens[phrase.first : phrase.first + 2]]
    if opening in (["no", "fewer"], ["no", "less"]):
        return False
    if opening in (["each", "other"], ["one", "another"]):
        return True
    negative = any(tree.tokens[c].text.lower() == "no" for c in tree.children(phrase.head, "det"))
    return negative or tree.lemma(phrase.head) in _NO_PARTY or tree.tokens[phrase.first].text.lower() == "no"


def goes_off(tree: Tree, phrase: Phrase) -> bool:
    """ "The van hit an explosive", "ran over a landmine", "detonated a laden car": what it was done with, nobody it was done to."""
    lemmas = [tree.lemma(i) for i in range(len(tree))]
    if lemmas[phrase.head] in _CHARGES or _is_laden(tree, phrase, lemmas):
        return True
    return mode_of(lemmas, phrase.head) == "explosives" and tree.lemma(phrase.head) != "mine"


def _is_laden(tree: Tree, phrase: Phrase, lemmas: Sequence[str]) -> bool:
    """ "An explosive-laden truck", "a car packed with explosives"."""
    over = tree.tokens[phrase.head].head
    behind = tree.children(phrase.head, "acl") if over >= 0 and lemmas[over] in _SET_OFF else ()
    whole = [*range(phrase.first, phrase.last), *(j for c in behind for j in tree.subtree(c))]
    words = {w for i in whole for w in tree.tokens[i].text.lower().split("-")}
    charged = any(w.startswith("explosive") for w in words) or any(mode_of(lemmas, i) == "explosives" for i in whole if i != phrase.head)
    return charged and bool(words & _LADEN) and (is_machine(lemmas[phrase.head]) or is_thing(lemmas[phrase.head]))


def is_owned(tree: Tree, phrase: Phrase, book: Codebook) -> bool:
    """Whose jets or drones they are says who acts ("Russian jets", "its drones", "army aircraft")."""
    return any(
        tree.rel(c) == "nmod:poss"
        or kind_of(tree.lemma(c), tree.lemma(c), book.actors) in _OWNERS
        or tree.tokens[c].upos == "PROPN"
        or (tree.tokens[c].upos == "ADJ" and tree.tokens[c].text[:1].isupper())
        for c in tree.children(phrase.head, "nmod:poss", "amod", "compound")
    )


def is_attacker(tree: Tree, phrase: Phrase, book: Codebook) -> bool:
    """ "A suicide bomber killed six", "a sniper shot him": a means that is also somebody."""
    lemmas = [tree.lemma(i) for i in range(len(tree))]
    return mode_of(lemmas, phrase.head) not in {None, "aerial"} and kind_of_phrase(tree, phrase, book.actors) == "unnamed-armed"


def is_when(tree: Tree, phrase: Phrase) -> bool:
    """ "On the morning the guard shot him": a time, no party."""
    return tree.lemma(phrase.head) in _HOURS and tree.tokens[phrase.head].upos == "NOUN"


def is_bare_number(tree: Tree, phrase: Phrase, role: str) -> bool:
    """ "killed five", "twelve more": a count, nobody's name; "nine of them" are some of those told of."""
    head = tree.tokens[phrase.head]
    if head.upos == "NUM" and any(case == "of" and tree.lemma(n) == "they" for case, n in tree.preps(phrase.head)):
        return False
    if any(case == "of" and tree.tokens[n].upos in {"NOUN", "PROPN"} for case, n in tree.preps(phrase.head)):
        return False
    if role == "recipient" and tree.lemma(phrase.head) in _FIGURES and counted(tree, phrase) is None:
        return True
    return head.upos in {"NUM", "ADJ", "DET"} and head.text.lower() not in {"wounded", "injured", "dead"} and not head.text.istitle()


def is_place_name(tree: Tree, phrase: Phrase, book: Codebook) -> bool:
    """Whether the phrase is the name of a place that does not stand for a government."""
    return tree.is_named(phrase.head, "place") and book.actors.capital(tree.tokens[phrase.head].text) is None


def is_where(tree: Tree, phrase: Phrase, book: Codebook, *, struck: bool = False) -> bool:
    """A town, or a name nobody knows, before an act noun says where ("a Kabul car bombing", "the Café Elm bombing"); a country: who.

    `struck`: before violence a lone name taken for a person's says where or whom it befell ("the Hale bombing"), never who did it.
    """
    i = phrase.head
    if tree.rel(i) not in {"compound", "nmod:desc"} or tree.tokens[i].upos != "PROPN" or phrase.last - phrase.first > 2:
        return False
    word = tree.tokens[i].text
    if book.actors.capital(word) is not None:
        return True
    placed = tree.is_named(i, "place")
    listed = book.actors.find(word) or book.actors.find(" ".join(t.text for t in tree.tokens[phrase.first : phrase.last]))
    if listed:
        return False
    kinds = {n.kind for n in tree.sentence.names if n.first <= i < n.last}
    if (struck and "person" in kinds and phrase.last - phrase.first == 1) or _is_town(word, kinds, book):
        return True
    known = kinds & {"person", "organisation", "nationality"}
    return placed or (not known and kind_of_phrase(tree, phrase, book.actors) == "unknown" and not word.isupper())


def _is_town(word: str, kinds: set[str], book: Codebook) -> bool:
    """Whether what looks like a nationality is none, but a town's name ("the Dikwa ambush")."""
    return "nationality" in kinds and book.actors.demonym(word) is None and any(p.kind == "town" for p in book.places.find(word))
