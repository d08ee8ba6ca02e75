"""Spoken of: "condemned the killings" concerns whoever did them, even where only other accounts of them say who that was."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from casus.merge.group import Group
from casus.merge.parties import parties_of
from casus.merge.reconcile import telling
from casus.model.actor import Party
from casus.model.claim import Claim
from casus.resolve.anaphora import accused, is_of_fighters


def with_accused(groups: Sequence[Group]) -> list[Group]:
    """The groups of a report; acts in words that speak of one whose doers its other accounts name have these for recipients."""
    home = {c.id: (c, g) for g in groups for c in g.claims}
    return [replace(g, claims=tuple(_told(c, home) for c in g.claims)) if any(c.about for c in g.claims) else g for g in groups]


def _told(claim: Claim, home: Mapping[str, tuple[Claim, Group]]) -> Claim:
    for spoken_of, group in (home[i] for i in claim.about if i in home):
        found = accused(_doers(group), claim, spoken_of)
        if found:
            return replace(claim, recipients=found)
    return claim


def _doers(group: Group) -> tuple[Party, ...]:
    told = [c for c in telling(group.claims) if c.status != "denied" and not is_of_fighters(c)]
    return parties_of(told, "actors") or parties_of(told, "doers")
