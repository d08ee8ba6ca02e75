"""The desk: one coder's view of a case while the workbench runs. Events are merged once; decisions are applied to them as they are made.

The case file is opened for the moment of each decision only, so that commands and another coder's workbench can go on beside it;
what commands would write while the workbench runs they hand to it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from threading import RLock

from casus import pipeline
from casus.brief.marks import Index
from casus.brief.wording import plural
from casus.case import Case
from casus.judge import Memo, Roster, Signature, Texts, judged, standing
from casus.model.caution import Caution
from casus.model.errors import CaseError
from casus.model.event import Event, Undecided
from casus.model.judgement import Judgement
from casus.model.picture import Picture, Reading, Stamp
from casus.model.text import Report

Decide = Callable[[Signature], Judgement]


@dataclass(frozen=True, slots=True)
class Others:
    """What others added to a case meanwhile: how many readings, and which decisions."""

    readings: int = 0
    judgements: tuple[Judgement, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.readings or self.judgements)

    def __str__(self) -> str:
        """In words: `2 decisions by bob and 1 report`."""
        by = Counter(j.coder for j in self.judgements)
        told = [f"{plural(n, 'decision')} by {coder}" for coder, n in sorted(by.items())]
        told += [plural(self.readings, "report")] if self.readings else []
        return " and ".join(filter(None, (", ".join(told[:-1]), *told[-1:])))


class Desk:
    """A case, its events as this coder's decisions leave them, and what is still to be decided.

    With `blind`, only the coder's own decisions are seen and obeyed. Raises CaseError where the case cannot be opened.
    """

    def __init__(self, case: Case, *, coder: str, blind: bool = False) -> None:
        self.case, self.coder, self.blind = case, coder, blind
        self.lock = RLock()
        self.version = 0
        self._merged: Roster | None = None
        self._shown: Roster | None = None
        self._memo: Memo = {}
        self._obeyed: tuple[Judgement, ...] | None = None
        self.load()

    def load(self) -> None:
        """Read the case anew."""
        with self.lock:
            self.seen, self._sizes, self._others = self.case.mark(), self.case.sizes(), Others()
            self.readings: dict[str, Reading] = {r.report.id: r for r in self.case.readings()}
            self.all, self._obeyed = list(self.case.judgements()), None
            self.index = Index(self.readings.values())
            self._ground = pipeline.ground(self.readings.values(), at_hand=True)
            self._fold()

    def others(self) -> Others:
        """Return what others added to the case since it was read, as far as this coder is to see it."""
        with self.lock:
            mark = self.case.mark()
            if mark != self.seen:
                readings, _ = self.case.sizes()
                known = {j.id for j in self.all}
                found = () if self.blind else tuple(j for j in self.case.judgements(since=self._sizes[1]) if j.id not in known)
                self.seen, self._others = mark, Others(readings - self._sizes[0], found)
            return self._others

    def catch_up(self) -> None:
        """Take in what others added: decisions as they are, readings by reading the case anew."""
        with self.lock:
            found = self.others()
            if found.readings:
                self.load()
            else:
                self._others = Others()
                self._take_in(found.judgements)

    def _take_in(self, judgements: Sequence[Judgement]) -> None:
        known = {j.id for j in self.all}
        new = [j for j in judgements if j.id not in known]
        self.all, self._obeyed = sorted((*self.all, *new), key=lambda j: (j.made, j.id)), None
        if any(self._merges(j) for j in new):
            self._fold()
        else:
            self._apply()

    def _fold(self) -> None:
        self.folded = pipeline.fold(self._ground, self.decided())
        self.picture: Picture = pipeline.finish(self.folded, (), self.case.tools.stamp)
        self._cautions: dict[str, Caution] | None = None
        self._merged = Roster(self.picture.events, self._merged)
        self._apply()

    def _apply(self) -> None:
        outcome = judged(self.picture.events, self.decided(), self.texts, self._merged, self._memo)
        self.events: dict[str, Event] = {e.id: e for e in outcome.events}
        self.rejected: dict[str, Event] = {e.id: e for e in outcome.rejected}
        self._shown = Roster((*self.rejected.values(), *self.events.values()), self._shown)
        self.home: dict[str, str] = self._shown.home
        self.pairs: dict[str, list[Undecided]] = {}
        for pair in self.picture.undecided:
            if pair.a in self.events and pair.b in self.events:
                self.pairs.setdefault(pair.a, []).append(pair)
                self.pairs.setdefault(pair.b, []).append(pair)
        self.read_in_full = {j.subject: j for j in self.decided() if j.verdict == "accept" and not j.on and j.subject in self.readings}
        self.version += 1

    @property
    def cautions(self) -> dict[str, Caution]:
        """The cautions by their ids, worked out where somebody looks."""
        if self._cautions is None:
            self._cautions = {c.id: c for c in self.picture.cautions}
        return self._cautions

    @property
    def texts(self) -> Texts:
        """The reports that words must stand in."""
        return self.folded.ground.texts

    def decided(self) -> tuple[Judgement, ...]:
        """Return the decisions that are obeyed here."""
        if self._obeyed is None:
            self._obeyed = standing(self.all, coders=[self.coder] if self.blind else None)
        return self._obeyed

    def _with(self, judgement: Judgement) -> tuple[Judgement, ...] | None:
        """The decisions that are obeyed, with one more; None where they must be worked out anew."""
        before = self.decided()
        if judgement.verdict == "withdraw" or (before and judgement.made <= before[-1].made):
            return None
        return (*before, judgement)

    def seen_by_coder(self) -> list[Judgement]:
        """Return the decisions that this coder may see, the latest last."""
        return [j for j in self.all if not self.blind or j.coder == self.coder]

    def mine(self) -> tuple[Judgement, ...]:
        """Return the coder's own decisions that stand, the latest last."""
        return standing(self.all, coders=[self.coder])

    def finished(self, report: str) -> Judgement | None:
        """Return the decision by which a report was marked as read in full."""
        return self.read_in_full.get(report)

    def event(self, event: str) -> Event:
        """Return an event, rejected or not. Raises CaseError where there is none of this id."""
        found = self.events.get(event) or self.rejected.get(event)
        if found is None:
            raise CaseError(f"event {event}: not in this case any more; a decision or a later reading changed it")
        return found

    def report(self, report: str) -> Report:
        """Return a report by its id, with or without `sha256:`. Raises CaseError where there is none."""
        found = self.readings.get(report) or self.readings.get(f"sha256:{report}")
        if found is None:
            raise CaseError(f"report {report}: not in this case")
        return found.report

    def home_of(self, judgement: Judgement) -> str | None:
        """Return the id of the event that a decision is on today."""
        return next((self.home[p.claim] for p in judgement.on if p.claim in self.home), None)

    def decide(self, decide: Decide, *, note: str = "") -> Judgement:
        """Make one decision, keep it in the case, and apply it. Raises what the decision raises, and CaseError where it cannot be kept."""
        with self.lock:
            judgement = decide(Signature(self.coder, note=note))
            self.others()
            self.case.judge(judgement)
            self.seen = self.case.mark()
            self._obeyed = self._with(judgement)
            self.all.append(judgement)
            if self._merges(judgement):
                self._fold()
            else:
                self._apply()
            return judgement

    def take(self, judgements: Sequence[Judgement]) -> None:
        """Keep decisions that a command made, of whatever coder, and apply them."""
        with self.lock:
            self.others()
            self.case.judge(*judgements)
            self.seen = self.case.mark()
            self._take_in(judgements)

    def keep(self, reading: Reading, stamp: Stamp) -> bool:
        """Keep a reading that a command made; it is seen once the case is read anew. False where the case knows it already."""
        with self.lock:
            return self.case.keep(reading, stamp)

    def _merges(self, judgement: Judgement) -> bool:
        """Whether claims must be merged anew: for joins and splits, and for those that are taken back."""
        meant = next((j for j in self.all if j.id == judgement.subject), judgement) if judgement.verdict == "withdraw" else judgement
        return meant.verdict in {"join", "split"}

    def undo(self) -> Judgement | None:
        """Take back the coder's latest decision that stands; None where there is none."""
        with self.lock:
            mine = self.mine()
            if not mine:
                return None
            self.decide(lambda sign: sign.withdraw(mine[-1]))
            return mine[-1]

    def withdraw(self, judgement: str) -> Judgement:
        """Take back a decision of the coder's own. Raises CaseError where it is another's, or none that stands."""
        found = next((j for j in self.mine() if j.id == judgement), None)
        if found is None:
            raise CaseError("only a decision of one's own that stands can be taken back; decide otherwise instead")
        self.decide(lambda sign: sign.withdraw(found))
        return found

    def apart(self, a: Event, b: Event) -> Judgement:
        """Decide that two events are not one."""
        return self.decide(lambda sign: sign.part(a, b))

    def told_in(self, report: str) -> list[Event]:
        """Return the events that a report tells of, as it tells of them; those rejected are left out."""
        return [e for e in self._shown.told_in(report) if e.id in self.events] if self._shown is not None else []
