"""A mention to one place, or none, with its reason and no more precision than its words."""

from __future__ import annotations

import pytest

from casus.codebook.place_tables import pack_tables
from casus.codebook.places import Gazetteer, PlaceClass, load_places
from casus.coding.places.finding import PlaceMention
from casus.model.place import Place
from casus.model.text import Block, Report
from casus.resolve.place_precision import distance_km
from casus.resolve.places import resolve_places
from casus.resolve.story_places import story_places

ENTRIES = (
    b"ne:AAA\tAland\tcountry\t\tAAA\t10\t10\t7",
    b"ne:BBB\tBeland\tcountry\t\tBBB\t40\t40\t7",
    b"casus:north\tNorthshire\tadm1\tAland\tAAA\t11\t11\t5",
    b"casus:one\tSpring\ttown\tNorthshire;Aland\tAAA\t11.2\t11.2\t4",
    b"casus:two\tSpring\ttown\tBeland\tBBB\t41\t41\t4",
    b"casus:three\tSpring\ttown\tBeland\tBBB\t44\t44\t4",
    b"casus:prov\tKunar\tadm1\tAland\tAAA\t9\t9\t5",
    b"casus:seat\tKunar\ttown\tKunar;Aland\tAAA\t9.1\t9.1\t4",
    b"casus:mount\tHighlands\tregion\tAland\tAAA\t\t\t5",
    b"casus:sea\tGrey Sea\twater\t\t\t\t\t5",
    b"casus:lone\tFarhold\tvillage\tBeland\tBBB\t42\t42\t2",
)
KEYS = (
    b"aland\t0",
    b"beland\t1",
    b"farhold\t10",
    b"grey sea\t9",
    b"highlands\t8",
    b"kunar\t6 7",
    b"northshire\t2",
    b"spring\t3 4 5",
)
SMALL = pack_tables(["credits"], ENTRIES, KEYS)


def place(text: str, words: str, name: str | None = None, **told: object) -> Place:
    report = Report("r", text, (Block(0, len(text), "paragraph"),), "test")
    start = text.index(words)
    mention = PlaceMention(report.evidence("place", start, start + len(words)), name or words, 0, 1, 0, 0, **told)  # type: ignore[arg-type]
    return resolve_places([mention], report, Gazetteer(SMALL))[mention]


def test_a_container_in_the_text_decides() -> None:
    found = place("Fighting in Spring in Northshire. Beland and Beland looked on.", "Spring", within=("Northshire",))
    assert (found.id, found.precision_ucdp, found.precision_acled) == ("casus:one", 1, 1)
    assert "in Northshire, as the text says" in found.reason
    assert found.within == ("Northshire", "Aland")


def test_the_country_of_the_story_decides() -> None:
    assert place("Aland sent troops. Fighting in Spring went on in Aland.", "Spring").id == "casus:one"


def test_a_name_that_stays_open_has_no_place() -> None:
    found = place("Beland sent troops. Fighting in Spring went on.", "Spring")
    assert (found.id, found.lat, found.lon, found.precision_ucdp) == (None, None, None, None)
    assert "have this name and the report does not say which" in found.reason
    assert found.evidence.words == "Spring"


def test_no_context_no_choice() -> None:
    assert place("Fighting in Spring went on.", "Spring").id is None


def test_an_unknown_name_keeps_its_words() -> None:
    found = place("Fighting in Zorab went on in Aland.", "Zorab")
    assert (found.name, found.id, found.lat, found.reason) == ("Zorab", None, None, "not in the gazetteer")


def test_an_unknown_village_lies_where_the_text_says_without_a_point() -> None:
    found = place("Fighting in Zorab, Northshire, Aland.", "Zorab", within=("Northshire",))
    assert (found.id, found.lat, found.country) == (None, None, "AAA")
    assert found.within == ("Northshire", "Aland")


def test_a_small_place_of_a_country_never_named_is_not_meant() -> None:
    found = place("Aland sent troops to Farhold.", "Farhold")
    assert found.id is None
    assert "does not name" in found.reason


def test_a_town_and_its_province_share_a_name() -> None:
    bare = place("Aland sent troops. Fighting in Kunar.", "Kunar")
    assert (bare.id, bare.precision_ucdp) == ("casus:seat", 2)
    assert "share the name" in bare.reason
    province = place("Aland sent troops. Fighting in Kunar province.", "Kunar province", "Kunar", unit="adm1")
    assert (province.id, province.precision_ucdp, province.precision_acled) == ("casus:prov", 4, 3)
    city = place("Aland sent troops. Fighting in Kunar city.", "Kunar city", "Kunar", unit="town")
    assert (city.id, city.precision_ucdp) == ("casus:seat", 1)


@pytest.mark.parametrize(
    ("words", "name", "relation", "unit", "ucdp", "has_point"),
    [
        ("Northshire", None, "in", None, 4, True), ("Aland", None, "in", None, 6, False), ("Highlands", None, "in", None, 5, False),
        ("Grey Sea", None, "in", None, 7, False), ("eastern Aland", "Aland", "direction", None, 5, False),
        ("near Kunar", "Kunar", "near", None, 2, True), ("20 km south of Kunar", "Kunar", "near", None, 2, True),
        ("35 km south of Kunar", "Kunar", "near", None, 5, False), ("10 miles from Kunar", "Kunar", "near", None, 2, True),
        ("near Northshire", "Northshire", "near", None, 5, False), ("the Aland border", "Aland", "border", None, 5, False),
        ("northern Kunar", "Kunar", "direction", None, 1, True), ("eastern Northshire", "Northshire", "direction", None, 4, False),
        ("northern Kunar province", "Kunar", "direction", "adm1", 4, False),
    ],
)  # fmt: skip
def test_precision_follows_the_words(
    words: str, name: str | None, relation: str, unit: PlaceClass | None, ucdp: int, has_point: bool
) -> None:
    found = place(
        f"Aland sent troops. Fighting at {words}.", words, name, relation=relation, unit=unit, side="north" if "northern" in words else ""
    )
    assert found.precision_ucdp == ucdp
    assert (found.lat is not None) == has_point
    assert found.lat is None or found.id is not None


def test_between_two_places_is_no_point() -> None:
    found = place(
        "Aland sent troops. Fighting between Spring and Kunar.", "between Spring and Kunar", "Spring", relation="between", others=("Kunar",)
    )
    assert (found.id, found.lat, found.precision_ucdp, found.within) == (None, None, 5, ("Aland",))


def test_the_border_of_two_countries_lies_in_neither() -> None:
    found = place("The Aland-Beland border.", "Aland-Beland border", "Aland", relation="border", others=("Beland",))
    assert (found.id, found.lat, found.country, found.within) == (None, None, None, ())


def test_the_country_is_the_one_spoken_of() -> None:
    text = "Aland sent troops. Aland spoke. Beland too. Fighting in the north of the country."
    found = place(text, "the north of the country", "the country", relation="direction", side="north")
    assert (found.country, found.precision_ucdp, found.lat) == ("AAA", 5, None)
    unclear = place("Aland and Beland met. Fighting in the north of the country.", "the north of the country", "the country", side="north")
    assert (unclear.country, unclear.id) == (None, None)


@pytest.mark.parametrize(
    ("words", "km"),
    [("35 km south of X", 35.0), ("10 miles from X", 16.093), ("1,200 metres from X", 1.2), ("near X", None), ("ten km from X", None)],
)
def test_distances(words: str, km: float | None) -> None:
    assert distance_km(words) == km


def test_the_story_counts_names_and_peoples() -> None:
    text = "Pakistan struck Afghan villages. Pakistani officials said Pakistan would go on. Kabul protested."
    story = story_places(Report("r", text, (Block(0, len(text), "paragraph"),), "test"), load_places())
    assert story.countries[0][0] == "PAK"
    assert story.main == "PAK"
    assert story.share("AFG") > 0
    assert story.share("FRA") == 0


def test_the_shipped_gazetteer_on_a_story() -> None:
    text = "Afghan officials said an air strike hit a house in the Barmal district of Paktika province. Pakistan said nothing."
    report = Report("r", text, (Block(0, len(text), "paragraph"),), "test")
    start = text.index("Barmal")
    mention = PlaceMention(report.evidence("place", start, start + 36), "Barmal", 0, 1, 0, 0, unit="adm2", within=("Paktika",))
    found = resolve_places([mention], report, load_places())[mention]
    assert (found.name, found.country, found.precision_ucdp) == ("Barmal", "AFG", 3)
    assert found.within == ("Paktika", "Afghanistan")


def test_no_mentions_no_places() -> None:
    assert resolve_places([], Report("r", "x", (Block(0, 1, "paragraph"),), "test"), Gazetteer(SMALL)) == {}
