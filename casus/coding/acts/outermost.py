"""Outermost: which of a sentence's triggers stand by themselves, and which are only what another asked for."""

from __future__ import annotations

from collections.abc import Sequence

from casus.coding.acts.drafts import Draft
from casus.coding.acts.finding import Trigger
from casus.coding.syntax import Tree

_HURT = frozenset({"wounding"})
"""Senses whose complement is an act beside them ("injured in a clash with police")."""

_SIDES = frozenset({"between", "among", "of"})


def outermost(tree: Tree, triggers: Sequence[Trigger]) -> tuple[Trigger, ...]:
    """A trigger that is only the complement of another ("lodged protests", "vowed retaliation") is no act of its own.

    What somebody is accused of is ("attributed the ambush to the rebels").
    """
    triggers = _without_carriers(tree, triggers)
    over = [other for other in triggers if other.candidates[0][1].type != "ACCUSE" and other.candidates[0][1].id not in _HURT]
    inside = {t.token for t in triggers for other in over if other is not t and t.form == "noun"
              and other.token != t.token and t.token in (other.first, other.last - 1)}  # fmt: skip
    return tuple(t for t in triggers if t.token not in inside)


def told_once(tree: Tree, drafts: Sequence[Draft]) -> list[Draft]:
    """ "Signed a peace agreement", "prolonged emergency rule": of a verb and the noun behind its word, the one sure of its parties."""
    verbs = [d for d in drafts if d.trigger.form == "verb" and d.sense.type != "ACCUSE" and d.sense.id not in _HURT]
    pairs = [(v, n) for n in drafts if n.trigger.form == "noun" for v in verbs if v.token != n.token and _is_end(tree, n.token, v.trigger)]
    out = {id(n if _known(v) >= _known(n) else v) for v, n in pairs}
    return [d for d in drafts if id(d) not in out]


def _known(draft: Draft) -> tuple[bool, int]:
    return draft.certain, bool(draft.actors) + bool(draft.recipients)


def _without_carriers(tree: Tree, triggers: Sequence[Trigger]) -> tuple[Trigger, ...]:
    """ "Talks between the two opened", "a meeting of the parties was held": whose talks they are the noun says, the verb names nobody."""
    mutual = [t for t in triggers if t.form == "noun" and t.candidates[0][1].reciprocal]
    nouns = [t for t in mutual if any(case in _SIDES for case, _ in tree.preps(t.token))]
    bare = [
        v for v in triggers if v.form == "verb" and tree.agent(v.token) in {None, *(n.token for n in nouns)}
        and any(_is_end(tree, n.token, v) and n.candidates[0][1].id == v.candidates[0][1].id for n in nouns)
    ]  # fmt: skip
    return tuple(t for t in triggers if t not in bare)


def _is_end(tree: Tree, noun: int, other: Trigger) -> bool:
    """Whether a noun is what a trigger asked for, or the word it asked for stands before it ("signed a peace agreement")."""
    ends = {other.first, other.last - 1} - {other.token}
    return noun in ends or any(tree.tokens[e].head == noun and tree.rel(e) in {"compound", "amod"} for e in ends)
