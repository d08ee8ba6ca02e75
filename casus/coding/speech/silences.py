"""Silences: who would not comment, did not answer, looks into it, or neither confirms nor denies.

None of them is a denial and none gives a figure; each is a party's stance for as long as it says nothing else (coding rules, Status):
"no comment" and then "denied" are two versions of it.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from casus.codebook.wordings import find_wording, plain_lemmas
from casus.coding.roles.parties import kind_of_phrase
from casus.coding.scene import Scene
from casus.coding.speech.sources import capacity_of_phrase, plain_name
from casus.coding.syntax import Tree
from casus.model.claim import Source

_NOBODY = frozenset({"unknown", "civilians"})
_FROM = frozenset({"from", "by"})
_SOUGHT = frozenset({"request", "call", "message", "email", "question", "contact", "reach"})


@dataclass(frozen=True, slots=True)
class Silence:
    """Who says nothing, in which sentence."""

    sentence: int
    source: Source


def find_silences(scene: Scene) -> tuple[Silence, ...]:
    """Everybody who is told to give no comment in a sentence."""
    if scene.sentence.heading or not scene.tree.tokens:
        return ()
    return tuple(s for span in _spans(scene) if (s := _silence(scene, *span)) is not None)


def _spans(scene: Scene) -> Iterator[tuple[int, int]]:
    words = plain_lemmas([t.text for t in scene.tree.tokens], [t.lemma for t in scene.tree.tokens])
    found = {span for wordings in scene.book.speech.no_comment.values() if (span := find_wording(wordings, words)) is not None}
    inner = [a for a in found if not any(a != b and b[0] <= a[0] and a[1] <= b[1] for b in found)]
    yield from sorted(inner)[:1]


def _silence(scene: Scene, first: int, last: int) -> Silence | None:
    tree = scene.tree
    who = _who(scene, first, last)
    if who is None:
        return None
    phrase = tree.phrase(who)
    if kind_of_phrase(tree, phrase, scene.book.actors) in _NOBODY:
        return None
    name = plain_name(scene.report, tree, phrase)
    verb = " ".join(t.text for t in tree.tokens[first:last])
    evidence = tree.evidence(scene.report, "source", phrase, "no comment")
    return Silence(
        scene.sentence.index, Source(name, capacity_of_phrase(tree, phrase, scene.book.actors, name), verb, "no-comment", evidence)
    )


def _sayer(tree: Tree, who: int) -> int:
    """ "The army said it was looking into it": an "it" right under a saying is who says so."""
    over = [s for a in tree.ancestors(who) for s in tree.children(a, "nsubj") if s < who]
    return over[0] if tree.tokens[who].upos == "PRON" and over else who


def _who(scene: Scene, first: int, last: int) -> int | None:
    """Whom the words are about: "no response from the army", the subject of their predicate; not a request that went unanswered."""
    tree = scene.tree
    for i in range(first, last):
        came = [n for case, n in tree.preps(i) if case in _FROM]
        if came and tree.tokens[i].upos == "NOUN":
            return tree.antecedent(came[0])
    for i in range(first, last):
        over = tree.tokens[i].head if tree.rel(i) == "obj" else i  # "had no comment"
        subject = tree.subject(over) if tree.tokens[i].upos in {"VERB", "AUX", "ADJ", "NOUN"} and tree.rel(i) != "obl" else None
        if subject is not None and (tree.lemma(subject) in _SOUGHT or not first <= subject < last):
            asked = [n for case, n in tree.preps(subject) if case in {"to", "for"}] if tree.lemma(subject) in _SOUGHT else [subject]
            return _sayer(tree, asked[0]) if asked else None
    return None
