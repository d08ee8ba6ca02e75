"""Counted again: the people a bare number counts where the verb before says who they are ("killed eight rebels and captured two")."""

from __future__ import annotations

from casus.coding.syntax import Tree

_NO_NAMES = frozenset({"other", "more"})
"""Words for further ones of those told of."""
_BEFALLEN = ("obj", "nsubj:pass")


def noun_meant(tree: Tree, i: int) -> int | None:
    """The noun for those whom a bare number, or "six others", counts: whom the verb befell to which the number's own is joined."""
    verb, token = tree.tokens[i].head, tree.tokens[i]
    if verb < 0 or token.deprel not in _BEFALLEN or tree.rel(verb) != "conj" or any(case == "of" for case, _ in tree.preps(i)):
        return None
    if token.upos != "NUM" and not (tree.lemma(i) in _NO_NAMES and tree.children(i, "nummod")):
        return None
    over = tree.tokens[verb].head
    while over >= 0 and tree.tokens[over].upos == "VERB":
        found = tree.patient(over) if tree.patient(over) is not None else tree.subject(over)
        if found is not None and found != i and tree.tokens[found].xpos == "NNS" and tree.lemma(found) not in _NO_NAMES:
            return found if found < i else None
        if tree.rel(over) != "conj":
            return None
        over = tree.tokens[over].head
    return None
