"""Stated ties with the identities of both sides, the time they are told of, and what their words rule out."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import cast

from casus.codebook.actors import ActorTable
from casus.coding.ties import Tie
from casus.model.actor import Party
from casus.model.claim import Claim, Layer
from casus.model.relation import Relation, RelationKind, Sign
from casus.model.text import Report
from casus.resolve.actor_pointing import POSSESSIVES
from casus.resolve.actors import ReportActors
from casus.resolve.layers import layer_of_date

_COUNTRIES = frozenset({"state", "government"})


def relations_of_ties(
    ties: Sequence[Tie],
    report: Report,
    actors: ReportActors,
    claims: Sequence[Claim],
    is_pronoun: Callable[[str], bool],
    table: ActorTable,
) -> tuple[Relation, ...]:
    """The ties between two known actors; one told as ended ("a former ally") is history."""
    out: list[Relation] = []
    for tie in ties:
        a, b = _state_there(actors.party(tie.subject), tie, table), actors.party(tie.object)
        if a.id is not None and b.id in {None, a.id}:
            own = tie.object.name.lower() in POSSESSIVES
            b = (_met_before(a, tie.sentence, () if own else claims, out) or b) if own or is_pronoun(tie.object.name) else b
        if a.id is None or b.id is None or a.id == b.id or (tie.place and not _can_host(a, b)):
            continue
        out.append(
            Relation(
                report.id, tie.sentence, a, b, cast(Sign, tie.sign), cast(RelationKind, tie.kind), tie.status, _layer(tie, report),
                tie.evidence, tie.period, tie.sources,
            )
        )  # fmt: skip
    return tuple(out)


def _state_there(party: Party, tie: Tie, table: ActorTable) -> Party:
    """ "Has its office in the capital": the state that the town lies in is the host."""
    if not tie.place or party.id is not None or party.country is None:
        return party
    state = table.get(party.country.lower())
    if state is None:
        return party
    return replace(party, id=state.id, name=state.name, kind=state.kind, reason=f"the state that {party.evidence.words} lies in")


def _layer(tie: Tie, report: Report) -> Layer:
    dated = layer_of_date(tie.period, report.published) if tie.period else None
    return dated or ("history" if tie.over else "news")


def _can_host(country: Party, guest: Party) -> bool:
    """Whether a country is host where somebody is told to live: it is not the guest's own."""
    return country.kind in _COUNTRIES and country.country != guest.country


def _met_before(one: Party, sentence: int, claims: Sequence[Claim], ties: Sequence[Relation]) -> Party | None:
    """ "Mali backed the group and then turned against it": the other side of an act or a tie of the same party, in the same sentence."""
    own = [c for c in claims if c.sentence == sentence and one.id in {a.id for a in c.actors}]
    met = [p for c in own for p in c.recipients if p.id is not None]
    met += [t.object for t in ties if t.sentence == sentence and t.subject.id == one.id]
    return met[0] if len({p.id for p in met}) == 1 else None


def without_doubles(stated: Sequence[Relation], acted: Sequence[Relation]) -> tuple[Relation, ...]:
    """Ties as stated and as acts show them; what one sentence tells both ways counts once, as the act unless the tie has ended."""
    ended = {_told(r) for r in stated if r.layer == "history"}
    acts = [r for r in acted if _told(r) not in ended]
    shown = {_told(r) for r in acts}
    once = {_told(r): r for r in reversed(stated) if _told(r) not in shown}
    return (*(r for r in stated if once.get(_told(r)) is r), *acts)


def _told(r: Relation) -> tuple[int, str | None, str | None, str]:
    return r.sentence, r.subject.id, r.object.id, "for" if r.kind in {"patron", "ally"} else r.kind
