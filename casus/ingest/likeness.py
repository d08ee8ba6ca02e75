"""Likeness: how much two reports share of the words that few texts have, as evidence that they tell the same story.

Cosine of log-weighted term vectors with inverse document frequencies (Salton and Buckley 1988) from a shipped table of
document counts and the case's own reports. Pairs are found through the strongest terms of each report only, so the cost
grows with the reports and not with their square.
"""

from __future__ import annotations

import gzip
import math
import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import pairwise
from pathlib import Path
from typing import Final

from casus.model.text import Report

FREQUENCIES: Final = Path(__file__).with_name("frequencies.tsv.gz")
LEAST: Final = 0.1
"""Pairs less alike than this are left out."""
WINDOW: Final = 14
"""Reports published further apart than this many days are not compared."""
_ANCHORS: Final = 30
_CROWD: Final = 200
_WORD: Final = re.compile(r"[^\W_]+(?:['’][^\W_]+)?")
_NAME: Final = re.compile(r"\b[A-Z][\w'’-]+(?: [A-Z][\w'’-]+)+")

Vector = Mapping[str, float]


def terms(text: str) -> list[str]:
    """The words of a text in lower case, and the pairs of adjacent words in capitals ("Brandon Varlow")."""
    found = [word.lower() for word in _WORD.findall(text)]
    for name in _NAME.findall(text):
        words = name.lower().split()
        found += [f"{a} {b}" for a, b in pairwise(words)]
    return found


def likenesses(reports: Sequence[Report]) -> dict[tuple[str, str], float]:
    """The cosine, 0 to 1, of each pair of reports (ids in order) that is at least LEAST and near in time."""
    if len(reports) < 2:
        return {}
    ordered = sorted(reports, key=lambda r: r.id)
    vectors = _vectors([r.text for r in ordered])
    found: dict[tuple[str, str], float] = {}
    for i, j in _pairs(vectors):
        if _near(ordered[i], ordered[j]) and (value := _cosine(vectors[i], vectors[j])) >= LEAST:
            found[ordered[i].id, ordered[j].id] = round(value, 3)
    return found


def _near(a: Report, b: Report) -> bool:
    return a.published is None or b.published is None or abs((a.published - b.published).days) <= WINDOW


@lru_cache(maxsize=1)
def _background() -> tuple[Mapping[str, int], int]:
    """Document counts of words, and of how many documents."""
    lines = gzip.decompress(FREQUENCIES.read_bytes()).decode().splitlines()
    return {word: int(n) for word, n in (line.split("\t") for line in lines[1:])}, int(lines[0].split("\t")[1])


def _vectors(texts: Sequence[str]) -> list[Vector]:
    counted = [Counter(terms(text)) for text in texts]
    own = Counter(term for counts in counted for term in counts)
    background, documents = _background()
    total = documents + len(texts)
    out: list[Vector] = []
    for counts in counted:
        raw = {t: (1 + math.log(n)) * math.log(total / (background.get(t, 0) + own[t])) for t, n in counts.items()}
        length = math.sqrt(sum(x * x for x in raw.values())) or 1.0
        out.append({t: x / length for t, x in raw.items()})
    return out


def _pairs(vectors: Sequence[Vector]) -> Iterator[tuple[int, int]]:
    """Pairs that share one of their strongest terms, each once, in order."""
    holders: dict[str, list[int]] = defaultdict(list)
    for i, vector in enumerate(vectors):
        for term in sorted(vector, key=lambda t: (-vector[t], t))[:_ANCHORS]:
            holders[term].append(i)
    seen = {(i, j) for group in holders.values() if len(group) <= _CROWD for n, i in enumerate(group) for j in group[n + 1 :]}
    yield from sorted(seen)


def _cosine(a: Vector, b: Vector) -> float:
    small, large = (a, b) if len(a) <= len(b) else (b, a)
    return sum(x * large[t] for t, x in small.items() if t in large)
