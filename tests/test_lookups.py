"""`casus.actors` and `casus.places`: what a name means, from Python."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from time import perf_counter

import pytest

import casus
from casus.model.errors import InputError

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


def test_a_warm_lookup_takes_under_a_millisecond() -> None:
    table = casus.actors.table()
    table.find("TTP")
    began = perf_counter()
    for _ in range(100):
        table.find("Arakan Army", on=date(2024, 1, 1))
    assert (perf_counter() - began) / 100 < 1e-3
