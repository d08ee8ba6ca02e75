"""Captors: who made an arrest that is told without a doer, where the force that made it speaks of it or acts right before; who let them go.

"Two men were arrested, police said", "Police raided a house in Wana. Four men were detained." An arrest is an act of some force; where one
tells of it or just acted, it is lent as the doer (`doers`, which give way to anybody named) and never weighs in merging.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from casus.codebook.occasions import load_occasions
from casus.codebook.standing import head_of
from casus.coding.numbers import first_number
from casus.model.actor import Party
from casus.model.claim import Claim, Source
from casus.model.text import Sentence
from casus.resolve.actors import ReportActors
from casus.resolve.one_story import turns

_FORCES = frozenset({"police", "military", "intelligence"})
_TAKING = frozenset({"arrest", "seize"})
_POLICING = re.compile(
    r"\b(?:interior|home|home affairs|internal affairs|public security) (?:ministry|department)\b|\bministry of (?:the )?interior\b",
    re.IGNORECASE,
)
"""A ministry that the police are under speaks of their arrests."""
_HOLDING = frozenset({"arrest", "seize", "abduct", "hostage"})
_ANYBODY = frozenset({"people", "person", "other", "man", "woman"})
_ACTING = frozenset({"ASSAULT", "COERCE"})
_SAYING = frozenset({"asserts", "confirms"})


def with_captors(claims: Sequence[Claim], sentences: Sequence[Sentence], actors: ReportActors) -> list[Claim]:
    """The claims, those of arrests and seizures without a doer with the force that tells of them or acted right before."""
    out: list[Claim] = []
    for claim in claims:
        if claim.type == "COERCE" and set(claim.modes) & _TAKING and not claim.actors and not claim.doers:
            claim = _taken(claim, list(_speaking(claim, actors)), "speaks of it") if claim.sources else claim  # noqa: PLW2901
            claim = claim if claim.doers else _taken(claim, _before(claim, out, sentences), "acted right before")  # noqa: PLW2901
        elif claim.type == "RETREAT" and "release" in claim.modes and not claim.actors and not claim.doers:
            claim = _taken(claim, _holders(claim, out), "took them before")  # noqa: PLW2901
        out.append(claim)
    return out


def _taken(claim: Claim, captors: Sequence[Party], how: str) -> Claim:
    return replace(claim, doers=tuple(replace(p, reason=f"{p.reason}; the force that {how}") for p in captors))


def _holders(claim: Claim, earlier: Sequence[Claim]) -> tuple[Party, ...]:
    """Who arrested, seized or abducted before whoever is released now, by name or noun."""
    freed = {_who(p) for p in claim.recipients} - _ANYBODY
    told = (c for c in reversed(earlier) if (c.certain or c.sentence == claim.sentence) and not c.heading)
    took = (c for c in told if set(c.modes) & _HOLDING and (c.actors or c.doers))
    held = next((c for c in took if freed & {_who(p) for p in c.recipients}), None)
    return () if held is None else held.actors or held.doers


def _who(party: Party) -> str:
    """An identity, a last name, or the noun of those called so."""
    return party.id or (head_of(party.name) if party.name.islower() or first_number(party.name) else party.name.split(",")[0].split()[-1])


def _speaking(claim: Claim, actors: ReportActors) -> Iterator[Party]:
    for source in claim.sources[:1]:
        party = actors.party(_as_party(source))
        if source.stance in _SAYING and (party.kind in _FORCES or _POLICING.search(source.evidence.words)):
            yield party


def _as_party(source: Source) -> Party:
    return Party(source.name, source.evidence.as_field("actor"), "unknown")


def _before(claim: Claim, earlier: Sequence[Claim], sentences: Sequence[Sentence]) -> tuple[Party, ...]:
    """The force that acted last, in the same sentence or the one before, where no word parts the two."""
    here = sentences[claim.sentence]
    if turns([here], load_occasions().parting):
        return ()
    acting = (c for c in reversed(earlier) if c.type in _ACTING and c.actors and c.certain and not c.heading)
    near = (c for c in acting if 0 <= claim.sentence - c.sentence <= 1 and c.layer == claim.layer and c.item == claim.item)
    acted = next(near, None)
    if acted is None or (claim.place is not None and acted.place is not None and claim.place.name != acted.place.name):
        return ()
    return acted.actors if all(p.kind in _FORCES for p in acted.actors) else ()
