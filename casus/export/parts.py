"""The small parts of every record: evidence, parties, dates, places, counts, sources; as plain JSON values.

Keys stand in the order of the record reference (docs/records.md) and are always present; unknown is None or [].
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any

from casus.model.actor import Party
from casus.model.claim import Claim, Source
from casus.model.count import Count
from casus.model.place import Place
from casus.model.text import Evidence
from casus.model.when import DateRange

Record = dict[str, Any]

COUNTS = ("killed", "injured", "killed_or_injured", "captured", "size")
"""The figures of a claim or an event, in record order."""


def number(value: float | None, digits: int) -> float | int | None:
    """Return a float rounded to fixed digits; a whole one as an integer, so that 5 and 5.0 print alike."""
    if value is None:
        return None
    rounded = round(float(value), digits)
    return int(rounded) if rounded.is_integer() else rounded


def day(value: date | None) -> str | None:
    """Return an ISO day."""
    return value.isoformat() if value else None


def evidence_record(evidence: Evidence) -> Record:
    """One evidence inside a record that names its report."""
    plain = {"field": evidence.field, "start": evidence.start, "end": evidence.end, "words": evidence.words}
    return plain | ({"rule": evidence.rule} if evidence.rule else {})


def evidence_records(evidences: Iterable[Evidence]) -> list[Record]:
    """Evidence in the order given, each once."""
    return [evidence_record(e) for e in dict.fromkeys(evidences)]


def party_record(party: Party) -> Record:
    """Return an actor or recipient: who, in which words, why, and whether only suspected."""
    return {
        "id": party.id,
        "name": party.name,
        "words": party.evidence.words,
        "reason": party.reason,
        "suspected": party.suspected,
    }


def date_record(when: DateRange | None) -> Record | None:
    """Return a date range with the words it rests on (None where only the publication date bounds it)."""
    if when is None:
        return None
    return {
        "start": day(when.start),
        "end": day(when.end),
        "precision": when.precision,
        "words": when.evidence.words if when.evidence else None,
        "basis": when.basis,
    }


def place_record(place: Place | None) -> Record | None:
    """Return a place; coordinates to five digits (a metre), and only those of a gazetteer line."""
    if place is None:
        return None
    return {
        "name": place.name,
        "id": place.id,
        "within": list(place.within),
        "lat": number(place.lat, 5),
        "lon": number(place.lon, 5),
        "precision_ucdp": place.precision_ucdp,
        "precision_acled": place.precision_acled,
        "words": place.evidence.words,
    }


def count_record(count: Count | None) -> Record | None:
    """Return a figure with its bounds, who is counted, what weakens it and the rule that read or chose it."""
    if count is None:
        return None
    bounds = bounds_record(count)
    return {**(bounds or {}), "who": count.who, "qualifier": count.qualifier, "rule": count.rule or None}


def bounds_record(count: Count | None) -> Record | None:
    """Only the bounds of a figure."""
    return None if count is None else {"low": count.low, "best": count.best, "high": count.high}


def source_record(source: Source) -> Record:
    """Who says so, in which capacity, through whom, by which verb, and the stance taken."""
    return {
        "name": source.name,
        "capacity": source.capacity,
        "chain": list(source.chain),
        "verb": source.verb,
        "stance": source.stance,
    }


def claim_order(claim: Claim) -> tuple[str, int, int, str]:
    """Claims by report and by where their act stands."""
    return claim.report, claim.act.start, claim.act.end, claim.id
