"""The actors of a picture as records: who appears, under which words, in which part, in which reports.

An identified actor is one record; an unidentified one ("gunmen") is one record per report, for the same words in two
reports need not mean the same people.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from casus.export.events import event_order, shown
from casus.export.parts import Record
from casus.model.actor import Party
from casus.model.picture import Picture

Key = tuple[str, str, str, str]


@dataclass(slots=True)
class _Appearances:
    """What is gathered about one actor while the picture is walked."""

    party: Party
    words: set[str] = field(default_factory=set)
    reasons: set[str] = field(default_factory=set)
    reports: set[str] = field(default_factory=set)
    events: dict[str, set[str]] = field(default_factory=lambda: {"actor": set(), "recipient": set()})
    relations: int = 0


def actor_records(picture: Picture, *, low: bool = False) -> list[Record]:
    """Every actor of the events and relations, identified ones first by id, then the others by name and report."""
    found: dict[Key, _Appearances] = {}
    for part, event, party in _parties(picture, low=low):
        seen = found.setdefault(_key(party), _Appearances(party))
        seen.party = min(seen.party, party, key=_spelled)
        seen.words.add(party.evidence.words)
        seen.reasons.add(party.reason)
        seen.reports.add(party.evidence.report)
        if part == "relation":
            seen.relations += 1
        else:
            seen.events[part].add(event)
    return [_record(found[key]) for key in sorted(found)]


def _parties(picture: Picture, *, low: bool) -> Iterator[tuple[str, str, Party]]:
    """Every (part, event id, party) of the claims and relations; the event id is empty for a relation."""
    for event in sorted(picture.events, key=event_order):
        for claim in event.claims:
            if low or shown(claim, event):
                yield from (("actor", event.id, p) for p in claim.actors)
                yield from (("recipient", event.id, p) for p in claim.recipients)
    for relation in picture.relations:
        yield from (("relation", "", p) for p in (relation.subject, relation.object))


def _key(party: Party) -> Key:
    return ("0", party.id, "", "") if party.id else ("1", party.name, party.kind, party.evidence.report)


def _spelled(party: Party) -> tuple[str, str, str, str]:
    return party.evidence.report, f"{party.evidence.start:012}", party.name, party.reason


def _record(seen: _Appearances) -> Record:
    party = seen.party
    return {
        "id": party.id,
        "name": party.name,
        "kind": party.kind,
        "country": party.country,
        "parents": list(party.parents),
        "words": sorted(seen.words),
        "reasons": sorted(seen.reasons),
        "as_actor": sorted(seen.events["actor"]),
        "as_recipient": sorted(seen.events["recipient"]),
        "relations": seen.relations,
        "reports": sorted(seen.reports),
    }
