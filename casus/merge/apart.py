"""Apart: what may set two accounts of different reports apart though side, day and city agree; such pairs stay undecided.

Two attacks in one city in one week differ in whom they hit, in what was hit, and in the quarter; so may two accounts of one
attack. Only a story told at length outweighs a place or a target that differs; a person decides the rest.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Protocol

from casus.codebook.places import sound
from casus.merge.another import OUTLAWS
from casus.merge.findings import overlap
from casus.merge.sight import ANYBODY, head_word
from casus.model.actor import Party

_ACRONYM = re.compile(r"\b[A-Z]{2,}[A-Z0-9]*\b")
_INITIAL = re.compile(r"\b\w")
_COUNTED = re.compile(
    r"^(?:at least |some |about )?(?:\d+|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|dozens?)\b", re.IGNORECASE
)
_GUARDS = frozenset({"police", "military"})
_PUBLIC = frozenset({"civilians", "person", "media"})

_KIN = frozenset(
    "cousin brother sister husband wife father mother son daughter nephew uncle aunt boyfriend girlfriend neighbour neighbor".split()
)
_ANY_ARMED = frozenset({"attacker", "assailant", "killer", "murderer", "sniper", "hitman", "stabber", "motorcyclist"})


class Sides(Protocol):
    """What an account shows of who met whom, and at what cost."""

    @property
    def type(self) -> str:
        """The type of the act."""

    @property
    def victims(self) -> frozenset[str]:
        """First and last names of those it was done to."""

    @property
    def actors(self) -> tuple[Party, ...]:
        """Who did it."""

    @property
    def recipients(self) -> tuple[Party, ...]:
        """To whom it was done."""

    @property
    def named(self) -> frozenset[str]:
        """Surnames of those named in full."""

    @property
    def killed(self) -> frozenset[int]:
        """The figures given of the dead."""

    @property
    def injured(self) -> frozenset[int]:
        """The figures given of the wounded."""

    @property
    def captured(self) -> frozenset[int]:
        """The figures given of those taken."""


def apart(a: Sides, b: Sides, *, at_length: bool = False, known: frozenset[str] = frozenset()) -> Iterator[str]:
    """What speaks for two occurrences, in words; nouns for people differ in reports that tell one story `at_length`.

    `known`: the people both reports name; one of them may be the victim in one and no more than mentioned in the other.
    """
    if not at_length:
        yield from _other_people(a, b)
        yield from _other_doers(a, b)
        yield from _kin_or_outlaws(a, b)
    if _is_of_one(a) and _is_of_one(b) and not {name.split()[-1] for name in known} & {name.lower() for name in a.named | b.named}:
        yield from _other_victim(a, b)
    if _is_harm(a) and _is_harm(b) and _reversed(a, b):
        yield "those who struck in one were struck in the other"
    if _other_acronym(a.actors, b.actors) or _other_acronym(b.actors, a.actors):
        yield "doers of different names"


def taken_apart(a: Sides, b: Sides, *, one_day: bool) -> Iterator[str]:
    """What speaks for two takings of people: other names on both sides, or other figures where the two give no `one_day`."""
    first, second = (sorted({p.name.split()[-1] for p in side.recipients if p.kind == "person"}) for side in (a, b))
    if first and second and not {sound(n) for n in first} & {sound(n) for n in second}:
        yield f"different people taken: {first[0]}; {second[0]}"
    if not one_day and a.captured and b.captured and not a.captured & b.captured:
        yield f"different figures of those taken: {max(a.captured)}; {max(b.captured)}"


def named_apart(a: Sides, b: Sides) -> Iterator[str]:
    """ "Ana Ruiz was charged", "Omar Sabri was charged": each names in full whom it befell, one person, and no name is both's."""
    alone = all(max(x.killed | x.injured | x.captured, default=1) == 1 for x in (a, b))
    if alone and a.victims and b.victims and not {sound(n.split()[-1]) for n in a.victims} & {sound(n.split()[-1]) for n in b.victims}:
        yield f"different people: {min(a.victims)}; {min(b.victims)}"


def _is_of_one(side: Sides) -> bool:
    """Whether one person is harmed, as far as the figures tell."""
    return side.killed | side.injured == {1}


def _is_harm(side: Sides) -> bool:
    return bool(side.killed or side.injured or side.captured)


def _other_victim(a: Sides, b: Sides) -> Iterator[str]:
    if a.named and b.named and not {sound(n) for n in a.named} & {sound(n) for n in b.named}:
        yield f"different victims: {max(a.named)}; {max(b.named)}"
    first, second = ({p.kind for p in side.recipients} & (_GUARDS | _PUBLIC) for side in (a, b))
    if first and second and not (first & _GUARDS and second & _GUARDS) and not (first & _PUBLIC and second & _PUBLIC):
        yield "different victims: an officer, a civilian"


def _other_people(a: Sides, b: Sides) -> Iterator[str]:
    """ "Four officers" and "four pilgrims": victims counted under nouns that differ, where neither says just people."""
    if overlap(a.recipients, b.recipients):
        return
    one, other = ({head_word(p.evidence.words) for p in x.recipients if _COUNTED.search(p.evidence.words)} for x in (a, b))
    if one and other and not one & other and not (one | other) & ANYBODY:
        yield f"different victims: {max(one)}; {max(other)}"


def _other_doers(a: Sides, b: Sides) -> Iterator[str]:
    """ "Robbers" and "his cousins": doers without a name under nouns that differ, neither just armed or just people."""
    sides = [[p for p in x.actors if p.id is None and p.kind != "unnamed-armed" and p.name[:1].islower()] for x in (a, b)]
    one, other = ({head_word(p.name) for p in side} for side in sides)
    alone = all(len(side) == len(x.actors) for side, x in zip(sides, (a, b), strict=True))
    if alone and one and other and not one & other and not (one | other) & ANYBODY:
        yield f"doers of different names: {max(one)}; {max(other)}"


def _kin_or_outlaws(a: Sides, b: Sides) -> Iterator[str]:
    """ "His cousins" in one, "robbers" in the other: a feud is no robbery; "gunmen" may be anybody."""
    for one, other in ((a, b), (b, a)):
        kin, outlaws = ({head_word(p.name) for p in x.actors if p.id is None} for x in (one, other))
        armed = outlaws - ANYBODY - _ANY_ARMED if all(p.kind == "unnamed-armed" for p in other.actors) else set()
        if kin and kin <= _KIN and armed and armed == outlaws:
            yield f"doers of different names: {max(kin)}; {max(outlaws)}"


def _reversed(a: Sides, b: Sides) -> bool:
    """Whether each side is doer in one and harmed in the other, by name or, where unnamed, as guards and outlaws."""
    if overlap(a.actors, b.recipients) and overlap(a.recipients, b.actors):
        return True
    return any(
        {p.kind for p in side.actors} <= _GUARDS and {p.kind for p in side.recipients} <= OUTLAWS
        and {p.kind for p in other.actors} <= OUTLAWS and {p.kind for p in other.recipients} <= _GUARDS
        for side, other in ((a, b), (b, a))
        if side.actors and side.recipients and other.actors and other.recipients
    )  # fmt: skip


def _other_acronym(unknown: Sequence[Party], known: Sequence[Party]) -> bool:
    """Whether doers nobody resolved are called by an acronym that no doer of the other account can have."""
    short = {m[0] for p in unknown if p.id is None for m in _ACRONYM.finditer(p.name)}
    if not short or not known or any(p.id is None for p in known):
        return False
    names = {"".join(_INITIAL.findall(p.name)).upper() for p in known} | {w for p in known for w in p.name.split()}
    return not short & names
