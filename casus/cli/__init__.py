"""The command line: one command per verb of Case."""

from __future__ import annotations

from casus.cli.app import main

__all__ = ["main"]
