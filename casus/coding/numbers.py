"""Numbers in words and figures: "46", "15,000", "two dozen", "between 10 and 15", "at least 12", "dozens".

Readings follow UCDP's and ACLED's practice for vague words (floors) and never round; what is no count of things
(ordinals, years, ages, unit names, money, percentages) is not read here.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType

from casus.coding.syntax import Tree

_UNITS = {
    word: n
    for n, word in enumerate(
        "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
        "seventeen eighteen nineteen".split()
    )
}
_TENS = {word: 10 * n for n, word in enumerate("twenty thirty forty fifty sixty seventy eighty ninety".split(), 2)}
_SCALES = {"hundred": 100, "thousand": 1000, "lakh": 100_000, "million": 1_000_000, "crore": 10_000_000, "billion": 1_000_000_000}
FLOORS: Mapping[str, int] = MappingProxyType(
    {"dozens": 12, "scores": 20, "tens": 10, "hundreds": 100, "thousands": 1000, "millions": 1_000_000}
)
"""Vague plurals read as floors, open upwards (coding rules, Numbers 5)."""
_FIGURE = re.compile(r"^\d{1,3}(?:,\d{2,3})+$|^\d+$")
_DECIMAL = re.compile(r"^\d+\.\d+$")
_LOWER = (
    "at least",
    "more than",
    "over",
    "no fewer than",
    "no less than",
    "not less than",
    "upwards of",
    "upward of",
    "a minimum of",
    "in excess of",
    "above",
    "as few as",
    "fully",
)
_UPPER = (
    "up to",
    "as many as",
    "at most",
    "no more than",
    "not more than",
    "fewer than",
    "less than",
    "under",
    "below",
    "a maximum of",
    "as much as",
)
_ABOUT = (
    "around",
    "about",
    "some",
    "nearly",
    "almost",
    "approximately",
    "roughly",
    "close to",
    "an estimated",
    "estimated",
    "circa",
    "more or less",
    "just over",
    "just under",
    "close on",
    "approx.",
)


@dataclass(frozen=True, slots=True)
class Number:
    """A number in a sentence: token range (last exclusive) with its qualifier, and the range it states."""

    first: int
    last: int
    low: int | None
    best: int | None
    high: int | None
    qualifier: str | None
    rule: str
    head: int


def find_numbers(tree: Tree) -> tuple[Number, ...]:
    """All counts of things in a sentence, left to right, without overlap."""
    words = [t.text.lower() for t in tree.tokens]
    out: list[Number] = []
    i = 0
    while i < len(words):
        read = _value(words, i)
        if read is None or _is_no_count(tree, i, read[1]):
            i += 1
            continue
        number = _with_range(tree, words, i, *read)
        out.append(number)
        i = max(number.last, i + 1)
    return tuple(out)


def first_number(words: str) -> int | None:
    """The first number in a few words ("about five soldiers"), an article before a noun as one; None where there is none."""
    plain = words.lower().split()
    read = next((found for i in range(len(plain)) if (found := _value(plain, i)) is not None), None)
    return read[0] if read is not None else 1 if plain[:1] in (["a"], ["an"], ["another"]) else None


def _value(words: Sequence[str], i: int) -> tuple[int, int, bool] | None:
    """(value, end, is floor) of a number starting at `i`."""
    word = words[i]
    if word in FLOORS:
        return _floor(words, i)
    if (
        word in {"a", "an"}
        and i + 1 < len(words)
        and words[i + 1] in {"dozen", "hundred", "thousand", "million", "score", "lakh", "couple"}
    ):
        nxt = words[i + 1]
        return {"dozen": 12, "score": 20, "couple": 2}.get(nxt) or _SCALES[nxt], i + 2, False
    if word in {"several", "few"} and i + 1 < len(words) and words[i + 1] in {"dozen", "hundred", "thousand"}:
        return 2 * _SCALES.get(words[i + 1], 12), i + 2, True
    if word in {"dozen"}:
        return 12, i + 1, False
    if word == "half" and words[i + 1 : i + 3] == ["a", "dozen"]:
        return 6, i + 3, False
    if _FIGURE.match(word):
        return _scaled(words, int(word.replace(",", "")), i + 1)
    if _DECIMAL.match(word) and i + 1 < len(words) and words[i + 1] in _SCALES:
        return round(float(word) * _SCALES[words[i + 1]]), i + 2, False
    return _spelled(words, i)


def _floor(words: Sequence[str], i: int) -> tuple[int, int, bool]:
    value, end = FLOORS[words[i]], i + 1
    if end + 1 < len(words) and words[end] == "of" and words[end + 1] in FLOORS:
        value, end = value * FLOORS[words[end + 1]], end + 2
    return value, end, True


def _scaled(words: Sequence[str], value: int, end: int) -> tuple[int, int, bool]:
    while end < len(words) and (words[end] in _SCALES or words[end] == "dozen"):
        value *= _SCALES.get(words[end], 12)
        end += 1
    return value, end, False


def _spelled(words: Sequence[str], i: int) -> tuple[int, int, bool] | None:
    """A number in words, hyphens as tokens of their own or inside a word: "forty - six", "two hundred and ten"."""
    total = part = 0
    end, seen = i, False
    while end < len(words):
        word = words[end]
        pieces = word.split("-")
        if len(pieces) == 2 and pieces[0] in _TENS and pieces[1] in _UNITS:
            part += _TENS[pieces[0]] + _UNITS[pieces[1]]
        elif word in _UNITS or word in _TENS:
            if seen and words[end - 1] in _UNITS:
                break
            part += _UNITS.get(word, 0) + _TENS.get(word, 0)
        elif seen and word in _SCALES:
            part, total = (part * 100, total) if word == "hundred" else (0, total + max(part, 1) * _SCALES[word])
        elif seen and word == "dozen":
            part *= 12
        elif (
            seen
            and word in {"and", "-"}
            and end + 1 < len(words)
            and (words[end + 1] in _UNITS or words[end + 1] in _TENS)
            and ((word == "and" and words[end - 1] in _SCALES) or (word == "-" and words[end - 1] in _TENS))
        ):
            end += 1
            continue
        else:
            break
        seen = True
        end += 1
    return (total + part, end, False) if seen else None


def _is_no_count(tree: Tree, i: int, end: int) -> bool:
    """Ordinals, ages, years, clock times, money, percentages, sizes of things, and names with a number in them."""
    after = [t.text.lower() for t in tree.tokens[end : end + 3]]
    before = tree.tokens[i - 1].text.lower() if i else ""
    token = tree.tokens[i]
    if "/" in {before, *after[:1]} or _is_age_of_named(tree, i, end):
        return True
    if before in {"$", "€", "£", "₹", "no.", "#", "number", "resolution", "article", "section", "aged", "age"}:
        return True
    if after and after[0] in {
        "%",
        "percent",
        "per",
        "km",
        "kilometres",
        "kilometers",
        "miles",
        "metres",
        "meters",
        "am",
        "pm",
        "a.m.",
        "p.m.",
        "o'clock",
        "degrees",
        "dollars",
        "rupees",
        "years",
        "year",
        "months",
        "month",
        "weeks",
        "days",
        "day",
        "hours",
        "hour",
        "minutes",
        "kg",
        "tons",
        "tonnes",
        "th",
        "st",
        "nd",
        "rd",
        ":",
    }:
        return True
    if (
        after
        and after[0] == "-"
        and len(after) > 1
        and after[1] in {"year", "month", "day", "hour", "member", "kilometre", "kilometer", "mile", "point", "week", "story", "storey"}
    ):
        return True
    if before == "-" and i >= 2 and tree.tokens[i - 2].upos == "PROPN":
        return True
    if token.text.lower() == "one" and before == "no":
        return True  # "no one hurt"
    if token.upos == "PROPN" or (token.upos in {"NOUN", "PRON", "DET"} and token.text.lower() == "one"):
        return token.upos == "PROPN" and not token.text[0].isdigit()
    return _looks_like_year(tree, i, end)


def _is_age_of_named(tree: Tree, i: int, end: int) -> bool:
    """ "Ana Ruiz, 32, of Oaxaca": a figure between commas behind a name is an age."""
    named = i >= 2 and tree.tokens[i - 1].text == "," and tree.tokens[i - 2].upos == "PROPN"
    return named and end - i == 1 and end < len(tree) and tree.tokens[end].text in {",", ".", ";", ")"} and tree.tokens[i].text.isdecimal()


def _looks_like_year(tree: Tree, i: int, end: int) -> bool:
    text = tree.tokens[i].text
    if end - i != 1 or not re.fullmatch(r"(1[5-9]|20)\d\d", text):
        return False
    counted = tree.tokens[tree.tokens[i].head]
    one = counted.xpos == "NN" and tree.rel(i) == "nummod"  # "the 1968 assassination"
    return one or tree.rel(i) not in {"nummod", "nsubj", "nsubj:pass"} or counted.upos == "PROPN"


def _with_range(tree: Tree, words: Sequence[str], i: int, value: int, end: int, floor: bool) -> Number:
    """Join "between A and B", "A to B", "A-B", and read the qualifier before (or after) the number."""
    low: int | None = value
    high: int | None = None if floor else value
    best: int | None = value
    rule = "vague word as a floor" if floor else "as written"
    joins = {"to", "-", "–", "or"} | ({"and"} if i and words[i - 1] == "between" else set())
    if end + 1 < len(words) and words[end] in joins and (i == 0 or words[i - 1] != "from"):
        other = _value(words, end + 1)
        if other and other[0] > value and other[0] <= 100 * max(value, 1):
            high, end, best, rule = other[0], other[1], value, "range as written: best is its lower end"
    first, qualifier = _qualifier(words, i)
    if qualifier and any(qualifier == q for q in _LOWER):
        low, high, rule = value, None, f"“{qualifier}”: a lower bound, open upwards"
    elif qualifier and any(qualifier == q for q in _UPPER):
        low, high, rule = None, high or value, f"“{qualifier}”: an upper bound, open downwards"
    elif qualifier:
        rule = f"“{qualifier}”: approximate"
    if not qualifier and words[end : end + 2] == ["or", "more"]:
        qualifier, high, rule, end = "or more", None, "“or more”: a lower bound, open upwards", end + 2
    return Number(first, end, low, best, high, qualifier, rule, tree.head_of(i, end))


def _qualifier(words: Sequence[str], i: int) -> tuple[int, str | None]:
    for size in (3, 2, 1):
        text = " ".join(words[i - size : i]) if i >= size else ""
        if text in _LOWER or text in _UPPER or text in _ABOUT:
            return i - size, text
    return i, None
