"""Windows hold every word once as new, in order, and no more pieces than the encoder has places for."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from casus.read.pieces import Vocabulary
from casus.tell.windows import BEFORE, PIECES, Words, windows_of

VOCABULARY = Vocabulary(["[PAD]", "[UNK]", "[CLS]", "[SEP]", "a", "##a", "army", "fired"])
SENTENCES = st.lists(st.lists(st.sampled_from(["a", "aaa", "army", "fired", "aaaaaa"]), min_size=1, max_size=300), max_size=12)


def words(sentences: list[list[str]]) -> Words:
    texts = [w for s in sentences for w in s]
    starts, at = [], 0
    for sentence in sentences:
        starts.append(at)
        at += len(sentence)
    return Words(tuple(texts), (0,) * len(texts), tuple(starts))


def pieces(laid: Words, first: int, last: int) -> int:
    return sum(len(VOCABULARY.of_word(w)) for w in laid.texts[first:last])


@given(SENTENCES)
def test_every_word_is_new_once_and_in_order(sentences: list[list[str]]) -> None:
    laid = words(sentences)
    found = list(windows_of(laid, VOCABULARY))
    assert [i for w in found for i in range(w.new, w.last)] == list(range(len(laid.texts)))


@given(SENTENCES)
def test_no_window_is_too_long_and_what_comes_before_is_whole_sentences(sentences: list[list[str]]) -> None:
    laid = words(sentences)
    for window in windows_of(laid, VOCABULARY):
        assert pieces(laid, window.first, window.last) <= PIECES
        assert pieces(laid, window.first, window.new) <= BEFORE
        assert window.first == window.new or window.first in laid.starts


def test_a_text_of_no_words_has_no_window() -> None:
    assert list(windows_of(Words((), (), ()), VOCABULARY)) == []


def test_a_sentence_longer_than_a_window_is_cut() -> None:
    found = list(windows_of(words([["army"] * 1000]), VOCABULARY))
    assert [w.last - w.new for w in found][:2] == [PIECES, PIECES]
