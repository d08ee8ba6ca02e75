"""Quotes with their speakers, reasons with their givers, statistics with their sources: what is neither an event nor its toll."""

from __future__ import annotations

from dataclasses import dataclass

from casus.brief.labels import label
from casus.brief.marks import Index, Mark
from casus.brief.wording import quantity, via
from casus.model.quote import Quote, Statistic
from casus.model.reason import GivenReason

COMPARING = frozenset({"compared", "than", "more", "less", "fewer", "against", "versus", "from", "up", "down", "over"})
"""First words of a comparison that says itself that it is one."""

TIGHT = frozenset({"%", "°"})
"""Units written without a space."""


@dataclass(frozen=True, slots=True)
class Spoken:
    """A quote: its words, who says them in which capacity, and by which verb; `speaker` empty = nobody's speech."""

    number: int
    words: str
    speaker: str
    capacity: str
    verb: str
    mark: Mark

    @property
    def anchor(self) -> str:
        """Its id on the page."""
        return f"q{self.number}"


@dataclass(frozen=True, slots=True)
class Numbered:
    """A statistic: value with unit, of what, over which period, compared with what, and whose."""

    number: int
    value: str
    of: str
    period: str
    comparison: str
    source: str
    mark: Mark

    @property
    def anchor(self) -> str:
        """Its id on the page."""
        return f"n{self.number}"


@dataclass(frozen=True, slots=True)
class Because:
    """A reason as given: cause and effect, each with its words, what links them, and whose reason it is (empty: the report's)."""

    cause: Mark
    effect: Mark
    signal: str
    by: str


def given(reasons: tuple[GivenReason, ...], index: Index) -> tuple[Because, ...]:
    """Return the reasons in the order of the reports."""
    ordered = sorted(reasons, key=lambda r: (index.number(r.report), r.effect.start, r.cause.start))
    return tuple(_because(reason, index) for reason in ordered)


def _because(reason: GivenReason, index: Index) -> Because:
    by = ", ".join(via(s.name, s.chain) for s in reason.sources)
    return Because(index.mark(reason.cause), index.mark(reason.effect), reason.signal.words if reason.signal else "", by)


def spoken(quotes: tuple[Quote, ...], index: Index) -> tuple[Spoken, ...]:
    """Return the quotes in the order of the reports, speech before mere terms."""
    ordered = sorted(quotes, key=lambda q: (q.speaker is None, index.number(q.report), q.words.start))
    return tuple(_spoken(n, quote, index) for n, quote in enumerate(ordered, start=1))


def numbered(statistics: tuple[Statistic, ...], index: Index) -> tuple[Numbered, ...]:
    """Return the statistics in the order of the reports."""
    ordered = sorted(statistics, key=lambda s: (index.number(s.report), s.evidence.start))
    return tuple(_numbered(n, figure, index) for n, figure in enumerate(ordered, start=1))


def _spoken(number: int, quote: Quote, index: Index) -> Spoken:
    return Spoken(
        number=number,
        words=index.mark(quote.words).words.strip(" \n\t\"'“”‘’«»"),
        speaker=via(quote.speaker, quote.chain) if quote.speaker else "",
        capacity=label("capacities", quote.capacity) if quote.speaker else "",
        verb=quote.verb or "",
        mark=index.mark(quote.words),
    )


def _compared(comparison: str | None) -> str:
    """Say that it is a comparison where the words alone ("2022") do not."""
    if not comparison:
        return ""
    if comparison.split()[0].lower() in COMPARING:
        return comparison
    return f"compared with {comparison.removeprefix('in ')}"


def _numbered(number: int, figure: Statistic, index: Index) -> Numbered:
    gap = "" if figure.unit in TIGHT else " "
    value = f"{quantity(figure.value)}{gap}{figure.unit}".strip()
    return Numbered(
        number=number,
        value=f"{figure.qualifier} {value}" if figure.qualifier else value,
        of=figure.of,
        period=figure.period or "",
        comparison=_compared(figure.comparison),
        source=figure.source or "",
        mark=index.mark(figure.evidence),
    )
