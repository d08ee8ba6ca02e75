"""Why a value is what it is: its reason, how precise it is, and what else its words could have meant."""

from __future__ import annotations

from dataclasses import dataclass

from casus.codebook.actors import ActorTable
from casus.coding.dates.finding import acled_time_precision, ucdp_date_precision
from casus.model.actor import Party
from casus.model.candidate import Candidate
from casus.model.place import Place
from casus.model.when import DateRange
from casus.resolve.lookup import actors_called


@dataclass(frozen=True, slots=True)
class Other:
    """A reading of the words: what it is, its points, and what they are made of; `chosen` marks the one taken."""

    text: str
    points: str = ""
    grounds: str = ""
    chosen: bool = False


@dataclass(frozen=True, slots=True)
class Why:
    """The reason of a value, how precise it is in the codes of the field, and the readings of its words, the best first."""

    reason: str
    precision: str
    others: tuple[Other, ...] = ()


def of_place(place: Place) -> Why:
    """Why this place: the resolver's reason, the gazetteer's line, and the candidates with their points."""
    codes = f"UCDP {place.precision_ucdp}, ACLED {place.precision_acled}" if place.precision_ucdp is not None else "no precision"
    point = f"{place.lat:.2f} {place.lon:.2f}" if place.lat is not None and place.lon is not None else "no point"
    line = place.id or "no line of the gazetteer"
    return Why(place.reason, "; ".join((codes, point, line)), tuple(_candidate(c, place.id) for c in place.candidates))


def _candidate(candidate: Candidate, taken: str | None) -> Other:
    grounds = ", ".join(f"{w.ground} {w.points:+.1f}" for w in candidate.weights)
    name = ", ".join(dict.fromkeys((candidate.name, *candidate.within)))
    return Other(name, f"{candidate.points:.1f}", grounds, candidate.id == taken)


def of_date(when: DateRange) -> Why:
    """Why these days: how the words became days, and how precise that is."""
    ucdp, acled = ucdp_date_precision(when), acled_time_precision(when)
    codes = [f"{name} {code}" for name, code in (("UCDP", ucdp), ("ACLED", acled)) if code is not None]
    days = f"{when.start or 'open'} to {when.end or 'open'}" if when.start != when.end else ""
    return Why(when.basis, "; ".join(filter(None, (when.precision, ", ".join(codes), days))))


def of_party(party: Party, table: ActorTable | None) -> Why:
    """Why this actor: the rule that knew it, the candidates with their points, and every other actor of that name on any day."""
    shown = {party.id, *(c.id for c in party.candidates)}
    others = [a for a in actors_called(party.evidence.words, table) if a.id not in shown] if table is not None else []
    weighed = tuple(_candidate(c, party.id) for c in party.candidates)
    return Why(party.reason, party.id or "", (*weighed, *(Other(f"{a.name} ({a.id})") for a in others)))
