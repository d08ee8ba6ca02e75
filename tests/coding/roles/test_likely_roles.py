"""Likely roles: a head fills a role that the rules left empty, says so, and leaves certainty and responsibility alone."""

from __future__ import annotations

from datetime import date

import pytest

from casus.coding.roles.features import Noted, candidates, nearest_acts
from casus.coding.syntax import Tree
from casus.model.claim import Claim
from casus.model.text import Block, Report
from casus.pipeline import Tools, read_report

FILLED = "Nine people died in the raid, allegedly carried out by guerrillas."


def violence(text: str, tools: Tools) -> list[Claim]:
    """The claims of violence in a text."""
    report = Report("r", text, (Block(0, len(text), "paragraph"),), "test", published=date(2024, 5, 3))
    return [c for c in read_report(report, tools).claims if c.type == "ASSAULT"]


def test_an_empty_role_is_filled_with_its_own_words_and_the_head_is_named(tools: Tools) -> None:
    (claim,) = violence(FILLED, tools)
    assert [p.evidence.words for p in claim.actors] == ["guerrillas"]
    assert [r.field for r in claim.reasons if r.rule.startswith("head: role")] == ["actor"]


def test_a_doubt_about_who_did_it_stays_with_the_actor(tools: Tools) -> None:
    (claim,) = violence(FILLED, tools)
    assert [p.suspected for p in claim.actors] == [True]


@pytest.mark.parametrize(
    "text",
    [
        "The murder of the judge worried the guerrillas, police said.",
        "The murder of the judge angered the guerrillas, a minister said.",
    ],
)
def test_who_stands_by_is_not_made_its_doer(text: str, tools: Tools) -> None:
    assert [c.actors for c in violence(text, tools)] == [()]


@pytest.mark.parametrize(
    "text", ["Police blamed guerrillas for the murder of the judge.", "Guerrillas claimed responsibility for the murder of the judge."]
)
def test_who_is_blamed_or_claims_it_is_no_guess_of_the_head(text: str, tools: Tools) -> None:
    (claim,) = violence(text, tools)
    assert [p.name.lower() for p in claim.actors] == ["guerrillas"]
    assert claim.status == "attributed"
    assert not [r for r in claim.reasons if r.rule.startswith("head: role")]


def test_what_the_rules_found_is_not_touched(tools: Tools) -> None:
    (claim,) = violence("Gunmen killed two farmers near the river.", tools)
    assert not [r for r in claim.reasons if r.rule.startswith("head: role")]


def test_candidates_are_whole_phrases_names_before_nouns_and_means(tools: Tools) -> None:
    text = "Two FMLN guerrillas killed a judge in a mortar attack with 20 kilograms of dynamite."
    (sentence,) = tools.reader.read(text, [(0, len(text), False)])
    noted = Noted.of(Tree(sentence), tools.book)
    found = [" ".join(t.text for t in sentence.tokens[p.first : p.last] if t.upos != "ADP") for p in candidates(noted)]
    assert {"Two FMLN guerrillas", "FMLN", "a judge", "mortar", "dynamite"} <= set(found)
    assert not any("20" in words for words in found)
    judge = next(p for p in candidates(noted) if sentence.tokens[p.head].text == "judge")
    assert nearest_acts(noted, judge.head)[0].lemma == "kill"
