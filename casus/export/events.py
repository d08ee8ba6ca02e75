"""Events and claims as records; the shape is a contract (docs/records.md)."""

from __future__ import annotations

from casus.export.parts import (
    COUNTS,
    Record,
    bounds_record,
    claim_order,
    count_record,
    date_record,
    evidence_records,
    party_record,
    place_record,
    source_record,
)
from casus.model.claim import Claim, Source
from casus.model.event import Contest, Event
from casus.model.judgement import Judgement
from casus.model.picture import Picture, Stamp


def event_records(picture: Picture, *, low: bool = False) -> list[Record]:
    """Every event by date and id; `low` adds those held back as weak leads."""
    return [event_record(event, picture.stamp) for event in listed_events(picture, low=low)]


def listed_events(picture: Picture, *, low: bool = False) -> list[Event]:
    """Events in record order."""
    return sorted((e for e in picture.events if low or e.certain), key=event_order)


def event_order(event: Event) -> tuple[str, str, str]:
    """Events by first day, last day, id; undated ones last."""
    start, end = (event.date.start, event.date.end) if event.date else (None, None)
    last = end.isoformat() if end else "9999-12-31"
    return (start.isoformat() if start else last), last, event.id


def event_record(event: Event, stamp: Stamp) -> Record:
    """One event. Claims name their sources by index into the event's."""
    sources = all_sources(event)
    figures = {name: count_record(getattr(event, name)) for name in COUNTS}
    return {
        "id": event.id,
        "type": event.type,
        "modes": list(event.modes),
        "actors": [party_record(p) for p in event.actors],
        "recipients": [party_record(p) for p in event.recipients],
        "date": date_record(event.date),
        "place": place_record(event.place),
        **figures,
        "status": event.status,
        "layer": event.layer,
        "aggregate": event.aggregate,
        "sources": [source_record(s) for s in sources],
        "claims": [_account(c, sources) for c in sorted(event.claims, key=claim_order)],
        "contested": [_contest(c) for c in event.contested],
        "cautions": sorted(event.cautions),
        "reports": list(event.reports),
        "merge": {"score": round(event.merge.score, 3), "because": list(event.merge.because)},
        "casus": stamp.casus,
        "codebook": stamp.codebook,
        "certain": event.certain,
        "judged": [_decision(j) for j in event.judged],
    }


def _decision(judgement: Judgement) -> Record:
    """Return who decided what about the event, and when; a value that somebody set stands in its field."""
    return {
        "verdict": judgement.verdict,
        "field": judgement.field,
        "coder": judgement.coder,
        "made": judgement.made.isoformat(),
        "note": judgement.note,
    }


def _contest(contest: Contest) -> Record:
    versions = [{"value": v.value, "source": v.source, "report": v.report} for v in contest.versions]
    return {"field": contest.field, "versions": versions}


def _key(source: Source) -> tuple[str, str, tuple[str, ...], str, str]:
    return source.name, source.capacity, source.chain, source.verb, source.stance


def all_sources(event: Event) -> list[Source]:
    """Return the event's sources, then any of its claims' that are not among them, so that every index resolves."""
    found = {_key(s): s for s in reversed(event.sources)}
    extra: dict[tuple[str, str, tuple[str, ...], str, str], Source] = {}
    for claim in sorted(event.claims, key=claim_order):
        for source in claim.sources:
            if _key(source) not in found:
                extra.setdefault(_key(source), source)
    return [*event.sources, *extra.values()]


def _account(claim: Claim, sources: list[Source]) -> Record:
    """Return a claim inside its event: the event's values are not repeated, its own figures and words are."""
    keys = [_key(s) for s in sources]
    return {
        "report": claim.report,
        "sentence": claim.sentence,
        "status": claim.status,
        "sources": [keys.index(_key(s)) for s in claim.sources],
        **{name: bounds_record(getattr(claim, name)) for name in COUNTS},
        "evidence": evidence_records(claim.evidence()),
        "heading": claim.heading,
        "certain": claim.certain,
        "id": claim.id,
    }


def claim_records(picture: Picture, *, low: bool = False) -> list[Record]:
    """Every claim by report and place in it, with the id of its event; `low` as in `event_records`."""
    homes = _homes(picture)
    return [_claim(c, homes.get(c.id)) for c in listed_claims(picture, low=low)]


def listed_claims(picture: Picture, *, low: bool = False) -> list[Claim]:
    """Claims in record order."""
    homes = _homes(picture)
    claims = sorted((c for r in picture.readings for c in r.claims), key=claim_order)
    return [c for c in claims if low or shown(c, homes.get(c.id))]


def _homes(picture: Picture) -> dict[str, Event]:
    return {claim.id: event for event in picture.events for claim in event.claims}


def shown(claim: Claim, event: Event | None) -> bool:
    """Whether a claim is printed without being asked for: with its event, or by its own certainty."""
    return event.certain if event else claim.certain


def _claim(claim: Claim, event: Event | None) -> Record:
    return {
        "id": claim.id,
        "event": event.id if event else None,
        "report": claim.report,
        "sentence": claim.sentence,
        "type": claim.type,
        "modes": list(claim.modes),
        "actors": [party_record(p) for p in claim.actors],
        "recipients": [party_record(p) for p in claim.recipients],
        "date": date_record(claim.date),
        "place": place_record(claim.place),
        **{name: count_record(getattr(claim, name)) for name in COUNTS},
        "status": claim.status,
        "layer": claim.layer,
        "aggregate": claim.aggregate,
        "sources": [source_record(s) for s in claim.sources],
        "heading": claim.heading,
        "certain": claim.certain,
        "evidence": evidence_records(claim.evidence()),
    }
