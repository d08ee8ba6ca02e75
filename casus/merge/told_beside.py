"""Told beside: who tells again, right after it, of an attack that is printed once, is one more voice of it.

"The army had shelled the camp, residents said. A local group said nine were killed. Two medics gave a lower figure.": the accounts that may
tell what is told already are no events of their own (one_occurrence.py), but who gives them has spoken of the attack told last.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from casus.merge.group import Group
from casus.merge.one_occurrence import is_doubted
from casus.model.claim import Claim, Source
from casus.resolve.accounts import is_attack
from casus.resolve.mentions import is_mention

_REACH, _FAR = 2, 6
"""How many sentences back the attack may stand: of those learned from, four in five were it; farther back if none other is told before."""
_LEAD = 3
"""A report opens with what is told in so many of its first sentences, its title among them."""
Told = Sequence[tuple[Claim, int]]
"""The printed attacks of a report, each with the number of its group."""
_ANOTHER = re.compile(r"\b(?:first|second|third|fourth|fifth|another|other|separate|earlier|later)\b", re.IGNORECASE)


def with_tellers_beside(groups: Sequence[Group]) -> list[Group]:
    """The groups of a report; the attack told last before an account that may tell it again has that account's voices besides."""
    told = [(c, k) for k, g in enumerate(groups) for c in g.claims if is_attack(c)]
    heard: dict[str, tuple[Source, ...]] = {}
    for claim in (c for g in groups for c in g.claims if _tells_again(c)):
        last = _told_last(claim, told)
        if last is not None:
            heard[last.id] = (*heard.get(last.id, ()), *(s for s in claim.sources if s.stance != "no-comment" and s.name != "unnamed"))
    for claim in (c for c, _ in told if c.after):
        heard[claim.id] = (*heard.get(claim.id, ()), *(s for s in claim.after if _is_only_one(told, s.evidence.start)))
    for id_, source in _vouching(groups, told, heard):
        heard[id_] = (*heard.get(id_, ()), source)
    if not heard:
        return list(groups)
    return [replace(g, claims=tuple(_heard(c, heard.get(c.id, ())) for c in g.claims)) for g in groups]


def _vouching(groups: Sequence[Group], told: Told, heard: Mapping[str, Sequence[Source]]) -> Iterator[tuple[str, Source]]:
    """Each voice that likely vouches for a printed attack and for nothing else that is printed, with the claim of the likeliest."""
    taken = {s.evidence.start for sources in heard.values() for s in sources}
    taken |= {s.evidence.start for g in groups for c in g.claims if any(d.certain for d in g.claims) for s in (*c.sources, *c.besides)}
    ranked = sorted(((n.odds, -c.act.start, c.id, n.source) for c, _ in told for n in c.near), key=lambda r: r[:3], reverse=True)
    for _, _, id_, source in ranked:
        if source.evidence.start not in taken:
            taken.add(source.evidence.start)
            yield id_, source


def _is_only_one(told: Told, at: int) -> bool:
    """Whether what is told before a place of the text tells of one attack, that the report opens with, and not only by its name."""
    before = [(c, k) for c, k in told if c.act.start < at]
    opens = any(c.sentence < _LEAD for c, _ in before)
    return opens and len({k for _, k in before}) == 1 and not all(is_mention(c) for c, _ in before)


def _tells_again(claim: Claim) -> bool:
    """Whether an account is kept back for what is told already, on somebody's word and as no other occurrence."""
    if claim.type != "ASSAULT" or not is_doubted(claim):
        return False
    return bool(claim.sources) and claim.layer == "news" and _ANOTHER.search(claim.act.words) is None


def _told_last(claim: Claim, told: Told) -> Claim | None:
    """The printed attack told last before an account, or beside it; None where who tells it tells what he did himself."""
    if {p.id for p in claim.actors if p.id} & {s.id for s in claim.sources}:
        return None
    reach = _FAR if _is_only_one(told, claim.act.start) else _REACH
    before = [c for c, _ in told if c.layer == "news" and 0 <= claim.sentence - c.sentence <= reach and c.act.start < claim.act.start]
    return max(before, key=lambda c: c.act.start, default=None)


def _heard(claim: Claim, voices: Sequence[Source]) -> Claim:
    return replace(claim, besides=(*claim.besides, *voices)) if voices else claim
