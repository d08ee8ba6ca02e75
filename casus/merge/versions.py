"""Versions: accounts of one attack in which two voices contradict each other; neither is told already by the other.

"The army said it killed 20 rebels in an air raid. Villagers said jets hit a school and killed 11 pupils. The army denied hitting pupils."
"""

from __future__ import annotations

from collections.abc import Sequence

from casus.merge.another import GUARDS, OUTLAWS
from casus.merge.sight import head_word
from casus.model.claim import Claim, Source
from casus.resolve.denials import same_body

_SO_MANY = frozenset("person people body corpse dead victim casualty one other man number".split())
"""Nouns by which any voice may count any dead."""


def is_another_version(told: Sequence[Claim], claims: Sequence[Claim]) -> bool:
    """Whether an act is told by another voice, as harm to other people, than each account that counts the dead or owns up to the deed."""
    counted, rivals = ([c for c in side if c.killed is not None and c.certain and not c.heading] for side in (told, claims))
    counted = counted or [c for c in told if c.certain and not c.heading and _tells_own_deed(c)]
    return bool(counted and rivals) and all(_are_against(a, b) for a in counted for b in rivals)


def _are_against(a: Claim, b: Claim) -> bool:
    """Whether two voices count other dead by other nouns, not both armed; or the report the one's, and whoever did it armed men instead."""
    one, other = (_struck(c) for c in (a, b))
    figures = {c.killed.best if c.killed is not None else None for c in (a, b)}
    if len(figures) < 2 or not one or not other or one & other:
        return False
    armed = [any(p.kind in GUARDS | OUTLAWS for p in c.recipients) for c in (a, b)]
    justified = not a.sources and _tells_own_deed(b) and armed == [False, True]
    one_voice, other_voice = ({s.name for s in c.sources if s.stance != "denies"} for c in (a, b))
    return justified or (bool(one_voice and other_voice) and not one_voice & other_voice and not all(armed))


def _struck(claim: Claim) -> frozenset[str]:
    return frozenset(head_word(p.evidence.words) for p in claim.recipients) - _SO_MANY - {""}


def _tells_own_deed(claim: Claim) -> bool:
    """Whether those who tell of an act say they did it ("the army said it shelled trenches")."""
    return claim.status == "attributed" and all(any(_is_one(s, p.id, p.name) for p in claim.actors) for s in claim.sources)


def owns_to_it(claims: Sequence[Claim]) -> bool:
    """Whether whoever denies something of an act tells himself that he did it: he denies only what others say of it."""
    deniers = [s for c in claims if c.status == "denied" for s in c.sources if s.stance == "denies"]
    own = [s for c in claims if c.status == "attributed" and c.actors for s in c.sources if s.stance in {"asserts", "admits"}]
    return bool(deniers) and all(any(_is_one(d, s.id, s.name) for s in own) for d in deniers)


def _is_one(source: Source, actor_id: str | None, name: str) -> bool:
    return (source.id is not None and source.id == actor_id) or same_body(name, source.name)
