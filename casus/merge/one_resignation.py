"""One resignation: a person called by name resigns once, wherever a report comes back to it."""

from __future__ import annotations

from casus.merge.one_death import is_called_by_name, is_same_person
from casus.merge.sight import is_dated
from casus.model.claim import DONE, Claim

_RESIGN = "resign"


def one_resignation(a: Claim, b: Claim) -> str:
    """The name of the one person who both acts tell resigned, not on two days; "" where they tell of none."""
    if a.act.rule != _RESIGN or b.act.rule != _RESIGN or not {a.status, b.status} <= DONE:
        return ""
    if is_dated(a) and is_dated(b) and a.date != b.date:
        return ""
    pairs = ((p, q) for p in a.actors for q in b.actors if is_called_by_name(p) and is_called_by_name(q))
    return next((min(p.name, q.name) for p, q in pairs if is_same_person(p, q)), "")
