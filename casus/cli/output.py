"""Bytes to standard output, as they are: no encoding of the terminal may change a record."""

from __future__ import annotations

import sys
from collections.abc import Iterable
from pathlib import Path

import typer

from casus.export import write_whole


def send(pieces: Iterable[bytes], path: Path | None, *, text: bool = True) -> None:
    """Write the pieces to the file, or, without one, to standard output; a table of bytes never to a terminal."""
    if path is not None:
        write_whole(path, pieces)
        return
    if not text and sys.stdout.isatty():
        raise typer.BadParameter("this format is not text; name a file", param_hint="--output")
    sys.stdout.flush()
    for piece in pieces:
        sys.stdout.buffer.write(piece)
    sys.stdout.buffer.flush()
