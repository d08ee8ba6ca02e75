"""Who a name means, from Python: `casus.actors.lookup("TTP", on="2024-12-26")`. `casus actor` is the same on the line."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from casus.codebook import read_own
from casus.codebook.actors import ActorTable, load_actors
from casus.model.errors import InputError
from casus.resolve.lookup import WhoIs, who_is

__all__ = ["WhoIs", "lookup", "table"]


def table(codebook: str | Path | None = None) -> ActorTable:
    """Every actor the codebook knows, with those of a folder of your own tables; read once, kept while the program runs.

    Raises:
        CodebookError: a table of your own cannot be read, or contradicts itself or the shipped one.
    """
    return load_actors(read_own(Path(codebook)) if codebook is not None else None)


def lookup(name: str, *, on: date | str | None = None, beside: str = "", codebook: str | Path | None = None) -> WhoIs:
    """Whom a name means in a report of a day, with the reason, and everybody else of that name.

    Args:
        name: the name as a report writes it.
        on: the day whose names and offices count (a date, or YYYY-MM-DD); None for any day.
        beside: other words of the report, which may decide between namesakes.
        codebook: a folder with tables of your own.

    Raises:
        InputError: the name is empty or the day is none.
        CodebookError: as `table`.
    """
    if not name.strip():
        raise InputError("NAME", "the name is empty", "write it as a report does")
    try:
        day = date.fromisoformat(on) if isinstance(on, str) else on
    except ValueError:
        raise InputError(str(on), "no day", "write it as YYYY-MM-DD") from None
    return who_is(name.strip(), table(codebook), on=day, beside=beside)
