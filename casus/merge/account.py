"""Accounts: all that one or several reports tell of one occurrence, seen as a whole, to be compared across reports.

An account is the union of its claims, so that what it says depends on the set of claims alone and never on the order in
which they came.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType

from casus.codebook.kinds import is_thing
from casus.codebook.places import LEAST_SOUND, sound
from casus.ingest.persons import NOBODY, Persons
from casus.merge.sight import ANY_DAY, FULL_NAME, Days, days_of, stem, targets, words_of
from casus.model.actor import Party
from casus.model.claim import Claim
from casus.model.place import Place

_WORDY = 9
"""So many words in a row are not found twice by chance; fewer, if a name or a figure is among them."""
_NAMED = 5
_OWN = re.compile(r"['’]s$")
_NO_SURNAMES = frozenset("county road street avenue day park city town iii jr sr".split())
_NIGHT = re.compile(r"\b(?:night|overnight|midnight|early|dawn)\b|\ba\.?m\b", re.IGNORECASE)
_MARKED = re.compile(r"\d|(?<=[a-z,] )[A-Z]")


Alike = Mapping[tuple[str, str], float]
"""How alike pairs of reports are; ids in order."""
NO_PERSONS: Mapping[str, Persons] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Account:
    """The union of claims of one occurrence. `days` are those of its dated claims, or else what bounds it."""

    type: str
    layer: str
    aggregate: bool
    days: Days
    exact: bool
    certain: bool
    by_night: bool
    actors: tuple[Party, ...]
    recipients: tuple[Party, ...]
    place: Place | None
    spots: frozenset[str]
    means: frozenset[str]
    targets: frozenset[str]
    killed: frozenset[int]
    injured: frozenset[int]
    captured: frozenset[int]
    rules: frozenset[str]
    stems: frozenset[str]
    people: frozenset[str]
    named: frozenset[str]
    names: frozenset[str]
    victims: frozenset[str]
    aged: frozenset[str]
    met: frozenset[str]
    words: frozenset[str]
    reports: frozenset[str]
    leads: frozenset[str]


def account_of(
    claims: Sequence[Claim], roots: Mapping[str, str], leads: frozenset[str] = frozenset(), persons: Mapping[str, Persons] = NO_PERSONS
) -> Account:
    """The union of claims of one type; headings speak only where nothing else does.

    `roots`: of near copies, the first; `leads`: the reports that tell of this before any other act of its type; `persons`: of each
    report, whom it tells of with an age, and whom it names.
    """
    body = [c for c in claims if not c.heading] or list(claims)
    days = [days_of(c) for c in body]
    told = [d for d in days if d.told]
    layers = {c.layer for c in body}
    met = [persons.get(report, NOBODY) for report in sorted(leads)]
    return Account(
        type=body[0].type, layer=next(x for x in ("news", "background", "history") if x in layers),
        aggregate=all(c.aggregate for c in body), days=_common(told or days), exact=any(d.first == d.last for d in told),
        certain=any(c.certain for c in body),
        by_night=any(c.date.evidence is not None and _NIGHT.search(c.date.evidence.words) for c in body if c.date is not None),
        actors=_parties(body, "actors"), recipients=_parties(body, "recipients"), place=_place(body),
        spots=frozenset(s for c in body if c.place for s in (c.place.name.lower(), sound(c.place.name)) if len(s) >= LEAST_SOUND),
        means=frozenset(m for c in body for m in c.modes), targets=frozenset(t for c in body for t in targets(c)),
        killed=frozenset(_figures(body, "killed")), injured=frozenset(_figures(body, "injured")),
        captured=frozenset(_figures(body, "captured")),
        rules=frozenset(c.act.rule for c in body), stems=frozenset(stem(c.lemma) for c in body if c.lemma),
        people=frozenset(_people(body)), named=frozenset(n for c in body for n in _named(c)),
        names=frozenset(n for c in body for n in _full_names((*c.recipients, *c.actors))),
        victims=frozenset(n for c in body for n in _full_names(c.recipients)),
        aged=frozenset(n for p in met for n in p.aged), met=frozenset(n for p in met for n in p.named),
        words=frozenset(w for c in body for w in _telling(c, roots)),
        reports=frozenset(c.report for c in claims), leads=leads,
    )  # fmt: skip


def _common(days: Sequence[Days]) -> Days:
    """The days all agree on; where they disagree, the days any of them means."""
    if not days:
        return ANY_DAY
    first, last = max(d.first for d in days), min(d.last for d in days)
    if first > last:
        first, last = min(d.first for d in days), max(d.last for d in days)
    return Days(first, last, any(d.told for d in days))


def _parties(claims: Sequence[Claim], role: str) -> tuple[Party, ...]:
    kept: dict[str, Party] = {}
    for claim in claims:
        for party in getattr(claim, role):
            kept.setdefault(party.id or party.name.lower(), party)
    return tuple(kept[k] for k in sorted(kept))


def _place(claims: Sequence[Claim]) -> Place | None:
    """The most exact place, by precision, then by name."""
    places = [c.place for c in claims if c.place is not None and c.place.name]
    return min(places, key=lambda p: (p.id is None, p.precision_ucdp or 9, p.name), default=None)


def _figures(claims: Sequence[Claim], field: str) -> Iterator[int]:
    for claim in claims:
        count = getattr(claim, field)
        if count is not None and count.best is not None:
            yield count.best


def _people(claims: Sequence[Claim]) -> Iterator[str]:
    """Surnames of persons named among those it was done to, and of unlisted doers."""
    for claim in claims:
        for party in (*claim.recipients, *claim.actors):
            last = party.name.split()[-1] if party.name else ""
            if party.kind in {"person", "civilians"} and len(party.name.split()) > 1 and last[:1].isupper() and len(last) > 3:
                yield last.lower().removesuffix("'s").removesuffix("’s")


def _full_names(parties: Sequence[Party]) -> Iterator[str]:
    """First and last name, in lower case, of the persons among parties."""
    for party in parties:
        for match in FULL_NAME.finditer(party.name if party.kind in {"person", "civilians"} else ""):
            words = match[0].lower().split()
            yield f"{words[0]} {_OWN.sub('', words[-1])}"


def _named(claim: Claim) -> Iterator[str]:
    """Surnames of those named in full in the words of an act, who are neither its doers, its voices nor where it happened."""
    others = [*(p.evidence for p in claim.actors), *(s.evidence for s in claim.sources), *([claim.place.evidence] if claim.place else [])]
    known = " ".join([*(e.words for e in others), *(claim.place.within if claim.place else ())])
    for match in FULL_NAME.finditer(claim.act.words, 1):  # a capital at the beginning may be that of a sentence
        last = match[0].split()[-1]
        if match[0] not in known and not is_thing(last.lower()) and last.lower() not in _NO_SURNAMES:
            yield last


def _telling(claim: Claim, roots: Mapping[str, str]) -> Iterator[str]:
    """The words of the act as reprints repeat them; few words tell only between copies of one text."""
    words = " ".join(words_of(claim.act.words))
    length = words.count(" ") + 1
    if length >= _WORDY or (length >= _NAMED and _MARKED.search(claim.act.words)):
        yield words
    elif claim.report in roots:
        yield f"{words} [{roots[claim.report]}]"
