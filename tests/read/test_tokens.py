"""Words as UD English cuts them; the law of spans; hostile text in linear time."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from casus.read.tokens import LONGEST, tokenize


def words(text: str) -> list[str]:
    return [text[start:end] for start, end in tokenize(text)]


CASES = {
    "The U.S. Army didn't fire.": "The|U.S.|Army|did|n't|fire|.",
    "Gen. Asim Munir arrived on Dec. 21.": "Gen.|Asim|Munir|arrived|on|Dec.|21|.",
    "the army’s 15,000 men can’t": "the|army|’s|15,000|men|ca|n’t",
    "a 3.5-km front": "a|3.5|-|km|front",
    "“We won,” he said…": "“|We|won|,|”|he|said|…",
    "U.S.-made M4s": "U.S.|-|made|M4s",
    "the country16 soldiers": "the|country|16|soldiers",
    "an AK47, a Mi17": "an|AK47|,|a|Mi17",
    "Sana'a's Shi'ites": "Sana'a|'s|Shi'ites",
    "O’Neill’s e-mail": "O’Neill|’s|e-mail",
    "Tehrik-e-Taliban": "Tehrik|-|e|-|Taliban",
    "non-combatants and anti-tank": "non-combatants|and|anti-tank",
    "they cannot stay": "they|can|not|stay",
    "$5m, £10 and 20%": "$|5|m|,|£|10|and|20|%",
    "see https://example.org/a(b)c, now": "see|https://example.org/a(b)c|,|now",
    "(www.example.org).": "(|www.example.org|)|.",
    "write to a.b@example.org.": "write|to|a.b@example.org|.",
    "on 2014-12-16 at 10:30": "on|2014-12-16|at|10:30",
    "the 1990s and the 3rd": "the|1990s|and|the|3rd",
    "wait... what?!": "wait|...|what|?!",
    "he said no. Then": "he|said|no|.|Then",
    "No. 5 of it": "No.|5|of|it",
    "killed.The army": "killed|.|The|army",
    "soldiers' boots": "soldiers|'|boots",
    "122mm shells": "122|mm|shells",
    "J.K. Rowling and J. Smith": "J.K.|Rowling|and|J.|Smith",
}


@pytest.mark.parametrize(("text", "expected"), CASES.items())
def test_cases(text: str, expected: str) -> None:
    assert words(text) == expected.split("|")


@given(st.text(alphabet=st.characters(exclude_categories=()), max_size=120))
def test_spans_are_law(text: str) -> None:
    at = 0
    for start, end in tokenize(text):
        assert at <= start < end <= len(text)
        assert not text[start:end].isspace()
        at = end
    assert at <= len(text)


@given(st.text(alphabet="aZ9.,'’-n t@:/\u200f\x00\ud800🙂é", max_size=60))
def test_nothing_is_lost(text: str) -> None:
    left = set("".join(words(text)))
    assert {sign for sign in text if sign.isalnum() or sign in ".,🙂\ud800"} <= left


@given(st.text(max_size=40), st.text(max_size=40))
def test_a_block_is_read_alone(before: str, text: str) -> None:
    whole = before + text
    inside = tokenize(whole, len(before), len(whole))
    assert all(start >= len(before) for start, _ in inside)
    # what stands before a block must not change what is read inside it
    assert [(a - len(before), b - len(before)) for a, b in inside] == tokenize(text)


@pytest.mark.parametrize("unit", ["a", "(", "a.", "a'", "1,", "a.a@", "http://", "non-", "\x00", "ab.cd", "-"])
def test_linear_time(unit: str) -> None:
    text = unit * (200_000 // len(unit))
    began = time.perf_counter()
    spans = tokenize(text)
    assert time.perf_counter() - began < 5
    assert all(end - start <= LONGEST * 2 for start, end in spans)
