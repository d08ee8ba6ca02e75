"""Names and offices of the actor table that were lacking once."""

from __future__ import annotations

from datetime import date

import pytest

from casus import actors

NAMED = [
    ("CPP", "The NPA, armed wing of the Communist Party, is active in the Philippines.", "npa"),
    ("CPP", "Hun Sen of Cambodia leads it.", "khm-cpp"),
    ("MODEL", "Fighting reached Monrovia in Liberia.", "model"),
    ("AMB", "The Palestinian group struck near Nablus.", "aqsa-brigades"),
    ("ASL", "It held a quarter of Benghazi in Libya.", "ansar-al-sharia-lby"),
    ("Islamic Jihad Group", "", "iju"),
    ("BIFM", "", "biff"),
    ("Mayi Mayi Kyandenga", "", "mai-mai-kyandenga"),
    ("SPLM/A-IO Kitgwang", "", "splm-io-kitgwang"),
    ("Rwandan Movement for Democratic Change", "", "rmdc"),
]


@pytest.mark.parametrize(("name", "beside", "actor"), NAMED)
def test_a_group_is_found(name: str, beside: str, actor: str) -> None:
    assert actors.lookup(name, beside=beside).identity.id == actor


@pytest.mark.parametrize("name", ["CPP", "MODEL", "AMB", "ASL", "LSR", "Model"])
def test_a_short_form_alone_is_nobody(name: str) -> None:
    assert actors.lookup(name).identity.id is None


@pytest.mark.parametrize(
    ("office", "on", "who"),
    [
        ("Foreign Minister of Sudan", "2021-05-01", "Mariam al-Sadiq al-Mahdi"), ("Defence Minister of Mozambique", "2021-03-30", "Jaime Neto"),
        ("Foreign Minister of Kenya", "2019-06-01", "Monica Juma"), ("Defence Minister of Kenya", "2020-06-01", "Monica Juma"),
        ("Foreign Minister of Lebanon", "2016-05-01", "Gebran Bassil"), ("Foreign Minister of Mali", "2015-06-20", "Abdoulaye Diop"),
        ("Foreign Minister of Niger", "2022-06-01", "Hassoumi Massaoudou"), ("Defence Minister of Rwanda", "2016-01-01", "James Kabarebe"),
    ],
)  # fmt: skip
def test_who_held_an_office(office: str, on: str, who: str) -> None:
    day = date.fromisoformat(on)
    held = [a.name for a in actors.table() for o in a.offices if o.title == office and (o.start or day) <= day <= (o.end or day)]
    assert held == [who]


def test_every_office_of_a_person_is_dated() -> None:
    undated = [a.id for a in actors.table() if a.kind == "person" for o in a.offices if o.start is None and o.end is None]
    assert undated == []


@pytest.mark.parametrize(
    ("office", "on", "who"),
    [
        ("Foreign Minister of Colombia", "1999-05-01", "Guillermo Fernandez de Soto"), ("Defence Minister of India", "2000-06-01", "George Fernandes"),
        ("Foreign Minister of Turkey", "1999-02-01", "Ismail Cem"), ("Defence Minister of Israel", "2002-04-01", "Binyamin Ben-Eliezer"),
        ("Foreign Minister of Pakistan", "1998-05-28", "Gohar Ayub Khan"), ("Foreign Minister of Nigeria", "2001-01-01", "Sule Lamido"),
        ("Prime Minister of Bulgaria", "2025-12-31", "Rosen Zhelyazkov"), ("President of Madagascar", "2025-12-31", "Michael Randrianirina"),
        ("President of Vietnam", "2022-05-01", "Nguyen Xuan Phuc"), ("Defence Minister of Nigeria", "2025-12-31", "Christopher Musa"),
    ],
)  # fmt: skip
def test_one_holder_of_an_office_on_a_day(office: str, on: str, who: str) -> None:
    day = date.fromisoformat(on)
    held = [a.name for a in actors.table() for o in a.offices if o.title == office and (o.start or day) <= day <= (o.end or day)]
    assert held == [who]


def test_no_minister_is_in_office_since_ever() -> None:
    people = [a for a in actors.table() if a.kind == "person"]
    assert [a.id for a in people for o in a.offices if "Minister" in o.title and o.start is None] == []
