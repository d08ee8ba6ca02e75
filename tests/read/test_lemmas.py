"""Lemma scripts: what training learns is what the reader applies."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from casus.read.lemmas import apply_script, script_for


def test_scripts() -> None:
    assert script_for("killed", "kill") == "L-2+"
    assert script_for("Khan", "Khan") == "K-0+"
    assert script_for("was", "be") == "L=be"
    assert apply_script("Cities", "L-3+y") == "city"
    assert apply_script("as", "L-3+y") is None


@given(st.text("abcDEF", min_size=1, max_size=8), st.text("abcDEF", min_size=1, max_size=8))
def test_a_script_gives_back_its_lemma(form: str, lemma: str) -> None:
    assert apply_script(form, script_for(form, lemma)) == lemma
