"""Who, by the encoder of tellings: whom it hardly finds in a role, read in the whole report, leaves the claim.

"He promised to get the situation under control": grammar makes the situation an addressee. The encoder has seen whom experts write down;
what it holds far likelier not to fill a role is no value an expert would sign, and nothing is better than that. It brings nobody in, and
takes no voice away that a claim rests on alone: without it the claim would come out as a fact.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import replace
from typing import TypeVar

from casus.coding.tellings import word_of
from casus.model.actor import Party
from casus.model.claim import Claim, Source
from casus.model.text import Evidence, Sentence
from casus.resolve.likely_told import LONG
from casus.tell.tellings import Tellings

LEAST = -3.5
"""The least odds (log) with which a role is filled; chosen on reports that the encoder had not learned from (training/HEADS.md)."""
REACH = 2
"""Of words so many sentences away the encoder knows whether they fill a role."""
Named = TypeVar("Named", Party, Source)


class Roles:
    """What a report's words fill, by the encoder."""

    def __init__(self, tellings: Tellings, sentences: Sequence[Sentence]) -> None:
        self._tellings, self._sentences = tellings, sentences
        self._starts = [s.start for s in sentences]
        self._place = {s.index: k for k, s in enumerate(sentences)}
        self.is_short = len(sentences) < LONG
        """Whether the encoder has seen too little of the report to say anything."""

    def are_unlikely(self, claim: Claim, words: Evidence, role: str) -> bool:
        """Whether some words hardly fill a role of a claim's act; of words too far away, or of a pronoun, nothing is known."""
        odds = self.odds(claim, words, role)
        return odds is not None and odds < LEAST

    def odds(self, claim: Claim, words: Evidence, role: str) -> float | None:
        """The odds (log) that some words fill a role of a claim's act; None where nothing is known."""
        told, home = self._place[claim.sentence], self._home(words)
        if home < 0 or abs(home - told) > REACH:
            return None
        act = word_of(claim, self._sentences[told])
        heads = _heads(words, self._sentences[home])
        return max((f[role] for start in heads if (f := self._tellings.filling(act, start)) is not None), default=None)

    def is_well_before(self, claim: Claim, words: Evidence) -> bool:
        """Whether a sentence or more stands between some words and an act told after them."""
        return self._place[claim.sentence] - self._home(words) > 1

    def _home(self, words: Evidence) -> int:
        """The number of the sentence in which some words begin."""
        return bisect_right(self._starts, words.start) - 1


def _heads(words: Evidence, sentence: Sentence) -> list[int]:
    """Where the words begin that no other of some words governs; no pronouns, which the encoder was never shown in a role."""
    tokens = sentence.tokens
    inside = [i for i, t in enumerate(tokens) if words.start <= t.start and t.end <= words.end]
    tops = [i for i in inside if tokens[i].head not in inside] or inside[:1]
    return [] if any(tokens[i].upos == "PRON" for i in tops) else [tokens[i].start for i in tops]


def without_unlikely(claims: Sequence[Claim], roles: Roles) -> tuple[Claim, ...]:
    """The claims of a report without who hardly fills a role; those of a short one as they are."""
    if roles.is_short:
        return tuple(claims)
    return tuple(_without_unlikely(c, roles) if c.telling is not None and not c.heading else c for c in claims)


def _without_unlikely(claim: Claim, roles: Roles) -> Claim:
    kept = replace(
        claim,
        actors=_kept(claim, claim.actors, "actors", roles), recipients=_kept(claim, claim.recipients, "recipients", roles),
        besides=_kept(claim, claim.besides, "sources", roles), after=_kept(claim, claim.after, "sources", roles),
        sources=_kept(claim, claim.sources, "sources", roles) or claim.sources,
    )  # fmt: skip
    for field in ("actors", "recipients", "besides", "after", "sources"):
        left = [x.name for x in getattr(claim, field) if x not in getattr(kept, field)]
        kept = kept.because(field, _hardly(left)) if left else kept
    return kept


def _kept(claim: Claim, named: Sequence[Named], role: str, roles: Roles) -> tuple[Named, ...]:
    return tuple(x for x in named if _is_counted(claim, x.evidence) or not roles.are_unlikely(claim, x.evidence, role))


def _is_counted(claim: Claim, words: Evidence) -> bool:
    """Whether a figure of the claim rests on some words: those harmed or taken are there, whoever they are."""
    counts = (claim.killed, claim.injured, claim.killed_or_injured, claim.captured)
    return any(c is not None and c.evidence.start < words.end and words.start < c.evidence.end for c in counts)


def _hardly(names: Sequence[str]) -> str:
    return f"read in its whole report, hardly {', '.join(names)}"
