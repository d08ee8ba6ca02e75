"""`casus check`: only the cautions."""

from __future__ import annotations

from typing import Annotated

import typer

from casus.cli.options import Codebook, Inputs, Published, Publisher, Quiet, Url, checked_export
from casus.cli.outcome import FAILED


def check(
    inputs: Inputs,
    published: Published = None,
    publisher: Publisher = None,
    url: Url = None,
    to: Annotated[str, typer.Option("--format", metavar="FORMAT", help="text for people; or jsonl, csv, parquet.")] = "text",
    codebook: Codebook = None,
    quiet: Quiet = False,
) -> None:
    """Print only the cautions.

    These are what a careful reader would flag in texts, or in a stored case, and where.
    """
    text = to == "text" or checked_export(to, "cautions", option="--format")
    from casus.cli.gather import open_or_read
    from casus.cli.output import send
    from casus.cli.summary import caution_lines
    from casus.cli.terminal import show
    from casus.export import render

    case, failed = open_or_read(inputs, published=published, publisher=publisher, url=url, codebook=codebook, quiet=quiet)
    if to == "text":
        show(caution_lines(case.picture(), most=None))
    else:
        send(render(case.picture(), to, kind="cautions"), None, text=text)
    if failed:
        raise typer.Exit(FAILED)
