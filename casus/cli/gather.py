"""Reading inputs for a command: progress on a terminal, one line per input that cannot be used."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from casus.cli.options import checked_day
from casus.cli.outcome import plural, safe, say
from casus.model.errors import InputError

if TYPE_CHECKING:
    from casus.case import Added, Case, Watch


def open_or_read(
    inputs: list[str], *, published: str | None, publisher: str | None, url: str | None, codebook: Path | None, quiet: bool
) -> tuple[Case, bool]:
    """Return the stored case the only input names, or a temporary one of all inputs; and whether any input failed."""
    from casus.case import Case
    from casus.store import is_case

    stored = [name for name in inputs if is_case(Path(name))]
    if stored and len(inputs) > 1:
        raise typer.BadParameter(f"{stored[0]} is a case; give it alone", param_hint="INPUT")
    if stored and (published or publisher or url):
        raise typer.BadParameter("a stored case keeps what it was given; give this to casus read", param_hint="--published")
    if stored:
        case = Case(stored[0])
        warn_if_stale(case, quiet=quiet)
        if codebook is not None and not quiet:
            _warn_if_other(case, codebook)
        return case, False
    case = Case(codebook=codebook)
    done = gather(case, inputs, published=published, publisher=publisher, url=url, quiet=quiet)
    return case, bool(done.failed)


def _warn_if_other(case: Case, codebook: Path) -> None:
    """Say where a stored case was read with another codebook than the one given; what it holds stays as it was read."""
    from casus.codebook import read_own

    kept = case.kept_codebook()
    if (kept.files if kept is not None else None) != read_own(codebook).files:
        used = f"the codebook {kept.folder} as it was then" if kept is not None else "the shipped codebook alone"
        say(f"{case.path}: read with {used}, not with {codebook}, and shown so; read the inputs again with --codebook {codebook}")


def warn_if_stale(case: Case, *, quiet: bool) -> None:
    """Say how many reports of a stored case another version read."""
    stale = 0 if quiet else case.stale()
    if stale:
        say(f"{case.path}: {plural(stale, 'report')} read by another version of Casus or of its codebook; read the inputs again to renew")


def gather(case: Case, inputs: list[str], *, published: str | None, publisher: str | None, url: str | None, quiet: bool) -> Added:
    """Read the inputs into the case, naming each that fails on standard error."""
    day = checked_day(published)
    with _watching(quiet=quiet) as watch:
        return case.read(inputs, published=day, publisher=publisher, url=url, stdin=sys.stdin.buffer, watch=watch)


@contextmanager
def _watching(*, quiet: bool) -> Iterator[Watch]:
    """Give a watch that names failures, and counts reports where a person looks on."""
    if quiet or not sys.stderr.isatty():
        yield lambda found: say(str(found)) if isinstance(found, InputError) else None
        return
    from rich.console import Console
    from rich.progress import MofNCompleteColumn, Progress, SpinnerColumn, TextColumn, TimeElapsedColumn

    columns = (
        SpinnerColumn(),
        TextColumn("{task.description}", markup=False),
        MofNCompleteColumn(),
        TimeElapsedColumn(),
    )
    with Progress(*columns, console=Console(stderr=True), transient=True) as progress:
        task = progress.add_task("reading", total=None)

        def watch(found: object) -> None:
            if isinstance(found, InputError):
                progress.console.print(f"casus: {safe(str(found))}", markup=False, highlight=False, soft_wrap=True)
            progress.update(task, advance=1)

        yield watch
