"""Cues: the words of an example that may tell its act, with what stands round them in the parse."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from casus.codebook import Codebook
from casus.coding.acts.finding import within_reach
from casus.coding.mending.harm import mend_harm
from casus.coding.mending.sayings import mend
from casus.coding.syntax import Tree
from casus.teach.examples import Example
from casus.teach.trial import Parsed

Form = Literal["verb", "noun"]
_EMPTY = frozenset("be have do go make take get give begin start continue try come want need keep let see seem become use put".split())
"""Verbs that tell nothing by themselves; a marked one tells with its complement."""
_DEVERBAL = re.compile(r".{3}(?:ment|tion|sion|ance|ence|ing|ery|al)$")
_NO_COMPLEMENT = frozenset(
    "day week month year hour minute night morning afternoon evening time people person man woman one number part group dozen hundred "
    "thousand monday tuesday wednesday thursday friday saturday sunday".split()
)
"""Nouns that stand beside any act: they tell nothing of this one."""


@dataclass(frozen=True, slots=True)
class Cue:
    """A word that may tell the act.

    `around` are lemmas of its objects and complements that may tell it with the word, `fixed` those that were marked with
    it, `prepositions` those that hang on it, `depth` its steps below the root of its sentence.
    """

    form: Form
    lemma: str
    particles: tuple[str, ...]
    before: tuple[str, ...]
    around: tuple[str, ...]
    fixed: tuple[str, ...]
    prepositions: tuple[str, ...]
    depth: int
    marked: bool
    slots: tuple[tuple[str, str], ...] = ()

    @property
    def key(self) -> tuple[Form, tuple[str, ...], str, tuple[str, ...]]:
        """What makes two cues the same: form, words before, lemma, particles."""
        return self.form, self.before, self.lemma, self.particles


def find_cues(example: Example, parsed: Parsed, book: Codebook) -> tuple[Cue, ...]:
    """The marked cue of an example, or every word that could be one."""
    found: list[Cue] = []
    for sentence in parsed.sentences:
        tree = Tree(mend_harm(mend(sentence, book.speech), book.harm))
        if example.marked is None:
            found += [_cue(tree, i, form, example, book) for i in range(len(tree)) if (form := _form(tree, i, book)) is not None]
        else:
            found += _marked(tree, example, book)
    return tuple(found)


def _form(tree: Tree, i: int, book: Codebook) -> Form | None:
    """What kind of cue a word may be: a verb that says something, a noun made of a verb or known to tell acts."""
    token, lemma = tree.tokens[i], _lemma(tree, i, book)
    if token.upos == "VERB" and lemma not in _EMPTY and lemma not in book.speech.verbs:
        return "verb"
    if token.upos != "NOUN" or token.deprel in {"compound", "conj"}:
        return None
    return "noun" if lemma in book.frames.by_noun or _DEVERBAL.match(lemma) else None


def _lemma(tree: Tree, i: int, book: Codebook) -> str:
    token = tree.tokens[i]
    return book.frames.forms.get(token.text.lower(), tree.lemma(i)) if token.upos == "VERB" else tree.lemma(i)


def _marked(tree: Tree, example: Example, book: Codebook) -> Iterator[Cue]:
    """The head of the marked words: a verb before a noun, the upper before the lower."""
    assert example.marked is not None
    start, end = example.marked
    inside = [i for i, t in enumerate(tree.tokens) if start <= t.start and t.end <= end]
    words = [i for i in inside if tree.tokens[i].upos in {"VERB", "NOUN", "ADJ", "PROPN"}]
    if words:
        head = min(words, key=lambda i: (tree.tokens[i].upos != "VERB", _depth(tree, i), -i))
        form: Form = "verb" if tree.tokens[head].upos == "VERB" else "noun"
        yield _cue(tree, head, form, example, book, inside=tuple(inside))


def _cue(tree: Tree, i: int, form: Form, example: Example, book: Codebook, *, inside: tuple[int, ...] = ()) -> Cue:
    particles = tuple(tree.tokens[c].text.lower() for c in _particles(tree, i, inside)) if form == "verb" else ()
    before = tuple(_modifiers(tree, i, inside)) if form == "noun" else ()
    reach = [c for c in within_reach(tree, i) if c != i and tree.tokens[c].upos == "NOUN" and tree.lemma(c).isalpha()]
    around = tuple(dict.fromkeys(tree.lemma(c) for c in reach if tree.lemma(c) not in _NO_COMPLEMENT and tree.lemma(c) not in before))
    fixed = tuple(dict.fromkeys(tree.lemma(c) for c in reach if c in inside and tree.lemma(c) not in before))
    preps = tuple(dict.fromkeys(case for case, n in tree.preps(i) if case != "by" and tree.lemma(n) not in _NO_COMPLEMENT))
    lemma, depth = _lemma(tree, i, book), _depth(tree, i)
    return Cue(form, lemma, particles, before, around, fixed, preps, depth, bool(inside), tuple(_slots(tree, i, form, example)))


def _particles(tree: Tree, i: int, inside: tuple[int, ...]) -> Iterator[int]:
    """Particles of the verb, and marked small words right after it ("turned *back*")."""
    for c in range(i + 1, min(i + 3, len(tree))):
        token = tree.tokens[c]
        if (token.head == i and token.deprel == "compound:prt") or (c in inside and token.upos in {"ADP", "ADV"} and c == i + 1):
            yield c


def _modifiers(tree: Tree, i: int, inside: tuple[int, ...]) -> list[str]:
    """Marked words right before a noun, and its compounds: "bribe *demand*" is "bribe demand"."""
    out: list[str] = []
    for c in range(i - 1, -1, -1):
        token = tree.tokens[c]
        if not (token.head == i and token.deprel in {"compound", "amod"} and c in inside):
            break
        out.insert(0, tree.lemma(c))
    return out


def _depth(tree: Tree, i: int) -> int:
    return sum(1 for _ in tree.ancestors(i))


def _slots(tree: Tree, i: int, form: Form, example: Example) -> Iterator[tuple[str, str]]:
    """Where the parties that the example names stand: (role, slot)."""
    for role, phrase in (("actor", example.actor), ("recipient", example.recipient)):
        at = example.text.find(phrase) if phrase else -1
        if at < 0:
            continue
        within = {j for j, t in enumerate(tree.tokens) if at <= t.start and t.end <= at + len(phrase)}
        if form == "verb" and tree.agent(i) in within:
            yield role, "subj"
        elif form == "verb" and tree.patient(i) in within:
            yield role, "obj"
        elif form == "noun" and any(c in within for c in tree.children(i, "nmod:poss")):
            yield role, "poss"
        else:
            slot = next((case for case, n in tree.preps(i) if n in within), None)
            if slot is not None:
                yield role, slot
            elif form == "noun" and any(c in within for c in tree.children(i, "compound", "amod", "nmod")):
                yield role, "mod"
