"""One death: a person called by name dies once, however often, and of whatever days, a report tells of it."""

from __future__ import annotations

import re

from casus.merge.sight import words_of
from casus.model.actor import Party
from casus.model.claim import Claim

_TO_COME: frozenset[str] = frozenset({"planned", "threatened"})
_CALLINGS: frozenset[str] = frozenset({"media", "government", "police", "military", "ngo", "party"})
"""Kinds that a person told with a calling may have ("journalist Ana Ruiz")."""
_DYING = re.compile(
    r"\b(?:kill|murder|assassinat|slay|slain|execut|lynch|slaughter|die[ds]?\b|death|dead\b|fatal|gunned down|behead)", re.IGNORECASE
)
_NAME = re.compile(r"\b[A-Z][\w-]+")
_IS_NAME = re.compile(r"(?:[\w.-]+ )*(?:[a-z]{1,2}-)?[A-Z][\w-]+(?:,|$)")
"""A name to its end, perhaps with an age behind it: no "Red Cross workers", no "Khan's brother"."""


def one_death(a: Claim, b: Claim) -> str:
    """The name of the one person whose killing both acts tell, "" where they tell of none."""
    if a.type != "ASSAULT" or b.type != "ASSAULT" or not (_tells_death(a) and _tells_death(b)):
        return ""
    pairs = ((p, q) for p in _named(a) for q in _named(b))
    return next((min(p.name, q.name) for p, q in pairs if is_same_person(p, q)), "")


def _tells_death(claim: Claim) -> bool:
    """Whether an act, told as done, killed one: its words say so, or it has one dead."""
    if claim.aggregate or claim.status in _TO_COME or claim.heading or (claim.killed is not None and claim.killed.best != 1):
        return False
    return _DYING.search(claim.act.words) is not None or bool(claim.killed and claim.killed.best)


def _named(claim: Claim) -> list[Party]:
    """Those it befell who are called by name here, and not only as somebody's kin or men, or as a body."""
    return [p for p in claim.recipients if is_called_by_name(p)]


def is_called_by_name(party: Party) -> bool:
    """Whether a party is one person, named here."""
    person = party.kind == "person" or (party.kind in _CALLINGS and party.id is None)
    return person and _IS_NAME.match(party.name) is not None and _NAME.search(party.evidence.words) is not None


def is_same_person(p: Party, q: Party) -> bool:
    """Whether two names are of one person: one all in the other, and in full at least once, for a town may go by one word."""
    if p.id is not None and q.id is not None:
        return p.id == q.id
    one, other = (frozenset(words_of(" ".join(_NAME.findall(x.name)))) for x in (p, q))
    return len(one | other) > 1 and (one <= other or other <= one) and bool(one and other)
