"""Topics: what people protest about, and what they demand in protesting, is no second act (PLOVER manual, PROTEST)."""

from __future__ import annotations

from collections.abc import Sequence

from casus.coding.acts.drafts import Draft
from casus.coding.syntax import Tree

_ABOUT = frozenset({"against", "over", "about", "at"})


def is_topic_of_protest(tree: Tree, draft: Draft, drafts: Sequence[Draft]) -> bool:
    """What people protest about is no second act (PLOVER manual, PROTEST)."""
    for other in drafts:
        if other.sense.type == "PROTEST" and other is not draft:
            aims = [c for c in tree.children(other.token, "advcl", "xcomp") if tree.lemma(c) == "protest"]
            topics = {n for i in (other.token, *aims) for case, n in tree.preps(i) if case in _ABOUT}
            topics |= {n for n in tree.children(other.token, "obj") if tree.case(n) in {"against", "at"}}
            topics |= {n for c in aims for n in tree.children(c, "obj")}  # "marched to protest the killing of a colleague"
            if draft.token in topics or _is_under(tree, draft.token, other):
                return True
            if draft.sense.type == "REQUEST" and other.certain and _is_joined_to(tree, draft.token, other):
                return True
    return False


def _is_under(tree: Tree, token: int, other: Draft) -> bool:
    """ "Marches in Sake that night against the slaughter of the workers": whatever the parse hangs it on between."""
    told = {*range(other.trigger.first, other.trigger.last)}
    return tree.tokens[token].upos == "NOUN" and tree.case(token) == "against" and bool(told & {*tree.ancestors(token)})


def _is_joined_to(tree: Tree, token: int, other: Draft) -> bool:
    """ "Marched to demand his release", "blocked the road and demanded that ...": told of the doers of the other act, in its own clause."""
    over = token
    while tree.rel(over) in {"conj", "advcl", "xcomp", "acl"} and not tree.children(over, "nsubj", "nsubj:pass"):
        over = tree.tokens[over].head
        if over in {other.token, other.trigger.light}:
            return True
    return False
