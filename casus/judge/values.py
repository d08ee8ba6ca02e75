"""The values of an event's fields as people write them: JSON with the words they rest on, to model objects and back.

A value that names somebody, somewhere, a day or a figure has `at`: {report, start, end, words}, the exact words it rests on;
null means that the reports do not say.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Mapping
from datetime import date
from typing import Any, cast, get_args

from casus.model.actor import ActorKind, Party
from casus.model.claim import Capacity, Layer, Source, Stance, Status
from casus.model.count import Count
from casus.model.errors import CaseError, GroundingError
from casus.model.event import Event
from casus.model.judgement import Judgement
from casus.model.place import Place
from casus.model.text import Evidence, Report
from casus.model.when import DateRange, Precision

COUNTS = ("killed", "injured", "killed_or_injured", "captured", "size")
FIELDS = ("type", "modes", "status", "actors", "recipients", "date", "place", *COUNTS, "layer", "aggregate", "sources")
"""Every field of an event that a person may set."""

Reports = Mapping[str, Report]
Plain = Any
_TYPE = re.compile(r"[A-Z][A-Z0-9]*(?:[-_][A-Z0-9]+)*")


def read_value(field: str, plain: Plain, reports: Reports, *, by: str) -> Any:
    """Return a field's value from JSON; `by` says who set it and when, and stands as its reason.

    Raises CaseError for a value that cannot be understood, GroundingError where its words are not in their report.
    """
    if field not in FIELDS:
        raise CaseError(f"{field!r} is no field of an event; choose one of: {', '.join(FIELDS)}")
    try:
        return _READERS[field](field, plain, reports, by)
    except (ValueError, TypeError, KeyError, AttributeError) as error:
        raise CaseError(f"{field}: {plain!r} is no value of it ({error}); see docs/records.md, Judgements") from error


def refuse_unknown(field: str, plain: Plain) -> None:
    """Raise CaseError for a part of a new value that nothing would read: a misspelt key must not be passed over."""
    for each in plain if isinstance(plain, list) else [plain]:
        if isinstance(each, Mapping) and field in _PARTS:
            wrong = sorted(map(str, each.keys() - _PARTS[field]))
            if wrong:
                known = ", ".join(sorted(_PARTS[field]))
                raise CaseError(f"{field}: {', '.join(wrong)} is no part of it; choose from {known} (docs/records.md, Judgements)")


def plain_json(judgement: Judgement) -> Plain:
    """Return a decision's value. Raises CaseError where it is no JSON."""
    try:
        return json.loads(judgement.value or "null")
    except ValueError as error:
        raise CaseError(f"the decision of {judgement.coder} on {judgement.subject} cannot be understood ({error})") from error


def plain_at(evidence: Evidence) -> dict[str, Plain]:
    """Return the words of a value as JSON."""
    return {"report": evidence.report, "start": evidence.start, "end": evidence.end, "words": evidence.words}


def evidence_of(field: str, at: Plain, reports: Reports, rule: str) -> Evidence:
    """Return the words named by `at`. Raises GroundingError where they do not stand there."""
    if not isinstance(at, Mapping):
        raise GroundingError(f"{field}: a value needs the words it rests on; mark them in the text")
    report = reports.get(str(at["report"]))
    if report is None:
        raise GroundingError(f"{field}: its report {at['report']} is not in the case")
    evidence = Evidence(field, report.id, int(at["start"]), int(at["end"]), str(at["words"]), rule)
    report.check(evidence)
    return evidence


def gist(event: Event) -> dict[str, Plain]:
    """Return an event's values as JSON without words or reasons: what is compared, and what an acceptance accepts."""
    return {field: gist_of(field, getattr(event, field)) for field in FIELDS}


def gist_of(field: str, value: Any) -> Plain:
    """Return the gist of one field's value."""
    if field in {"actors", "recipients"}:
        return sorted({p.id or p.name.casefold() for p in value})
    if field == "sources":
        return sorted({f"{s.id or s.name.casefold()} ({s.capacity}, {s.stance})" for s in value})
    if value is None or field in {"type", "status", "layer", "aggregate"}:
        return value
    if field == "modes":
        return sorted(value)
    if field == "date":
        return f"{value.start or ''}/{value.end or ''}" if value.start or value.end else None
    if field == "place":
        return value.id or value.name.casefold()
    return [value.low, value.best, value.high]


def in_words(field: str, gist: Plain) -> str:
    """Return the gist of a value as people read it: "at least 12", "by 2024-12-10", "not stated"."""
    if gist is None or gist == []:
        return "not stated"
    if isinstance(gist, bool):
        return "yes" if gist else "no"
    if field in COUNTS and isinstance(gist, list):
        return _figure_in_words(*gist)
    if field == "date" and isinstance(gist, str):
        start, _, end = gist.partition("/")
        return start if start == end else f"{start} to {end}" if start and end else f"from {start}" if start else f"by {end}"
    return ", ".join(map(str, gist)) if isinstance(gist, list) else str(gist)


def _figure_in_words(low: int | None, best: int | None, high: int | None) -> str:
    if low is not None and low == high:
        return str(low)
    if high is None:
        low = low if low is not None else best
        said = f"at least {low}"
    else:
        said = f"up to {high}" if low is None else f"{low} to {high}"
    return said if best in {None, low, high} else f"{said} (best figure {best})"


def _type(_: str, plain: Plain, __: Reports, ___: str) -> str:
    if not isinstance(plain, str) or not _TYPE.fullmatch(plain):
        raise ValueError("a type is written in capitals, such as ASSAULT")
    return plain


def _one_of(choices: tuple[str, ...]) -> Callable[[str, Plain, Reports, str], str]:
    def read(_: str, plain: Plain, __: Reports, ___: str) -> str:
        if plain not in choices:
            raise ValueError(f"choose one of: {', '.join(choices)}")
        return cast("str", plain)

    return read


def _modes(_: str, plain: Plain, __: Reports, ___: str) -> tuple[str, ...]:
    if not isinstance(plain, list) or not all(isinstance(m, str) and m.strip() for m in plain):
        raise ValueError("a list of words is expected")
    return tuple(plain)


def _flag(_: str, plain: Plain, __: Reports, ___: str) -> bool:
    if not isinstance(plain, bool):
        raise TypeError("true or false is expected")
    return plain


def _parties(field: str, plain: Plain, reports: Reports, by: str) -> tuple[Party, ...]:
    if not isinstance(plain, list):
        raise TypeError("a list is expected")
    return tuple(_party(field, each, reports, by) for each in plain)


def _party(field: str, plain: Plain, reports: Reports, by: str) -> Party:
    evidence = evidence_of(field.removesuffix("s"), plain.get("at"), reports, by)
    kind = plain.get("kind") or "unknown"
    if kind not in get_args(ActorKind):
        raise ValueError(f"kind {kind!r} is unknown")
    return Party(
        name=str(plain.get("name") or evidence.words), evidence=evidence, kind=cast("ActorKind", kind), id=_text(plain.get("id")),
        reason=by, suspected=bool(plain.get("suspected")), country=_text(plain.get("country")),
        parents=tuple(map(str, plain.get("parents") or ())),
    )  # fmt: skip


def _sources(_: str, plain: Plain, reports: Reports, by: str) -> tuple[Source, ...]:
    if not isinstance(plain, list):
        raise TypeError("a list is expected")
    return tuple(_source(each, reports, by) for each in plain)


def _source(plain: Plain, reports: Reports, by: str) -> Source:
    evidence = evidence_of("source", plain.get("at"), reports, by)
    capacity, stance = plain.get("capacity") or "unknown", plain.get("stance") or "asserts"
    if capacity not in get_args(Capacity) or stance not in get_args(Stance):
        raise ValueError(f"capacity {capacity!r} or stance {stance!r} is unknown")
    return Source(
        name=str(plain.get("name") or evidence.words), capacity=cast("Capacity", capacity), verb=str(plain.get("verb") or ""),
        stance=cast("Stance", stance), evidence=evidence, chain=tuple(map(str, plain.get("chain") or ())), id=_text(plain.get("id")),
        country=_text(plain.get("country")),
    )  # fmt: skip


def _date(field: str, plain: Plain, reports: Reports, by: str) -> DateRange | None:
    if plain is None:
        return None
    start, end = (date.fromisoformat(d) if d else None for d in (plain.get("start"), plain.get("end")))
    if start is None and end is None:
        raise ValueError("a day is needed; null for a date that is not stated")
    given = plain.get("precision") or ("day" if start == end else "range")
    if given not in get_args(Precision):
        raise ValueError(f"precision {given!r} is unknown")
    return DateRange(start, end, cast("Precision", given), by, evidence_of(field, plain.get("at"), reports, by))


def _place(field: str, plain: Plain, reports: Reports, by: str) -> Place | None:
    if plain is None:
        return None
    evidence = evidence_of(field, plain.get("at"), reports, by)
    lat, lon = (None if plain.get(k) is None else float(plain[k]) for k in ("lat", "lon"))
    ucdp, acled = (None if plain.get(k) is None else int(plain[k]) for k in ("precision_ucdp", "precision_acled"))
    return Place(
        name=str(plain.get("name") or evidence.words), evidence=evidence, id=_text(plain.get("id")),
        within=tuple(map(str, plain.get("within") or ())), lat=lat, lon=lon, precision_ucdp=ucdp, precision_acled=acled,
        reason=by, country=_text(plain.get("country")),
    )  # fmt: skip


def _count(field: str, plain: Plain, reports: Reports, by: str) -> Count | None:
    if plain is None:
        return None
    low, best, high = (None if plain.get(k) is None else int(plain[k]) for k in ("low", "best", "high"))
    evidence = evidence_of(field, plain.get("at"), reports, by)
    return Count(low, best, high, evidence, _text(plain.get("who")), _text(plain.get("qualifier")), by)


def _text(value: Plain) -> str | None:
    return None if value is None or value == "" else str(value)


_READERS: dict[str, Callable[[str, Plain, Reports, str], Any]] = {
    "type": _type, "modes": _modes, "status": _one_of(get_args(Status)), "layer": _one_of(get_args(Layer)), "aggregate": _flag,
    "actors": _parties, "recipients": _parties, "sources": _sources, "date": _date, "place": _place, **dict.fromkeys(COUNTS, _count),
}  # fmt: skip
_PARTY = frozenset("name id kind country parents suspected at".split())
_PARTS: dict[str, frozenset[str]] = {
    "actors": _PARTY, "recipients": _PARTY, "sources": frozenset("name capacity verb stance chain id country at".split()),
    "date": frozenset("start end precision at".split()),
    "place": frozenset("name id within lat lon country precision_ucdp precision_acled at".split()),
    **dict.fromkeys(COUNTS, frozenset("low best high who qualifier at".split())),
}  # fmt: skip
"""The parts of a value that is made of several."""
