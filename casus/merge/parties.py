"""Parties of an event: each of those its claims name once, by the first wording that identified them.

People named or counted only loosely ("the victims", "four people") give way to those they may be; never to a thing, nor to as many others.
A figure without a noun gives way to anybody and anything.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from casus.codebook.kinds import is_people, is_person_role, is_thing, singular
from casus.coding.harm.victims import FIGURE
from casus.coding.numbers import first_number
from casus.merge.another import OUTLAWS
from casus.merge.sight import ANYBODY, THESE, head_word, words_of
from casus.model.actor import Party
from casus.model.claim import Claim
from casus.model.count import Count

_FULL_NAME = re.compile(r"^([A-Z][\w’'-]+)(?: [A-Z][\w’'.-]*)* ([A-Z][\w’'-]+)(?:,? \(?\d+\)?)?$")
"""A first and a last name, with an age behind them or not."""
_COUNTED = frozenset({"other", "people", "person"})
"""Those so called are the same only where they are as many."""
_SEVERAL = frozenset("people police personnel crew group family crowd staff troops wounded injured dead".split())
_TAKEN_FOR = frozenset({"unnamed-armed", "armed-group", "civilians", "unknown"})
"""What voices differ on; a body's own dead ("two soldiers") are others."""


def identity_of(party: Party) -> str:
    """Who a party is: its id, or else a person's first and last name, how many others, or the noun of its words."""
    if party.id:
        return party.id
    full = _FULL_NAME.match(party.name)
    if full is not None:
        return f"{full[1]} {full[2]}".lower()
    head = head_word(party.name)
    if _is_figure(party) or head in _COUNTED:
        return f"{first_number(party.evidence.words)} {'other' if head == 'other' else 'people'}"
    return head


def parties_of(claims: Sequence[Claim], role: str) -> tuple[Party, ...]:
    """Each identity once, the first wording that identified it, one that does not only suspect it before one that does.

    A body gives way to a more exact part of itself.
    """
    kept: dict[str, Party] = {}
    for claim in claims:
        for party, who in _told_apart(getattr(claim, role)):
            known = kept.setdefault(who, party)
            if known.suspected and not party.suspected:
                kept[who] = party
    parties = list(kept.values())
    broad = {parent for p in parties if p.kind in {"military", "government", "police"} for parent in p.parents}
    named = any(p.id for p in parties)
    clear = [p for p in parties if p.id not in broad and not (named and p.id is None and _is_echo(p)) and not _is_told_before(p, parties)]
    beside = [p for c in claims for p in getattr(c, role) if len(getattr(c, role)) > 1]
    clear = [p for p in clear if not any(_opens(p, other) or _goes_on(p, other) for other in clear)]
    clear = [p for p in clear if not _is_figure(p)] or clear  # "12 people" say no more than the figures beside anybody or anything
    told = [p for p in clear if p.id is not None or head_word(p.name) not in ANYBODY or p in beside]
    others = [p for p in clear if p not in told and not any(_may_be(p, q) for q in told)]
    kept_others = [p for k, p in enumerate(others) if not any(_may_be(p, q) for q in others[:k])]
    out = [p for p in clear if p in told or p in kept_others]
    anybody = sorted((p for p in out if p.id is None and head_word(p.name) in ANYBODY), key=lambda p: head_word(p.name) == "body")
    tolls = [_toll_of(p, claims) for p in anybody]
    rivals = [p for k, p in enumerate(anybody) if any(_is_rival(tolls[k], tolls[j]) for j in range(k))]
    umbrellas = [t for p, t in zip(anybody, tolls, strict=True) if p not in rivals]
    called = [p for p in out if p not in anybody and _is_called(p) and any(_is_rival(_toll_of(p, claims), t) for t in umbrellas)]
    return tuple(p for p in out if p not in rivals and p not in called)


def _is_called(party: Party) -> bool:
    """Dead that somebody counts and calls by what he takes them for ("about 20 militants", "12 civilians")."""
    return party.id is None and _number(party) is not None and party.kind in _TAKEN_FOR


def _told_apart(parties: Sequence[Party]) -> Iterator[tuple[Party, str]]:
    """Parties of one claim with who they are; of one noun and another number, others ("two soldiers died, one soldier was hurt")."""
    seen: dict[str, int | None] = {}
    for party in parties:
        who, number = identity_of(party), _number(party)
        others = party.id is None and who in seen and number is not None and seen[who] not in {None, number}
        seen.setdefault(who, number)
        yield party, f"{number} {who}" if others else who


def _toll_of(party: Party, claims: Sequence[Claim]) -> tuple[str, tuple[str, str]] | None:
    """Which harm the figure in a party's words counts, and whose figure it is: its report and first source."""
    for claim in claims:
        for field in ("killed", "injured"):
            count: Count | None = getattr(claim, field)
            words = count.evidence if count is not None else None
            own = words is not None and words.report == party.evidence.report
            if own and words is not None and words.start < party.evidence.end and party.evidence.start < words.end:
                return field, (claim.report, claim.sources[0].name if claim.sources else "")
    return None


def _is_rival(a: tuple[str, tuple[str, str]] | None, b: tuple[str, tuple[str, str]] | None) -> bool:
    """Two voices' figures of the same harm ("45 bodies", "87 civilians"): they count the same dead, and are told among the figures."""
    return a is not None and b is not None and a[0] == b[0] and a[1] != b[1]


def _is_figure(party: Party) -> bool:
    """Whether a party is only so many people ("12 people", "19 injured")."""
    return party.evidence.rule == FIGURE


def _opens(party: Party, other: Party) -> bool:
    """Whether a party goes by the first words of another: "court judge" beside "court judge Ali Hale"."""
    longer = other.name.startswith(f"{party.name} ")
    return party.id is None and longer and other.name[len(party.name) + 1].isupper()


def _goes_on(party: Party, other: Party) -> bool:
    """ "Ruiz" beside "Ana Ruiz" or "a clerk, Ana Ruiz": the last name alone is the person named in full."""
    if party.id is not None or other.id is not None:
        return False
    full = _FULL_NAME.match(other.name)
    before = other.name.removesuffix(f" {party.name}").split()
    ends = other.name.endswith(f" {party.name}") and party.name.isalpha() and party.name[:1].isupper() and before[-1][:1].isupper()
    return ends or (full is not None and party.name == full[2])


def _is_echo(party: Party) -> bool:
    """A pronoun or a bare "the group" beside a named party adds nothing."""
    return party.name.lower() in {"it", "they", "he", "she", "we", "i", "them", "him", "her", "group", "the group"}


def _is_told_before(party: Party, parties: Sequence[Party]) -> bool:
    """ "Gunmen killed a judge. The attackers fled": who is only pointed at as armed gives way to who was told of first."""
    if party.id is not None or party.kind != "unnamed-armed" or not THESE.match(party.evidence.words):
        return False
    first = (p for p in parties if p.kind in OUTLAWS and p.evidence.report == party.evidence.report)
    return any(p.evidence.start < party.evidence.start and not THESE.match(p.evidence.words) for p in first)


def _may_be(loose: Party, other: Party) -> bool:
    """Whether people called loosely may be those told of otherwise: people, and of no other number."""
    head = head_word(other.name)
    human = is_people(head) or is_person_role(head) or head in ANYBODY or other.kind != "unknown"
    if other.id is None and (is_thing(head) or not human):
        return False
    counts = [_number(p) for p in (loose, other)]
    return None in counts or counts[0] == counts[1]


def _number(party: Party) -> int | None:
    """How many a party is: by its figure, one by a noun or a name in the singular; None where nothing tells."""
    number = first_number(party.evidence.words)
    if number is not None or party.id is not None:
        return number
    words = words_of(re.split(r",| of | in | at | who ", party.name)[0])
    return 1 if words and singular(words[-1]) == words[-1] and words[-1] not in _SEVERAL else None
