"""Mentions: acts that their words only name ("in the bombing of the market"), and do not tell."""

from __future__ import annotations

from casus.model.claim import Claim

_BEFORE_A_NOUN = frozenset("of in to for with by from at on over after amid near during against into about following".split())


def is_mention(claim: Claim) -> bool:
    """Whether the words of an act only name it, after a preposition; "killed nine in a raid" tells it."""
    return all(words.words.split(maxsplit=1)[0] in _BEFORE_A_NOUN for words in (claim.act, *claim.support))
