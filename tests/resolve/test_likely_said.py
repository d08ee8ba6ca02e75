"""A speaker told before vouches for what the encoder finds told on a word, and for nothing else."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from casus.coding.claims import Told
from casus.coding.speech.known import NAMED
from casus.coding.speech.tellers import Teller
from casus.model.claim import STATUSES, Claim, Source
from casus.model.text import Evidence, Sentence
from casus.pipeline import Reading, Tools, sentences_of
from casus.resolve.likely_said import is_surely_own, own_again, said_before
from casus.resolve.likely_told import LONG

Read = Callable[..., Reading]
SURE, EVEN, UNSURE = -5, -50, -200
"""Likelihoods of .95, .61 and .14, in hundredths of their logarithm."""
TEXT = "Rebels came to Gao at dawn. Gunmen shot a farmer in the market of Gao."
APART = TEXT.replace("dawn. ", "dawn.\n\n")
CALM = " Rain fell. Schools stayed shut. Traders sold millet. Boats came in."


def case(tools: Tools, read_text: Read, text: str, likely: int) -> tuple[Claim, tuple[Sentence, ...], Teller]:
    """The shooting of a text, so likely on a word, its sentences, and a captain who spoke in the first of them."""
    reading = read_text(text)
    (found,) = [c for c in reading.claims if "shot" in c.act.words]
    assert found.telling is not None
    told = tuple(likely if status == "attributed" else UNSURE for status in STATUSES)
    words = Evidence("source", reading.report.id, 0, 6, "Rebels")
    captain = Source("captain", "official", "said", "asserts", words)
    claim = replace(found, status="asserted", sources=(), telling=replace(found.telling, statuses=told))
    return claim, sentences_of(reading.report, tools), Teller(0, captain, person=True, says=True)


def test_who_spoke_before_in_the_paragraph_vouches_for_it(tools: Tools, read_text: Read) -> None:
    claim, sentences, captain = case(tools, read_text, TEXT, SURE)
    said = said_before(claim, [captain], sentences, placed=False)
    assert (said.status, [s.name for s in said.sources]) == ("attributed", ["captain"])
    assert any(r.field == "status" and "captain" in r.rule for r in said.reasons)


@pytest.mark.parametrize(("text", "likely"), [(TEXT, UNSURE), (APART, SURE)])
def test_what_is_unlikely_or_stands_in_another_paragraph_is_the_reports_own(tools: Tools, read_text: Read, text: str, likely: int) -> None:
    claim, sentences, captain = case(tools, read_text, text, likely)
    assert said_before(claim, [captain], sentences, placed=False) == claim


def test_what_has_a_day_and_a_place_of_its_own_needs_more(tools: Tools, read_text: Read) -> None:
    claim, sentences, captain = case(tools, read_text, TEXT.replace("shot", "on Monday shot") + CALM, EVEN)
    assert claim.date is not None and claim.date.evidence is not None
    assert said_before(claim, [captain], sentences, placed=True).status == "asserted"
    assert said_before(claim, [captain], sentences, placed=False).status == "attributed"


def test_in_a_short_report_everything_needs_more(tools: Tools, read_text: Read) -> None:
    claim, sentences, captain = case(tools, read_text, TEXT, EVEN)
    assert len(sentences) < LONG
    assert said_before(claim, [captain], sentences, placed=False).status == "asserted"


def test_nobody_vouches_who_says_nothing_or_is_only_a_pronoun(tools: Tools, read_text: Read) -> None:
    claim, sentences, captain = case(tools, read_text, TEXT, SURE)
    silent = replace(captain, says=False)
    nobody = replace(captain, source=replace(captain.source, name="it"))
    assert said_before(claim, [silent, nobody], sentences, placed=False) == claim


def test_what_the_rules_find_said_or_denied_stays(tools: Tools, read_text: Read) -> None:
    claim, sentences, captain = case(tools, read_text, TEXT, SURE)
    denied = replace(claim, status="denied")
    assert said_before(denied, [captain], sentences, placed=False) == denied


def sure_on_a_word(tools: Tools, read_text: Read, reason: str) -> Claim:
    """The shooting on the word of a captain, for a reason, that the encoder holds for the report's own."""
    claim, _, captain = case(tools, read_text, TEXT, UNSURE)
    assert claim.telling is not None
    sure = replace(claim.telling, statuses=tuple(SURE if status == "asserted" else UNSURE for status in STATUSES))
    said = replace(claim, status="attributed", sources=(captain.source,), telling=sure, reasons=())
    return said.because("status", reason)


def told(claim: Claim, known: str = "") -> Told:
    """A claim as coded, its act taken for known or not."""
    return Told(claim, None, definite=False, harmful=False, speaks_of_act=False, known=known)


def test_a_carried_speaker_gives_way_to_the_report_itself(tools: Tools, read_text: Read) -> None:
    carried = told(sure_on_a_word(tools, read_text, "goes on with what captain says"))
    found = own_again(carried, LONG)
    assert (found.status, found.sources, [s.name for s in found.besides]) == ("asserted", (), ["captain"])
    assert own_again(carried, LONG - 1) == carried.claim


def test_an_act_that_is_taken_for_known_is_the_reports_own_and_one_that_is_said_is_not(tools: Tools, read_text: Read) -> None:
    said = sure_on_a_word(tools, read_text, "speech verb “say”")
    assert own_again(told(said), LONG) == said
    assert own_again(told(said, "told in a relative clause"), LONG).status == "asserted"
    assert own_again(told(said, "told in a relative clause"), LONG - 1) == said
    assert own_again(told(said, NAMED), LONG) == said  # a bare noun needs more


def test_an_act_of_words_by_who_says_so_is_the_reports_own(tools: Tools, read_text: Read) -> None:
    said = sure_on_a_word(tools, read_text, "“statement” of a speaker")
    by_him = replace(said, type="REQUEST", actors=(replace(said.recipients[0], name="captain", id=None),))
    assert own_again(told(by_him), LONG).status == "asserted"
    through = replace(by_him, sources=(replace(by_him.sources[0], chain=("Radio Gao",)),))
    assert own_again(told(through), LONG).status == "attributed"


def test_an_outlet_behind_what_it_tells_is_where_it_is_from(tools: Tools, read_text: Read) -> None:
    said = sure_on_a_word(tools, read_text, "“reports” with an outlet")
    (captain,) = said.sources
    at_end = Evidence("source", said.report, len(TEXT) - 4, len(TEXT) - 1, TEXT[-4:-1])
    outlet = replace(captain, capacity="media", evidence=at_end)
    assert own_again(told(replace(said, sources=(outlet,))), LONG).status == "asserted"
    assert own_again(told(replace(said, sources=(outlet,))), LONG - 1).status == "attributed"
    before = replace(captain, capacity="media")
    assert own_again(told(replace(said, sources=(before,))), LONG).status == "attributed"


def test_only_what_rules_and_encoder_hold_for_the_reports_own_is_surely_so(tools: Tools, read_text: Read) -> None:
    claim, _, captain = case(tools, read_text, TEXT, UNSURE)
    assert claim.telling is not None
    sure, even = (
        replace(claim, telling=replace(claim.telling, statuses=tuple(likely if s == "asserted" else UNSURE for s in STATUSES)))
        for likely in (SURE, EVEN)
    )
    assert is_surely_own(replace(sure, telling=replace(sure.telling, statuses=tuple(-1 if s == "asserted" else -500 for s in STATUSES))))
    assert not is_surely_own(even)
    assert not is_surely_own(replace(sure, status="attributed", sources=(captain.source,)))
    assert not is_surely_own(replace(sure, telling=None))
