"""The gazetteer's blocks: lines in, the same lines out, and only as many blocks unpacked as are asked for."""

from __future__ import annotations

import gzip

import pytest
from hypothesis import given
from hypothesis import strategies as st

from casus.codebook.place_tables import PER_BLOCK, pack_tables, read_tables
from casus.model.errors import CodebookError

KEYS = [f"{n:05d}\t{n}".encode() for n in range(0, 4 * PER_BLOCK, 2)]


def test_lines_come_back_by_number_and_by_key() -> None:
    entries, keys = read_tables(pack_tables(["terms"], [b"a\t1", b"b\t2"], KEYS))
    assert list(entries) == [b"a\t1", b"b\t2"]
    assert list(keys) == KEYS
    assert (len(keys), keys[PER_BLOCK], keys[0]) == (len(KEYS), KEYS[PER_BLOCK], KEYS[0])
    with pytest.raises(IndexError):
        keys[len(KEYS)]


@given(st.integers(-1, 4 * PER_BLOCK + 1))
def test_the_first_line_not_before_a_key(n: int) -> None:
    _, keys = read_tables(pack_tables([], [b"a"], KEYS))
    head = f"{n:05d}\t".encode()
    assert keys.find(head) == next((line for line in KEYS if line >= head), None)


def test_the_file_is_plain_gzip_and_its_bytes_depend_on_its_lines_only() -> None:
    packed = pack_tables(["terms"], [b"a\t1"], KEYS)
    assert packed == pack_tables(["terms"], [b"a\t1"], KEYS)
    text = gzip.decompress(packed)
    assert text.startswith(b"# terms\n")
    assert text.endswith(b"\n".join(KEYS) + b"\n")


def test_a_damaged_block_is_told_when_it_is_opened() -> None:
    packed = bytearray(pack_tables(["terms"], [b"a\t1"], KEYS))
    packed[-20] ^= 0xFF
    _, keys = read_tables(bytes(packed), "places")
    assert keys[0] == KEYS[0]
    with pytest.raises(CodebookError, match="places: the gazetteer is damaged"):
        keys[len(KEYS) - 1]


@pytest.mark.parametrize("wrong", [b"", b"no gzip", gzip.compress(b"one part"), gzip.compress(b"# terms only\n")])
def test_what_is_no_gazetteer_is_refused(wrong: bytes) -> None:
    with pytest.raises(CodebookError, match="cannot be read"):
        read_tables(wrong)
