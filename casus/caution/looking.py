"""Looking at a case with a careful reader's eye, again whenever its events change: what has not changed is not looked at twice."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from casus.caution.events import adrift, contradictions, sourcing, undated
from casus.caution.headline import headline_figures, headline_stronger
from casus.caution.undecided import undecided
from casus.merge import Merged
from casus.model.caution import Caution, CautionKind
from casus.model.event import Event
from casus.model.picture import Reading

RANK: tuple[CautionKind, ...] = (
    "suspect-magnitude", "parts-do-not-add-up", "contradiction", "headline-stronger-than-body", "order-unknown",
    "broken-sentence", "glued-words", "single-party-source", "unnamed-sources", "undecided-merge", "ambiguous-name", "old-office-holder",
    "spelling", "homoglyphs", "date-missing", "near-copy", "boilerplate-removed",
)  # fmt: skip
"""Kinds of caution, the one that could ruin most first: figures, then certainty and order, then names, then dates."""

Key = tuple[int, str, int, str]
Ranked = tuple[Key, Caution]
Flag = tuple[int, int, Key]
"""Where a caution's words stand in their report, and its rank; the last of the rank is its id."""


@dataclass(slots=True)
class _Seen:
    """An event as it came, what it alone gives, its words by report, whether its day is unknown, and its last flags."""

    event: Event
    found: list[Ranked]
    words: dict[str, set[tuple[int, int]]]
    adrift: bool
    flags: tuple[tuple[Flag, ...], ...] | None = None
    flagged: Event | None = None


class Looking:
    """All readings of a case, and what was seen in their events the last time."""

    def __init__(self, readings: Sequence[Reading], copies: Sequence[Sequence[str]]) -> None:
        self._readings = readings
        self._reports = {r.report.id: r.report for r in readings}
        found = [*(c for r in readings for c in r.cautions), *headline_figures(readings), *_copied(copies)]
        self._lasting = sorted({r[0]: r for r in map(_ranked, found)}.values(), key=_key)
        self._seen: dict[str, _Seen] = {}
        self._dated: dict[str, tuple[int, Event | None, list[Ranked]]] = {}
        self._flags: dict[str, tuple[Flag, ...]] = {}

    def at(self, merged: Merged) -> tuple[tuple[Caution, ...], tuple[Event, ...]]:
        """Return the cautions, ranked by what they could ruin, and the events, each with those that concern it."""
        seen = [self._see(event) for event in merged.events]
        self._seen = {s.event.id: s for s in seen}
        found = {r[0]: r for r in self._lasting}
        found.update((r[0], r) for s in seen for r in s.found)
        found.update((r[0], r) for r in (*self._undated(seen), *map(_ranked, undecided(merged))))
        ranked = sorted(found.values(), key=_key)
        self._flags = self._by_report(ranked)
        return tuple(c for _, c in ranked), tuple(self._flagged(s) for s in seen)

    def _undated(self, seen: Sequence[_Seen]) -> Iterator[Ranked]:
        """What is said of each report's dates; as before where as many of its events are adrift, and the first of them is the same."""
        floating: dict[str, list[Event]] = {}
        for s in seen:
            if s.adrift:
                for told_in in s.words:
                    floating.setdefault(told_in, []).append(s.event)
        for name, report in self._reports.items():
            found = floating.get(name, [])
            count, first, made = self._dated.get(name, (-1, None, []))
            if count != len(found) or (found and found[0] is not first):
                caution = undated(report, found)
                made = [] if caution is None else [_ranked(caution)]
                self._dated[name] = len(found), found[0] if found else None, made
            yield from made

    def _see(self, event: Event) -> _Seen:
        before = self._seen.get(event.id)
        if before is not None and before.event is event:
            return before
        found = [*headline_stronger(self._reports, event), *contradictions(event), *sourcing(event)]
        words: dict[str, set[tuple[int, int]]] = {}
        for claim in event.claims:
            for e in claim.evidence():
                words.setdefault(e.report, set()).add((e.start, e.end))
        return _Seen(event, [_ranked(c) for c in found], words, adrift(event))

    def _by_report(self, ranked: Iterable[Ranked]) -> dict[str, tuple[Flag, ...]]:
        """The flags of each report; the very same as before where they are equal."""
        flags: dict[str, list[Flag]] = {}
        for key, caution in ranked:
            if caution.evidence is not None:
                flags.setdefault(caution.evidence.report, []).append((caution.evidence.start, caution.evidence.end, key))
        made = {report: tuple(found) for report, found in flags.items()}
        return {report: old if (old := self._flags.get(report)) == found else found for report, found in made.items()}

    def _flagged(self, seen: _Seen) -> Event:
        """The event with the cautions whose words lie in a passage one of its claims rests on."""
        flags = tuple(self._flags.get(report, ()) for report in seen.words)
        if seen.flagged is not None and seen.flags is not None and all(a is b for a, b in zip(flags, seen.flags, strict=True)):
            return seen.flagged
        found = {
            key
            for spans, of_report in zip(seen.words.values(), flags, strict=True)
            for start, end, key in of_report
            if any(start < t and s < end for s, t in spans)
        }
        seen.flags, seen.flagged = flags, replace(seen.event, cautions=tuple(key[-1] for key in sorted(found)))
        return seen.flagged


def _ranked(caution: Caution) -> Ranked:
    return (RANK.index(caution.kind), caution.report, caution.evidence.start if caution.evidence else -1, caution.id), caution


def _key(ranked: Ranked) -> Key:
    return ranked[0]


def ranked(found: Iterable[Caution]) -> tuple[Caution, ...]:
    """Return cautions, each once, the one that could ruin most first."""
    return tuple(c for _, c in sorted({r[0]: r for r in map(_ranked, found)}.values(), key=_key))


def _copied(copies: Sequence[Sequence[str]]) -> Iterator[Caution]:
    for group in copies:
        told = "Tells the same text as another report." if len(group) == 2 else f"Tells the same text as {len(group) - 1} other reports."
        for report in sorted(group)[1:]:
            yield Caution("near-copy", report, told, "Count them as one source.")
