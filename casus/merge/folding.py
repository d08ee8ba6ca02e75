"""Folding: the claims of each report into groups that tell one occurrence.

Best pairs first; a group never takes in a claim that any member forbids. The order of input changes nothing: pairs are
sorted by score and then by the claims' ids.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from casus.merge.captives import as_arrests, is_rest, same_captives, taken_again
from casus.merge.findings import overlap
from casus.merge.gathered import Gathered
from casus.merge.group import Group, across, group_key, united
from casus.merge.in_report import WITHIN, in_report, told_again
from casus.merge.loose_tolls import settled
from casus.merge.one_occurrence import Odds, not_certain
from casus.merge.pairs import FURTHER, Score
from casus.merge.printed import doubted
from casus.merge.retold import is_elsewhere
from casus.merge.risen import risen_tolls
from casus.merge.rulings import DECIDED, Rulings
from casus.merge.sight import is_known_by_name, points_back
from casus.model.claim import Claim

NO_RULINGS = Rulings()
_POINTS_BACK, _SIDE_BY_SIDE = "points back", "told side by side"
_BESIDE = 2
"""Within so many sentences of each other two acts are told beside each other."""


Known = dict[tuple[str, str], Score]
"""Scores of pairs of one report's claims, by their ids."""


def fold(claims: Sequence[Claim], rulings: Rulings = NO_RULINGS, known: Known | None = None) -> list[Group]:
    """Fold the claims of one report; groups sorted by their first claim.

    `known` keeps the scores for the next time the same claims are folded.
    """
    gathered, made = gather(claims, rulings, known)
    return settled(_united(replace(gathered, claims=doubted(gathered, rulings.named())), made), rulings)


def _ordered(claims: Sequence[Claim]) -> list[Claim]:
    return sorted(claims, key=lambda c: (c.act.start, c.type, c.id))


Made = Mapping[int, Sequence[tuple[float, tuple[str, ...]]]]
"""Of each gathering the links that made it: how strong, and why."""


def gather(claims: Sequence[Claim], rulings: Rulings = NO_RULINGS, known: Known | None = None) -> tuple[Gathered, Made]:
    """Agglomerate: the best pair is joined until none reaches the threshold; one forbidden pair keeps two groups apart."""
    claims, known = _ordered(claims), {} if known is None else known
    scores = {
        (i, j): _ruled(a, claims[j], rulings, known)
        for i, a in enumerate(claims)
        for j in range(i + 1, len(claims))
        if a.type == claims[j].type or as_arrests(a, claims[j])
    }
    scores |= dict(risen_tolls(claims, scores))
    odds = Odds(claims, scores)
    links = [p for p, s in scores.items() if s.veto is None and s.value >= WITHIN and odds.let_stand(p)]
    links.sort(key=lambda p: (-scores[p].value, p))
    links = _without_nearest(claims, links, scores)
    leads = [p for p in scores if is_rest(claims[p[0]], claims[p[1]])]
    home = list(range(len(claims)))
    members: dict[int, list[int]] = {i: [i] for i in home}
    made: dict[int, list[tuple[float, tuple[str, ...]]]] = {}
    for i, j in links:
        x, y = home[i], home[j]
        if x != y and _is_because(scores[i, j], _POINTS_BACK) and _has_home(claims, j, members[y], members[x]):
            continue
        if x == y or _weak_link(claims, (i, j), members[x], members[y]):
            continue
        rests = {n for m, n in leads if {home[m], home[n]} <= {x, y}}
        between = list(across(members[x], members[y]))
        if any(_keep_apart(scores.get(p), rest=p[1] in rests) for p in between):
            continue
        if _is_because(scores[i, j], _SIDE_BY_SIDE) and any(is_elsewhere(claims[m], claims[n]) for m, n in between):
            continue
        for m in members[y]:
            home[m] = x
        members[x] += members.pop(y)
        made[x] = [*made.get(x, ()), *made.pop(y, ()), (scores[i, j].value, scores[i, j].because)]
    for told in odds.joins(members):
        members[told.into] += members.pop(told.other)
        why = (*scores[told.pair].because, f"told as one occurrence: {told.likely:.2f}")
        made[told.into] = [*made.get(told.into, ()), *made.pop(told.other, ()), (told.likely, why)]
    return Gathered(members, _with_doubts(claims, members, odds.told_already(members, rulings.named())), odds), made


def _united(gathered: Gathered, made: Made) -> list[Group]:
    members, claims = gathered.members, gathered.claims
    out = [united([Group((claims[m],), 1.0, ()) for m in sorted(ms)], made.get(x, [])) for x, ms in members.items()]
    return sorted(out, key=lambda g: group_key(g.claims[0]))


def _with_doubts(claims: Sequence[Claim], members: Mapping[int, Sequence[int]], doubted: Mapping[int, int]) -> list[Claim]:
    """The claims; those of a group that another may tell already are not certain."""
    out = list(claims)
    for x, teller in doubted.items():
        for m in members[x]:
            out[m] = not_certain(claims[m], claims[min(members[teller])])
    return out


def _without_nearest(
    claims: Sequence[Claim], links: Sequence[tuple[int, int]], scores: Mapping[tuple[int, int], Score]
) -> list[tuple[int, int]]:
    """The links but for those of "the Gao attack" with what is only near it, where an act told before is the one in Gao."""
    named = {j for i, j in links if is_known_by_name(claims[i], claims[j])}
    return [
        (i, j) for i, j in links
        if j not in named or not _is_because(scores[i, j], _POINTS_BACK, _SIDE_BY_SIDE) or is_known_by_name(claims[i], claims[j])
    ]  # fmt: skip


def _has_home(claims: Sequence[Claim], pointer: int, own: Sequence[int], other: Sequence[int]) -> bool:
    """Whether what points back is with a full act told before it already: it holds no two acts together that are told apart."""
    one, two = ([claims[m].sentence for m in side if m < pointer and _is_full(claims[m])] for side in (own, other))
    return bool(one and two) and min(abs(m - n) for m in one for n in two) > _BESIDE


def _is_full(claim: Claim) -> bool:
    return claim.certain and not claim.heading and not points_back(claim)


def _is_because(found: Score, *why: str) -> bool:
    """Whether one of some reasons (by how it begins) speaks for a pair."""
    return any(told.startswith(why) for told in found.because)


def _weak_link(claims: Sequence[Claim], link: tuple[int, int], xs: Sequence[int], ys: Sequence[int]) -> bool:
    """Whether a heading, or an act that is not certain, would be all that holds together two accounts told apart from each other."""
    if any(claims[k].heading for k in link) and all(any(not claims[m].heading for m in side) for side in (xs, ys)):
        return not _is_by_title(claims, link, xs, ys)  # a heading repeats: it holds no two accounts of the text together
    weak = [claims[k] for k in link if not claims[k].certain]
    one, other = ([claims[m].sentence for m in side if claims[m].certain] for side in (xs, ys))
    if not weak or not one or not other:
        return False
    return min(abs(m - n) for m in one for n in other) > _BESIDE or not all(points_back(c) for c in weak)


def _is_by_title(claims: Sequence[Claim], link: tuple[int, int], xs: Sequence[int], ys: Sequence[int]) -> bool:
    """Whether the doer that a heading names did what one account tells without a day and a place, which the other may have.

    Where heading and account name both sides, and both are known, the heading tells that account again wherever it stands.
    """
    one, other = (claims[k] for k in link)
    same_doer = overlap(one.actors, other.actors) is True
    if same_doer and any(p.id for p in one.recipients) and overlap(one.recipients, other.recipients) is True:
        return True
    told = [[claims[m] for m in side if not claims[m].heading] for side in (xs, ys)]
    bare = [all(c.place is None and (c.date is None or c.date.precision == "bounded") for c in side) for side in told]
    return bare[0] != bare[1] and same_doer


def _keep_apart(found: Score | None, *, rest: bool) -> bool:
    """Whether a pair keeps two groups apart: by a veto, or as types that never meet; the rest of a lead is further to its parts only."""
    return found is None or (found.veto is not None and not (rest and found.veto == FURTHER))


def _ruled(a: Claim, b: Claim, rulings: Rulings, known: Known) -> Score:
    """A pair's score, unless a person decided."""
    if rulings.demand(a, b):
        return Score(1.0, (DECIDED,))
    if rulings.apart and rulings.forbid({a.id}, {b.id}):
        return Score(0.0, (DECIDED,), DECIDED)
    found = known.get((a.id, b.id))
    if found is None:
        found = known[a.id, b.id] = _scored(a, b)
    return found


def _scored(a: Claim, b: Claim) -> Score:
    arrests = as_arrests(a, b)
    if arrests is None:
        return in_report(a, b)
    found = in_report(*arrests)
    told = found.veto is not None or taken_again(a, b) or same_captives(*arrests) or told_again(*arrests)
    return found if told else replace(found, value=0.0)
