"""Why an event differs between two cases: people's decisions, the texts, the code, the codebook.

Only what does differ is named. A decision counts where it is about a passage of the event; a text where the event's reports
are not the same; the code (version and model) and the codebook where they read one of its reports otherwise. Where none of
these is seen, other reports of the case may have moved it, or a Casus that was changed under the same version.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from casus.compare.held import Held
from casus.model.event import Event
from casus.model.judgement import Judgement
from casus.model.picture import Stamp
from casus.model.text import Report


@dataclass(frozen=True, slots=True)
class Why:
    """A cause (judgement, text, code, codebook, unknown) and what it is."""

    cause: str
    detail: str


@dataclass(frozen=True, slots=True)
class Causes:
    """What differs between two cases as wholes; asked event by event. `reports` leads from A's to B's."""

    a: Held
    b: Held
    reports: Mapping[str, str]
    decided: tuple[Judgement, ...] = field(init=False)

    def __post_init__(self) -> None:
        both = {j.id for j in self.a.judgements} & {j.id for j in self.b.judgements}
        found = {j.id: j for j in (*self.a.judgements, *self.b.judgements) if j.id not in both}
        object.__setattr__(self, "decided", tuple(sorted(found.values(), key=lambda j: (j.made, j.id))))

    def of(self, a: Event | None, b: Event | None, field_: str | None = None) -> tuple[Why, ...]:
        """The causes of a difference in a field, or of the event's being there; a decision on that very field stands alone."""
        decided = [j for j in self.decided if self._touches(j, a, b)]
        own = [j for j in decided if field_ is not None and j.field == field_]
        if own:
            return tuple(map(_decision, own))
        whole = [j for j in decided if j.verdict not in {"edit", "accept", "note"}]
        found = (*map(_decision, whole), *self._texts(a, b), *self._stamps(a, b))
        return tuple(dict.fromkeys(found)) or (self._rest(),)

    def _touches(self, judgement: Judgement, a: Event | None, b: Event | None) -> bool:
        """Whether a decision is about a passage of the event; one that withdraws another is about its passages."""
        claims = [claim for event in (a, b) if event is not None for claim in event.claims]
        ids, places = {c.id for c in claims}, {(c.report, c.act.start, c.act.end) for c in claims}
        withdrawn = [j for j in (*self.a.judgements, *self.b.judgements) if judgement.verdict == "withdraw" and j.id == judgement.subject]
        on = [passage for j in (judgement, *withdrawn) for passage in j.on]
        if any(p.claim in ids or (p.act.report, p.act.start, p.act.end) in places for p in on):
            return True
        return judgement.verdict == "add" and judgement.subject in {c.report for c in claims} and judgement in self._added(a, b)

    def _added(self, a: Event | None, b: Event | None) -> list[Judgement]:
        return [j for event in (a, b) if event is not None for j in event.judged]

    def _texts(self, a: Event | None, b: Event | None) -> Iterator[Why]:
        in_a, in_b = self.a.reports(), self.b.reports()
        other_way = {there: here for here, there in self.reports.items()}
        for id_ in a.reports if a is not None else ():
            there = self.reports.get(id_)
            if there is None:
                yield Why("text", f"only A has {_name(in_a[id_])}")
            elif there != id_:
                yield Why("text", f"{_name(in_a[id_])} has another text in B")
        for id_ in b.reports if b is not None else ():
            if id_ not in other_way:
                yield Why("text", f"only B has {_name(in_b[id_])}")
            elif other_way[id_] != id_:
                yield Why("text", f"{_name(in_b[id_])} has another text in A")

    def _stamps(self, a: Event | None, b: Event | None) -> Iterator[Why]:
        """How the readers of the event's reports differ."""
        here = set(a.reports if a is not None else ()) | {h for h, t in self.reports.items() if b is not None and t in b.reports}
        for id_ in sorted(here):
            one, other = self.a.stamps.get(id_), self.b.stamps.get(self.reports.get(id_, ""))
            if one is None or other is None:
                continue
            if (one.casus, one.model) != (other.casus, other.model):
                yield Why("code", f"{_version(one)} in A, {_version(other)} in B")
            if one.codebook != other.codebook:
                yield Why("codebook", f"{one.codebook[:15]} in A, {other.codebook[:15]} in B")

    def _rest(self) -> Why:
        if set(self.a.reports()) != set(self.b.reports()):
            return Why("text", "other reports of the case")
        if self.decided:
            return Why("judgement", "decisions on other events")
        return Why("unknown", "the same texts, versions and decisions; perhaps a Casus changed under its version")


def _decision(judgement: Judgement) -> Why:
    what = f"{judgement.verdict} {judgement.field}" if judgement.field else judgement.verdict
    return Why("judgement", f"{what} by {judgement.coder}, {judgement.made:%Y-%m-%d}")


def _name(report: Report) -> str:
    return f"“{report.title or report.source}”"


def _version(stamp: Stamp) -> str:
    return f"Casus {stamp.casus}, model {stamp.model.removeprefix('sha256:')[:8]}"
