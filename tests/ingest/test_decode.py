from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from casus.ingest.decode import decode
from casus.model.errors import EmptyInput, InputError, UnreadableInput

TEXT = "The general said “no”. The café in Paktika’s bazaar was hit – twice, officials said."


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32", "cp1252"])
def test_encodings(encoding: str) -> None:
    assert decode(TEXT.encode(encoding), "x") == TEXT


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
def test_utf16_without_a_mark(encoding: str) -> None:
    assert decode(("The army said on Monday. " * 4).encode(encoding), "x").startswith("The army")


def test_latin_1() -> None:
    assert decode(("Le café a été touché, said the mayor. " * 4).encode("latin-1"), "x").startswith("Le café")


def test_one_broken_byte_does_not_spoil_the_rest() -> None:
    data = TEXT.encode() + b"\xe2\x80"
    assert decode(data, "x").startswith(TEXT)


@pytest.mark.parametrize(
    "data",
    [
        b"\x89PNG\r\n\x1a\n" + bytes(range(256)),
        b"\xff\xd8\xff\xe0" + bytes(200),
        b"%PDF-1.7 some text",
        b"PK\x03\x04 text",
        bytes(500) + b"a",
        bytes(range(1, 32)) * 20,
        b"\xff\xfe\x00",
    ],
)
def test_binary_is_refused(data: bytes) -> None:
    with pytest.raises(UnreadableInput):
        decode(data, "x")


@pytest.mark.parametrize("data", [b"", b"  \n\t"])
def test_empty(data: bytes) -> None:
    with pytest.raises(EmptyInput):
        decode(data, "x")


@given(st.binary(max_size=300))
@settings(max_examples=200, deadline=None)
def test_any_bytes_give_text_or_a_clear_error(data: bytes) -> None:
    try:
        assert isinstance(decode(data, "x"), str)
    except InputError as error:
        assert str(error).startswith("x: ")
