import csv
import io

import occurrences as o
import samples
from syrupy.assertion import SnapshotAssertion

from casus.export import render
from casus.export.polecat import COLUMNS, QUAD
from casus.model.claim import EVENT_TYPES
from casus.model.picture import Picture

TEXT = "TTP and gunmen shot three villagers at Wana on Monday."


def rows(picture: Picture, **options: object) -> list[dict[str, str]]:
    data = b"".join(render(picture, "polecat", **options)).decode()  # type: ignore[arg-type]
    return list(csv.DictReader(io.StringIO(data, newline=""), delimiter="\t", quoting=csv.QUOTE_NONE))


def shots(**more: object) -> Picture:
    return o.one(TEXT, "shot", "TTP gunmen", "villagers", **({"modes": ("firearms",)} | more))


def test_forty_columns_by_name() -> None:
    names = [c.name for c in COLUMNS]
    assert len(names) == 40 and names[7:15] == [
        "Actor Name", "Actor Country", "Actor COW", "Primary Actor Sector", "Actor Sectors", "Actor Title", "Actor Name Raw", "Wikipedia Actor ID",
    ]  # fmt: skip
    assert names[-7:] == ["Source", "Publication Date", "Story People", "Story Organizations", "Story Locations", "Language", "Version"]


def test_snapshot(snapshot: SnapshotAssertion) -> None:
    assert b"".join(render(samples.picture(), "polecat")).decode() == snapshot


def test_lists_stand_side_by_side_and_nothing_is_none() -> None:
    (found,) = rows(shots())
    assert found["Actor Name"] == "Tehrik-i-Taliban Pakistan;gunmen"
    assert found["Actor Country"] == "PAK;None" and found["Actor Sectors"] == "REB;UAF" and found["Primary Actor Sector"] == "REB"
    assert (found["Event Type"], found["Event Mode"], found["Intensity"], found["Quad Code"]) == ("ASSAULT", "firearms", "-9.0", "MATERIAL CONFLICT")
    assert (found["City"], found["District"], found["Province"], found["GeoNames ID"]) == ("Wana", "South Waziristan", "Khyber Pakhtunkhwa", "1162105")
    assert found["Contexts"] == "None" and found["Actor COW"] == "770;None"


def test_intensity_where_the_manual_gives_one() -> None:
    assert rows(shots(modes=("targeted",)))[0]["Intensity"] == "-9.5"
    assert rows(shots(type="RETREAT", modes=("disarm",)))[0]["Intensity"] == "10.0"
    assert rows(shots(type="AGREE", modes=()))[0]["Intensity"] == "None"


def test_every_type_has_a_quad() -> None:
    assert set(QUAD) == set(EVENT_TYPES)


def test_threats_are_acts_and_denied_ones_are_not() -> None:
    assert len(rows(shots(type="THREATEN", status="threatened"))) == 1
    assert rows(shots(status="denied")) == rows(shots(status="threatened")) == rows(shots(type="HARASS")) == []


def test_tabs_and_line_breaks_never_break_a_row() -> None:
    of = o.report(TEXT)
    claim = o.claim(of, "shot", "TTP", place=o.wana(of, name="Wa\tna\n;x"))
    (found,) = rows(o.picture(o.event(claim), reports=(of,)))
    assert found["Placename"] == "Wa na ;x"
