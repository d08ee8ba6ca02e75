"""Who vouches where no word of the clause says so: a speaker told before in the paragraph, if the encoder finds the act on a word.

"An aide reported a raid by the gang on Friday. Its men burned the market.": only the whole paragraph tells that the aide still speaks.
It only takes away: what the rules find said by somebody stays so, whatever the encoder says (training/HEADS.md says what that would cost).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from casus.coding.speech.tellers import Teller
from casus.model.claim import STATUSES, Claim, Source
from casus.model.text import Sentence
from casus.resolve.likely_told import log_odds
from casus.resolve.speakers import is_pronoun

LEAST, PLAIN = 0.0, 1.0
"""The least odds (log) that an act stands on a word, where a speaker stands before it; and of one with a day and a place of its own."""
REACH = 3
"""How many sentences back who speaks may stand."""


def said_before(claim: Claim, tellers: Sequence[Teller], sentences: Sequence[Sentence], *, placed: bool) -> Claim:
    """The claim on the word of who spoke last in its paragraph, where nothing in its clause says so and the encoder does.

    `placed`: whether its words name where it was.
    """
    if claim.status != "asserted" or claim.sources or claim.heading or claim.telling is None:
        return claim
    odds = log_odds(claim.telling.statuses[STATUSES.index("attributed")])
    plain = placed and claim.date is not None and claim.date.evidence is not None
    speaker = _speaker(claim, tellers, sentences) if odds >= (PLAIN if plain else LEAST) else None
    if speaker is None:
        return claim
    said = replace(claim, status="attributed", sources=(speaker,))
    return said.because("status", f"read in its whole report, told on the word of {speaker.name} (log odds {odds:.1f})")


def _speaker(claim: Claim, tellers: Sequence[Teller], sentences: Sequence[Sentence]) -> Source | None:
    """Who spoke last before the act, in its paragraph."""
    paragraph = sentences[claim.sentence].paragraph
    before = [
        t for t in tellers
        if t.says and t.source.evidence.start < claim.act.start and 0 <= claim.sentence - t.sentence <= REACH
        and sentences[t.sentence].paragraph == paragraph and not is_pronoun(t.source.name)
    ]  # fmt: skip
    return before[-1].source if before else None
