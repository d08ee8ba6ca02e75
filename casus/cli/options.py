"""The arguments and options that several commands share."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from casus.model.errors import InputError

FORMATS = "jsonl, csv, parquet, geojson, ucdp, acled, polecat, xlsx, graphml, gexf, ftm, webannotation, sqlite"
KINDS = "events, claims, reports, actors, relations, reasons, quotes, statistics, cautions"

Inputs = Annotated[
    list[str],
    typer.Argument(metavar="INPUT", help="Files, folders, patterns, or - for standard input.", show_default=False),
]
Published = Annotated[str | None, typer.Option(metavar="YYYY-MM-DD", help="Day of publication, where the input does not state it.")]
Publisher = Annotated[str | None, typer.Option(metavar="NAME", help="Who published the input.")]
Url = Annotated[str | None, typer.Option(metavar="URL", help="Where the input was published; nothing is fetched.")]
Quiet = Annotated[bool, typer.Option("--quiet", "-q", help="Print only errors.")]
Codebook = Annotated[
    Path | None,
    typer.Option(metavar="DIR", help="Folder of a codebook of your own, added to the shipped one.", show_default=False),
]
Low = Annotated[bool, typer.Option("--all", help="Add events held back as weak leads, marked certain: false.")]
Kind = Annotated[str, typer.Option(metavar="KIND", help=f"Kind of record: {KINDS}.")]
Output = Annotated[Path | None, typer.Option("--output", "-o", metavar="PATH", help="File to write.", show_default=False)]


def checked_name(name: str) -> str:
    """Return the name without space round it; a usage error where nothing is left."""
    if not name.strip():
        raise typer.BadParameter("the name is empty; write it as a report does", param_hint="NAME")
    return name.strip()


def checked_day(published: str | None, *, option: str = "--published") -> str | None:
    """Return the day as given; a usage error unless it is YYYY-MM-DD."""
    from casus.case import day_of

    try:
        day_of(published)
    except InputError as error:
        raise typer.BadParameter(f"{error.reason}; {error.remedy}", param_hint=option) from error
    return published


def checked_export(to: str, kind: str, *, option: str) -> bool:
    """Return whether the format is text; a usage error where it is unknown or cannot hold the kind."""
    from casus.export import exporter
    from casus.model.errors import ExportError

    try:
        return exporter(to, kind).text
    except ExportError as error:
        raise typer.BadParameter(str(error), param_hint=option) from error
