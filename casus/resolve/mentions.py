"""Mentions: acts that their words only name ("in the bombing of the market"), and do not tell."""

from __future__ import annotations

from casus.model.claim import Claim

_BEFORE_A_NOUN = frozenset("of in to for with by from at on over after amid near during against into about following".split())
_OPENS_A_CLAUSE = frozenset({"who", "whom", "which", "whose", "what"})


def is_mention(claim: Claim) -> bool:
    """Whether the words of an act only name it, after a preposition; "killed nine in a raid" tells it, so does "of whom two fell"."""
    return all(_names(evidence.words.split(maxsplit=2)) for evidence in (claim.act, *claim.support))


def _names(words: list[str]) -> bool:
    return words[0] in _BEFORE_A_NOUN and not _OPENS_A_CLAUSE.intersection(words[1:2])
