"""Inflected forms of the codebook's verbs."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from casus.codebook.frames import load_frames
from casus.codebook.verb_forms import forms_of, lemma_by_form


@pytest.mark.parametrize(
    ("lemma", "forms"),
    [
        ("free", {"frees", "freed", "freeing"}),
        ("raze", {"razes", "razed", "razing"}),
        ("gun", {"guns", "gunned", "gunning"}),
        ("slay", {"slays", "slew", "slain", "slaying"}),
        ("overrun", {"overruns", "overran", "overrunning", "overruning"}),
        ("decry", {"decries", "decried", "decrying"}),
        ("die", {"dies", "died", "dying"}),
        ("panic", {"panics", "panicked", "panicking"}),
        ("pummel", {"pummels", "pummelled", "pummeling", "pummeled", "pummelling"}),
        ("torch", {"torches", "torched", "torching"}),
    ],
)
def test_forms(lemma: str, forms: set[str]) -> None:
    assert forms_of(lemma) <= forms
    assert len(forms_of(lemma)) >= 3


def test_a_form_leads_back_to_its_lemma() -> None:
    table = lemma_by_form(["free", "slay", "behead", "oust", "denounce", "bar", "retake"])
    assert [table[f] for f in ("freed", "slain", "beheaded", "ousting", "denounced", "barred", "retook")] == [
        "free", "slay", "behead", "oust", "denounce", "bar", "retake",
    ]  # fmt: skip


def test_a_form_shared_by_two_verbs_is_left_out() -> None:
    assert "wound" not in lemma_by_form(["wind", "wound"])
    assert "rating" not in lemma_by_form(["rat", "rate"])


def test_every_verb_of_the_frames_has_forms() -> None:
    verbs = {p.lemma for sense in load_frames().senses for p in sense.verbs}
    table = lemma_by_form(verbs)
    assert set(table.values()) >= {"kidnap", "ambush", "kill", "accuse", "deport"}
    assert not set(table) & verbs


@given(st.sets(st.text(alphabet="abcdelnrsty", min_size=3, max_size=7), max_size=8))
def test_no_form_is_ambiguous(lemmas: set[str]) -> None:
    table = lemma_by_form(lemmas)
    assert set(table.values()) <= lemmas
    assert not set(table) & lemmas
