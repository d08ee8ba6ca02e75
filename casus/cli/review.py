"""`casus review`: the workbench in the browser."""

from __future__ import annotations

import os
import signal
import webbrowser
from pathlib import Path
from typing import Annotated

import typer

from casus.cli.options import Quiet

INSTALL = 'pip install "casus-events[review]"'


def review(
    case: Annotated[Path, typer.Argument(metavar="CASE", help="A case file that casus read made.", show_default=False)],
    coder: Annotated[
        str | None, typer.Option(metavar="NAME", help="Who decides; the user's name, if not given.", show_default=False)
    ] = None,
    blind: Annotated[bool, typer.Option("--blind", help="See and obey only one's own decisions: for double coding.")] = False,
    port: Annotated[int, typer.Option(metavar="PORT", min=0, max=65535, help="The port; 0 takes one that is free.")] = 0,
    host: Annotated[
        str, typer.Option(metavar="ADDRESS", help="The address to listen on; any but this machine's own needs a password.")
    ] = "127.0.0.1",
    browser: Annotated[bool, typer.Option("--browser/--no-browser", help="Open the browser.")] = True,
    quiet: Quiet = False,
) -> None:
    """Open the workbench: accept, correct and reject events in the browser.

    It listens on this machine alone, under an address with a secret token, and asks no other machine for anything. The case is opened
    for the moment of each decision only. Stop it with Ctrl-C.
    """
    try:
        from casus.review.serving import keys_for, serve
    except ModuleNotFoundError as error:
        from casus.model.errors import CaseError

        raise CaseError(f"the workbench needs {error.name}, which is not installed; get it with: {INSTALL}") from error
    from casus.case import Case
    from casus.cli.decide import user
    from casus.cli.gather import warn_if_stale
    from casus.review.desk import Desk

    signal.signal(signal.SIGTERM, signal.default_int_handler)  # ended from outside, it tidies up as after Ctrl-C
    opened = Case(case, hand_over=False)
    warn_if_stale(opened, quiet=quiet)
    keys = keys_for(host, port, os.environ.get("CASUS_PASSWORD"))

    def ready(address: str) -> None:
        if not quiet:
            typer.echo(f"{case}: the workbench of {desk.coder} is open at\n  {address}", err=True)
            typer.echo("Every decision is kept at once. Stop it with Ctrl-C.", err=True)
        if browser:
            webbrowser.open(address)

    if not quiet:
        typer.echo(f"{case}: reading the case", err=True)
    desk = Desk(opened, coder=coder or user(), blind=blind)
    serve(desk, keys, ready=ready)
