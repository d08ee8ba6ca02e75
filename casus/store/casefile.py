"""The case: readings and judgements appended to one file, never changed; views give the newest.

Every append is one transaction, so a process killed at any moment leaves whole readings or none. Which reading of a
report is current does not depend on the order of inputs: a later stamp replaces, and under one stamp the report with
the smallest (source, raw_sha256) does, so that the same text under two names gives the same case either way.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, Self

import duckdb

from casus.codebook.own import Own
from casus.model.errors import CaseError, GroundingError
from casus.model.judgement import Judgement
from casus.model.picture import Reading, Stamp
from casus.model.text import Report
from casus.store.codec import decode, encode
from casus.store.engine import Engine
from casus.store.opening import open_case, why_not

BATCH = 64
"""How many readings are fetched at a time; a case may be larger than memory."""


class CaseFile:
    """An open case file; use it in a `with` block. `write` holds it against every other process; `engine` is a DuckDB kept at hand.

    Raises CaseError where the file cannot be opened (see `open_case`) or a stored reading cannot be understood.
    """

    def __init__(self, path: Path, *, write: bool = False, engine: Engine | None = None) -> None:
        self.path = path
        self._connection, self._close = open_case(path, write=write, engine=engine)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *error: object) -> None:
        self._connection.close()
        self._close()

    def _rows(self, sql: str, values: Sequence[object] = ()) -> list[tuple[Any, ...]]:
        """Run one statement; CaseError for whatever the database cannot do (damaged file, full disk)."""
        try:
            return self._connection.execute(sql, values).fetchall()
        except duckdb.Error as error:
            raise CaseError(f"{self.path}: {why_not(error)}") from error

    def knows(self, report: Report, stamp: Stamp) -> bool:
        """Whether the current reading of this report was made by `stamp` and need not be made again."""
        sql = "SELECT casus, codebook, model, source, raw_sha256 FROM current WHERE report = ?"
        ours = report.source, report.raw_sha256
        return any(Stamp(*row[:3]) == stamp and row[3:] <= ours for row in self._rows(sql, [report.id]))

    def append(self, reading: Reading, stamp: Stamp) -> bool:
        """Add a reading made by `stamp`; False, and no change, where the case knows it already."""
        report = reading.report
        if self.knows(report, stamp):
            return False
        header = [report.id, report.title, report.author, report.publisher, report.url, report.published]
        maker = [report.source, report.raw_sha256, stamp.casus, stamp.codebook, stamp.model]
        row = [report.id, report.id, *maker, encode(reading)]
        self._rows("BEGIN")
        self._rows("INSERT OR IGNORE INTO reports VALUES (?, ?, ?, ?, ?, ?)", header)
        self._rows(
            """INSERT INTO readings VALUES
            (?, (SELECT coalesce(max(version), 0) + 1 FROM readings WHERE report = ?), ?, ?, ?, ?, ?, ?)""",
            row,
        )
        self._rows("COMMIT")
        return True

    def readings(self) -> Iterator[Reading]:
        """Return the current reading of every report, by report id."""
        reports = [row[0] for row in self._rows("SELECT report FROM current ORDER BY report")]
        for first in range(0, len(reports), BATCH):
            batch = reports[first : first + BATCH]
            sql = "SELECT report, body FROM current WHERE report BETWEEN ? AND ? ORDER BY report"
            for report, body in self._rows(sql, [batch[0], batch[-1]]):
                yield self._understood(report, body)

    def reading(self, report: str, version: int) -> Reading:
        """One version of the reading of one report; versions run from 1."""
        rows = self._rows("SELECT body FROM readings WHERE report = ? AND version = ?", [report, version])
        if not rows:
            raise CaseError(f"{self.path}: no version {version} of report {report}")
        return self._understood(report, rows[0][0])

    def _understood(self, report: str, body: str) -> Reading:
        try:
            return decode(Reading, body)
        except (ValueError, TypeError, KeyError, GroundingError) as error:
            raise CaseError(f"{self.path}: report {report} cannot be understood ({error}); restore a copy") from error

    def versions(self, report: str) -> list[tuple[int, Stamp]]:
        """Every version of the reading of one report and what made it, oldest first."""
        rows = self._rows("SELECT version, casus, codebook, model FROM readings WHERE report = ? ORDER BY version", [report])
        return [(row[0], Stamp(*row[1:])) for row in rows]

    def edition(self) -> int:
        """How many readings and decisions were ever appended: as nothing is changed, the same number means the same case."""
        return sum(self.sizes())

    def sizes(self) -> tuple[int, int]:
        """How many readings and how many decisions were ever appended."""
        readings, judgements = self._rows("SELECT (SELECT count(*) FROM readings), (SELECT count(*) FROM judgements)")[0]
        return int(readings), int(judgements)

    def known(self) -> dict[str, tuple[Stamp, tuple[str, str]]]:
        """What made the current reading of each report, and of which input: its (source, raw_sha256)."""
        rows = self._rows("SELECT report, casus, codebook, model, source, raw_sha256 FROM current ORDER BY report")
        return {row[0]: (Stamp(*row[1:4]), (row[4], row[5])) for row in rows}

    def stamps(self) -> dict[str, Stamp]:
        """What made the current reading of each report."""
        return {report: made_by for report, (made_by, _) in self.known().items()}

    def stale(self, stamp: Stamp) -> int:
        """How many current readings another Casus, codebook or model made."""
        made_by = [stamp.casus, stamp.codebook, stamp.model]
        rows = self._rows("SELECT count(*) FROM current WHERE (casus, codebook, model) <> (?, ?, ?)", made_by)
        return int(rows[0][0])

    def codebook(self) -> Own | None:
        """The user's codebook kept with the case; None where it was read with the shipped one alone."""
        rows = self._rows("SELECT key, value FROM meta WHERE starts_with(key, 'codebook') ORDER BY key")
        if not rows:
            return None
        files = tuple((key.removeprefix("codebook:"), text) for key, text in rows if key != "codebook")
        return Own(dict(rows)["codebook"], files)

    def keep_codebook(self, own: Own) -> None:
        """Keep a user's codebook with the case, in place of one kept before."""
        self._rows("BEGIN")
        self._rows("DELETE FROM meta WHERE starts_with(key, 'codebook')")
        for key, text in (("codebook", own.folder), *((f"codebook:{name}", text) for name, text in own.files)):
            self._rows("INSERT INTO meta VALUES (?, ?)", [key, text])
        self._rows("COMMIT")

    def judge(self, *judgements: Judgement) -> int:
        """Append people's decisions, all or none, except those that are here already; return how many were new."""
        judgements = tuple(self._new({j.id: j for j in judgements}))
        self._rows("BEGIN")
        for judgement in judgements:
            made = judgement.made.isoformat()
            self._rows(
                "INSERT INTO judgements VALUES ((SELECT count(*) + 1 FROM judgements), ?, ?, ?, ?, ?)",
                [judgement.subject, judgement.verdict, judgement.coder, made, encode(judgement)],
            )
        self._rows("COMMIT")
        return len(judgements)

    def _new(self, judgements: Mapping[str, Judgement]) -> Iterator[Judgement]:
        """Those that are not here yet; of those here only the ones of the same moments are looked at."""
        moments = [j.made.isoformat() for j in judgements.values()]
        found = self._rows("SELECT body FROM judgements WHERE list_contains(?, made)", [moments])
        known = {decode(Judgement, body).id for (body,) in found}
        return (j for name, j in judgements.items() if name not in known)

    def judgements(self, since: int = 0) -> list[Judgement]:
        """Every decision but the first so many, in the order they were appended."""
        return [decode(Judgement, row[0]) for row in self._rows("SELECT body FROM judgements WHERE number > ? ORDER BY number", [since])]
