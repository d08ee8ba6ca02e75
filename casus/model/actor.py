"""Actors: states, forces, armed groups, organisations, people; and the parties of a claim."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import Literal

from casus.model.candidate import Candidate
from casus.model.text import Evidence

ActorKind = Literal[
    "state", "government", "military", "police", "intelligence", "armed-group", "militia", "party", "igo", "ngo",
    "media", "institute", "company", "person", "civilians", "unnamed-armed", "collective", "unknown",
]  # fmt: skip


@dataclass(frozen=True, slots=True)
class Alias:
    """Another name of an actor, valid from `start` to `end` (None = open)."""

    words: str
    start: date | None = None
    end: date | None = None


@dataclass(frozen=True, slots=True)
class Office:
    """What an actor is during a period: "de facto government of Afghanistan" since 2021-08-15."""

    title: str
    start: date | None
    end: date | None


@dataclass(frozen=True, slots=True)
class Actor:
    """An actor of the codebook. `parent` is the id of the actor it belongs to; `country` is ISO 3166 alpha-3."""

    id: str
    name: str
    kind: ActorKind
    country: str | None = None
    parent: str | None = None
    aliases: tuple[Alias, ...] = ()
    offices: tuple[Office, ...] = ()
    source: str = ""


@dataclass(frozen=True, slots=True)
class Party:
    """An actor or recipient of one claim: the words, and who that is, with the reason; `id` None = not identified.

    `candidates` are those whom the words may mean, with what speaks for each, the best first.
    """

    name: str
    evidence: Evidence
    kind: ActorKind = "unknown"
    id: str | None = None
    reason: str = "as written"
    suspected: bool = False
    country: str | None = None
    parents: tuple[str, ...] = ()
    candidates: tuple[Candidate, ...] = field(default=(), compare=False)
