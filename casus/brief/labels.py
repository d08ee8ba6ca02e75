"""Plain words for codes: the page's vocabulary, read from labels.yaml."""

from __future__ import annotations

from functools import lru_cache
from importlib.resources import files
from typing import Any

import yaml

from casus.model.errors import CodebookError


@lru_cache(maxsize=1)
def _tables() -> dict[str, dict[str, Any]]:
    text = files("casus.brief").joinpath("labels.yaml").read_text(encoding="utf-8")
    loaded = yaml.safe_load(text)
    return {str(name): {str(k): v for k, v in table.items()} for name, table in loaded.items()}


def codes(table: str) -> tuple[str, ...]:
    """All codes of a table, in the file's order, which is the page's order. Raises CodebookError for no such table."""
    if table not in _tables():
        raise CodebookError(f"labels.yaml has no table {table!r}")
    return tuple(_tables()[table])


def label(table: str, code: str, part: str = "label") -> str:
    """Return the plain words for a code.

    A code without a line is shown as it is, hyphens opened: modes come from a codebook the user may extend.
    """
    line = _tables().get(table, {}).get(code)
    if isinstance(line, dict):
        return str(line.get(part, ""))
    if line is None or part != "label":
        return code.replace("-", " ").replace("_", " ") if part == "label" else ""
    return str(line)


def rank(table: str, code: str) -> int:
    """Where a code stands in its table; unknown codes come last."""
    known = codes(table)
    return known.index(code) if code in known else len(known)


def capital(words: str) -> str:
    """Return the words with a capital first letter, the rest untouched."""
    return words[:1].upper() + words[1:]
