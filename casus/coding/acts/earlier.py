"""Earlier acts: what a sentence tells as having come before another act, and which is none of it.

"Turkey struck after five soldiers were killed in a clash", "shelled the town a day after a raid killed six", "in revenge for an air
strike": what was answered keeps its own dead, its own day and its own doers.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from casus.codebook.dates import load_dates
from casus.coding.syntax import Tree

EARLIER = "told as what came before"
"""The reason of an act that a sentence tells as what another one came after."""
_AFTER = frozenset({"after", "following"})
_SPANS = frozenset("minute hour day week fortnight month year decade".split())
_ANSWERS = frozenset({"revenge", "retaliation", "reprisal", "response", "vengeance"})
_KNOWN_BY = frozenset("suspect witness widow widower survivor mastermind perpetrator organiser organizer planner convict".split())
_CHARGED = frozenset({"suspect", "accuse", "want", "convict", "believe", "charge"})
_FIGHTS = frozenset("shootout shoot-out gunfight gunbattle firefight clash standoff chase siege battle encounter exchange".split())
_AVENGING = frozenset({"avenge", "revenge"})
_OF_ANSWER = frozenset({"for", "to"})


def came_before(tree: Tree, earlier: int, later: int, *, harm: bool) -> bool:
    """Whether the act at `earlier` is told as what the one at `later` came after.

    `harm`: whether it tells that somebody was hurt; "stormed the base after a bomber blew up the gate" is one attack.
    """
    return any(_is_over(tree, over, later) and (harm or sure) for over, sure in _after_what(tree, earlier))


def is_told_of_place(tree: Tree, harm: int, tokens: Iterable[int]) -> bool:
    """ "In Gao, where floods killed 40, gunmen shot a trader": what a place named before the acts is known for is none of them."""
    for i in (harm, *tree.ancestors(harm)):
        where = tree.rel(i) == "acl:relcl" and any(tree.lemma(c) == "where" for c in tree.children(i, "advmod"))
        if where and all(t > max(tree.subtree(i)) for t in tokens):
            return True
    return False


def words_of_earlier(tree: Tree, token: int) -> frozenset[int]:
    """The words that tell of what came before, for its day and its place; all of the sentence where nothing parts them."""
    for i in (token, *tree.ancestors(token)):
        if _mark(tree, i) is not None or (tree.tokens[i].head >= 0 and tree.lemma(tree.tokens[i].head) in _ANSWERS | _AVENGING):
            return frozenset(tree.subtree(i))
    return frozenset(range(len(tree)))


def _after_what(tree: Tree, token: int) -> Iterator[tuple[int, bool]]:
    """What an act came before: the words it hangs on, and whether they say for certain that it was another."""
    for i in (token, *tree.ancestors(token)):
        over = tree.tokens[i].head
        if over < 0:
            return
        if (mark := _mark(tree, i)) is not None:
            if tree.tokens[i].upos == "VERB" or tree.is_clause(i):
                yield over, _is_measured(tree, mark)
            elif tree.lemma(i) not in _FIGHTS:
                yield over, True
        if tree.case(i) == "over" and tree.tokens[i].upos == "NOUN" and tree.lemma(over) in load_dates().following_up:
            yield over, True  # "executed a man over the killing of a guard"
        if _is_known_by(tree, i, over):
            yield over, True
        if tree.lemma(over) in _AVENGING and tree.rel(i) == "obj":
            yield from ((x, True) for x in (over, tree.tokens[over].head, *tree.children(over, "advcl", "conj")) if x >= 0)
        if tree.lemma(over) in _ANSWERS and tree.case(i) in _OF_ANSWER and tree.tokens[over].head >= 0:
            yield tree.tokens[over].head, True


def _is_known_by(tree: Tree, i: int, over: int) -> bool:
    """ "The suspect in the murder of a student was shot dead", "a man suspected of killing a guard": by what somebody is known."""
    if tree.rel(i) == "nmod" and tree.lemma(over) in _KNOWN_BY and tree.case(i) in {"in", "to", "of", "behind"}:
        return True
    charged = tree.rel(i) == "acl" and tree.tokens[i].xpos == "VBN" and tree.lemma(i) in _CHARGED
    return charged and bool(tree.children(i, "advcl", "xcomp", "obl"))


def _mark(tree: Tree, i: int) -> int | None:
    """The "after" of a clause with a subject of its own, or of a noun; None where there is none."""
    subjects = tree.children(i, "nsubj", "nsubj:pass")
    inside = tree.children(i, "mark", "case") + tuple(c for s in subjects for c in tree.children(s, "case"))
    marks = [m for m in inside if tree.tokens[m].text.lower() in _AFTER]
    if not marks or tree.rel(i) not in {"advcl", "obl", "nmod", "parataxis"} or (tree.tokens[i].upos == "VERB" and not subjects):
        return None
    return marks[0]


def _is_measured(tree: Tree, mark: int) -> bool:
    """ "A day after", "two weeks after"."""
    return mark > 0 and tree.lemma(mark - 1) in _SPANS


def _is_over(tree: Tree, over: int, later: int) -> bool:
    """Whether an act is told by the clause on which what came before hangs."""
    return over == later or tree.predicates[later] == tree.predicates[over]
