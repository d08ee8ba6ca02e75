"""FollowTheMoney entities as JSON lines, for Aleph, OpenAleph and OpenSanctions' tools.

Schemata: Article, Event, Mention, UnknownLink, and PublicBody, Organization, Person or Company for actors. Events are acts told
as done (casus.export.facts), with status and voices in `notes`. Only identified actors become entities: "gunmen" are nobody in
particular, and two reports' gunmen not the same. A tie that somebody states is an UnknownLink with its kind as the role.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from typing import Any

from casus.export.actors import actor_records
from casus.export.facts import DONE, Tally, facts
from casus.export.jsonl import json_line, utf8
from casus.export.lands import land_of, lands
from casus.export.order import Order
from casus.export.parts import Record, day
from casus.model.actor import Party
from casus.model.event import Event
from casus.model.picture import Picture
from casus.model.relation import Relation
from casus.model.text import Report
from casus.model.when import DateRange

_SCHEMATA = {
    "state": "PublicBody", "government": "PublicBody", "military": "PublicBody", "police": "PublicBody", "intelligence": "PublicBody",
    "person": "Person", "company": "Company",
}  # fmt: skip


def write_ftm(picture: Picture, order: Order) -> Iterator[bytes]:
    """One entity a line: articles, actors, mentions, events, links; each kind sorted by rule."""
    tally = Tally("ftm")
    known = {record["id"]: record for record in actor_records(picture, low=order.low) if record["id"]}
    articles = sorted((r.report for r in picture.readings), key=lambda r: r.id)
    entities = [_article(report, order) for report in articles]
    entities += [_actor(record) for record in known.values()]
    entities += [mention for record in known.values() for mention in _mentions(record)]
    entities += [_event(event) for event in facts(picture, order, tally)]
    entities += [_link(tie) for tie in picture.relations if tie.status in DONE and tie.subject.id in known and tie.object.id in known]
    for entity in {e["id"]: e for e in entities}.values():
        yield utf8(json_line(entity) + "\n")
    order.tell(tally.line())


def _entity(id_: str, schema: str, properties: dict[str, Any]) -> dict[str, Any]:
    """An entity; every property is a list of texts, and an empty one is left out."""
    listed = {name: _values(value) for name, value in properties.items()}
    return {"id": id_, "schema": schema, "properties": {n: v for n, v in listed.items() if v}, "datasets": ["casus"]}


def _values(value: Any) -> list[str]:
    found = value if isinstance(value, list | tuple) else [value]
    return list(dict.fromkeys(str(v) for v in found if v not in (None, "")))


def _hashed(kind: str, *parts: str) -> str:
    return f"casus-{kind}-{hashlib.sha256('|'.join(parts).encode('utf-8', 'replace')).hexdigest()[:20]}"


def _article_id(report: str) -> str:
    return f"casus-article-{report.removeprefix('sha256:')[:20]}"


def _iso2(*codes: str | None) -> list[str]:
    found = [lands().get(code or "") for code in codes]
    return [land.iso2.lower() for land in found if land is not None and land.iso2]


def _article(report: Report, order: Order) -> dict[str, Any]:
    return _entity(_article_id(report.id), "Article", {
        "title": report.title, "author": report.author, "publisher": report.publisher, "sourceUrl": report.url,
        "publishedAt": day(report.published), "language": "eng", "bodyText": report.text if order.text else None,
    })  # fmt: skip


def _actor(record: Record) -> dict[str, Any]:
    schema = _SCHEMATA.get(record["kind"], "Organization")
    return _entity(f"casus-actor-{record['id']}", schema, {
        "name": record["name"], "country": _iso2(record["country"]), "keywords": record["kind"],
        "proof": list(map(_article_id, record["reports"])),
    })  # fmt: skip


def _mentions(record: Record) -> Iterator[dict[str, Any]]:
    """Where an actor is named: one for each report."""
    for report in record["reports"]:
        yield _entity(_hashed("mention", record["id"], report), "Mention", {
            "name": record["name"], "document": _article_id(report), "resolved": f"casus-actor-{record['id']}",
            "detectedSchema": _SCHEMATA.get(record["kind"], "Organization"), "contextCountry": _iso2(record["country"]),
        })  # fmt: skip


def _event(event: Event) -> dict[str, Any]:
    lead = next(c for c in event.claims if not c.heading)
    voices = [f"{s.name} ({s.capacity}) {s.stance}" for s in event.sources]
    land = land_of(event.place)
    return _entity(f"casus-event-{event.id}", "Event", {
        "name": " ".join([event.type, *event.modes]), "summary": lead.act.words, "keywords": [event.type, *event.modes, event.status],
        "notes": [f"status: {event.status}; layer: {event.layer}", *voices, *_toll(event)], "recordId": event.id,
        "location": event.place.name if event.place is not None else None, "country": _iso2(land.iso3 if land else None),
        "organizer": _known(event.actors), "involved": _known(event.recipients),
        "proof": list(map(_article_id, event.reports)), **_when(event.date),
    })  # fmt: skip


def _toll(event: Event) -> Iterator[str]:
    killed = event.killed
    if killed is not None:
        low, best, high = ("open" if n is None else str(n) for n in (killed.low, killed.best, killed.high))
        yield f"killed: low {low}, best {best}, high {high}"


def _known(parties: Iterable[Party]) -> list[str]:
    return [f"casus-actor-{p.id}" for p in parties if p.id]


def _when(when: DateRange | None) -> dict[str, Any]:
    """The day, or the first and last possible ones; nothing where only publication bounds it."""
    if when is None or when.evidence is None:
        return {}
    if when.start == when.end:
        return {"date": day(when.start)}
    return {"startDate": day(when.start), "endDate": day(when.end)}


def _link(tie: Relation) -> dict[str, Any]:
    one, other = f"casus-actor-{tie.subject.id}", f"casus-actor-{tie.object.id}"
    return _entity(_hashed("link", one, other, tie.kind, tie.report, str(tie.evidence.start)), "UnknownLink", {
        "subject": one, "object": other, "role": tie.kind, "status": tie.status, "summary": tie.evidence.words,
        "proof": _article_id(tie.report), **_when(tie.period),
    })  # fmt: skip
