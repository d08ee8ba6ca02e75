"""Tables in the columns of other data sets: their fields, and lines of comma-separated text."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from casus.export.tables import line_of
from casus.model.picture import Picture
from casus.model.text import Report


@dataclass(frozen=True, slots=True)
class Field:
    """A column of another data set: its name there, and what Casus writes into it."""

    name: str
    about: str


def fields(*lines: tuple[str, str]) -> tuple[Field, ...]:
    """Columns from pairs of a name and a meaning."""
    return tuple(Field(*line) for line in lines)


def header(columns: Iterable[Field], start: str = "") -> bytes:
    """The first line."""
    return line_of([column.name for column in columns], start)


def row_line(row: Mapping[str, Any], columns: Iterable[Field]) -> bytes:
    """One row; a column that the row does not name is empty."""
    return line_of([row.get(column.name) for column in columns])


def reports_of(picture: Picture) -> Mapping[str, Report]:
    """The reports of a picture by id."""
    return {reading.report.id: reading.report for reading in picture.readings}


def first_copies(picture: Picture) -> Mapping[str, str]:
    """Of every near copy the report that stands for all of them: copies of one text are one source."""
    return {report: min(group) for group in picture.near_copies for report in group}
