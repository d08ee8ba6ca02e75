"""The clause behind a date, whose acts are of that date: "on Saturday, when a crowd marched", "in May 2018, where dozens were slain"."""

from __future__ import annotations

from dataclasses import replace

from casus.coding.dates.values import one_day, whole_month, whole_year
from casus.coding.syntax import SUBJECTS, Tree
from casus.model.when import DateRange

_BEGINNINGS = frozenset({":", ";", "-", "–", "—"})
_CLOSING = frozenset({"month", "year", "dmy", "mdy", "iso", "weekday"})


def opens_clause(tree: Tree, act: int, last: int) -> bool:
    """ "On Saturday, when a crowd marched", "in May 2018, where dozens were slain": the clause right behind a date's last word."""
    comma = last + 1 < len(tree) and tree.tokens[last + 1].text == ","
    asking = last + 1 + comma
    if last >= 0 and asking + 1 < len(tree) and tree.lemma(asking) == "in" and tree.lemma(asking + 1) == "which":
        asking += 1
    elif last < 0 or asking >= len(tree) or not (tree.lemma(asking) == "when" or (comma and tree.lemma(asking) == "where")):
        return False
    clause = next((i for i in tree.ancestors(asking) if tree.is_clause(i)), -1)
    return asking < clause and clause in {tree.predicates[act], _first_joined(tree, act)}


def leads_clause(tree: Tree, act: int, first: int, last: int) -> bool:
    """ "...: in 2003 soldiers seized a mill", "Monday: soldiers seized a mill": a date before a clause's subject."""
    if first < 0 or not (first == 0 or tree.tokens[first - 1].text in _BEGINNINGS):
        return False
    at = last + 2 if last + 1 < len(tree) and tree.tokens[last + 1].text in {",", ":"} else last + 1
    subject = next((i for i in (at, *tree.ancestors(at)) if tree.rel(i) in SUBJECTS), None) if at < len(tree) else None
    if subject is None or tree.tokens[subject].head != _first_joined(tree, act):
        return False
    begins = min(tree.subtree(subject))
    return begins == at or (begins == first and tree.tokens[first].upos == "ADP")  # no subject begins with a preposition


def _first_joined(tree: Tree, act: int) -> int:
    """The clause of an act, or the first of those it is joined to without a subject of its own."""
    told = tree.predicates[act]
    while tree.rel(told) == "conj" and tree.tokens[told].head >= 0 and not tree.children(told, *SUBJECTS):
        told = tree.predicates[tree.tokens[told].head]
    return told


def first_of(tree: Tree, when: DateRange) -> int:
    """The first token of a date's words; -1 where there is none."""
    said = when.evidence
    return next((i for i, t in enumerate(tree.tokens) if said is not None and said.start <= t.start < said.end), -1)


def last_of(tree: Tree, when: DateRange) -> int:
    """The last token of a date's words; -1 where there is none."""
    said = when.evidence
    return max((i for i, t in enumerate(tree.tokens) if said is not None and said.start <= t.start < said.end), default=-1)


def closed(when: DateRange) -> DateRange:
    """ "Since May 2018, when a crowd marched": the clause behind it is of that month, and not of the time since."""
    edge = when.start or when.end
    if when.precision != "period" or edge is None or (when.start and when.end) or when.evidence is None:
        return when
    rule = when.evidence.rule.removeprefix("dates:")
    late = "late" in when.evidence.words.lower() and when.start is not None
    whole = {"month": whole_month(edge.year, edge.month, ""), "year": whole_year(edge.year, "")}.get(rule, one_day(edge, ""))
    if rule in _CLOSING and late:
        return replace(when, end=whole.end, precision="range")
    if rule not in _CLOSING or edge not in {whole.start, whole.end}:
        return when
    return replace(when, start=whole.start, end=whole.end, precision=whole.precision)


def opens_the_next(tree: Tree, clause: int, date: int, act: int) -> bool:
    """ "They shelled a town, and on Monday a patrol was hit": a day that opens the clause joined to the act's, or stands behind a colon."""
    return tree.rel(clause) == "conj" and act < date and (date < clause or any(t.text in {":", ";"} for t in tree.tokens[act:date]))
