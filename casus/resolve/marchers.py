"""Marchers: who protests where a protest is told as a noun of nobody ("after a week of protests"): the protesters told of beside it.

They are lent as doers (`doers`, which give way to anybody named and never weigh in merging), from the nearest sentence within two.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from casus.codebook.kinds import singular
from casus.codebook.occasions import load_occasions
from casus.model.actor import Party
from casus.model.claim import Claim
from casus.model.text import Report, Sentence, Token
from casus.resolve.actors import ReportActors

_REACH = 2
"""How many sentences away protesters still belong to a protest."""
_RULE = "marchers"


def with_marchers(claims: Sequence[Claim], report: Report, sentences: Sequence[Sentence], actors: ReportActors) -> list[Claim]:
    """The claims, those of protests without a doer with the protesters told of nearest."""
    return [_with_nearest(c, report, sentences, actors) if _is_of_nobody(c) else c for c in claims]


def _is_of_nobody(claim: Claim) -> bool:
    return claim.type == "PROTEST" and not (claim.actors or claim.doers or claim.heading)


def _with_nearest(claim: Claim, report: Report, sentences: Sequence[Sentence], actors: ReportActors) -> Claim:
    token = next((t for s in _near(claim, sentences) for t in _protesters(s)), None)
    if token is None:
        return claim
    words = report.evidence("actor", token.start, token.end, _RULE)
    party = actors.party(Party(words.words, words, "civilians"))
    return replace(claim, doers=(replace(party, reason=f"{party.reason}; told of beside the protest"),))


def _near(claim: Claim, sentences: Sequence[Sentence]) -> Iterator[Sentence]:
    """The claim's sentence, those after it and those before it, the nearest first; no heading, nothing past another item."""
    for away in range(_REACH + 1):
        for at in dict.fromkeys((claim.sentence + away, claim.sentence - away)):
            if 0 <= at < len(sentences) and not sentences[at].heading:
                yield sentences[at]


def _protesters(sentence: Sentence) -> Iterator[Token]:
    """Several who protest, as a noun of their own ("protesters"), not those against them ("counter-protesters")."""
    crowds = load_occasions().crowds
    for i, token in enumerate(sentence.tokens):
        before = sentence.tokens[i - 1].text if i else ""
        several = token.upos == "NOUN" and singular(token.text.lower()) != token.text.lower()
        if several and singular(token.lemma.lower()) in crowds and before not in {"-", "counter"}:
            yield token
