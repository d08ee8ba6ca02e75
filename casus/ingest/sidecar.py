"""NAME.json beside NAME.txt: what somebody wrote down about a report."""

from __future__ import annotations

import json
from pathlib import Path

from casus.ingest.decode import decode
from casus.ingest.given import Found
from casus.ingest.record import found_in, plain_names
from casus.model.errors import InputError, UnreadableInput


def sidecar_of(path: Path) -> Path:
    """Where the sidecar of a file would stand."""
    return path.with_suffix(".json")


def sidecar_found(path: Path) -> Found:
    """The metadata of the sidecar beside a file; nothing where there is none. Raises UnreadableInput where it is broken."""
    beside = sidecar_of(path)
    if not beside.is_file():
        return Found()
    name = beside.as_posix()
    try:
        row = json.loads(decode(beside.read_bytes(), name))
    except json.JSONDecodeError as error:
        raise _broken(name, f"it is not JSON (line {error.lineno}: {error.msg.lower()})") from error
    except (RecursionError, OSError, ValueError) as error:
        raise _broken(name, "it cannot be read as JSON") from error
    except InputError as error:
        raise _broken(name, error.reason) from error
    if not isinstance(row, dict):
        raise _broken(name, "it is not a JSON object")
    return found_in(plain_names(row), "sidecar")


def _broken(name: str, reason: str) -> UnreadableInput:
    return UnreadableInput(name, reason, "correct or remove this sidecar; the report beside it was not read")
