"""Whether a sentence tells something to be at a place it names, so that what is told next may be there, too."""

from __future__ import annotations

from casus.coding.places.elsewhere import LEAVING
from casus.coding.places.mention import PlaceMention
from casus.coding.places.ties import is_seat
from casus.coding.syntax import SUBJECTS, Tree
from casus.model.text import Sentence

_CARING = frozenset({"hospital", "clinic", "infirmary", "morgue", "centre", "center"})


def is_where(mention: PlaceMention, sentence: Sentence) -> bool:
    """Whether something is told to be there: no goal or origin, nothing left, no seat of who speaks, no party, no hospital, no plan."""
    tree = Tree(sentence)
    if tree.lemma(tree.tokens[mention.head].head) in LEAVING:
        return False
    path = [mention.head, *tree.ancestors(mention.head)]
    if any(tree.lemma(c) == "to" for i in path for c in tree.children(i, "mark")):
        return False  # "were plotting to bomb a bridge in Goma"
    caring = {w.lower() for w in mention.words.split()} & _CARING
    acting = tree.rel(mention.head) in SUBJECTS and mention.unit is None
    labelled = len(tree) > 1 and tree.tokens[1].text == ":"  # "Explained: The Jos shooting"
    return mention.role == "where" and not caring and not acting and (labelled or not is_seat(tree, path, -1))
