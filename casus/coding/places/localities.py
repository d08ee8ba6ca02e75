"""Localities: words that say where an act was, and are nobody it was done to (localities.yaml)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, fields
from functools import lru_cache
from pathlib import Path

import casus.codebook.frames
from casus.codebook.actors import ActorTable
from casus.codebook.frames import Sense
from casus.codebook.kinds import is_thing
from casus.codebook.yaml_files import read_yaml
from casus.coding.roles.guards import allows
from casus.coding.roles.parties import kind_of_phrase
from casus.coding.syntax import Phrase, Tree

_STRIKING = frozenset({"ASSAULT", "PROTEST"})
"""Acts done to somebody or something; a curfew or an exercise in a town is meant for it."""
_SPOTS = frozenset({"in", "on", "at", "near", "outside"})
AT_A_PLACE = "a place"
"""Ends the rule of evidence that only names a place."""
_TABLE = Path(casus.codebook.frames.__file__).with_name("localities.yaml")


@dataclass(frozen=True, slots=True)
class Localities:
    """The words of localities.yaml: never a party; where in a name; after "in"; no party of some senses; those senses."""

    never: frozenset[str]
    named: frozenset[str]
    linking: frozenset[str]
    channels: frozenset[str]
    leading: frozenset[str]
    happening: frozenset[str]
    taken: frozenset[str]
    taking: frozenset[str]
    losing: frozenset[str]
    retaking: frozenset[str]
    moving: frozenset[str]
    searching: frozenset[str]
    settled: frozenset[str]
    shooting: frozenset[str]
    premises: frozenset[str]


@lru_cache(maxsize=1)
def load_localities() -> Localities:
    """The words."""
    data = read_yaml(_TABLE)
    return Localities(**{f.name: frozenset(data[f.name].split()) for f in fields(Localities)})


def is_locality(tree: Tree, phrase: Phrase, sense: Sense) -> bool:
    """Whether a phrase only says where: "in the Hale area", "on Mill Road"; ground that is taken; a town troops move on."""
    words, lemma = load_localities(), tree.lemma(phrase.head).lower()
    if lemma in words.never:
        return not (_is_held(tree, phrase) or (sense.type in _STRIKING and _is_edge_struck(tree, phrase)))
    if sense.type in _STRIKING and (_is_scene(tree, phrase, sense.id) or _is_channel(tree, phrase)):
        return True
    if sense.id in words.searching and tree.case(phrase.head) == "in" and lemma in words.taken | words.named:
        return True
    if sense.id in words.taking | words.moving and lemma in words.taken:
        return True
    placed = tree.is_named(phrase.head, "place")
    arrested = "arrest" in sense.modes and tree.case(phrase.head) in _SPOTS  # "made an arrest on Elm Street"
    return placed and (sense.id in words.moving or arrested)


def is_place(tree: Tree, phrase: Phrase, table: ActorTable) -> bool:
    """Whether a phrase names a place that stands for nobody listed, or ground and settlements by a word of their own ("the same town")."""
    words = load_localities()
    if tree.tokens[phrase.head].upos == "NOUN" and tree.lemma(phrase.head) in words.settled | words.never:
        return True
    name = next((n for n in tree.sentence.names if n.kind == "place" and n.first <= phrase.head < n.last), None)
    if name is None or table.capital(tree.tokens[phrase.head].text) is not None:
        return False
    spelled = " ".join(tree.tokens[i].text for i in range(name.first, name.last))
    return kind_of_phrase(tree, phrase, table) == "unknown" and not table.find(spelled)


def is_where_shot(tree: Tree, phrase: Phrase, sense: Sense) -> bool:
    """ "Opened fire at a bakery", "a shooting at the Elm plant": where people were shot, unless nobody else is told of.

    "The offices of the paper" are aimed at.
    """
    words = load_localities()
    if tree.tokens[phrase.head].upos == "NOUN" and any(case == "of" for case, _ in tree.preps(phrase.head)):
        return False
    first = _first_joined(tree, phrase.head)
    return sense.id in words.shooting and tree.case(first) in {"at", "in", "inside"} and tree.lemma(phrase.head).lower() in words.premises


def is_link(tree: Tree, phrase: Phrase) -> bool:
    """ "In anticipation of the storm", "in support of the strike", "on a tip about rebels": words that only link."""
    words, lemma = load_localities(), tree.lemma(phrase.head)
    return lemma in {"in": words.linking, "on": words.leading}.get(tree.case(phrase.head), ())


def _is_scene(tree: Tree, phrase: Phrase, sense: str) -> bool:
    """A name of a place after "in", or after "at" and "near" where that need not be aimed at; a street or square after any."""
    i, words = phrase.head, load_localities()
    case = tree.case(_first_joined(tree, i))
    if tree.tokens[i].upos == "NOUN" and tree.lemma(i) in words.named and case in {"in", "near", "inside", "around", "at"}:
        spot = any(n.kind == "place" and phrase.first <= n.first < i for n in tree.sentence.names)
        return spot and (case != "at" or sense in words.happening)  # "a bomb went off in Okoro village"
    if tree.tokens[i].upos != "PROPN" or not case or case not in {"in", "at", "near", "on", "outside", "inside", "around"}:
        return False
    if tree.lemma(i) in words.named and phrase.last - phrase.first > 1:
        return True
    if is_thing(tree.lemma(i)):
        return False
    kinds = {n.kind for n in tree.sentence.names if n.first <= i < n.last}
    return not kinds - {"place"} and (case == "in" or (sense in words.happening and case != "on"))


def _is_channel(tree: Tree, phrase: Phrase) -> bool:
    """ "Claimed the attack on Telegram", "showed the killing on state television"; "an attack on the television" is on a body."""
    bare = not tree.children(phrase.head, "det", "case:poss") and tree.case(phrase.head) in {"on", "via"}
    return bare and tree.tokens[phrase.last - 1].text.lower() in load_localities().channels


def _first_joined(tree: Tree, i: int) -> int:
    """The first of a list, which bears its preposition ("in Gao and Mopti")."""
    while tree.rel(i) == "conj" and tree.tokens[i].head >= 0:
        i = tree.tokens[i].head
    return i


def _is_edge_struck(tree: Tree, phrase: Phrase) -> bool:
    """ "Shelled the outskirts of Mokha": what is struck itself, by the name of what it belongs to."""
    named = any(case == "of" and tree.tokens[n].upos == "PROPN" for case, n in tree.preps(phrase.head))
    return named and tree.rel(phrase.head) in {"obj", "nsubj:pass"}


def _is_held(tree: Tree, phrase: Phrase) -> bool:
    """ "The rebel-held area": whose ground it is stands in the words, and who strikes it strikes them."""
    return any(tree.tokens[i].text.lower().endswith(("held", "controlled")) for i in range(phrase.first, phrase.last))


def losers_of_ground(tree: Tree, i: int, sense: str, table: ActorTable) -> tuple[Phrase, ...]:
    """ "Retook the hill from the rebels": where ground changes hands, the armed side it is taken from."""
    if sense not in load_localities().losing:
        return ()
    return tuple(p for u in (i, *tree.children(i, "obj")) for p in _from(tree, u, table))


def _from(tree: Tree, i: int, table: ActorTable) -> tuple[Phrase, ...]:
    heads = [h for case, n in tree.preps(i) if case == "from" for h in tree.conjuncts(n)]
    armed = [p for p in map(tree.phrase, heads) if allows(("armed",), kind_of_phrase(tree, p, table))]
    places = (n for n in tree.sentence.names if n.kind == "place")
    placed = [n for n in places if not table.find(" ".join(t.text for t in tree.tokens[n.first : n.last]))]
    return tuple(p for p in armed if not any(n.first <= p.head < n.last for n in placed))


def are_ground(tree: Tree, phrases: Sequence[Phrase], sense: str, table: ActorTable) -> bool:
    """ "Retook Palmyra": whether all that is told to be taken is ground by its name."""
    taken = sense in load_localities().losing
    return taken and all(tree.tokens[p.head].upos == "PROPN" and is_place(tree, p, table) for p in phrases)


def losers_aimed_at(tree: Tree, i: int, table: ActorTable) -> tuple[Phrase, ...]:
    """ "An offensive to retake the town from the rebels": the armed side it is to be taken from."""
    aims = [c for c in tree.children(i, "acl", "advcl", "xcomp") if tree.lemma(c) in load_localities().retaking]
    towns = [o for c in aims for o in tree.children(c, "obj")]
    found = (p for c in (*aims, *towns, *(n for o in towns for _, n in tree.preps(o))) for p in _from(tree, c, table))
    return tuple(found)
