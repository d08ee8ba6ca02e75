"""Turns: pairs of actors whose tie changed sign, with when each sign is told of and how many reports tell it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from casus.brief.labels import label
from casus.brief.wording import when
from casus.model.actor import Party
from casus.model.relation import Relation

ERAS: Final = ("history", "background", "news")
"""Layers from the past to the present."""
_UNSIGNED: Final = frozenset({"separate", "part-of", "successor"})
"""Kinds that say what two bodies are, not whether they are for or against each other."""
_MOST: Final = 3


@dataclass(frozen=True, slots=True)
class Side:
    """One sign of a pair's tie: "+" or "−", the layers that tell it, and the periods the words give."""

    sign: str
    layers: tuple[str, ...]
    periods: tuple[str, ...]

    @property
    def words(self) -> str:
        """For example "+ in history (1996; “for decades”)"."""
        layers = " and ".join(label("layers", layer).lower() for layer in self.layers)
        return f"{self.sign} in {layers}" + (f" ({'; '.join(self.periods)})" if self.periods else "")


@dataclass(frozen=True, slots=True)
class Turn:
    """A pair whose earlier sign is not its later one."""

    one: str
    other: str
    earlier: Side
    later: Side
    reports: int

    @property
    def signs(self) -> str:
        """The two signs, "+ → −"."""
        return f"{self.earlier.sign} → {self.later.sign}"

    @property
    def words(self) -> str:
        """Both sides, and how many reports they rest on."""
        told = "one report" if self.reports == 1 else f"{self.reports} reports"
        return f"{self.earlier.words} → {self.later.words}, per {told}"


def turns(relations: Iterable[Relation]) -> tuple[Turn, ...]:
    """The pairs that changed sign, in the order of their names; denied ties do not count, nor two signs of one time."""
    grouped: dict[tuple[str, str], list[Relation]] = {}
    for relation in relations:
        one, other = sorted((key(relation.subject), key(relation.object)))
        grouped.setdefault((one, other), []).append(relation)
    found = [turn_of(group) for _, group in sorted(grouped.items())]
    return tuple(t for t in found if t is not None)


def key(party: Party) -> str:
    """Return what keeps two actors apart: the codebook's id, or the name as written."""
    return party.id or party.name


def turn_of(relations: Sequence[Relation]) -> Turn | None:
    """How the tie of one pair turned, or None where it kept its sign or both signs are told of the same time only."""
    signed = [r for r in relations if r.status != "denied" and r.kind not in _UNSIGNED]
    steps: dict[tuple[int, str], list[Relation]] = {}
    for relation in signed:
        steps.setdefault(_time(relation), []).append(relation)
    pure = [(signs.pop(), group) for _, group in sorted(steps.items()) if len(signs := {_sign(r) for r in group}) == 1]
    if len(pure) < 2 or pure[0][0] == pure[-1][0]:
        return None
    last = pure[-1][0]
    cut = max(i for i, (sign, _) in enumerate(pure) if sign != last) + 1
    earlier = [r for sign, group in pure[:cut] for r in group if sign != last]
    later = [r for _, group in pure[cut:] for r in group]
    first = signed[0]
    reports = len({r.report for r in (*earlier, *later)})
    return Turn(first.subject.name, first.object.name, _side(earlier), _side(later), reports)


def _time(relation: Relation) -> tuple[int, str]:
    """The layer and, where it is told as history, the year its period begins in; the rest of a layer is one time."""
    start = relation.period.start if relation.period else None
    dated = relation.layer != "news" and start is not None
    return ERAS.index(relation.layer), str(start.year) if dated and start is not None else "9999"


def _sign(relation: Relation) -> str:
    return "−" if relation.sign == "-" else "+"


def _side(relations: Sequence[Relation]) -> Side:
    layers = tuple(era for era in ERAS if any(r.layer == era for r in relations))
    periods = dict.fromkeys(p for r in relations if (p := period(r)))
    return Side(_sign(relations[0]), layers, tuple(periods)[:_MOST])


def period(relation: Relation) -> str:
    """When the tie held, where words say so; the bound of publication says nothing about a tie."""
    value = relation.period
    if value is None or value.precision == "bounded":
        return ""
    if value.start or value.end:
        return when(value)
    return f"“{value.evidence.words}”" if value.evidence is not None else ""
