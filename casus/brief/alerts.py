"""Cautions, ranked by what they could ruin, gathered by kind so that a reason is read once."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from casus.brief.labels import codes, label, rank
from casus.brief.marks import Index, Mark, shorten
from casus.model.caution import Caution
from casus.model.event import Event

SHOWN = {"numbers": 8, "facts": 6, "sources": 3, "text": 2}
"""How many cautions of one kind are open on the page, by what they could ruin; the others are one click away."""

MANY = 40
"""Of more cautions than this only the WORST are open, at most so many of a kind; the others are counted by kind."""

WORST = 9
OF_A_KIND = 3


@dataclass(frozen=True, slots=True)
class Alert:
    """One caution: its number on the page, what is wrong, the exact words, what to do."""

    number: int
    message: str
    suggestion: str
    words: str
    report: int
    mark: Mark | None

    @property
    def anchor(self) -> str:
        """The caution's id on the page."""
        return f"c{self.number}"


@dataclass(frozen=True, slots=True)
class AlertKind:
    """All cautions of one kind with the reason why the kind matters; `advice` where one suggestion serves them all."""

    kind: str
    label: str
    why: str
    advice: str
    first: tuple[Alert, ...]
    more: tuple[Alert, ...]

    @property
    def count(self) -> int:
        """How many there are."""
        return len(self.first) + len(self.more)


@dataclass(frozen=True, slots=True)
class AlertRank:
    """Kinds of caution that could ruin the same thing."""

    code: str
    label: str
    kinds: tuple[AlertKind, ...]

    @property
    def count(self) -> int:
        """How many cautions stand in this rank."""
        return sum(k.count for k in self.kinds)


def ranked(cautions: Sequence[Caution], index: Index, harm: Mapping[str, int]) -> tuple[AlertRank, ...]:
    """Return the cautions in ranks and kinds, numbered from the one that could ruin most; repeats are told once."""
    alerts = [(caution, _alert(n, caution, index)) for n, caution in enumerate(_ordered(cautions, index, harm), start=1)]
    left = WORST if len(alerts) > MANY else None
    found = []
    for code in codes("ruins"):
        made = _rank(code, alerts, left)
        left = None if left is None else left - sum(len(k.first) for k in made.kinds)
        found.append(made)
    return tuple(r for r in found if r.kinds)


def numbers(cautions: Sequence[Caution], index: Index, harm: Mapping[str, int]) -> dict[str, int]:
    """Return the page's number of each caution by its id."""
    return {caution.id: n for n, caution in enumerate(_ordered(cautions, index, harm), start=1)}


def harm_of(events: Iterable[Event]) -> dict[str, int]:
    """Return, for the cautions of printed events, the largest figure of people harmed that stands in one of them."""
    found: dict[str, int] = {}
    for event in (e for e in events if e.certain and e.cautions):
        counts = (getattr(event, name) for name in ("killed", "injured", "killed_or_injured", "captured"))
        harmed = max((n for c in counts if c is not None for n in (c.low, c.best, c.high) if n is not None), default=0)
        for caution in event.cautions:
            found[caution] = max(found.get(caution, 0), harmed)
    return found


def _ordered(cautions: Sequence[Caution], index: Index, harm: Mapping[str, int]) -> list[Caution]:
    return sorted({c.id: c for c in cautions}.values(), key=lambda c: _order(c, index, harm))


def _order(caution: Caution, index: Index, harm: Mapping[str, int]) -> tuple[int, int, int, int, int, str]:
    """By what it could ruin, then by kind, then those first where most people are harmed."""
    start = caution.evidence.start if caution.evidence else -1
    ruined = rank("ruins", label("cautions", caution.kind, "ruins"))
    return (ruined, rank("cautions", caution.kind), -harm.get(caution.id, 0), index.number(caution.report), start, caution.id)


def _alert(number: int, caution: Caution, index: Index) -> Alert:
    evidence = caution.evidence
    return Alert(
        number=number,
        message=caution.message,
        suggestion=caution.suggestion,
        words=shorten(evidence.words) if evidence else "",
        report=index.number(caution.report),
        mark=index.mark(evidence) if evidence else None,
    )


def _rank(code: str, alerts: list[tuple[Caution, Alert]], left: int | None) -> AlertRank:
    """The kinds of a rank; `left`: how many cautions may still be open on a page of many."""
    kinds = []
    for kind in (k for k in codes("cautions") if label("cautions", k, "ruins") == code):
        shown = SHOWN[code] if left is None else min(OF_A_KIND, left)
        found = _kind(kind, [alert for caution, alert in alerts if caution.kind == kind], shown)
        left = None if left is None else left - len(found.first)
        kinds.append(found)
    return AlertRank(code, label("ruins", code), tuple(k for k in kinds if k.count))


def _kind(kind: str, alerts: list[Alert], shown: int) -> AlertKind:
    advice = {alert.suggestion for alert in alerts}
    return AlertKind(
        kind=kind,
        label=label("cautions", kind),
        why=label("cautions", kind, "why"),
        advice=advice.pop() if len(advice) == 1 and len(alerts) > 1 else "",
        first=tuple(alerts[:shown]),
        more=tuple(alerts[shown:]),
    )
