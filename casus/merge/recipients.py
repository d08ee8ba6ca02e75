"""Recipients of an event: whom and what its claims say it was done to, without what gives way there.

Things give way to people where people are done to, places to both; acts in words but threats are done to people and bodies alone.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from casus.codebook.goods import load_goods
from casus.codebook.kinds import is_people, is_person_role, singular
from casus.codebook.standing import load_standing
from casus.coding.places.localities import AT_A_PLACE
from casus.merge.parties import identity_of, parties_of
from casus.merge.pointing import is_thing_again, points_back
from casus.merge.sight import ANYBODY, head_word, words_of
from casus.model.actor import Party
from casus.model.claim import Claim

_BETWEEN_PARTIES = frozenset("AGREE CONSULT SUPPORT CONCEDE COOPERATE REQUEST ACCUSE REJECT PROTEST".split())
_OF_ONES_OWN = frozenset({"RETREAT", "MOBILIZE", "AGREE", "COERCE"})
_OWN = re.compile(
    r"(?:its|their|his|her)(?: own)? (?:[\w-]+ ){0,2}(?:forces?|troops|soldiers|vehicles|tanks|weapons|border|frontier|airspace)\b",
    re.IGNORECASE,
)  # fmt: skip
"""What somebody withdraws, sends or closes of his own."""
_BURNT = frozenset({"tyre", "tire", "barricade"})
"""What people burn in the street; nobody's."""
_FURTHER = re.compile(r",| and ")
_FORCES = frozenset({"military", "police", "government"})
_CURBS = frozenset({"lift-curbs", "opened-again"})
"""Senses of RETREAT that lift what weighed on things ("its ban on convoys")."""
_STRIKING = frozenset({"ASSAULT", "PROTEST"})


def done_to(claims: Sequence[Claim]) -> tuple[Party, ...]:
    """Recipients; acts in words, agreements and protests have people and bodies for them, never things ("approved a law")."""
    found = _without_pointers(_without_places(parties_of(claims, "recipients"), claims[0].type))
    if claims[0].type == "ASSAULT":
        doers = {identity_of(p) for c in claims for p in c.actors if p.id is None and p.kind == "unnamed-armed"}
        others = tuple(p for p in found if p.id is not None or identity_of(p) not in doers)
        return others or found  # "militants attacked a post; three militants and a soldier died"
    if claims[0].type in _OF_ONES_OWN:
        found = tuple(p for p in found if not (p.id is None and _OWN.match(p.evidence.words)))
    if claims[0].type == "MOBILIZE":
        found = tuple(p for p in found if p.id is not None or _is_people(p))  # "sent troops to the crossroads"
    found = tuple(p for p in found if head_word(p.name) not in _BURNT)
    table = load_standing()
    between = claims[0].type in _BETWEEN_PARTIES or claims[0].act.rule in _CURBS
    if between and not any("riot" in c.modes for c in claims):  # "threw stones at passing cars"
        return tuple(p for p in found if not table.is_thing(p))
    if claims[0].type == "COERCE":
        found = tuple(p for p in found if not (_are_goods(p) or _is_own_side(p, claims)))  # "seized two rifles"
    if claims[0].type == "COERCE" and any(map(_is_people, found)):
        return tuple(p for p in found if not table.is_thing(p))  # "searched three houses and arrested two men"
    return found


def _without_places(found: tuple[Party, ...], event_type: str) -> tuple[Party, ...]:
    """A place is struck where nobody and nothing in it is told of; no other act is done to one ("a curfew in Okoro")."""
    others = tuple(p for p in found if not p.evidence.rule.endswith(AT_A_PLACE))
    return (others or found) if event_type in _STRIKING else others


def _without_pointers(found: tuple[Party, ...]) -> tuple[Party, ...]:
    """ "Five of them", "the injured villager", "the third mayor": beside people told of otherwise they are some of these.

    "The vehicle" is the bus told of before.
    """
    others = tuple(p for p in found if not points_back(p))
    found = others if any(map(_is_people, others)) else found
    things = [p for p in found if p.id is None and not _is_people(p) and not is_thing_again(p)]
    return tuple(p for p in found if not (is_thing_again(p) and any(t.evidence.start < p.evidence.start for t in things)))


def _is_own_side(party: Party, claims: Sequence[Claim]) -> bool:
    """ "Two soldiers were hurt. Troops seized rifles from their possession": no force takes them from its own."""
    pointing = party.evidence.words.lower() in {"them", "their", "him", "his", "her"}
    return pointing and party.kind in _FORCES and any(a.kind in _FORCES for c in claims for a in c.actors)


def _are_goods(party: Party) -> bool:
    """Weapons, drugs, money and papers: taken from somebody, and nobody themselves."""
    first = words_of(_FURTHER.split(party.name)[0])
    return party.id is None and party.kind == "unknown" and load_goods().are(tuple(singular(w) for w in first))


def _is_people(party: Party) -> bool:
    head = head_word(party.name)
    return party.kind not in {"unknown", "state"} or is_people(head) or is_person_role(head) or head in ANYBODY
