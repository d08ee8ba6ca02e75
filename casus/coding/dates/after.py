"""The date of an act told as before another, in a clause with "after": "suspended the truce in March after rebels shot a judge".

What leads to something within a month, a season or a year is taken to lie in it, too; "in March, a month after rebels shot a judge" is
reckoned. A day says nothing of what came before it, nor does the date of a judgement or an arrest.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from casus.codebook.dates import load_dates
from casus.coding.dates.behind import last_of
from casus.coding.dates.values import number, shift, shift_months, whole_month
from casus.coding.syntax import Tree
from casus.model.when import DateRange

_MONTH = 28
_SHORT = frozenset({"hour", "minute", "moment"})
_PART = re.compile(r"\b(?:night|overnight|early|morning|dawn|midnight|a\.?m)\b", re.IGNORECASE)
_AT_ONCE = frozenset({"suspend", "ban", "expel", "dismiss", "sack"})
_COUNT = re.compile(r"(?:(?:just|only|about|around)\s+)?(?P<n>[\w-]+)\s+(?P<unit>days?|nights?|weeks?|months?)\s+after$", re.IGNORECASE)


def date_by_another(tree: Tree, act: int, dates: Sequence[tuple[int, DateRange]]) -> DateRange | None:
    """The date of an act in a clause after "after", by that of the clause around it; None where that tells nothing of it."""
    clause = tree.predicates[act]
    mark = next((c for c in tree.children(clause, "mark") if tree.lemma(c) == "after"), None)
    over = tree.tokens[clause].head
    if mark is None or tree.rel(clause) != "advcl" or over < 0:
        return None
    joined = [over]
    while tree.rel(joined[-1]) == "conj" and tree.tokens[joined[-1]].head >= 0:
        joined.append(tree.tokens[joined[-1]].head)
    known = [(head, d) for head, d in dates if d.start is not None and d.end is not None]
    around = [d for head, d in known if head not in tree.subtree(clause) and tree.predicates[head] in joined]
    if len(around) != 1 or any(head in tree.subtree(clause) for head, _ in known):
        return None
    counted = next((d for _, d in dates if last_of(tree, d) == mark), None)
    if counted is not None:
        return _counted_back(around[0], counted)
    if mark > 0 and tree.lemma(mark - 1) in _SHORT:
        return _same_day(around[0])
    late = load_dates().telling | (load_dates().following_up - _AT_ONCE)
    return None if any(tree.lemma(i) in late for i in joined) else _as_wide(around[0])


def _as_wide(when: DateRange) -> DateRange | None:
    """The same month, season or year."""
    wide = when.start is not None and when.end is not None and (when.end - when.start).days + 1 >= _MONTH
    return replace(when, basis=f"{when.basis}; what led to it is taken to be of that time") if wide else None


def _same_day(when: DateRange) -> DateRange | None:
    """ "On Tuesday, hours after troops seized a judge": that day, if it is no night or morning, to which the day before is as near."""
    whole = when.precision == "day" and when.evidence is not None and not _PART.search(when.evidence.words)
    return replace(when, basis=f"{when.basis}; what was done hours before it") if whole else None


def _counted_back(when: DateRange, counted: DateRange) -> DateRange | None:
    """So many days or weeks before a day, months before a month."""
    words = _COUNT.search(counted.evidence.words) if counted.evidence is not None else None
    count = number(words["n"]) if words is not None else None
    if words is None or count is None or when.start is None or when.end is None:
        return None
    basis = f"{when.basis}; what is told was {words[0]} it"
    if words["unit"].startswith("month"):
        back = whole_month(*shift_months(when.start, -count), basis) if when.precision in {"day", "month"} else None
        return replace(when, start=back.start, end=back.end, precision="month", basis=basis) if back is not None else None
    days = count * (7 if words["unit"].startswith("week") else 1)
    if when.precision != "day":
        return None
    around = 3 if words["unit"].startswith("week") else 0
    found = replace(when, start=shift(when.start, -days - around), end=shift(when.end, around - days), basis=basis)
    return replace(found, precision="week") if around else found
