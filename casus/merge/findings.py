"""Findings: what one property of two accounts says of whether they tell one occurrence; shared inside and across reports.

The rules are those of "One event once" (docs/codebook.md): overlapping actors (unknown matches any), compatible place chain,
means and targets that agree.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Protocol

from casus.codebook.places import LEAST_SOUND, sound
from casus.merge.sight import ANYBODY, head_word
from casus.model.actor import Party
from casus.model.place import Place

OTHER_ACTORS = "different actors"
VERBAL = frozenset("AGREE CONSULT SUPPORT CONCEDE REQUEST ACCUSE REJECT THREATEN AID SANCTION COERCE COOPERATE RETREAT".split())
SMALL = 9
"""A toll this small is shared by too many occurrences to say much."""
TOWN = 0.6
"""From here on one place in another says where it was: no province, no country."""
_SOFT = frozenset({"unknown", "unnamed-armed", "civilians", "collective", "person", "state"})


@dataclass(frozen=True, slots=True)
class Finding:
    """What one feature says of a pair: a value from -1 (against) to 1 (for), and why. `veto` forbids the merge."""

    value: float
    because: str
    veto: bool = False


def identities(parties: Sequence[Party]) -> frozenset[str]:
    """The ids of parties and of what they belong to."""
    return frozenset(i for p in parties if p.id for i in (p.id, *p.parents))


def overlap(a: Sequence[Party], b: Sequence[Party]) -> bool | None:
    """Whether two sides share an actor: True, False (both known, none shared), None (one of them is not known).

    Somebody shares with the body it belongs to ("the ministry" with "the government"), two bodies of one parent do not.
    """
    known_a, known_b = [p for p in a if p.id], [p for p in b if p.id]
    if not known_a or not known_b:
        return _same_words(a, b)
    return bool(any(p.id == q.id or p.id in q.parents or q.id in p.parents for p in known_a for q in known_b))


def _same_words(a: Sequence[Party], b: Sequence[Party]) -> bool | None:
    a, b = [p for p in a if not is_anybody(p)], [p for p in b if not is_anybody(p)]
    if not a or not b:
        return None
    if {p.name.lower() for p in a} & {p.name.lower() for p in b}:
        return True
    if {_surname(p) for p in a} & {_surname(p) for p in b} - {""}:
        return True
    return None


def is_anybody(party: Party) -> bool:
    """ "Four people", "a man": words that fit the victims and doers of any occurrence."""
    return party.id is None and head_word(party.name) in ANYBODY


def _surname(party: Party) -> str:
    """The last word of a name in capitals; a person is named in full once and by surname after."""
    last = party.name.split()[-1]
    return (
        last.lower()
        if party.kind in {"person", "unknown"} and last[:1].isalpha() and any(c.isupper() for c in last) and len(last) > 3
        else ""
    )


class Sides(Protocol):
    """What has doers and recipients: a claim, or an account of several."""

    @property
    def type(self) -> str:
        """The type of the act."""

    @property
    def actors(self) -> tuple[Party, ...]:
        """Who did it."""

    @property
    def recipients(self) -> tuple[Party, ...]:
        """To whom it was done."""


Naming = Callable[[Sequence[Party], Sequence[Party]], str]
"""The name by which a reason calls what two sides share."""


def _first_name(a: Sequence[Party], _: Sequence[Party]) -> str:
    return a[0].name


def actors(a: Sides, b: Sides, named: Naming = _first_name) -> Finding | None:
    """The doers must not be known to differ."""
    shared = overlap(a.actors, b.actors)
    if shared is False:
        if a.type == "ASSAULT" and overlap(a.actors, b.recipients) and overlap(a.recipients, b.actors):
            return Finding(0.3, "the same two sides, told from either end")
        return Finding(-1, OTHER_ACTORS, veto=True)
    return Finding(1, f"same actor: {named(a.actors, b.actors)}") if shared else None


def recipients(a: Sides, b: Sides, named: Naming = _first_name) -> Finding | None:
    """Whom it was done to: people and targets differ between accounts, two known bodies rarely; nobody strikes itself."""
    if a.type == "ASSAULT" and (_self_harm(a, b) or _self_harm(b, a)):
        return Finding(-1, "the victims of one are the doers of the other", veto=True)
    shared = overlap(a.recipients, b.recipients)
    if shared:
        return Finding(1, f"same recipient: {named(a.recipients, b.recipients)}")
    if shared is False:
        soft = a.type == "ASSAULT" and any(p.kind in _SOFT for p in (*a.recipients, *b.recipients))
        return Finding(-0.3 if soft else -1, "different recipients", veto=not soft and a.type in VERBAL)
    return None


def _self_harm(a: Sides, b: Sides) -> bool:
    """Whether `b`, told without its doer, befell the doer of `a`."""
    return not b.actors and overlap(a.actors, b.recipients) is True and overlap(a.recipients, b.recipients) is not True


_QUARTER = re.compile(r"([A-Z][\w'’-]*(?: [A-Z][\w'’-]*)*) (?:quarter|district|neighbou?rhood|suburb|area) (?:of|in) ")


def _quarter(place: Place) -> str:
    """The part of a town the words name, where only the town is known: "Hamra" of "Hamra quarter of Beirut"."""
    found = _QUARTER.search(place.evidence.words)
    return found[1] if found is not None and found[1] not in place.name else ""


def is_vague(place: Place | None) -> bool:
    """Whether a place is not known at all, or no more exactly than a province."""
    return place is None or (place.precision_ucdp or 0) >= 4


def place_finding(a: Place | None, b: Place | None) -> Finding | None:
    """What two places say of a pair: the same, one in the other, apart, or nothing where one is vague."""
    if a is None or b is None or not (a.name and b.name):
        return None
    first, second = (_quarter(p) for p in (a, b))
    if a.id == b.id and first and second and sound(first) != sound(second):
        return Finding(-1, f"different quarters of {a.name}: {first}, {second}", veto=True)
    if (a.id and a.id == b.id) or a.name.lower() == b.name.lower() or _sound_alike(a, b):
        return Finding(1, f"same place: {a.name}")
    wide = b if _lies_in(a, b) else a if _lies_in(b, a) else None
    if wide is not None:
        value = 0.6 if (wide.precision_ucdp or 0) <= 3 else 0.3 if (wide.precision_ucdp or 0) <= 5 else 0.1
        return Finding(value, f"{a.name} and {b.name}: one lies in the other")
    if not (a.id and b.id):
        return None
    vague = max(a.precision_ucdp or 0, b.precision_ucdp or 0) >= 5
    if vague and a.country == b.country:
        return None
    return Finding(-1, f"different places: {a.name}, {b.name}", veto=not vague)


def _sound_alike(a: Place, b: Place) -> bool:
    """Two spellings of one name, where the gazetteer knows at most one of them."""
    return not (a.id and b.id) and len(sound(a.name)) >= LEAST_SOUND and sound(a.name) == sound(b.name)


def _lies_in(narrow: Place, wide: Place) -> bool:
    return wide.name in narrow.within or (wide.is_wide and wide.country is not None and wide.country == narrow.country)


_MEANS_ALIKE: tuple[frozenset[str], ...] = (
    frozenset({"aerial", "explosives", "drone"}), frozenset({"explosives", "heavy-weapons"}), frozenset({"explosives", "suicide-attack"}),
    frozenset({"suicide-attack", "vehicle"}), frozenset({"explosives", "vehicle"}), frozenset({"firearms", "assassination"}),
)  # fmt: skip
"""Means one report may call by another's name: bombs are dropped from the air."""


def means_finding(a: frozenset[str], b: frozenset[str]) -> Finding | None:
    """What two sets of means say of a pair."""
    if not a or not b:
        return None
    if a & b:
        return Finding(1, f"same means: {', '.join(sorted(a & b))}")
    if {"destroy", "abduct"} & (a | b) or any(a & kind and b & kind for kind in _MEANS_ALIKE):
        return None
    return Finding(-0.8, "different means")


def target_finding(a: frozenset[str], b: frozenset[str]) -> Finding | None:
    """What two sets of targets say of a pair."""
    if not a or not b:
        return None
    if a & b:
        return Finding(1, f"same target: {', '.join(sorted(a & b))}")
    return Finding(-0.5, f"different targets: {', '.join(sorted(a))}; {', '.join(sorted(b))}")
