"""A workbench that runs lets itself be found: a note beside the case says where it listens, for its user's eyes alone.

DuckDB lets one process write to a file at a time, so commands hand what they would write to the workbench (see `handing`). The note is
taken away when the workbench ends. One that a killed workbench left behind is known by its silence, or by an answer without the proof
that stands in the note, and is removed.
"""

from __future__ import annotations

import json
import os
import platform
import stat
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from http.client import HTTPConnection, HTTPException
from pathlib import Path
from typing import Any

from casus import __version__
from casus.model.errors import CaseError
from casus.model.picture import Stamp
from casus.store.codec import decode, encode

LOOPBACK = frozenset({"127.0.0.1", "localhost", "::1"})

GREETING = 5.0
"""Seconds to wait for a workbench's first answer."""


@dataclass(frozen=True, slots=True)
class Note:
    """Where a workbench listens and what it reads with. `token` lets a command in; only the workbench can answer with `proof`."""

    host: str
    port: int
    token: str
    proof: str
    stamp: Stamp
    process: int
    machine: str

    @property
    def name(self) -> str:
        """How a message names the workbench."""
        return f"the workbench in process {self.process}"


def note_of(*, host: str, port: int, token: str, proof: str, stamp: Stamp) -> Note:
    """Return the note of this process."""
    return Note(host, port, token, proof, stamp, os.getpid(), platform.node())


def note_path(case: Path) -> Path:
    """Return where the note of a case lies: `valley.casus.workbench`."""
    found = case.resolve()
    return found.with_name(f"{found.name}.workbench")


@contextmanager
def announced(case: Path, note: Note) -> Iterator[bool]:
    """Let commands find a workbench meanwhile; False where another one of this case is found already, or the folder is closed to us."""
    path = note_path(case)
    ours = running(case) is None and _lay(path, note)
    try:
        yield ours
    finally:
        if ours and _read(path) == note:
            path.unlink(missing_ok=True)


def _lay(path: Path, note: Note) -> bool:
    try:
        file = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except OSError:
        return False
    with os.fdopen(file, "w", encoding="utf-8") as out:
        out.write(encode(note))
    return True


def _read(path: Path) -> Note | None:
    """Return a note that we ourselves laid, of a workbench on this machine's own address: work must go to nobody else."""
    try:
        state = path.lstat()
        found = decode(Note, path.read_text(encoding="utf-8"))
    except (OSError, ValueError, TypeError, KeyError, AttributeError):
        return None
    ours = stat.S_ISREG(state.st_mode) and (not hasattr(os, "getuid") or state.st_uid == os.getuid())
    return found if ours and found.host in LOOPBACK else None


def running(case: Path) -> Note | None:
    """Return the note of the workbench that runs on a case; None where none does. A note left behind is removed.

    Raises CaseError where a workbench of another version runs, or one that does not answer.
    """
    path = note_path(case)
    note = _read(path)
    if note is None or note.process == os.getpid() or note.machine != platform.node():  # another machine's cannot be reached from here
        return None
    try:
        answer = asked(note, "GET", "/api/handed", timeout=GREETING)
    except TimeoutError as error:
        raise CaseError(f"{case}: {note.name} has the case and does not answer; stop it, then try again") from error
    except (OSError, HTTPException, ValueError, CaseError):
        answer = {}
    if answer.get("proof") != note.proof:
        if _read(path) == note:
            path.unlink(missing_ok=True)
        return None
    if note.stamp.casus != __version__:
        other = f"{note.name} is of Casus {note.stamp.casus}, this is {__version__}"
        raise CaseError(f"{case}: {other}; stop it (Ctrl-C there), then try again")
    return note


def asked(note: Note, method: str, path: str, body: bytes | None = None, *, timeout: float) -> dict[str, Any]:
    """Ask a workbench one thing. Raises OSError, HTTPException, ValueError where it cannot be asked, CaseError where it says no."""
    connection = HTTPConnection(note.host, note.port, timeout=timeout)
    try:
        connection.request(method, path, body, {"Authorization": f"Bearer {note.token}", "Content-Type": "application/octet-stream"})
        answer = connection.getresponse()
        said = answer.read()
    finally:
        connection.close()
    plain = json.loads(said)
    if not isinstance(plain, dict):
        raise ValueError("no answer of a workbench")  # noqa: TRY004 - what came is at fault, not the caller
    if answer.status == 422:
        raise CaseError(str(plain.get("detail")))
    return plain
