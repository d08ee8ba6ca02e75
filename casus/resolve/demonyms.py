"""Demonyms before an act noun: in "Pakistani airstrikes" the state acts, by its armed forces where the act is theirs."""

from __future__ import annotations

from dataclasses import replace

from casus.codebook.actors import ActorTable
from casus.coding.owners import WHOSE
from casus.model.actor import Actor, Party
from casus.model.claim import Claim

_BY_FORCES = frozenset({"ASSAULT", "MOBILIZE"})


def name_state(claim: Claim, table: ActorTable) -> Claim:
    """Give the actors, and the owners of what is spoken of, that are a bare demonym the state they stand for; everybody else stays."""
    if not any(p.id is None and table.demonym(p.name) for p in (*claim.actors, *claim.recipients)):
        return claim
    owners = tuple(_state(p, claim, table) if p.evidence.rule.endswith(WHOSE) else p for p in claim.recipients)
    return replace(claim, actors=tuple(_state(p, claim, table) for p in claim.actors), recipients=owners)


def _state(party: Party, claim: Claim, table: ActorTable) -> Party:
    iso3 = table.demonym(party.name) if party.id is None else None
    if iso3 is None:
        return party
    body: Actor | None = table.body(iso3, "mil") if claim.type in _BY_FORCES else table.get(iso3.lower())
    if body is None:
        return party
    whose = "the state's armed forces act" if claim.type in _BY_FORCES else "the state acts"
    return replace(
        party, id=body.id, name=body.name, kind=body.kind, country=iso3, parents=table.parents(body.id),
        reason=f"“{party.name}” before “{claim.act.words}”: {whose}",
    )  # fmt: skip
