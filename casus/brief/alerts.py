"""Cautions, ranked by what they could ruin, gathered by kind so that a reason is read once."""

from __future__ import annotations

from dataclasses import dataclass

from casus.brief.labels import codes, label, rank
from casus.brief.marks import Index, Mark, shorten
from casus.model.caution import Caution

SHOWN = {"numbers": 8, "facts": 6, "sources": 3, "text": 2}
"""How many cautions of one kind are open on the page, by what they could ruin; the others are one click away."""


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


def ranked(cautions: tuple[Caution, ...], index: Index) -> tuple[AlertRank, ...]:
    """Return the cautions in ranks and kinds, numbered from the one that could ruin most; repeats are told once."""
    ordered = sorted({c.id: c for c in cautions}.values(), key=lambda c: _order(c, index))
    alerts = [(caution, _alert(n, caution, index)) for n, caution in enumerate(ordered, start=1)]
    return tuple(found for code in codes("ruins") if (found := _rank(code, alerts)).kinds)


def numbers(cautions: tuple[Caution, ...], index: Index) -> dict[str, int]:
    """Return the page's number of each caution by its id."""
    ordered = sorted({c.id: c for c in cautions}.values(), key=lambda c: _order(c, index))
    return {caution.id: n for n, caution in enumerate(ordered, start=1)}


def _order(caution: Caution, index: Index) -> tuple[int, int, int, int, str]:
    start = caution.evidence.start if caution.evidence else -1
    ruined = rank("ruins", label("cautions", caution.kind, "ruins"))
    return (ruined, rank("cautions", caution.kind), index.number(caution.report), start, caution.id)


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


def _rank(code: str, alerts: list[tuple[Caution, Alert]]) -> AlertRank:
    kinds = [kind for kind in codes("cautions") if label("cautions", kind, "ruins") == code]
    found = [_kind(kind, [alert for caution, alert in alerts if caution.kind == kind], SHOWN[code]) for kind in kinds]
    return AlertRank(code, label("ruins", code), tuple(k for k in found if k.count))


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
