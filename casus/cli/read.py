"""`casus read`: add reports to a case."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from casus.cli.options import Codebook, Inputs, Published, Publisher, Quiet, Url
from casus.cli.outcome import FAILED, plural, safe


def read(
    inputs: Inputs,
    case: Annotated[Path, typer.Option(metavar="CASE", help="The case file, such as valley.casus; made if absent.")],
    published: Published = None,
    publisher: Publisher = None,
    url: Url = None,
    codebook: Codebook = None,
    quiet: Quiet = False,
) -> None:
    """Add reports to a case file.

    What the case knows already is left as it is, so a run that was cut off can simply be started again. A codebook of
    your own is kept with the case, and later commands use it.
    """
    from casus.case import Case
    from casus.cli.gather import gather, warn_if_stale

    opened = Case(case, codebook=codebook)
    done = gather(opened, inputs, published=published, publisher=publisher, url=url, quiet=quiet)
    if not quiet:
        failed = f", {len(done.failed)} failed" if done.failed else ""
        typer.echo(safe(f"{case}: {plural(done.added, 'report')} added, {done.known} known already{failed}"))
    if codebook is not None:
        warn_if_stale(opened, quiet=quiet)
    if done.failed:
        raise typer.Exit(FAILED)
