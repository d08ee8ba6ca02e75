"""Near copies: reports that tell the same text and so count as one source.

Bodies are compared as sets of five-word shingles. Candidates come from MinHash signatures cut into bands (Broder 1997;
Leskovec, Rajaraman and Ullman, Mining of Massive Datasets, ch. 3) and, for a short text inside a long one, from a fixed
sample of shared shingles; each candidate is then checked exactly. Nothing depends on the order of the reports.
"""

from __future__ import annotations

import re
import zlib
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import combinations, pairwise
from typing import Final

import numpy as np
from numpy.typing import NDArray

from casus.model.text import Report

Hashes = NDArray[np.uint64]
Pair = tuple[int, int]

SHINGLE: Final = 5
"""Words in a shingle."""
ALIKE: Final = 0.8
"""Two texts are copies if this share of all their shingles is common to both (Jaccard)."""
INSIDE: Final = 0.85
"""A text is a copy of a longer one if this share of its own shingles stands there."""
LEAST_WORDS: Final = 60
"""A text shorter than this is no copy merely because it stands inside another."""

_BANDS: Final = 32
_ROWS: Final = 4
_ROW_CHUNK: Final = 4096
_SAMPLE: Final = np.uint64(4)
_CROWD: Final = 32
_HUBS: Final = 8
_WORD: Final = re.compile(r"[^\W_]+")


def near_copies(reports: Sequence[Report]) -> tuple[tuple[str, ...], ...]:
    """Groups of report ids that tell the same text, each sorted, in the order of their first ids.

    A text that stands inside several longer ones joins the one that holds most of it, so that two independent reports
    which carry the same agency copy are not made one. Titles are left out: a reprint often changes them.
    """
    bodies = {report.id: report for report in reports}
    ids = sorted(bodies)
    words = [_words(bodies[one]) for one in ids]
    sets = [_shingles(one) for one in words]
    groups = _Groups(len(ids))
    for one, other in sorted(_banded(sets)):
        if _alike(sets[one], sets[other]) >= ALIKE:
            groups.join(one, other)
    for short, long in _contained(sets, [len(one) for one in words]):
        groups.join(short, long)
    return tuple(tuple(ids[i] for i in group) for group in groups.several())


def _words(report: Report) -> Hashes:
    """A number for each word of the body, in order; of the title too where the body says little."""
    title = [report.text[block.start : block.end] for block in report.blocks if block.kind == "title"]
    body = [report.text[block.start : block.end] for block in report.blocks if block.kind != "title"]
    found = _WORD.findall("\n".join(body).casefold())
    if len(found) < LEAST_WORDS:
        found = _WORD.findall("\n".join((*title, *body)).casefold())
    return np.array([zlib.crc32(word.encode("utf-8", "surrogatepass")) for word in found], dtype=np.uint64)


def _shingles(words: Hashes) -> Hashes:
    """The sorted, distinct hashes of all runs of five words; a shorter text is one shingle."""
    if not len(words):
        return words
    count = max(len(words) - SHINGLE + 1, 1)
    total = np.zeros(count, dtype=np.uint64)
    for n in range(min(SHINGLE, len(words))):
        total = _mixed(total * np.uint64(0x9E3779B97F4A7C15) + words[n : n + count])
    return np.unique(total)


def _mixed(values: Hashes) -> Hashes:
    """SplitMix64's finaliser: spreads every bit of a value over all bits."""
    values = (values ^ (values >> np.uint64(30))) * np.uint64(0xBF58476D1CE4E5B9)
    values = (values ^ (values >> np.uint64(27))) * np.uint64(0x94D049BB133111EB)
    return values ^ (values >> np.uint64(31))


@lru_cache(maxsize=1)
def _factors() -> Hashes:
    """The fixed odd multipliers of the MinHash functions."""
    return _mixed(np.arange(1, _BANDS * _ROWS + 1, dtype=np.uint64)) | np.uint64(1)


def _signature(shingles: Hashes) -> Hashes:
    """The MinHash signature: for each function the least value over all shingles."""
    least = np.full(_BANDS * _ROWS, np.iinfo(np.uint64).max, dtype=np.uint64)
    for start in range(0, len(shingles), _ROW_CHUNK):
        part = shingles[start : start + _ROW_CHUNK, None] * _factors()[None, :]
        least = np.minimum(least, (part ^ (part >> np.uint64(32))).min(axis=0))
    return least


def _banded(sets: Sequence[Hashes]) -> set[Pair]:
    """Pairs with an equal band; in a band of many equal texts each is paired with the first ones only."""
    bands: dict[tuple[int, bytes], list[int]] = defaultdict(list)
    for index, shingles in enumerate(sets):
        if len(shingles):
            signature = _signature(shingles).reshape(_BANDS, _ROWS)
            for band in range(_BANDS):
                bands[band, signature[band].tobytes()].append(index)
    return {pair for members in bands.values() for pair in _paired(members)}


def _paired(members: Sequence[int]) -> Iterator[Pair]:
    """All pairs of a few; of a crowd, each with the first ones and with its neighbour."""
    if len(members) <= _CROWD:
        yield from combinations(members, 2)
        return
    yield from ((hub, one) for n, hub in enumerate(members[:_HUBS]) for one in members[n + 1 :])
    yield from pairwise(members)


def _contained(sets: Sequence[Hashes], lengths: Sequence[int]) -> Iterator[Pair]:
    """For each text of some length, the longer text that holds most of it, if that is enough."""
    order = sorted(range(len(sets)), key=lambda i: (-len(sets[i]), i))
    holders: dict[int, list[int]] = defaultdict(list)
    for index in order:
        for value in sets[index][sets[index] % _SAMPLE == 0].tolist():
            holders[value].append(index)
    shared: dict[Pair, int] = defaultdict(int)
    for members in holders.values():
        for long, short in _paired(members):
            shared[short, long] += 1
    best: dict[int, tuple[float, int]] = {}
    for (short, long), count in sorted(shared.items()):
        if lengths[short] < LEAST_WORDS or count * 2 * int(_SAMPLE) < len(sets[short]):
            continue
        share = _common(sets[short], sets[long]) / len(sets[short])
        if share >= INSIDE and share > best.get(short, (0.0, 0))[0]:
            best[short] = (share, long)
    yield from ((short, long) for short, (_, long) in sorted(best.items()))


def _common(one: Hashes, other: Hashes) -> int:
    return len(np.intersect1d(one, other, assume_unique=True))


def _alike(one: Hashes, other: Hashes) -> float:
    """The Jaccard similarity of two sets."""
    common = _common(one, other)
    return common / (len(one) + len(other) - common)


class _Groups:
    """Sets of indices that grow together (union and find); each set's head is its least member."""

    def __init__(self, size: int) -> None:
        self._head = list(range(size))

    def head(self, one: int) -> int:
        """The least member of the set that holds this one."""
        while self._head[one] != one:
            self._head[one] = self._head[self._head[one]]
            one = self._head[one]
        return one

    def join(self, one: int, other: int) -> None:
        """Make the sets of the two one set."""
        low, high = sorted((self.head(one), self.head(other)))
        self._head[high] = low

    def several(self) -> Iterable[tuple[int, ...]]:
        """The sets of two and more members, sorted."""
        sets: dict[int, list[int]] = defaultdict(list)
        for one in range(len(self._head)):
            sets[self.head(one)].append(one)
        return [tuple(members) for _, members in sorted(sets.items()) if len(members) > 1]
