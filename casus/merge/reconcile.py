"""Reconcile: an event's values from its claims, by written rules.

Status: body over heading; among body claims the least doubtful account of the occurrence holds, unless it is denied.
Tolls: see tolls.py.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from casus.codebook.harm import TOLLS
from casus.codebook.instruments import load_instruments
from casus.coding.harm.harmed import ADDED
from casus.coding.roles.answers import ANSWERED
from casus.coding.speech.attribution import ONLY_WHO
from casus.merge.both_sides import doers_of
from casus.merge.capacity import as_parties
from casus.merge.group import Group
from casus.merge.own_dead import without_own_dead
from casus.merge.parties import identity_of
from casus.merge.recipients import done_to
from casus.merge.sight import HITS, points_back
from casus.merge.tolls import FIELDS, Told, figures_of, teller
from casus.merge.versions import owns_to_it
from casus.model.claim import Claim, Layer, Source, Status
from casus.model.event import Contest, Event, Merge, Version
from casus.model.place import Place
from casus.model.when import DateRange
from casus.resolve.likely_said import is_surely_own
from casus.resolve.mentions import is_mention

_ENTERING = frozenset({"raid", "search", "comb", "ransack"})
"""Verbs for entering a house, which takes nothing of itself ("raided houses and arrested seven people")."""
_DOUBT: dict[Status, int] = {"asserted": 0, "attributed": 1, "hedged": 2, "planned": 3, "threatened": 3, "denied": 4}


def reconcile(group: Group, told: Mapping[str, Told]) -> Event:
    """The event of a group of claims. `told` gives each report's date, for the order of versions, and its desk."""
    claims = tuple(sorted(as_parties(group.claims), key=lambda c: (_day(told, c), c.report, c.act.start, c.id)))
    body = telling(claims)
    counted = without_own_dead(body)
    figures = figures_of([c for c in claims if c in counted or c not in body], counted, told)
    sources = _sources(body)
    return Event(
        id=_id(claims), type=claims[0].type, modes=_modes(claims, body),
        actors=doers_of(body), recipients=done_to(counted),
        date=_date(body), place=_place(body, claims),
        killed=figures["killed"], injured=figures["injured"], killed_or_injured=figures["killed_or_injured"],
        captured=figures["captured"], size=figures["size"], status=_status(body), layer=_layer(body),
        aggregate=all(c.aggregate for c in body), sources=sources,
        claims=claims, contested=tuple(_contests(counted, sources, told)), merge=Merge(group.score, group.because or ("told once",)),
        certain=any(c.certain and not c.heading for c in claims),
    )  # fmt: skip


def telling(claims: Sequence[Claim]) -> tuple[Claim, ...]:
    """The claims whose values hold: those of the text, and of these the certain ones, bare tolls, and what points back to them.

    An act that is not certain may belong to another; it is shown among the accounts and gives the event nothing.
    """
    body = tuple(c for c in claims if not c.heading) or tuple(claims)
    sure = tuple(c for c in body if c.certain)
    return tuple(c for c in body if c.certain or c.act.rule in TOLLS | HITS or c.captured or points_back(c)) if sure else body


def _modes(claims: Sequence[Claim], body: Sequence[Claim]) -> tuple[str, ...]:
    """The modes of the telling accounts; where they leave the means open, those of the others and of headings ("Two shot dead in Sake")."""
    modes = tuple(dict.fromkeys(m for c in body for m in c.modes))
    if "arrest" in modes and all(c.lemma in _ENTERING for c in body if "seize" in c.modes):
        modes = tuple(m for m in modes if m != "seize")  # nothing was taken but people
    weapons = {*load_instruments().values()}
    return modes or tuple(dict.fromkeys(m for c in sorted(claims, key=lambda c: c.heading) for m in c.modes if m in weapons))


def _day(told: Mapping[str, Told], claim: Claim) -> date:
    of = told.get(claim.report)
    return of.published if of is not None and of.published is not None else date.min


def _id(claims: Sequence[Claim]) -> str:
    """From the first claim in order of publication, so that later reports of the event leave its id alone."""
    first = claims[0]
    return hashlib.sha256(f"{first.type}|{first.id}".encode()).hexdigest()[:16]


def _sources(claims: Sequence[Claim]) -> tuple[Source, ...]:
    """Every voice once, by name and stance, in order of appearance; then whoever only speaks of it besides."""
    seen: dict[tuple[str, str], Source] = {}
    for claim in claims:
        for source in (*claim.sources, *claim.silent):
            seen.setdefault(_voice(source), source)
    heard = {name for name, stance in seen if stance != "no-comment"}
    for source in (s for c in claims for s in c.besides if _voice(s)[0] not in heard):
        seen.setdefault(_voice(source), source)
    return tuple(s for (name, stance), s in seen.items() if stance != "accuses" or (name, "asserts") not in seen)


def _voice(source: Source) -> tuple[str, str]:
    return ((source.id or source.name).lower(), source.stance)


def source_index(source: Source, sources: Sequence[Source]) -> int | None:
    """The place of a claim's source among its event's sources."""
    return next((k for k, s in enumerate(sources) if _voice(s) == _voice(source)), None)


def _status(claims: Sequence[Claim]) -> Status:
    """In one report the strongest qualifier wins; among reports the firmest, except that a denial stays (coding rules, Status).

    What was done outranks what was only planned or threatened. Where a report tells on its own word who did it, a denial by
    somebody does not undo that: it stays among the voices, and the event is `attributed`; so is what the denier owns to otherwise. What a
    report's body opens with on its own word, with everybody who did it, stays its own word whoever speaks of it afterwards.
    """
    claims = [c for c in claims if not _only_blames(c)] or claims
    if any(c.status == "denied" for c in claims):
        told = any(c.status == "asserted" and c.actors for c in claims) or owns_to_it(claims)
        return "attributed" if told else "denied"
    done = [c for c in claims if c.status not in {"planned", "threatened"}]
    by_report: dict[str, list[Claim]] = {}
    for claim in done or claims:
        by_report.setdefault(claim.report, []).append(claim)
    return min((_in_one_report(told) for told in by_report.values()), key=_DOUBT.__getitem__)


def _only_blames(claim: Claim) -> bool:
    """ "The army blamed the rebels.": who did what was told before, as somebody supposes; that it was done stands, whoever denies it."""
    return claim.act.rule == ANSWERED and all(p.suspected for p in claim.actors)


def _in_one_report(claims: Sequence[Claim]) -> Status:
    """The strongest qualifier, unless the report itself tells all of the act first: by a clause, with every doer and toll told later.

    Nor does a voice beside an account make it that voice's word where rules and encoder hold the account for the report's own.
    """
    first = min(claims, key=lambda c: c.act.start)
    doers = {identity_of(p) for c in claims for p in c.actors}
    whole = doers <= {identity_of(p) for p in first.actors} and not _only_voiced_tolls(claims)
    if first.status == "asserted" and whole and (first.actors or first.recipients) and not is_mention(first):
        return "asserted"
    sure = [c for c in claims if not (c.status == "hedged" and _supposes_who(c))] or claims
    firm = max((c.status for c in _without_later_doubts(sure)), key=_DOUBT.__getitem__)
    if firm == "attributed" and any(is_surely_own(c) for c in claims):
        return "asserted"
    return "attributed" if firm == "asserted" and len(sure) < len(claims) else firm


def _supposes_who(claim: Claim) -> bool:
    """ "Police believe rebels were behind the attack": that there was one is told elsewhere, on a firmer word."""
    return any(r.field == "status" and r.rule.endswith(ONLY_WHO) for r in claim.reasons)


def _without_later_doubts(claims: Sequence[Claim]) -> Sequence[Claim]:
    """An act told as certain, or as said by somebody, before any reserve: a later "reportedly" or "charges of" doubts a detail."""
    firm = [c for c in claims if c.status in {"asserted", "attributed"}]
    doubted = [c.act.start for c in claims if c.status == "hedged"]
    told = [c for c in firm if not is_mention(c) and (c.actors or c.recipients or any(getattr(c, f) for f in FIELDS))]
    return firm if doubted and any(c.act.start < min(doubted) for c in told) else claims


def _only_voiced_tolls(claims: Sequence[Claim]) -> bool:
    """Whether somebody's words give a figure of a kind that the report gives none of itself."""
    own = {field for c in claims if c.status == "asserted" for field in FIELDS if getattr(c, field) is not None}
    return any(getattr(c, field) is not None for c in claims if c.status != "asserted" for field in FIELDS if field not in own)


def _layer(claims: Sequence[Claim]) -> Layer:
    order: tuple[Layer, ...] = ("news", "background", "history")
    dated = [c for c in claims if c.date is not None and c.date.precision != "bounded"]
    return min((c.layer for c in dated or claims), key=order.index)


def _date(claims: Sequence[Claim]) -> DateRange | None:
    """The narrowest date in words that tells days; else the day of the act it is told with; else vaguer words, or whatever bounds it."""
    dated = [c.date for c in claims if c.date is not None]
    spoken = [d for d in dated if d.evidence is not None]
    known = [d for d in spoken if d.start is not None and d.end is not None]
    return min(known or [c.day for c in claims if c.day is not None] or spoken or dated, key=_width, default=None)


def _width(when: DateRange) -> int:
    if when.start is None or when.end is None:
        return 100_000
    return (when.end - when.start).days


def _place(body: Sequence[Claim], claims: Sequence[Claim]) -> Place | None:
    """The most exact place the text names for the act; else that its title names; else of the scene; else of an account not certain."""
    body = [c for c in body if c.act.rule != ANSWERED] or body  # where somebody is blamed is not where he did it
    titled = [c.place for c in claims if c.heading and c.place and not c.place.is_wide]  # a country there is a party or a goal as often
    weak = [c.place for c in claims if not c.heading and c.place and not c.place.is_wide]  # "Monks march in Sake, May 3, 2024", a caption
    scenes = [c.scene for c in body if c.scene]
    named = ([c.place for c in body], titled, [s for s in scenes if not s.is_wide], weak, scenes)
    places = next((found for each in named if (found := [p for p in each if p is not None])), [])
    return min(places, key=lambda p: (_breadth(p), p.id is None, -len(p.within)), default=None)


def _breadth(place: Place) -> float:
    """How wide a place is; a spot the gazetteer lacks is narrower than a country, and with what it lies in than a province."""
    return place.precision_ucdp or (3.5 if place.within else 5.5)


def _contests(claims: Sequence[Claim], sources: Sequence[Source], told: Mapping[str, Told]) -> Iterator[Contest]:
    """Every version given of every figure, in order of publication; what a teller repeats is no new version."""
    for field in FIELDS:
        versions: dict[tuple[str, int], Version] = {}
        for c in claims:
            count = getattr(c, field)
            value = None if count is None or count.rule.endswith(ADDED) else count.best if count.best is not None else count.low
            if value is not None:
                version = Version(value, source_index(c.sources[0], sources) if c.sources else None, c.report)
                versions.setdefault((teller(told, c), value), version)
        unique = tuple(versions.values())
        if len({v.value for v in unique}) > 1 or (unique and all(v.source is not None for v in unique)):
            yield Contest(field, unique)
