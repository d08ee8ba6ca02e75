"""One death: a person called by name dies once, however often, and of whatever days, a report tells of it."""

from __future__ import annotations

import re

from casus.merge.sight import words_of
from casus.model.actor import Party
from casus.model.claim import Claim

_TO_COME: frozenset[str] = frozenset({"planned", "threatened"})
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
    return next((min(p.name, q.name) for p, q in pairs if _is_same(p, q)), "")


def _tells_death(claim: Claim) -> bool:
    """Whether an act, told as done, killed: its words say so, or it has somebody dead."""
    if claim.aggregate or claim.status in _TO_COME or claim.heading:
        return False
    return _DYING.search(claim.act.words) is not None or bool(claim.killed and claim.killed.best)


def _named(claim: Claim) -> list[Party]:
    """Those it befell who are called by name here, and not only as somebody's kin or men, or as a body."""
    people = (p for p in claim.recipients if p.id is None or p.kind == "person")
    return [p for p in people if _IS_NAME.match(p.name) and _NAME.search(p.evidence.words)]


def _is_same(p: Party, q: Party) -> bool:
    if p.id is not None and q.id is not None:
        return p.id == q.id
    one, other = (frozenset(words_of(" ".join(_NAME.findall(x.name)))) for x in (p, q))
    return bool(one and other) and (one <= other or other <= one)
