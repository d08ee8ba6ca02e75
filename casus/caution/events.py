"""Cautions that only the folded events show: headlines, sourcing, dates, contradictions between reports."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from casus.model.caution import Caution
from casus.model.event import Event
from casus.model.text import Report


def sourcing(event: Event) -> Iterator[Caution]:
    """Tolls that rest on one party's word."""
    claims = [c for c in event.claims if c.killed is not None and not c.heading]
    voices = [s for c in claims for s in c.sources]
    if claims and voices and all(c.sources for c in claims) and all(s.capacity == "party" for s in voices):
        names = ", ".join(sorted({s.name for s in voices}))
        first = claims[0]
        assert first.killed is not None
        yield Caution(
            "single-party-source", first.report, f"The toll of {first.killed.best} rests only on a party to the conflict: {names}.",
            "Treat it as a claim; look for a source that is no party.", first.killed.evidence,
        )  # fmt: skip


def adrift(event: Event) -> bool:
    """Whether it is news whose day no word gives."""
    return event.layer == "news" and (event.date is None or event.date.precision == "bounded")


def undated(report: Report, floating: Sequence[Event]) -> Caution | None:
    """A report without a publication date, or one that tells of news whose day no word gives (`floating`)."""
    if report.published is None:
        return Caution(
            "date-missing",
            report.id,
            "No publication date was found.",
            "Give it with --published; weekdays and “yesterday” stay unresolved without it.",
        )
    if not floating:
        return None
    claim = next(c for c in floating[0].claims if c.report == report.id)
    return Caution(
        "date-missing", report.id, _undated_message(len(floating), report.published),
        "Do not take the publication date for the day of the event.", claim.act.as_field("date"),
    )  # fmt: skip


def _undated_message(count: int, published: date) -> str:
    what = "One event in the news has" if count == 1 else f"{count} events in the news have"
    return f"{what} no date in the words; only the publication date ({published}) bounds them."


def contradictions(event: Event) -> Iterator[Caution]:
    """Figures of one event that differ between sources."""
    for contest in event.contested:
        values = sorted({v.value for v in contest.versions})
        if contest.field in {"killed", "injured"} and len(values) > 1:
            claim = next(c for c in event.claims if getattr(c, contest.field) is not None)
            yield Caution(
                "contradiction", claim.report, f"{len(values)} figures for {contest.field}: {', '.join(map(str, values))}.",
                "Quote them side by side with their sources; never add or average them.", getattr(claim, contest.field).evidence,
            )  # fmt: skip
