"""What became of decisions: whether the machine, as it reads today, agrees with them by itself."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from casus.judge.applying import Texts, added_claim
from casus.judge.standing import SHARED, Claims, Roster, shared, signed
from casus.judge.values import FIELDS, Plain, gist_of, plain_json, read_value
from casus.model.errors import CasusError
from casus.model.event import Event
from casus.model.judgement import Judgement

Outcome = Literal["agrees", "differs", "gone"]


@dataclass(frozen=True, slots=True)
class Renewed:
    """A decision beside today's reading: the machine agrees, or differs, or tells nothing of these words any more."""

    judgement: Judgement
    outcome: Outcome
    field: str | None = None
    decided: Plain = None
    machine: Plain = None


def renewed(machine: Sequence[Event], judgements: Sequence[Judgement], texts: Texts) -> Iterator[Renewed]:
    """Compare the decisions that stand with the machine's own events (no decision obeyed). Notes, joins and splits are passed over."""
    claims = Claims(Roster(machine))
    home = {c.id: e for e in machine for c in e.claims}
    for judgement in judgements:
        found = next((home[c.id] for c in claims.found(judgement)), None)
        if judgement.verdict == "reject":
            yield Renewed(judgement, "differs" if found is not None else "agrees")
        elif judgement.verdict == "add":
            yield from _added(judgement, machine, texts)
        elif judgement.verdict in {"accept", "edit"} and judgement.on:
            yield from _values(judgement, found, texts) if found is not None else [Renewed(judgement, "gone")]


def _added(judgement: Judgement, machine: Sequence[Event], texts: Texts) -> Iterator[Renewed]:
    try:
        claim = added_claim(judgement, texts)
    except CasusError:
        yield Renewed(judgement, "gone")
        return
    read = any(c.type == claim.type and shared(c.act, claim.act) >= SHARED for e in machine for c in e.claims)
    yield Renewed(judgement, "agrees" if read else "differs")


def _values(judgement: Judgement, event: Event, texts: Texts) -> Iterator[Renewed]:
    for field, decided in decided_values(judgement, texts).items():
        machine = gist_of(field, getattr(event, field))
        if judgement.verdict == "edit" or machine != decided:
            yield Renewed(judgement, "agrees" if machine == decided else "differs", field, decided, machine)


def decided_values(judgement: Judgement, texts: Texts) -> dict[str, Plain]:
    """Return the gists of the values that an acceptance, an edit or an addition stands for; {} where it cannot be understood."""
    try:
        plain = plain_json(judgement)
        if judgement.verdict == "edit" and judgement.field is not None:
            return {judgement.field: _gist(judgement.field, plain, judgement, texts)}
        if judgement.verdict == "add":
            return {f: _gist(f, plain[f], judgement, texts) for f in FIELDS if f in plain}
    except CasusError:
        return {}
    return {f: v for f, v in plain.items() if f in FIELDS} if isinstance(plain, dict) else {}


def _gist(field: str, plain: Plain, judgement: Judgement, texts: Texts) -> Plain:
    return gist_of(field, read_value(field, plain, texts.reports, by=signed(judgement)))
