"""Figures grouped in an odd way: "5,00,000" (five lakh), "5,000,00", "1.500 people"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from casus.ingest.damage.vocabulary import vocabulary
from casus.model.text import Block, Repair

_COMMAS: Final = re.compile(r"(?<![\w.,/:$€£₹#-])\d{1,4}(?:,\d{1,6}){1,6}(?![\w/:-]|[.,]\d|%)")
_REGULAR: Final = re.compile(r"\d{1,3}(?:,\d{3})+")
_INDIAN: Final = re.compile(r"\d{1,2}(?:,\d{2})+,\d{3}")
_POINT: Final = re.compile(r"(?<![\w.,/:$€£₹#-])(\d{1,3}(?:\.\d{3}){1,3})(?![\w.,/:%-])")
_MONEY: Final = re.compile(r"(?:\b(?:Rs|Rs\.|PKR|INR|USD|EUR|US)\s?)$")


def odd_figures(text: str, blocks: Sequence[Block]) -> Iterator[Repair]:
    """Every whole number whose separators stand in unusual places, with the readings it allows."""
    for match in _COMMAS.finditer(text):
        figure = match.group()
        if not _REGULAR.fullmatch(figure) and _is_number(text, match):
            yield _repair(match, _reading(figure))
    people = vocabulary().people
    for match in _POINT.finditer(text):
        if people.match(text, match.end()):
            yield _repair(match, match.group().replace(".", ","))


def _is_number(text: str, match: re.Match[str]) -> bool:
    """Whether a list of figures ("in 2019,2020") can be ruled out: groups of a number have two or three digits."""
    first, *rest = match.group().split(",")
    if len(first) > 3 or (len(rest) == 1 and len(rest[0]) < 4) or any(len(group) == 1 for group in rest):
        return False
    return not _MONEY.search(text[max(match.start() - 6, 0) : match.start()])


def _reading(figure: str) -> str:
    """The value in groups of three; where the groups are broken, also the one with the last group filled up."""
    digits = figure.replace(",", "")
    plain = f"{int(digits):,}"
    if _INDIAN.fullmatch(figure):
        return plain
    last = figure.rsplit(",", 1)[1]
    if len(last) < 3 and all(len(group) == 3 for group in figure.split(",")[1:-1]):
        return f"{plain} or {int(digits + '0' * (3 - len(last))):,}"
    return plain


def _repair(match: re.Match[str], reading: str) -> Repair:
    message = f"“{match.group()}” is grouped in an unusual way; it may be read as {reading}"
    return Repair("suspect-magnitude", match.start(), match.end(), match.group(), reading, message)
