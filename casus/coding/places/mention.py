"""A place as a sentence names it: its words, its name, and what the words say about it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Literal

from casus.codebook.places import PlaceClass
from casus.model.text import Evidence

SpatialRelation = Literal["in", "near", "between", "direction", "border"]
"""How the act's place lies to the named one: in it, near it, between two, in a part or direction of it, on its border."""

PlaceRole = Literal["where", "from", "to", "dateline", "seat", "modifier"]
"""What the words around say the place is for: where something is, its origin or goal, where the writer or a speaker sits."""


THE_CAPITAL = "the capital"
"""The name of a mention of a capital without its name."""

UNITS: frozenset[PlaceClass] = frozenset({"adm1", "adm2"})
"""Administrative units."""

BREADTH: Mapping[PlaceClass | None, int] = MappingProxyType(
    {"site": 0, "camp": 0, "village": 0, "town": 1, None: 1, "adm2": 2, "adm1": 3, "region": 3, "water": 3, "country": 5}
)
"""How wide a place of a class is, of one place beside another; None for a name without a word for its class."""


@dataclass(frozen=True, slots=True)
class PlaceMention:
    """A place as a sentence names it.

    `evidence` holds the whole phrase ("35 km south of Kandahar"), `name` the name alone, `others` the second name of a
    pair ("between Goma and Sake"), `within` containers the text gives ("Paktika province"), `unit` the class its
    words state ("province"), `stated` the same for its containers, `kind` that or what the gazetteer suggests, `known`
    whether the gazetteer has the name.
    `first`, `last` (exclusive) and `head` are tokens of sentence `sentence`.
    """

    evidence: Evidence
    name: str
    first: int
    last: int
    head: int
    sentence: int
    relation: SpatialRelation = "in"
    role: PlaceRole = "where"
    kind: PlaceClass | None = None
    unit: PlaceClass | None = None
    within: tuple[str, ...] = ()
    others: tuple[str, ...] = ()
    side: str = ""
    known: bool = False
    stated: tuple[tuple[str, PlaceClass], ...] = ()

    @property
    def words(self) -> str:
        """The exact words of the phrase."""
        return self.evidence.words
