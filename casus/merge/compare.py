"""Likeness of accounts: two accounts of different reports, same, different or open to doubt, by a table of weighted findings.

Scores and vetoes are those of `findings`, over the unions of claims; besides them count the story that reports tell and whom they name.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence, Set
from dataclasses import dataclass
from datetime import date
from types import MappingProxyType

from casus.merge.account import Account, Alike
from casus.merge.apart import apart, named_apart, taken_apart
from casus.merge.captives import TAKING
from casus.merge.findings import (
    SMALL,
    TOWN,
    VERBAL,
    Finding,
    actors,
    is_vague,
    means_finding,
    overlap,
    place_finding,
    recipients,
    target_finding,
)
from casus.model.actor import Party

WEIGHTS = {
    "actors": 0.30, "recipients": 0.20, "dates": 0.15, "places": 0.30, "modes": 0.20, "tolls": 0.30, "senses": 0.15, "struck": 0.20,
    "people": 0.40, "words": 0.60, "likeness": 0.60,
}  # fmt: skip
"""What each finding counts across reports."""
_UNLIKE, _SPAN = 0.02, 0.08
"""Reports of one story less alike than the first say nothing; so much more, and nothing else is needed."""
ACROSS = 0.5
"""The least score at which accounts of two reports tell one occurrence."""
STORY = "one story: rare words in common"
_LATE = 30
"""News that gives no day may follow its occurrence by so many days, where the reports tell one story."""
_RETURNS = 0.07
"""Reports so alike tell one story even where one comes back to it months later."""
_AT_LENGTH, _ALIKE = 0.14, 0.08
"""Reports so alike tell one story at length: another place, another target are only other words for it."""
A_DAY_APART = "told of two days in a row"
_TELLING = 3
"""A toll from here on is seldom that of two attacks in one place on two days in a row."""
_ELSEWHERE, _OTHER_TARGET = "no place in common", "different targets"


@dataclass(frozen=True, slots=True)
class Verdict:
    """How two accounts compare: a value, the reasons, whether something forbids that they are one or leaves it open.

    `by_the_way`: one story speaks for what its reports tell besides their main matter.
    """

    value: float
    because: tuple[str, ...]
    veto: bool = False
    doubt: bool = False
    alikeness: float = 0.0
    by_the_way: bool = False


def compare(a: Account, b: Account, alike: Alike = MappingProxyType({}), *, by_the_way: bool = False) -> Verdict:
    """Score two accounts of one type from different reports; a veto makes them different whatever else agrees.

    `alike` gives the likeness of pairs of reports that tell one story (see casus.ingest.stories); it counts between the main matters of
    reports, and `by_the_way` between what is told besides in them.
    """
    total, because = 0.0, []
    alikeness = _mean_likeness(a.reports, b.reports, alike) if by_the_way else _mean_likeness(a.leads, b.leads, alike)
    for name, finding in (*_findings(a, b, alikeness), ("likeness", _story(alikeness))):
        if finding is None:
            continue
        if finding.veto:
            return Verdict(0.0, (finding.because,), veto=True, alikeness=alikeness, by_the_way=by_the_way)
        total += WEIGHTS[name] * finding.value
        because.append(finding.because)
    at_length = _is_at_length(a, b, alikeness)
    known = _same_names(a, b, alikeness)
    against = list(_against(a, b, known, at_length=at_length))
    sure = at_length or bool(known) or _rare_figures(a, b)
    open_to_doubt = [_ELSEWHERE] if alikeness >= _ALIKE else [_ELSEWHERE, _OTHER_TARGET]
    vague = any(w.startswith(tuple(open_to_doubt)) for w in because) and not sure
    doubt = vague or bool(against) or A_DAY_APART in because
    return Verdict(round(total, 3), (*because, *against), doubt=doubt, alikeness=alikeness, by_the_way=by_the_way)


def _against(a: Account, b: Account, known: frozenset[str], *, at_length: bool) -> Iterator[str]:
    """What may set two acts of force apart, or two acts that befell people by name."""
    if a.type in VERBAL and not known:
        yield from named_apart(a, b)
    if a.type == "ASSAULT":
        yield from apart(a, b, at_length=at_length, known=known)
    if TAKING & a.means and TAKING & b.means:
        yield from taken_apart(a, b, one_day=a.exact and b.exact)


def _findings(a: Account, b: Account, alikeness: float) -> Iterator[tuple[str, Finding | None]]:
    if a.type != b.type or a.aggregate != b.aggregate or (a.layer != b.layer and not _comes_back(a, b, alikeness)):
        yield "dates", Finding(-1, "different kinds of account", veto=True)
    yield "dates", _days(a, b, alikeness)
    yield "actors", actors(a, b, _shared_name)
    yield "recipients", recipients(a, b, _shared_name)
    yield "places", _places(a, b, sure=a.days.meets(b.days) and (_is_at_length(a, b, alikeness) or bool(_same_names(a, b, alikeness))))
    yield "senses", _senses(a, b)
    yield "modes", means_finding(a.means, b.means)
    yield "struck", target_finding(a.targets, b.targets) if a.type == "ASSAULT" else None
    yield "tolls", _tolls(a, b)
    shared = (a.people & b.people - _namesakes(a, b)) or _same_names(a, b, alikeness)
    yield "people", Finding(1, f"same people: {', '.join(sorted(shared))}") if shared else None
    yield "words", Finding(1, f"same words: “{max(a.words & b.words)}”") if a.words & b.words else None


def _days(a: Account, b: Account, alikeness: float) -> Finding | None:
    if not a.days.meets(b.days):
        return _later(a, b, alikeness)
    if a.exact and b.exact:
        return Finding(1, "same day")
    return Finding(0.3, "dates may agree") if a.days.told and b.days.told else None


def _later(a: Account, b: Account, alikeness: float) -> Finding:
    """Days that do not meet forbid, unless reports of one story come back to it: without a day, or naming the same people."""
    first, second = (a, b) if a.days.first <= b.days.first else (b, a)
    late = second.days.first - first.days.last
    both = a.days.told and b.days.told
    leads = bool(a.leads and b.leads)
    again = leads and (late <= _LATE or alikeness >= _RETURNS) and not second.days.told
    if leads and both and alikeness >= _RETURNS and (_one_night(first, second) or _one_day_of_year(first, second)):
        return Finding(0, "one night, dated by either day, or a day whose year is not told")
    if again or _same_names(a, b, alikeness):
        return Finding(-1, "told days later, without a date" if not both else "other days, of the same people")
    if _next_day(first, second) and _looks_the_same(a, b):
        return Finding(-1, A_DAY_APART)
    return Finding(-1, "different dates", veto=True)


def _next_day(first: Account, second: Account) -> bool:
    return first.exact and second.exact and second.days.first - first.days.last == 1


def _looks_the_same(a: Account, b: Account) -> bool:
    """Whether two accounts of one place give one toll, of several: one of their days may be wrong, which a person is to say."""
    found = place_finding(a.place, b.place)
    there = (found is not None and found.value >= TOWN) or bool(a.spots & b.spots)
    sides = overlap(a.actors, b.actors) is not False and means_finding(a.means, b.means) != Finding(-0.8, "different means")
    return a.type == "ASSAULT" and there and sides and max((a.killed & b.killed) | (a.injured & b.injured), default=0) >= _TELLING


def _one_night(first: Account, second: Account) -> bool:
    """Whether two days in a row may be one night, which one report dates by its evening and the other by its morning."""
    by_night = _next_day(first, second) and (first.by_night or second.by_night)
    return by_night and not (first.killed and second.killed and not first.killed & second.killed)


def _one_day_of_year(first: Account, second: Account) -> bool:
    """Whether two days are the same but for the year ("on March 13"), which a report that comes back later leaves out."""
    one, other = (date.fromordinal(x.days.first) for x in (first, second))
    return first.exact and second.exact and (one.month, one.day) == (other.month, other.day)


def _comes_back(a: Account, b: Account, alikeness: float) -> bool:
    """Whether what is background in one report is the news of the other: reports of one story, or the same people."""
    return alikeness >= _RETURNS or bool(_same_names(a, b, alikeness))


def _same_names(a: Account, b: Account, alikeness: float) -> frozenset[str]:
    """The people whom the main matters of reports of one story both name: nobody is killed twice.

    They are those it was done to, those who did it, and those whom one report tells of with an age and the other names, unless the two
    befell others by name.
    """
    if alikeness < _UNLIKE:
        return frozenset()
    if a.victims and b.victims and not a.victims & b.victims:
        return a.names & b.names
    return (a.names & b.names) | (a.aged & b.met) | (b.aged & a.met)


def _namesakes(a: Account, b: Account) -> frozenset[str]:
    """Surnames that two accounts share though no first name goes with them in both."""
    one, other = ({n.split()[-1] for n in x.names} for x in (a, b))
    return frozenset((one & other) - {n.split()[-1] for n in a.names & b.names})


def _places(a: Account, b: Account, *, sure: bool) -> Finding | None:
    """What the places say; another place forbids, except between accounts `sure` to tell of one matter: one is misread or wrong."""
    found = place_finding(a.place, b.place)
    if found is not None and found.veto and sure:
        return Finding(-1, f"{found.because}, of one story at length or the same people")
    if found is not None and (found.value > 0 or found.veto):
        return found
    if a.spots & b.spots:
        return Finding(0.8, f"same place: {max(a.spots & b.spots, key=len)}")
    if found is None and a.spots and b.spots and not (is_vague(a.place) or is_vague(b.place)):
        return Finding(-0.5, _ELSEWHERE)
    return found


def _shared_name(a: Sequence[Party], b: Sequence[Party]) -> str:
    """The name by which two sides agree."""
    known = {i for p in b for i in (p.id, *p.parents, p.name.lower()) if i}
    return next((p.name for p in a if known & {i for i in (p.id, *p.parents, p.name.lower()) if i}), a[0].name)


def _senses(a: Account, b: Account) -> Finding | None:
    if a.rules & b.rules:
        return Finding(1, f"same kind of act: {min(a.rules & b.rules)}")
    if a.type == "ASSAULT":
        shared = (a.stems & b.stems) - {""}
        return Finding(1, f"same word for the act: {min(shared)}") if shared else None
    if a.type in VERBAL and not (a.means & b.means and overlap(a.recipients, b.recipients) is True):
        return Finding(-1, f"different acts: {min(a.rules)}, {min(b.rules)}", veto=True)
    return None


def _tolls(a: Account, b: Account) -> Finding | None:
    """An equal figure speaks for one occurrence, the more the rarer it is; different ones are versions and say nothing."""
    for field, one, other in (("killed", a.killed, b.killed), ("injured", a.injured, b.injured)):
        shared = one & other
        if shared:
            value = max(shared)
            return Finding(1 if value > SMALL else 0.4, f"same figure: {value} {field}")
    return None


def _mean_likeness(ones: Set[str], others: Set[str], alike: Alike) -> float:
    """How alike these reports are to those, on average."""
    if not alike or not ones or not others:
        return 0.0
    total = sum(alike.get((x, y) if x < y else (y, x), 0.0) for x in ones for y in others)
    return total / (len(ones) * len(others))


def _is_at_length(a: Account, b: Account, alikeness: float) -> bool:
    """Whether both are the main matter of reports that tell one story at length."""
    return alikeness >= _AT_LENGTH and bool(a.leads and b.leads)


def _story(alikeness: float) -> Finding | None:
    """Reports that share rare words tell the same story, and their main acts of a type are the same act."""
    if alikeness < _UNLIKE:
        return None
    return Finding(min((alikeness - _UNLIKE) / _SPAN, 1.0), f"{STORY} ({alikeness:.2f})")


def may_be_one(a: Account, b: Account, found: Verdict) -> bool:
    """Whether there is enough in common to ask at all: for violence a place, a day, a figure or a name besides its sides."""
    if a.words & b.words or found.alikeness >= _UNLIKE + _SPAN:
        return True
    if a.type in VERBAL or a.type == "MOBILIZE":
        return overlap(a.actors, b.actors) is True or bool(a.victims & b.victims and a.rules & b.rules)
    sides = overlap(a.actors, b.actors) is True or overlap(a.recipients, b.recipients) is True
    fixed = sum(w.startswith(("same place", "same day", "same people")) or "lies in the other" in w for w in found.because)
    fixed += found.alikeness >= (_UNLIKE if a.certain and b.certain else _ALIKE)
    fixed += _rare_figures(a, b)
    return fixed >= 1 and (sides or len(found.because) >= 2)


def _rare_figures(a: Account, b: Account) -> bool:
    """Whether both give a toll that few occurrences share."""
    return any(value > SMALL for value in (a.killed & b.killed) | (a.injured & b.injured))


def are_one(a: Account, b: Account, found: Verdict) -> bool:
    """Whether two accounts tell one occurrence, as far as a program may say so."""
    return not found.veto and found.value >= ACROSS and not found.doubt and may_be_one(a, b, found)
