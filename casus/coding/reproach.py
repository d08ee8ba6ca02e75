"""Reproach: "X believes that Y has not done enough", "X said Y had failed to protect them" is an accusation without the word.

PLOVER codes expressed disapproval of what another body does or leaves undone as ACCUSE (PLOVER manual, ACCUSE).
"""

from __future__ import annotations

from collections.abc import Sequence

from casus.codebook import Codebook
from casus.coding.acts import Trigger
from casus.coding.drafts import Draft
from casus.coding.guards import allows
from casus.coding.mood import Mood
from casus.coding.parties import kind_of_phrase, make_party
from casus.coding.speech import Speech
from casus.coding.syntax import Tree
from casus.model.text import Report

SENSE = "reproach"
_FAILING = frozenset({"fail", "refuse", "neglect"})
_UNWILLING = frozenset({"unwilling", "reluctant", "complicit", "responsible"})


def find_reproaches(report: Report, tree: Tree, speeches: Sequence[Speech], book: Codebook) -> tuple[Draft, ...]:
    """Drafts of ACCUSE for what a source says another body failed, refused or was unwilling to do."""
    sense = next((s for s in book.frames.senses if s.id == SENSE), None)
    if sense is None:
        return ()
    out = []
    for speech in speeches:
        if speech.source is None or speech.stance not in {"asserts", "hedges"} or tree.tokens[speech.verb].upos != "VERB":
            continue
        for clause in tree.children(speech.verb, "ccomp"):
            subject = tree.subject(clause)
            if subject is None or not _reproachful(tree, clause):
                continue
            blamed = tree.phrase(subject)
            kinds = [kind_of_phrase(tree, p, book.actors) for p in (speech.source, blamed)]
            if blamed.head == speech.source.head or not all(allows(("political",), k) for k in kinds):
                continue
            trigger = Trigger(speech.verb, "verb", (), speech.verb, speech.verb + 1)
            actor = make_party(report, tree, speech.source, role="actor", table=book.actors, rule=SENSE)
            recipient = make_party(report, tree, blamed, role="recipient", table=book.actors, rule=SENSE)
            mood = Mood("done", None, "said")
            out.append(Draft(trigger, sense, sense.verbs[0], (actor,), (recipient,), (), (), mood, True, False, False))
    return tuple(out)


def _reproachful(tree: Tree, clause: int) -> bool:
    lemma = tree.lemma(clause)
    if lemma in _FAILING:
        return bool(tree.children(clause, "xcomp"))
    if lemma in _UNWILLING:
        return True
    enough = any(tree.lemma(c) in {"enough", "more"} for c in tree.children(clause, "obj", "advmod"))
    return tree.denied(clause) and lemma == "do" and enough
