"""Asides: what a writer tells of somebody named in another's words, in a clause set off from them.

"A former judge says the police must explain the charge against Ana Sol, who was arrested last week": the arrest is the writer's.
Only what befell somebody named, at a time of its own, and blames nobody; every other clause stays with who speaks.
"""

from __future__ import annotations

from casus.codebook.dates import load_dates
from casus.coding.speech.content import is_set_off
from casus.coding.syntax import Tree

_QUOTES = frozenset({'"', "“", "”", "''", "``", "‘"})
_BEFORE_UNIT = frozenset({"last", "this", "previous", "earlier"})


def is_aside(tree: Tree, token: int, scope: frozenset[int]) -> bool:
    """Whether the act at `token` is told by the writer amid what somebody says (`scope`)."""
    clause = _bracket(tree, tree.predicates[token])
    head = tree.tokens[clause].head
    if tree.rel(clause) == "acl" and _is_bracket(tree, clause):
        return head in scope and not any(t.text in _QUOTES for t in tree.tokens)
    if tree.rel(clause) != "acl:relcl" or head not in scope or not (is_set_off(tree, clause) or _is_beside(tree, head)):
        return False
    if not tree.passive(clause) or tree.agent(clause) is not None or any(t.text in _QUOTES for t in tree.tokens):
        return False
    return _is_named(tree, head) and any(_is_time(tree, i) for i in tree.subtree(clause))


def _bracket(tree: Tree, clause: int) -> int:
    """ "Ana Sol, held since 2023, when agents seized her,": the participle that a clause of time hangs on, else the clause itself."""
    over = tree.tokens[clause].head
    when = any(tree.tokens[c].text.lower() == "when" for c in tree.children(clause, "mark", "advmod"))
    return over if tree.rel(clause) == "advcl" and when and over >= 0 and _is_bracket(tree, over) else clause


def _is_bracket(tree: Tree, clause: int) -> bool:
    """ "Ana Sol, held since late 2023, ...": a participle between commas at a name that something else is told of, with its time."""
    head, below = tree.tokens[clause].head, tree.subtree(clause)
    if tree.rel(clause) != "acl" or tree.tokens[clause].xpos != "VBN" or tree.agent(clause) is not None or not is_set_off(tree, clause):
        return False
    closed = below[-1] + 1 < len(tree) and "," in {tree.tokens[below[-1]].text, tree.tokens[below[-1] + 1].text}
    subject = tree.rel(head).startswith("nsubj") and tree.tokens[head].head > clause
    return closed and subject and _is_named(tree, head) and any(_is_time(tree, i) for i in below)


def _is_beside(tree: Tree, noun: int) -> bool:
    """ "Ana Sol, a teacher who was shot in 2012": the noun stands beside a name, set off from it."""
    return tree.rel(noun) == "appos" and is_set_off(tree, noun)


def _is_named(tree: Tree, i: int) -> bool:
    """A name, a noun with one ("the leader Ana Sol"), a noun beside one ("Ana Sol, the leader")."""
    beside = [*tree.children(i, "appos", "nmod:desc", "flat"), *([tree.tokens[i].head] if tree.rel(i) == "appos" else [])]
    return any(tree.tokens[c].upos == "PROPN" for c in (i, *beside))


def _is_time(tree: Tree, i: int) -> bool:
    """A weekday, a month, a year, "last week"."""
    words, text = load_dates(), tree.tokens[i].text
    if text[:1].isupper() and (text.lower() in words.weekdays or text.lower() in words.months):
        return True
    if len(text) == 4 and text.isdigit():
        return True
    return i > 0 and text.lower() in {"week", "month", "year"} and tree.tokens[i - 1].text.lower() in _BEFORE_UNIT
