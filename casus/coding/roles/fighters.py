"""Fighters: the sides of a fight that only the clause over it names ("troops drove the rebels out of the town in heavy fighting")."""

from __future__ import annotations

from casus.codebook.actors import ActorTable
from casus.coding.acts.finding import Trigger
from casus.coding.roles.bearers import phrases_of
from casus.coding.roles.guards import allows
from casus.coding.roles.parties import kind_of_phrase
from casus.coding.syntax import Phrase, Tree

_DURING = frozenset({"in", "after", "following", "during", "amid"})


def fighters_over(tree: Tree, trigger: Trigger, table: ActorTable) -> tuple[tuple[Phrase, ...], tuple[Phrase, ...]]:
    """The armed subject and the armed object of the verb that a noun for a fight hangs on; nobody where its subject is not armed."""
    over = tree.tokens[trigger.token].head
    if trigger.form != "noun" or over < 0 or tree.case(trigger.token) not in _DURING:
        return (), ()
    if tree.tokens[over].upos != "VERB" or tree.passive(over):
        return (), ()
    acted = _armed(tree, tree.agent(over), table)
    return acted, _armed(tree, tree.patient(over), table) if acted else ()


def _armed(tree: Tree, head: int | None, table: ActorTable) -> tuple[Phrase, ...]:
    named = (p for p in phrases_of(tree, head) if tree.tokens[p.head].upos != "PRON")
    return tuple(p for p in named if allows(("armed",), kind_of_phrase(tree, p, table)))
