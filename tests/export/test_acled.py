import csv
import io
from datetime import date

import occurrences as o
import pytest
import samples
from syrupy.assertion import SnapshotAssertion

from casus.export import render
from casus.export.acled import COLUMNS
from casus.export.acled_types import kind_of
from casus.model.picture import Picture


def rows(picture: Picture, **options: object) -> list[dict[str, str]]:
    data = b"".join(render(picture, "acled", **options)).decode("utf-8-sig")  # type: ignore[arg-type]
    return list(csv.DictReader(io.StringIO(data, newline="")))


def strike(**more: object) -> Picture:
    base: dict[str, object] = {"modes": ("aerial",), "killed": ("at least 12 people", 12, 12, None, "people")}
    return o.one("The army bombed Wana on Monday, killing at least 12 people.", "bombed", "army", "people", **(base | more))


def row(picture: Picture) -> dict[str, str]:
    (found,) = rows(picture)
    return found


def test_the_columns_are_acleds_then_three_of_our_own() -> None:
    names = [c.name for c in COLUMNS]
    assert names[:4] == ["event_id_cnty", "event_date", "year", "time_precision"]
    assert names[28:31] == ["fatalities", "tags", "timestamp"]
    assert names[31:] == ["fatalities_known", "casus_event", "casus_status"]


def test_snapshot(snapshot: SnapshotAssertion) -> None:
    assert b"".join(render(strike(), "acled")).decode() == snapshot
    assert b"".join(render(samples.picture(), "acled")).decode() == snapshot


def test_a_strike() -> None:
    found = row(strike())
    assert (found["event_type"], found["sub_event_type"]) == ("Explosions/Remote violence", "Air/drone strike")
    assert (found["actor1"], found["inter1"], found["actor2"]) == ("Military Forces of Pakistan", "State forces", "Civilians (Pakistan)")
    assert (found["interaction"], found["civilian_targeting"]) == ("State forces-Civilians", "")
    assert (found["iso"], found["region"], found["admin1"], found["location"]) == ("586", "South Asia", "Khyber Pakhtunkhwa", "Wana")
    assert (found["latitude"], found["fatalities"], found["fatalities_known"], found["timestamp"]) == ("32.2989", "12", "true", "")
    assert found["notes"].startswith("[asserted, news] “bombed”")


def test_no_figure_is_nought_by_rule_and_said() -> None:
    found = row(strike(killed=None))
    assert (found["fatalities"], found["fatalities_known"]) == ("0", "false")


def test_a_partys_word_on_the_others_dead_is_no_nought() -> None:
    found = row(strike(killed=("at least 12 people", 0, 12, 12, "people")))
    assert (found["fatalities"], found["fatalities_known"]) == ("12", "by a party only")


def test_a_stretch_of_days_is_a_row_for_each() -> None:
    of = o.report("TTP and army troops fought at Wana from Monday to Wednesday; six people died.")
    span = o.days(of, "from Monday to Wednesday", date(2024, 3, 4), date(2024, 3, 6), "range", "from the first to the last; weekday")
    claim = o.claim(of, "fought", "TTP army", date=span, place=o.wana(of), killed=o.count(of, "six people", 6, 6, 6, "people"))
    found = rows(o.picture(o.event(claim), reports=(of,)))
    assert [r["event_date"] for r in found] == ["2024-03-04", "2024-03-05", "2024-03-06"]
    assert [(r["fatalities"], r["fatalities_known"]) for r in found] == [("6", "true"), ("0", "in first row"), ("0", "in first row")]
    assert {r["event_type"] for r in found} == {"Battles"} and len({r["event_id_cnty"] for r in found}) == 3
    assert (found[0]["actor1"], found[0]["actor2"]) == ("Tehrik-i-Taliban Pakistan", "Military Forces of Pakistan")


def test_days_between_which_it_lies_are_one_row() -> None:
    found = row(strike(date=("on Monday", date(2024, 3, 4), date(2024, 3, 10), "week")))
    assert (found["event_date"], found["time_precision"]) == ("2024-03-04", "2")


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        ({"status": "denied"}, "denied"),
        ({"status": "threatened"}, "threatened"),
        ({"aggregate": True}, "totals over many events"),
        ({"place": {"precision_ucdp": 6}}, "known by country only"),
        ({"place": None}, "without a country"),
        ({"type": "ACCUSE"}, "without an ACLED type"),
        ({"date": ("on Monday", date(2024, 1, 1), date(2024, 12, 31), "year")}, "without a day"),
    ],
)
def test_what_cannot_be_mapped_is_counted(change: dict[str, object], reason: str) -> None:
    lines: list[str] = []
    assert rows(strike(**change), tell=lines.append) == []
    assert lines == [f"ACLED-style, for your own comparison only: 0 of 1 events written; left out: 1 {reason}"]


@pytest.mark.parametrize(
    ("type_", "modes", "actors", "recipients", "sub"),
    [
        ("ASSAULT", ["firearms"], ["rebel"], ["state"], "Armed clash"),
        ("ASSAULT", ["firearms"], ["gunmen"], ["civilians"], "Attack"),
        ("ASSAULT", ["explosives"], [], ["state"], "Remote explosive/landmine/IED"),
        ("ASSAULT", ["suicide-attack", "explosives"], ["rebel"], ["civilians"], "Suicide bomb"),
        ("ASSAULT", ["abduct"], ["gunmen"], ["civilians"], "Abduction/forced disappearance"),
        ("ASSAULT", ["crowd-control"], ["state"], ["protesters"], "Excessive force against protesters"),
        ("ASSAULT", ["beat"], ["civilians"], ["civilians"], "Mob violence"),
        ("PROTEST", ["demo"], ["protesters"], ["state"], "Peaceful protest"),
        ("PROTEST", ["riot"], ["protesters"], [], "Violent demonstration"),
        ("COERCE", ["arrest"], ["state"], ["civilians"], "Arrests"),
        ("AGREE", [], ["state"], ["rebel"], "Agreement"),
    ],
)
def test_types_by_rule(type_: str, modes: list[str], actors: list[str], recipients: list[str], sub: str) -> None:
    kind = kind_of(type_, modes, actors, recipients, both=False)
    assert kind is not None and kind.sub == sub


@pytest.mark.parametrize(
    ("type_", "modes", "actors", "recipients"),
    [("ASSAULT", [], ["state"], []), ("ASSAULT", ["firearms"], [], ["civilians"]), ("PROTEST", ["strike"], ["protesters"], []), ("ASSAULT", ["primitive"], ["person"], ["people"]), ("ASSAULT", ["targeted"], ["state"], ["person"]), ("AGREE", [], ["civilians"], ["state"])],
)
def test_what_has_no_type(type_: str, modes: list[str], actors: list[str], recipients: list[str]) -> None:
    assert kind_of(type_, modes, actors, recipients, both=False) is None


def test_forces_abroad_are_external_and_gunmen_unidentified() -> None:
    abroad = {"country": "AFG", "within": ("Paktika", "Afghanistan")}
    assert row(strike(place=abroad))["inter1"] == "External/Other forces"
    text = "gunmen shot three villagers at Wana on Monday."
    found = row(o.one(text, "shot", "gunmen", "villagers", modes=("firearms",)))
    assert (found["actor1"], found["inter1"]) == ("Unidentified Armed Group (Pakistan)", "Political militia")


def test_people_may_be_anybody() -> None:
    text = "TTP fighters attacked a base at Wana on Monday, killing people and villagers."
    assert rows(o.one(text, "attacked", "TTP", "people")) == []
    assert row(o.one(text, "attacked", "TTP", "people", modes=("firearms",)))["civilian_targeting"] == ""
    assert row(o.one(text, "attacked", "TTP", "villagers"))["civilian_targeting"] == "Civilians targeted"


def test_a_peaceful_protest_with_dead_is_left_out() -> None:
    text = "protesters marched in Wana on Monday; two people died."
    assert row(o.one(text, "marched", "protesters", type="PROTEST", modes=("demo",)))["sub_event_type"] == "Peaceful protest"
    assert rows(o.one(text, "marched", "protesters", type="PROTEST", modes=("demo",), killed=("two people", 2, 2, 2, "people"))) == []
