"""What is said of another body without the word for it: "X said Y had failed to protect them" accuses, "X said Y must leave" demands.

PLOVER codes expressed disapproval of what another body does or leaves undone as ACCUSE, what it is told to do as REQUEST.
"""

from __future__ import annotations

from collections.abc import Sequence

from casus.codebook import Codebook
from casus.coding.acts.drafts import Draft
from casus.coding.acts.finding import Trigger
from casus.coding.mood.kinds import Mood
from casus.coding.roles.guards import allows
from casus.coding.roles.parties import kind_of_phrase, make_party
from casus.coding.speech.act import Speech
from casus.coding.speech.sources import make_source
from casus.coding.syntax import Tree
from casus.model.text import Report

REPROACH, DEMAND = "reproach", "demand"
SAID = "said"
"""The rule of what only amounts to a reproach or a demand: it rests on the word of who says so."""
UNWORDED = frozenset({REPROACH, DEMAND})
"""Senses that rest on grammar alone."""
_DUTY = frozenset({"must", "should", "ought"})
_IN_OFFICE = frozenset({"official", "party", "ngo"})
_STATES = frozenset({"know", "think", "feel", "remember", "expect", "want", "like"})
_ONLY_TELLING = frozenset({"media", "institute"})
_FAILING = frozenset({"fail", "refuse", "neglect"})
_UNWILLING = frozenset({"unwilling", "reluctant", "complicit", "responsible"})


def find_unworded(report: Report, tree: Tree, speeches: Sequence[Speech], book: Codebook) -> tuple[Draft, ...]:
    """Drafts of ACCUSE for what a source says another body failed or refused to do, of REQUEST for what it says the other must do."""
    senses = {s.id: s for s in book.frames.senses if s.id in UNWORDED}
    out = []
    for speech in speeches:
        if speech.source is None or speech.stance not in {"asserts", "hedges"} or tree.tokens[speech.verb].upos != "VERB":
            continue
        for clause in tree.children(speech.verb, "ccomp"):
            subject = tree.subject(clause)
            sense = senses.get(REPROACH if _reproachful(tree, clause) else DEMAND if _demanding(tree, clause) else "")
            if subject is None or sense is None:
                continue
            other = tree.phrase(subject)
            kinds = [kind_of_phrase(tree, p, book.actors) for p in (speech.source, other)]
            if other.head == speech.source.head or not all(allows(("political",), k) for k in kinds):
                continue
            if sense.id == DEMAND and (kinds[0] in _ONLY_TELLING or (kinds[0] == "person" and not _may_demand(report, tree, speech, book))):
                continue
            trigger = Trigger(speech.verb, "verb", (), speech.verb, speech.verb + 1)
            actor = make_party(report, tree, speech.source, role="actor", table=book.actors, rule=sense.id)
            recipient = make_party(report, tree, other, role="recipient", table=book.actors, rule=sense.id)
            mood = Mood("done", None, SAID)
            out.append(Draft(trigger, sense, sense.verbs[0], (actor,), (recipient,), (), (), mood, True, False, False))
    return tuple(out)


def _may_demand(report: Report, tree: Tree, speech: Speech, book: Codebook) -> bool:
    """Whether a person speaks with an office, or is somebody known: what an author or analyst thinks others should do is advice."""
    assert speech.source is not None
    source = make_source(report, tree, speech, book.actors)
    return source.capacity in _IN_OFFICE or bool(book.actors.find(source.name))


def _demanding(tree: Tree, clause: int) -> bool:
    """ "Must leave", "has to leave", "needs to leave"; not "must have left", "will need to leave", "should know"."""
    auxiliaries = {word for c in tree.children(clause, "aux") for word in (tree.lemma(c), tree.tokens[c].text.lower())}
    if tree.lemma(clause) in _STATES or auxiliaries & {"will", "would", "'ll", "’ll"}:
        return False
    if tree.tokens[clause].upos == "VERB" and auxiliaries & _DUTY and "have" not in auxiliaries:
        return not tree.passive(clause)
    owed = any(not tree.passive(c) for c in tree.children(clause, "xcomp"))
    return owed and tree.lemma(clause) in {"have", "need"} and not tree.denied(clause)


def _reproachful(tree: Tree, clause: int) -> bool:
    lemma = tree.lemma(clause)
    if lemma in _FAILING:
        return bool(tree.children(clause, "xcomp"))
    if lemma in _UNWILLING:
        return True
    enough = any(tree.lemma(c) in {"enough", "more"} for c in tree.children(clause, "obj", "advmod"))
    return tree.denied(clause) and lemma == "do" and enough
