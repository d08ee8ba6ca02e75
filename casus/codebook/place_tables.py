"""The gazetteer's file: sorted lines in packed blocks, each unpacked only when a line of it is asked for.

A gzip file of many members. The first holds the terms and one line per block (table, packed bytes, lines, first line's
key); the blocks follow in that order. A look-up unpacks one block, so that opening the file costs next to nothing, and
`zcat` still shows all of it.
"""

from __future__ import annotations

import gzip
import zlib
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate, pairwise
from typing import Final, Literal

from casus.model.errors import CodebookError

__all__ = ["PER_BLOCK", "Table", "pack_tables", "read_tables"]

Name = Literal["entries", "keys"]
_TABLES: Final[tuple[Name, Name]] = ("entries", "keys")
PER_BLOCK: Final = 1024
"""Lines of a block: fewer unpack faster, more pack smaller."""
_GZIP: Final = 31


@dataclass(frozen=True, slots=True)
class _Block:
    """Where a block's packed bytes stand, how many lines it holds, and the key of the first."""

    start: int
    end: int
    lines: int
    first: bytes


class Table:
    """The lines of one table, by number and by key. Raises CodebookError where a block is damaged."""

    def __init__(self, packed: bytes, blocks: Sequence[_Block], source: str) -> None:
        self._packed = packed
        self._blocks = tuple(blocks)
        self._starts = tuple(accumulate((b.lines for b in blocks), initial=0))
        self._firsts = tuple(b.first for b in blocks)
        self._source = source
        self._open: dict[int, list[bytes]] = {}

    def __len__(self) -> int:
        return self._starts[-1]

    def __getitem__(self, i: int) -> bytes:
        if not 0 <= i < len(self):
            raise IndexError(i)
        n = bisect_right(self._starts, i) - 1
        return self._lines(n)[i - self._starts[n]]

    def __iter__(self) -> Iterator[bytes]:
        return (line for n in range(len(self._blocks)) for line in self._lines(n))

    def find(self, head: bytes) -> bytes | None:
        """The first line that is not before `head` in order of bytes, of a table sorted by its lines."""
        n = max(bisect_right(self._firsts, head) - 1, 0)
        for block in range(n, min(n + 2, len(self._blocks))):
            lines = self._lines(block)
            at = _first_not_before(lines, head)
            if at < len(lines):
                return lines[at]
        return None

    def _lines(self, n: int) -> list[bytes]:
        if n not in self._open:
            block = self._blocks[n]
            try:
                text = zlib.decompress(self._packed[block.start : block.end], _GZIP)
            except zlib.error as error:
                raise CodebookError(f"{self._source}: the gazetteer is damaged ({error})") from error
            self._open[n] = text.split(b"\n")[:-1]
        return self._open[n]


def _first_not_before(lines: Sequence[bytes], head: bytes) -> int:
    low, high = 0, len(lines)
    while low < high:
        middle = (low + high) // 2
        if lines[middle] < head:
            low = middle + 1
        else:
            high = middle
    return low


def read_tables(packed: bytes, source: str = "gazetteer") -> tuple[Table, Table]:
    """Entries and keys of a packed gazetteer. Raises CodebookError where it is none, or its blocks do not fill it."""
    first = zlib.decompressobj(_GZIP)
    try:
        head = first.decompress(packed).decode()
        rows = [line.split("\t") for line in head.splitlines() if not line.startswith("#")]
        sizes = [(table, int(size), int(lines), key.encode() + b"\t") for table, size, lines, key in rows]
    except (zlib.error, ValueError, EOFError) as error:
        raise CodebookError(f"{source}: the gazetteer cannot be read ({error})") from error
    ends = accumulate((size for _, size, _, _ in sizes), initial=len(packed) - len(first.unused_data))
    blocks = [(row[0], _Block(start, end, row[2], row[3])) for row, (start, end) in zip(sizes, pairwise(ends), strict=True)]
    if not blocks or blocks[-1][1].end != len(packed) or {table for table, _ in blocks} != set(_TABLES):
        raise CodebookError(f"{source}: the gazetteer cannot be read (its blocks and its length differ)")
    entries, keys = (Table(packed, [b for table, b in blocks if table == name], source) for name in _TABLES)
    return entries, keys


def pack_tables(terms: Sequence[str], entries: Sequence[bytes], keys: Sequence[bytes]) -> bytes:
    """The file: `terms` are shown first, one line each; `keys` must be sorted. The same lines give the same bytes."""
    index: list[str] = [f"# {term}\n" for term in terms]
    blocks: list[bytes] = []
    for name, lines in zip(_TABLES, (entries, keys), strict=True):
        for part in (lines[at : at + PER_BLOCK] for at in range(0, len(lines), PER_BLOCK)):
            blocks.append(gzip.compress(b"".join(line + b"\n" for line in part), 9, mtime=0))
            first = part[0].partition(b"\t")[0].decode()
            index.append(f"{name}\t{len(blocks[-1])}\t{len(part)}\t{first}\n")
    return gzip.compress("".join(index).encode(), 9, mtime=0) + b"".join(blocks)
