"""Pairs: how likely two claims tell of one occurrence, by a table of features, each with its reason.

The rules are those of "One event once" (docs/codebook.md): compatible type, overlapping actors (unknown matches any),
overlapping dates within their precision, compatible place chain; figures may differ.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from casus.codebook.harm import TOLLS
from casus.coding.acts.filling import VERBAL as SPOKEN
from casus.coding.harm.counts import COUNTED
from casus.coding.harm.harmed import MANY, ONE_BY_ONE
from casus.merge.another import GUARDS, OUTLAWS
from casus.merge.captives import is_rest, is_taking, taken_again
from casus.merge.companions import is_companion
from casus.merge.findings import VERBAL, Finding, actors, is_anybody, means_finding, overlap, place_finding, recipients, target_finding
from casus.merge.one_search import of_one_search
from casus.merge.sight import THESE, in_order, is_dated, is_harm_of_one_told, is_within_one_told, stem, targets
from casus.model.actor import Party
from casus.model.claim import Claim
from casus.model.count import Count

_QUARTER = 92
"""Days of which undated news may tell."""


@dataclass(frozen=True, slots=True)
class Feature:
    """A feature's function and its weight in the sum."""

    test: Callable[[Claim, Claim], Finding | None]
    weight: float


@dataclass(frozen=True, slots=True)
class Score:
    """The sum of a pair's findings, or a veto, with the reasons."""

    value: float
    because: tuple[str, ...]
    veto: str | None = None


def dates(a: Claim, b: Claim) -> Finding | None:
    """Their days must overlap."""
    if a.date is None or b.date is None:
        return None
    if not a.date.overlaps(b.date):
        return Finding(-1, "different dates", veto=True)
    exact = a.date.precision == b.date.precision == "day"
    return Finding(1 if exact else 0.3, "same day" if exact else "dates may agree") if is_dated(a) and is_dated(b) else None


def places(a: Claim, b: Claim) -> Finding | None:
    """One place must lie in the other, or they are the same."""
    return place_finding(a.place, b.place)


def layers(a: Claim, b: Claim) -> Finding | None:
    """News is not history, one act is not many."""
    if a.aggregate != b.aggregate:
        return Finding(-1, "one act against many", veto=True)
    if a.layer != b.layer and "news" in {a.layer, b.layer} and a.type == "ASSAULT" and not _is_of_the_quarter(a, b):
        return Finding(-1, "news against background", veto=True)
    return None


def _is_of_the_quarter(a: Claim, b: Claim) -> bool:
    """Whether undated news may be of a day told in the background: one of the last three months."""
    news, before = (a, b) if a.layer == "news" else (b, a)
    if is_dated(news) or not is_dated(before) or news.date is None or before.date is None or news.date.end is None:
        return False
    last = before.date.end or before.date.start
    return last is not None and (news.date.end - last).days <= _QUARTER


def modes(a: Claim, b: Claim) -> Finding | None:
    """The means agree or differ."""
    return means_finding(frozenset(a.modes), frozenset(b.modes))


def struck(a: Claim, b: Claim) -> Finding | None:
    """The same thing was struck ("the market"), or two different things were."""
    return target_finding(targets(a), targets(b)) if a.type == "ASSAULT" else None


def tolls(a: Claim, b: Claim) -> Finding | None:
    """Equal figures speak for one occurrence; different ones are versions, and speak neither way across sources."""
    for field in ("killed", "injured", "killed_or_injured", "captured", "size"):
        first, second = getattr(a, field), getattr(b, field)
        if first is not None and second is not None and ONE_BY_ONE not in (first.rule, second.rule):
            if first.best == second.best and first.best is not None:
                return Finding(1, f"same figure: {first.best} {field}")
            same_source = {s.name for s in a.sources} == {s.name for s in b.sources}
            told_again = field == "size" or _agree(first, second) or (field == "captured" and (taken_again(a, b) or is_rest(a, b)))
            if a.report == b.report and same_source and not told_again:
                return Finding(-1, f"different figures for {field} in one account", veto=True)
    return None


def _agree(a: Count, b: Count) -> bool:
    """Whether one figure lies in the range that the other leaves open ("more than 10", then "15"; never "one", then "two")."""
    wide, exact = (a, b) if a.high is None else (b, a)
    return wide.high is None and exact.high is not None and exact.best is not None and 1 < (wide.low or 0) <= exact.best


FURTHER = "told as a further act"
ONE_OF_SEVERAL = "one person against several"
NO_QUESTIONS = r"(?! (?:questioning|investigation|interviews?|screening|processing))"
""" "Held two men for additional questioning": the questions are further ones, not the men."""
_FURTHER = re.compile(rf"\b(?:also|additional|another)\b{NO_QUESTIONS}", re.IGNORECASE)
_ALSO = re.compile(r"\balso\b", re.IGNORECASE)


_AGE = re.compile(r"\b(\d{1,3})[- ]years?[- ]old\b")
_PUBLIC = frozenset({"civilians", "person", "media", "ngo"})


def victims(a: Claim, b: Claim) -> Finding | None:
    """Soldiers in one and the public in the other, nobody else: seldom one account of one act (both may be struck by one)."""
    if a.report != b.report or a.type != "ASSAULT":
        return None
    one, other = (frozenset(p.kind for p in x.recipients if not is_anybody(p)) for x in (a, b))
    if not one or not other:
        return None
    return Finding(-1, "soldiers against the public") if _parted(one, other) or _parted(other, one) else None


def _parted(one: frozenset[str], other: frozenset[str]) -> bool:
    return one <= GUARDS | OUTLAWS and other <= _PUBLIC


def further(a: Claim, b: Claim) -> Finding | None:
    """ "They also killed ...", "another two": the same hands, other victims; one person is not several."""
    if a.report != b.report or a.type not in {"ASSAULT", "COERCE"}:
        return None
    second = max(a, b, key=lambda c: c.act.start)
    again, words = bool(taken_again(a, b)), second.act.words
    told_further = _ALSO.search(words) if again else _FURTHER.search(words)
    others = told_further and a.recipients and b.recipients and not is_harm_of_one_told(second)
    if a.sentence != b.sentence and others and not is_other_harm(a, b) and not _is_of_the_same(a, b):
        return Finding(-1, FURTHER, veto=True)
    if again:
        return None
    if a.type == "COERCE" and _other_ages(a, b):
        return Finding(-1, "people of other ages", veto=True)
    if overlap(a.recipients, b.recipients) is True:
        return None
    if _two_takings(a, b):
        return Finding(-1, "others taken in the same sentence", veto=True)
    if _victims_of(a, b) or _victims_of(b, a):
        return Finding(-1, "the victims of whom the other struck", veto=True)
    for one, many in ((a, b), (b, a)):
        counts = [c for field in ("killed", "injured", "captured") if (c := getattr(one, field)) is not None]
        several = not is_counted(many) and any(MANY.search(p.evidence.words) for p in many.recipients)
        if several and any(c.best == c.high == 1 for c in counts):
            return Finding(-1, ONE_OF_SEVERAL, veto=True)
    return None


def _is_of_the_same(a: Claim, b: Claim) -> bool:
    """Whether those told of further on are the rest of those before, were with them, or are told of within the act."""
    return is_rest(a, b) or is_companion(a, b) or is_within_one_told(max(a, b, key=lambda c: c.act.start))


def is_other_harm(a: Claim, b: Claim) -> bool:
    """ "An attack that left six dead. Another 15 were injured": harm of another kind, told without a doer, is the same attack's.

    So is what those who made it did in the next sentence ("the attackers also wounded 15").
    """
    first, second = in_order(a, b)
    known = bool(second.actors) and second.sentence - first.sentence == 1 and all(_goes_on(p) for p in second.actors)
    if second.act.rule not in TOLLS or (not known and (second.actors or _ALSO.search(second.act.words))):
        return False
    had, has = ({f for f in ("killed", "injured", "killed_or_injured") if getattr(c, f) is not None} for c in (first, second))
    return bool(had) and bool(has) and not had & has


def _goes_on(doer: Party) -> bool:
    return doer.kind == "unnamed-armed" and THESE.match(doer.evidence.words) is not None


def _other_ages(a: Claim, b: Claim) -> bool:
    """Whether each says of one human being how old he is, and not the same: nobody was arrested twice."""
    one, other = ([m[1] for p in x.recipients if (m := _AGE.search(p.evidence.words))] for x in (a, b))
    return len(one) == len(other) == 1 and one != other


def is_counted(claim: Claim) -> bool:
    """Whether a claim gives a figure of people harmed."""
    return any(getattr(claim, field) is not None for field in COUNTED)


def retold(a: Claim, b: Claim) -> Finding | None:
    """Whoever was taken is told of again (`casus/merge/captives.py`)."""
    again = taken_again(a, b)
    return Finding(1, f"taken already: the {again}") if again else None


def _two_takings(a: Claim, b: Claim) -> bool:
    """ "Arrested a leader and detained one suspect": figures of one sentence for two sets of people, not two versions of one."""
    told = a.captured is not None and b.captured is not None and a.recipients and b.recipients
    return bool(told) and a.sentence == b.sentence and overlap(a.recipients, b.recipients) is not True


def _victims_of(a: Claim, b: Claim) -> bool:
    """Whether those harmed in `a` are called the victims of somebody whom `b` struck ("two of Khan's victims")."""
    names = [p.name.split()[-1] for p in b.recipients if p.name[:1].isupper()]
    return any(re.search(rf"\b{re.escape(name)}['’]s? victims\b", a.act.words) for name in names)


def senses(a: Claim, b: Claim) -> Finding | None:
    """For acts of words and of policy, the same sense is asked for; for violence any sense may retell another."""
    if a.act.rule == b.act.rule:
        return Finding(1, f"same kind of act: {a.act.rule}")
    if a.type == "ASSAULT" and a.lemma and stem(a.lemma) == stem(b.lemma):
        return Finding(1, f"same word for the act: {stem(a.lemma)}")
    one = _one_stand(a, b) or _in_one_breath(a, b) or (a.report == b.report and is_taking(a) and is_taking(b))
    if a.type in VERBAL and not (one or of_one_search(a, b)):
        return Finding(-1, f"different acts: {a.act.rule}, {b.act.rule}", veto=True)
    return None


def _one_stand(a: Claim, b: Claim) -> bool:
    """One body taking one stand in several words ("condemned the strikes", "called them barbaric")."""
    same = overlap(a.actors, b.actors) is True and any(p.id for p in a.actors)
    return same and a.modes == b.modes != () and overlap(a.recipients, b.recipients) is True


def _in_one_breath(a: Claim, b: Claim) -> bool:
    """ "Lashed out at the mayor, accusing her", "travelled to Gao and held talks there": words of one, to nobody else, in one sentence."""
    if a.type not in SPOKEN or a.report != b.report or a.sentence != b.sentence:
        return False
    one_voice = bool({p.evidence.start for p in a.actors} & {p.evidence.start for p in b.actors})
    same = overlap(a.recipients, b.recipients) is True
    alike = same or not a.modes or not b.modes or a.modes == b.modes
    return one_voice and alike and (same or not (_addressed(a) and _addressed(b)))


def _addressed(claim: Claim) -> bool:
    """Whether words are told to go to somebody, and not only where somebody goes."""
    return any(claim.place is None or p.name != claim.place.name for p in claim.recipients)


FEATURES: tuple[Feature, ...] = (
    Feature(actors, 0.30), Feature(recipients, 0.20), Feature(dates, 0.15), Feature(places, 0.30), Feature(layers, 0.1),
    Feature(modes, 0.20), Feature(tolls, 0.30), Feature(senses, 0.15), Feature(struck, 0.20),
    Feature(further, 0.1), Feature(victims, 0.15), Feature(retold, 0.4),
)  # fmt: skip


def score(a: Claim, b: Claim) -> Score:
    """Score a pair of claims of one type. A veto makes them different whatever the rest says."""
    if a.type != b.type:
        return Score(0.0, (), f"different types: {a.type}, {b.type}")
    total, because = 0.0, []
    for feature in FEATURES:
        found = feature.test(a, b)
        if found is None:
            continue
        if found.veto:
            return Score(0.0, (found.because,), found.because)
        total += feature.weight * found.value
        because.append(found.because)
    return Score(round(total, 3), tuple(because))
