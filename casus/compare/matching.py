"""Which reports and which events of two cases are the same: reports by text or address, events by the passages that tell of them.

Ids of events follow from their first claim and move when more is read, so they decide nothing. Two claims are of one passage
where their acts stand at the same place of one text, or, where the text was changed, in the same words of the report that
took its place.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import PurePath

from casus.model.claim import Claim
from casus.model.event import Event
from casus.model.text import Report

_SAME, _LIKE, _NEAR = 4, 2, 1
_SHARE = 0.6


@dataclass(frozen=True, slots=True)
class Matched:
    """Pairs of events, and for an event without a partner of its own the ids of those on the other side that share passages with it."""

    pairs: tuple[tuple[Event, Event], ...]
    only_a: tuple[Event, ...]
    only_b: tuple[Event, ...]
    shared: Mapping[str, tuple[str, ...]]


def same_reports(a: Mapping[str, Report], b: Mapping[str, Report]) -> dict[str, str]:
    """Ids of A to ids of B: the same text, or another text under the same address, title or file name, where that is unique."""
    found = {id_: id_ for id_ in a if id_ in b}
    keys: tuple[Callable[[Report], object], ...] = (_address, _heading, _file)
    for key in keys:
        left = _by(key, (r for i, r in a.items() if i not in found))
        right = _by(key, (r for i, r in b.items() if i not in set(found.values())))
        found |= {left[k]: right[k] for k in left if k in right}
    return found


def _address(report: Report) -> object:
    return report.url


def _heading(report: Report) -> object:
    return (report.publisher, report.title, report.published) if report.title else None


def _file(report: Report) -> object:
    return PurePath(report.source).name or None


def _by(key: Callable[[Report], object], reports: Iterable[Report]) -> dict[object, str]:
    """Reports by a key that only one of them has."""
    all_of = defaultdict(list)
    for report in reports:
        if key(report) is not None:
            all_of[key(report)].append(report.id)
    return {k: ids[0] for k, ids in all_of.items() if len(ids) == 1}


def match(a: Sequence[Event], b: Sequence[Event], reports: Mapping[str, str]) -> Matched:
    """Pair the events that share most passages, each once."""
    weights = _weights(a, b, reports)
    left, right = {e.id: e for e in a}, {e.id: e for e in b}
    pairs: dict[str, str] = {}
    for (one, other), _ in sorted(weights.items(), key=lambda item: (-item[1], item[0][0] != item[0][1], item[0])):
        if one not in pairs and other not in pairs.values():
            pairs[one] = other
    taken = set(pairs.values())
    shared: dict[str, list[str]] = defaultdict(list)
    for one, other in sorted(weights):
        shared[f"a {one}"].append(other)
        shared[f"b {other}"].append(one)
    return Matched(
        tuple((left[one], right[pairs[one]]) for one in (e.id for e in a) if one in pairs),
        tuple(e for e in a if e.id not in pairs),
        tuple(e for e in b if e.id not in taken),
        {key: tuple(ids) for key, ids in shared.items()},
    )


def _weights(a: Sequence[Event], b: Sequence[Event], reports: Mapping[str, str]) -> Counter[tuple[str, str]]:
    """How much two events share: more for the same place and type than for an overlap."""
    told: dict[str, list[tuple[Claim, str]]] = defaultdict(list)
    for event in b:
        for claim in event.claims:
            told[claim.report].append((claim, event.id))
    found: Counter[tuple[str, str]] = Counter()
    for event in a:
        for claim in event.claims:
            for other, id_ in told.get(reports.get(claim.report, ""), ()):
                weight = _alike(claim, other)
                if weight:
                    found[event.id, id_] += weight
    return found


def _alike(one: Claim, other: Claim) -> int:
    """How surely two claims are of one passage; 0 where they are not."""
    if one.report != other.report:
        same = " ".join(one.act.words.split()).casefold() == " ".join(other.act.words.split()).casefold()
        return (_SAME if one.type == other.type else _LIKE) if same else 0
    overlap = min(one.act.end, other.act.end) - max(one.act.start, other.act.start)
    if overlap <= 0:
        return 0
    same_place = (one.act.start, one.act.end) == (other.act.start, other.act.end)
    if one.type == other.type:
        return _SAME if same_place else _LIKE
    longest = max(one.act.end - one.act.start, other.act.end - other.act.start)
    return _NEAR if overlap >= _SHARE * longest else 0
