"""Looking at a case with a careful reader's eye, again whenever its events change: what has not changed is not looked at twice."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from casus.caution.events import adrift, contradictions, sourcing, undated
from casus.caution.headline import headline_figures, headline_stronger
from casus.caution.ranking import Ranked, Ranking, ranked_of
from casus.caution.undecided import undecided
from casus.merge import Merged
from casus.model.caution import Caution
from casus.model.event import Event
from casus.model.picture import Reading


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
        self._ranking.change((), map(ranked_of, (*(c for r in readings for c in r.cautions), *headline_figures(readings), *_copied(copies))))
        self._seen: dict[str, _Seen] = {}
        self._dated: dict[str, tuple[int, Event | None, list[Ranked]]] = {}
        self._doubts: list[Ranked] = []

    def at(self, merged: Merged) -> tuple[tuple[Caution, ...], tuple[Event, ...]]:
        """Return the cautions, ranked by what they could ruin, and the events, each with those that concern it."""
        before = self._seen
        seen = [s if (s := before.get(e.id)) is not None and s.event is e else self._see(e) for e in merged.events]
        self._seen = {s.event.id: s for s in seen}
        gone = [r for name, s in before.items() if self._seen.get(name) is not s for r in s.found] + self._doubts
        self._doubts = [ranked_of(c) for c in undecided(merged)]
        come = [r for name, s in self._seen.items() if before.get(name) is not s for r in s.found] + self._doubts
        for old, new in self._undated(seen):
            gone += old
            come += new
        changed = self._ranking.change(gone, come)
        events = (s.flagged if s.flagged is not None and changed.isdisjoint(s.words) else self._flagged(s) for s in seen)
        return self._ranking.cautions(), tuple(events)

    def _undated(self, seen: Iterable[_Seen]) -> Iterator[tuple[list[Ranked], list[Ranked]]]:
        """What was and what is said of a report's dates; as before where as many of its events are adrift, and the first is the same."""
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
                now = [] if caution is None else [ranked_of(caution)]
                self._dated[name] = len(found), found[0] if found else None, now
                yield made, now

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
