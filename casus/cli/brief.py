"""`casus brief`: the page, and a short summary on the terminal."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from casus.cli.options import Codebook, Inputs, Published, Publisher, Quiet, Url
from casus.cli.outcome import FAILED


def brief(
    inputs: Inputs,
    output: Annotated[Path, typer.Option("--output", "-o", metavar="PATH", help="The page; an older one is replaced.")] = Path(
        "brief.html"
    ),
    published: Published = None,
    publisher: Publisher = None,
    url: Url = None,
    no_text: Annotated[bool, typer.Option("--no-text", help="Short quotations only: leave the reports' texts out of the page.")] = False,
    codebook: Codebook = None,
    quiet: Quiet = False,
) -> None:
    """Write the page and print a summary.

    The inputs are texts, or one stored case. The page is one file that needs no network. Texts are not kept; to keep
    them, use casus read.
    """
    from casus.cli.gather import open_or_read
    from casus.cli.summary import summary_lines
    from casus.cli.terminal import show

    case, failed = open_or_read(inputs, published=published, publisher=publisher, url=url, codebook=codebook, quiet=quiet)
    picture = case.picture()
    if picture.readings or not failed:
        case.brief(output, text=not no_text)
        if not quiet:
            show(summary_lines(picture, page=str(output)))
    if failed:
        raise typer.Exit(FAILED)
