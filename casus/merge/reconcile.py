"""Reconcile: an event's values from its claims, by written rules.

Status: body over heading; among body claims the least doubtful account of the occurrence holds, unless it is denied.
Toll (coding rules, Numbers; UCDP's low/best/high): later figures of one source replace earlier ones; sources stand
beside each other; `best` is the most reliable source's, `high` the largest given, `low` what does not rest on one
belligerent's claim of the other's losses. Figures are never added and never averaged.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from casus.codebook.kinds import is_military, load_kinds
from casus.coding.doubts import WEAK
from casus.coding.harmed import MOVED, ONE_BY_ONE, ONE_PERSON
from casus.merge.another import HITS, TOLLS
from casus.merge.capacity import as_parties
from casus.merge.folding import Group
from casus.merge.parties import done_to, identity_of, parties_of
from casus.merge.sight import points_back, words_of
from casus.model.claim import Claim, Layer, Source, Status
from casus.model.count import Count
from casus.model.event import Contest, Event, Merge, Version
from casus.model.place import Place
from casus.model.when import DateRange

FIELDS = ("killed", "injured", "killed_or_injured", "captured", "size")
_NAME = re.compile(r"[A-Z][\w’'-]+(?: [A-Z]\.)?(?: [A-Z][\w’'-]+)+")
_POINTED = re.compile(r"^(?:he|she|they|it|him|them|the|that|this|one of)\b|^(?:her|his|their)$", re.IGNORECASE)
"""Words that point at somebody told of before; "his wife" is another than whom "his" points at."""
_DOUBT: dict[Status, int] = {"asserted": 0, "attributed": 1, "hedged": 2, "planned": 3, "threatened": 3, "denied": 4}
_TRUST = {
    "writer": 0,
    "medic": 1,
    "ngo": 1,
    "institute": 1,
    "official": 2,
    "media": 2,
    "witness": 2,
    "analyst": 3,
    "unknown": 4,
    "party": 5,
}


@dataclass(frozen=True, slots=True)
class Told:
    """Of a report: when it was published, and whose own words it holds (its outlet; near copies share one)."""

    published: date | None
    desk: str


def reconcile(group: Group, told: Mapping[str, Told]) -> Event:
    """The event of a group of claims. `told` gives each report's date, for the order of versions, and its desk."""
    claims = tuple(sorted(as_parties(group.claims), key=lambda c: (_day(told, c), c.report, c.act.start, c.id)))
    body = _telling(claims)
    told_in = {field: _tellers(claims, body, field) for field in FIELDS}
    sources = _sources(body)
    return Event(
        id=_id(claims), type=claims[0].type, modes=tuple(dict.fromkeys(m for c in body for m in c.modes)),
        actors=parties_of(body, "actors"), recipients=done_to(body), date=_date(body), place=_place(body, claims),
        killed=_count(told_in["killed"], "killed", told), injured=_injured(told_in["injured"], body, told),
        killed_or_injured=_count(body, "killed_or_injured", told), captured=_count(body, "captured", told),
        size=_count(body, "size", told), status=_status(body), layer=_layer(body),
        aggregate=all(c.aggregate for c in body), sources=sources,
        claims=claims, contested=tuple(_contests(body, sources, told)), merge=Merge(group.score, group.because or ("told once",)),
        certain=any(c.certain and not c.heading for c in claims),
    )  # fmt: skip


def _telling(claims: Sequence[Claim]) -> tuple[Claim, ...]:
    """The claims whose values hold: those of the text, and of these the certain ones, bare tolls, and what points back to them.

    An act that is not certain may belong to another; it is shown among the accounts and gives the event nothing.
    """
    body = tuple(c for c in claims if not c.heading) or tuple(claims)
    sure = tuple(c for c in body if c.certain)
    return tuple(c for c in body if c.certain or c.act.rule in TOLLS | HITS or c.captured or points_back(c)) if sure else body


def _day(told: Mapping[str, Told], claim: Claim) -> date:
    of = told.get(claim.report)
    return of.published if of is not None and of.published is not None else date.min


def _teller(told: Mapping[str, Told], claim: Claim) -> str:
    """Whose figure it is: the first source's, or the outlet's own; copies of one text are one outlet."""
    if claim.sources:
        return (claim.sources[0].id or claim.sources[0].name).lower()
    of = told.get(claim.report)
    return f"writer: {of.desk if of is not None else claim.report}"


def _id(claims: Sequence[Claim]) -> str:
    """From the first claim in order of publication, so that later reports of the event leave its id alone."""
    first = claims[0]
    return hashlib.sha256(f"{first.type}|{first.id}".encode()).hexdigest()[:16]


def _sources(claims: Sequence[Claim]) -> tuple[Source, ...]:
    """Every voice once, by name and stance, in order of appearance."""
    seen: dict[tuple[str, str], Source] = {}
    for claim in claims:
        for source in claim.sources:
            seen.setdefault(_voice(source), source)
    return tuple(seen.values())


def _voice(source: Source) -> tuple[str, str]:
    return ((source.id or source.name).lower(), source.stance)


def source_index(source: Source, sources: Sequence[Source]) -> int | None:
    """The place of a claim's source among its event's sources."""
    return next((k for k, s in enumerate(sources) if _voice(s) == _voice(source)), None)


_BEFORE_A_NOUN = frozenset("of in to for with by from at on over after amid near during against into about following".split())


def _status(claims: Sequence[Claim]) -> Status:
    """In one report the strongest qualifier wins; among reports the firmest, except that a denial stays (coding rules, Status).

    What was done outranks what was only planned or threatened. Where a report tells on its own word who did it, a denial by
    somebody does not undo that: it stays among the voices, and the event is `attributed`. What a report's body opens with on
    its own word, with everybody who did it, stays its own word whoever speaks of it afterwards.
    """
    if any(c.status == "denied" for c in claims):
        return "attributed" if any(c.status == "asserted" and c.actors for c in claims) else "denied"
    done = [c for c in claims if c.status not in {"planned", "threatened"}]
    by_report: dict[str, list[Claim]] = {}
    for claim in done or claims:
        by_report.setdefault(claim.report, []).append(claim)
    return min((_in_one_report(told) for told in by_report.values()), key=_DOUBT.__getitem__)


def _in_one_report(claims: Sequence[Claim]) -> Status:
    """The strongest qualifier, unless the report itself tells all of the act first: by a clause, with every doer and toll told later."""
    first = min(claims, key=lambda c: c.act.start)
    doers = {identity_of(p) for c in claims for p in c.actors}
    whole = doers <= {identity_of(p) for p in first.actors} and not _only_voiced_tolls(claims)
    if first.status == "asserted" and whole and (first.actors or first.recipients) and not _is_mention(first):
        return "asserted"
    return max((c.status for c in claims), key=_DOUBT.__getitem__)


def _only_voiced_tolls(claims: Sequence[Claim]) -> bool:
    """Whether somebody's words give a figure of a kind that the report gives none of itself."""
    own = {field for c in claims if c.status == "asserted" for field in FIELDS if getattr(c, field) is not None}
    return any(getattr(c, field) is not None for c in claims if c.status != "asserted" for field in FIELDS if field not in own)


def _is_mention(claim: Claim) -> bool:
    """Whether the words of an act only name it ("in the bombing of the market"), after a preposition."""
    return claim.act.words.split(maxsplit=1)[0] in _BEFORE_A_NOUN


def _layer(claims: Sequence[Claim]) -> Layer:
    order: tuple[Layer, ...] = ("news", "background", "history")
    dated = [c for c in claims if c.date is not None and c.date.precision != "bounded"]
    return min((c.layer for c in dated or claims), key=order.index)


def _date(claims: Sequence[Claim]) -> DateRange | None:
    """The narrowest date that is in words; else whatever bounds it."""
    dated = [c.date for c in claims if c.date is not None]
    spoken = [d for d in dated if d.evidence is not None]
    return min(spoken or dated, key=_width, default=None)


def _width(when: DateRange) -> int:
    if when.start is None or when.end is None:
        return 100_000
    return (when.end - when.start).days


def _place(body: Sequence[Claim], claims: Sequence[Claim]) -> Place | None:
    """The most exact place the text names for the act; else that its title names; else that of the scene it is told in."""
    titled = [c.place for c in claims if c.heading and c.place and not c.place.is_wide]  # a country there is a party or a goal as often
    named = ([c.place for c in body], titled, [c.scene for c in body])
    places = next((found for each in named if (found := [p for p in each if p is not None])), [])
    return min(places, key=lambda p: (_breadth(p), p.id is None, -len(p.within)), default=None)


def _breadth(place: Place) -> float:
    """How wide a place is; a spot the gazetteer lacks is narrower than a country, and with what it lies in than a province."""
    return place.precision_ucdp or (3.5 if place.within else 5.5)


def _count(claims: Sequence[Claim], field: str, told: Mapping[str, Told]) -> Count | None:
    """Low, best and high over the latest figure of each voice."""
    latest = _without_details(_standing(list(_latest(claims, field, told).values())))
    if not latest:
        return None
    if len(latest) == 1:
        return _single(latest[0][0], latest[0][1], field)
    ranked = sorted(latest, key=lambda vc: (_rank(vc[0], field), -_newness(claims, vc[0])))
    best_claim, best = ranked[0]
    highs = [c.high if c.high is not None else None for _, c in latest]
    top = max(c.best or c.low or 0 for _, c in latest)
    high = None if any(h is None for h in highs) else max([top, *[h for h in highs if h is not None]])
    lows = [c.low if c.low is not None else 0 for claim, c in latest if not _claims_enemy(claim, field)] or [0]
    value = best.best if best.best is not None else best.low
    low = min(*lows, value if value is not None else min(lows))
    rule = f"{len(latest)} sources: best is {_whose(best_claim)}; high is the largest given; never added"
    return Count(low, value, high if high is None or value is None else max(high, value), best.evidence, best.who, best.qualifier, rule)


def _tellers(claims: Sequence[Claim], body: Sequence[Claim], field: str) -> Sequence[Claim]:
    """The claims that give a figure: those of the text; all of them where the text's own give none, or name people only singly.

    A heading tells what its text tells; an act doubted only for its weak word, found to be this one, is told of here and has no other.
    """
    given = [count.rule for c in body if (count := getattr(c, field)) is not None]
    if not given:
        return [c for c in claims if c in body or c.heading or _is_only_weak(c)]
    return claims if all(rule == ONE_BY_ONE for rule in given) else body


def _is_only_weak(claim: Claim) -> bool:
    return any(r.field == "certain" and r.rule == WEAK for r in claim.reasons)


def _injured(claims: Sequence[Claim], body: Sequence[Claim], told: Mapping[str, Told]) -> Count | None:
    """The injured; a hurt person told of singly may be the one who died, and counts where nobody did or where these are surely two."""
    dead = [c for c in body if c.killed is not None and c.killed.high != 0]
    if dead and all(c.injured is None or c.injured.rule == ONE_BY_ONE for c in claims):
        claims = [c for c in claims if c.injured is not None and all(_are_two(c, c.injured, d, d.killed) for d in dead if d.killed)]
    return _count(claims, "injured", told)


def _are_two(hurt: Claim, injured: Count, dead: Claim, killed: Count) -> bool:
    """Whether who is hurt is surely not who died: set beside each other in one claim, or each called by name and by another's."""
    one, other = injured.evidence, killed.evidence
    if hurt is dead and not (_POINTED.match(one.words) or _POINTED.match(other.words)):
        return one.end <= other.start or other.end <= one.start
    a, b = ({word for name in _NAME.findall(e.words) for word in name.split()} for e in (one, other))
    return bool(a and b) and not a & b


def _single(claim: Claim, count: Count, field: str) -> Count:
    """One voice: its own range, except that a party's word on the other side's dead is no floor."""
    if _claims_enemy(claim, field):
        rule = f"single source: a party ({claim.sources[0].name}); {count.rule}"
        return Count(0, count.best, count.high, count.evidence, count.who, count.qualifier, rule)
    whose = f"single source: {_whose(claim)}"
    return Count(count.low, count.best, count.high, count.evidence, count.who, count.qualifier, f"{whose}; {count.rule}")


def _whose(claim: Claim) -> str:
    return claim.sources[0].name if claim.sources else "the writer"


def _rank(claim: Claim, field: str) -> int:
    """How far a claim's voices are trusted; who admits his own losses counts as an official."""
    ranks = (
        _TRUST["official"] if s.capacity == "party" and _is_own_loss(claim, s, field) else _TRUST.get(s.capacity, 4) for s in claim.sources
    )
    return min(ranks, default=_TRUST["writer"])


def _are_soldiers(who: str | None) -> bool:
    """Whether those counted are soldiers: "soldiers", "army troops"."""
    words = words_of(who or "")
    return any((noun := load_kinds().noun(word)) is not None and noun.kind == "military" for word in words[:3])


def _newness(claims: Sequence[Claim], claim: Claim) -> int:
    return next(k for k, c in enumerate(claims) if c is claim)


def _claims_enemy(claim: Claim, field: str) -> bool:
    """Whether the only voice is a party speaking of losses it did not itself admit (coding rules, Numbers 3)."""
    if field not in {"killed", "injured", "killed_or_injured", "captured"} or not claim.sources:
        return False
    return all(s.capacity == "party" and not _is_own_loss(claim, s, field) for s in claim.sources)


def _is_own_loss(claim: Claim, source: Source, field: str) -> bool:
    """A party that reports the dead of its own forces, or owns up to what it did, admits them."""
    counted: Count | None = getattr(claim, field)
    soldiers = any(p.id is None and p.kind == "military" for p in claim.recipients)
    soldiers = soldiers or (counted is not None and _are_soldiers(counted.who))
    if source.stance == "admits" or (soldiers and is_military(source.name)):
        return True
    return any(
        source.id is not None and p.kind in {"military", "police", "armed-group"} and source.id in {p.id, *p.parents}
        for p in claim.recipients
    )


def _latest(claims: Sequence[Claim], field: str, told: Mapping[str, Told]) -> dict[str, tuple[Claim, Count]]:
    """The last figure of each voice: within a report the one with the sharper wording, later reports replace."""
    out: dict[str, tuple[Claim, Count]] = {}
    figures = any((c := getattr(claim, field)) is not None and c.rule != ONE_BY_ONE for claim in claims)
    for claim in claims:
        count: Count | None = getattr(claim, field)
        if count is None or (figures and count.rule == ONE_BY_ONE):
            continue
        voice = _teller(told, claim)
        before = out.get(voice)
        if before is None or before[0].report != claim.report or _is_moved(count) or _is_sharper(count, before[1]):
            out[voice] = (claim, count)
    return out


def _is_sharper(later: Count, earlier: Count) -> bool:
    """Whether a figure further on in a report tells more than one before: details name parts of the whole told first."""
    n, m = (c.best if c.best is not None else c.low or 0 for c in (later, earlier))
    return n > m or (n == m and bool(later.qualifier or not (earlier.qualifier or earlier.high is None)))


def _standing(latest: Sequence[tuple[Claim, Count]]) -> list[tuple[Claim, Count]]:
    """Without the writer's own figures that a toll told further on in the report has left ("rose to 57, officials said")."""
    moved = [claim for claim, count in latest if _is_moved(count)]
    return [
        (claim, count)
        for claim, count in latest
        if claim.sources or not any(m is not claim and m.report == claim.report and m.act.start > claim.act.start for m in moved)
    ]


def _without_details(latest: Sequence[tuple[Claim, Count]]) -> list[tuple[Claim, Count]]:
    """Without one person told of singly where another voice of the same report counts more ("four were hurt ... a woman was grazed")."""
    more = {claim.report for claim, count in latest if (count.best or count.low or 0) > 1}
    single = {ONE_BY_ONE, ONE_PERSON}
    return [(claim, count) for claim, count in latest if not (claim.report in more and count.rule in single and count.best == 1)]


def _is_moved(count: Count) -> bool:
    return count.rule.endswith(MOVED)


def _contests(claims: Sequence[Claim], sources: Sequence[Source], told: Mapping[str, Told]) -> Iterator[Contest]:
    """Every version given of every figure, in order of publication; what a teller repeats is no new version."""
    for field in FIELDS:
        versions: dict[tuple[str, int], Version] = {}
        for c in claims:
            count = getattr(c, field)
            value = None if count is None else count.best if count.best is not None else count.low
            if value is not None:
                version = Version(value, source_index(c.sources[0], sources) if c.sources else None, c.report)
                versions.setdefault((_teller(told, c), value), version)
        unique = tuple(versions.values())
        if len({v.value for v in unique}) > 1 or (unique and all(v.source is not None for v in unique)):
            yield Contest(field, unique)
