"""Turns: recorded speech that a report prints with the speaker's name before it, "(Salak) They came at night."."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from casus.coding.scene import Scene
from casus.coding.speech.act import Speech, ends_outlet
from casus.coding.speech.sources import make_source
from casus.coding.syntax import Phrase, Tree
from casus.model.claim import Source

_OPEN, _CLOSE = frozenset("(["), frozenset(")]")
_LONGEST = 6
"""Words and brackets of the longest label."""
_ASKING = frozenset({"reporter", "reporters", "question", "moderator", "announcer", "interviewer", "journalist"})
_NOTES = frozenset(
    "begin end recording words word indistinct passage continued signed dated as heard received published video clip photo update".split()
)
"""What stands in brackets and is nobody's name."""


def held_by_turns(body: Sequence[Scene]) -> Iterator[tuple[int, Source]]:
    """Each sentence that somebody's label holds: to the end of its paragraph, in an interview to the next label."""
    labels = {k: found for k, s in enumerate(body) if _opens_paragraph(body, k) and (found := _label(s)) is not None}
    interview, people = len(labels) > 1, _people(body)
    speaking: Source | None = None
    for k, scene in enumerate(body):
        if k in labels:
            speaking = None if _asks(body, k) else _speaker(scene, labels[k], people, interview=interview)
        elif not interview and _opens_paragraph(body, k):
            speaking = None
        if speaking is not None:
            yield scene.sentence.index, speaking
        if _ends_recording(scene.tree):
            speaking = None


def _opens_paragraph(body: Sequence[Scene], k: int) -> bool:
    return k == 0 or body[k - 1].sentence.paragraph != body[k].sentence.paragraph


def _asks(body: Sequence[Scene], k: int) -> bool:
    """Whether a turn of one paragraph ends in a question."""
    last = [s for s in body if s.sentence.paragraph == body[k].sentence.paragraph][-1]
    return last.tree.tokens[-1].text == "?"


def _people(body: Sequence[Scene]) -> frozenset[str]:
    """The last words of the names of people told of."""
    return frozenset(s.tree.tokens[n.last - 1].text.lower() for s in body for n in s.sentence.names if n.kind == "person")


def _label(scene: Scene) -> Phrase | None:
    """The name in brackets that opens a sentence, past a note ("(begin recording) (Salak)")."""
    tree, at = scene.tree, 0
    while at < len(tree) and tree.tokens[at].text in _OPEN:
        end = next((k for k in range(at + 1, min(at + _LONGEST, len(tree))) if tree.tokens[k].text in _CLOSE), None)
        if end is None or end == at + 1:
            return None
        inside = {t.text.lower() for t in tree.tokens[at + 1 : end]}
        if not inside & _NOTES:
            named = all(t.text[:1].isupper() for t in tree.tokens[at + 1 : end])
            return Phrase(at + 1, end, end - 1) if named and not _is_outlet(scene, at + 1, end) else None
        at = end + 1
    return None


def _is_outlet(scene: Scene, first: int, last: int) -> bool:
    """ "(Reuters) - Gunmen ...": where a text is from."""
    return any(ends_outlet(scene.tree, first, k, scene.book.speech) for k in range(first, last))


def _speaker(scene: Scene, label: Phrase, people: frozenset[str], *, interview: bool) -> Source | None:
    """Whoever a label names: a person told of, in an interview anybody but who asks."""
    word = scene.tree.tokens[label.head].text.lower()
    if word in _ASKING or not (interview or word in people):
        return None
    speech = Speech(label, label.head, scene.tree.tokens[label.head].text, "asserts", frozenset(), "name before a turn")
    return make_source(scene.report, scene.tree, speech, scene.book.actors)


def _ends_recording(tree: Tree) -> bool:
    words = [t.text.lower() for t in tree.tokens]
    return any(words[k : k + 2] == ["end", "recording"] for k in range(len(words)))
