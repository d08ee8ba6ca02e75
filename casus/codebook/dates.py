"""Words for days: months, weekdays, units, parts of a day, seasons (dates.yaml)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

from casus.codebook.yaml_files import read_yaml
from casus.model.errors import CodebookError

PATH = Path(__file__).with_name("dates.yaml")


@dataclass(frozen=True, slots=True)
class DateWords:
    """The vocabulary of time, each word in lower case with what it stands for."""

    months: Mapping[str, int]
    weekdays: Mapping[str, int]
    numbers: Mapping[str, int]
    units: Mapping[str, str]
    parts_of_day: Mapping[str, str]
    seasons: Mapping[str, tuple[str, int]]
    shares: Mapping[str, int]
    named_days: Mapping[str, tuple[int, ...]]
    hijri_months: Mapping[str, int]
    solar_months: Mapping[str, int]
    feasts: Mapping[str, tuple[int, int]]
    ordinals: Mapping[str, int]
    vague_numbers: tuple[str, ...]
    unsure_months: frozenset[str]
    unsure_weekdays: frozenset[str]
    counted: frozenset[str]
    not_year_after: frozenset[str]
    name_words: frozenset[str]
    name_before: frozenset[str]
    telling: frozenset[str]
    light: frozenset[str]
    happenings: frozenset[str]
    answerers: frozenset[str]
    answering: frozenset[str]
    reacting: frozenset[str]
    timelike: frozenset[str]
    appointing: frozenset[str]
    timetabled: frozenset[str]
    apart_in_time: frozenset[str]
    owning: frozenset[str]
    following_up: frozenset[str]
    going_off: frozenset[str]
    causing: frozenset[str]
    courses: frozenset[str]
    future: tuple[str, ...]


@lru_cache(maxsize=4)
def load_dates(path: Path = PATH) -> DateWords:
    """Read the vocabulary of time. Raises CodebookError where a section is missing or malformed."""
    raw = read_yaml(path)
    try:
        return _date_words(raw)
    except (KeyError, TypeError, AttributeError, ValueError) as error:
        raise CodebookError(f"{path}: section missing or malformed ({error})") from error


def _date_words(raw: Mapping[str, Any]) -> DateWords:
    lists = {name: frozenset(map(str, raw[name])) for name in _SETS}
    return DateWords(
        months=_by_word(raw["months"]),
        weekdays=_by_word(raw["weekdays"]),
        numbers={str(word): int(n) for word, n in raw["numbers"].items()},
        units=_by_word(raw["units"]),
        parts_of_day=_by_word(raw["parts_of_day"]),
        seasons={word: (code, entry["first"]) for code, entry in raw["seasons"].items() for word in entry["words"]},
        shares=_by_word(raw["shares"]),
        named_days={str(word): tuple(day) for word, day in raw["named_days"].items()},
        hijri_months=_by_word(raw["hijri_months"]),
        solar_months=_by_word(raw["solar_months"]),
        feasts={word: (feast["month"], feast["day"]) for feast in raw["feasts"] for word in feast["words"]},
        ordinals={word: n for n, word in enumerate(raw["ordinals"], 1)},
        vague_numbers=tuple(raw["vague_numbers"]),
        future=tuple(raw["future"]),
        **lists,
    )


_SETS = (
    "unsure_months", "unsure_weekdays", "counted", "not_year_after", "name_words", "name_before", "telling", "light", "happenings",
    "answerers", "answering", "reacting", "timelike", "appointing", "timetabled",
    "apart_in_time", "owning", "following_up", "going_off", "causing", "courses",
)  # fmt: skip


def _by_word(section: Mapping[Any, list[str]]) -> dict[str, Any]:
    return {word: key for key, words in section.items() for word in words}
