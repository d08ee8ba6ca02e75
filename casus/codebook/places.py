"""The gazetteer: names of places, what they are, what they lie in, and where (places.tsv.gz).

The file holds two tables, entries and keys, in blocks that are unpacked when a name of theirs is looked up
(place_tables.py). Rows and their sources: training/places.py. Credits: `CREDITS`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from copy import copy
from functools import lru_cache
from itertools import chain
from pathlib import Path
from typing import Final, cast, get_args

from casus.codebook.names import key
from casus.codebook.own import Own
from casus.codebook.own_places import OWN_PLACES, OwnPlaces, own_places
from casus.codebook.place_entry import CREDITS, Entry, PlaceClass
from casus.codebook.place_tables import read_tables
from casus.model.errors import CodebookError

__all__ = ["CREDITS", "LEAST_SOUND", "Entry", "Gazetteer", "PlaceClass", "load_places", "sound"]

PATH: Final = Path(__file__).with_name("places.tsv.gz")

class Gazetteer:
    """All places of the codebook, by name. Immutable; safe to share."""

    def __init__(self, packed: bytes, source: str = "gazetteer") -> None:
        self._own = OwnPlaces({}, {})
        self._own_sounds: Mapping[str, tuple[Entry, ...]] = {}
        self._entries, self._keys = read_tables(packed, source)
        self._countries: dict[str, Entry] = {e.iso3: e for e in self._first_countries()}

    def with_own(self, places: OwnPlaces) -> Gazetteer:
        """This gazetteer with a user's places in it; itself it stays as it is."""
        new = copy(self)
        new._own = places
        sounds: dict[str, list[Entry]] = {}
        for entry in chain.from_iterable(places.by_key.values()):
            if entry.kind in {"adm1", "adm2", "town"} and entry not in sounds.setdefault(sound(entry.name), []):
                sounds[sound(entry.name)].append(entry)
        new._own_sounds = {k: tuple(found) for k, found in sounds.items()}
        return new

    def __len__(self) -> int:
        return len(self._entries)

    def __iter__(self) -> Iterator[Entry]:
        return (self._entry(i) for i in range(len(self)))

    def line(self, slug: str) -> Entry | None:
        """The shipped line with this id, or None; looks through the whole table."""
        head = slug.encode() + b"\t"
        return next((self._entry(i) for i, line in enumerate(self._entries) if line.startswith(head)), None)

    def find(self, name: str) -> tuple[Entry, ...]:
        """Every place of this name, the heaviest first; () for a name the gazetteer lacks."""
        words = key(name)
        return self._with(self._by_key(words), self._own.by_key.get(words, ()))

    def _with(self, shipped: tuple[Entry, ...], own: tuple[Entry, ...]) -> tuple[Entry, ...]:
        """Shipped entries and the user's, the heaviest first; the user's stand in the stead of lines of the same id."""
        if not own and not self._own.instead:
            return shipped
        found = {e.id: e for e in (*(self._own.instead.get(e.id, e) for e in shipped), *own)}
        return tuple(sorted(found.values(), key=lambda e: -e.weight))

    @lru_cache(maxsize=4096)  # noqa: B019 - one gazetteer per process, and it never changes
    def _by_key(self, name: str) -> tuple[Entry, ...]:
        if not name:
            return ()
        head = name.encode() + b"\t"
        line = self._keys.find(head)
        if line is None or not line.startswith(head):
            return ()
        return tuple(self._entry(int(n)) for n in line[len(head) :].split(b" "))

    def alike(self, name: str) -> tuple[Entry, ...]:
        """Places whose name sounds the same under another transliteration ("Panjwa'i", "Panjwayi"); units and towns only."""
        sounds = sound(name)
        return self._with(self._by_key(f"~{sounds}"), self._own_sounds.get(sounds, ())) if len(sounds) >= LEAST_SOUND else ()

    def knows(self, name: str) -> bool:
        """Whether any place has this name."""
        return bool(self.find(name))

    def begins(self, words: str) -> bool:
        """Whether some name of more words begins with these."""
        start = key(words) + " "
        if any(name.startswith(start) for name in self._own.by_key):
            return True
        line = self._keys.find(start.encode())
        return line is not None and line.startswith(start.encode())

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
def _shipped(path: Path) -> Gazetteer:
    try:
        packed = path.read_bytes()
    except OSError as error:
        raise CodebookError(f"{path}: the gazetteer cannot be read ({error})") from error
    return Gazetteer(packed, str(path))


@lru_cache(maxsize=4)
def load_places(path: Path = PATH, *, own: Own | None = None) -> Gazetteer:
    """The shipped gazetteer, with a user's places.tsv. Raises CodebookError where a file is missing, damaged or malformed."""
    shipped = _shipped(path)
    text = own.text(OWN_PLACES) if own is not None else None
    if own is None or text is None:
        return shipped
    return shipped.with_own(own_places(text, shipped, where=own.where(OWN_PLACES)))
