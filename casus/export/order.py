"""What is asked of an export, beside the picture and the format."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass


def nobody(line: str) -> None:
    """Tell nobody."""


@dataclass(frozen=True, slots=True)
class Order:
    """The kind of record; whether weakly supported events count (`low`); whether the reports' full text may go out.

    `tell` takes one line about what the format cannot hold and was left out.
    """

    kind: str = "events"
    low: bool = False
    text: bool = True
    tell: Callable[[str], None] = nobody
