"""Who hardly fills a role leaves the claim; who is counted, and the only voice, stay."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from said import Said

from casus.model.claim import Claim
from casus.pipeline import Reading, Tools, sentences_of
from casus.resolve.likely_parties import LEAST, Roles, without_unlikely
from casus.resolve.likely_told import LONG
from casus.tell.tellings import ROLES, tellings_of

Read = Callable[..., Reading]
TEXT = (
    "Rebels of the Northern Front came to Gao at dawn. Gunmen shot a farmer in the market of Gao, a trader said. "
    "Soldiers later sealed off the road. A bridge was blown up in Timbuktu. The rain went on. Schools stayed shut. Nobody came."
)
UNSURE = 0.0
"""Not unlikely enough to leave."""


def told(tools: Tools, read_text: Read, odds: Mapping[str, float], sentences: int = LONG) -> dict[str, Claim]:
    reading = read_text(TEXT)
    said = Said(reading.report.text, odds, otherwise=UNSURE)
    found = without_unlikely(reading.claims, Roles(said, sentences_of(reading.report, tools)[:sentences]))
    return {word: next(c for c in found if word in c.act.words) for word in ("shot", "blown up")}


def test_who_hardly_fills_a_role_leaves_it_and_the_claim_says_so(tools: Tools, read_text: Read) -> None:
    shot = told(tools, read_text, {"Gunmen": LEAST - 1})["shot"]
    assert shot.actors == ()
    assert any(r.field == "actors" and "gunmen" in r.rule.casefold() for r in shot.reasons)


def test_what_is_not_unlikely_stays(tools: Tools, read_text: Read) -> None:
    shot = told(tools, read_text, {"Gunmen": LEAST})["shot"]
    assert [p.name.casefold() for p in shot.actors] == ["gunmen"]


def test_the_only_voice_stays(tools: Tools, read_text: Read) -> None:
    shot = told(tools, read_text, {"trader": LEAST - 1})["shot"]
    assert [s.name for s in shot.sources] == ["trader"]


def test_who_is_counted_stays(tools: Tools, read_text: Read) -> None:
    shot = told(tools, read_text, {"farmer": LEAST - 1})["shot"]
    assert shot.killed is None
    text = "Gunmen shot dead nine farmers in the market of Gao."
    reading = read_text(text + TEXT[TEXT.index(" Soldiers later") :])
    said = Said(reading.report.text, {"farmers": LEAST - 1}, otherwise=UNSURE)
    roles = Roles(said, sentences_of(reading.report, tools))
    assert not roles.is_short
    dead = next(c for c in without_unlikely(reading.claims, roles) if "shot dead" in c.act.words)
    assert dead.killed is not None and [p.evidence.words for p in dead.recipients] == ["nine farmers"]


def test_of_a_short_report_nothing_is_said(tools: Tools, read_text: Read) -> None:
    shot = told(tools, read_text, {"Gunmen": LEAST - 1}, LONG - 1)["shot"]
    assert len(shot.actors) == 1


def test_the_encoder_gives_each_role_odds_and_none_where_no_word_begins(tools: Tools, read_text: Read) -> None:
    report = read_text(TEXT).report
    tellings = tellings_of(sentences_of(report, tools), tools.tellings)
    act, doer = report.text.index("shot"), report.text.index("Gunmen")
    found = tellings.filling(act, doer)
    assert found is not None and set(found) == set(ROLES)
    assert found["actors"] > found["place"]
    assert tellings.filling(act, doer + 1) is None
