"""The machine beside the people: what their decisions say of it, of one another, and of the codebook."""

from __future__ import annotations

from typing import TYPE_CHECKING

from casus import pipeline
from casus.case.decided import Decided
from casus.codebook import Own
from casus.judge import Agreement, Evaluation, Renewed, agreement, evaluate, renewed, standing
from casus.model.picture import Picture
from casus.pipeline import texts_of

if TYPE_CHECKING:
    from casus.teach import Suggested


class Weighed(Decided):
    """A case whose machine and whose coders are compared."""

    def machine(self) -> Picture:
        """Return the picture as the machine alone draws it: no decision is obeyed."""
        return pipeline.draw(self.readings(), self.tools)

    def evaluate(self, *, coder: str | None = None) -> Evaluation:
        """Compare the machine's own events with what people, or one of them, decided."""
        machine, decided = self.machine(), standing(self.judgements(), coders=None if coder is None else [coder])
        return evaluate(machine.events, decided, texts_of(machine.readings))

    def agreement(self) -> Agreement:
        """Compare the coders of the case by the events that at least two of them decided on."""
        machine = self.machine()
        return agreement(machine.events, self.judgements(), texts_of(machine.readings))

    def renewed(self) -> list[Renewed]:
        """Return what became of each decision: whether the machine, as it reads today, agrees with it by itself."""
        machine = self.machine()
        return list(renewed(machine.events, standing(self.judgements()), texts_of(machine.readings)))

    def suggestions(self, own: Own | None = None) -> list[Suggested]:
        """Return what decisions suggest for a codebook of one's own; `own` is the one to add to. Nothing is written."""
        from casus.teach import suggestions

        return suggestions(standing(self.judgements()), self.texts(), self.tools, own)
