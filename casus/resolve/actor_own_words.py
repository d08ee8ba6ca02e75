"""Whoever speaks of itself: in "Colombian police said they had arrested three men", "they" are the police."""

from __future__ import annotations

from casus.codebook.kinds import MOUTHS, load_kinds
from casus.codebook.speech import load_speech
from casus.coding.syntax import OBJECT_CONTROL, SUBJECTS, Tree
from casus.resolve.actor_words import Phrase

_PLURAL = frozenset({"NNS", "NNPS"})
_SEVERAL = frozenset({"police", "people", "personnel", "crew", "staff"})
_NOMINAL = frozenset({"NOUN", "PROPN"})


def speaker_of_itself(phrase: Phrase) -> tuple[int, int, bool] | None:
    """Who says, or is asked to do, what "it" or "they" is the subject of: the span, and whether several are joined; else None."""
    word = phrase.words[0].plain if len(phrase.words) == 1 else ""
    if word not in {"it", "they"} or phrase.sentence is None:
        return None
    tree = Tree(phrase.sentence)
    i = next((i for i, t in enumerate(tree.tokens) if t.start == phrase.start), None)
    speaker = speaker_over(tree, i) if i is not None and tree.rel(i) in SUBJECTS else None
    if speaker is None or not fits(tree, speaker, word):
        return None
    found = tree.phrase(speaker, joined=True)
    return *tree.span(found.first, found.last), len(tree.conjuncts(speaker)) > 1


def speaks_after(phrase: Phrase, at: int) -> bool:
    """Whether somebody told of after an offset says what a pronoun is the subject of: nobody before him is meant by it."""
    tree = Tree(phrase.sentence) if phrase.sentence is not None else None
    i = next((i for i, t in enumerate(tree.tokens) if t.start == phrase.start), None) if tree is not None else None
    speaker = speaker_over(tree, i) if tree is not None and i is not None and tree.rel(i) in SUBJECTS else None
    return speaker is not None and tree is not None and tree.tokens[speaker].start > at


def speaker_over(tree: Tree, i: int) -> int | None:
    """The subject of the verb of saying right over the clause of a pronoun that stands after it."""
    clause = tree.tokens[i].head
    while clause >= 0 and tree.rel(clause) == "conj" and tree.children(clause, *SUBJECTS) in {(), (i,)}:
        clause = tree.tokens[clause].head
    if clause >= 0 and tree.rel(clause) == "advcl":
        return _urged(tree, tree.tokens[clause].head, i)
    if clause < 0 or tree.rel(clause) != "ccomp":
        return None
    verb = tree.tokens[clause].head
    if tree.lemma(verb) not in load_speech().verbs or tree.passive(verb):
        return None
    subjects = tree.children(verb, "nsubj")
    return subjects[0] if len(subjects) == 1 and subjects[0] < i and tree.tokens[subjects[0]].upos in _NOMINAL else None


def _urged(tree: Tree, deed: int, i: int) -> int | None:
    """ "Washington urged Ankara to act with care as it pursues the plotters": who is to do it, not who urges."""
    asked = tree.tokens[deed].head
    if tree.rel(deed) != "xcomp" or asked < 0 or tree.lemma(asked) not in OBJECT_CONTROL:
        return None
    objects = tree.children(asked, "obj", "iobj")
    return objects[0] if len(objects) == 1 and objects[0] < i and tree.tokens[objects[0]].upos in _NOMINAL else None


def fits(tree: Tree, i: int, word: str) -> bool:
    """Whether "it" or "they" can stand for a phrase: a single human being for neither, unless it speaks for a body."""
    token = tree.tokens[i]
    if tree.lemma(i) in MOUTHS or (tree.lemma(i) == "police" and token.upos == "NOUN"):
        return True
    if tree.is_named(i, "person"):
        return False
    noun = load_kinds().noun(tree.lemma(i), token.text)
    one = noun is not None and "person" in noun.flags and token.xpos not in _PLURAL
    joined = len(tree.conjuncts(i)) > 1
    several = token.xpos in _PLURAL or token.text.lower() in _SEVERAL or joined
    return not one and (word == "they" or not several or token.upos == "PROPN")
