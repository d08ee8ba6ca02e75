"""Voices: reports in which several speak and none of them has a name."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from casus.codebook.kinds import load_kinds
from casus.coding import Coded
from casus.model.caution import Caution
from casus.model.claim import Source
from casus.model.picture import Reading


def unnamed_sources(reading: Reading, coded: Coded) -> Iterator[Caution]:
    """One caution where two or more sources speak and no person, body or document among them is named."""
    told = [s for claim in reading.claims for s in claim.sources]
    sources = {s.name.lower(): s for s in (*coded.voices, *told) if s.capacity != "writer"}
    if len(sources) < 2 or not told or any(_is_named(s) for s in sources.values()):
        return
    listed = ", ".join(sorted(s.name for s in sources.values()))
    first = min(sources.values(), key=lambda s: s.evidence.start)
    message = f"No source is a named person or document: {listed}."
    yield Caution("unnamed-sources", reading.report.id, message, "Weigh the report accordingly.", first.evidence)


def _is_named(source: Source) -> bool:
    """A proper name: two capitalised words in a row (hyphens and apostrophes apart), or a last word that is no common noun."""
    words = [re.sub(r"[-'’.]", "", word) for word in source.name.split()]
    if any(a[:1].isupper() and b[:1].isupper() and a.isalpha() for a, b in pairwise(words)):
        return True
    last = words[-1] if words else ""
    return last[:1].isupper() and load_kinds().noun(_singular(last.lower())) is None


def _singular(word: str) -> str:
    return word if load_kinds().noun(word) is not None else word.removesuffix("s")
