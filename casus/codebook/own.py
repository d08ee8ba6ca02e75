"""A user's own codebook: a folder of additions to the shipped vocabulary.

It may hold `acts/*.yaml` (frames), `speech.yaml`, `harm.yaml`, `actors.tsv` and `places.tsv`, each optional. The texts are
read at once, so that what was used can be kept with a case and used again.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from difflib import get_close_matches
from pathlib import Path

from casus.model.errors import CodebookError

FILES = ("actors.tsv", "harm.yaml", "places.tsv", "speech.yaml")
_HOLDS = f"a codebook folder holds acts/*.yaml, {', '.join(FILES)}"


@dataclass(frozen=True, slots=True)
class Own:
    """The files of a user's codebook: what the folder was called, and (name in it, text), sorted by name."""

    folder: str
    files: tuple[tuple[str, str], ...]

    def text(self, name: str) -> str | None:
        """The text of one file; None where the folder has none."""
        return next((text for found, text in self.files if found == name), None)

    def where(self, name: str) -> str:
        """How a message names one of the files."""
        return f"{self.folder}/{name}"

    def acts(self) -> Iterator[tuple[str, str]]:
        """The files of frames: (where, text)."""
        return ((self.where(name), text) for name, text in self.files if name.startswith("acts/"))


def read_own(folder: Path) -> Own:
    """The codebook of a folder. Raises CodebookError where there is none, or where it holds what no codebook holds.

    Notes (`*.md`) and hidden files are passed over; anything else is refused, so that a misnamed file is never passed over.
    """
    if not folder.is_dir():
        raise CodebookError(f"{folder}: no such folder; name the folder of a codebook ({_HOLDS})")
    named = sorted((p.relative_to(folder).as_posix(), p) for p in folder.rglob("*") if p.is_file() and not _is_note(p, folder))
    if not named:
        raise CodebookError(f"{folder}: nothing of a codebook is in it; {_HOLDS}")
    for name, _ in named:
        _expect(name, folder)
    return Own(str(folder).rstrip("/"), tuple((name, _read(path)) for name, path in named))


def _is_note(path: Path, folder: Path) -> bool:
    return path.suffix == ".md" or path.name.endswith("~") or any(part.startswith(".") for part in path.relative_to(folder).parts)


def _expect(name: str, folder: Path) -> None:
    """Raise CodebookError unless a file of this name belongs into a codebook."""
    head, _, rest = name.partition("/")
    if name in FILES or (head == "acts" and rest.endswith(".yaml") and "/" not in rest):
        return
    near = get_close_matches(name, FILES, n=1)
    meant = f"; did you mean {near[0]}?" if near else ""
    raise CodebookError(f"{folder}/{name}: no file of a codebook{meant}; {_HOLDS}")


def _read(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise CodebookError(f"{path}: cannot be read ({error}); save it as UTF-8 text") from error
