from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from casus.ingest.clean import clean
from casus.ingest.page import Page
from casus.ingest.trace import Cut, cut, through, to_clean
from casus.model.text import OffsetMap

WORDS = st.sampled_from(
    [
        "close",
        "Share",
        "The army said on Monday that 12 soldiers died.",
        "Advertisement",
        "A Title Line",
        "By Jane Roe",
        "killed",
        "Published on:",
        "December 26, 2024",
        "Leave a Reply",
        "“We will fight,” he said.",
        "ADVERTISEMENT",
        "Also read: More",
        "a" * 70,
        "and the men who had come from the north of the country that",
        "\u200b",
        "\x00",
        "\ufeff",
        "’",
        "🙂",
        "И",
        "— ",
        "Related",
        "- item",
    ]
)
GAPS = st.sampled_from([" ", "\n", "\n\n", "\r\n", "\r\n\r\n", "\r", "\t", "  \n \n", "\u2028", "\xa0", "\x0b", "\n\n\n\n"])
PAGES = st.lists(st.tuples(WORDS, GAPS), max_size=40).map(lambda parts: "".join(word + gap for word, gap in parts))


def holds(text: str, offsets: OffsetMap, raw: str) -> bool:
    for at, sign in enumerate(text):
        place = offsets.to_raw(at)
        if place >= 0 and not (raw[place] == sign or (raw[place].isspace() and sign.isspace())):
            return False
    return True


@given(PAGES)
@settings(max_examples=300, deadline=None)
def test_every_clean_offset_leads_to_the_same_sign(raw: str) -> None:
    page = clean(Page("x", raw, ""))
    assert holds(page.text, page.offsets, raw)


@given(st.text(max_size=300))
@settings(max_examples=200, deadline=None)
def test_the_law_holds_for_any_text(raw: str) -> None:
    page = clean(Page("x", raw, ""))
    assert holds(page.text, page.offsets, raw)


@given(PAGES)
@settings(max_examples=200, deadline=None)
def test_blocks_are_sorted_apart_and_hold_all_words(raw: str) -> None:
    page = clean(Page("x", raw, ""))
    at = 0
    for block in page.blocks:
        assert at <= block.start < block.end <= len(page.text)
        assert page.text[at : block.start].strip() == ""
        assert page.text[block.start : block.end] == page.text[block.start : block.end].strip()
        at = block.end
    assert page.text[at:].strip() == ""


@given(PAGES)
@settings(max_examples=200, deadline=None)
def test_nothing_is_lost_without_a_trace(raw: str) -> None:
    page = clean(Page("x", raw, ""))
    kept = "".join(page.text.split()) + "".join("".join(r.written.split()) for r in page.repairs)
    letters = {sign for sign in raw if sign.isalnum()}
    assert sum(kept.count(sign) for sign in letters) >= sum(raw.count(sign) for sign in letters)


@given(PAGES)
@settings(max_examples=100, deadline=None)
def test_repairs_point_into_the_text(raw: str) -> None:
    page = clean(Page("x", raw, ""))
    assert all(0 <= r.start <= r.end <= len(page.text) for r in page.repairs)


def test_cut_keeps_the_way_back() -> None:
    text, offsets = cut("one  two three", [Cut(3, 5, " "), Cut(8, 14)])
    assert text == "one two"
    assert [offsets.to_raw(at) for at in range(len(text))] == [0, 1, 2, 3, 5, 6, 7]


def test_through_two_cuts() -> None:
    middle, inner = cut("abXcdYef", [Cut(2, 3), Cut(5, 6)])
    clean_text, outer = cut(middle, [Cut(1, 3)])
    both = through(outer, inner)
    assert clean_text == "adef"
    assert [both.to_raw(at) for at in range(4)] == [0, 4, 6, 7]


def test_a_negative_offset_stays() -> None:
    outer = OffsetMap((0, 4), (-4, 0))
    _, inner = cut("xabc", [Cut(0, 1)])
    both = through(outer, inner)
    assert (both.to_raw(0), both.to_raw(4), both.to_raw(6)) == (-4, 1, 3)


def test_to_clean_puts_a_cut_where_the_text_goes_on() -> None:
    _, offsets = cut("abcdef", [Cut(2, 4)])
    assert to_clean(offsets, [0, 2, 3, 4, 5], 4) == [0, 2, 2, 2, 3]
