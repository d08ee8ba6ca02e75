"""A list of events or claims that also knows its records: what the verbs of a Case return."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any, Generic, TypeVar, overload

from casus.export.columns import COLUMNS, ColumnType, row
from casus.export.parts import Record
from casus.model.errors import ExportError

T = TypeVar("T")

_DTYPES: dict[ColumnType, str] = {
    "text": "object",
    "integer": "Int64",
    "number": "float64",
    "flag": "bool",
    "date": "datetime64[s]",
    "list": "object",
}


class Records(Sequence[T], Generic[T]):
    """Model objects of one kind, in record order, with their records beside them."""

    def __init__(self, items: Sequence[T], dicts: Sequence[Record], kind: str) -> None:
        self._items = tuple(items)
        self._dicts = tuple(dicts)
        self.kind = kind

    @overload
    def __getitem__(self, index: int) -> T: ...
    @overload
    def __getitem__(self, index: slice) -> tuple[T, ...]: ...
    def __getitem__(self, index: int | slice) -> T | tuple[T, ...]:
        """Return the object, or objects, at the index."""
        return self._items[index]

    def __len__(self) -> int:
        """Return the number of objects."""
        return len(self._items)

    def __iter__(self) -> Iterator[T]:
        """Go through the objects."""
        return iter(self._items)

    def __repr__(self) -> str:
        """Say how many of what there are."""
        return f"<{len(self)} {self.kind}>"

    def to_dicts(self) -> list[Record]:
        """Return the records, as `--format jsonl` prints them."""
        return list(self._dicts)

    def to_pandas(self) -> Any:
        """Return a pandas DataFrame with the columns of the CSV table; unknown figures are NA, unknown days NaT.

        Raises ExportError where pandas is not installed.
        """
        try:
            import pandas as pd
        except ImportError as error:
            raise ExportError("pandas is not installed; install it: pip install 'casus-events[pandas]'") from error
        columns = COLUMNS[self.kind]
        rows = [row(record, columns) for record in self._dicts]
        frame = pd.DataFrame(rows, columns=[c.name for c in columns], dtype="object")
        return frame.astype({c.name: _DTYPES[c.type] for c in columns})
