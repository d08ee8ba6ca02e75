"""`casus join` and `casus split`: what a person decides about which accounts are one event."""

from __future__ import annotations

import getpass
from pathlib import Path
from typing import Annotated

import typer

from casus.cli.options import Quiet

CaseFile = Annotated[Path, typer.Argument(metavar="CASE", help="A case file that casus read made.", show_default=False)]
Coder = Annotated[str | None, typer.Option(metavar="NAME", help="Who decides; the user's name, if not given.", show_default=False)]
Note = Annotated[str, typer.Option(metavar="TEXT", help="Why.", show_default=False)]


def join(
    case: CaseFile,
    a: Annotated[str, typer.Argument(metavar="A", help="The id of an event.", show_default=False)],
    b: Annotated[str, typer.Argument(metavar="B", help="The id of another.", show_default=False)],
    coder: Coder = None,
    note: Note = "",
    quiet: Quiet = False,
) -> None:
    """Decide that two events are one occurrence.

    The decision is kept in the case, signed and dated, and holds when reports are added or read again.
    """
    from casus.case import Case

    Case(case).join(a, b, coder=coder or user(), note=note)
    _say(f"{a} and {b} are one event", quiet=quiet)


def split(
    case: CaseFile,
    event: Annotated[str, typer.Argument(metavar="EVENT", help="The id of an event.", show_default=False)],
    reports: Annotated[list[str] | None, typer.Argument(metavar="REPORT", help="Reports that tell of another occurrence.")] = None,
    coder: Coder = None,
    note: Note = "",
    quiet: Quiet = False,
) -> None:
    """Decide that an event is several occurrences.

    What the named reports tell is set apart from the rest; without reports, each report's account becomes an event of its
    own. The decision is kept in the case, signed and dated, and holds when reports are added or read again.
    """
    from casus.case import Case

    Case(case).split(event, reports or (), coder=coder or user(), note=note)
    _say(f"{event} is split", quiet=quiet)


def user() -> str:
    """The name the system knows the user by, or "unknown"."""
    try:
        return getpass.getuser()
    except (OSError, KeyError):
        return "unknown"


def _say(message: str, *, quiet: bool) -> None:
    if not quiet:
        typer.echo(message, err=True)
