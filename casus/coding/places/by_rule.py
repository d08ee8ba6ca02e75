"""Where an act happened by the rules alone: the place tied to it nearest in the tree."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from casus.codebook.place_words import load_place_words
from casus.coding.places.locative import case_of
from casus.coding.places.mention import BREADTH, PlaceMention
from casus.coding.places.ties import is_caption_of, is_scene_of, tie
from casus.coding.syntax import SUBJECTS, Tree

_NEARNESS = {"in": 0, "direction": 1, "border": 1, "near": 2, "between": 2}
LOCAL = frozenset(
    "police policeman medic doctor nurse hospital morgue resident witness eyewitness villager mayor local farmer trader shopkeeper".split()
)
"""Who speaks of the place they are in; a ministry or a spokesman speaks of anywhere."""


def tied(tree: Tree, act: int, mentions: Sequence[PlaceMention]) -> dict[int, int]:
    """The mentions tied to the act whose trigger is token `act`, by number, each with how far it is."""
    return {k: cost for k, m in enumerate(mentions) if (cost := tie(tree, act, m)) is not None}


def chosen_of(tree: Tree, act: int, mentions: Sequence[PlaceMention], costs: Mapping[int, int]) -> int | None:
    """The number of the mention that is the place of the act, or None where no words of the sentence place it.

    Where the writer or a speaker sits, where somebody comes from or goes, and an actor's own country are not it.
    Of several places (`costs` by mention) the closest wins, then the one it is in over the one it is near, then the smallest.
    """
    scene = scene_of(tree, act, mentions)
    if scene is not None:
        return scene
    if not costs:
        whole = _of_what_it_happened_in(tree, act, mentions)
        return whole if whole is not None else _of_local_voice(tree, act, mentions)
    best = _nearest(costs, mentions)
    for _ in mentions:
        inner = {k: c for k, c in costs.items() if c <= costs[best] + 1 and _holds(tree, mentions[best], mentions[k])}
        if not inner:
            break
        best = _nearest(inner, mentions)
    return best


def scene_of(tree: Tree, act: int, mentions: Sequence[PlaceMention]) -> int | None:
    """The number of the mention that a clause with "where" or a caption's end says is the scene of the act: beyond doubt."""
    found = next((k for k, m in enumerate(mentions) if is_scene_of(tree, act, m) or is_caption_of(tree, act, m)), None)
    if found is None:
        return None
    over = tree.tokens[mentions[found].head].head if tree.rel(mentions[found].head) == "nmod" else None
    return next((k for k, m in enumerate(mentions) if m.head == over), found)


def _nearest(costs: Mapping[int, int], mentions: Sequence[PlaceMention]) -> int:
    return min(costs, key=lambda k: _rank(costs[k], k, mentions[k]))


def _of_what_it_happened_in(tree: Tree, act: int, mentions: Sequence[PlaceMention]) -> int | None:
    """ "An attack in Kenya in which gunmen shot 28", "a blast in Dara, when a bomber struck a shop": where the whole was, its part was."""
    clause = tree.predicates[act]
    over = tree.tokens[clause].head
    if over < 0 or not tree.rel(clause).startswith(("acl:relcl", "advcl")):
        return None
    when = any(tree.lemma(c) == "when" for c in tree.children(clause, "advmod", "mark"))
    within = any(case in {"in", "during"} and tree.lemma(n) == "which" for case, n in tree.preps(clause))
    costs = tied(tree, over, mentions) if when or within else {}
    return _nearest(costs, mentions) if costs else None


def _of_local_voice(tree: Tree, act: int, mentions: Sequence[PlaceMention]) -> int | None:
    """ "A police source in Ramadi said the blast killed four": the people of a place speak of their own, where no other is named."""
    if not mentions or mentions[0].role != "where" or mentions[0].kind == "country":
        return None
    path = [mentions[0].head, *tree.ancestors(mentions[0].head)]
    for i in path[1:]:
        said = tree.tokens[i].head
        if tree.rel(i) in SUBJECTS and said >= 0 and tree.lemma(said) in load_place_words().saying:
            spoken = any(act in tree.subtree(c) for c in tree.children(said, "ccomp", "parataxis"))
            words = {tree.lemma(i), *(tree.lemma(c) for c in tree.children(i, "compound", "amod"))}
            alone = all(m.head in tree.subtree(i) for m in mentions)
            return 0 if spoken and alone and words & LOCAL else None
        if tree.is_clause(i):
            return None
    return None


def _rank(cost: int, order: int, mention: PlaceMention) -> tuple[int, int, bool, int, int]:
    unknown_spot = mention.kind in {"site", "camp"} and not mention.known
    return cost + 2 * _is_far(mention), _NEARNESS[mention.relation], unknown_spot, BREADTH[mention.kind], order


def _is_far(mention: PlaceMention) -> bool:
    """A distance ("940 km south of Manila") tells where the place named beside it lies."""
    return mention.relation == "near" and (bool(mention.side) or mention.words[:1].isdigit())


def _holds(tree: Tree, wide: PlaceMention, narrow: PlaceMention) -> bool:
    """Whether the text says that one place lies in the other: by name, or because the wider hangs on the narrower."""
    if wide is narrow:
        return False
    if narrow.kind in {"site", "camp"} and not narrow.known:
        return wide.unit in {"adm1", "adm2"} and wide.name in narrow.within
    below = narrow.head in tree.ancestors(wide.head) and tree.rel(wide.head) != "conj"
    hangs = below and case_of(tree, wide.head, wide) in {"in", "of", ""}
    return wide.name in narrow.within or (hangs and wide.name not in narrow.others)
