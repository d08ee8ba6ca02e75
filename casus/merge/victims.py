"""Victims: who was only told to be harmed in an act does not say whether two acts are one; what was struck, and by whom, does."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from casus.coding.harm.victims import FIGURE, HARMED
from casus.merge.group import Group
from casus.model.claim import Claim


def without_victims(claim: Claim) -> Claim:
    """The claim with those recipients alone whom its own verb names; itself, where it has no others."""
    struck = tuple(p for p in claim.recipients if p.evidence.rule not in {HARMED, FIGURE})
    return claim if len(struck) == len(claim.recipients) else replace(claim, recipients=struck)


def with_victims(group: Group, whole: Mapping[str, Claim]) -> Group:
    """The group with all whom its claims were done to; `whole` holds, by id, those that lost recipients."""
    if not whole:
        return group
    return replace(group, claims=tuple(replace(c, recipients=whole[c.id].recipients) if c.id in whole else c for c in group.claims))
