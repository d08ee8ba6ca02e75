"""Localities: words that say where an act was, and are nobody it was done to (localities.yaml)."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

import casus.codebook.frames
from casus.codebook.actors import ActorTable
from casus.codebook.yaml_files import read_yaml
from casus.coding.guards import allows
from casus.coding.parties import kind_of_phrase
from casus.coding.syntax import Phrase, Tree

_TABLE = Path(casus.codebook.frames.__file__).with_name("localities.yaml")


@dataclass(frozen=True, slots=True)
class Localities:
    """The words of localities.yaml: never a party; no party of some senses; those senses."""

    never: frozenset[str]
    taken: frozenset[str]
    taking: frozenset[str]
    moving: frozenset[str]


@lru_cache(maxsize=1)
def load_localities() -> Localities:
    """The words."""
    data = read_yaml(_TABLE)
    return Localities(*(frozenset(data[key].split()) for key in ("never", "taken", "taking", "moving")))


def is_locality(tree: Tree, phrase: Phrase, sense: str) -> bool:
    """Whether a phrase only says where: "in the Hale area", "on Mill Road"; ground that is taken; a town troops move on."""
    words, lemma = load_localities(), tree.lemma(phrase.head).lower()
    if lemma in words.never:
        return not _is_held(tree, phrase)
    if sense in words.taking | words.moving and lemma in words.taken:
        return True
    placed = any(n.kind == "place" and n.first <= phrase.head < n.last for n in tree.sentence.names)
    return sense in words.moving and placed


def _is_held(tree: Tree, phrase: Phrase) -> bool:
    """ "The rebel-held area": whose ground it is stands in the words, and who strikes it strikes them."""
    return any(tree.tokens[i].text.lower().endswith(("held", "controlled")) for i in range(phrase.first, phrase.last))


def losers_of_ground(tree: Tree, i: int, sense: str, table: ActorTable) -> tuple[Phrase, ...]:
    """ "Retook the hill from the rebels": where ground changes hands, the armed side it is taken from."""
    if sense not in load_localities().taking:
        return ()
    under = (i, *tree.children(i, "obj"))
    heads = [h for u in under for case, n in tree.preps(u) if case == "from" for h in tree.conjuncts(n)]
    phrases = [tree.phrase(h) for h in heads if not any(n.kind == "place" and n.first <= h < n.last for n in tree.sentence.names)]
    return tuple(p for p in phrases if allows(("armed",), kind_of_phrase(tree, p, table)))
