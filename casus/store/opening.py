"""Opening and creating a case file: one DuckDB file, its schema, and one clear line for whatever is wrong with it.

Storage is written in the format of DuckDB 1.4, which every supported DuckDB (1.4 to 2.x) reads and writes. A file held
by a writer cannot be opened by another process, not even to read: that is DuckDB's lock, kept for as long as one verb.
"""

from __future__ import annotations

import os
import re
import tempfile
import time
from pathlib import Path

import duckdb

from casus.model.errors import CaseError
from casus.store.engine import Engine, Lent, lone

SCHEMA = 1
"""The version of the tables below; a file of a later version is refused."""

STORAGE = "v1.4.0"
MAGIC = b"DUCK"
PATIENCE = 3.0
"""Seconds to wait for a file that another process holds: a decision takes a moment, reading inputs much longer."""

TABLES = (
    "CREATE TABLE meta (key VARCHAR PRIMARY KEY, value VARCHAR NOT NULL)",
    """CREATE TABLE reports (
        id VARCHAR PRIMARY KEY, title VARCHAR, author VARCHAR, publisher VARCHAR, url VARCHAR, published DATE)""",
    """CREATE TABLE readings (
        report VARCHAR NOT NULL, version INTEGER NOT NULL, source VARCHAR NOT NULL, raw_sha256 VARCHAR NOT NULL,
        casus VARCHAR NOT NULL, codebook VARCHAR NOT NULL, model VARCHAR NOT NULL, body VARCHAR NOT NULL,
        PRIMARY KEY (report, version))""",
    """CREATE VIEW current AS SELECT * FROM readings
        QUALIFY row_number() OVER (PARTITION BY report ORDER BY version DESC) = 1""",
    """CREATE TABLE judgements (
        number INTEGER PRIMARY KEY, subject VARCHAR NOT NULL, verdict VARCHAR NOT NULL, coder VARCHAR NOT NULL,
        made VARCHAR NOT NULL, body VARCHAR NOT NULL)""",
)


def is_case(path: Path) -> bool:
    """Whether the path is a case file: it ends in `.casus`, or DuckDB wrote it."""
    if not path.is_file():
        return False
    if path.suffix == ".casus":
        return True
    with path.open("rb") as file:
        return file.read(12)[8:] == MAGIC


def open_case(path: Path, *, write: bool, engine: Engine | None = None) -> Lent:
    """Return a connection whose default database is the case at `path`, created there if `write` and absent, and what closes it.

    Raises CaseError where there is no case, the file is another thing, is held, or is of a later version.
    """
    if not path.exists():
        if not write:
            raise CaseError(f"{path}: no such case; make one with: casus read INPUT... --case {path}")
        _create(path)
    connection, close = _attach(path, write=write, engine=engine)
    try:
        _check(connection, path)
    except BaseException:
        connection.close()
        close()
        raise
    return connection, close


def _create(path: Path) -> None:
    """Return an empty case at `path`, whole or not at all: built beside it, then linked into place."""
    if not path.parent.is_dir():
        raise CaseError(f"{path}: the folder {path.parent} does not exist; create it first")
    try:
        with tempfile.TemporaryDirectory(prefix=".casus-", dir=path.parent) as folder:
            draft = Path(folder) / "draft.casus"
            connection, close = _attach(draft, write=True)
            connection.execute("BEGIN")
            for statement in TABLES:
                connection.execute(statement)
            connection.execute("INSERT INTO meta VALUES ('format', 'casus-case'), ('schema', ?)", [str(SCHEMA)])
            connection.execute("COMMIT")
            connection.execute("USE memory")
            connection.execute("DETACH casefile")
            close()
            _place(draft, path)
    except OSError as error:
        reason = error.strerror or str(error)
        raise CaseError(f"{path}: the case cannot be created ({reason}); choose another place") from error


def _place(draft: Path, path: Path) -> None:
    """Give the finished file its name without ever replacing a case another process made meanwhile."""
    try:
        os.link(draft, path)
    except FileExistsError:
        return
    except OSError:  # a file system without hard links
        if not path.exists():
            draft.replace(path)


def _attach(path: Path, *, write: bool, engine: Engine | None = None) -> Lent:
    """Return a connection to the file; where another process holds it for a moment, as a workbench does, wait that long."""
    until = time.monotonic() + PATIENCE
    while True:
        try:
            return _attach_now(path, write=write, engine=engine)
        except CaseError as error:
            if not _is_held(error.__cause__) or time.monotonic() > until:
                raise
            time.sleep(0.05)


def _is_held(error: BaseException | None) -> bool:
    return isinstance(error, duckdb.Error) and "lock is held" in str(error)


def _attach_now(path: Path, *, write: bool, engine: Engine | None) -> Lent:
    connection, close = lone() if engine is None else engine.lend()
    target = str(path).replace("'", "''")
    options = f"STORAGE_VERSION '{STORAGE}'" if write else "READ_ONLY"
    try:
        connection.execute(f"ATTACH '{target}' AS casefile (TYPE duckdb, {options})")
        connection.execute("USE casefile")
    except duckdb.Error as error:
        connection.close()
        close()
        raise CaseError(f"{path}: {why_not(error)}") from error
    return connection, close


_REASONS = (
    (
        ("lock", "already attached", "used by another process"),
        "the case is open elsewhere; close it there, then try again",
    ),
    (("newer", "version number"), "the case was written by a later DuckDB; upgrade: pip install --upgrade duckdb"),
    (("not a valid DuckDB",), "this is not a case file, or it is damaged; name a case, or restore a copy"),
    (("ermission denied", "ead-only"), "no permission to open the case; check the rights of the file and its folder"),
    (("No space left",), "the disk is full; make room and start again: what was read before is kept"),
)
"""Marks in DuckDB's messages, and what they mean for the user."""


def why_not(error: duckdb.Error) -> str:
    """Return what DuckDB's error means for the user, and what to do, in one line."""
    message = str(error)
    held = re.search(r"lock is held in (\S+) \(PID (\d+)\)", message)
    if held:
        program = Path(held[1]).name
        return f"the case is held by {program}, process {held[2]}; wait until it is done, then try again"
    for marks, reason in _REASONS:
        if any(mark in message for mark in marks):
            return reason
    return f"the case cannot be used ({message.splitlines()[0]}); restore a copy"


def _check(connection: duckdb.DuckDBPyConnection, path: Path) -> None:
    """Raise CaseError unless the attached database is a case of a version this Casus knows."""
    try:
        meta = dict(connection.execute("SELECT key, value FROM meta WHERE key IN ('format', 'schema')").fetchall())
    except duckdb.Error as error:
        raise CaseError(f"{path}: this is a DuckDB file but not a case; name a file that casus read made") from error
    schema = meta.get("schema", "")
    if meta.get("format") != "casus-case" or not schema.isdigit():
        raise CaseError(f"{path}: this is a DuckDB file but not a case; name a file that casus read made")
    if int(schema) > SCHEMA:
        remedy = "upgrade: pip install --upgrade casus-events"
        raise CaseError(f"{path}: the case is of version {schema}, this Casus knows {SCHEMA}; {remedy}")
