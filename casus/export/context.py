"""What surrounds the events, as records: reports, relations, reasons, quotes, statistics, cautions."""

from __future__ import annotations

from casus.export.parts import (
    Record,
    date_record,
    day,
    evidence_record,
    number,
    party_record,
    source_record,
)
from casus.model.picture import Picture, Reading
from casus.model.text import Repair


def report_records(picture: Picture) -> list[Record]:
    """Every report by id, with its clean text: the text that all offsets count in."""
    copies = {report: group for group in picture.near_copies for report in group}
    readings = sorted(picture.readings, key=lambda r: r.report.id)
    return [_report(r, copies.get(r.report.id, ())) for r in readings]


def _report(reading: Reading, copies: tuple[str, ...]) -> Record:
    report = reading.report
    return {
        "id": report.id,
        "source": report.source,
        "title": report.title,
        "author": report.author,
        "publisher": report.publisher,
        "url": report.url,
        "published": day(report.published),
        "published_basis": report.published_basis,
        "language": report.language,
        "raw_sha256": report.raw_sha256 or None,
        "sentences": [[start, end] for start, end in reading.sentences],
        "claims": len(reading.claims),
        "near_copies": sorted(set(copies) - {report.id}),
        "repairs": [repair_record(r) for r in report.repairs],
        "text": report.text,
    }


def repair_record(repair: Repair) -> Record:
    """Return what ingest repaired or flagged: as written, and how it may be read."""
    return {
        "kind": repair.kind,
        "start": repair.start,
        "end": repair.end,
        "written": repair.written,
        "reading": repair.reading,
        "message": repair.message,
    }


def relation_records(picture: Picture) -> list[Record]:
    """Every tie between two actors as somebody states it, by report and place in it."""
    records = [
        {
            "report": r.report,
            "sentence": r.sentence,
            "from": party_record(r.subject),
            "to": party_record(r.object),
            "sign": r.sign,
            "kind": r.kind,
            "period": date_record(r.period),
            "status": r.status,
            "layer": r.layer,
            "sources": [source_record(s) for s in r.sources],
            "evidence": evidence_record(r.evidence),
        }
        for r in picture.relations
    ]
    return _in_text_order(records)


def reason_records(picture: Picture) -> list[Record]:
    """Every reason somebody gives for an act or by one, in the words that call it a reason."""
    records = [
        {
            "report": r.report,
            "sentence": r.sentence,
            "cause": r.cause.words,
            "effect": r.effect.words,
            "signal": r.signal.words if r.signal else None,
            "sources": [source_record(s) for s in r.sources],
            "likely": number(r.likely, 3),
            "evidence": evidence_record(r.effect),
            "cause_evidence": evidence_record(r.cause),
        }
        for r in picture.reasons
    ]
    return _in_text_order(records)


def quote_records(picture: Picture) -> list[Record]:
    """Every passage in quotation marks and its speaker (None: a term, or scare quotes)."""
    records = [
        {
            "report": q.report,
            "sentence": q.sentence,
            "speaker": q.speaker,
            "speaker_id": q.speaker_id,
            "speaker_words": q.speaker_evidence.words if q.speaker_evidence else None,
            "capacity": q.capacity,
            "verb": q.verb,
            "chain": list(q.chain),
            "words": q.words.words,
            "evidence": evidence_record(q.words),
        }
        for q in picture.quotes
    ]
    return _in_text_order(records)


def statistic_records(picture: Picture) -> list[Record]:
    """Every figure over a period, an area or a comparison; never part of an event's toll."""
    records = [
        {
            "report": s.report,
            "sentence": s.sentence,
            "value": number(s.value, 6),
            "unit": s.unit,
            "of": s.of,
            "period": s.period,
            "comparison": s.comparison,
            "qualifier": s.qualifier,
            "source": s.source,
            "evidence": evidence_record(s.evidence),
        }
        for s in picture.statistics
    ]
    return _in_text_order(records)


def caution_records(picture: Picture) -> list[Record]:
    """Every caution by report and place in it, those on the whole report first, with the events it touches."""
    touched: dict[str, list[str]] = {}
    for event in sorted(picture.events, key=lambda e: e.id):
        for caution in event.cautions:
            touched.setdefault(caution, []).append(event.id)
    records = [
        {
            "id": c.id,
            "kind": c.kind,
            "report": c.report,
            "message": c.message,
            "suggestion": c.suggestion,
            "evidence": evidence_record(c.evidence) if c.evidence else None,
            "events": touched.get(c.id, []),
        }
        for c in picture.cautions
    ]
    return _in_text_order(records)


def _in_text_order(records: list[Record]) -> list[Record]:
    def order(record: Record) -> tuple[str, int, int, str]:
        evidence = record["evidence"]
        where = (evidence["start"], evidence["end"]) if evidence else (-1, -1)
        return record["report"], *where, repr(record)

    return sorted(records, key=order)
