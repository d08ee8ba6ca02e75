"""The actor table: its files, names, dates, parents, and what a user may add."""

from __future__ import annotations

import re
import time
from datetime import date

import pytest

from casus.codebook.actor_rows import COLUMNS, dated, read_actors
from casus.codebook.actors import TABLES, ActorTable, load_actors
from casus.codebook.countries import load_countries
from casus.codebook.names import case_fits, fold, is_abbreviation, key
from casus.codebook.own import Own
from casus.model.errors import CodebookError


@pytest.fixture(scope="module")
def table() -> ActorTable:
    return load_actors()


def ids(table: ActorTable, words: str, on: date | None = None) -> set[str]:
    return {actor.id for actor in table.find(words, on=on)}


def test_it_is_large_and_every_parent_is_in_it(table: ActorTable) -> None:
    assert len(table) > 2500
    assert all(actor.parent is None or table.get(actor.parent) for actor in table)


def test_every_row_names_its_source(table: ActorTable) -> None:
    known = re.compile(r"casus|ucdp:\d+|countryinfo(; reign)?(; casus)?")
    assert not [actor.id for actor in table if not known.fullmatch(actor.source)]


def test_every_state_has_a_government_and_armed_forces(table: ActorTable) -> None:
    for iso3 in ("PAK", "AFG", "SDN", "UKR", "MMR", "COL", "FRA", "USA", "CHN", "SYR", "YEM", "HTI", "COD"):
        for suffix in ("", "gov", "mil", "police", "mfa", "mod", "moi"):
            assert table.body(iso3, suffix), f"{iso3}-{suffix}"


def test_what_a_government_belongs_to_is_its_state(table: ActorTable) -> None:
    """A group whose short id is a country's code would stand in the state's place."""
    owners = {a.id: table.get(a.parent) for a in table if a.id.endswith("-gov") and a.parent and a.id == f"{a.parent}-gov"}
    assert not [slug for slug, owner in owners.items() if owner is None or owner.kind != "state"]


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("Tehreek-e-Taliban Pakistan", "ttp"),
        ("Tehrik-i-Taliban Pakistan", "ttp"),
        ("the TTP", "ttp"),
        ("Inter-Services Intelligence", "pak-isi"),
        ("FSB", "rus-fsb"),
        ("SBU", "ukr-sbu"),
        ("GRU", "rus-gru"),
        ("Mossad", "isr-mossad"),
        ("Shin Bet", "isr-shinbet"),
        ("R&AW", "ind-raw"),
        ("National Directorate of Security", "afg-nds"),
        ("CIA", "usa-cia"),
        ("U.S.", "usa"),
        ("US", "usa"),
        ("Myanmar Army", "mmr-mil"),
        ("Médecins Sans Frontières", "msf"),
        ("Ejercito de Liberacion Nacional", "eln"),
        ("Côte d’Ivoire", "civ"),
        ("Tatmadaw", "mmr-mil"),
        ("Hayat Tahrir al-Sham", "hts"),
        ("Hay’at Tahrir al-Sham", "hts"),
        ("Izz ad-Din al-Qassam Brigades", "qassam-brigades"),
    ],
)
def test_names_are_found(table: ActorTable, words: str, expected: str) -> None:
    assert expected in ids(table, words)


@pytest.mark.parametrize("words", ["us", "who", "is", "it", "the army", "a group", "people", "", "national army", "Who", "Care"])
def test_common_words_are_no_names(table: ActorTable, words: str) -> None:
    assert not ids(table, words)


def test_names_have_their_time(table: ActorTable) -> None:
    assert ids(table, "ISIS", date(2005, 1, 1)) == set()
    assert ids(table, "ISIS", date(2015, 1, 1)) == {"islamic-state"}
    assert ids(table, "Zaire", date(1990, 1, 1)) == {"cod"}


def test_the_longest_name_wins(table: ActorTable) -> None:
    words = "clashes with the Tehreek-e-Taliban Pakistan and the Syrian National Army".split()
    found = [(m.words, [a.id for a in m.actors]) for m in table.longest_in(words)]
    assert found == [("Tehreek-e-Taliban Pakistan", ["ttp"]), ("Syrian National Army", ["sna-syr"])]


def test_abbreviations_in_a_shouted_line_may_be_words(table: ActorTable) -> None:
    assert not table.longest_in("REBELS TOLD US WHO IS NEXT".split())


def test_demonyms_and_capitals(table: ActorTable) -> None:
    assert [table.demonym(w) for w in ("Pakistani", "Afghans", "South Sudanese", "US", "us", "polish", "Zorg")] == [
        "PAK",
        "AFG",
        "SSD",
        "USA",
        None,
        None,
        None,
    ]
    assert [table.capital(w) for w in ("Kabul", "New Delhi", "Kyiv", "Kiev", "Karachi")] == ["AFG", "IND", "UKR", "UKR", None]


def test_parents_follow_who_governs(table: ActorTable) -> None:
    assert table.parents("pak-isi") == ("pak-mil", "pak-gov", "pak")
    assert table.parents("afg-mfa", on=date(2015, 1, 1)) == ("afg-gov", "afg")
    assert table.parents("afg-mfa", on=date(2024, 1, 1)) == ("afg-gov", "afg-taliban", "afg")


def test_codes_of_the_trade() -> None:
    countries = load_countries().by_code
    assert (countries["YEM"].gw, countries["YEM"].cow) == (678, 679)
    assert (countries["PAK"].gw, countries["PAK"].cow_code) == (770, "PAK")


def test_offices_are_dated(table: ActorTable) -> None:
    khan = next(iter(table.find("Imran Khan")))
    assert [(o.title, o.start, o.end) for o in khan.offices] == [("Prime Minister of Pakistan", date(2018, 8, 18), date(2022, 4, 10))]
    for actor in table:
        assert all(o.start is None or o.end is None or o.start <= o.end for o in (*actor.offices, *actor.aliases)), actor.id


def test_loading_and_looking_up_are_quick(table: ActorTable) -> None:
    began = time.process_time()
    for _ in range(50):
        table.find("Tehreek-e-Taliban Pakistan")
    assert (time.process_time() - began) / 50 < 0.001


def own_rows(*rows: str) -> Own:
    return Own("mine", (("actors.tsv", "\n".join(["\t".join(COLUMNS), *rows])),))


class TestOwnRows:
    def test_a_new_actor(self) -> None:
        table = load_actors(own_rows("zorg\tZorg Front\tarmed-group\tPAK\t\tZF [2020-01-01..]; Zorgs\t\tmine"))
        assert ids(table, "ZF", date(2024, 1, 1)) == {"zorg"}
        assert ids(table, "ZF", date(2019, 1, 1)) == set()

    def test_a_known_actor_gains_names_and_offices(self) -> None:
        row = "ttp\tPakistani Taliban\tarmed-group\t\t\tFitna Zorg\tde facto authorities in Zorgabad [2024-01-01..]"
        ttp = load_actors(own_rows(row)).get("ttp")
        assert ttp is not None and ttp.name == "Pakistani Taliban" and ttp.country == "PAK" and ttp.source == "casus; own"
        table = load_actors(own_rows(row))
        assert ids(table, "Fitna Zorg", None) == ids(table, "TTP", None) == ids(table, "Tehrik-i-Taliban Pakistan", None) == {"ttp"}
        assert table.seat("Zorgabad", date(2024, 5, 1)) is not None

    def test_a_shared_name_is_said_to_be_shared(self) -> None:
        assert ids(load_actors(own_rows("zorg\tZorg Front\tarmed-group\tPAK\t\t+TTP")), "TTP", date(2024, 1, 1)) == {"ttp", "zorg"}

    def test_a_name_can_be_taken_over(self) -> None:
        assert ids(load_actors(own_rows("zorg\tZorg Front\tarmed-group\tPAK\t\t!TTP")), "TTP", date(2024, 1, 1)) == {"zorg"}

    def test_names_of_other_days_are_no_conflict(self) -> None:
        table = load_actors(own_rows("zorg\tZorg Front\tarmed-group\tPAK\t\tTTP [..2001-01-01]"))
        assert ids(table, "TTP", date(2000, 1, 1)) == {"zorg"} and ids(table, "TTP", date(2024, 1, 1)) == {"ttp"}

    @pytest.mark.parametrize(
        ("row", "says"),
        [
            ("ttp\tMine\tarmed-group", "the id 'ttp' is already taken"),
            ("Zorg\tMine\tarmed-group", "mine/actors.tsv, line 2"),
            ("zorg\tMine\twizard", "kind 'wizard'"),
            ("zorg\t\tarmed-group", "no name"),
            ("zorg\tMine\tarmed-group\t\tnobody", "'nobody' is not in the table"),
            ("zorg\tMine\tarmed-group\t\t\tZ [2020..]", "2020"),
            ("a\tb\tc\td\te\tf\tg\th\ti", "9 cells"),
            ("zorg\tMine\tarmed-group\t\t\tTTP", "line 2: “TTP” already means Tehrik-i-Taliban Pakistan (ttp); write +TTP"),
            ("zorg\tHezbollah\tarmed-group", "“Hezbollah” already means"),
            ("zorg\tMine\tarmed-group\t\t\tAfghans", "“Afghans” stands for Afghanistan"),
            ("zorg\tMine\tarmed-group\t\t\t!Hezbollah", "!Hezbollah cannot be taken"),
            ("zorg\tMine\tarmed-group\nzorg\tMine too\tarmed-group", "line 3: the id 'zorg' stands in a row above"),
        ],
    )
    def test_a_conflict_is_a_clear_error(self, row: str, says: str) -> None:
        with pytest.raises(CodebookError, match=re.escape(says)):
            load_actors(own_rows(row))

    def test_parents_in_a_circle(self) -> None:
        with pytest.raises(CodebookError, match="circle"):
            load_actors(own_rows("z1\tA\tarmed-group\t\tz2", "z2\tB\tarmed-group\t\tz1"))

    def test_a_wrong_heading(self) -> None:
        with pytest.raises(CodebookError, match="heading"):
            load_actors(Own("mine", (("actors.tsv", "id\tname\n"),)))


def test_the_files_are_tidy() -> None:
    for path in sorted(TABLES.glob("*.tsv")):
        text = path.read_text(encoding="utf-8")
        assert "’" not in text, path.name
        assert text.endswith("\n")
        assert len(list(read_actors(path))) > 0, path.name


def test_dates_in_brackets() -> None:
    assert list(dated("A; B [2014-06-29..]; C [..2015-01-02]")) == [
        ("A", None, None),
        ("B", date(2014, 6, 29), None),
        ("C", None, date(2015, 1, 2)),
    ]


def test_keys_and_folds() -> None:
    assert key("The Iran's Quds-Force") == "iran quds force"
    assert key("U.S.") == "us"
    assert key("Ejército") == "ejercito"
    assert fold("tehreek e taliban pakistan".split()) == fold("tahrik i taleban pakistan".split())
    assert fold("ansarul islam".split()) != fold("ansaru islam".split())


@pytest.mark.parametrize(
    ("alias", "written", "fits"),
    [
        ("US", "us", False),
        ("US", "US", True),
        ("U.S.", "US", True),
        ("NATO", "Nato", True),
        ("CARE", "Care", False),
        ("LeT", "let", False),
        ("Arakan Army", "arakan army", False),
        ("Arakan Army", "ARAKAN ARMY", True),
        ("colectivos", "Colectivos", True),
    ],
)
def test_case(alias: str, written: str, fits: bool) -> None:
    assert case_fits(alias, written) is fits


def test_abbreviations() -> None:
    assert [is_abbreviation(w) for w in ("US", "ISIS-K", "M23", "LeT", "Hamas", "Arakan Army")] == [True, True, False, True, False, False]
