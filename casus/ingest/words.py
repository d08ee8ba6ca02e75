"""The shipped word list (codebook/words.txt.gz): which words are common, known, names, well-known places."""

from __future__ import annotations

import gzip
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files

from casus.model.errors import CodebookError


@dataclass(frozen=True, slots=True)
class Words:
    """Sets of words: `common` and `known` in lower case, `names` and `places` capitalised. `known` holds `common`."""

    common: frozenset[str]
    known: frozenset[str]
    names: frozenset[str]
    places: frozenset[str]


@lru_cache(maxsize=1)
def words() -> Words:
    """The shipped list. Raises CodebookError where the file is malformed."""
    packed = (files("casus") / "codebook" / "words.txt.gz").read_bytes()
    sections: dict[str, frozenset[str]] = {}
    for part in gzip.decompress(packed).decode("utf-8").split("\n== ")[1:]:
        name, _, body = part.partition("\n")
        sections[name] = frozenset(body.split())
    try:
        common = sections["common"]
        return Words(common, common | sections["known"], sections["names"] | sections["places"], sections["places"])
    except KeyError as error:
        raise CodebookError(f"words.txt.gz: no section {error}; restore the shipped file") from error
