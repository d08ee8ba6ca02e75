"""What Casus promises (docs/guarantees.md), held by the whole way from text to record, with the shipped reader and codebook."""

from __future__ import annotations

import json
import os
import socket
import subprocess
import sys
from collections.abc import Callable, Iterable
from importlib import resources
from pathlib import Path

import pytest

from casus import Case, Event
from casus.export import render
from casus.pipeline import Tools

EXAMPLE = Path(str(resources.files("casus") / "example"))
CODE = "import sys; from casus.cli import main; sys.argv = ['casus', 'code', *sys.argv[1:]]; main()"


@pytest.fixture(scope="module")
def case(tools: Tools) -> Case:
    """The shipped example, read once."""
    case = Case(tools=tools)
    assert case.read(EXAMPLE).failed == ()
    return case


def _found(value: object, key: str) -> Iterable[dict[str, object]]:
    """Every object, at any depth, that has a key."""
    if isinstance(value, dict):
        if key in value:
            yield value
        yield from (f for v in value.values() for f in _found(v, key))
    elif isinstance(value, list):
        yield from (f for v in value for f in _found(v, key))


@pytest.mark.parametrize("kind", ["claims", "relations", "quotes", "statistics", "cautions"])
def test_every_word_of_every_record_stands_in_its_report(case: Case, kind: str) -> None:
    texts = {r["id"]: str(r["text"]) for r in case.records("reports")}
    records = case.records(kind, low=True)
    assert records
    for record in records:
        for one in _found(record, "start"):
            if isinstance(one["start"], int) and "words" in one:
                assert texts[record["report"]][one["start"] : one["end"]] == one["words"]  # type: ignore[index]


def test_every_claim_rests_on_the_words_of_its_act(case: Case) -> None:
    for event in case.records("events", low=True):
        assert event["claims"]
        for claim in event["claims"]:  # type: ignore[union-attr]
            assert claim["evidence"][0]["field"] == "act"  # type: ignore[index]


def test_every_figure_of_an_event_is_a_figure_of_one_of_its_claims(case: Case) -> None:
    """Nothing is added up or averaged: low, best and high are each given by some passage, or low is 0 by rule."""
    for event in case.events(low=True):
        for name in ("killed", "injured", "killed_or_injured", "captured", "size"):
            mine, given = getattr(event, name), [getattr(c, name) for c in event.claims if getattr(c, name) is not None]
            stated = {n for c in given for n in (c.low, c.best, c.high)}
            assert (mine is None) == (not given)
            assert mine is None or {mine.best, mine.high, mine.low or None} <= stated | {None}


def test_no_number_is_no_figure(events: Callable[..., list[Event]]) -> None:
    told = events("Rebels attacked the barracks in Gao on Monday. The governor condemned the attack.")
    assert told
    assert all(e.killed is None and e.injured is None for e in told)


def test_an_enemys_word_is_no_floor(events: Callable[..., list[Event]]) -> None:
    text = "Al-Shabaab fighters attacked a base near Jowhar on Monday. Al-Shabaab said the attack killed 40 Somali soldiers."
    tolls = [e.killed for e in events(text) if e.killed is not None]
    assert [(t.low, t.best, t.high) for t in tolls] == [(0, 40, 40)]


def test_reports_are_never_added(tools: Tools, tmp_path: Path) -> None:
    case = Case(tools=tools)
    for name, killed, day in (("a", 10, "2024-05-14"), ("b", 17, "2024-05-15")):
        path = tmp_path / f"{name}.txt"
        path.write_text(f"Jets bombed a market in Omdurman on Monday and killed {killed} people, a hospital in the city said.", "utf-8")
        case.read(path, published=day)
    tolls = [e.killed for e in case.events() if e.killed is not None]
    assert tolls
    assert {t.best for t in tolls} <= {10, 17}
    assert all(t.high in {10, 17} for t in tolls)


def test_a_headline_never_raises_the_status(events: Callable[..., list[Event]]) -> None:
    text = "Army bombs school in Kayin\n\nThe army bombed a school in Kayin state on Monday, villagers said. They buried the dead on Tuesday."
    attacks = [e for e in events(text) if e.type == "ASSAULT"]
    assert attacks
    assert all(e.status == "attributed" for e in attacks)


def test_no_comment_is_no_denial(events: Callable[..., list[Event]]) -> None:
    told = events("Residents said the army shelled a clinic in Dilling on Monday. The army declined to comment.")
    assert [e.status for e in told if e.type == "ASSAULT"] == ["attributed"]


def test_a_threat_is_no_act(events: Callable[..., list[Event]]) -> None:
    told = events("The Houthis threatened to attack ships in the Red Sea.")
    assert [(e.type, e.status) for e in told] == [("THREATEN", "threatened")]


@pytest.mark.parametrize(
    "text",
    [
        "Peel the potatoes, cut them into cubes and boil them for ten minutes. Add salt and butter to taste.",
        "The bakery on the corner opens at seven. Its owner bought a new oven in March and likes the colour.",
    ],
)
def test_nothing_codable_is_said_without_shame(events: Callable[..., list[Event]], text: str) -> None:
    assert events(text) == []


def test_without_a_day_of_publication_none_is_guessed(events: Callable[..., list[Event]]) -> None:
    told = events("Gunmen attacked a convoy near Goma on Tuesday.", published=None)
    assert told
    assert all(e.date is None or (e.date.start is None and e.date.end is None) for e in told)


def test_no_point_without_a_line_of_the_gazetteer(case: Case) -> None:
    for record in case.records("events", low=True):
        place = record["place"]
        assert place is None or place["id"] is not None or (place["lat"] is None and place["lon"] is None)  # type: ignore[index]


def test_nothing_asks_the_network(tools: Tools, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*given: object, **more: object) -> None:
        raise AssertionError("Casus asked the network")

    for name in ("connect", "connect_ex", "sendto"):
        monkeypatch.setattr(socket.socket, name, refuse)
    monkeypatch.setattr(socket, "getaddrinfo", refuse)
    monkeypatch.setattr(socket, "create_connection", refuse)
    case = Case(tmp_path / "case.casus", tools=tools)
    assert case.read([EXAMPLE / "01-market-strike.txt", EXAMPLE / "07-envoy-summoned.html"]).failed == ()
    case.export("jsonl", tmp_path / "events.jsonl")
    case.brief(tmp_path / "brief.html")


def test_another_process_and_another_order_give_the_same_bytes(case: Case) -> None:
    names = sorted((str(p) for p in EXAMPLE.iterdir() if p.suffix != ".json"), reverse=True)
    done = subprocess.run(
        [sys.executable, "-c", CODE, *names], capture_output=True, check=True, env=os.environ | {"PYTHONHASHSEED": "7"}, timeout=100
    )
    assert done.stdout == b"".join(render(case.picture(), "jsonl"))
    assert [json.loads(line) for line in done.stdout.splitlines()] == case.records("events")


def test_reading_again_is_the_same_reading(tools: Tools, case: Case) -> None:
    again = Case(tools=tools)
    again.read(sorted((p for p in EXAMPLE.iterdir() if p.suffix != ".json"), reverse=True))
    assert b"".join(render(again.picture(), "jsonl", low=True)) == b"".join(render(case.picture(), "jsonl", low=True))
