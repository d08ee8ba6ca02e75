"""The claims board: who claims, admits, denies, accuses or threatens what, and where accounts differ."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from casus.brief.cards import Card
from casus.brief.labels import codes, label, rank
from casus.brief.marks import Index, Mark, shorten
from casus.brief.tolls import source_note, source_words
from casus.brief.wording import figure, number
from casus.model.claim import Claim, Source
from casus.model.event import Contest, Event, Version
from casus.model.text import Evidence

Told = Sequence[tuple[Card, Event]]
"""The events with their cards, in the page's order."""

SPEECH_ACTS = {"ACCUSE": "accuses", "THREATEN": "threatens"}
"""Event types whose actor itself takes a stance."""


@dataclass(frozen=True, slots=True)
class Saying:
    """One thing a voice says: stance, verb, which event, with which figure, and the words."""

    stance: str
    verb: str
    card: Card
    figure: str
    mark: Mark
    deed: bool = False


@dataclass(frozen=True, slots=True)
class Stand:
    """All sayings of one voice with one stance."""

    stance: str
    heading: str
    sayings: tuple[Saying, ...]


@dataclass(frozen=True, slots=True)
class Speaker:
    """A source and all it says, by stance."""

    name: str
    capacity: str
    stands: tuple[Stand, ...]

    @property
    def count(self) -> int:
        """How many sayings it has on the page."""
        return sum(len(s.sayings) for s in self.stands)


@dataclass(frozen=True, slots=True)
class Side:
    """One version of something contested: the value or stance, who gives it, and in which report."""

    value: str
    by: str
    note: str
    words: str
    marks: tuple[Mark, ...]


@dataclass(frozen=True, slots=True)
class Dispute:
    """Something on which accounts differ, all versions side by side; none is preferred."""

    card: Card
    about: str
    sides: tuple[Side, ...]


def speakers(events: Told, index: Index) -> tuple[Speaker, ...]:
    """Every voice of the picture, the one with most to say first."""
    by_name: dict[str, list[Saying]] = {}
    capacity: dict[str, str] = {}
    for card, event in events:
        for name, said_as, saying in _sayings(card, event, index):
            by_name.setdefault(name, []).append(saying)
            capacity.setdefault(name, said_as)
    found = [Speaker(name, capacity[name], _stands(sayings)) for name, sayings in by_name.items()]
    return tuple(sorted(found, key=lambda s: (-s.count, s.name)))


def disputes(events: Told, index: Index) -> tuple[Dispute, ...]:
    """Contested figures, and acts that some assert and others deny."""
    found: list[Dispute] = []
    for card, event in events:
        found += [_contest(card, event, c, index) for c in event.contested if len({v.value for v in c.versions}) > 1]
        denial = _denial(card, event, index)
        found += [denial] if denial else []
    return tuple(found)


def unsourced(events: Told) -> tuple[Card, ...]:
    """Events that rest on the reports' own voice alone: no source is named for any account."""
    return tuple(card for card, event in events if not any(c.sources for c in event.claims))


def _sayings(card: Card, event: Event, index: Index) -> Iterator[tuple[str, str, Saying]]:
    seen: set[tuple[str, str]] = set()
    for claim in event.claims:
        for source in (*claim.sources, *claim.besides, *claim.silent):
            if (source.name, source.stance) not in seen:
                seen.add((source.name, source.stance))
                capacity = label("capacities", source.capacity)
                yield source.name, capacity, _said(card, claim, source, index)
    stance = SPEECH_ACTS.get(event.type, "")
    voiced = {said for _, said in seen}
    for party in event.actors if stance and stance not in voiced else ():
        if (party.name, stance) not in seen:
            seen.add((party.name, stance))
            yield party.name, label("kinds", party.kind), Saying(stance, "", card, "", index.mark(party.evidence), True)


def _said(card: Card, claim: Claim, source: Source, index: Index) -> Saying:
    given = "" if source in (*claim.besides, *claim.silent) else _figures(claim)
    return Saying(source.stance, source.verb, card, given, index.mark(source.evidence))


def _figures(claim: Claim) -> str:
    counts = ((field, getattr(claim, field)) for field in codes("tolls"))
    return ", ".join(f"{figure(count)} {label('tolls', field)}" for field, count in counts if count is not None)


def _stands(sayings: list[Saying]) -> tuple[Stand, ...]:
    stances = sorted({s.stance for s in sayings}, key=lambda s: rank("stances", s))
    return tuple(
        Stand(stance, label("stances", stance, "heading"), tuple(s for s in sayings if s.stance == stance))
        for stance in stances
    )


def _contest(card: Card, event: Event, contest: Contest, index: Index) -> Dispute:
    same: dict[tuple[str, str], list[Side]] = {}
    for version in contest.versions:
        side = _side(event, contest.field, version, index)
        same.setdefault((side.value, side.by), []).append(side)
    return Dispute(card, label("tolls", contest.field), tuple(_joined(group) for group in same.values()))


def _joined(sides: list[Side]) -> Side:
    """Return one side for the same value of the same source, with every place where it stands."""
    return replace(sides[0], marks=tuple(dict.fromkeys(mark for side in sides for mark in side.marks)))


def _side(event: Event, field: str, version: Version, index: Index) -> Side:
    source = event.sources[version.source] if version.source is not None else None
    sources = (source,) if source else ()
    mark = _words_of(event, field, version, source, index)
    return Side(number(version.value), source_words(sources), source_note(sources), mark.words if mark else "", (mark,) if mark else ())


def _words_of(event: Event, field: str, version: Version, source: Source | None, index: Index) -> Mark | None:
    """Return the words of a version: the claim of that report with that figure, by that source if one says it."""
    claims = [c for c in event.claims if c.report == version.report and _gives(c, field, version.value)]
    claims.sort(key=lambda c: source is not None and all(s.name != source.name for s in c.sources))
    return index.mark(getattr(claims[0], field).evidence) if claims else None


def _gives(claim: Claim, field: str, value: int) -> bool:
    count = getattr(claim, field)
    return count is not None and value in (count.low, count.best, count.high)


def _denial(card: Card, event: Event, index: Index) -> Dispute | None:
    sources = [source for claim in event.claims for source in claim.sources]
    against = [s for s in sources if s.stance == "denies"]
    if not against:
        return None
    taking = [s for s in sources if s.stance in ("asserts", "accuses", "admits", "hedges")]
    own = [] if taking else [c for c in event.claims if not c.sources and not c.heading]
    sides = [_own_side(c, index) for c in own[:1]]
    silent = [source for claim in event.claims for source in claim.silent]
    sides += [_stance_side(source, index) for source in _first_of_each([*taking, *silent, *against])]
    return Dispute(card, "whether it happened so", tuple(sides))


def _first_of_each(sources: list[Source]) -> list[Source]:
    """Return each source's first word with each stance."""
    found: dict[tuple[str, str], Source] = {}
    for source in sources:
        found.setdefault((source.name, source.stance), source)
    return list(found.values())


def _stance_side(source: Source, index: Index) -> Side:
    stance, note = label("stances", source.stance), label("capacities", source.capacity)
    return Side(stance, source.name, note, _sentence(source.evidence, index), (index.mark(source.evidence),))


def _own_side(claim: Claim, index: Index) -> Side:
    voice, note = source_words(()), source_note(())
    return Side(label("stances", "asserts"), voice, note, _sentence(claim.act, index), (index.mark(claim.act),))


def _sentence(evidence: Evidence, index: Index) -> str:
    passage = index.passage(evidence)
    return shorten(passage.before + passage.words + passage.after, 160)
