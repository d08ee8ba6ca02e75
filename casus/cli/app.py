"""The application: its commands in the order of their use, and `--version`."""

from __future__ import annotations

import sys
from typing import Annotated

import typer

from casus.cli import actor, brief, check, code, codebook, decide, diff, doctor, evaluate, export, judgements, place, read, review
from casus.cli.outcome import guarded

app = typer.Typer(
    name="casus",
    help="Reads reports about armed conflict and political violence into event data: who did what to whom, when, "
    "where, at what cost, and who says so. Nothing leaves this machine.",
    no_args_is_help=True,
    add_completion=False,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)


def _show_version(wanted: bool) -> None:
    if wanted:
        from casus import __version__

        typer.echo(f"casus {__version__}")
        raise typer.Exit


@app.callback()
def _start(
    version: Annotated[bool, typer.Option("--version", callback=_show_version, is_eager=True, help="Print the version and stop.")] = False,
) -> None:
    pass


for command in (
    brief.brief, read.read, code.code, check.check, export.export, diff.diff, decide.join, decide.split, review.review, evaluate.evaluate,
    actor.actor, place.place, doctor.doctor,
):  # fmt: skip
    app.command()(guarded(command))
app.add_typer(codebook.codebook_app)
app.add_typer(judgements.judgements_app)


def main() -> None:
    """Run the command line. Exit codes: 0 done, 1 some input or the case failed, 2 wrong usage."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="backslashreplace")
    app()
