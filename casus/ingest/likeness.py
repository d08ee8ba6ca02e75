"""Likeness: how much two reports share of the words that few texts have, as evidence that they tell the same story.

Cosine of log-weighted term vectors with inverse document frequencies (Salton and Buckley 1988) from a shipped table of
document counts and the case's own reports; the beginning of a report counts twice, and reports far apart in time are less
alike. Pairs are found through the strongest terms of each report only, so the cost grows with the reports and not with their
square.
"""

from __future__ import annotations

import gzip
import math
import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import cache, lru_cache
from pathlib import Path
from typing import Final

from casus.ingest.refrains import without_refrains
from casus.model.text import Report

FREQUENCIES: Final = Path(__file__).with_name("frequencies.tsv.gz")
LEAST: Final = 0.02
"""Pairs less alike than this are left out."""
SLOW: Final = 3.0
"""How slowly likeness falls with the days between two reports; it is halved after e^SLOW - 1 days (about three weeks)."""
_LEAD: Final = 600
"""The characters at the beginning that say what a report is about."""
_BRIEF: Final = 80
"""Of so many different words, likeness counts half."""
_FEW: Final = 30
"""What stands in for the reports not seen yet, where a word's share of the case's own reports is taken."""
_ANCHORS: Final = 45
_CROWD: Final = 200
"""Of its strongest terms so many can bring a report beside another; a term of more reports than the second brings none."""
_SHARED: Final = 2
"""Two reports are compared where they share so many of these."""
_WORD: Final = re.compile(r"[^\W_]+(?:['’](?!s\b)[^\W_]+)?")

Vector = Mapping[str, float]


def terms(text: str) -> list[str]:
    """The words of a text in lower case, without a possessive's ending."""
    return [word.lower() for word in _WORD.findall(text) if word not in {"s", "S"}]


def likenesses(reports: Sequence[Report]) -> dict[tuple[str, str], float]:
    """The cosine, 0 to 1, of each pair of reports (ids in order) that is at least LEAST; less for each day between them."""
    ordered = [r for _, r in sorted({r.id: r for r in reports}.items())]
    if len(ordered) < 2:
        return {}
    vectors = _vectors(without_refrains(ordered))
    found: dict[tuple[str, str], float] = {}
    for i, j in _pairs(vectors):
        value = _cosine(vectors[i], vectors[j]) * _nearness(ordered[i], ordered[j]) * _weight(vectors[i], vectors[j])
        if value >= LEAST:
            found[ordered[i].id, ordered[j].id] = round(value, 3)
    return found


def _nearness(a: Report, b: Report) -> float:
    """1 for reports of one day, 1/2 for those three weeks apart."""
    if a.published is None or b.published is None:
        return 1.0
    return 1 / (1 + math.log1p(abs((a.published - b.published).days)) / SLOW)


def _weight(a: Vector, b: Vector) -> float:
    """How much the words of two reports can say: little where one has only a sentence or two."""
    words = min(len(a), len(b))
    return words / (words + _BRIEF)


@lru_cache(maxsize=1)
def _background() -> tuple[Mapping[str, int], int]:
    """Document counts of words, and of how many documents."""
    lines = gzip.decompress(FREQUENCIES.read_bytes()).decode().splitlines()
    return {word: int(n) for word, n in (line.split("\t") for line in lines[1:])}, int(lines[0].split("\t")[1])


def _vectors(texts: Sequence[str]) -> list[Vector]:
    counted = [Counter(terms(text)) + Counter(terms(text[:_LEAD])) for text in texts]
    own = Counter(term for counts in counted for term in counts)
    background, documents = _background()
    total = documents + len(texts)

    @cache
    def rarity(term: str) -> float:
        """How few texts have a word: of the language, and of this case."""
        seen = own[term]
        return min(math.log(total / (background.get(term, 0) + seen)), math.log((len(texts) + _FEW) / (seen + 0.5)))

    out: list[Vector] = []
    for counts in counted:
        raw = {t: (1 + math.log(n)) * rarity(t) for t, n in counts.items()}
        length = math.sqrt(sum(x * x for x in raw.values())) or 1.0
        out.append({t: x / length for t, x in raw.items() if x > 0})
    return out


def _pairs(vectors: Sequence[Vector]) -> Iterator[tuple[int, int]]:
    """Pairs that share some of their strongest terms, each once, in order."""
    holders: dict[str, list[int]] = defaultdict(list)
    for i, vector in enumerate(vectors):
        for term in sorted(vector, key=lambda t: (-vector[t], t))[:_ANCHORS]:
            holders[term].append(i)
    shared = Counter((i, j) for group in holders.values() if len(group) <= _CROWD for n, i in enumerate(group) for j in group[n + 1 :])
    yield from sorted(pair for pair, n in shared.items() if n >= _SHARED)


def _cosine(a: Vector, b: Vector) -> float:
    small, large = (a, b) if len(a) <= len(b) else (b, a)
    return sum(x * large[t] for t, x in small.items() if t in large)
