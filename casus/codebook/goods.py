"""Goods: weapons, drugs, money and papers that are taken from somebody or found in a place (goods.yaml)."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from casus.codebook.instruments import mode_of
from casus.codebook.yaml_files import read_yaml

_HELD_IN_HAND = frozenset({"firearms", "explosives", "primitive", "unconventional"})
"""Modes of ASSAULT whose means are carried; a tank or a drone is a target."""


@dataclass(frozen=True, slots=True)
class Goods:
    """The words of goods.yaml: goods; so much of them; where they are found; in whose hold they were."""

    goods: frozenset[str]
    measures: frozenset[str]
    sites: frozenset[str]
    holding: frozenset[str]

    def are(self, words: tuple[str, ...]) -> bool:
        """Whether these words, lower case and in the singular, end in a word for goods or for so much of them."""
        head = words[: words.index("of")] if "of" in words else words
        if head and head[-1] in self.measures:
            behind = words[len(head) + 1 :]
            return bool(behind) and self.are(behind)
        return bool(head) and (head[-1] in self.goods or mode_of(head, len(head) - 1) in _HELD_IN_HAND)


@lru_cache(maxsize=1)
def load_goods() -> Goods:
    """The words."""
    data = read_yaml(Path(__file__).with_name("goods.yaml"))
    return Goods(*(frozenset(data[key].split()) for key in ("goods", "measures", "sites", "holding")))
