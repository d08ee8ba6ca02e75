"""Topics: what people protest about, and what they demand in protesting, is no second act (PLOVER manual, PROTEST)."""

from __future__ import annotations

from collections.abc import Sequence

from casus.coding.acts.drafts import Draft
from casus.coding.syntax import Tree


def is_topic_of_protest(tree: Tree, draft: Draft, drafts: Sequence[Draft]) -> bool:
    """What people protest about is no second act (PLOVER manual, PROTEST)."""
    for other in drafts:
        if other.sense.type == "PROTEST" and other is not draft:
            topics = {n for case, n in tree.preps(other.token) if case in {"against", "over", "about", "at"}}
            topics |= {n for n in tree.children(other.token, "obj") if tree.case(n) in {"against", "at"}}
            aims = (c for c in tree.children(other.token, "advcl", "xcomp") if tree.lemma(c) == "protest")
            topics |= {n for c in aims for n in _whom(tree, c)}
            if draft.token in topics or (draft.sense.type == "REQUEST" and other.certain and _is_joined_to(tree, draft.token, other)):
                return True
    return False


def _whom(tree: Tree, protest: int) -> set[int]:
    """ "Marched to protest against the killing of a colleague"."""
    return {n for case, n in tree.preps(protest) if case in {"against", "over", "about", "at"}} | {*tree.children(protest, "obj")}


def _is_joined_to(tree: Tree, token: int, other: Draft) -> bool:
    """ "Marched to demand his release", "blocked the road and demanded that ...": told of the doers of the other act, in its own clause."""
    over = token
    while tree.rel(over) in {"conj", "advcl", "xcomp", "acl"} and not tree.children(over, "nsubj", "nsubj:pass"):
        over = tree.tokens[over].head
        if over in {other.token, other.trigger.light}:
            return True
    return False
