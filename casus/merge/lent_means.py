"""Lent means: an attack whose accounts leave its means open has those of the accounts held back since it may be what they tell.

"Gunmen stormed a camp, killing two. ... They opened fire without warning, a guard said.": who tells again is no event of its own
(one_occurrence.py), but the shots are those of the attack.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from casus.merge.group import Group
from casus.merge.one_occurrence import is_doubted, may_repeat
from casus.model.claim import Claim

_LENT = frozenset({"firearms", "explosives", "heavy-weapons", "aerial", "drone", "suicide-attack"})
_AIMS = frozenset({"targeted"})


def with_means_told_again(groups: Sequence[Group]) -> list[Group]:
    """The groups of a report; an attack without means has those of every account that may tell it again, if they name one and the same."""
    held = [c for g in groups for c in g.claims if is_doubted(c) and _LENT & {*c.modes}]
    return [_lent(g, [c for c in held if any(may_repeat(c, told) for told in g.claims)]) for g in groups] if held else list(groups)


def _lent(group: Group, held: Sequence[Claim]) -> Group:
    first = next((c for c in group.claims if c.certain and not c.heading), None)
    means = {tuple(m for m in c.modes if m in _LENT) for c in held}
    if first is None or first.type != "ASSAULT" or len(means) != 1 or any({*c.modes} - _AIMS for c in group.claims):
        return group
    why = f"told again with them: “{held[0].act.words}”"
    given = replace(first, modes=(*first.modes, *next(iter(means)))).because("modes", why)
    return replace(group, claims=tuple(given if c is first else c for c in group.claims))
