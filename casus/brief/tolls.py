"""Tolls: for each event and kind of harm, every figure given, by whom, and the range that follows by rule."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

from casus.brief.labels import codes, label
from casus.brief.marks import Index, Mark
from casus.brief.wording import day, figure, via
from casus.model.claim import Claim, Source
from casus.model.count import Count
from casus.model.event import Event

ANYBODY = frozenset({"people", "persons", "others"})
"""Words for the counted that say no more than the figure."""

SILENT = frozenset({"no-comment"})
"""Stances that give no figure."""


@dataclass(frozen=True, slots=True)
class Figure:
    """One figure of one source: the words, in which capacity it speaks, when first published, and where again."""

    text: str
    who: str
    by: str
    note: str
    sourced: bool
    denied: bool
    published: str
    report: int
    low: int | None
    best: int | None
    high: int | None
    mark: Mark
    again: tuple[Mark, ...] = ()


@dataclass(frozen=True, slots=True)
class Toll:
    """One kind of harm of one event: the derived range, the rule that gave it, and the figures behind it."""

    field: str
    label: str
    text: str
    who: str
    rule: str
    figures: tuple[Figure, ...]
    set_by: str = ""
    """Who set the figure and when, where a person did."""
    mark: Mark | None = None

    @property
    def several(self) -> bool:
        """Whether more than one figure or source stands behind the range."""
        return len({(f.text, f.by) for f in self.figures}) > 1

    @property
    def differs(self) -> bool:
        """Return whether the figures differ, so that a scale says something."""
        return len({f.text for f in self.figures}) > 1

    @property
    def courses(self) -> tuple[tuple[str, str], ...]:
        """Who gave several figures one after the other, and those figures: ("police", "3, then 6")."""
        given: dict[str, list[str]] = {}
        for f in self.figures:
            if f.sourced and not f.denied and f.text not in given.setdefault(f.by, []):
                given[f.by].append(f.text)
        return tuple((by, ", then ".join(texts)) for by, texts in given.items() if len(texts) > 1)

    @property
    def top(self) -> int:
        """The end of the scale on which the figures are drawn."""
        known = [n for f in self.figures for n in (f.low, f.best, f.high) if n is not None]
        return max(known, default=0)


def tolls(event: Event, index: Index) -> tuple[Toll, ...]:
    """Every toll of an event, in the page's order of harms."""
    return tuple(_toll(event, field, count, index) for field, count in _counts(event))


def source_words(sources: tuple[Source, ...]) -> str:
    """Who says so, with the chain it came through; the report itself where no source is named."""
    named = [via(s.name, s.chain) for s in sources]
    return "; ".join(dict.fromkeys(named)) if named else "the report, in its own voice"


def source_note(sources: tuple[Source, ...]) -> str:
    """Return what kind of say that is: "one party's claim", "admitted by the side itself"."""
    notes = [_note(s) for s in sources]
    return "; ".join(dict.fromkeys(notes)) if notes else "no source given"


def _note(source: Source) -> str:
    note = label("capacities", source.capacity, "note")
    return "the side's own admission" if source.stance == "admits" else note


def _counts(event: Event) -> Iterator[tuple[str, Count]]:
    for field in codes("tolls"):
        count: Count | None = getattr(event, field)
        if count is not None:
            yield field, count


def _toll(event: Event, field: str, count: Count, index: Index) -> Toll:
    figures = _folded(sorted(_figures(event, field, index), key=_by_time))
    by_hand = any(j.field == field or j.verdict == "add" for j in event.judged) and count.rule == count.evidence.rule
    return Toll(
        field=field,
        label=label("tolls", field),
        text=figure(count),
        who=_who(count),
        rule=count.rule,
        figures=figures,
        set_by=count.rule if by_hand else "",
        mark=index.mark(count.evidence),
    )


def _figures(event: Event, field: str, index: Index) -> Iterator[Figure]:
    for claim in event.claims:
        count: Count | None = getattr(claim, field)
        if count is not None:
            yield _figure(claim, count, index)


def _figure(claim: Claim, count: Count, index: Index) -> Figure:
    sayers = tuple(s for s in claim.sources if s.stance not in SILENT)
    vouching = tuple(s for s in sayers if s.stance != "denies") or sayers
    headline = claim.heading and not vouching
    published = index.report(claim.report).published
    return Figure(
        text=figure(count),
        who=_who(count),
        by="a headline" if headline else source_words(vouching),
        note="a headline says no more than its text" if headline else source_note(vouching),
        sourced=bool(vouching),
        denied=bool(sayers) and all(s.stance == "denies" for s in sayers),
        published=_published(published),
        report=index.number(claim.report),
        low=count.low,
        best=count.best,
        high=count.high,
        mark=index.mark(count.evidence),
    )


def _who(count: Count) -> str:
    who = count.who or ""
    return who if who.lower() not in ANYBODY and any(c.isalpha() for c in who) else ""


def _published(value: date | None) -> str:
    return day(value) if value else "undated report"


def _by_time(item: Figure) -> tuple[int, int]:
    return (item.report, item.mark.start)


def _folded(figures: list[Figure]) -> tuple[Figure, ...]:
    """Return the same figure from the same source once, with every further place where it stands."""
    seen: dict[tuple[object, ...], list[Figure]] = {}
    for item in figures:
        seen.setdefault((item.text, item.who, item.by, item.denied), []).append(item)
    return tuple(replace(group[0], again=_others(group)) for group in seen.values())


def _others(group: list[Figure]) -> tuple[Mark, ...]:
    return tuple(dict.fromkeys(f.mark for f in group[1:] if f.mark != group[0].mark))
