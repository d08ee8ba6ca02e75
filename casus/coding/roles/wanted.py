"""Wanted: what somebody asks for, and whose it is, is not who is asked ("demanded the release of two priests from Tehran": Tehran)."""

from __future__ import annotations

from collections.abc import Sequence

from casus.codebook.frames import Sense
from casus.coding.acts.finding import Trigger
from casus.coding.syntax import Phrase, Tree

_MOVING = frozenset("return withdrawal pullout exit retreat departure evacuation removal expulsion".split())
"""Nouns behind which "from" says where from, not from whom."""
_WHOSE = frozenset({"of", "on", "upon", "against"})
_SEEKING = frozenset({"request", "seek", "demand", "want", "solicit"})


def only_asked(tree: Tree, trigger: Trigger, sense: Sense, recipients: Sequence[Phrase]) -> tuple[Phrase, ...]:
    """The phrases without those that only say of what is wanted whose it is or against whom; of what is wanted from somebody, he."""
    if trigger.form != "verb" or sense.type != "REQUEST":
        return tuple(recipients)
    return tuple(_giver(tree, trigger.token, p) or p for p in recipients if not _is_of_wanted(tree, trigger.token, p))


def _is_of_wanted(tree: Tree, verb: int, phrase: Phrase) -> bool:
    case, over = tree.case(phrase.head), tree.tokens[phrase.head].head
    if over < 0 or tree.tokens[over].head != verb or tree.passive(verb) or not (tree.rel(over) == "obj" or tree.case(over) == "for"):
        return False
    return case in _WHOSE or (case == "from" and tree.lemma(over) in _MOVING)


def _giver(tree: Tree, verb: int, phrase: Phrase) -> Phrase | None:
    """ "Requested troops from Rwanda": Rwanda is asked."""
    if tree.lemma(verb) not in _SEEKING or tree.rel(phrase.head) != "obj" or tree.lemma(phrase.head) in _MOVING:
        return None
    found = (n for case, n in tree.preps(phrase.head) if case == "from" and tree.tokens[n].upos == "PROPN")
    return next((tree.phrase(n) for n in found), None)
