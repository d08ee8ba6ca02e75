"""Who a pronoun means where no known name decides: the one person, group or body told of before it, or nobody.

Only one candidate in this sentence and the one before is an answer; where two could be meant, nobody is.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from casus.codebook.kinds import load_kinds
from casus.coding.syntax import SUBJECTS, Tree
from casus.model.text import Sentence

_ONE = frozenset({"he", "she", "him", "her"})
_MANY = frozenset({"they", "them"})
_OBJECTS = frozenset({"him", "her", "them"})
_INSIDE = frozenset({"compound", "flat", "nmod:desc", "appos", "fixed", "nmod:unmarked", "obl:unmarked", "nmod:poss"})
_PLURAL = frozenset({"NNS", "NNPS"})
_PLURAL_BODIES = frozenset({"police", "people", "personnel", "crew", "staff"})


@dataclass(frozen=True, slots=True)
class Told:
    """Somebody told of: the span of the phrase, its sentence and head token, whether one, several or a body, whether as subject."""

    start: int
    end: int
    sentence: int
    token: int
    number: str
    subject: bool
    name: str


class Common:
    """People and bodies of a report that no table lists, as pronouns point to them."""

    def __init__(self, sentences: Sequence[Sentence]) -> None:
        self._sentences = sentences

    @cached_property
    def _trees(self) -> tuple[Tree, ...]:
        return tuple(Tree(s) for s in self._sentences)

    @cached_property
    def _told(self) -> tuple[Told, ...]:
        return tuple(t for i, tree in enumerate(self._trees) for t in _told_in(i, tree))

    def meant(self, word: str, at: int) -> tuple[int, int] | None:
        """The span of the phrase a pronoun at an offset stands for, None where nobody or more than one could be meant."""
        found = self.candidates(word, at)
        return (found[-1].start, found[-1].end) if found and len({t.name for t in found}) == 1 else None

    def candidates(self, word: str, at: int) -> list[Told]:
        """All who could be meant, in text order; each time they are told of."""
        k = next((i for i, s in enumerate(self._sentences) if s.start <= at < s.end), None)
        if k is None:
            return []
        number = "one" if word in _ONE else "many" if word in _MANY else "body"
        barred = self._beside(k, at) if word in _OBJECTS else frozenset[int]()
        near = [t for t in self._told if t.number == number and k - 1 <= t.sentence <= k and t.end <= at and self._same_block(t, k)]
        if word not in _OBJECTS and number != "one":
            near = [t for t in near if t.subject]
        return [t for t in near if not (t.sentence == k and t.token in barred)]

    def _same_block(self, told: Told, k: int) -> bool:
        one, other = self._sentences[told.sentence], self._sentences[k]
        return not one.heading and other.paragraph - one.paragraph <= 1

    def _beside(self, k: int, at: int) -> frozenset[int]:
        """Subjects of the clauses over an object pronoun: "the guard shot him" is not about the guard."""
        tree = self._trees[k]
        i = next((i for i, t in enumerate(tree.tokens) if t.start == at), None)
        if i is None or tree.tokens[i].head < 0:
            return frozenset()
        found = (tree.subject(tree.tokens[i].head), tree.agent(tree.tokens[i].head))
        return frozenset(s for s in found if s is not None)


def _told_in(k: int, tree: Tree) -> Iterator[Told]:
    """Everybody a sentence tells of, once for each phrase."""
    for i, token in enumerate(tree.tokens):
        if token.upos not in {"NOUN", "PROPN"} or token.deprel in _INSIDE or tree.children(i, "cop"):
            continue
        number = _number(tree, i)
        if number is None:
            continue
        phrase = tree.phrase(i)
        start, end = tree.span(phrase.first, phrase.last)
        name = next((t.text for t in reversed(tree.tokens[phrase.first : phrase.last]) if t.upos == "PROPN"), tree.lemma(i))
        yield Told(start, end, k, i, number, token.deprel in SUBJECTS, name.lower())


def _number(tree: Tree, i: int) -> str | None:
    """One human being, several, or a body; None for anything else."""
    token = tree.tokens[i]
    name = next((n for n in tree.sentence.names if n.first <= i < n.last), None)
    if name is not None and name.kind == "person":
        return "one"
    noun = load_kinds().noun(token.lemma.lower(), " ".join(t.text for t in tree.tokens[max(i - 3, 0) : i + 1]))
    if noun is None or (name is not None and name.kind != "organisation"):
        return None
    if noun.flags & {"machine", "thing"}:
        return None
    if "person" in noun.flags or (noun.kind == "civilians" and "people" in noun.flags):
        return "many" if token.xpos in _PLURAL or token.text.lower() in _PLURAL_BODIES else "one"
    if "body" in noun.flags:
        return "many" if token.xpos in _PLURAL or token.text.lower() in _PLURAL_BODIES else "body"
    return None
