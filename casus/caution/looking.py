"""Looking at a case with a careful reader's eye, again whenever its events change: what has not changed is not looked at twice."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from casus.caution.events import adrift, contradictions, sourcing, undated
from casus.caution.headline import headline_figures, headline_stronger
from casus.caution.ranking import Ranked, Ranking, ranked_of
from casus.caution.undecided import undecided
from casus.merge import Merged
from casus.model.caution import Caution
from casus.model.event import Event, Undecided
from casus.model.picture import Reading

_Change = tuple[list[Ranked], list[Ranked]]
"""What was said, and what is said instead."""


@dataclass(slots=True, eq=False)
class _Seen:
    """An event as it came, what it alone gives, its words by report, whether its day is unknown, and it with its cautions."""

    event: Event
    found: list[Ranked]
    words: dict[str, set[tuple[int, int]]]
    adrift: bool
    flagged: Event | None = None


class Looking:
    """All readings of a case, and what was seen in their events the last time."""

    def __init__(self, readings: Sequence[Reading], copies: Sequence[Sequence[str]]) -> None:
        self._reports = {r.report.id: r.report for r in readings}
        self._ranking = Ranking()
        lasting = (*(c for r in readings for c in r.cautions), *headline_figures(readings), *_copied(copies))
        self._ranking.change((), map(ranked_of, lasting))
        self._seen: dict[str, _Seen] = {}
        self._adrift: dict[str, dict[str, Event]] = {}
        self._dated: dict[str, list[Ranked]] = {}
        self._doubts: dict[int, tuple[Undecided, Ranked]] = {}

    def at(self, merged: Merged) -> tuple[tuple[Caution, ...], tuple[Event, ...]]:
        """Return the cautions, ranked by what they could ruin, and the events, each with those that concern it."""
        before = self._seen
        seen = [s if (s := before.get(e.id)) is not None and s.event is e else self._see(e) for e in merged.events]
        self._seen = {s.event.id: s for s in seen}
        left = [s for name, s in before.items() if self._seen.get(name) is not s]
        new = [s for s in seen if before.get(s.event.id) is not s]
        gone, come = ([r for s in some for r in s.found] for some in (left, new))
        for old, now in (self._doubted(merged), *self._undated(left, new)):
            gone += old
            come += now
        changed = self._ranking.change(gone, come)
        events = [s.flagged if s.flagged is not None and changed.isdisjoint(s.words) else self._flagged(s) for s in seen]
        return self._ranking.cautions(), tuple(events)

    def _doubted(self, merged: Merged) -> _Change:
        """What was and what is said of pairs that may be one; of the very same pair the same."""
        before = self._doubts
        self._doubts = {
            id(pair): before.get(id(pair)) or (pair, ranked_of(undecided(pair, self._seen[pair.a].event, self._seen[pair.b].event)))
            for pair in merged.undecided
        }
        return [d[1] for d in before.values()], [d[1] for d in self._doubts.values()]

    def _undated(self, left: Sequence[_Seen], new: Sequence[_Seen]) -> Iterator[_Change]:
        """What was and what is said of the dates of each report whose events without a day are others than before."""
        touched = {report for s in (*left, *new) if s.adrift for report in s.words}
        for s in left:
            for report in s.words if s.adrift else ():
                del self._adrift[report][s.event.id]
        for s in new:
            for report in s.words if s.adrift else ():
                self._adrift.setdefault(report, {})[s.event.id] = s.event
        place = {name: k for k, name in enumerate(self._seen)} if touched else {}
        for report in touched if self._dated else self._reports:
            floating = self._adrift.get(report, {})
            caution = undated(self._reports[report], [floating[name] for name in sorted(floating, key=place.__getitem__)])
            before = self._dated.get(report, [])
            self._dated[report] = [] if caution is None else [ranked_of(caution)]
            yield before, self._dated[report]

    def _see(self, event: Event) -> _Seen:
        found = [*headline_stronger(self._reports, event), *contradictions(event), *sourcing(event)]
        words: dict[str, set[tuple[int, int]]] = {}
        for claim in event.claims:
            for e in claim.evidence():
                words.setdefault(e.report, set()).add((e.start, e.end))
        return _Seen(event, [ranked_of(c) for c in found], words, adrift(event))

    def _flagged(self, seen: _Seen) -> Event:
        """The event with the cautions whose words lie in a passage one of its claims rests on."""
        found = {
            key
            for report, spans in seen.words.items()
            for start, end, key in self._ranking.flags.get(report, ())
            if any(start < t and s < end for s, t in spans)
        }
        cautions = tuple(key[-1] for key in sorted(found))
        if seen.flagged is None or seen.flagged.cautions != cautions:
            seen.flagged = replace(seen.event, cautions=cautions)
        return seen.flagged


def _copied(copies: Sequence[Sequence[str]]) -> Iterator[Caution]:
    for group in copies:
        told = "Tells the same text as another report." if len(group) == 2 else f"Tells the same text as {len(group) - 1} other reports."
        for report in sorted(group)[1:]:
            yield Caution("near-copy", report, told, "Count them as one source.")
