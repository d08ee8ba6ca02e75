"""What reads as one act with another of its report is held back, not joined; two that read apart, and what a person ruled, stay."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from casus.merge.folding import fold
from casus.merge.rulings import Rulings
from casus.model.claim import Claim
from casus.model.picture import Reading
from casus.tell.tellings import STEP

Read = Callable[..., Reading]
WIDTH = 64
ALIKE, UNLIKE = (bytes([STEP] * WIDTH).hex(), bytes(WIDTH).hex())
"""By the first two words are one with a log odds of six, by the second of minus two."""
CALM = " The governor opened a bridge. Schools stayed shut. Rain fell on the river. A market was held. Traders sold millet. "
TWO = f"Gunmen shot nine traders in Gao on Monday.{CALM}Gunmen shot a farmer in Timbuktu."
SHORT = TWO.replace(CALM, " ")


def claims(read_text: Read, text: str, compared_by: str) -> list[Claim]:
    found = [c for c in read_text(text).claims if c.certain and c.telling is not None]
    return [replace(c, telling=replace(c.telling, before=compared_by, after=compared_by)) for c in found if c.telling is not None]


def printed(told: list[Claim], rulings: Rulings | None = None) -> list[list[Claim]]:
    found = [list(g.claims) for g in fold(told, rulings or Rulings()) if any(c.certain for c in g.claims)]
    return [claims for claims in found if claims[0].type in {"ASSAULT", "COERCE"}]


def test_of_two_that_read_as_one_the_lesser_is_held_back_and_says_why(read_text: Read) -> None:
    told = claims(read_text, TWO, ALIKE)
    groups = [g for g in fold(told) if g.claims[0].type == "ASSAULT"]
    told = [c for c in told if c.type == "ASSAULT"]
    held = [c for g in groups for c in g.claims if not c.certain]
    assert len(groups) == len(told) == 2
    assert [c.act.words for c in held] == [told[1].act.words]
    assert told[0].act.words in held[0].reasons[-1].rule


def test_two_that_read_apart_stay(read_text: Read) -> None:
    assert len(printed(claims(read_text, TWO, UNLIKE))) == 2


def test_in_a_short_report_what_a_rule_parts_stays_apart(read_text: Read) -> None:
    assert len(printed(claims(read_text, SHORT, ALIKE))) == 2


def test_acts_of_two_types_stay(read_text: Read) -> None:
    told = claims(read_text, "Gunmen shot nine traders in Gao on Monday. Police arrested two men in Timbuktu on Tuesday.", ALIKE)
    assert {c.type for c in told} == {"ASSAULT", "COERCE"}
    assert len(printed(told)) == 2


def test_what_a_person_ruled_apart_stays(read_text: Read) -> None:
    told = claims(read_text, TWO, ALIKE)
    apart = Rulings(apart=((frozenset({told[0].id}), frozenset({told[1].id})),))
    assert len(printed(told, apart)) == 2
