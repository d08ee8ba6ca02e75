"""Denied loss: "denied the town had fallen", "denied losing the base" denies what another says it took (coding rules, Status)."""

from __future__ import annotations

from casus.coding.syntax import Tree

FALLING = frozenset({"fall"})
LOSING = frozenset({"lose", "cede", "surrender", "abandon"})
_DEFINITE = frozenset({"the", "this", "that", "its", "their"})


def denied_loss(tree: Tree, verb: int) -> str | None:
    """The word by which a denial at `verb` says that a place told before was not lost, None where it says no such thing."""
    for clause in tree.children(verb, "ccomp", "xcomp"):
        lost = _lost(tree, clause)
        if lost is not None and _is_known_place(tree, lost) and not tree.denied(clause):
            return tree.lemma(clause)
    return None


def _lost(tree: Tree, clause: int) -> int | None:
    lemma = tree.lemma(clause)
    if lemma in FALLING:
        return next(iter(tree.children(clause, "nsubj")), None)
    return next(iter(tree.children(clause, "obj", "nsubj:pass")), None) if lemma in LOSING else None


def _is_known_place(tree: Tree, i: int) -> bool:
    """ "The town", "Bria"; not "some positions", nor what falls in price."""
    if tree.is_named(i, "place"):
        return True
    pronoun = tree.tokens[i].upos == "PRON" and tree.tokens[i].text.lower() in {"it", "them"}
    return pronoun or any(tree.tokens[c].text.lower() in _DEFINITE for c in tree.children(i, "det", "nmod:poss"))
