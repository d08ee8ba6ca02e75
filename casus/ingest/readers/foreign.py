"""Formats that other packages read: what is missing, and what goes wrong inside them, as one clear line."""

from __future__ import annotations

import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from typing import BinaryIO

from casus.model.errors import FORMATS_EXTRA, InputError, UnreadableInput


def missing(source: str, package: str) -> UnreadableInput:
    """The error of a format whose package is not installed."""
    return UnreadableInput(source, f"the package {package}, which reads it, is not there", FORMATS_EXTRA)


@contextmanager
def damaged(source: str, what: str, remedy: str) -> Iterator[None]:
    """Turn whatever a package raises over a damaged or hostile file into an UnreadableInput."""
    try:
        yield
    except InputError:
        raise
    except (Exception, RecursionError, MemoryError, zlib.error) as error:
        raise UnreadableInput(source, f"{what} ({type(error).__name__})", remedy) from error


def read_up_to(stream: BinaryIO, most: int, source: str) -> bytes:
    """All bytes of a stream. Raises UnreadableInput where there are more than `most`."""
    data = stream.read(most + 1)
    if len(data) > most:
        raise UnreadableInput(source, f"it is larger than {most // 1_000_000} MB", "split it into smaller files")
    return data
