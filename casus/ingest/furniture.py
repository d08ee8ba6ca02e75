"""The vocabulary of page furniture (codebook/furniture.yaml), and what one line is by it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from typing import Any, Final

import yaml

from casus.model.errors import CodebookError

LONGEST: Final = 400
"""No line longer than this is ever taken for furniture."""

_EDGE: Final = " \t\u00a0:.!*»›>|•·▶►-–—[]()"


def bare(line: str) -> str:
    """A line as the vocabulary writes it: lower case, edge punctuation off, single blanks."""
    return " ".join(line.casefold().strip(_EDGE).split())


@dataclass(frozen=True, slots=True)
class Furniture:
    """The loaded vocabulary. `labels` leads from a label's words to the field it names."""

    lines: frozenset[str]
    menu: frozenset[str]
    links: frozenset[str]
    tails: frozenset[str]
    desks: frozenset[str]
    labels: Mapping[str, str]
    label: re.Pattern[str]
    pattern: re.Pattern[str]
    inline: re.Pattern[str]
    ends: re.Pattern[str]

    def is_furniture(self, line: str) -> bool:
        """Whether this line, as a whole, belongs to the page and not to the article."""
        if len(line) > LONGEST:
            return False
        return bare(line) in self.lines or self.pattern.fullmatch(line) is not None

    def is_menu(self, line: str) -> bool:
        """Whether this line is furniture if its neighbours are."""
        return len(line) <= LONGEST and bare(line) in self.menu

    def opens_link(self, line: str) -> bool:
        """Whether a link to another article follows on the next line."""
        return len(line) <= LONGEST and bare(line) in self.links

    def end_of(self, line: str) -> int | None:
        """Where on this line the article ends, with a heading over notes and links ("==References=="); None where it does not."""
        found = self.ends.search(line)
        return found.start() if found is not None else None

    def opens_tail(self, line: str) -> bool:
        """Whether a list of links to other articles may follow, down to the end of the page."""
        return len(line) <= LONGEST and bare(line) in self.tails


@lru_cache(maxsize=1)
def furniture() -> Furniture:
    """The shipped vocabulary. Raises CodebookError where the file is malformed."""
    try:
        table = yaml.safe_load((files("casus") / "codebook" / "furniture.yaml").read_text(encoding="utf-8"))
        return _compiled(table)
    except (yaml.YAMLError, re.error, KeyError, TypeError, AttributeError) as error:
        raise CodebookError(f"furniture.yaml: {error}; restore the shipped file") from error


def _compiled(table: Mapping[str, Any]) -> Furniture:
    labels = {str(words): field for field, several in table["labels"].items() for words in several}
    longest_first = sorted(labels, key=lambda words: (-len(words), words))
    names = "|".join(re.escape(words) for words in longest_first)
    return Furniture(
        lines=frozenset(map(bare, map(str, table["lines"]))),
        menu=frozenset(map(bare, map(str, table["menu"]))),
        links=frozenset(map(bare, table["links"])),
        tails=frozenset(map(bare, table["tails"])),
        desks=frozenset(table["desks"]),
        labels=labels,
        label=re.compile(rf"(?P<label>{names})\s*(?:[:|–—-]\s*|\s+|$)(?P<value>.*)", re.IGNORECASE),
        pattern=re.compile("|".join(f"(?:{p})" for p in table["patterns"]), re.IGNORECASE),
        inline=re.compile("|".join(f"(?:{p})" for p in table["inline"])),
        ends=re.compile("|".join(f"(?:{p})" for p in table["ends"]), re.IGNORECASE),
    )
