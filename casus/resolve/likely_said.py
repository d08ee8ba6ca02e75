"""Who vouches where no word of the clause says so: a speaker told before in the paragraph, if the encoder finds the act on a word.

"An aide reported a raid by the gang on Friday. Its men burned the market.": only the whole paragraph tells that the aide still speaks.
And the other way round where the words need not be the speaker's: the rules only carried him on from another sentence, what he says takes
the act for known, or he does it in saying so. What a clause itself says is said stays so, whatever the encoder says.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from casus.coding.acts.filling import VERBAL
from casus.coding.acts.reproach import SAID
from casus.coding.claims import Told
from casus.coding.speech.known import NAMED
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
ITEM = 1.0
"""The same of an outlet that is named once in its item."""
KNOWN, NAMED_ONLY = 2.5, 3.0
"""The same of an act that somebody's words take for known, or that is done in saying so; of one that a noun names."""
NEVER = 99.0
SURELY_OWN = 3.0
"""The least odds that a claim which the rules find told by the report itself makes its event a fact, whoever else is a voice of it: of 84
such events that were `attributed` the coders had all as `asserted` (45 of them as either)."""
_OUTLET, _GOING_ON = "in an item told by", "goes on with"
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


def own_again(told: Told, sentences: int) -> Claim:
    """The claim told by the report itself, where its words need not be somebody's and the encoder holds them for the report's own.

    Only a speaker of another sentence was carried on to it; what is said takes the act for known; it is an act of words, in the words of
    who does it; or an outlet is named as where an item is from. Who speaks stays a voice. Of few `sentences` the encoder sees too little.
    """
    claim = told.claim
    if claim.status != "attributed" or claim.telling is None:
        return claim
    odds, (least, why) = _odds(claim.telling, "asserted"), _unsaid(told, sentences)
    if odds < least:
        return claim
    own = replace(claim, status="asserted", sources=(), besides=(*claim.besides, *claim.sources))
    return own.because("status", f"{why}read in its whole report, told by the report itself (log odds {odds:.1f})")


def _unsaid(told: Told, sentences: int) -> tuple[float, str]:
    """From which odds on an act on somebody's word may be the report's own, and why no word there says that it is his."""
    claim, short = told.claim, sentences < LONG
    if _is_carried(claim, _OUTLET):
        return KNOWN if short else ITEM, ""
    if short:
        return NEVER, ""
    if _is_taken_from_outlet(claim):
        return KNOWN, "the outlet an item was taken from; "
    if _is_carried(claim, _GOING_ON, _OUTLET):
        return OWN, ""
    if told.known:
        return NAMED_ONLY if told.known == NAMED else KNOWN, f"{told.known}; "
    if claim.type in VERBAL and _is_by_its_doer(claim):
        return KNOWN, "an act of words, in the words of who does it; "
    return NEVER, ""


def _is_taken_from_outlet(claim: Claim) -> bool:
    """ "... were shot dead, reports Daily Times": an outlet named behind what it tells, as a digest says where an item is from."""
    behind = (s.capacity == "media" and not s.chain and s.evidence.start > claim.act.start for s in claim.sources)
    return bool(claim.sources) and all(behind)


def _is_by_its_doer(claim: Claim) -> bool:
    """Whether everybody who says so is among those who do it, and passes on nobody's words; what only amounts to a reproach stays said."""
    if any(r.field == "status" and r.rule == SAID for r in claim.reasons):
        return False
    doing = {(p.id or p.name).lower() for p in claim.actors}
    return all((s.id or s.name).lower() in doing and not s.chain for s in claim.sources)


def is_surely_own(claim: Claim) -> bool:
    """Whether rules and encoder alike hold a claim for the report's own word."""
    return claim.status == "asserted" and claim.telling is not None and _odds(claim.telling, "asserted") >= SURELY_OWN


def _odds(telling: Telling, status: Status) -> float:
    return log_odds(telling.statuses[STATUSES.index(status)])


def _is_carried(claim: Claim, *how: str) -> bool:
    why = [r.rule for r in claim.reasons if r.field == "status" and r.rule != _BARE]
    return bool(why) and all(rule.startswith(how) for rule in why)


def _speaker(claim: Claim, tellers: Sequence[Teller], sentences: Sequence[Sentence]) -> Source | None:
    """Who spoke last before the act, in its paragraph."""
    paragraph = sentences[claim.sentence].paragraph
    return last_speaker(claim, [t for t in tellers if sentences[t.sentence].paragraph == paragraph])
