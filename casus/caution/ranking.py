"""Ranking: cautions in the order of what they could ruin, kept while some come and others go; each once, however often it is found."""

from __future__ import annotations

from bisect import bisect_left, insort
from collections import Counter
from collections.abc import Iterable

from casus.model.caution import Caution, CautionKind

RANK: tuple[CautionKind, ...] = (
    "suspect-magnitude", "parts-do-not-add-up", "contradiction", "headline-stronger-than-body", "order-unknown",
    "broken-sentence", "glued-words", "single-party-source", "unnamed-sources", "undecided-merge", "ambiguous-name", "old-office-holder",
    "spelling", "homoglyphs", "date-missing", "near-copy", "boilerplate-removed",
)  # fmt: skip
"""Kinds of caution, the one that could ruin most first: figures, then certainty and order, then names, then dates."""

Key = tuple[int, str, int, str]
Ranked = tuple[Key, Caution]
Flag = tuple[int, int, Key]
"""Where a caution's words stand in their report, and its rank; the last of the rank is its id."""

_FEW = 8
"""Fewer changes than one in so many are sorted in, more are sorted anew."""


class Ranking:
    """Cautions by rank, and the flags they put on the words of each report."""

    def __init__(self) -> None:
        self._times: Counter[Key] = Counter()
        self._found: dict[Key, Caution] = {}
        self._keys: list[Key] = []
        self._on: dict[str, dict[Key, Flag]] = {}
        self.flags: dict[str, tuple[Flag, ...]] = {}

    def change(self, gone: Iterable[Ranked], come: Iterable[Ranked]) -> set[str]:
        """Take cautions out and others in; return the reports whose flags are others than before."""
        touched: dict[Key, Caution] = {}
        for times, found in ((-1, gone), (1, come)):
            for key, caution in found:
                self._times[key] += times
                touched[key] = caution
        out = [key for key in touched if self._times[key] <= 0]
        new = [key for key in touched if self._times[key] > 0 and key not in self._found]
        reports = {c.evidence.report for key in (*out, *new) if (c := touched[key]).evidence is not None}
        for key in out:
            self._take_out(key)
        for key in new:
            self._put_in(key, touched[key])
        self._found.update((key, touched[key]) for key in touched if key in self._found)
        self._sort(out, new)
        return {report for report in reports if self._renewed(report)}

    def cautions(self) -> tuple[Caution, ...]:
        """Return them all, by rank."""
        return tuple(self._found[key] for key in self._keys)

    def _take_out(self, key: Key) -> None:
        del self._times[key]
        caution = self._found.pop(key, None)
        if caution is not None and caution.evidence is not None:
            del self._on[caution.evidence.report][key]

    def _put_in(self, key: Key, caution: Caution) -> None:
        self._found[key] = caution
        if caution.evidence is not None:
            self._on.setdefault(caution.evidence.report, {})[key] = caution.evidence.start, caution.evidence.end, key

    def _sort(self, out: list[Key], new: list[Key]) -> None:
        if _FEW * (len(out) + len(new)) > len(self._keys):
            self._keys = sorted(self._found)
            return
        for key in out:
            at = bisect_left(self._keys, key)
            if at < len(self._keys) and self._keys[at] == key:
                del self._keys[at]
        for key in new:
            insort(self._keys, key)

    def _renewed(self, report: str) -> bool:
        """Work out the flags of a report anew; whether they changed."""
        on = self._on.get(report, {})
        flags = tuple(on[key] for key in sorted(on))
        before = self.flags.get(report, ())
        self.flags[report] = flags
        return flags != before


def ranked_of(caution: Caution) -> Ranked:
    """Return a caution with its rank."""
    return (RANK.index(caution.kind), caution.report, caution.evidence.start if caution.evidence else -1, caution.id), caution


def ranked(found: Iterable[Caution]) -> tuple[Caution, ...]:
    """Return cautions, each once, the one that could ruin most first."""
    return tuple(c for _, c in sorted({r[0]: r for r in map(ranked_of, found)}.values(), key=lambda r: r[0]))
