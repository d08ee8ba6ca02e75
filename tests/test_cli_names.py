"""`casus actor` and `casus place`: what the codebook knows of a name, and why one reading is chosen."""

from __future__ import annotations

import pytest
from typer.testing import CliRunner

from casus.cli.app import app


def said(*words: str) -> str:
    done = CliRunner().invoke(app, [*words])
    assert done.exit_code == 0, done.output
    return done.stdout


def test_an_actor_with_its_names_and_source() -> None:
    told = said("actor", "TTP", "--on", "2024-12-26")
    assert told.startswith('TTP on 2024-12-26: Tehrik-i-Taliban Pakistan (ttp)  <- "TTP" is another name of Tehrik-i-Taliban Pakistan\n')
    assert "kind          armed-group" in told and "TTP [2007-12-14..]" in told and "source        casus" in told


def test_namesakes_are_listed_and_other_words_decide() -> None:
    alone, beside = said("actor", "RSF"), said("actor", "RSF", "--beside", "Fighting in Sudan.")
    assert alone.startswith("RSF: nobody known") and "Reporters Without Borders (rsf-ngo)" in alone
    assert beside.startswith("RSF: Rapid Support Forces (rsf)")


def test_offices_are_those_of_the_day() -> None:
    held, later = said("actor", "Imran Khan", "--on", "2020-01-01"), said("actor", "Imran Khan", "--on", "2024-01-01")
    assert "offices       Prime Minister of Pakistan [2018-08-18..2022-04-10]" in held
    assert "offices       none on that day" in later and "other days    Prime Minister of Pakistan" in later


def test_who_governs_depends_on_the_day() -> None:
    assert "Afghan Taliban (afg-taliban)" in said("actor", "Afghan government", "--on", "2024-01-01").splitlines()[0]
    assert "Government of Afghanistan (afg-gov)" in said("actor", "Afghan government", "--on", "2015-01-01").splitlines()[0]


def test_a_name_nobody_has_alone_lists_longer_ones() -> None:
    told = said("actor", "Arakan")
    assert told.startswith("Arakan: nobody known") and "Arakan Army (arakan-army), armed-group, MMR" in told


def test_a_place_with_its_points_and_its_line() -> None:
    told = said("place", "Mir Ali", "--country", "PAK")
    assert told.startswith("Mir Ali: Mir Ali, North Waziristan, Khyber Pakhtunkhwa, Pakistan (casus:mir-ali-pak)  <- ")
    assert "story +2.0" in told and "town, PAK, 32.9700 70.2700; Casus, table of conflict places" in told


def test_a_place_that_many_share_stays_open_until_more_is_known() -> None:
    assert said("place", "Springfield").startswith("Springfield: no one place")
    assert "Springfield, Sangamon, Illinois" in said("place", "Springfield", "--country", "USA", "--within", "Illinois").splitlines()[0]


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (("actor", "TTP", "--on", "yesterday"), "write it as YYYY-MM-DD"),
        (("actor", " "), "the name is empty"),
        (("place", "Wana", "--country", "Fooland"), "no such country"),
    ],
)
def test_wrong_usage_says_what_to_write(words: tuple[str, ...], says: str) -> None:
    done = CliRunner().invoke(app, [*words])
    assert done.exit_code == 2 and says in " ".join(done.stderr.replace("│", " ").split())
