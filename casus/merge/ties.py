"""Relations: signed ties between actors, from what they do to each other and from what is said of them.

Recognition, patronage and hosting show in SUPPORT and AID, hostility in conflict, verbal or material. A relation keeps
the status and layer of the statement it rests on; one edge may change sign over time, and then both are kept.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from casus.model.actor import Party
from casus.model.claim import Claim
from casus.model.relation import Relation, RelationKind, Sign
from casus.model.when import DateRange

_KINDS: dict[str, tuple[Sign, RelationKind]] = {
    "AID": ("+", "patron"), "SUPPORT": ("+", "ally"), "COOPERATE": ("+", "ally"), "AGREE": ("+", "ally"),
    "ASSAULT": ("-", "armed conflict"), "THREATEN": ("-", "hostile"), "ACCUSE": ("-", "hostile"), "SANCTION": ("-", "hostile"),
    "REJECT": ("-", "hostile"),
}  # fmt: skip
_SIDES = frozenset("state government military police intelligence armed-group militia party igo person".split())
_DONE = frozenset({"asserted", "attributed", "hedged", "denied", "threatened"})


def relations_of(claims: Sequence[Claim], dates: Mapping[int, Sequence[DateRange]]) -> tuple[Relation, ...]:
    """The relations that a report's claims show, one for each pair, kind and layer, in text order.

    `dates` are the times each sentence names, by its index: a tie lasts, so the one time its sentence names is its period.
    """
    seen: set[tuple[str, ...]] = set()
    out = []
    for claim in sorted(claims, key=lambda c: (c.act.start, c.id)):
        for relation in _of_claim(claim, _period(claim, dates.get(claim.sentence, ()))):
            key = (relation.subject.id or "", relation.object.id or "", relation.kind, relation.layer, relation.status)
            if key not in seen:
                seen.add(key)
                out.append(relation)
    return tuple(out)


def _of_claim(claim: Claim, period: DateRange | None) -> Iterator[Relation]:
    if claim.type not in _KINDS or claim.status not in _DONE or not claim.certain or claim.heading:
        return
    sign, kind = _KINDS[claim.type]
    if "recogn" in claim.act.rule:
        sign, kind = "recognition", "recognition"
    elif any(w in claim.act.rule for w in ("host", "shelter", "haven")):
        kind = "host"
    for a in _bodies(claim.actors):
        for b in _bodies(claim.recipients):
            if a.id != b.id:
                yield Relation(
                    claim.report,
                    claim.sentence,
                    a,
                    b,
                    sign,
                    kind,
                    claim.status,
                    claim.layer,
                    claim.act.as_field("relation"),
                    period,
                    claim.sources,
                )


def _period(claim: Claim, dates: Sequence[DateRange]) -> DateRange | None:
    """The claim's own date; where only publication bounds it, the one time its sentence names."""
    if claim.date is not None and claim.date.precision != "bounded":
        return claim.date
    return dates[0] if len(dates) == 1 else claim.date


def _bodies(parties: Sequence[Party]) -> list[Party]:
    return [p for p in parties if p.id is not None and p.kind in _SIDES]
