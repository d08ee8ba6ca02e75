"""Looking names up from Python: how long it takes, and what may be left out."""

from __future__ import annotations

import statistics
import time
from collections.abc import Callable

import pytest

from casus import actors, places

GENEROUS = 0.01
"""The bar is 1 ms on a machine of its own; a loaded one gets ten times that."""


@pytest.mark.parametrize(
    ("lookup", "names"),
    [(actors.lookup, ("army", "TTP", "Zorabkhel", "Taliban")), (places.lookup, ("San Antonio", "Santa Maria", "Wana", "Zorabkhel"))],
)
def test_a_name_is_looked_up_quickly(lookup: Callable[[str], object], names: tuple[str, ...]) -> None:
    for name in names:
        lookup(name)
    for name in names:
        took = []
        for _ in range(9):
            start = time.perf_counter()
            lookup(name)
            took.append(time.perf_counter() - start)
        assert statistics.median(took) < GENEROUS, name


def test_names_that_hold_the_words() -> None:
    found = actors.lookup("army").longer
    assert found
    assert all("army" in " ".join((a.name, *(x.words for x in a.aliases))).lower() for a in found)
    assert list(found) == sorted(found, key=lambda a: a.id)


def test_no_country_and_no_container() -> None:
    assert places.lookup("Wana", country=None, within=None) == places.lookup("Wana")
    assert places.lookup("San Antonio", country="Argentina").place.country in {"ARG", None}


def test_the_only_place_of_a_name() -> None:
    found = places.lookup("Wana").place
    assert (found.country, found.within[:1]) == ("PAK", ("South Waziristan",))
    assert found.lat is not None


def test_the_only_place_of_a_name_is_not_meant_beside_another_country() -> None:
    assert places.lookup("Wana", country="Chile").place.id is None
