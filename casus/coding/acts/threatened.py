"""Threatened: what a threat says will be done is its content, no second act ("warned that it would attack any convoy")."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from casus.coding.acts.drafts import Draft
from casus.coding.syntax import Tree

_OF_FORCE = frozenset({"ASSAULT", "COERCE", "SANCTION", "MOBILIZE"})


def is_threatened(tree: Tree, draft: Draft, drafts: Sequence[Draft]) -> bool:
    """Whether an act of force is what another of the sentence threatens."""
    return any(draft in _contents(tree, other, drafts) for other in drafts)


def with_threatened(tree: Tree, draft: Draft, drafts: Sequence[Draft]) -> Draft:
    """A threat against nobody in its own words is against those whom its content would befall."""
    if draft.sense.type != "THREATEN" or draft.recipients:
        return draft
    found = next((d.recipients for d in _contents(tree, draft, drafts) if d.recipients), ())
    taken = (replace(p, evidence=p.evidence.as_field("recipient", "whom the threatened act would befall")) for p in found)
    return replace(draft, recipients=tuple(taken))


def _contents(tree: Tree, threat: Draft, drafts: Sequence[Draft]) -> list[Draft]:
    if threat.sense.type != "THREATEN" or threat.trigger.form != "verb" or not threat.certain:
        return []
    said = {j for clause in tree.children(threat.token, "ccomp", "xcomp") for j in tree.subtree(clause)}
    return [d for d in drafts if d is not threat and d.sense.type in _OF_FORCE and d.token in said and _is_to_come(tree, d)]


def _is_to_come(tree: Tree, draft: Draft) -> bool:
    """ "Would burn them", "will not hesitate to burn them"."""
    over = tree.tokens[draft.token].head
    return draft.mood.kind == "planned" or (over >= 0 and tree.lemma(over) == "hesitate")
