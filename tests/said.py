"""Tellings that say of the words of a text what they are told to."""

from __future__ import annotations

from collections.abc import Mapping

from casus.tell.tellings import ROLES, Tellings


class Said(Tellings):
    """Of some words the odds that they fill any role of any act, of all others `otherwise`."""

    def __init__(self, text: str, odds: Mapping[str, float], *, otherwise: float) -> None:
        self._odds, self._otherwise = {text.index(word): z for word, z in odds.items()}, otherwise

    def filling(self, act: int, word: int) -> dict[str, float] | None:
        return dict.fromkeys(ROLES, self._odds.get(word, self._otherwise))
