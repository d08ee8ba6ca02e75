"""Where an act happened, among the places its sentence names: the rules speak first, then a head that weighs every place.

The rules (place_by_rule.py) walk the tree. The head (training/HEADS.md) sees what they say and much else (place_features.py); the
place it holds likeliest is the act's, or none where none is likely enough. It has learned verbs only: of an act told by a noun the
rules alone say where it was.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from math import exp

from casus.codebook.heads import Head, load_head
from casus.coding.place_by_rule import chosen_of, scene_of, tied
from casus.coding.place_elsewhere import may_be_it
from casus.coding.place_features import place_features
from casus.coding.place_mention import PlaceMention
from casus.coding.syntax import Tree
from casus.model.text import Sentence

LEAST = 0.4
"""The least likelihood of a place; chosen by trying it on sentences the head was not trained on, none of them of the benchmark."""
_LEARNED = frozenset({"VERB", "AUX", "ADJ"})


@dataclass(frozen=True, slots=True)
class Located:
    """The place of an act and why it is taken for it."""

    mention: PlaceMention
    rule: str


@dataclass(frozen=True, slots=True)
class Seen:
    """The places of a sentence as seen from an act: the rules' ties (`costs`, by number) and the one they chose."""

    tree: Tree
    act: int
    mentions: Sequence[PlaceMention]
    costs: Mapping[int, int]
    chosen: int | None

    def features(self) -> list[list[str]]:
        """What the head sees of each place."""
        return place_features(self.tree, self.act, self.mentions, self.costs, self.chosen)


def place_of_act(sentence: Sentence, act: int, mentions: Sequence[PlaceMention]) -> PlaceMention | None:
    """The place of the act whose trigger is token `act`, or None where no words of the sentence place it."""
    found = locate(sentence, act, mentions)
    return found.mention if found is not None else None


def locate(sentence: Sentence, act: int, mentions: Sequence[PlaceMention]) -> Located | None:
    """The place of an act with the reason for it."""
    seen = see(sentence, act, mentions)
    if seen is None:
        return None
    if sentence.tokens[act].upos not in _LEARNED or scene_of(seen.tree, act, seen.mentions) is not None:
        return Located(seen.mentions[seen.chosen], "place: by the tree") if seen.chosen is not None else None
    head = load_head("place")
    chances = [chance(head, features) for features in seen.features()]
    best = max(range(len(chances)), key=lambda k: (chances[k], -k))
    how = "by the tree" if best == seen.chosen else "tied to the act by no rule"
    found = Located(seen.mentions[best], f"head: place (likelihood {chances[best]:.2f}), {how}")
    return found if chances[best] >= LEAST else None


def see(sentence: Sentence, act: int, mentions: Sequence[PlaceMention]) -> Seen | None:
    """The places that may be the act's, with what the rules say of them; None where there is none."""
    if not sentence.tokens or not mentions:
        return None
    tree = Tree(sentence)
    costs = tied(tree, act, mentions)
    chosen = chosen_of(tree, act, mentions, costs)
    able = [k for k, m in enumerate(mentions) if k == chosen or may_be_it(tree, act, m, mentions)]
    kept = {k: i for i, k in enumerate(able)}
    if not kept:
        return None
    ties = {kept[k]: cost for k, cost in costs.items() if k in kept}
    return Seen(tree, act, [mentions[k] for k in able], ties, None if chosen is None else kept[chosen])


def chance(head: Head, features: Iterable[str]) -> float:
    """How likely the head holds a place to be the act's."""
    no, yes = head.scores(features)
    return 1 / (1 + exp(no - yes))
