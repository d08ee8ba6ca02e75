"""FollowTheMoney, Web Annotation and SQLite: views of the case for other tools."""

import json
import sqlite3
from dataclasses import replace
from pathlib import Path
from typing import Any

import occurrences as o
import samples
from syrupy.assertion import SnapshotAssertion

from casus.export import COLUMNS, KINDS, records, render
from casus.model.picture import Picture

SHOT = "TTP and gunmen shot three villagers at Wana on Monday."


def out(to: str, picture: Picture | None = None, **options: Any) -> bytes:
    return b"".join(render(picture or samples.picture(), to, low=True, **options))


def entities(picture: Picture, **options: Any) -> dict[str, list[dict[str, Any]]]:
    found: dict[str, list[dict[str, Any]]] = {}
    for line in out("ftm", picture, **options).splitlines():
        entity = json.loads(line)
        found.setdefault(entity["schema"], []).append(entity)
    return found


def annotations(**options: Any) -> list[dict[str, Any]]:
    collection = json.loads(out("webannotation", **options))
    assert collection["total"] == len(collection["first"]["items"])
    return collection["first"]["items"]


def test_ftm_snapshot(snapshot: SnapshotAssertion) -> None:
    assert out("ftm").decode() == snapshot


def test_ftm_events_actors_and_what_proves_them() -> None:
    found = entities(o.one(SHOT, "shot", "TTP gunmen", "villagers", modes=("firearms",)))
    (event,), (actor,), (article,) = found["Event"], found["Organization"], found["Article"]
    assert event["properties"] | {} == {
        "name": ["ASSAULT firearms"], "summary": ["shot"], "keywords": ["ASSAULT", "firearms", "asserted"],
        "notes": ["status: asserted; layer: news"], "recordId": [event["id"].removeprefix("casus-event-")], "location": ["Wana"], "country": ["pk"],
        "organizer": ["casus-actor-ttp"], "proof": [article["id"]], "date": ["2024-03-04"],
    }  # fmt: skip
    assert actor["properties"]["country"] == ["pk"] and actor["properties"]["proof"] == [article["id"]]
    (mention,) = found["Mention"]
    assert mention["properties"]["resolved"] == [actor["id"]] and mention["properties"]["document"] == [article["id"]]


def test_ftm_holds_no_denied_event_and_every_reference_leads_somewhere() -> None:
    assert "Event" not in entities(o.one(SHOT, "shot", "TTP", status="denied"))
    ids = {json.loads(line)["id"] for line in out("ftm").splitlines()}
    for line in out("ftm").splitlines():
        for name in ("proof", "document", "resolved", "subject", "object", "organizer", "involved"):
            assert set(json.loads(line)["properties"].get(name, [])) <= ids
    assert all("bodyText" not in e["properties"] for e in entities(samples.picture(), text=False)["Article"])


def test_webannotation_snapshot(snapshot: SnapshotAssertion) -> None:
    assert out("webannotation").decode() == snapshot


def test_both_selectors_lead_to_the_words() -> None:
    texts = {f"urn:{r['id']}": r["text"] for r in records(samples.picture(), "reports")}
    found = [a for kind in ("events", "relations", "quotes", "statistics", "cautions", "reasons") for a in annotations(kind=kind)]
    assert len(found) > 20
    for annotation in found:
        text = texts[annotation["target"]["source"]]
        place, quote = annotation["target"]["selector"]
        assert text[place["start"] : place["end"]] == quote["exact"]
        assert quote["prefix"] + quote["exact"] + quote["suffix"] in text
    assert len({a["id"] for a in annotations()}) == len(annotations())


def test_a_denial_is_tagged_as_one_and_text_stays_at_home() -> None:
    tags = [{b.get("value") for b in a["body"]} for a in annotations()]
    assert any({"ASSAULT", "denied"} <= t for t in tags)
    assert all("prefix" not in a["target"]["selector"][1] for a in annotations(text=False))


def test_a_page_with_an_address_is_the_scope() -> None:
    picture = samples.picture((samples.first_reading(),))
    (reading,) = picture.readings
    of = replace(picture, readings=(replace(reading, report=replace(reading.report, url="https://x.org/a")),))
    assert json.loads(out("webannotation", of))["first"]["items"][0]["target"]["scope"] == "https://x.org/a"


def test_sqlite_has_a_table_per_kind_and_keys_that_hold(tmp_path: Path) -> None:
    path = tmp_path / "case.sqlite"
    path.write_bytes(out("sqlite"))
    connection = sqlite3.connect(path)
    for kind in KINDS:
        told = connection.execute(f"SELECT * FROM {kind}")
        assert [c[0] for c in told.description] == [c.name for c in COLUMNS[kind]]
        assert len(told.fetchall()) == len(records(samples.picture(), kind, low=True))
    assert connection.execute("PRAGMA foreign_key_check").fetchall() == []
    joined = "SELECT count(*) FROM claims JOIN events ON events.id = claims.event JOIN reports ON reports.id = claims.report"
    assert connection.execute(joined).fetchone() == (len(records(samples.picture(), "claims", low=True)),)
    assert len(connection.execute("SELECT id FROM text_search WHERE text_search MATCH 'abducted'").fetchall()) == 1
    assert json.loads(connection.execute("SELECT recipients FROM events").fetchone()[0]) in (["people"], ["fighters"])


def test_sqlite_without_text(tmp_path: Path) -> None:
    path = tmp_path / "case.sqlite"
    path.write_bytes(out("sqlite", text=False))
    assert "text" not in [c[1] for c in sqlite3.connect(path).execute("PRAGMA table_info(reports)")]
    assert samples.FIRST.encode() not in path.read_bytes()
