"""Denied loss: "denied the town had fallen", "said the town was still in its hands" denies what another says it took.

See coding rules, Status.
"""

from __future__ import annotations

from casus.coding.syntax import Tree

FALLING = frozenset({"fall"})
LOSING = frozenset({"lose", "cede", "surrender", "abandon"})
_HANDS = frozenset({"control", "hand", "hands"})
_STAYING = frozenset({"remain", "stay"})
_DEFINITE = frozenset({"the", "this", "that", "its", "their"})


def denied_loss(tree: Tree, verb: int) -> str | None:
    """The word by which a denial at `verb` says that a place told before was not lost, None where it says no such thing."""
    for clause in tree.children(verb, "ccomp", "xcomp"):
        lost = _lost(tree, clause)
        if lost is not None and _is_known_place(tree, lost) and not tree.denied(clause):
            return tree.lemma(clause)
    return None


def kept_place(tree: Tree, verb: int) -> str | None:
    """The word by which a saying at `verb` tells that a place told before is not lost: "had not fallen", "remained in its hands"."""
    for clause in tree.children(verb, "ccomp"):
        lost = _lost(tree, clause)
        if lost is not None and _is_known_place(tree, lost) and tree.denied(clause):
            return tree.lemma(clause)
        if lost is None and not tree.denied(clause) and _is_held_still(tree, clause):
            return "fall"
    return None


def _is_held_still(tree: Tree, clause: int) -> bool:
    """ "Was still in control of the town", "the town remained in government hands", "under its control"."""
    held = [clause, *(n for _, n in tree.preps(clause))]
    in_hands = any(tree.lemma(n) in _HANDS and tree.case(n) in {"in", "under"} for n in held)
    still = tree.lemma(clause) in _STAYING or any(tree.lemma(c) == "still" for c in tree.children(clause, "advmod"))
    places = [s for s in tree.children(clause, "nsubj") if _is_known_place(tree, s)]
    places += [n for h in held for case, n in tree.preps(h) if case == "of" and _is_known_place(tree, n)]
    return in_hands and still and bool(places)


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
