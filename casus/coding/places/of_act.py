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
from casus.coding.places.by_rule import chosen_of, scene_of, tied
from casus.coding.places.elsewhere import NEVER, doubt_of, is_nowhere
from casus.coding.places.features import place_features
from casus.coding.places.finer import finer_of
from casus.coding.places.mention import PlaceMention
from casus.coding.places.ties import is_caption_of
from casus.coding.syntax import Tree
from casus.model.text import Sentence

LEAST, LEAST_UNTIED, LEAST_DOUBTED = 0.25, 0.4, 0.6
"""The least likelihood of a place the rules tie to the act, of one they do not, of one they doubt; how they were found: HEADS.md."""
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
    doubts: Sequence[str]

    def features(self) -> list[list[str]]:
        """What the head sees of each place."""
        seen = place_features(self.tree, self.act, self.mentions, self.costs, self.chosen)
        return [[*features, f"doubt={doubt}"] for features, doubt in zip(seen, self.doubts, strict=True)]

    def is_tied(self, k: int) -> bool:
        """Whether the rules tie a place to the act."""
        return k in self.costs or k == self.chosen

    def best(self, chances: Sequence[float], tied: float = LEAST, untied: float = LEAST_UNTIED) -> int | None:
        """The likeliest place, of those likely enough."""
        able = [k for k, c in enumerate(chances) if c >= self._least(k, tied, untied) and self.doubts[k] not in NEVER]
        return max(able, key=lambda k: (chances[k], -k), default=None)

    def _least(self, k: int, tied: float, untied: float) -> float:
        return LEAST_DOUBTED if self.doubts[k] else tied if self.is_tied(k) else untied


def place_of_act(sentence: Sentence, act: int, mentions: Sequence[PlaceMention]) -> PlaceMention | None:
    """The place of the act whose trigger is token `act`, or None where no words of the sentence place it."""
    found = locate(sentence, act, mentions)
    return found.mention if found is not None else None


def locate(sentence: Sentence, act: int, mentions: Sequence[PlaceMention]) -> Located | None:
    """The place of an act with the reason for it."""
    seen = see(sentence, act, mentions)
    if seen is None or _is_of_two(seen):
        return None
    if sentence.tokens[act].upos not in _LEARNED or scene_of(seen.tree, act, seen.mentions) is not None:
        return Located(seen.mentions[seen.chosen], "place: by the tree") if seen.chosen is not None else None
    head = load_head("place")
    chances = [chance(head, features) for features in seen.features()]
    best = seen.best(chances)
    if best is None:
        return None
    if (finer := finer_of(seen.tree, seen.act, seen.mentions, best)) is not None and seen.doubts[finer] not in NEVER:
        return Located(seen.mentions[finer], "place: where those were whom it befell, in the land of who did it")
    how = "tied to the act in the tree" if seen.is_tied(best) else "tied to it by no rule"
    return Located(seen.mentions[_first_joined(seen, best)], f"head: place (likelihood {chances[best]:.2f}), {how}")


def _is_of_two(seen: Seen) -> bool:
    """ "Killed nine at a wedding in Nabdam and eight at a market in Bawku": two acts in one, at two places."""
    tree, tied = seen.tree, [m for k, m in enumerate(seen.mentions) if seen.is_tied(k) and m.kind != "country"]
    return any(
        one.last < c < other.first and tree.rel(c) == "conj" and tree.tokens[c].upos == "NUM" and tree.tokens[c].head < one.first
        for one in tied
        for other in tied
        for c in range(one.last, other.first)
    )


def _first_joined(seen: Seen, k: int) -> int:
    """ "In Goma, Sake and Bukavu": of joined places the first stands for all."""
    at = seen.mentions[k].head
    while seen.tree.rel(at) == "conj" and any(m.head == seen.tree.tokens[at].head for m in seen.mentions):
        at = seen.tree.tokens[at].head
    return next((i for i, m in enumerate(seen.mentions) if m.head == at), k)


def see(sentence: Sentence, act: int, mentions: Sequence[PlaceMention]) -> Seen | None:
    """The places that may be the act's, with what the rules say of them; None where there is none."""
    if not sentence.tokens or not mentions:
        return None
    tree = Tree(sentence)
    mentions = _on_its_side(tree, act, mentions)
    mentions = [m for m in mentions if is_caption_of(tree, act, m) or not is_nowhere(tree, act, m)]
    if not mentions:
        return None
    costs = tied(tree, act, mentions)
    chosen = chosen_of(tree, act, mentions, costs)
    doubts = ["" if k == chosen else doubt_of(tree, act, m, mentions) for k, m in enumerate(mentions)]
    return Seen(tree, act, mentions, costs, chosen, doubts)


def _on_its_side(tree: Tree, act: int, mentions: Sequence[PlaceMention]) -> list[PlaceMention]:
    """ "Fired on a crowd in Homs on Friday, killing six, and in Hama on Saturday, killing two": those on its side of "and"."""
    for m in mentions:
        joint = m.first - 2
        if joint < 1 or tree.tokens[joint].upos != "CCONJ" or tree.tokens[joint + 1].upos != "ADP":
            continue
        before = [o for o in mentions if o.last <= joint and any(t.upos == "VERB" for t in tree.tokens[: o.first])]
        apart = any(t.text == "," or t.upos == "NUM" for o in before[-1:] for t in tree.tokens[o.last : joint])
        if before and apart:
            return [o for o in mentions if (o.first < joint) == (act < joint)]
    return list(mentions)


def chance(head: Head, features: Iterable[str]) -> float:
    """How likely the head holds a place to be the act's."""
    no, yes = head.scores(features)
    return 1 / (1 + exp(no - yes))
