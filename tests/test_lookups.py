"""`casus.actors` and `casus.places`: what a name means, from Python."""

from __future__ import annotations

import statistics
import time
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

import casus
from casus.model.errors import InputError

GENEROUS = 0.01
"""The bar is 1 ms on a machine of its own; a loaded one gets ten times that."""
HEADING = "id\tname\tkind\tcountry\tparent\taliases\toffices\tsource\n"


def test_an_actor_by_name_and_day_with_the_reason() -> None:
    found = casus.actors.lookup("TTP", on="2024-12-26")
    assert (found.identity.id, found.identity.name) == ("ttp", "Tehrik-i-Taliban Pakistan") and "another name" in found.identity.reason
    assert casus.actors.lookup("TTP", on=date(2024, 12, 26)) == found


def test_namesakes_stay_unknown_until_other_words_decide() -> None:
    assert casus.actors.lookup("RSF").identity.id is None and len(casus.actors.lookup("RSF").candidates) > 1
    assert casus.actors.lookup("RSF", beside="Fighting in Sudan.").identity.id == "rsf"


def test_actors_of_a_table_of_ones_own(tmp_path: Path) -> None:
    (tmp_path / "actors.tsv").write_text(HEADING + "tolvan-guard\tTolvan Guard\tmilitia\tPAK\t\t\t\town\n", encoding="utf-8")
    assert casus.actors.lookup("Tolvan Guard").identity.id is None
    assert casus.actors.lookup("Tolvan Guard", codebook=tmp_path).identity.id == "tolvan-guard"


def test_a_place_in_a_country_with_its_reason() -> None:
    place = casus.places.lookup("Wana", country="PAK").place
    assert place.country == "PAK" and place.lat is not None and place.reason


@pytest.mark.parametrize("bad", ["", "  "])
def test_no_name_is_an_error(bad: str) -> None:
    for lookup in (casus.actors.lookup, casus.places.lookup):
        with pytest.raises(InputError, match="the name is empty"):
            lookup(bad)


def test_no_day_and_no_country_are_errors() -> None:
    with pytest.raises(InputError, match="26/12/2024: no day; write it as YYYY-MM-DD"):
        casus.actors.lookup("TTP", on="26/12/2024")
    with pytest.raises(InputError, match="Atlantis: no such country"):
        casus.places.lookup("Wana", country="Atlantis")


@pytest.mark.parametrize(
    ("lookup", "names"),
    [(casus.actors.lookup, ("army", "TTP", "Zorabkhel", "Taliban")), (casus.places.lookup, ("San Antonio", "Santa Maria", "Wana", "Zorabkhel"))],
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
    found = casus.actors.lookup("army").longer
    assert found
    assert all("army" in " ".join((a.name, *(x.words for x in a.aliases))).lower() for a in found)
    assert list(found) == sorted(found, key=lambda a: a.id)


def test_no_country_and_no_container() -> None:
    assert casus.places.lookup("Wana", country=None, within=None) == casus.places.lookup("Wana")
    assert casus.places.lookup("San Antonio", country="Argentina").place.country in {"ARG", None}


def test_the_only_place_of_a_name() -> None:
    found = casus.places.lookup("Wana").place
    assert (found.country, found.within[:1]) == ("PAK", ("South Waziristan",))
    assert found.lat is not None


def test_the_only_place_of_a_name_is_not_meant_beside_another_country() -> None:
    assert casus.places.lookup("Wana", country="Chile").place.id is None
