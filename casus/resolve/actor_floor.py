"""Who goes on speaking: "it" in "The army said rebels attacked. It said it killed 12" is the army, not the rebels it speaks of."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from casus.codebook.speech import load_speech
from casus.coding.syntax import Tree
from casus.model.text import Sentence
from casus.resolve.actor_own_words import fits


class Floors:
    """Of each sentence who says what it tells, where one body says it all: subject, verb of saying, what is said."""

    def __init__(self, sentences: Sequence[Sentence]) -> None:
        self._starts = [s.start for s in sentences]
        self._sentences = tuple(sentences)

    def holder(self, at: int) -> tuple[int, int] | None:
        """The span of who said the sentence before, where at `at` an "it" goes on speaking, or what it says tells of itself."""
        k = bisect_right(self._starts, at) - 1
        goes_on = _speaker(self._sentences[k]) if k > 0 else None
        if goes_on is None or not goes_on.is_it or goes_on.span[0] > at:
            return None
        while k > 0 and self._sentences[k].paragraph == self._sentences[k - 1].paragraph:
            k -= 1
            before = _speaker(self._sentences[k])
            if before is None or not before.is_it:
                return before.span if before is not None and before.is_body else None
        return None


@dataclass(frozen=True, slots=True)
class _Speaker:
    """The subject of a verb of saying over a whole sentence: an "it", a body named in words, or somebody else."""

    span: tuple[int, int]
    is_it: bool
    is_body: bool


def _speaker(sentence: Sentence) -> _Speaker | None:
    root = next((i for i, t in enumerate(sentence.tokens) if t.head < 0), None)
    if root is None or sentence.tokens[root].lemma.lower() not in load_speech().verbs:
        return None
    tree = Tree(sentence)
    subjects = tree.children(root, "nsubj")
    if len(subjects) != 1 or subjects[0] > root or tree.passive(root) or not any(c > root for c in tree.children(root, "ccomp")):
        return None
    subject, phrase = tree.tokens[subjects[0]], tree.phrase(subjects[0])
    is_body = subject.upos != "PRON" and fits(tree, subjects[0], "it")
    return _Speaker(tree.span(phrase.first, phrase.last), subject.text.lower() == "it", is_body)
