"""Both sides: of a fight, those who fought are its doers, also where the words name them only as its dead.

"Four rebels were killed in a gun battle with the army": rebels and the army fought, and the rebels are whom it befell. Only the side that
nobody names as a doer is added, and only people who bear arms: soldiers of the side that is named are its losses, a passer-by fought none.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from casus.codebook.kinds import load_kinds
from casus.coding.numbers import first_number
from casus.merge.another import GUARDS, OUTLAWS
from casus.merge.parties import identity_of, parties_of
from casus.merge.sight import head_word
from casus.model.actor import Party
from casus.model.claim import Claim

FIGHTS = frozenset({"firefight", "clash", "fighting"})
"""The senses of what two sides do to each other."""
_FOUGHT = frozenset({"suspect", "gangster", "smuggler", "trafficker", "poacher", "rustler"})
"""People who are no armed group, but whom forces fight."""


def doers_of(claims: Sequence[Claim]) -> tuple[Party, ...]:
    """Who did it, in a fight both sides; where no words say who did it, who did what it is told as part of."""
    doers = parties_of(claims, "actors") or parties_of(claims, "doers")
    if not any(_is_fight(c) for c in claims):
        return doers
    return tuple(_without_losses([*doers, *_others(doers, parties_of(claims, "recipients"))]))


def _without_losses(doers: Sequence[Party]) -> Iterator[Party]:
    """Beside their own side, told of as such, so many of it ("two policemen" beside the police) are its losses."""
    for party in doers:
        side = next((s for s in (GUARDS, OUTLAWS) if party.kind in s), frozenset[str]())
        whole = any(p.kind in side and not _is_some_of_a_side(p) for p in doers)
        if not (whole and _is_some_of_a_side(party) and "hurt in" in (party.reason or "")):
            yield party


def _is_some_of_a_side(party: Party) -> bool:
    """Men counted or called by name, whom no table knows."""
    return party.id is None and (first_number(party.evidence.words) is not None or _is_one_of_a_force(party))


def _is_fight(claim: Claim) -> bool:
    """Whether a claim tells of a fight, or of people killed in one."""
    return claim.act.rule in FIGHTS or any(_is_of_fight(p) for p in claim.actors)


def _is_of_fight(party: Party) -> bool:
    return party.evidence.rule.split(":")[0] in FIGHTS


def _others(doers: Sequence[Party], struck: Sequence[Party]) -> Iterator[Party]:
    """Those struck that are of the side no doer is of: groups against forces, forces against groups."""
    armed = [p for p in struck if p.kind in GUARDS | OUTLAWS]
    named = {identity_of(p) for p in doers}
    yield from (_as_doer(p) for p in armed if _is_of_fight(p) and identity_of(p) not in named)
    for forces, groups in ((GUARDS, OUTLAWS), (OUTLAWS, GUARDS)):
        if any(p.kind in forces for p in (*doers, *armed)) and not any(p.kind in groups for p in doers):
            fought = (p for p in struck if p.kind in groups or (groups is OUTLAWS and head_word(p.name) in _FOUGHT))
            yield from (_as_doer(p) for p in fought if identity_of(p) not in named and not _is_of_fight(p) and not _is_one_of_a_force(p))


def _is_one_of_a_force(party: Party) -> bool:
    """ "A soldier", "Sub Inspector Ali Khan" hurt in a fight: not the army or the police that fought it."""
    if party.id is not None or party.kind not in GUARDS:
        return False
    return party.evidence.words.lower().startswith(("a ", "an ", "one ")) or _is_called_by_name(party.name)


def _is_called_by_name(name: str) -> bool:
    """Whether somebody goes by a name whose last word tells no body ("Ali Khan", not "Frontier Corps")."""
    words = name.split()
    named = len(words) > 1 and all(w[:1].isupper() for w in words)
    return named and load_kinds().noun(words[-1].lower()) is None and not words[-1].endswith("s")


def _as_doer(party: Party) -> Party:
    why = "one side of the fight it was hurt in"
    return replace(party, evidence=party.evidence.as_field("actor"), reason=f"{party.reason}; {why}" if party.reason else why)
