"""W3C Web Annotations: one for each piece of evidence, at its place in the report's clean text and by its exact words.

Every target has a TextPositionSelector (code points of the clean text) and a TextQuoteSelector (the words, with some of the
text round them), two ways to the same words. The source is the clean text, named by the report's hash; the page it came
from is the `scope`.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from typing import Any

from casus.export.delimited import reports_of
from casus.export.jsonl import json_line, utf8
from casus.export.order import Order
from casus.export.parts import Record
from casus.export.records import records
from casus.model.picture import Picture
from casus.model.text import Report

KINDS = ("events", "claims", "relations", "reasons", "quotes", "statistics", "cautions")
_AROUND = 32


def write_webannotation(picture: Picture, order: Order) -> Iterator[bytes]:
    """One AnnotationCollection with one page, an annotation a line. Events are annotated by their claims."""
    reports = reports_of(picture)
    made = [
        _annotation(record, evidence, order, reports[record["report"]], picture.stamp.casus)
        for record in records(picture, "claims" if order.kind == "events" else order.kind, low=order.low)
        for evidence in _evidence(record)
    ]
    items = list({item["id"]: item for item in made}.values())
    about = {"type": "AnnotationCollection", "label": f"Casus {order.kind}", "total": len(items)}
    head = {"@context": "http://www.w3.org/ns/anno.jsonld", **about}
    yield utf8(json_line(head)[:-1] + ',"first":{"type":"AnnotationPage","startIndex":0,"items":[')
    for number, item in enumerate(items):
        yield utf8((",\n" if number else "\n") + json_line(item))
    yield b"\n]}}\n"


def _evidence(record: Record) -> Iterable[Record]:
    found = record["evidence"]
    return found if isinstance(found, list) else [found] if found is not None else []


def _annotation(record: Record, evidence: Record, order: Order, report: Report, casus: str) -> dict[str, Any]:
    bodies = list(_bodies(record, evidence))
    key = "|".join(map(str, (report.id, order.kind, evidence["start"], evidence["end"], *(sorted(b.items()) for b in bodies))))
    return {
        "id": f"urn:casus:annotation:{hashlib.sha256(key.encode()).hexdigest()[:32]}",
        "type": "Annotation",
        "motivation": "classifying",
        "generator": {"type": "Software", "name": f"Casus {casus}"},
        "body": bodies,
        "target": _target(evidence, report, order),
    }


def _bodies(record: Record, evidence: Record) -> Iterator[dict[str, str]]:
    """Tags for the field, the type or kind and the status; a link to the event and the claim."""
    kinds = (record.get("type"), record.get("kind"), *(record.get("modes") or ()))
    tags = (evidence["field"], *kinds, record.get("status"), record.get("layer"))
    for tag in dict.fromkeys(tag for tag in tags if tag):
        yield {"type": "TextualBody", "purpose": "tagging", "value": tag}
    for name in ("event", "id"):
        if record.get(name):
            kind = name if name == "event" else "claim" if "event" in record else "record"
            yield {"type": "SpecificResource", "purpose": "linking", "source": f"urn:casus:{kind}:{record[name]}"}


def _target(evidence: Record, report: Report, order: Order) -> dict[str, Any]:
    start, end = evidence["start"], evidence["end"]
    quote = {"type": "TextQuoteSelector", "exact": evidence["words"]}
    if order.text:
        quote |= {"prefix": report.text[max(start - _AROUND, 0) : start], "suffix": report.text[end : end + _AROUND]}
    target = {"source": f"urn:{report.id}", "selector": [{"type": "TextPositionSelector", "start": start, "end": end}, quote]}
    return target | ({"scope": report.url} if report.url else {})
