"""Who vouches for an attack, by the encoder of tellings: of those who speak near it, whom it finds likelier than not to be its voice.

"Two mortars hit the market. The mayor said the stalls had been full.": the words of a saying need not point to the attack. Whether such a
voice is printed is seen where it is known which attacks are (casus/merge/told_beside.py): where it vouches for nothing else.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from casus.model.claim import Claim, Near, Source
from casus.resolve.denials import same_body
from casus.resolve.likely_parties import Roles

POINTING, BARE = 0.0, 0.5
"""The least odds (log) with which somebody vouches for an attack whose words point to one, and whose words do not; of a hundred such in
reports that the encoder had not seen eighty-five did."""
_Voices = Mapping[int, tuple[Source, float]]
"""Who speaks, by where the words that name him begin, with the odds that he needs."""


def with_likely_voices(claims: Sequence[Claim], pointing: Iterable[Source], roles: Roles) -> tuple[Claim, ...]:
    """The claims of a report, each attack with who likely vouches for it besides its voices; `pointing` are who speak of one."""
    voices = {s.evidence.start: (s, BARE) for c in claims for s in (*c.sources, *c.besides) if _vouches(s)}
    voices |= {s.evidence.start: (s, POINTING) for s in pointing if _vouches(s)}
    return tuple(_heard(c, voices, roles) if c.type == "ASSAULT" and not c.heading else c for c in claims)


def _vouches(source: Source) -> bool:
    return source.name != "unnamed" and source.stance not in {"denies", "no-comment"}


def _heard(claim: Claim, voices: _Voices, roles: Roles) -> Claim:
    own = [name for s in (*claim.sources, *claim.besides, *claim.silent) for name in (s.name, *s.chain)]
    others = ((v, least) for v, least in voices.values() if not any(v.name == name or same_body(v.name, name) for name in own))
    found = ((v, least, roles.odds(claim, v.evidence, "sources")) for v, least in others if not roles.is_well_before(claim, v.evidence))
    near = tuple(Near(v, round(100 * odds)) for v, least, odds in found if odds is not None and odds >= least)
    return replace(claim, near=near) if near else claim
