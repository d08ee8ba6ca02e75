"""Cautions: one text for each kind, what it says, and where it must stay silent."""

from __future__ import annotations

from collections.abc import Callable
from typing import get_args

import pytest

from casus.caution import RANK
from casus.model.caution import Caution, CautionKind
from casus.model.picture import Picture, Reading
from casus.pipeline import Tools, draw

Code = Callable[..., Picture]


def of_kind(picture: Picture, kind: str) -> list[Caution]:
    return [c for c in picture.cautions if c.kind == kind]


CASES: list[tuple[str, str, dict[str, str | None]]] = [
    ("suspect-magnitude", "Around 5,000,000 migrants were deported by Libya.", {}),
    ("suspect-magnitude", "Militants killed 3,400 soldiers in an ambush in Mali.", {}),
    ("suspect-magnitude", "About 50,00,000 people were deported from Assam.", {}),
    ("parts-do-not-add-up", "The strike on Khost killed 10 people, including 12 children.", {}),
    ("headline-stronger-than-body", "Rebels reportedly killed 40 soldiers in an ambush near Kidal on Friday.", {"title": "Rebels kill 40 soldiers in Kidal"}),
    ("contradiction", "Ten people died in the strike on Rafah, officials said. Witnesses said the strike killed 14.", {}),
    ("order-unknown", "A few days later the army bombed a camp. Rebels attacked a post and nine soldiers were killed.", {}),
    ("single-party-source", "Hamas said Israeli strikes killed 30 people in Rafah.", {}),
    ("unnamed-sources", "Rebels killed nine soldiers in Gao, officials said. Residents said the rebels burned a school.", {}),
    ("broken-sentence", "There was a strike on the territory of the town The rebels attacked a checkpoint near Gao.", {}),
    ("glued-words", "Rebels attacked a post in the north of the country16 soldiers were killed.", {}),
    ("glued-words", "Hundreds of migrants were expelledand sent to the border.", {}),
    ("homoglyphs", "Rebels shelled the m\u0430rket in Omdurman.", {}),
    ("date-missing", "Rebels shelled the market in Omdurman.", {}),
    ("date-missing", "Rebels shelled the market in Omdurman on Monday.", {"published": None}),
    ("old-office-holder", "Barack Obama, the US president, condemned the attack in Lahore.", {}),
    ("boilerplate-removed", "Rebels shelled the market in Omdurman on Monday, killing 46 people.\n\nLeave a Reply\n\nYour email address will not be published. Required fields are marked *", {}),
]  # fmt: skip


@pytest.mark.parametrize(("kind", "text", "given"), CASES, ids=[f"{k}-{i}" for i, (k, _, _) in enumerate(CASES)])
def test_each_kind_is_found(code_text: Code, kind: str, text: str, given: dict[str, str | None]) -> None:
    assert of_kind(code_text(text, **given), kind)


QUIET = [
    ("suspect-magnitude", "Tanzania deported 3,000 Congolese refugees."),
    ("suspect-magnitude", "Rebels killed 46 villagers in Ituri."),
    ("parts-do-not-add-up", "The strike on Khost killed 30 people, including 12 children."),
    ("parts-do-not-add-up", "The strike on Khost killed at least 30 people, including 12 children."),
    ("contradiction", "Ten people died in the strike on Rafah, officials said. Witnesses also said the strike killed 10."),
    ("order-unknown", "On Monday rebels attacked a post. A few days later the army bombed a camp."),
    ("single-party-source", "Medics said Israeli strikes killed 30 people in Rafah."),
    ("single-party-source", "Rebels killed nine soldiers in Gao."),
    ("unnamed-sources", "Rebels killed nine soldiers in Gao, the governor Moussa Diallo said. Residents said the rebels burned a school."),
    ("glued-words", "The A-16 road and the B52s were mentioned by soldiers of the 3rd Brigade."),
    ("date-missing", "Rebels shelled the market in Omdurman on Monday."),
    ("homoglyphs", "Rebels shelled the café in Omdurman."),
    ("boilerplate-removed", "Rebels shelled the market in Omdurman on Monday."),
    ("broken-sentence", "The army shelled the town on Monday. The rebels attacked a checkpoint near Gao."),
]


@pytest.mark.parametrize(("kind", "text"), QUIET, ids=[f"{k}-{i}" for i, (k, _) in enumerate(QUIET)])
def test_each_kind_stays_silent_without_cause(code_text: Code, kind: str, text: str) -> None:
    assert of_kind(code_text(text), kind) == []


def test_a_body_that_agrees_with_its_heading_is_no_caution(code_text: Code) -> None:
    picture = code_text("Rebels killed 40 soldiers in an ambush near Kidal on Friday.", title="Rebels kill 40 soldiers in Kidal")
    assert of_kind(picture, "headline-stronger-than-body") == []


def test_lakh_grouping_is_offered_as_a_candidate(code_text: Code) -> None:
    (found,) = of_kind(code_text("Around 5,000,000 migrants were deported by Libya."), "suspect-magnitude")
    assert "500,000" in found.suggestion
    assert found.evidence is not None
    assert "5,000,000" in found.evidence.words


def test_the_figure_itself_is_kept_as_written(code_text: Code) -> None:
    picture = code_text("Around 5,000,000 migrants were deported by Libya.")
    assert [e.size.best for e in picture.events if e.size] == [5_000_000]


def test_contradicting_figures_are_named_in_order(code_text: Code) -> None:
    (found,) = of_kind(code_text("Ten people died in the strike on Rafah, officials said. Witnesses said the strike killed 14."), "contradiction")
    assert "10, 14" in found.message


def test_a_single_partys_toll_names_the_party(code_text: Code) -> None:
    (found,) = of_kind(code_text("Hamas said Israeli strikes killed 30 people in Rafah."), "single-party-source")
    assert "Hamas" in found.message
    assert "30" in found.message


def test_a_missing_publication_date_says_how_to_give_it(code_text: Code) -> None:
    (found,) = of_kind(code_text("Rebels shelled the market in Omdurman.", published=None), "date-missing")
    assert "--published" in found.suggestion
    assert found.evidence is None


def test_a_glued_figure_is_read_apart(code_text: Code) -> None:
    picture = code_text("Rebels attacked a post in the north of the country16 soldiers were killed.")
    assert [e.killed.best for e in picture.events if e.killed] == [16]


def test_a_misspelt_name_stays_as_written(code_text: Code) -> None:
    text = "The Taliban rule in Kabul. Kabul fell in 2021. Pakistan hoped Kaul would act. Pakistan shelled a post near Khost on Monday."
    (found,) = of_kind(code_text(text), "spelling")
    assert "Kabul" in found.message
    assert found.evidence is not None
    assert found.evidence.words == "Kaul"


def test_near_copies_are_told_on_all_but_the_first(tools: Tools, read_text: Callable[..., Reading]) -> None:
    body = " ".join(f"Rebels shelled the market in Omdurman on Monday and residents of street {n} fled to the river." for n in range(9))
    picture = draw([read_text(body, published=day) for day in ("2024-12-24", "2024-12-25", "2024-12-26")], tools)
    assert len({c.report for c in of_kind(picture, "near-copy")}) == 2


def test_the_rank_holds_every_kind_once() -> None:
    assert sorted(RANK) == sorted(get_args(CautionKind))


def test_what_could_ruin_most_comes_first(code_text: Code) -> None:
    text = "Around 5,000,000 migrants were deported by Libya. The strike killed 10 people, including 12 children."
    ranks = [RANK.index(c.kind) for c in code_text(text).cautions]
    assert ranks == sorted(ranks)


def test_cautions_are_listed_once(code_text: Code) -> None:
    for _, text, given in CASES:
        ids = [c.id for c in code_text(text, **given).cautions]
        assert len(ids) == len(set(ids))


def test_every_caution_rests_on_words_of_its_report(code_text: Code) -> None:
    for _, text, given in CASES:
        picture = code_text(text, **given)
        (report,) = [r.report for r in picture.readings]
        for caution in picture.cautions:
            assert caution.report == report.id
            assert caution.message
            assert caution.suggestion
            if caution.evidence is not None:
                report.check(caution.evidence)


def test_an_event_names_the_cautions_on_its_words(code_text: Code) -> None:
    picture = code_text("Around 5,000,000 migrants were deported by Libya.")
    (event,) = picture.events
    assert {c.id for c in of_kind(picture, "suspect-magnitude")} <= set(event.cautions)
