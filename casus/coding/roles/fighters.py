"""Fighters: the sides of a fight that only the clause over it names ("troops drove the rebels out of the town in heavy fighting")."""

from __future__ import annotations

from casus.codebook.actors import ActorTable
from casus.coding.acts.finding import Trigger
from casus.coding.roles.bearers import phrases_of
from casus.coding.roles.guards import allows
from casus.coding.roles.parties import kind_of_phrase
from casus.coding.syntax import Phrase, Tree

_SLAYING = frozenset("kill massacre slay murder slaughter behead execute shoot hack wound injure rape".split())
_COMING = frozenset("enter burst storm descend invade barge swoop overrun surround".split())
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


def who_came(tree: Tree, trigger: Trigger, table: ActorTable) -> tuple[Phrase, ...]:
    """ "Three villagers were killed when militiamen entered the camp": the armed who came are who killed."""
    i = trigger.token
    if trigger.form != "verb" or tree.lemma(i) not in _SLAYING or not tree.passive(i):
        return ()
    for clause in tree.children(i, "advcl"):
        if tree.lemma(clause) in _COMING and any(tree.lemma(m) in {"when", "as", "after"} for m in tree.children(clause, "mark", "advmod")):
            return tuple(p for p in _armed(tree, tree.agent(clause), table) if not tree.children(p.head, "nmod:poss"))
    return ()


def _armed(tree: Tree, head: int | None, table: ActorTable) -> tuple[Phrase, ...]:
    named = (p for p in phrases_of(tree, head) if tree.tokens[p.head].upos != "PRON")
    return tuple(p for p in named if allows(("armed",), kind_of_phrase(tree, p, table)))
