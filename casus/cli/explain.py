"""The explanation of events: each value with its exact words and the rule, frame, gazetteer line or reason that made it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from textwrap import shorten

from casus.cli.summary import STYLES, bounds, span_of
from casus.cli.terminal import Line, line
from casus.codebook.actors import ActorTable
from casus.coding.dates.finding import acled_time_precision, ucdp_date_precision
from casus.export import listed_events
from casus.export.parts import COUNTS, claim_order
from casus.model.actor import Party
from casus.model.candidate import Candidate
from casus.model.claim import Claim, Source
from casus.model.count import Count
from casus.model.event import Event
from casus.model.picture import Picture
from casus.model.place import Place
from casus.model.text import Evidence
from casus.model.when import DateRange
from casus.resolve.lookup import actors_called

SENTENCE = 400
"""How many characters of a sentence are quoted; values are quoted whole."""

_WIDTH = 18


@dataclass(frozen=True, slots=True)
class _Told:
    """A report as an explanation needs it: what to call it, and its sentences."""

    name: str
    sentences: tuple[str, ...]


def explain_lines(picture: Picture, *, table: ActorTable | None, low: bool = False) -> Iterator[Line]:
    """Every event with all that made it, in record order; nothing for no event. `table` tells who else has a name."""
    told = {r.report.id: _Told(_called(r.report.title, r.report.source), _sentences(r.report.text, r.sentences)) for r in picture.readings}
    for number, event in enumerate(listed_events(picture, low=low)):
        if number:
            yield line("")
        yield from _event(event, told, table)


def _called(title: str | None, source: str) -> str:
    return " ".join((title or source).split())


def _sentences(text: str, spans: Sequence[tuple[int, int]]) -> tuple[str, ...]:
    return tuple(text[start:end] for start, end in spans)


def _event(event: Event, told: dict[str, _Told], table: ActorTable | None) -> Iterator[Line]:
    modes = f" {', '.join(event.modes)}" if event.modes else ""
    yield line((f"{event.type}{modes}", "bold"), f"  {span_of(event.date)}  ", (f"[{event.status}]", STYLES[event.status]), f"  {event.id}")
    for name, parties in (("actor", event.actors), ("recipient", event.recipients)):
        for party in parties:
            yield from _party(name, party, table)
        if not parties:
            yield _row(name, "not stated")
    yield _date(event.date)
    yield from _place(event.place)
    for name in COUNTS:
        yield from _count(name, getattr(event, name), indent=2)
    yield _row("status", event.status)
    yield _row("layer", event.layer)
    for contest in event.contested:
        voices = [event.sources[v.source].name if v.source is not None else "the report itself" for v in contest.versions]
        versions = "; ".join(f"{v.value} ({who})" for v, who in zip(contest.versions, voices, strict=True))
        yield _row("by source", f"{contest.field.replace('_', ' ')}: {versions}")
    yield _row("merge", f"{event.merge.score:.2f}", because="; ".join(event.merge.because))
    for claim in sorted(event.claims, key=claim_order):
        yield from _account(claim, event, told)


def _row(name: str, value: str, *, words: Evidence | None = None, because: str = "", indent: int = 2) -> Line:
    """One value: its name, itself, its exact words, and what made it."""
    quoted = f"  “{words.words}”" if words is not None else ""
    reason = (f"  <- {because}", "dim") if because else ""
    return line((f"{name:{_WIDTH - indent - 1}} ", "cyan"), value, quoted, reason, indent=indent)


def _party(role: str, party: Party, table: ActorTable | None, *, indent: int = 2) -> Iterator[Line]:
    known = f" ({party.id})" if party.id else " (not identified)"
    suspected = ", suspected" if party.suspected else ""
    slot = f"{party.evidence.rule}; " if party.evidence.rule else ""
    yield _row(role, f"{party.name}{known}{suspected}", words=party.evidence, because=f"{slot}{party.reason}", indent=indent)
    if table is not None:
        for candidate in party.candidates:
            yield _row("", candidate_line(candidate), indent=indent)
    shown = {party.id, *(c.id for c in party.candidates)}
    namesakes = [a for a in actors_called(party.evidence.words, table) if a.id not in shown] if table is not None else []
    if namesakes:
        others = "; ".join(f"{a.name} ({a.id})" for a in namesakes)
        yield _row("", f"others of this name: {others}", indent=indent)


def _date(when: DateRange | None, *, indent: int = 2) -> Line:
    if when is None:
        return _row("date", "unknown", indent=indent)
    codes = [f", {name} {code}" for name, code in (("UCDP", ucdp_date_precision(when)), ("ACLED", acled_time_precision(when))) if code]
    told = f"{span_of(when)} ({when.precision}{''.join(codes)})"
    return _row("date", told, words=when.evidence, because=when.basis, indent=indent)


def _place(place: Place | None, *, indent: int = 2) -> Iterator[Line]:
    if place is None:
        yield _row("place", "not stated", indent=indent)
        return
    where = ", ".join((place.name, *place.within))
    entry = place.id or "no gazetteer line"
    point = f", {place.lat:.4f} {place.lon:.4f}" if place.lat is not None and place.lon is not None else ", no point"
    precision = f", UCDP {place.precision_ucdp}, ACLED {place.precision_acled}" if place.precision_ucdp is not None else ""
    yield _row("place", f"{where} ({entry}{point}{precision})", words=place.evidence, because=place.reason, indent=indent)
    for candidate in place.candidates:
        yield _row("", candidate_line(candidate), indent=indent)


def candidate_line(candidate: Candidate) -> str:
    """A candidate with its points and what they are made of: "7.7  Wana, ... (ne:12)  story 4, size 3.7"."""
    made_of = ", ".join(f"{w.ground} {w.points:+.1f}" for w in candidate.weights)
    return f"{candidate.points:6.1f}  {', '.join((candidate.name, *candidate.within))} ({candidate.id})  {made_of}"


def _count(name: str, count: Count | None, *, indent: int) -> Iterator[Line]:
    if count is not None:
        best = f", best {count.best}" if count.best is not None and count.best not in {count.low, count.high} else ""
        of = f" of {count.who.strip()}" if count.who else ""
        yield _row(name.replace("_", " "), f"{bounds(count)}{best}{of}", words=count.evidence, because=count.rule, indent=indent)


def _account(claim: Claim, event: Event, told: dict[str, _Told]) -> Iterator[Line]:
    """One claim: its sentence, what told the act, its status and layer, and the values that are not already the event's."""
    report = told[claim.report]
    where = f"{'heading' if claim.heading else 'sentence'} {claim.sentence + 1} of {report.name}"
    quoted = shorten(report.sentences[claim.sentence], SENTENCE, placeholder=" ...") if claim.sentence < len(report.sentences) else ""
    yield line(("account", "bold"), f"  {where}: “{quoted}”", indent=2)
    yield _row("act", "", words=claim.act, because=_why(claim, "act") or claim.act.rule, indent=4)
    for name, parties, shown in (("actor", claim.actors, event.actors), ("recipient", claim.recipients, event.recipients)):
        for party in parties:
            if party not in shown:
                yield from _party(name, party, None, indent=4)
    if claim.date is not None and claim.date != event.date:
        yield _date(claim.date, indent=4)
    if claim.place is not None and claim.place != event.place:
        yield from _place(claim.place, indent=4)
    for name in COUNTS:
        yield from _count(name, getattr(claim, name), indent=4)
    if why := _why(claim, "modes"):
        yield _row("modes", ", ".join(claim.modes), because=why, indent=4)
    yield _row("status", claim.status, because=_why(claim, "status"), indent=4)
    for source in claim.sources:
        yield _source(source)
    yield _row("layer", claim.layer, because=_why(claim, "layer"), indent=4)
    if not claim.certain:
        yield _row("not certain", "", because=_why(claim, "certain") or "held back as a weak lead", indent=4)


def _why(claim: Claim, field: str) -> str:
    return "; then ".join(dict.fromkeys(r.rule for r in claim.reasons if r.field == field))


def _source(source: Source) -> Line:
    through = f", through {', '.join(source.chain)}" if source.chain else ""
    known = f" ({source.id})" if source.id else ""
    says = f"{source.name}{known} [{source.capacity}] {source.stance}, by “{source.verb}”{through}"
    return _row("source", says, words=source.evidence, because=source.evidence.rule, indent=4)


