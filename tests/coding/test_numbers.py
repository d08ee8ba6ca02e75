"""Numbers: what a sentence counts, as a range; and the numbers that count nobody."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from casus.coding.numbers import Number, find_numbers
from casus.coding.syntax import Tree
from casus.model.text import Sentence, Token

Range = tuple[int | None, int | None, int | None]


def tree_of(words: list[str]) -> Tree:
    """A flat tree over words, good enough for reading figures: every word hangs on the last."""
    tokens, at = [], 0
    for i, word in enumerate(words):
        upos = "NUM" if any(c.isdigit() for c in word) else "NOUN"
        head = len(words) - 1 if i < len(words) - 1 else -1
        tokens.append(Token(at, at + len(word), word, word.lower(), upos, "CD" if upos == "NUM" else "NN", head, "nummod" if head >= 0 else "root"))
        at += len(word) + 1
    return Tree(Sentence(0, 0, at - 1, 0, False, tuple(tokens), ()))


def figures(*words: str) -> list[Number]:
    return list(find_numbers(tree_of(list(words))))


def read(*words: str) -> Range:
    (found,) = figures(*words, "people")
    return found.low, found.best, found.high


@given(st.integers(1, 9_999_999).filter(lambda n: not 1500 <= n <= 2099))
def test_digits_are_read_with_and_without_grouping(n: int) -> None:
    assert read(f"{n:,}") == read(str(n)) == (n, n, n)


@given(st.integers(0, 99), st.integers(0, 99), st.integers(1, 99))
def test_indian_grouping_is_read_as_it_stands(a: int, b: int, c: int) -> None:
    assert read(f"{c},{a:02d},{b * 10:03d}") == (n := c * 100_000 + a * 1000 + b * 10, n, n)


UNITS = "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen".split()
TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()


def spelled(n: int) -> list[str]:
    """A number below a million in English words, hyphenated."""
    if n >= 1000:
        return [*spelled(n // 1000), "thousand", *(spelled(n % 1000) if n % 1000 else [])]
    if n >= 100:
        return [UNITS[n // 100 - 1], "hundred", *(spelled(n % 100) if n % 100 else [])]
    if n >= 20:
        return [f"{TENS[n // 10 - 2]}-{UNITS[n % 10 - 1]}" if n % 10 else TENS[n // 10 - 2]]
    return [UNITS[n - 1]]


@given(st.integers(2, 999_999))
def test_numbers_in_words_are_read(n: int) -> None:
    assert read(*spelled(n)) == (n, n, n)


@given(st.integers(21, 99).filter(lambda n: n % 10 != 0))
def test_a_hyphen_may_be_a_word_of_its_own(n: int) -> None:
    ten, unit = spelled(n)[0].split("-")
    assert read(ten, "-", unit) == (n, n, n)


@given(st.integers(2, 400), st.integers(1, 150))
def test_a_range_keeps_both_ends(low: int, more: int) -> None:
    assert read(str(low), "to", str(low + more))[0::2] == (low, low + more)
    assert read("between", str(low), "and", str(low + more))[0::2] == (low, low + more)


@given(st.integers(2, 900), st.sampled_from(["at least", "more than", "over", "no fewer than", "upwards of", "above"]))
def test_a_lower_bound_is_open_upwards(n: int, words: str) -> None:
    low, _, high = read(*words.split(), str(n))
    assert (low, high) == (n, None)


@given(st.integers(2, 900), st.sampled_from(["up to", "as many as", "at most", "no more than", "fewer than", "under"]))
def test_an_upper_bound_is_open_downwards(n: int, words: str) -> None:
    low, _, high = read(*words.split(), str(n))
    assert (low, high) == (None, n)


@given(st.integers(2, 900), st.sampled_from(["around", "about", "some", "nearly", "almost", "approximately", "roughly"]))
def test_an_approximate_figure_keeps_its_words(n: int, word: str) -> None:
    (found,) = figures(word, str(n), "people")
    assert (found.best, found.qualifier) == (n, word)


@pytest.mark.parametrize(
    ("words", "low", "high"),
    [
        ("dozens of", 12, None), ("scores of", 20, None), ("hundreds of", 100, None), ("thousands of", 1000, None),
        ("tens of thousands of", 10_000, None), ("hundreds of thousands of", 100_000, None), ("a dozen", 12, 12),
        ("two dozen", 24, 24), ("half a dozen", 6, 6), ("a hundred", 100, 100), ("a thousand", 1000, 1000),
        ("two lakh", 200_000, 200_000), ("1.5 million", 1_500_000, 1_500_000), ("3 crore", 30_000_000, 30_000_000),
        ("20 or more", 20, None), ("more than a dozen", 12, None), ("up to two dozen", None, 24), ("15 thousand", 15_000, 15_000),
        ("several dozen", 24, None), ("several hundred", 200, None), ("a few thousand", 2000, None),
    ],
)  # fmt: skip
def test_vague_words_are_floors_and_scales_multiply(words: str, low: int | None, high: int | None) -> None:
    found = read(*words.split())
    assert (found[0], found[2]) == (low, high)


@pytest.mark.parametrize(
    "words",
    [
        "40 km", "12 kilometres", "30 percent", "56 %", "9 pm", "48 hours", "6 months", "20 tonnes", "3 degrees", "$ 40", "resolution 2140",
        "aged 34", "No. 7", "14 - year - old", "30 - member", "200 - kilometre", "12 miles", "90 minutes", "5 o'clock", "€ 300",
    ],
)
def test_measures_ages_money_and_names_are_no_counts(words: str) -> None:
    assert figures(*words.split(), "people") == []


@given(st.integers(1500, 2099))
def test_a_bare_year_is_no_count(year: int) -> None:
    tokens = list(tree_of(["in", str(year), "fell"]).tokens)
    tokens[1] = Token(3, 7, str(year), str(year), "NUM", "CD", 2, "obl")
    assert find_numbers(Tree(Sentence(0, 0, 12, 0, False, tuple(tokens), ()))) == ()


@settings(suppress_health_check=[HealthCheck.too_slow], max_examples=60)
@given(st.lists(st.sampled_from(["at", "least", "40", "to", "dozens", "of", "two", "hundred", "and", "-", "between", "12,500", "up", "people"]), max_size=12))
def test_figures_never_overlap_and_are_ordered(words: list[str]) -> None:
    found = figures(*words, "people")
    assert all(a.last <= b.first or a.last <= b.last for a, b in zip(found, found[1:], strict=False))
    assert all([v for v in (n.low, n.best, n.high) if v is not None] == sorted(v for v in (n.low, n.best, n.high) if v is not None) for n in found)


KILLED: list[tuple[str, Range]] = [
    ("Rebels killed 46 villagers in Ituri.", (46, 46, 46)),
    ("Rebels killed 1,250 villagers in Ituri.", (1250, 1250, 1250)),
    ("Rebels killed forty-six villagers in Ituri.", (46, 46, 46)),
    ("Rebels killed two hundred and ten villagers in Ituri.", (210, 210, 210)),
    ("Rebels killed at least 12 villagers in Ituri.", (12, 12, None)),
    ("Rebels killed more than 30 villagers in Ituri.", (30, 30, None)),
    ("Rebels killed over 1,500 villagers in Ituri.", (1500, 1500, None)),
    ("Rebels killed up to 40 villagers in Ituri.", (None, 40, 40)),
    ("Rebels killed as many as 70 villagers in Ituri.", (None, 70, 70)),
    ("Rebels killed around 25 villagers in Ituri.", (25, 25, 25)),
    ("Rebels killed between 20 and 30 villagers in Ituri.", (20, 20, 30)),
    ("Rebels killed 20 to 30 villagers in Ituri.", (20, 20, 30)),
    ("Rebels killed dozens of villagers in Ituri.", (12, 12, None)),
    ("Rebels killed hundreds of villagers in Ituri.", (100, 100, None)),
    ("Rebels killed a dozen villagers in Ituri.", (12, 12, 12)),
    ("Rebels killed two dozen villagers in Ituri.", (24, 24, 24)),
    ("Rebels killed half a dozen villagers in Ituri.", (6, 6, 6)),
    ("Rebels killed a villager in Ituri.", (1, 1, 1)),
    ("Rebels killed one villager in Ituri.", (1, 1, 1)),
]


@pytest.mark.parametrize(("text", "expected"), KILLED, ids=[t for t, _ in KILLED])
def test_the_dead_as_a_sentence_counts_them(event: Callable[..., object], text: str, expected: Range) -> None:
    killed = event(text, "ASSAULT").killed  # type: ignore[attr-defined]
    assert (killed.low, killed.best, killed.high) == expected


@pytest.mark.parametrize(
    "text",
    [
        "A 23-year-old man was shot dead in Srinagar.",
        "The man, aged 34, was killed by gunmen in Mosul.",
        "Gunmen killed a 60-year-old teacher in Yala.",
    ],
)
def test_an_age_is_not_a_toll(event: Callable[..., object], text: str) -> None:
    killed = event(text, "ASSAULT").killed  # type: ignore[attr-defined]
    assert killed is None or killed.best == 1


@pytest.mark.parametrize(
    "text",
    [
        "The 9th Brigade attacked rebels near Bunia.",
        "Rebels attacked a post 40 km north of Kidal.",
        "In 2023 rebels attacked a post near Kidal.",
        "Rebels attacked 14 villages near Djibo.",
        "Rebels fired 60 rockets at the base in Gao.",
        "The army attacked villages for 12 hours in Kachin.",
        "Gunmen attacked the 30-bed hospital in Marib.",
        "The M23 attacked the town of Sake.",
        "Militants attacked a convoy of 12 lorries near Tillabéri.",
        "The army bombed several villages in Sagaing.",
        "Gunmen killed many villagers in Plateau state.",
    ],
)
def test_what_counts_no_people_gives_no_toll(code_text: Callable[..., object], text: str) -> None:
    assert all(e.killed is None and e.injured is None for e in code_text(text).events)  # type: ignore[attr-defined]
