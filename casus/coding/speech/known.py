"""What somebody's words take for known: acts that a clause of saying names or points back to and does not itself tell.

"The toll from Wednesday's blast has risen, a doctor said" says that a toll rose; "asked who shot the mayor" asks after who. Grammar alone
does not make such an act the writer's word (casus/resolve/likely_said.py asks the encoder too).
"""

from __future__ import annotations

from casus.coding.speech.reach import is_pointed_at
from casus.coding.syntax import Tree

_TIMES = frozenset({"when", "after", "before", "since", "until", "while", "once", "as"})
_ASKING = frozenset({"who", "whom", "whose", "what", "which", "where", "when", "why", "how"})
_TELLING = frozenset(
    "report announce allege claim deny describe confirm cite mention recall reveal record document speak talk tell know say warn".split()
)
"""Verbs that tell an act by a noun beside them ("spoke of clashes", "reported an attack")."""
NAMED = "named by a noun"


def taken_as_known(tree: Tree, token: int) -> str:
    """How the words of an act only name it or point back to it; empty where they tell it."""
    if tree.tokens[token].upos in {"NOUN", "PROPN"} and _is_named(tree, token):
        return NAMED
    clause = tree.predicates[token]
    relation = tree.rel(clause)
    if relation == "acl:relcl" or (relation == "acl" and tree.tokens[clause].xpos == "VBN"):
        return "told in a relative clause"
    marks = {tree.tokens[c].text.lower() for c in tree.children(clause, "mark", "advmod")}
    if relation == "advcl" and marks & _TIMES:
        return "told in a clause of time"
    return "told in a question asked after" if relation in {"ccomp", "advcl"} and _asks(tree, clause) else ""


def _is_named(tree: Tree, noun: int) -> bool:
    """Pointed at, somebody's own, or hung on other words; not what a verb of telling tells of ("spoke of clashes")."""
    if is_pointed_at(tree, noun) or tree.children(noun, "nmod:poss"):
        return True
    over = tree.tokens[noun].head
    return tree.rel(noun) in {"obl", "nmod"} and not (tree.rel(noun) == "obl" and over >= 0 and tree.lemma(over) in _TELLING)


def _asks(tree: Tree, clause: int) -> bool:
    first = min(tree.subtree(clause))
    return tree.tokens[first].head == clause and tree.tokens[first].text.lower() in _ASKING
