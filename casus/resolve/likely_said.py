"""Who vouches where no word of the clause says so: a speaker told before in the paragraph, if the encoder finds the act on a word.

"An aide reported a raid by the gang on Friday. Its men burned the market.": only the whole paragraph tells that the aide still speaks.
And the other way round where the rules only carried a speaker on from another sentence. What a word of the clause says is said stays so,
whatever the encoder says.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from casus.coding.speech.tellers import Teller
from casus.model.claim import STATUSES, Claim, Source, Status
from casus.model.telling import Telling
from casus.model.text import Sentence
from casus.resolve.likely_told import LONG, log_odds
from casus.resolve.speakers import last_speaker

LEAST, PLAIN, MORE_IN_SHORT = 0.0, 1.0, 1.0
"""The least odds (log) that an act stands on a word, where a speaker stands before it; of one with a day and a place of its own; and how
much better they must be in a short report."""
OWN = 2.0
"""The least odds that the report tells it itself, where the rules only carry a speaker on to it: of 124 such claims 122 were its own."""
SURELY_OWN = 3.0
"""The least odds that a claim which the rules find told by the report itself makes its event a fact, whoever else is a voice of it: of 84
such events that were `attributed` the coders had all as `asserted` (45 of them as either)."""
_CARRIED = ("goes on with", "in an item told by")
"""How the reasons begin for a speaker carried on from another sentence."""
_BARE = "told as done"


def said_before(claim: Claim, tellers: Sequence[Teller], sentences: Sequence[Sentence], *, placed: bool) -> Claim:
    """The claim on the word of who spoke last in its paragraph, where nothing in its clause says so and the encoder does.

    `placed`: whether its words name where it was.
    """
    if claim.status != "asserted" or claim.sources or claim.heading or claim.telling is None:
        return claim
    odds = _odds(claim.telling, "attributed")
    plain = placed and claim.date is not None and claim.date.evidence is not None
    least = (PLAIN if plain else LEAST) + (MORE_IN_SHORT if len(sentences) < LONG else 0.0)
    speaker = _speaker(claim, tellers, sentences) if odds >= least else None
    if speaker is None:
        return claim
    said = replace(claim, status="attributed", sources=(speaker,))
    return said.because("status", f"read in its whole report, told on the word of {speaker.name} (log odds {odds:.1f})")


def own_again(claim: Claim, sentences: int) -> Claim:
    """The claim told by the report itself, where only a speaker of another sentence was carried on to it and the encoder says so.

    Who was carried on stays a voice beside it. Of a report of so few `sentences` the encoder has seen too little.
    """
    if claim.status != "attributed" or claim.telling is None or sentences < LONG or not _is_carried(claim):
        return claim
    odds = _odds(claim.telling, "asserted")
    if odds < OWN:
        return claim
    own = replace(claim, status="asserted", sources=(), besides=(*claim.besides, *claim.sources))
    return own.because("status", f"read in its whole report, told by the report itself (log odds {odds:.1f})")


def is_surely_own(claim: Claim) -> bool:
    """Whether rules and encoder alike hold a claim for the report's own word."""
    return claim.status == "asserted" and claim.telling is not None and _odds(claim.telling, "asserted") >= SURELY_OWN


def _odds(telling: Telling, status: Status) -> float:
    return log_odds(telling.statuses[STATUSES.index(status)])


def _is_carried(claim: Claim) -> bool:
    why = [r.rule for r in claim.reasons if r.field == "status" and r.rule != _BARE]
    return bool(why) and all(rule.startswith(_CARRIED) for rule in why)


def _speaker(claim: Claim, tellers: Sequence[Teller], sentences: Sequence[Sentence]) -> Source | None:
    """Who spoke last before the act, in its paragraph."""
    paragraph = sentences[claim.sentence].paragraph
    return last_speaker(claim, [t for t in tellers if sentences[t.sentence].paragraph == paragraph])
