"""Tolls: the figures of an event from those of its claims (coding rules, Numbers; UCDP's low/best/high).

Later figures of one source replace earlier ones; sources stand beside each other; `best` is the most reliable source's, `high` the largest
given, `low` what does not rest on one belligerent's claim of the other's losses. Figures are never added and never averaged.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from casus.codebook.kinds import is_military, load_kinds
from casus.coding.acts.doubts import WEAK
from casus.coding.harm.harmed import ADDED, FORMER, MOVED, ONE_BY_ONE, ONE_PERSON, SHARE
from casus.merge.companions import with_companions
from casus.merge.one_victim import are_of_them, are_two, is_the_dead
from casus.merge.sight import FULL_NAME, words_of
from casus.model.claim import Claim, Source
from casus.model.count import Count

FIELDS = ("killed", "injured", "killed_or_injured", "captured", "size")
_BY_NAME = "each by name, told of singly"
"""The rule of a figure that counts persons of different names, each told of as dead."""
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


_OTHERS = re.compile(r"\b(?:others?|another)\b", re.IGNORECASE)
"""Words for people beside those told of."""
_NAMED_KINDS = frozenset({"person", "military", "police", "government"})
"""What a person named in full, with a rank or an office, may be."""


@dataclass(frozen=True, slots=True)
class Told:
    """Of a report: when it was published, and whose own words it holds (its outlet; near copies share one)."""

    published: date | None
    desk: str


def figures_of(claims: Sequence[Claim], body: Sequence[Claim], told: Mapping[str, Told]) -> dict[str, Count | None]:
    """The figure of every kind; `body` are the claims whose values hold."""
    killed = with_companions(body, _by_name(body, _count(_tellers(claims, body, "killed"), "killed", told)))
    injured = _injured(_tellers(claims, body, "injured"), body, told)
    either = _count(body, "killed_or_injured", told)
    if either is not None and either.high == 0 and killed is None and injured is None:
        killed, injured, either = either, either, None  # "no casualties": nobody dead and nobody hurt
    if either is None and injured is not None and killed is not None and are_of_them(injured, killed):
        injured, either = None, injured
    captured = _count(body, "captured", told)
    return {
        "killed": killed,
        "injured": injured,
        "killed_or_injured": None if either is not None and _is_told_already(either, killed, injured) else either,
        "captured": captured,
        "size": None if captured is not None and body[0].type == "COERCE" else _count(body, "size", told),
    }


def _is_told_already(either: Count, killed: Count | None, injured: Count | None) -> bool:
    """Whether of those hit it is said what befell them: as many, or more, are told of as dead or hurt."""
    rest = (injured,) if _OTHERS.search(either.evidence.words) else (killed, injured)  # "killed one and shot two others"
    told = sum(c.best or c.low or 0 for c in rest if c is not None)
    return told > 0 and (either.best or either.low or 0) <= told


def _by_name(claims: Sequence[Claim], killed: Count | None) -> Count | None:
    """ "Ana Ruiz was shot dead ... Juan Paz was also killed": where a report only tells of persons singly, as many as it gives names."""
    counts = [c.killed for c in claims if c.killed is not None]
    if killed is None or any(c.rule not in {ONE_BY_ONE, ONE_PERSON} or c.best != 1 for c in counts) or len({c.report for c in claims}) > 1:
        return killed
    names: list[str] = []
    for claim in claims:
        full = _dead_by_name(claim)
        if full and not any({*full.lower().split()} & {*known.lower().split()} for known in names):
            names.append(full)
    n = len(names)
    return replace(killed, low=n, best=n, high=n, who=" and ".join(names), rule=f"{killed.rule}; {n}, {_BY_NAME}") if n > 1 else killed


def _dead_by_name(claim: Claim) -> str:
    """The full name of the only person a claim tells to be dead; "a Lake County woman", "Ruiz, of Oak Avenue" give none."""
    if claim.killed is None or len(claim.recipients) != 1 or claim.recipients[0].kind not in _NAMED_KINDS:
        return ""
    found = FULL_NAME.search(claim.recipients[0].name.split(",")[0])
    return found[0] if found is not None else ""


def _count(claims: Sequence[Claim], field: str, told: Mapping[str, Told]) -> Count | None:
    """Low, best and high over the latest figure of each voice."""
    latest = _without_shares(_without_former(_without_details(_standing(list(_latest(claims, field, told).values())))))
    latest = _without_zeros(latest)
    if not latest:
        return None
    if len(latest) == 1:
        return _single(latest[0][0], latest[0][1], field)
    ranked = sorted(latest, key=lambda vc: (_rank(vc[0], field), -_newness(claims, vc[0])))
    best_claim, best = _closed(ranked)
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
    if all(rule.endswith(FORMER) for rule in given):
        return [c for c in claims if c in body or c.heading or _is_only_weak(c)]
    return claims if all(rule == ONE_BY_ONE for rule in given) else body


def _is_only_weak(claim: Claim) -> bool:
    return any(r.field == "certain" and r.rule == WEAK for r in claim.reasons)


def _injured(claims: Sequence[Claim], body: Sequence[Claim], told: Mapping[str, Told]) -> Count | None:
    """The injured; a hurt person told of singly may be the one who died, and counts where nobody did or where these are surely two."""
    dead = [c for c in body if c.killed is not None and c.killed.high != 0]
    if dead and all(c.injured is None or c.injured.rule == ONE_BY_ONE for c in claims):
        claims = [c for c in claims if c.injured is not None and all(are_two(c, c.injured, d, d.killed) for d in dead if d.killed)]
    else:
        claims = [c for c in claims if c.injured is None or not any(is_the_dead(c.injured, d.killed) for d in dead if d.killed)]
    return _count(claims, "injured", told)


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
        _TRUST["official"] if s.capacity == "party" and _is_own_loss(claim, s, field) else _TRUST.get(s.capacity, 4) for s in _voices(claim)
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
    return all(s.capacity == "party" and not _is_own_loss(claim, s, field) for s in _voices(claim))


def _voices(claim: Claim) -> tuple[Source, ...]:
    """Who gives a claim's figures: not whoever only denies it."""
    return tuple(s for s in claim.sources if s.stance != "denies") or claim.sources


def _is_own_loss(claim: Claim, source: Source, field: str) -> bool:
    """A party that reports the dead of its own forces, or owns up to what it did, admits them."""
    counted: Count | None = getattr(claim, field)
    soldiers = any(p.id is None and p.kind == "military" for p in claim.recipients)
    soldiers = soldiers or (counted is not None and _are_soldiers(counted.who))
    rebels = any(p.id is not None and p.id == source.id and p.kind in {"armed-group", "militia"} for p in claim.actors)
    if source.stance == "admits" or (soldiers and is_military(source.name) and not rebels):
        return True  # but "the Arakan Army said it killed 14 soldiers"
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
        voice = teller(told, claim)
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


def _without_former(latest: Sequence[tuple[Claim, Count]]) -> list[tuple[Claim, Count]]:
    """Without figures told as given before ("had first put the toll at 43"), where any other is given."""
    standing = [(claim, count) for claim, count in latest if not count.rule.endswith(FORMER)]
    return standing or list(latest)


def _without_shares(latest: Sequence[tuple[Claim, Count]]) -> list[tuple[Claim, Count]]:
    """Without figures that count only some of those told of ("three of the attackers"), where a larger one is given."""
    most = max((c.best or c.low or 0 for _, c in latest), default=0)
    first = [(claim, c) for claim, c in latest if not c.rule.endswith(ADDED)] or latest
    return [(claim, c) for claim, c in first if not (c.rule.endswith(SHARE) and (c.best or c.low or 0) < most)]


def _without_zeros(latest: Sequence[tuple[Claim, Count]]) -> list[tuple[Claim, Count]]:
    """Without "nobody was hurt" where another voice of the same report counts somebody: it is told of another moment, or to deny it."""
    counted = {claim.report for claim, c in latest if c.high != 0}
    return [(claim, c) for claim, c in latest if not (c.high == 0 and claim.report in counted)]


def _closed(ranked: Sequence[tuple[Claim, Count]]) -> tuple[Claim, Count]:
    """The first figure; where it is only a floor ("at least four"), what another voice but a party then counts in its range (six)."""
    claim, first = ranked[0]
    floor = first.low if first.high is None else None
    after = [
        (c, n) for c, n in ranked[1:]
        if floor is not None and n.high is not None and (n.best or 0) > floor and c.report == claim.report and c.act.start > claim.act.start
        and not any(s.capacity == "party" for s in _voices(c))
    ]  # fmt: skip
    return after[0] if after else (claim, first)


def _is_moved(count: Count) -> bool:
    return count.rule.endswith(MOVED)


def teller(told: Mapping[str, Told], claim: Claim) -> str:
    """Whose figure it is: the first source's, or the outlet's own; copies of one text are one outlet."""
    if claim.sources:
        return (claim.sources[0].id or claim.sources[0].name).lower()
    of = told.get(claim.report)
    return f"writer: {of.desk if of is not None else claim.report}"
