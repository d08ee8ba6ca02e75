"""Persons a report tells of with their age ("Lena Moretti, 34"): private people whom something befell or who are sought for it.

An age goes with victims and suspects, hardly ever with those who speak for a body, so two reports of one story that both name such a
person in full tell of one matter. Names stand as first and last name, in lower case.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from casus.codebook.places import load_places
from casus.model.text import Report

_WORD: Final = r"(?:(?:al|el|ul|ur|as|an|ar|ad)-)?[A-Z][\w’'-]+"
_INNER: Final = r"(?:(?:[A-Z]\.|al|el|bin|ibn|de|del|la|van|von|ul|ur) )*"
_NAME: Final = rf"(?P<name>{_WORD}(?: {_INNER}{_WORD}){{1,3}})(?:,? (?:Jr|Sr)\.?| I{{2,3}})?"
_AGED: Final = (
    re.compile(rf"\b{_NAME}(?: ?, (?:aged? )?| \()(?P<age>\d{{1,2}})(?= ?[,.;)]| and\b)"),
    re.compile(rf"\b(?P<age>\d{{1,2}})-year-old {_NAME}"),
)
_RUN: Final = re.compile(rf"{_WORD}(?: {_INNER}{_WORD})*")
_OWN: Final = re.compile(r"['’]s$")
_NO_NAMES: Final = frozenset(
    "january february march april may june july august september october november december monday tuesday wednesday thursday friday "
    "saturday sunday jan feb mar apr jun jul aug sept sep oct nov dec street avenue road route highway interstate county district".split()
)
ACQUAINTED: Final = 0.07
"""Reports that share rare words and a person told of with an age are at least so alike."""
_APART: Final = 3
"""First and last name stand at most so many words apart."""


@dataclass(frozen=True, slots=True)
class Persons:
    """Of a report: whom it tells of with an age, and which persons so told of anywhere it names in full."""

    aged: frozenset[str]
    named: frozenset[str]


NOBODY: Final = Persons(frozenset(), frozenset())


def persons(reports: Sequence[Report]) -> Mapping[str, Persons]:
    """The persons of each report that has any, by its id; only those whom some report tells of with an age."""
    aged = {r.id: frozenset(_aged(r.text)) for r in reports}
    known = frozenset(name for names in aged.values() for name in names)
    found = {r.id: Persons(aged[r.id], known & frozenset(_pairs(r.text))) for r in reports}
    return {report: those for report, those in found.items() if those.named}


def acquainted(alike: Mapping[tuple[str, str], float], persons: Mapping[str, Persons]) -> dict[tuple[str, str], float]:
    """The likeness of pairs of reports, raised where one tells with an age of a person whom the other names."""
    return {pair: max(value, ACQUAINTED) if _know_one(*(persons.get(r, NOBODY) for r in pair)) else value for pair, value in alike.items()}


def _know_one(a: Persons, b: Persons) -> bool:
    return not (a.aged.isdisjoint(b.named) and b.aged.isdisjoint(a.named))


def _aged(text: str) -> Iterator[str]:
    for pattern in _AGED:
        for match in pattern.finditer(text):
            words = _words(match["name"])
            if not _NO_NAMES & {*words} and not load_places().knows(match["name"]):
                yield f"{words[0]} {words[-1]}"


def _pairs(text: str) -> Iterator[str]:
    """Every first and last name that a run of capitalised words may hold."""
    for run in _RUN.finditer(text):
        words = _words(run[0])
        yield from (f"{a} {b}" for i, a in enumerate(words) for b in words[i + 1 : i + 1 + _APART])


def _words(name: str) -> list[str]:
    return [_OWN.sub("", word).lower() for word in name.split()]
