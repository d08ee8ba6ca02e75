"""Quotes and their speakers; statistics; ties stated in words."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from casus.model.picture import Picture

Code = Callable[..., Picture]

SPOKEN = [
    ("“We will continue,” the general said.", "general", "We will continue,"),
    ("The general said: “We will continue.”", "general", "We will continue."),
    ("“They came at night,” said Amina Yusuf, a farmer.", "Amina Yusuf", "They came at night,"),
    ("\"They burned everything,\" a resident told reporters.", "resident", "They burned everything,"),
    ("According to the governor, the raid was “an act of cowards”.", "governor", "an act of cowards"),
    ("The minister called the raid “barbaric”.", "minister", "barbaric"),
    ("The raid was described as “barbaric” by the minister.", "minister", "barbaric"),
]


@pytest.mark.parametrize(("text", "speaker", "words"), SPOKEN)
def test_a_quote_has_its_speaker_and_its_exact_words(code_text: Code, text: str, speaker: str, words: str) -> None:
    (quote,) = code_text(text).quotes
    assert quote.words.words == words
    assert quote.speaker == speaker


@pytest.mark.parametrize("text", ["The so-called “peace march” ended in Bogotá.", "The “safe zone” near Rafah lies in ruins.", "They call the road “Sniper Alley”."])
def test_scare_quotes_and_terms_have_no_speaker(code_text: Code, text: str) -> None:
    assert [q.speaker for q in code_text(text).quotes if q.speaker not in {None, "They"}] == []


def test_a_quote_goes_on_after_its_speaker(code_text: Code) -> None:
    quotes = code_text("“We will continue,” the general said. “Nobody can stop us.”").quotes
    assert [q.speaker for q in quotes] == ["general", "general"]


def test_two_speakers_keep_their_own_words(code_text: Code) -> None:
    quotes = code_text("“They came at night,” said a farmer in Ituri. “We hit no village,” the army said.").quotes
    assert [q.speaker for q in quotes] == ["farmer in Ituri", "army"]


def test_an_unclosed_quote_ends_with_its_paragraph(code_text: Code) -> None:
    picture = code_text("The general said: “We will continue.\n\nRebels shelled the market in Omdurman.")
    assert all("market" not in q.words.words for q in picture.quotes)
    assert [e.status for e in picture.events if e.certain] == ["asserted"]


def test_the_speakers_words_are_the_reports(code_text: Code) -> None:
    (quote,) = code_text("“They came at night,” said Amina Yusuf, a farmer.").quotes
    assert quote.speaker_evidence is not None
    assert "Amina Yusuf" in quote.speaker_evidence.words


STATISTICS = [
    ("The monitoring group recorded a 40% increase in attacks in Mali in 2023.", 40.0, "%"),
    ("Attacks in Burkina Faso rose by 12.5 percent in 2023 compared with 2022.", 12.5, "%"),
    ("The war has killed 4,500 people since 2021, according to a monitoring group.", 4500.0, "people"),
]


@pytest.mark.parametrize(("text", "value", "unit"), STATISTICS)
def test_a_figure_over_a_period_is_a_statistic(code_text: Code, text: str, value: float, unit: str) -> None:
    assert (value, unit) in [(s.value, s.unit) for s in code_text(text).statistics]


@pytest.mark.parametrize(
    "text",
    [
        "The war has killed 4,500 people since 2021, according to a monitoring group.",
        "Attacks by the group have killed 2,300 people since 2019.",
        "A 40% rise in attacks in 2023 left 2,300 people dead, the institute said.",
        "Bombings in the province killed 900 people in 2022, up 30% from 2021.",
    ],
)
def test_a_statistic_is_never_the_toll_of_one_event(code_text: Code, text: str) -> None:
    assert all(e.killed is None or e.aggregate for e in code_text(text).events)


def test_a_percentage_is_no_count(code_text: Code) -> None:
    picture = code_text("The institute found a 56% increase in deaths from attacks in Mali in 2023.")
    assert all(e.killed is None for e in picture.events)
    assert [s.value for s in picture.statistics] == [56.0]


def test_a_statistic_keeps_its_period_and_source(code_text: Code) -> None:
    (found,) = code_text("The monitoring group recorded a 40% increase in attacks in Mali in 2023.").statistics
    assert found.period is not None
    assert "2023" in found.period
    assert found.source == "The monitoring group"


TIES = [
    ("Iran backs the Houthis.", "irn", "+", "houthis"),
    ("The M23 is backed by Rwanda.", "rwa", "+", "m23"),
    ("Hezbollah is allied with Iran.", "hezbollah", "+", "irn"),
    ("The Taliban hosted al-Qaeda.", "afg-taliban", "+", "al-qaeda"),
    ("Jaish al-Adl is hostile to Iran.", "jaish-al-adl", "-", "irn"),
    ("Spain recognised the State of Palestine.", "esp", "recognition", "pse"),
    ("Iran supplied the Houthis with missiles.", "irn", "+", "houthis"),
    ("The Arakan Army killed 20 soldiers of the Myanmar army in Rakhine.", "arakan-army", "-", "mmr-mil"),
]


@pytest.mark.parametrize(("text", "a", "sign", "b"), TIES)
def test_a_tie_has_its_two_ends_and_its_sign(code_text: Code, text: str, a: str, sign: str, b: str) -> None:
    assert (a, sign, b) in [(r.subject.id, r.sign, r.object.id) for r in code_text(text).relations]


def test_two_separate_groups_are_separate(code_text: Code) -> None:
    (tie,) = code_text("The Houthis and al-Qaeda are separate groups.").relations
    assert tie.kind == "separate"


@pytest.mark.parametrize(
    ("before", "speaker"),
    [
        ("Captain Musa Bello addressed reporters in Maiduguri.", "Captain Musa Bello"),
        ("The minister was blunt.", "minister"),
        ("The president condemned the raid.", "president"),
        ("The village is quiet now.", None),
        ("Hundreds of people fled Fataki on Friday.", None),
        ("Soldiers entered the town.", None),
    ],
)
def test_a_sentence_that_turns_to_somebody_names_the_speaker_of_what_follows(code_text: Code, before: str, speaker: str | None) -> None:
    quotes = code_text(f"{before} “Rebels killed six farmers in Bama on Sunday.”").quotes
    assert [q.speaker for q in quotes] == [speaker]
