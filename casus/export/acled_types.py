"""From PLOVER's types and modes, and the classes of the parties, to ACLED's event and sub-event types (acled_types.tsv)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from casus.codebook.actor_rows import read_rows

TABLE = Path(__file__).with_name("acled_types.tsv")
COLUMNS = ("type", "modes", "actor", "recipient", "event_type", "sub_event_type")
ARMED = frozenset({"state", "rebel", "militia", "external", "gunmen"})
NOBODY = "-"

DISORDER = {
    "Battles": "Political violence",
    "Explosions/Remote violence": "Political violence",
    "Violence against civilians": "Political violence",
    "Protests": "Demonstrations",
    "Riots": "Demonstrations",
    "Strategic developments": "Strategic developments",
}
_DISORDER_OF_SUB = {"Mob violence": "Political violence", "Excessive force against protesters": "Political violence; Demonstrations"}


@dataclass(frozen=True, slots=True)
class Kind:
    """An ACLED event type and sub-event type."""

    event: str
    sub: str

    @property
    def disorder(self) -> str:
        """ACLED's disorder type."""
        return _DISORDER_OF_SUB.get(self.sub, DISORDER[self.event])


@dataclass(frozen=True, slots=True)
class _Rule:
    """One line of the table."""

    type: str
    modes: frozenset[str]
    actor: frozenset[str]
    recipient: frozenset[str]
    kind: Kind

    def fits(self, type_: str, modes: frozenset[str], actors: frozenset[str], recipients: frozenset[str], *, both: bool) -> bool:
        """Whether the line speaks of such an act."""
        wanted = self.actor - {"both"}
        if self.type != type_ or ("both" in self.actor and not both):
            return False
        return _among(self.modes, modes) and _among(wanted, actors) and _among(self.recipient, recipients)


def _among(wanted: frozenset[str], found: frozenset[str]) -> bool:
    if not wanted:
        return True
    return bool(wanted & found) or (NOBODY in wanted and not found) or ("armed" in wanted and bool(ARMED & found))


@lru_cache(maxsize=1)
def _rules() -> tuple[_Rule, ...]:
    return tuple(
        _Rule(type_, frozenset(modes.split()), frozenset(actor.split()), frozenset(recipient.split()), Kind(event, sub))
        for _, (type_, modes, actor, recipient, event, sub) in read_rows(TABLE, COLUMNS)
    )


def kind_of(type_: str, modes: Iterable[str], actors: Iterable[str], recipients: Iterable[str], *, both: bool) -> Kind | None:
    """The ACLED type of an act, None where it has none. `both`: two armed sides act against each other."""
    found = frozenset(modes), frozenset(actors), frozenset(recipients)
    return next((rule.kind for rule in _rules() if rule.fits(type_, *found, both=both)), None)
