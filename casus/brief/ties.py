"""Ties between actors: sign and kind by layer of time, so that a change of sign is seen; and who the actors are."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from casus.brief.labels import label
from casus.brief.marks import Index, Mark
from casus.brief.tolls import source_words
from casus.brief.turns import ERAS, Turn, key, period, turn_of
from casus.model.actor import Party
from casus.model.event import Event
from casus.model.relation import Relation


@dataclass(frozen=True, slots=True)
class Tie:
    """One relation as somebody states it."""

    sign: str
    symbol: str
    words: str
    status: str
    era: str
    when: str
    by: str
    mark: Mark


@dataclass(frozen=True, slots=True)
class Pair:
    """All relations between two actors, from the past to the present."""

    one: str
    other: str
    ties: tuple[Tie, ...]
    turn: Turn | None

    @property
    def eras(self) -> int:
        """Return over how many layers of time the ties run."""
        return len({t.era for t in self.ties})

    def of(self, era: str) -> tuple[Tie, ...]:
        """Return the ties of one layer of time."""
        return tuple(t for t in self.ties if t.era == era)


@dataclass(frozen=True, slots=True)
class Known:
    """An actor of the picture: what it is, how often it acts and is acted on, and every wording taken for it."""

    id: str
    name: str
    kind: str
    identified: bool
    acts: int
    receives: int
    wordings: tuple[Wording, ...]


@dataclass(frozen=True, slots=True)
class Wording:
    """Words taken for an actor, and why."""

    words: str
    reason: str
    suspected: bool
    mark: Mark
    times: int


def pairs(relations: tuple[Relation, ...], index: Index) -> tuple[Pair, ...]:
    """Return the pairs of actors, those whose sign changes first."""
    grouped: dict[tuple[str, str], list[Relation]] = {}
    for relation in relations:
        one, other = sorted((key(relation.subject), key(relation.object)))
        grouped.setdefault((one, other), []).append(relation)
    found = [_pair(sorted(group, key=lambda r: _order(r, index)), index) for group in grouped.values()]
    return tuple(sorted(found, key=lambda p: (p.turn is None, -len(p.ties), p.one, p.other)))


def known(events: Iterable[Event], relations: Iterable[Relation], index: Index) -> tuple[Known, ...]:
    """Every actor and recipient of the picture, identified ones first, then by how often they appear."""
    mentions: dict[str, list[tuple[str, Party]]] = {}
    for role, party in _mentions(events, relations):
        mentions.setdefault(key(party), []).append((role, party))
    found = [_known(group, index) for group in mentions.values()]
    return tuple(sorted(found, key=lambda k: (not k.identified, -(k.acts + k.receives), k.name, k.id)))


def _pair(relations: list[Relation], index: Index) -> Pair:
    first = relations[0]
    ties = dict.fromkeys(_tie(r, index) for r in relations)
    turn = turn_of(relations)
    return Pair(first.subject.name, first.object.name, tuple(ties), turn)


def _order(relation: Relation, index: Index) -> tuple[int, str, int, int]:
    start = relation.period.start if relation.period else None
    era = ERAS.index(relation.layer)
    return (era, start.isoformat() if start else "9999", index.number(relation.report), relation.evidence.start)


def _tie(relation: Relation, index: Index) -> Tie:
    verb = label("relations", relation.kind)
    return Tie(
        sign=relation.sign,
        symbol=label("signs", relation.sign, "mark"),
        words=f"{relation.subject.name}: {verb} {relation.object.name}",
        status=relation.status,
        era=relation.layer,
        when=period(relation),
        by=_by(relation),
        mark=index.mark(relation.evidence),
    )


def _by(relation: Relation) -> str:
    """Say who states the tie and who denies it; empty where no source is named."""
    against = tuple(s for s in relation.sources if s.stance == "denies")
    vouching = tuple(s for s in relation.sources if s.stance != "denies")
    said = [f"according to {source_words(vouching)}"] if vouching else []
    return ", ".join([*said, *([f"denied by {source_words(against)}"] if against else [])])


def _mentions(events: Iterable[Event], relations: Iterable[Relation]) -> Iterator[tuple[str, Party]]:
    for event in events:
        for claim in event.claims:
            yield from (("acts", p) for p in claim.actors)
            yield from (("receives", p) for p in claim.recipients)
    for relation in relations:
        yield "tie", relation.subject
        yield "tie", relation.object


def _known(group: list[tuple[str, Party]], index: Index) -> Known:
    party = group[0][1]
    kinds = [p.kind for _, p in group if p.kind != "unknown"]
    return Known(
        id=party.id or "",
        name=party.name,
        kind=label("kinds", kinds[0]) if kinds else "",
        identified=party.id is not None,
        acts=sum(role == "acts" for role, _ in group),
        receives=sum(role == "receives" for role, _ in group),
        wordings=_wordings([p for _, p in group], index),
    )


def _wordings(parties: list[Party], index: Index) -> tuple[Wording, ...]:
    same: dict[tuple[str, str], list[Party]] = {}
    for party in parties:
        same.setdefault((party.evidence.words, party.reason), []).append(party)
    return tuple(
        Wording(words, reason, group[0].suspected, index.mark(group[0].evidence), len({p.evidence for p in group}))
        for (words, reason), group in same.items()
    )
