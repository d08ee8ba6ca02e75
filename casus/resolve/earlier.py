"""Signs in a sentence that an act was done before what the sentence tells: pluperfect, "comes after", "convicted of", "a prior raid"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from casus.codebook.layers import load_layers
from casus.coding.dependencies import RELATIVE
from casus.coding.syntax import Tree
from casus.model.claim import Claim, Layer

_SAID = frozenset({"ccomp", "parataxis"})
_KNOWN = frozenset({"the", "this", "that", "these", "those"})
_STEM = 4
_OF_AGE = frozenset({"-", "‐", "‑", "old"})
"""Behind the unit of an age: "a 4-year-old died after being shot"."""
_AFTER = "what was done some time after it"
_HAD = "had been done before what is told"
_PRIOR = "called an earlier one"
_BEHIND = "what the news comes after"
_JUDGED = "what a court judges or people remember"
_ENDED = "what somebody told of in the news had gone through"
OVER_DATES = frozenset({_AFTER, _BEHIND, _JUDGED, _ENDED})
"""Signs of an earlier act that a date of late does not undo ("the move follows the killing last week")."""
BY_SYNTAX = frozenset({_HAD, _JUDGED, _ENDED})
"""Signs that also stand where the news is told a second time."""
_LATER = frozenset({"later", "afterwards", "afterward", "then", "subsequently", "since"})


def earlier_by_syntax(claim: Claim, tree: Tree, told: Sequence[int]) -> tuple[Layer, str] | None:
    """The layer of an act told as an earlier one, and why; None where nothing says so."""
    return next(_signs(claim, tree, told[:1]), None)


def is_known(tree: Tree, told: Sequence[int]) -> bool:
    """Whether an act is told as one known already ("the attack", "that raid")."""
    return any(tree.lemma(c) in _KNOWN for i in told[:1] for c in tree.children(i, "det"))


def is_kin(a: str, b: str) -> bool:
    """Whether two words may tell one act ("shoot", "shooting")."""
    return a.lower()[:_STEM] == b.lower()[:_STEM]


def _signs(claim: Claim, tree: Tree, told: Sequence[int]) -> Iterator[tuple[Layer, str]]:
    for act in told:
        if (layer := _time_before(tree, act)) is not None:
            yield layer, _AFTER
        if _is_prior(tree, act):
            yield "background", _PRIOR
        if _comes_after(tree, act):
            yield "background", _BEHIND
        if _had_been_done(tree, act):
            yield "background", _HAD
        if _is_judged(tree, act):
            yield "background", _JUDGED
        if _is_ended(claim, tree, act):
            yield "background", _ENDED


def _time_before(tree: Tree, act: int) -> Layer | None:
    """ "A year after it withdrew", "decades after the massacre"."""
    for c in tree.children(act, "mark", "case"):
        if tree.lemma(c) in {"after", "since"}:
            before = [tree.lemma(k) for k in range(max(c - 5, 0), c) if tree.tokens[k + 1].text not in _OF_AGE]
            return next((load_layers().units[w] for w in before if w in load_layers().units), None)
    return None


def _had_been_done(tree: Tree, act: int) -> bool:
    """The pluperfect, where no past verb of telling shifts the tense ("said six had been killed")."""
    if not any(tree.tokens[c].text.lower() == "had" for c in tree.children(act, "aux")):
        return False
    return not any(tree.rel(i) in _SAID for i in (act, *tree.ancestors(act)))


def _is_prior(tree: Tree, act: int) -> bool:
    return any(tree.lemma(c) in load_layers().prior for c in tree.children(act, "amod"))


def _comes_after(tree: Tree, act: int) -> bool:
    """ "The move comes after the army shelled the town", "the talks followed a raid"."""
    for i in (act, *tree.ancestors(act)):
        head = tree.tokens[i].head
        if head < 0 or tree.lemma(head) not in load_layers().coming or _arrives(tree, head):
            continue
        after = any(tree.lemma(c) == "after" for c in tree.children(i, "mark", "case"))
        if (after and tree.rel(i) in {"advcl", "obl"}) or (tree.lemma(head) == "follow" and tree.rel(i) == "obj"):
            return True
    return False


def _arrives(tree: Tree, verb: int) -> bool:
    """ "Two men came to a clinic after the attack": somebody who goes somewhere, not news that comes after."""
    return any(tree.case(n) in {"to", "into", "from"} for n in tree.children(verb, "obl"))


def _is_judged(tree: Tree, act: int) -> bool:
    """ "Convicted of killing six men", "the anniversary of the massacre"."""
    words = load_layers()
    for i in (act, *tree.ancestors(act)):
        head = tree.tokens[i].head
        if head < 0 or tree.rel(i) in _SAID:
            return False
        marks = {tree.lemma(c) for c in tree.children(i, "case", "mark")}
        if tree.lemma(head) in words.judging | words.remembering and marks & words.about:
            return True
    return False


def _is_ended(claim: Claim, tree: Tree, act: int) -> bool:
    """ "Police freed a trader who was abducted", "the minister, who was jailed in May, ..."."""
    if not tree.rel(act).startswith("acl") or not tree.passive(act):
        return False
    if any(tree.tokens[c].text.lower() in _LATER for c in tree.children(act, "advmod")):
        return False
    if claim.type in {"COERCE", "SANCTION"}:
        return any(tree.lemma(c) in RELATIVE for c in tree.children(act, "nsubj:pass"))
    return claim.type == "ASSAULT" and any(tree.lemma(i) in load_layers().freeing for i in tree.ancestors(act))
