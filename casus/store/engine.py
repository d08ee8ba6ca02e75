"""The engine: a DuckDB instance kept at hand. Making one takes ten times as long as opening a file in it and closing it again.

Between two verbs it holds no file: other processes can open the case, and one killed then leaves nothing open.
"""

from __future__ import annotations

import os
from collections.abc import Callable
from threading import Lock

import duckdb

Lent = tuple[duckdb.DuckDBPyConnection, Callable[[], None]]
"""A connection, and what gives it back: whatever file was attached to it as `casefile` is closed."""


class Engine:
    """An instance made at first use and lent to one at a time; who asks meanwhile gets one of his own, and so does a forked process."""

    def __init__(self) -> None:
        self._free = Lock()
        self._made: tuple[int, duckdb.DuckDBPyConnection] | None = None

    def __reduce__(self) -> tuple[type[Engine], tuple[()]]:
        return Engine, ()

    def lend(self) -> Lent:
        """Return a connection without a file."""
        if not self._free.acquire(blocking=False):
            return lone()
        try:
            process = os.getpid()
            if self._made is None or self._made[0] != process:
                self._made = process, instance()
            return self._made[1].cursor(), self._given_back
        except BaseException:
            self._free.release()
            raise

    def _given_back(self) -> None:
        made, self._made = self._made, None
        try:
            if made is not None:
                made[1].execute("DETACH DATABASE IF EXISTS casefile")
                self._made = made
        except duckdb.Error:  # a full disk: what was committed stands in the log beside the file; the next verb starts afresh
            if made is not None:
                made[1].close()
        finally:
            self._free.release()


def lone() -> Lent:
    """Return a connection of an instance of its own, which ends with it."""
    made = instance()
    return made, made.close


def instance() -> duckdb.DuckDBPyConnection:
    """Return a new instance, without a file."""
    return duckdb.connect(config={"threads": 1})
