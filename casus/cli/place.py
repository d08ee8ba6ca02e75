"""`casus place`: which place a name means in a report about a country, why, and every other reading with its points."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Annotated

import typer

from casus.cli.options import Codebook, checked_name

if TYPE_CHECKING:
    from casus.cli.terminal import Line
    from casus.resolve.lookup import WhereIs

MOST = 15
"""How many readings of a name are listed."""


def place(
    name: Annotated[str, typer.Argument(metavar="NAME", help="The name, as a report writes it.", show_default=False)],
    country: Annotated[str, typer.Option(metavar="COUNTRY", help="The country the report speaks of: its name or ISO code (PAK).")] = "",
    within: Annotated[str, typer.Option(metavar="NAME", help="What the text says the place lies in.")] = "",
    codebook: Codebook = None,
) -> None:
    """Show what the gazetteer knows of a place's name.

    First which place the name means in a report about that country, and why; then every reading of it with its points.
    """
    from casus.cli.terminal import show
    from casus.model.errors import InputError
    from casus.places import lookup

    name = checked_name(name)
    try:
        found = lookup(name, country=country, within=within, codebook=codebook)
    except InputError as error:
        raise typer.BadParameter(str(error), param_hint="--country") from error
    show(place_lines(found, name=name))


def place_lines(found: WhereIs, *, name: str) -> Iterator[Line]:
    """The choice with its reason, then the readings, best first, each with its points and its gazetteer line."""
    from casus.cli.explain import candidate_line
    from casus.cli.terminal import line

    chosen = found.place
    meant = ", ".join((chosen.name, *chosen.within)) + f" ({chosen.id})" if chosen.id is not None else "no one place"
    yield line((name, "bold"), ": ", (meant, "bold"), f"  <- {chosen.reason}")
    for candidate in found.candidates[:MOST]:
        yield line("")
        yield line(candidate_line(candidate))
        entry = found.entries.get(candidate.id)
        if entry is not None:
            point = f"{entry.lat:.4f} {entry.lon:.4f}" if entry.lat is not None and entry.lon is not None else "no point"
            yield line(f"{entry.kind}, {entry.iso3 or 'no country'}, {point}; {entry.source}", indent=8)
    if len(found.candidates) > MOST:
        yield line(f"and {len(found.candidates) - MOST} more")
