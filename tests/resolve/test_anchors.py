"""An occurrence that nothing ties to the world is kept, not printed."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from casus.model.picture import Picture


@pytest.mark.parametrize(
    ("text", "printed"),
    [
        ("The army burned a village.", False),
        ("Somebody shot a guard.", False),
        ("The army burned a village on Monday.", True),
        ("The army burned a village near Gao.", True),
        ("The army burned a village, killing nine people.", True),
        ("The army burned a village, a medic said.", True),
        ("Rebels shot Judge Idris Keita.", True),
    ],
)
def test_a_day_a_place_a_name_a_figure_or_a_voice(code_text: Callable[..., Picture], text: str, printed: bool) -> None:
    assert {e.certain for e in code_text(text).events if e.type == "ASSAULT"} == {printed}


def test_an_act_told_beside_it_lends_its_anchor(code_text: Callable[..., Picture]) -> None:
    """Whether it is the same attack is another question (casus/merge/one_occurrence.py)."""
    told = [c for e in code_text("Gunmen attacked a bus near Gao. They shot a driver.").events for c in e.claims if c.type == "ASSAULT"]
    assert len(told) == 2
    assert not any("ties it to the world" in r.rule for c in told for r in c.reasons)


@pytest.mark.parametrize(
    ("text", "tied"),
    [
        ("Gunmen abducted 25 pupils in Kaduna on Monday.\n\nThe gunmen shot a guard.", True),
        ("Soldiers evicted 200 families in Manila on Monday.\n\nPolice fired tear gas at residents.", True),
        ("Gunmen abducted 25 pupils in Kaduna on Monday.\n\nVillagers burned a mosque.", False),
        ("Gunmen abducted 25 pupils in Kaduna on Monday. Two fled.\n\nThe gunmen shot a guard.", False),
    ],
)
def test_paragraphs_of_one_sentence_part_nobody_known(code_text: Callable[..., Picture], text: str, tied: bool) -> None:
    last = max((c for e in code_text(text).events for c in e.claims), key=lambda c: c.act.start)
    assert any("ties it to the world" in r.rule for r in last.reasons) != tied


@pytest.mark.parametrize(
    ("text", "printed"),
    [
        ("The opposition accused the electoral commission of rigging the vote in Kisumu.", True),
        ("The militia threatened to shell the town of Bor.", True),
        ("The rebels rejected an offer that ministers made on Tuesday.", True),
        ("The opposition accused the electoral commission of rigging the vote.", False),
        ("The militia threatened to shell the town.", False),
    ],
)
def test_an_act_of_words_by_what_it_speaks_of(code_text: Callable[..., Picture], text: str, printed: bool) -> None:
    assert any(e.certain for e in code_text(text).events) == printed
