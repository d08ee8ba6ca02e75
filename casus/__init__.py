"""Casus reads reports about armed conflict and turns them into event data with the words each value rests on.

`casus.Case` is a case kept in a file, `casus.code` the events of one text, `casus.actors` and `casus.places` look
names up. Importing `casus` is light; the reader and the database are loaded at first use.
"""

from __future__ import annotations

import importlib

__version__ = "0.1.0"

_HOMES = {
    "Case": "casus.case",
    "CasusError": "casus.model.errors",
    "Claim": "casus.model.claim",
    "Event": "casus.model.event",
    "Evidence": "casus.model.text",
    "Picture": "casus.model.picture",
    "Report": "casus.model.text",
    "actors": "casus",
    "code": "casus.case",
    "places": "casus",
}
"""Every public name and the module or package it lives in; casus/__init__.pyi declares the same for type checkers."""

__all__ = ["Case", "CasusError", "Claim", "Event", "Evidence", "Picture", "Report", "__version__", "actors", "code", "places"]


def __getattr__(name: str) -> object:
    """Fetch a public name from its module when it is first asked for (PEP 562)."""
    if name not in _HOMES:
        raise AttributeError(f"module 'casus' has no attribute {name!r}")
    if _HOMES[name] == __name__:
        return importlib.import_module(f"{__name__}.{name}")
    return getattr(importlib.import_module(_HOMES[name]), name)


def __dir__() -> list[str]:
    """List the public names."""
    return sorted(__all__)
