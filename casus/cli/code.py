"""`casus code`: texts in, records out, nothing kept."""

from __future__ import annotations

from typing import Annotated

import typer

from casus.cli.options import FORMATS, Codebook, Inputs, Kind, Low, Published, Publisher, Quiet, Url, checked_export
from casus.cli.outcome import FAILED


def code(
    inputs: Inputs,
    published: Published = None,
    publisher: Publisher = None,
    url: Url = None,
    to: Annotated[str, typer.Option("--format", metavar="FORMAT", help=f"Format of the records: {FORMATS}.")] = "jsonl",
    kind: Kind = "events",
    low: Low = False,
    explain: Annotated[bool, typer.Option("--explain", help="Print text for people: what made each value of each event.")] = False,
    codebook: Codebook = None,
    quiet: Quiet = False,
) -> None:
    """Print the events of texts, and keep nothing.

    Only records go to standard output, so it can be piped. With no event to code nothing is printed, which is not an
    error.
    """
    if explain and (to, kind) != ("jsonl", "events"):
        raise typer.BadParameter("it prints the events as text; leave out --format and --kind", param_hint="--explain")
    text = checked_export(to, kind, option="--format/--kind")
    from casus.cli.explain import explain_lines
    from casus.cli.gather import open_or_read
    from casus.cli.outcome import say
    from casus.cli.output import send
    from casus.cli.terminal import show
    from casus.export import nobody, render

    case, failed = open_or_read(inputs, published=published, publisher=publisher, url=url, codebook=codebook, quiet=quiet)
    if explain:
        show(explain_lines(case.picture(), table=case.tools.book.actors, low=low))
    else:
        send(render(case.picture(), to, kind=kind, low=low, tell=nobody if quiet else say), None, text=text)
    if failed:
        raise typer.Exit(FAILED)
