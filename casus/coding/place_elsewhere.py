"""Places an act surely did not happen at, however likely they look: datelines, seats, origins, parties, what is told by the way."""

from __future__ import annotations

from collections.abc import Sequence

from casus.codebook.place_words import load_place_words
from casus.coding.place_by_rule import LOCAL
from casus.coding.place_locative import WITNESSING
from casus.coding.place_mention import PlaceMention, PlaceRole
from casus.coding.place_ties import first_conjunct, is_seat, tie
from casus.coding.syntax import Tree

_NEVER = frozenset({"dateline", "seat", "from"})
_ENTRANCES = frozenset({"entrance", "approach", "gate", "gateway"})
_SPOTS = frozenset({"site", "camp", "village"})


def may_be_it(tree: Tree, act: int, mention: PlaceMention, mentions: Sequence[PlaceMention]) -> bool:
    """Whether a place of a sentence may be where the act at token `act` happened."""
    role = _role(tree, mention, mentions)
    if role in _NEVER or (role == "to" and not _is_reached(tree, mention, mentions)):
        return False
    if _is_party(tree, mention):
        return False
    told_elsewhere = _is_of_a_speaker(tree, act, mention) or _is_told_by_the_way(tree, act, mention)
    return not told_elsewhere or tie(tree, act, mention) is not None


def _role(tree: Tree, mention: PlaceMention, mentions: Sequence[PlaceMention]) -> PlaceRole:
    """ "From Goma, Sake and Bukavu": of joined places all are what the first is."""
    first = first_conjunct(tree, mention.head)
    return next((m.role for m in mentions if m.head == first), mention.role)


def _is_reached(tree: Tree, mention: PlaceMention, mentions: Sequence[PlaceMention]) -> bool:
    """ "Sent troops to Sake", "at the entrance to Sake", not "from Goma to Sake" nor "on the road to Sake"."""
    head = tree.tokens[mention.head].head
    if head < 0 or any(m.role == "from" for m in mentions):
        return False
    return tree.tokens[head].upos == "VERB" or tree.lemma(head) in _ENTRANCES


def _is_party(tree: Tree, mention: PlaceMention) -> bool:
    """Who does something, or a country to which something other than an attack is done ("accused Ruritania"), is no place there."""
    rel, head = tree.rel(mention.head), tree.tokens[mention.head].head
    if mention.side or head < 0 or tree.tokens[head].upos not in {"VERB", "AUX"}:
        return False
    words, lemma = load_place_words(), tree.lemma(head)
    if rel in {"obj", "iobj", "nsubj:pass"}:
        return mention.kind == "country" and lemma not in words.strikes | words.takings
    return rel == "obl:agent" or (rel == "nsubj" and lemma not in WITNESSING and mention.kind not in _SPOTS)


def _is_of_a_speaker(tree: Tree, act: int, mention: PlaceMention) -> bool:
    """ "An analyst in Nairobi said the rebels attacked"; a doctor in Nairobi may well speak of Nairobi."""
    path = (mention.head, *tree.ancestors(mention.head))
    return is_seat(tree, path, act) and not any(tree.lemma(i) in LOCAL for i in path)


def _is_told_by_the_way(tree: Tree, act: int, mention: PlaceMention) -> bool:
    """ "The runner, whose village was bombed, won in Rome": what is told of somebody by the way happened anywhere."""
    above = (mention.head, *tree.ancestors(mention.head))
    climb = [i for i in (act, *tree.ancestors(act)) if i not in above]
    aside = [tree.tokens[i].head for i in climb if tree.rel(i).endswith("relcl")]
    return any(noun not in above and tree.lemma(noun) not in load_place_words().strikes for noun in aside)
