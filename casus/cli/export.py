"""`casus export`: a case as a file for other programs."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from casus.cli.options import FORMATS, Kind, Low, Output, Quiet, checked_export


def export(
    case: Annotated[Path, typer.Argument(metavar="CASE", help="A case file that casus read made.", show_default=False)],
    to: Annotated[str, typer.Option(metavar="FORMAT", help=f"Format: {FORMATS}.")],
    output: Output = None,
    kind: Kind = "events",
    low: Low = False,
    no_text: Annotated[bool, typer.Option("--no-text", help="Leave out the full text of reports.")] = False,
    quiet: Quiet = False,
) -> None:
    """Write a case's records in other formats.

    Without -o they go to standard output.
    """
    text = checked_export(to, kind, option="--to/--kind")
    from casus.case import Case
    from casus.cli.gather import warn_if_stale
    from casus.cli.outcome import say
    from casus.cli.output import send
    from casus.export import nobody, render

    opened = Case(case)
    warn_if_stale(opened, quiet=quiet)
    tell = nobody if quiet else say
    send(render(opened.picture(), to, kind=kind, low=low, text=not no_text, tell=tell), output, text=text)
