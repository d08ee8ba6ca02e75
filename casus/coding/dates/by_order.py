"""What is told to have been done was done before the telling: "Saturday's raid, police said on Wednesday" was the Saturday before that day.

So was what somebody was arrested for or what followed it: "held on Tuesday over Thursday's shooting". A weekday by itself would be the last
one before publication.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import timedelta

from casus.codebook.dates import load_dates
from casus.coding.dates.behind import first_of, last_of
from casus.coding.syntax import Tree
from casus.model.when import DateRange

_WEEK = timedelta(days=7)
_AFTER = frozenset({"after", "following", "over"})
_PAST = ("weekday before", "the weekday of")
""" How a weekday was reckoned that only its name places in the past (telling.py)."""


def in_order(tree: Tree, act: int, when: DateRange, date_of: Callable[[int], DateRange | None]) -> DateRange:
    """The day of an act, a week earlier where its weekday would lie behind the day of what tells of it or followed it."""
    if not _is_bare_weekday(when) or when.start is None or when.end is None:
        return when
    for later in _tellings(tree, act):
        day = date_of(later)
        if day is None or day.precision != "day" or day.start is None or not _is_beside(tree, later, day):
            continue
        if day.evidence != when.evidence and day.start < when.start:
            basis = f"{when.basis}; before what is told of it on {day.start.isoformat()}"
            return replace(when, start=when.start - _WEEK, end=when.end - _WEEK, basis=basis)
    return when


def _is_bare_weekday(when: DateRange) -> bool:
    rule = when.evidence.rule.removeprefix("dates:") if when.evidence is not None else ""
    return rule == "weekday" and when.precision == "day" and when.basis.startswith(_PAST)


def _is_beside(tree: Tree, verb: int, day: DateRange) -> bool:
    """Whether no comma parts a day from its verb: "on Friday, he said, troops raided a mill" is the day of the raid."""
    first, last = first_of(tree, day), last_of(tree, day)
    between = tree.tokens[last + 1 : verb] if last < verb else tree.tokens[verb + 1 : first]
    return all(t.text != "," for t in between)


def _tellings(tree: Tree, act: int) -> Iterator[int]:
    """The verbs that tell of an act, or of what followed it."""
    telling = load_dates().telling
    for i in (act, *tree.ancestors(act)):
        yield from (c for c in tree.children(i, "parataxis") if tree.lemma(c) in telling)
        over = tree.tokens[i].head
        if over < 0 or tree.tokens[over].xpos not in {"VBD", "VBN"}:
            continue
        said = tree.lemma(over) in telling and (tree.rel(i) in {"ccomp", "parataxis"} or (i == act and tree.rel(i) == "obj"))
        if said or (i == act and tree.case(i) in _AFTER):
            yield over
