"""Dealt with: an act of talking told only as what another act of its sentence deals with is no second act.

Talks that are broken off ("broke off the talks it had been holding"), and the plan of a meeting that is told itself ("plans to visit").
Nor is the coming of those who then use force ("entered the village and took away two brothers").
"""

from __future__ import annotations

from collections.abc import Sequence

from casus.coding.acts.drafts import Draft
from casus.coding.syntax import SUBJECTS, Tree

_BREAKING = "break-off"
_COMING = frozenset("enter arrive come move roll pour ride drive land circle fly reach cross".split())
_OF_FORCE = frozenset({"ASSAULT", "COERCE"})
_INSIDE = frozenset({"obj", "obl", "nmod", "nsubj:pass", "acl:relcl", "acl"})
"""How what is broken off hangs on its verb ("its participation in talks held in Gao")."""


def is_dealt_with(tree: Tree, draft: Draft, drafts: Sequence[Draft]) -> bool:
    """Whether an act is the talks that another breaks off, or the plan of a meeting that is told itself."""
    if draft.sense.type == "CONSULT":
        broken = any(d.sense.id == _BREAKING and d.trigger.form == "verb" and _is_inside(tree, draft.token, d.token) for d in drafts)
        return broken or _is_aim_of_visit(tree, draft, drafts)
    if draft.sense.type == "MOBILIZE":
        return any(_is_way_in(tree, draft, d) for d in drafts)
    if draft.sense.type != "AGREE" or draft.trigger.form != "verb" or tree.lemma(draft.token) != "plan":
        return False
    return any(d.sense.type == "CONSULT" and d.certain and d.token in tree.children(draft.token, "xcomp") for d in drafts)


def _is_aim_of_visit(tree: Tree, draft: Draft, drafts: Sequence[Draft]) -> bool:
    """ "Visited Sanaa for talks with rebel leaders": what the visit is for, and not met by itself."""
    if draft.trigger.form != "noun" or tree.case(draft.token) != "for":
        return False
    over = [tree.tokens[draft.token].head, *tree.ancestors(tree.tokens[draft.token].head)] if tree.tokens[draft.token].head >= 0 else []
    return any(d.sense.type == "CONSULT" and "visit" in d.sense.modes and d.certain and d.token in over for d in drafts)


def _is_way_in(tree: Tree, draft: Draft, other: Draft) -> bool:
    """ "Entered the village and burned it", "a plane circled over the town and dropped bombs": how those came who did it."""
    if draft.trigger.form != "verb" or tree.lemma(draft.token) not in _COMING or other.sense.type not in _OF_FORCE:
        return False
    then = [c for c in tree.children(draft.token, "conj", "advcl") if tree.tokens[c].upos == "VERB" and not tree.children(c, *SUBJECTS)]
    return other.mood.kind == draft.mood.kind and any(other.token in tree.subtree(c) for c in then)


def _is_inside(tree: Tree, i: int, verb: int) -> bool:
    """Whether a word hangs on a verb by what the verb is done to."""
    while i != verb and tree.tokens[i].head >= 0 and tree.rel(i) in _INSIDE:
        i = tree.tokens[i].head
    return i == verb
