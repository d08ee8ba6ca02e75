"""The sides of an armed act as UCDP knows them: governments, organised groups, civilians.

UCDP GED codebook: an organised actor is the government of an independent state, a group with an announced name, or an
informal group in a pattern of fighting. Only the first two can be read off one report: a force or body of a state with its country, and
an armed group that was identified. "Gunmen" and "militants" are no organised actor until somebody says whose they are.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from casus.codebook.actors import ActorTable, load_actors
from casus.codebook.kinds import load_kinds
from casus.export.lands import Land, lands
from casus.merge.sight import ANYBODY, head_word
from casus.model.actor import Party

STATE_BODIES = frozenset({"state", "government", "military", "police", "intelligence"})
GROUPS = frozenset({"armed-group", "militia"})
ARMED = STATE_BODIES | GROUPS | {"unnamed-armed"}
UNARMED = frozenset({"civilians", "ngo", "media", "institute", "company", "igo"})
"""Kinds of people that UCDP counts as civilians: not in the forces, not of an armed group, not of the government."""
_ANYBODY = ANYBODY - {"civilian", "child", "boy", "girl", "teenager", "baby", "woman", "wife"}
_UCDP_ID = re.compile(r"ucdp:(\d+)")


@dataclass(frozen=True, slots=True)
class Side:
    """A side: its key, its name as UCDP writes it, and, for a government, its country."""

    key: str
    name: str
    land: Land | None = None
    ucdp_id: int | None = None

    @property
    def is_state(self) -> bool:
        """Whether it is a government."""
        return self.land is not None


@lru_cache(maxsize=1)
def _table() -> ActorTable:
    return load_actors()


def governs(party: Party, on: date | None) -> bool:
    """Whether a group is the de facto government of its country on that day, by the offices of the table of actors."""
    holder = _table().holder(f"{(party.country or '').lower()}-gov", on)
    return holder is not None and holder.actor.id in {party.id, *party.parents}


def side_of(party: Party, on: date | None = None) -> Side | None:
    """The organised actor a party is or belongs to on a day; None where it is none, or nobody says which."""
    land = lands().get(party.country or "")
    state = party.kind in STATE_BODIES or (party.kind in GROUPS and governs(party, on))
    if state and party.id is not None and land is not None:
        return Side(f"government {land.iso3}", f"Government of {land.name}", land)
    if party.kind in GROUPS and party.id is not None:
        actor = _table().get(party.id)
        number = _UCDP_ID.search(actor.source) if actor is not None else None
        return Side(party.id, party.name, None, int(number[1]) if number else None)
    return None


def sides_of(parties: Iterable[Party], on: date | None = None) -> tuple[Side, ...]:
    """The organised actors among the parties, each once."""
    found = {side.key: side for side in (side_of(party, on) for party in parties) if side is not None}
    return tuple(found.values())


def are_civilians(party: Party) -> bool:
    """Whether a party is told as civilians: "residents", "three women", a journalist; not "people", who may be anybody."""
    if party.kind not in UNARMED:
        return False
    return party.kind != "civilians" or is_civil_word(party.name)


def is_civil_word(words: str) -> bool:
    """Whether words for people say that they were civilians."""
    noun = head_word(words)
    found = load_kinds().noun(noun)
    return noun not in _ANYBODY and found is not None and found.kind in UNARMED
