"""Who goes on speaking: "it" in "The army said rebels attacked. It said it killed 12" is the army, not the rebels it speaks of."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

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
        span = _speaker(self._sentences[k], pronoun=True) if k > 0 else None
        if span is None or span[0] > at:
            return None
        while k > 0 and self._sentences[k].paragraph == self._sentences[k - 1].paragraph:
            k -= 1
            named = _speaker(self._sentences[k], pronoun=False)
            if named is not None or _speaker(self._sentences[k], pronoun=True) is None:
                return named
        return None


def _speaker(sentence: Sentence, *, pronoun: bool) -> tuple[int, int] | None:
    """The subject of a verb of saying over a whole sentence: an "it", or a body named in words."""
    root = next((i for i, t in enumerate(sentence.tokens) if t.head < 0), None)
    if root is None or sentence.tokens[root].lemma.lower() not in load_speech().verbs:
        return None
    tree = Tree(sentence)
    subjects = tree.children(root, "nsubj")
    if len(subjects) != 1 or subjects[0] > root or tree.passive(root) or not any(c > root for c in tree.children(root, "ccomp")):
        return None
    is_it = tree.tokens[subjects[0]].text.lower() == "it"
    if is_it != pronoun or (not pronoun and (tree.tokens[subjects[0]].upos == "PRON" or not fits(tree, subjects[0], "it"))):
        return None
    phrase = tree.phrase(subjects[0])
    return tree.span(phrase.first, phrase.last)
