import csv
import io
from dataclasses import replace
from datetime import date

import occurrences as o
import pytest
import samples
from syrupy.assertion import SnapshotAssertion

from casus.coding.harm.counts import COORDINATED
from casus.export import render
from casus.export.ucdp import COLUMNS
from casus.model.picture import Picture

CLASH = "TTP fighters attacked an army post at Wana on Monday, killing 16 soldiers."


def rows(picture: Picture, **options: object) -> list[dict[str, str]]:
    data = b"".join(render(picture, "ucdp", **options)).decode()  # type: ignore[arg-type]
    return list(csv.DictReader(io.StringIO(data, newline="")))


def clash(**more: object) -> Picture:
    base: dict[str, object] = {"killed": ("16 soldiers", 16, 16, 16, "soldiers"), "actors": "TTP", "recipients": "army"}
    return o.one(CLASH, "attacked", **(base | more))


def row(picture: Picture) -> dict[str, str]:
    (found,) = rows(picture)
    return found


def test_the_columns_are_those_of_ged() -> None:
    assert len(COLUMNS) == 49
    assert " ".join(c.name for c in COLUMNS[:9]) == (
        "id relid year active_year code_status type_of_violence conflict_dset_id conflict_new_id conflict_name"
    )
    assert " ".join(c.name for c in COLUMNS[36:]) == (
        "event_clarity date_prec date_start date_end deaths_a deaths_b deaths_civilians deaths_unknown best high low gwnoa gwnob"
    )
    assert list(row(clash())) == [c.name for c in COLUMNS]


def test_snapshot(snapshot: SnapshotAssertion) -> None:
    assert b"".join(render(clash(), "ucdp")).decode() == snapshot
    assert b"".join(render(samples.picture(), "ucdp")).decode() == snapshot


def test_a_government_is_side_a_and_its_soldiers_are_its_deaths() -> None:
    found = row(clash())
    assert (found["side_a"], found["side_b"], found["type_of_violence"]) == ("Government of Pakistan", "Tehrik-i-Taliban Pakistan", "1")
    assert (found["deaths_a"], found["deaths_b"], found["deaths_unknown"], found["best"]) == ("16", "0", "0", "16")
    assert (found["gwnoa"], found["gwnob"], found["country_id"], found["region"]) == ("770", "", "770", "Asia")
    assert (found["where_prec"], found["adm_1"], found["adm_2"], found["priogrid_gid"]) == ("1", "Khyber Pakhtunkhwa", "South Waziristan", "176180")
    assert (found["date_prec"], found["date_start"], found["event_clarity"], found["code_status"]) == ("1", "2024-03-04", "1", "Clear")
    assert found["conflict_name"] == found["conflict_new_id"] == found["active_year"] == ""


def test_one_voice_of_two_losses_fills_two_columns() -> None:
    of = o.report("The army said TTP fighters raided Wana on Monday and that five soldiers and ten militants were killed.")
    voice = o.source(of, "The army", "party")
    values = {"date": o.monday(of), "place": o.wana(of), "sources": (voice,), "status": "attributed"}
    own = o.claim(of, "raided", "TTP", killed=o.count(of, "five soldiers", 5, 5, 5, "soldiers"), **values)
    enemy = o.claim(of, "killed", "TTP", killed=o.count(of, "ten militants", 10, 10, 10, "militants"), **values)
    army = o.party(o.report("army"), "army")
    found = row(o.picture(o.event(enemy, own, recipients=(army,)), reports=(of,)))
    assert (found["deaths_a"], found["deaths_b"], found["best"]) == ("5", "10", "15")


def test_one_clause_of_two_losses_fills_two_columns() -> None:
    of = o.report("TTP fighters raided an army post at Wana on Monday, and five soldiers, a child and ten militants were killed.")
    who = "five soldiers, a child and ten militants"
    count = replace(o.count(of, who, 16, 16, 16, who), rule=f"single source: the writer; {COORDINATED}")
    claim = o.claim(of, "raided", "TTP", "army", date=o.monday(of), place=o.wana(of), killed=count)
    found = row(o.picture(o.event(claim), reports=(of,)))
    assert (found["deaths_a"], found["deaths_b"], found["deaths_civilians"], found["best"]) == ("5", "10", "1", "16")


def test_figures_of_two_voices_are_never_added() -> None:
    of = o.report("Jets of the army struck Wana on Monday, killing 46 villagers, a doctor said; the ministry said 20 militants died.")
    values = {"date": o.monday(of), "place": o.wana(of), "status": "attributed"}
    doctor = o.claim(of, "struck", "army", sources=(o.source(of, "a doctor", "medic"),), killed=o.count(of, "46 villagers", 46, 46, 46, "villagers"), **values)
    ministry = o.claim(of, "died", "army", sources=(o.source(of, "the ministry"),), killed=o.count(of, "20 militants", 20, 20, 20, "militants"), **values)
    found = row(o.picture(o.event(doctor, ministry), reports=(of,)))
    assert (found["best"], found["deaths_civilians"], found["deaths_b"]) == ("46", "46", "0")
    assert "deaths" in found["code_status"]


def test_people_are_nobodys_dead() -> None:
    text = "The army shelled Wana on Monday, killing at least 12 people."
    found = row(o.one(text, "shelled", "army", "people", killed=("at least 12 people", 12, 12, None, "people")))
    assert (found["deaths_unknown"], found["low"], found["best"], found["high"]) == ("12", "12", "12", "")
    assert (found["type_of_violence"], found["side_b"], found["dyad_name"]) == ("", "", "")
    assert found["code_status"] == "Check dyad"


def test_one_sided_violence() -> None:
    text = "TTP fighters shot three villagers dead at Wana on Monday."
    found = row(o.one(text, "shot", "TTP", "villagers", killed=("three villagers", 3, 3, 3, "villagers")))
    assert (found["type_of_violence"], found["side_b"], found["deaths_civilians"]) == ("3", "Civilians", "3")
    assert found["conflict_name"] == found["dyad_name"] == "Tehrik-i-Taliban Pakistan - Civilians"


def test_groups_against_each_other_and_a_group_that_governs() -> None:
    text = "TTP and ISKP fought at Wana on Monday; two people died."
    found = row(o.one(text, "fought", "TTP ISKP", killed=("two people", 2, 2, 2, "people")))
    assert found["type_of_violence"] == "2" and found["side_b"] == "Islamic State Khorasan Province"
    text = "Taliban soldiers shot two ISKP men at Wana on Monday."
    found = row(o.one(text, "shot", "Taliban", "ISKP", killed=("two ISKP men", 2, 2, 2)))
    assert (found["side_a"], found["gwnoa"], found["deaths_b"]) == ("Government of Afghanistan", "700", "2")


@pytest.mark.parametrize(
    ("start", "end", "precision", "expected"),
    [
        (date(2024, 3, 4), date(2024, 3, 6), "range", "2"),
        (date(2024, 3, 4), date(2024, 3, 10), "week", "3"),
        (date(2024, 3, 1), date(2024, 3, 31), "month", "4"),
        (date(2024, 1, 1), date(2024, 12, 31), "year", "5"),
    ],
)
def test_date_precision(start: date, end: date, precision: str, expected: str) -> None:
    found = row(clash(date=("on Monday", start, end, precision)))
    assert found["date_prec"] == expected


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        ({"status": "denied"}, "denied"),
        ({"status": "planned"}, "planned"),
        ({"layer": "history"}, "history"),
        ({"aggregate": True}, "totals over many events"),
        ({"heading": True}, "in headings only"),
        ({"place": None}, "without a place"),
        ({"killed": None}, "without a known death"),
        ({"killed": ("16 soldiers", None, None, 16, "soldiers")}, "without a known death"),
        ({"type": "PROTEST"}, "without armed force"),
        ({"actors": ""}, "without an organised actor"),
    ],
)
def test_what_is_no_event_of_ucdp_is_counted(change: dict[str, object], reason: str) -> None:
    lines: list[str] = []
    assert rows(clash(**change), tell=lines.append) == []
    assert lines == [f"ucdp: 0 of 1 events written; left out: 1 {reason}"]


def test_hedged_and_suspected_are_to_check() -> None:
    assert row(clash(status="hedged"))["code_status"] == "Check status hedged"
    assert "status: hedged, news" in row(clash(status="hedged"))["source_original"]


def test_copies_of_one_text_are_one_source() -> None:
    one, two = o.report(CLASH), o.report(CLASH + " ", source="b.txt")
    claims = [o.claim(r, "attacked", "TTP", "army", date=o.monday(r), place=o.wana(r), killed=o.count(r, "16 soldiers", 16, 16, 16, "soldiers")) for r in (one, two)]
    copies = (tuple(sorted((one.id, two.id))),)
    assert row(o.picture(o.event(*claims), reports=(one, two), near_copies=copies))["number_of_sources"] == "1"
    assert row(o.picture(o.event(*claims), reports=(one, two)))["number_of_sources"] == "2"
