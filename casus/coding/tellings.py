"""What the encoder of tellings says of each claim's word goes with the claim."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from casus.coding.claims import Told
from casus.model.claim import Claim
from casus.model.text import Sentence
from casus.tell.tellings import Tellings


def with_tellings(told: Sequence[Told], sentences: Sequence[Sentence], tellings: Tellings) -> tuple[Told, ...]:
    """The claims, each with what its word tells."""
    by_number = {s.index: s for s in sentences}
    return tuple(replace(t, claim=replace(t.claim, telling=tellings.at(word_of(t.claim, by_number[t.claim.sentence])))) for t in told)


def word_of(claim: Claim, sentence: Sentence) -> int:
    """Where the word of a claim's act begins: of the words of its act the first of its lemma, else the first verb or noun."""
    inside = [t for t in sentence.tokens if claim.act.start <= t.start < claim.act.end]
    named = [t for t in inside if t.lemma == claim.lemma] or [t for t in inside if t.upos in {"VERB", "NOUN"}]
    return named[0].start if named else claim.act.start
