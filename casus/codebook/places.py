"""The gazetteer: names of places, what they are, what they lie in, and where (places.tsv.gz).

The file holds two sorted tables, entries and keys, as plain text; a look-up is a binary search in the bytes, so that
loading is unpacking and nothing else. Rows and their sources: training/places.py. Credits: `CREDITS`.
"""

from __future__ import annotations

import gzip
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Final, Literal, cast, get_args

import numpy as np
import numpy.typing as npt

from casus.codebook.names import key
from casus.model.errors import CodebookError

PATH: Final = Path(__file__).with_name("places.tsv.gz")

PlaceClass = Literal["country", "adm1", "adm2", "town", "village", "region", "water", "camp", "site"]

CREDITS: Final = {
    "ne": "Natural Earth, public domain",
    "geonames": "GeoNames (geonames.org), CC BY 4.0",
    "ucdp": "UCDP Georeferenced Event Dataset 22.1 (Sundberg and Melander 2013), CC BY 4.0",
    "afg": "Afghanistan provinces, districts and villages, F. Abubaker, MIT",
    "casus": "Casus, table of conflict places, checked by hand",
}
"""Whose line an entry is, by the first part of its id."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One place. `parents` run from the smallest unit to the country; `weight` is the logarithm of its population (0-9, of base 10).

    `lat`, `lon` are the place's point, for units their label point; None where the place is too wide for one.
    """

    id: str
    name: str
    kind: PlaceClass
    parents: tuple[str, ...]
    iso3: str
    lat: float | None
    lon: float | None
    weight: float

    @property
    def source(self) -> str:
        """Whose line it is, with its terms."""
        return CREDITS[self.id.split(":", 1)[0]]


class _Lines:
    """The lines of a block of bytes, by number."""

    def __init__(self, block: bytes) -> None:
        self._block = block
        ends = np.flatnonzero(np.frombuffer(block, dtype=np.uint8) == ord("\n"))
        self._ends: npt.NDArray[np.int64] = ends

    def __len__(self) -> int:
        return len(self._ends)

    def __getitem__(self, i: int) -> bytes:
        start = int(self._ends[i - 1]) + 1 if i else 0
        return self._block[start : int(self._ends[i])]

    def find(self, head: bytes) -> int:
        """The first line that is not before `head` in order of bytes."""
        low, high = 0, len(self)
        while low < high:
            middle = (low + high) // 2
            if self[middle] < head:
                low = middle + 1
            else:
                high = middle
        return low


class Gazetteer:
    """All places of the codebook, by name. Immutable; safe to share."""

    def __init__(self, packed: bytes, source: str = "gazetteer") -> None:
        parts = packed.split(b"\f\n")
        if len(parts) != 3:
            raise CodebookError(f"{source}: three parts expected (credits, entries, keys), {len(parts)} found")
        self._entries = _Lines(parts[1])
        self._keys = _Lines(parts[2])
        self._countries: dict[str, Entry] = {e.iso3: e for e in self._first_countries()}

    def __len__(self) -> int:
        return len(self._entries)

    def __iter__(self) -> Iterator[Entry]:
        return (self._entry(i) for i in range(len(self)))

    def find(self, name: str) -> tuple[Entry, ...]:
        """Every place of this name, the heaviest first; () for a name the gazetteer lacks."""
        return self._by_key(key(name))

    @lru_cache(maxsize=4096)  # noqa: B019 - one gazetteer per process, and it never changes
    def _by_key(self, name: str) -> tuple[Entry, ...]:
        if not name:
            return ()
        head = name.encode() + b"\t"
        at = self._keys.find(head)
        if at == len(self._keys) or not self._keys[at].startswith(head):
            return ()
        return tuple(self._entry(int(n)) for n in self._keys[at][len(head) :].split(b" "))

    def alike(self, name: str) -> tuple[Entry, ...]:
        """Places whose name sounds the same under another transliteration ("Panjwa'i", "Panjwayi"); units and towns only."""
        sounds = sound(name)
        return self._by_key(f"~{sounds}") if len(sounds) >= LEAST_SOUND else ()

    def knows(self, name: str) -> bool:
        """Whether any place has this name."""
        return bool(self.find(name))

    def begins(self, words: str) -> bool:
        """Whether some name of more words begins with these."""
        head = key(words).encode() + b" "
        at = self._keys.find(head)
        return at < len(self._keys) and self._keys[at].startswith(head)

    def country(self, iso3: str) -> Entry | None:
        """The country of an ISO 3166 alpha-3 code."""
        return self._countries.get(iso3)

    def _first_countries(self) -> Iterator[Entry]:
        """Countries stand first in the table."""
        for i in range(len(self)):
            entry = self._entry(i)
            if entry.kind != "country":
                return
            yield entry

    def _entry(self, i: int) -> Entry:
        cells = self._entries[i].decode().split("\t")
        try:
            id_, name, kind, parents, iso3, lat, lon, weight = cells
            return Entry(
                id_, name, _KINDS[kind], tuple(filter(None, parents.split(";"))), iso3,
                float(lat) if lat else None, float(lon) if lon else None, float(weight),
            )  # fmt: skip
        except (ValueError, KeyError) as error:
            raise CodebookError(f"gazetteer, entry {i + 1}: malformed ({error})") from error


_KINDS: Final = {name: cast("PlaceClass", name) for name in get_args(PlaceClass)}


LEAST_SOUND: Final = 3
"""Names of fewer consonants sound like too many others."""

_DIGRAPHS: Final = (
    ("kh", "k"), ("gh", "g"), ("dz", "z"), ("dj", "j"), ("zh", "z"), ("ts", "c"), ("ch", "c"), ("sh", "s"), ("th", "t"), ("dh", "d"),
    ("ph", "f"), ("q", "k"), ("x", "ks"), ("v", "w"),
)  # fmt: skip
_ARTICLES: Final = re.compile(r"^(?:al|el|ad|an|ar|as|at|az|ash|ul|e) ")


def sound(name: str) -> str:
    """The consonants of a name as romanisations agree on them; a first vowel counts as "a"."""
    plain = _ARTICLES.sub("", key(name)).replace(" ", "")
    for letters, one in _DIGRAPHS:
        plain = plain.replace(letters, one)
    first = "a" if plain[:1] in _VOWELS else plain[:1]
    rest = [c for c in plain[1:] if c.isascii() and c.isalpha() and c not in _VOWELS and c != "h"]
    out = first
    for c in rest:
        out += c if c != out[-1:] else ""
    return out


_VOWELS: Final = frozenset("aeiouy")


@lru_cache(maxsize=2)
def load_places(path: Path = PATH) -> Gazetteer:
    """The shipped gazetteer. Raises CodebookError where the file is missing or damaged."""
    try:
        packed = gzip.decompress(path.read_bytes())
    except (OSError, EOFError) as error:
        raise CodebookError(f"{path}: the gazetteer cannot be read ({error})") from error
    return Gazetteer(packed, str(path))

