"""Lines for people: wrapped and coloured on a terminal, plain elsewhere."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from rich.console import Console
from rich.text import Text

from casus.cli.outcome import safe


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the summary: its parts as (words, style), and how far it stands in."""

    parts: tuple[tuple[str, str], ...]
    indent: int = 0


def line(*parts: str | tuple[str, str], indent: int = 0) -> Line:
    """Return a line of plain words and (words, style) pairs."""
    return Line(tuple((part, "") if isinstance(part, str) else part for part in parts), indent)


def show(lines: Iterable[Line], console: Console | None = None) -> None:
    """Print the lines; on a terminal each is wrapped to its width, standing in as its first row does."""
    out = console or Console(highlight=False)
    for each in lines:
        text = Text.assemble(*((safe(words).replace("\n", " "), style) for words, style in each.parts))
        width = max(out.width - each.indent, 20)
        for piece in text.wrap(out, width) if out.is_terminal and text.plain else [text]:
            piece.rstrip()
            out.print(Text(" " * each.indent) + piece, soft_wrap=True)
