"""What the user names, as a sorted list of files: folders opened, patterns matched, sidecars set aside."""

from __future__ import annotations

import glob
import os
from collections.abc import Container, Iterator, Sequence
from pathlib import Path
from typing import Final

from casus.ingest.sidecar import sidecar_of
from casus.model.errors import InputError, MissingInput, UnknownFormat, UnreadableInput

STDIN: Final = "-"

_KNOWN: Final = ".txt, .md, .html, .pdf, .docx, .jsonl, .csv, .parquet, .xml (RSS, Atom) or .warc"
_REMEDIES: Final = {
    ".doc": "save it as .docx, text (.txt) or HTML",
    ".rtf": "save it as text (.txt)", ".odt": "save it as text (.txt) or HTML", ".epub": "save its text as .txt",
    ".xlsx": "save the sheet as CSV",
    ".json": "name it NAME.jsonl with one object a line, or put it beside NAME.txt as its metadata",
    ".zip": "unpack it and give the folder", ".gz": "unpack it first", ".wacz": "unpack it and give its .warc.gz files",
}  # fmt: skip

Item = Path | str | InputError
"""A file to read, STDIN, or what is wrong with an input."""


def ending_of(path: Path) -> str:
    """The ending that tells a file's reader, in small letters: `.pdf`, `.warc.gz`."""
    name = path.name.lower()
    return ".warc.gz" if name.endswith(".warc.gz") else path.suffix.lower()


def expand(inputs: Sequence[str | Path], endings: Container[str]) -> list[tuple[str, Item]]:
    """Every file the inputs name, once each, sorted by name whatever order they came in; errors stand in their place.

    `endings` are those with a reader. The first value of each pair is the name the user sees.
    """
    items: dict[str, tuple[str, Item]] = {}
    for given in inputs:
        for name, item in _named(str(given), endings):
            key = os.path.realpath(name) if isinstance(item, Path) else f"{type(item).__name__}:{item}"
            if key not in items or name < items[key][0]:
                items[key] = (name, item)
    return sorted(items.values(), key=lambda pair: (pair[0] != STDIN, pair[0], isinstance(pair[1], InputError)))


def _named(given: str, endings: Container[str]) -> Iterator[tuple[str, Item]]:
    """What one input stands for."""
    if given == STDIN:
        yield STDIN, STDIN
        return
    path = Path(given)
    try:
        if path.is_dir():
            yield from _folder(path, endings)
        elif path.exists():
            yield from _file(path, endings)
        elif glob.has_magic(given):
            yield from _pattern(given, endings)
        else:
            yield given, _missing(given)
    except (OSError, ValueError):
        yield given, UnreadableInput(given, "it cannot be opened", "check the name and its permissions")


def _file(path: Path, endings: Container[str]) -> Iterator[tuple[str, Item]]:
    name = Path(os.path.normpath(path)).as_posix()
    ending = ending_of(path)
    if ending in endings:
        yield name, Path(name)
    elif not (ending == ".json" and _is_sidecar(path, endings)):
        shown = f"there is no reader for {ending}" if ending else "its name has no ending"
        remedy = _REMEDIES.get(ending, f"give {_KNOWN}")
        yield name, UnknownFormat(name, shown, remedy)


def _is_sidecar(path: Path, endings: Container[str]) -> bool:
    """Whether a .json stands beside a file it belongs to."""
    return any(ending_of(beside) in endings and sidecar_of(beside) == path for beside in path.parent.glob(f"{glob.escape(path.stem)}.*"))


def _folder(path: Path, endings: Container[str]) -> Iterator[tuple[str, Item]]:
    """Every file below a folder. Hidden files, sidecars and a saved page's NAME_files are passed by."""
    unknown: list[str] = []
    some = False
    for at, folders, names in os.walk(path):
        folders[:] = sorted(f for f in folders if not f.startswith(".") and f != "__pycache__" and not f.endswith("_files"))
        for name in sorted(names):
            file = Path(at, name)
            if name.startswith((".", "~$")) or name == "Thumbs.db":
                continue
            for shown, item in _file(file, endings):
                some = some or isinstance(item, Path)
                if isinstance(item, UnknownFormat):
                    unknown.append(file.relative_to(path).as_posix())
                else:
                    yield shown, item
    given = Path(os.path.normpath(path)).as_posix()
    if unknown:
        more = f" and {len(unknown) - 3} more" if len(unknown) > 3 else ""
        reason = f"no reader for {', '.join(sorted(unknown)[:3])}{more}"
        yield given, UnknownFormat(given, reason, f"give {_KNOWN}; the rest was read")
    elif not some:
        yield given, MissingInput(given, "the folder holds no report", f"put {_KNOWN} files into it")


def _pattern(given: str, endings: Container[str]) -> Iterator[tuple[str, Item]]:
    matches = sorted(glob.glob(given, recursive=True))  # noqa: PTH207  (Path.glob takes no absolute pattern)
    if not matches:
        yield given, MissingInput(given, "the pattern matches nothing", "check it, and quote it against the shell")
    for match in matches:
        yield from _folder(Path(match), endings) if Path(match).is_dir() else _file(Path(match), endings)


def _missing(given: str) -> MissingInput:
    if given.startswith(("http://", "https://")):
        return MissingInput(given, "nothing is fetched from the net", "save the page and give the file, with --url")
    return MissingInput(given, "there is no such file or folder", "check the path")
