"""MUC-4's key and its comparison, on templates made up here."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from benchmarks.muc import align, ceaf, compare, fills
from benchmarks.muc_key import KEYS, Template, key_of, roles_of

EMPTY = [*KEYS.values(), "HUM TGT: DESCRIPTION", "HUM TGT: NUMBER", "HUM TGT: EFFECT OF INCIDENT", "INCIDENT: DATE", "INCIDENT: LOCATION"]


def row(*templates: Mapping[str, Any]) -> Mapping[str, Any]:
    """A document with templates, their other slots empty."""
    blank = {name: [] for name in EMPTY} | {"INCIDENT: TYPE": ["ATTACK"], "_optional": False}
    return {"docid": "X", "text": "", "templates": [blank | dict(t) for t in templates]}


def test_a_name_and_its_description_are_one_victim() -> None:
    (key,) = key_of(row({"HUM TGT: NAME": ['"ANA RUIZ"'], "HUM TGT: DESCRIPTION": ['"JUDGE": "ANA RUIZ"', '"THREE PEASANTS"']}))
    assert key.strings["victim"] == [{"ana ruiz", "judge"}, {"peasants"}]


def test_optional_fills_are_right_but_not_missed() -> None:
    (key,) = key_of(row({"PHYS TGT: ID": ['"BRIDGE"', '? "TRUCK" / "TANK TRUCK"']}))
    assert fills(key)["physical target"] == 1
    right, met = compare(Template("attack", strings={"physical target": [frozenset({"red truck"})]}), key)
    assert (right["physical target"], met["physical target"]) == (1, 1)


def test_only_the_country_is_half_a_place_and_attack_half_a_type() -> None:
    (key,) = key_of(row({"INCIDENT: LOCATION": ["PERU: LIMA (CITY)"], "INCIDENT: TYPE": ["BOMBING"]}))
    right, _ = compare(Template("attack", places=frozenset({"peru"}), countries=frozenset({"peru"})), key)
    assert right["place"] == 1  # names the next place
    right, _ = compare(Template("attack", places=frozenset({"cuzco"}), countries=frozenset({"peru"})), key)
    assert (right["place"], right["type"]) == (0.5, 0.5)


def test_any_place_that_the_key_holds_for_possible_is_right() -> None:
    (key,) = key_of(row({"INCIDENT: LOCATION": ["(PERU: CUZCO (CITY / DEPARTMENT): ANTA (TOWN)) / (PERU: TACNA (CITY)) / (CHILE)"]}))
    assert key.places == {"cuzco", "anta", "peru", "tacna", "chile"}
    assert key.countries == {"peru", "chile"}
    (key,) = key_of(row({"INCIDENT: LOCATION": ["PERU / CHILE"]}))
    assert key.places == {"peru", "chile"}


def test_a_number_counts_where_its_victim_and_it_are_right() -> None:
    (key,) = key_of(row({"HUM TGT: DESCRIPTION": ['"PEASANTS"'], "HUM TGT: NUMBER": ['3: "PEASANTS"']}))
    peasants = frozenset({"peasants"})
    assert compare(Template("attack", of_victims={"victim number": [(peasants, "3")]}), key)[0]["victim number"] == 1
    assert compare(Template("attack", of_victims={"victim number": [(peasants, "4")]}), key)[0]["victim number"] == 0


def test_templates_pair_once_and_the_rest_stand_alone() -> None:
    key = key_of(row({"PHYS TGT: ID": ['"BRIDGE"']}, {"PHYS TGT: ID": ['"BUS"'], "_optional": True}))
    ours = [Template("attack", strings={"physical target": [frozenset({"bridge"})]})]
    assert align(ours, key) == [(ours[0], key[0])]


def test_role_fillers_are_joined_over_templates_and_must_be_the_keys_strings() -> None:
    roles = roles_of(row({"PERP: INDIVIDUAL ID": ['"THE REBELS" / "REBELS"']}, {"PERP: INDIVIDUAL ID": ['"REBELS"', '"TWO MEN"']}))
    assert roles["perpetrator individual"] == [{"rebels"}, {"two men"}]
    assert ceaf([frozenset({"rebels"}), frozenset({"men"})], roles["perpetrator individual"]) == 1
