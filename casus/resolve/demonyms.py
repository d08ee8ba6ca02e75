"""Demonyms before an act noun: in "Pakistani airstrikes" the state acts, by its armed forces where the act is theirs."""

from __future__ import annotations

from dataclasses import replace

from casus.codebook.actors import ActorTable
from casus.coding.roles.owners import WHOSE
from casus.model.actor import Actor, Party
from casus.model.claim import Claim

_BY_FORCES = frozenset({"ASSAULT", "MOBILIZE"})
_WITHOUT_FORCES = frozenset({"PSE"})
"""Whose name before a violent act tells a people: no state's forces are meant by it."""
_HANDS = frozenset({"primitive", "suicide-attack"})
_HAND_WORDS = ("stabbing", "knife", "ramming", "suicide", "terror")


def name_state(claim: Claim, table: ActorTable) -> Claim:
    """Give the actors, and the owners of what is spoken of, that are a bare demonym the state they stand for; everybody else stays."""
    if not any(p.id is None and table.demonym(p.name) for p in (*claim.actors, *claim.recipients)):
        return claim
    owners = tuple(_state(p, claim, table) if p.evidence.rule.endswith(WHOSE) else p for p in claim.recipients)
    return replace(claim, actors=tuple(_state(p, claim, table) for p in claim.actors), recipients=owners)


def _is_by_hand(claim: Claim) -> bool:
    """Whether the deed is one of single men, not of a state's forces: stabbing, suicide bombing, ramming."""
    return bool(_HANDS & {*claim.modes}) or any(w in claim.act.words.lower() for w in _HAND_WORDS)


def _is_people(party: Party, table: ActorTable) -> bool:
    """ "Kenyans marched", without an article: some people from there, not the state."""
    return party.evidence.words == party.name and party.name.endswith("s") and table.demonym(party.name[:-1]) is not None


def _state(party: Party, claim: Claim, table: ActorTable) -> Party:
    iso3 = table.demonym(party.name) if party.id is None else None
    if iso3 is None:
        return party
    if claim.type in _BY_FORCES and (_is_by_hand(claim) or iso3 in _WITHOUT_FORCES):
        return replace(party, country=iso3, reason=f"unknown: people from there, not said who: “{party.name}” before “{claim.act.words}”")
    if claim.type == "PROTEST" and _is_people(party, table):
        return replace(party, kind="civilians", country=iso3, reason=f"unknown: people from there: “{party.name}”")
    body: Actor | None = table.body(iso3, "mil") if claim.type in _BY_FORCES else table.get(iso3.lower())
    if body is None:
        return party
    whose = "the state's armed forces act" if claim.type in _BY_FORCES else "the state acts"
    return replace(
        party, id=body.id, name=body.name, kind=body.kind, country=iso3, parents=table.parents(body.id),
        reason=f"“{party.name}” before “{claim.act.words}”: {whose}",
    )  # fmt: skip
