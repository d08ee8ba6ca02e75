"""Aimed at: whom shots or gas were meant for where only another clause says so."""

from __future__ import annotations

from casus.coding.acts.finding import Trigger
from casus.coding.roles.bearers import phrases_of
from casus.coding.roles.strays import is_flung
from casus.coding.syntax import Phrase, Tree

SHOOTING = frozenset({"shooting", "firing", "crowd-control"})
"""The senses of shots and gas."""
_CORNERING = frozenset("surround encircle intercept stop corner chase confront approach ambush waylay".split())
_DRIVING_OFF = frozenset("disperse scatter repel quell break clear drive push chase evict remove".split())


def is_ammunition(tree: Tree, trigger: Trigger, phrase: Phrase) -> bool:
    """Whether a phrase is what was fired or thrown, nobody it was fired at; what was shot down was."""
    words = (t.text.lower() for t in tree.tokens[trigger.first : trigger.last + 1])
    return trigger.form == "verb" and "down" not in words and is_flung(tree, trigger.token, phrase)


def aimed_at(tree: Tree, trigger: Trigger) -> tuple[Phrase, ...]:
    """Whom the verb before cornered, or whom it was done to drive off."""
    return (_surrounded(tree, trigger.token) or _driven_off(tree, trigger.token)) if trigger.form == "verb" else ()


def _surrounded(tree: Tree, i: int) -> tuple[Phrase, ...]:
    """ "Surrounded the rebels and opened fire": fire opened at nobody named is at whom the verb before it cornered."""
    before = tree.tokens[i].head
    if tree.rel(i) != "conj" or before < 0 or tree.lemma(before) not in _CORNERING or tree.passive(before):
        return ()
    return phrases_of(tree, tree.patient(before))


def _driven_off(tree: Tree, i: int) -> tuple[Phrase, ...]:
    """ "Fired tear gas to disperse teachers": whom it was to drive off."""
    aims = [c for c in tree.children(i, "advcl", "xcomp") if tree.lemma(c) in _DRIVING_OFF and tree.children(c, "mark")]
    return phrases_of(tree, tree.patient(aims[0])) if aims else ()
