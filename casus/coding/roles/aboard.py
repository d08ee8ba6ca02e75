"""Those aboard: people in a vehicle that was struck, stopped or seized are whom it was done to, beside the vehicle.

"Rebels ambushed a bus carrying 40 pilgrims", "a bomb hit the car in which the minister was travelling", "a boat with 12 fishermen aboard".
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache
from pathlib import Path

import casus.codebook
from casus.codebook.yaml_files import read_yaml
from casus.coding.acts.drafts import Draft
from casus.coding.harm.people import is_somebody
from casus.coding.roles.bearers import phrases_of
from casus.coding.roles.parties import make_party
from casus.coding.scene import Scene
from casus.coding.syntax import Phrase, Tree
from casus.model.actor import Party

_TABLE = Path(casus.codebook.__file__).with_name("aboard.yaml")
_RULE = "aboard what was struck"
_CLAUSES = ("acl", "acl:relcl")
_HOLDING = frozenset({"in", "on", "aboard", "inside"})


@lru_cache(maxsize=1)
def _words() -> dict[str, frozenset[str]]:
    return {name: frozenset(listed.split()) for name, listed in read_yaml(_TABLE).items()}


def with_aboard(scene: Scene, draft: Draft) -> Draft:
    """The draft with the people told to be in a vehicle among its recipients, but who are told to be harmed there already."""
    if draft.sense.type not in {"ASSAULT", "COERCE"}:
        return draft
    tree = scene.tree
    known = {p.evidence.start for p in (*draft.recipients, *draft.actors)}
    struck = {tree.lemma(i) for p in draft.recipients for i in _tokens(tree, p)}
    added: list[Party] = []
    for head in dict.fromkeys(h for p in draft.recipients for v in _tokens(tree, p) for h in _aboard(tree, v)):
        people = (_without_inside(tree, p) for p in phrases_of(tree, head) if is_somebody(tree, p.head, scene.book.harm))
        if tree.lemma(head) not in struck:
            parties = (make_party(scene.report, tree, p, role="recipient", table=scene.book.actors, rule=_RULE) for p in people)
            added += [p for p in parties if p.evidence.start not in known]
    return replace(draft, recipients=(*draft.recipients, *added)) if added else draft


def _without_inside(tree: Tree, phrase: Phrase) -> Phrase:
    """ "12 fishermen" of "12 fishermen aboard"."""
    last = next((i for i in range(phrase.head + 1, phrase.last) if tree.tokens[i].text.lower() in _words()["inside"]), phrase.last)
    return Phrase(phrase.first, last, phrase.head)


def _tokens(tree: Tree, party: Party) -> list[int]:
    return [i for i, t in enumerate(tree.tokens) if party.evidence.start <= t.start < party.evidence.end]


def _aboard(tree: Tree, vehicle: int) -> Iterator[int]:
    """The nouns for who is in a vehicle, by what hangs on its noun."""
    if tree.lemma(vehicle) not in _words()["vehicles"]:
        return
    for clause in tree.children(vehicle, *_CLAUSES):
        if tree.lemma(clause) in _words()["carrying"] and not tree.passive(clause) and tree.subject(clause) in {vehicle, None}:
            yield from tree.children(clause, "obj")
        elif tree.lemma(clause) in _words()["riding"] and _is_held(tree, clause):
            yield from tree.children(clause, "nsubj")
    for c in tree.children(vehicle, "amod"):
        if tree.lemma(c) in _words()["full"]:
            yield from (n for case, n in tree.preps(c) if case in {"of", "with"})
    yield from (n for case, n in tree.preps(vehicle) if case == "of" and tree.tokens[n].xpos == "NNS")
    yield from _with(tree, vehicle)


def _is_held(tree: Tree, clause: int) -> bool:
    """ "In which she was travelling"."""
    return any(case in _HOLDING and tree.lemma(n) in {"which", "that"} for case, n in tree.preps(clause))


def _with(tree: Tree, vehicle: int) -> Iterator[int]:
    """ "With 12 fishermen aboard", "with workers of a plant on board"."""
    over = tree.tokens[vehicle].head
    for at in (vehicle, over) if over >= 0 else (vehicle,):
        for case, n in tree.preps(at):
            if case == "with" and n > vehicle and _is_inside(tree, n):
                yield n


def _is_inside(tree: Tree, noun: int) -> bool:
    end = max(tree.subtree(noun))
    behind = [t.text.lower() for t in tree.tokens[noun + 1 : end + 3]]
    return bool({*behind[: end - noun + 1]} & _words()["inside"]) or behind[end - noun : end - noun + 2] == ["on", "board"]
