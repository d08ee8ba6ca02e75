"""Supposed: verbs told only as a case to think of ("bombing it would", "when people are attacked", "camps for staging attacks")."""

from __future__ import annotations

from collections.abc import Iterator

from casus.codebook.modality import Modality
from casus.coding.mood.kinds import Mood
from casus.coding.syntax import Tree

_ANSWERED = frozenset(
    "arrest blame trial term sentence punishment criticism condemnation revenge retaliation responsibility credit praise "
    "apology charge anger outrage".split()
)
"""What there is for a thing done ("blame for shelling the camp")."""
_SPANS = frozenset("minute hour day week month year time".split())
_EVIDENCE = frozenset("evidence proof indication sign information suggestion confirmation record".split())
_PROVIDING = frozenset("give provide supply offer use raise collect send train fund equip".split())


def supposed_verb(tree: Tree, v: int, words: Modality) -> Iterator[Mood]:
    """The moods of an act verb that is only supposed."""
    yield from _whenever(tree, v)
    yield from _doing_would(tree, v, words)
    yield from _in_order_to(tree, v)
    yield from _among_who_will(tree, v, words)
    yield from _has_time_to(tree, v)
    yield from _without_evidence(tree, v)


def _without_evidence(tree: Tree, v: int) -> Iterator[Mood]:
    """ "There is no evidence that the army shelled the camp", "had no information that": whoever says so does not say that it did."""
    noun = tree.tokens[v].head
    if tree.rel(v) not in {"acl", "ccomp"} or noun < 0 or tree.lemma(noun) not in _EVIDENCE:
        return
    for c in tree.children(noun, "det"):
        if tree.tokens[c].text.lower() == "no":
            yield Mood("imagined", c, f"“no {tree.tokens[noun].text}”")


def _whenever(tree: Tree, v: int) -> Iterator[Mood]:
    """ "Will be sworn in when he leaves office", "silent when the shrine is attacked": still to come, or what is usual."""
    head = tree.tokens[v].head
    passive = [tree.tokens[c].xpos for c in tree.children(v, "aux:pass")] if tree.tokens[v].xpos == "VBN" else []
    finite = passive[0] if passive else tree.tokens[v].xpos
    if tree.rel(v) != "advcl" or finite not in {"VBZ", "VBP"} or tree.tokens[head].xpos in {"VBD", "VBN"}:
        return
    for c in tree.children(v, "advmod", "mark"):
        if tree.lemma(c) in {"when", "once", "whenever"} and not tree.children(v, "aux"):
            yield Mood("imagined", c, f"under “{tree.tokens[c].text}”, in the present")


def _doing_would(tree: Tree, v: int, words: Modality) -> Iterator[Mood]:
    """ "Bombing a market would send a signal": what would be, if somebody did it."""
    head = tree.tokens[v].head
    if head < 0 or tree.tokens[v].xpos != "VBG" or not tree.rel(v).startswith(("csubj", "nsubj")) or tree.children(v, "aux", "nsubj"):
        return
    for c in tree.children(head, "aux"):
        if words.modals.get(tree.lemma(c), "") in {"future", "possible"}:
            yield Mood("imagined", c, f"“{tree.tokens[c].text}”")


def _among_who_will(tree: Tree, v: int, words: Modality) -> Iterator[Mood]:
    """ "Will be among officials briefing senators": what they will do."""
    head = tree.tokens[v].head
    if head < 0 or tree.tokens[v].xpos != "VBG" or tree.rel(v) != "acl" or not tree.children(head, "cop"):
        return
    for c in tree.children(head, "aux"):
        if words.modals.get(tree.lemma(c), "") in {"planned", "future"}:
            yield Mood("planned", c, f"“{tree.tokens[c].text}”")


def _has_time_to(tree: Tree, v: int) -> Iterator[Mood]:
    """ "Has until Friday to approve it", "had ten days to leave": what may be done by then."""
    while tree.rel(v) == "conj" and tree.tokens[v].head >= 0:
        v = tree.tokens[v].head
    head = tree.tokens[v].head
    if head < 0 or not any(tree.lemma(c) == "to" for c in tree.children(v, "mark")):
        return
    verb = head if tree.lemma(head) == "have" else tree.tokens[head].head
    if verb < 0 or tree.lemma(verb) != "have" or tree.tokens[verb].upos != "VERB":
        return
    due = any(case in {"until", "till"} for case, _ in tree.preps(verb)) or any(tree.lemma(c) in _SPANS for c in tree.children(verb, "obj"))
    if due:
        yield Mood("imagined", verb, "what there is time for")


def _in_order_to(tree: Tree, v: int) -> Iterator[Mood]:
    """ "Camps for staging attacks", "money for buying arms": what a thing is for."""
    head = tree.tokens[v].head
    if tree.tokens[v].xpos != "VBG" or tree.rel(v) not in {"acl", "nmod", "advcl"}:
        return
    if tree.tokens[head].upos != "NOUN" and not (tree.rel(v) == "advcl" and tree.lemma(head) in _PROVIDING):
        return
    for c in tree.children(v, "mark", "case"):
        if tree.lemma(c) == "for" and tree.lemma(head) not in _ANSWERED:
            yield Mood("imagined", c, f"what “{tree.tokens[head].text}” is for")
