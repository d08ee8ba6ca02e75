"""What kind of actor a noun points to, and in which capacity it speaks."""

from __future__ import annotations

from pathlib import Path

import pytest

from casus.codebook.actors import load_actors
from casus.codebook.kinds import (
    capacity_of,
    is_machine,
    is_official,
    is_people,
    is_person_role,
    is_protester,
    is_thing,
    kind_of,
    load_kinds,
)
from casus.model.errors import CodebookError

KINDS = [
    ("soldier", "two soldiers", "military"),
    ("troop", "government troops", "military"),
    ("army", "the army", "military"),
    ("warplane", "warplanes", "military"),
    ("jet", "fighter jets", "military"),
    ("force", "security forces", "military"),
    ("force", "rebel forces", "unnamed-armed"),
    ("officer", "a police officer", "police"),
    ("officer", "an army officer", "military"),
    ("policeman", "three policemen", "police"),
    ("police", "riot police", "police"),
    ("fighter", "fighters", "unnamed-armed"),
    ("militant", "militants", "unnamed-armed"),
    ("gunman", "gunmen", "unnamed-armed"),
    ("bomber", "a suicide bomber", "unnamed-armed"),
    ("rebel", "the rebels", "unnamed-armed"),
    ("fighter", "Taliban fighters", "armed-group"),
    ("commander", "a Hamas commander", "armed-group"),
    ("commander", "a rebel commander", "unnamed-armed"),
    ("commander", "an army commander", "military"),
    ("ministry", "the ministry", "government"),
    ("regime", "the regime", "government"),
    ("official", "an official", "government"),
    ("official", "police officials", "police"),
    ("official", "a military official", "military"),
    ("spokesman", "a government spokesman", "government"),
    ("envoy", "the envoy", "government"),
    ("ambassador", "the ambassador", "government"),
    ("parliament", "parliament", "government"),
    ("gang", "a gang", "militia"),
    ("militia", "a militia", "militia"),
    ("civilian", "civilians", "civilians"),
    ("villager", "villagers", "civilians"),
    ("child", "women and children", "civilians"),
    ("refugee", "refugees", "civilians"),
    ("worshipper", "worshippers", "civilians"),
    ("protester", "protesters", "civilians"),
    ("doctor", "doctors", "civilians"),
    ("worker", "aid workers", "ngo"),
    ("journalist", "a journalist", "media"),
    ("expert", "experts", "institute"),
    ("analyst", "a security analyst", "institute"),
    ("peacekeeper", "peacekeepers", "igo"),
    ("agency", "the intelligence agency", "intelligence"),
    ("group", "the group", "collective"),
    ("company", "a company", "company"),
    ("village", "a village", "unknown"),
    ("member", "members of the security forces", "military"),
    ("leader", "an opposition leader", "party"),
    ("accountant", "an army accountant", "military"),
    ("Kolb", "Defence Minister Ana Kolb", "government"),
    ("Pakistan", "Pakistan", "state"),
    ("Kabul", "Kabul", "government"),
    ("Palestinian", "12 Palestinians", "civilians"),
    ("Russian", "the Russians", "state"),
    ("UN", "the UN", "igo"),
    ("Reuters", "Reuters", "media"),
    ("Zorg", "Zorg", "unknown"),
]


@pytest.mark.parametrize(("head", "words", "expected"), KINDS, ids=[words for _, words, _ in KINDS])
def test_kind(head: str, words: str, expected: str) -> None:
    assert kind_of(head, words, load_actors()) == expected


@pytest.mark.parametrize(
    ("head", "words", "party", "expected"),
    [
        ("official", "an official", False, "official"),
        ("official", "an official", True, "party"),
        ("spokesman", "a rebel spokesman", False, "party"),
        ("army", "the army", True, "party"),
        ("resident", "residents", False, "witness"),
        ("witness", "a witness", False, "witness"),
        ("doctor", "doctors", False, "medic"),
        ("source", "a medical source", False, "medic"),
        ("official", "hospital officials", False, "medic"),
        ("expert", "experts", False, "analyst"),
        ("group", "a rights group", False, "ngo"),
        ("agency", "the state news agency", False, "media"),
        ("institute", "the institute", False, "institute"),
        ("child", "children", False, "unknown"),
        ("Taliban", "the Taliban", False, "party"),
        ("UN", "the UN", False, "official"),
        ("resident", "residents", True, "witness"),
    ],
)
def test_capacity(head: str, words: str, party: bool, expected: str) -> None:
    kind = kind_of(head, words, load_actors())
    assert capacity_of(words, head, kind, party=party) == expected


def test_flags() -> None:
    assert is_person_role("minister")
    assert not is_person_role("ministry")
    assert is_people("soldier")
    assert is_people("civilian")
    assert not is_people("village")
    assert all(map(is_thing, ("checkpoint", "residence", "supermarket", "pylon")))
    assert not is_thing("army")
    assert is_official("envoy")
    assert is_protester("rioter")
    assert is_machine("drone")
    assert not any(flag("zorg") for flag in (is_person_role, is_people, is_thing, is_official, is_protester, is_machine))


def test_it_is_generous() -> None:
    assert len(load_kinds().nouns) > 1000


def test_a_noun_with_two_kinds_is_an_error(tmp_path: Path) -> None:
    path = tmp_path / "kinds.yaml"
    path.write_text(
        "nouns:\n- {kind: military, flags: [person], words: spear}\n- {kind: police, flags: [person], words: spear}\n"
        "modifiers: {}\nsuspected: {words: [], phrases: []}\nunidentified: []\n",
        encoding="utf-8",
    )
    with pytest.raises(CodebookError, match="'spear' stands under military and under police"):
        load_kinds(path)


def test_an_unknown_kind_is_an_error(tmp_path: Path) -> None:
    path = tmp_path / "kinds.yaml"
    path.write_text("nouns:\n- {kind: wizard, flags: [], words: a}\nmodifiers: {}\n", encoding="utf-8")
    with pytest.raises(CodebookError, match="wizard"):
        load_kinds(path)


@pytest.mark.parametrize(
    ("head", "words", "expected"),
    [
        ("limit", "term limits on members of Congress", "unknown"),
        ("message", "a message on Twitter", "unknown"),
        ("interference", "Russian interference", "unknown"),
        ("general", "Solicitor General Ana Kolb", "government"),
    ],
)
def test_what_hangs_on_a_thing_makes_it_no_body(head: str, words: str, expected: str) -> None:
    assert kind_of(head, words, load_actors()) == expected
