"""PolNeAR (development part): who says, by which words, what; political news of 2016.

A document's sources, cues and contents are sets of spans, matched one to one: "overlap" where they share a letter (as most
published work scores), "exact" where they hold the same letters. "Source linked to content" asks both spans of a pair.
The heads were trained on the training part, which shares no document with this one.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from benchmarks.board import Score, pick
from benchmarks.spans import Letters, Tally, letters
from casus.coding.speech.sayings import Saying, find_sayings
from casus.model.text import Evidence
from casus.pipeline import Tools
from training.sayings import Attribution, as_report, read_polnear, read_sentences

NAME = "PolNeAR"
FILE = "data/attribution/polnear_dev.jsonl.gz"
NEEDS = (FILE,)
_BARS = {"source": 0.80, "cue": 0.80, "content": 0.75, "source linked to content": 0.75}
_ANCHOR = "agreement of annotators on attributions (PolNeAR)"
Roles = dict[str, list[tuple[Letters, ...]]]


def scores(shared: Path, tools: Tools, limit: int | None) -> Iterator[Score]:
    """F1 of each role, overlapping and exact."""
    tallies = {(measure, exact): Tally() for measure in _BARS for exact in (False, True)}
    for text, attributions in pick(read_polnear(shared / FILE), limit):
        report = as_report(text)
        found, marked = _found(text, find_sayings(report, read_sentences(report, tools.reader))), _marked(text, attributions)
        for (measure, exact), tally in tallies.items():
            tally.add(found[measure], marked[measure], exact=exact)
    for (measure, exact), tally in tallies.items():
        way = "exact" if exact else "overlap"
        note = f"precision {tally.precision:.3f}, recall {tally.recall:.3f}; trained on the training part"
        anchor = 0.923 if not exact and measure == "source linked to content" else None
        yield Score("PolNeAR dev", f"{measure} F1, {way}", tally.f1, tally.marked, anchor, _ANCHOR if anchor else "", None if exact else _BARS[measure], note)


def _found(text: str, sayings: Sequence[Saying]) -> Roles:
    return _roles((letters(text, _span(s.source)), letters(text, _span(s.cue)), letters(text, map(_offsets, s.content))) for s in sayings)


def _marked(text: str, attributions: Sequence[Attribution]) -> Roles:
    return _roles((letters(text, a.source), letters(text, a.cue), letters(text, a.content)) for a in attributions)


def _roles(rows: Iterable[tuple[Letters, Letters, Letters]]) -> Roles:
    """Distinct spans of each role, and the pairs of source and content."""
    kept = list(rows)
    roles: Roles = {name: [(x,) for x in dict.fromkeys(r[k] for r in kept) if x] for k, name in enumerate(("source", "cue", "content"))}
    return roles | {"source linked to content": [(s, c) for s, _, c in kept if s and c]}


def _span(evidence: Evidence | None) -> list[tuple[int, int]]:
    return [_offsets(evidence)] if evidence is not None else []


def _offsets(evidence: Evidence) -> tuple[int, int]:
    return evidence.start, evidence.end
