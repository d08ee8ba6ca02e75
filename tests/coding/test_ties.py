"""Ties: how two actors stand to each other, from when to when, and how that turned."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from casus.model.picture import Picture

Draw = Callable[..., Picture]


def ties(picture: Picture) -> list[tuple[str, str, str, str]]:
    return [(r.subject.id or "", r.sign, r.kind, r.object.id or "") for r in picture.relations]


@pytest.mark.parametrize(
    ("text", "tie"),
    [
        ("Jamaat-ul-Ahrar split from the Tehrik-i-Taliban Pakistan in August 2014.", ("jamaat-ul-ahrar", "-", "successor", "ttp")),
        ("Jamaat-ul-Ahrar broke away from the Tehrik-i-Taliban Pakistan.", ("jamaat-ul-ahrar", "-", "successor", "ttp")),
        ("Iran is the main patron of the Houthis.", ("irn", "+", "patron", "houthis")),
        ("The Quds Force is part of the IRGC.", ("irn-irgc-qf", "+", "part-of", "irn-irgc")),
        ("The Quds Force, part of the IRGC, struck Erbil on Monday.", ("irn-irgc-qf", "+", "part-of", "irn-irgc")),
        ("The Quds Force belongs to the IRGC.", ("irn-irgc-qf", "+", "part-of", "irn-irgc")),
        ("ISWAP broke away from Boko Haram in 2016.", ("iswap", "-", "successor", "boko-haram")),
        ("Mali has broken with France.", ("mli", "-", "hostile", "fra")),
        ("Armenia, Russia's longtime ally, froze its membership.", ("arm", "+", "ally", "rus")),
        ("Hezbollah is Iran's proxy in Lebanon.", ("irn", "+", "patron", "hezbollah")),
        ("The M23, backed by Rwanda, captured Goma on Monday.", ("rwa", "+", "patron", "m23")),
        ("The Rwanda-backed M23 captured Goma on Monday.", ("rwa", "+", "patron", "m23")),
        ("Iran's support for the Houthis has grown since 2015.", ("irn", "+", "patron", "houthis")),
        ("Ethiopia and Eritrea were at war from 1998 to 2000.", ("eth", "-", "armed conflict", "eri")),
        ("Kosovo is recognised by France.", ("fra", "recognition", "recognition", "xkx")),
        ("The Arakan Army turned on the Myanmar military in November 2023.", ("arakan-army", "-", "hostile", "mmr-mil")),
    ],
)
def test_a_standing_tie_is_read_with_its_sign(code_text: Draw, text: str, tie: tuple[str, str, str, str]) -> None:
    assert tie in ties(code_text(text))


@pytest.mark.parametrize(
    "text",
    [
        "Pakistan supported the Afghan Taliban until 2021 and turned against it in December 2024.",
        "Pakistan supported the Afghan Taliban until 2021 but is now hostile to it, analysts say.",
    ],
)
def test_a_tie_that_turned_has_two_signs_and_each_its_own_time(code_text: Draw, text: str) -> None:
    drawn = code_text(text)
    assert [t[1:3] for t in ties(drawn)] == [("-", "hostile"), ("+", "patron")]
    periods = {r.sign: r.period for r in drawn.relations}
    assert periods["+"] is not None and (periods["+"].start, periods["+"].end) == (None, date(2021, 12, 31))
    assert periods["-"] is None or periods["-"].end != date(2021, 12, 31)
    assert all(e.layer != "news" for e in drawn.events if e.type == "AID")


def test_what_somebody_is_has_no_day(code_text: Draw) -> None:
    (tie,) = [r for r in code_text("The Quds Force, part of the IRGC, struck Erbil on Monday.").relations if r.kind == "part-of"]
    assert tie.period is None


@pytest.mark.parametrize(
    "text",
    [
        "Turkey hosts Hamas leaders.",
        "Hamas leaders are hosted by Turkey.",
        "Turkey gives shelter to Hamas.",
        "Turkey harbours Hamas leaders.",
        "Turkey offers a safe haven to Hamas.",
        "Hamas bases its leadership in Turkey.",
        "Hamas has its political bureau in Ankara.",
        "The leadership of Hamas is based in Turkey.",
        "Hamas leaders live in Turkey.",
        "Turkey's hosting of Hamas angered Israel.",
        "Turkey, which hosts Hamas leaders, mediated the talks.",
        "Turkey has not stopped hosting Hamas.",
    ],
)
def test_who_gives_shelter_is_the_host(code_text: Draw, text: str) -> None:
    assert ties(code_text(text)) == [("tur", "+", "host", "hamas")]


@pytest.mark.parametrize(
    "text",
    [
        "Turkey does not host Hamas leaders.",
        "Turkey will host Hamas leaders for talks next week.",
        "Egypt hosted Hamas leaders on Tuesday.",
        "Does Turkey host Hamas leaders?",
        "If Turkey hosts Hamas leaders, Israel will protest.",
        "Hezbollah keeps its leadership in Lebanon.",
        "Iran and the Taliban are neither allies nor enemies.",
        "Iran is not a patron of Hamas.",
        "Pakistan does not recognise the Taliban government.",
        "Public support for Hamas is falling.",
        "Hezbollah, its ally in Lebanon, struck Israel.",
    ],
)
def test_what_is_not_so_or_only_a_visit_is_no_tie(code_text: Draw, text: str) -> None:
    assert [t for t in ties(code_text(text)) if t[2] not in {"armed conflict"}] == []


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Turkey denied hosting Hamas leaders.", "denied"),
        ("Turkey rejects accusations that it supports Hamas.", "denied"),
        ("Israel accused Turkey of harbouring Hamas leaders.", "attributed"),
        ("Turkey reportedly harbours Hamas leaders.", "hedged"),
    ],
)
def test_a_tie_keeps_the_status_of_its_statement(code_text: Draw, text: str, status: str) -> None:
    assert [r.status for r in code_text(text).relations if r.subject.id == "tur" and r.kind in {"host", "patron"}] == [status]


@pytest.mark.parametrize("text", ["Sudan used to host al-Qaeda.", "Sudan no longer hosts al-Qaeda.", "Sudan is a former host of al-Qaeda."])
def test_a_tie_told_as_ended_is_history(code_text: Draw, text: str) -> None:
    assert [(r.kind, r.layer) for r in code_text(text).relations] == [("host", "history")]


def test_a_tie_ends_on_the_day_it_is_ended(code_text: Draw) -> None:
    (tie,) = code_text("Qatar stopped hosting Hamas in November 2024.").relations
    assert tie.period is not None and (tie.period.start, tie.period.end) == (None, date(2024, 11, 30))


def test_its_enemy_is_whose_ally_it_was(code_text: Draw) -> None:
    text = "Eritrea was an ally of Ethiopia until 2023 but is now its enemy."
    assert ties(code_text(text)) == [("eri", "+", "ally", "eth"), ("eri", "-", "hostile", "eth")]
