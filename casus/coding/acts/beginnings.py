"""Beginnings: an attack told as how the one told before came about is that one ("the clash began when rebels fired on a patrol")."""

from __future__ import annotations

from casus.codebook.occasions import load_occasions
from casus.coding.syntax import Tree

BEGUN = "told as how what was told before began"
"""The reason of such an act; it points back (casus/merge/sight.py)."""
_COMING_ABOUT = frozenset("begin start erupt ensue commence break occur happen take".split())
_WHEN = frozenset({"when", "as"})
_POINTING = frozenset({"the", "this", "that"})


def tells_beginning(tree: Tree, token: int) -> bool:
    """Whether an act stands in the clause that says when something known already came about."""
    for i in (token, *tree.ancestors(token)):
        over = tree.tokens[i].head
        if over < 0:
            return False
        marked = {tree.tokens[c].text.lower() for c in tree.children(i, "mark", "advmod")} & _WHEN
        if tree.rel(i) == "advcl" and marked:
            return tree.lemma(over) in _COMING_ABOUT and _is_known_occasion(tree, tree.subject(over))
    return False


def _is_known_occasion(tree: Tree, subject: int | None) -> bool:
    """ "The clash", "this incident"; not "a clash"."""
    words = load_occasions()
    if subject is None or tree.lemma(subject) not in words.occasions | words.two_sided:
        return False
    return any(tree.tokens[c].text.lower() in _POINTING for c in tree.children(subject, "det"))
