"""Parties as ACLED names and classes them: "Military Forces of X", "Unidentified Armed Group (X)", "Civilians (X)".

ACLED adds the years of a regime to the names of forces; no report tells them, so they are left out. Forces abroad are External/Other
forces; a group that governs its country on the day is State forces there.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from casus.codebook.kinds import load_kinds
from casus.export.lands import Land, lands
from casus.export.sides import GROUPS, STATE_BODIES, governs, is_civil_word
from casus.merge.sight import head_word
from casus.model.actor import Party

INTER = {
    "state": "State forces",
    "rebel": "Rebel group",
    "militia": "Political militia",
    "gunmen": "Political militia",
    "rioters": "Rioters",
    "protesters": "Protesters",
    "civilians": "Civilians",
    "people": "Civilians",
    "person": "Civilians",
    "external": "External/Other forces",
}
_ORDER = (
    "State forces", "Rebel group", "Political militia",
    "Identity militia", "Rioters", "Protesters", "Civilians", "External/Other forces",
)  # fmt: skip
_FORCES = {"military": "Military Forces", "police": "Police Forces"}
_UNARMED = frozenset({"civilians", "ngo", "media", "institute", "company", "person", "party"})


@dataclass(frozen=True, slots=True)
class Actor:
    """A party in ACLED's terms: its class (a key of INTER), its name there, and its more exact name, where it has one."""

    group: str
    name: str
    exact: str = ""

    @property
    def inter(self) -> str:
        """ACLED's interaction code, as text."""
        return INTER[self.group]


def actor_of(party: Party, land: Land, type_: str, on: date | None) -> Actor | None:
    """A party of an act of this type in this country; None where the words do not say what it is."""
    home = lands().get(party.country or "")
    if party.kind in STATE_BODIES:
        return _force(party, land, home)
    if party.kind in GROUPS and party.id is not None:
        if governs(party, on) and home is not None:
            return Actor("state" if home == land else "external", f"Government of {home.name}", party.name)
        return Actor("militia" if party.kind == "militia" else "rebel", party.name)
    if party.kind in GROUPS | {"unnamed-armed"}:
        return Actor("gunmen", f"Unidentified Armed Group ({land.name})")
    if party.kind == "igo":
        return Actor("external", party.name)
    return _unarmed(party, land, type_) if party.kind in _UNARMED else None


def _force(party: Party, land: Land, home: Land | None) -> Actor | None:
    """A body of a state; without a country nobody says whose it is."""
    if home is None or (party.id is None and party.kind in {"state", "government"}):
        return None
    name = f"{_FORCES.get(party.kind, 'Government')} of {home.name}"
    return Actor("state" if home == land else "external", name, party.name if party.id and party.name != home.name else "")


def _unarmed(party: Party, land: Land, type_: str) -> Actor:
    exact = party.name if party.id is not None else ""
    noun = load_kinds().noun(head_word(party.name))
    if type_ == "PROTEST" or (noun is not None and "protester" in noun.flags):
        return Actor("protesters", f"Protesters ({land.name})", exact)
    if party.kind == "person":
        return Actor("person", f"Civilians ({land.name})", exact or party.name)
    group = "civilians" if party.kind != "civilians" or is_civil_word(party.name) else "people"
    return Actor(group, f"Civilians ({land.name})", exact)


def interaction(one: Actor | None, two: Actor | None) -> str:
    """Both codes in ACLED's order, "X only" for one alone."""
    codes = sorted((a.inter for a in (one, two) if a is not None), key=_ORDER.index)
    return f"{codes[0]} only" if len(codes) == 1 else "-".join(codes)
