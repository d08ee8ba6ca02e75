"""Folding: claims into groups that tell one occurrence, first inside each report, then across reports.

Best pairs first; a group never takes in a claim that any member forbids. The order of input changes nothing: pairs are
sorted by score and then by the claims' ids.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from casus.merge.pairs import VERBAL, Score, overlap, score
from casus.model.claim import Claim

WITHIN = 0.3
"""The least score at which two claims of one report tell one occurrence."""
_TOLLS = frozenset({"toll", "deaths", "killing", "wounding", "injuring"})
ACROSS = 0.5
"""The least score at which claims of two reports do."""


@dataclass(frozen=True, slots=True)
class Group:
    """Claims of one occurrence, with the score of the weakest link that holds them together, and the reasons."""

    claims: tuple[Claim, ...]
    score: float
    because: tuple[str, ...]


def fold(claims: Sequence[Claim]) -> tuple[Group, ...]:
    """Fold claims into groups, inside reports first; groups sorted by their first claim."""
    by_report: dict[str, list[Claim]] = {}
    for claim in claims:
        by_report.setdefault(claim.report, []).append(claim)
    inside = [
        g
        for report in sorted(by_report)
        for g in _settled(_cluster([Group((c,), 1.0, ()) for c in _ordered(by_report[report])], within=True))
    ]
    return tuple(_cluster(inside, within=False)) if len(by_report) > 1 else tuple(inside)


def _settled(groups: Sequence[Group]) -> list[Group]:
    """Bring tolls told without their act to the attack in the news told last before them, or to the report's only one."""
    tolls = [g for g in groups if all(_is_bare_toll(c) for c in g.claims)]
    attacks = dict(enumerate(g for g in groups if g not in tolls))
    for toll in sorted(tolls, key=lambda g: _key(g.claims[0])):
        k = _home(toll, attacks)
        if k is not None and not _forbidden([attacks[k], toll], [0], [1], within=False, tolls=False):
            attacks[k] = _united([attacks[k], toll], [(WITHIN, ("a toll told after the attack, naming no other",))])
        else:
            attacks[len(attacks)] = toll
    return sorted(attacks.values(), key=lambda g: _key(g.claims[0]))


def _home(toll: Group, groups: Mapping[int, Group]) -> int | None:
    """The attack a bare toll belongs to."""
    if any(c.layer != "news" for c in toll.claims):
        return None
    attacks = {k: g for k, g in groups.items() if _is_news_attack(g)}
    at = toll.claims[0].sentence
    before = {
        k: max(c.sentence for c in g.claims if c.sentence <= at) for k, g in attacks.items() if any(c.sentence <= at for c in g.claims)
    }
    if before:
        return max(before, key=lambda k: (before[k], -k))
    return next(iter(attacks)) if len(attacks) == 1 else None


def _is_bare_toll(claim: Claim) -> bool:
    """Harm without a doer, a place or a day of its own."""
    undated = claim.date is None or claim.date.precision == "bounded"
    return claim.act.rule in _TOLLS and not claim.actors and claim.place is None and undated and not claim.aggregate


def _is_news_attack(group: Group) -> bool:
    return group.claims[0].type == "ASSAULT" and any(
        c.certain and not c.heading and c.layer == "news" and not c.aggregate for c in group.claims
    )


def _ordered(claims: Sequence[Claim]) -> list[Claim]:
    return sorted(claims, key=lambda c: (c.act.start, c.type, c.id))


def _cluster(groups: Sequence[Group], *, within: bool) -> list[Group]:
    """Agglomerate: the best pair of groups is joined until none reaches the threshold."""
    links = _links(groups, within=within)
    parent = list(range(len(groups)))
    members: dict[int, list[int]] = {i: [i] for i in range(len(groups))}
    made: dict[int, list[tuple[float, tuple[str, ...]]]] = {}
    for value, a, b, because in links:
        x, y = parent[a], parent[b]
        if x == y or _forbidden(groups, members[x], members[y], within=within):
            continue
        for m in members.pop(y):
            parent[m] = x
            members.setdefault(x, []).append(m)
        made[x] = [*made.get(x, ()), *made.pop(y, ()), (value, because)]
    out = [_united([groups[m] for m in sorted(ms)], made.get(x, [])) for x, ms in members.items()]
    return sorted(out, key=lambda g: _key(g.claims[0]))


def _key(claim: Claim) -> tuple[str, int, str]:
    return (claim.report, claim.act.start, claim.id)


def _links(groups: Sequence[Group], *, within: bool) -> list[tuple[float, int, int, tuple[str, ...]]]:
    """Scored pairs of groups at or above the threshold, best first; only groups of one type (and not of one report) meet."""
    out = []
    blocks: dict[str, list[int]] = {}
    for i, group in enumerate(groups):
        blocks.setdefault(group.claims[0].type, []).append(i)
    for block in blocks.values():
        for n, a in enumerate(block):
            for b in block[n + 1 :]:
                best = _best(groups[a], groups[b], within=within)
                if best is not None and best.value >= (WITHIN if within else ACROSS):
                    out.append((best.value, a, b, best.because))
    return sorted(out, key=lambda x: (-x[0], _key(groups[x[1]].claims[0]), _key(groups[x[2]].claims[0])))


def _best(a: Group, b: Group, *, within: bool) -> Score | None:
    found = [s for x in a.claims for y in b.claims if (s := _pair(x, y, within=within)).veto is None]
    return max(found, key=lambda s: s.value, default=None)


def _pair(a: Claim, b: Claim, *, within: bool) -> Score:
    found = score(a, b)
    if found.veto is not None:
        return found
    if within:
        return _in_report(a, b, found)
    return _between_reports(a, b, found)


def _in_report(a: Claim, b: Claim, found: Score) -> Score:
    """Inside a report, what follows closely and names nobody else tells of the same; totals only where their period agrees."""
    if a.aggregate and not (
        a.date and b.date and a.date.start == b.date.start and a.date.end == b.date.end and a.date.precision != "bounded"
    ):
        return Score(0.0, found.because, "totals over different periods") if overlap(a.actors, b.actors) is not True else found
    near = abs(a.sentence - b.sentence)
    open_side = not (a.actors and b.actors) or not (a.recipients and b.recipients)
    if a.type == "ASSAULT" and near <= 1 and overlap(a.actors, b.actors) is None and open_side and (a.killed or b.killed):
        return Score(round(found.value + 0.3, 3), (*found.because, "told side by side"))
    if a.type in VERBAL and overlap(a.actors, b.actors) is not True and not (overlap(a.recipients, b.recipients) is True and near <= 1):
        return Score(0.0, found.because)
    return found


def _between_reports(a: Claim, b: Claim, found: Score) -> Score:
    """Across reports an occurrence needs a place or a day in common besides its sides, or the same figure and side."""
    if a.layer != b.layer:
        return Score(0.0, ("different layers",), "different layers")
    sides = overlap(a.actors, b.actors) is True or overlap(a.recipients, b.recipients) is True
    placed = any(w.startswith(("same place", "same day", "same figure")) or "lies in the other" in w for w in found.because)
    if a.type == "ASSAULT" and not (placed and (sides or len(found.because) >= 3)):
        return Score(0.0, found.because)
    return found


def _forbidden(groups: Sequence[Group], a: Sequence[int], b: Sequence[int], *, within: bool, tolls: bool = True) -> bool:
    """Whether some pair of members vetoes the union; without `tolls`, differing figures are versions and forbid nothing."""
    pairs = [(x, y) for i in a for j in b for x in groups[i].claims for y in groups[j].claims]
    if not tolls:
        return any((veto := score(x, y).veto) is not None and "figures" not in veto for x, y in pairs)
    return any(_pair(x, y, within=within and x.report == y.report).veto for x, y in pairs)


def _united(groups: Sequence[Group], links: Sequence[tuple[float, tuple[str, ...]]]) -> Group:
    if len(groups) == 1:
        return groups[0]
    claims = tuple(sorted((c for g in groups for c in g.claims), key=_key))
    because = tuple(dict.fromkeys(w for _, reasons in links for w in reasons))
    lowest = min([value for value, _ in links] + [g.score for g in groups], default=1.0)
    return Group(claims, round(min(lowest, 1.0), 3), because)


def by_event(groups: Sequence[Group]) -> Mapping[str, int]:
    """Which group each claim fell into, by the claim's id."""
    return {claim.id: k for k, group in enumerate(groups) for claim in group.claims}
