"""What the head for places looks at: an act, a place its sentence names, the way between them, and what else stands near.

All are plain strings of lemmas, relations and kinds; names of places never appear by their words.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from casus.codebook.place_words import PlaceWords, load_place_words
from casus.coding.places.mention import PlaceMention
from casus.coding.places.ties import tie
from casus.coding.syntax import Tree

_MANY = 4
"""More places than this in a sentence are no different."""
_LONGEST = 8
_CLASSES = ("saying", "strikes", "takings", "buildings", "speakers", "groups", "units", "directions")


@dataclass(frozen=True, slots=True)
class _Way:
    """The two halves of the way between a place and an act."""

    up: tuple[int, ...]
    down: tuple[int, ...]

    def __len__(self) -> int:
        return len(self.up) + len(self.down)


@dataclass(frozen=True, slots=True)
class _View:
    """A sentence's places as seen from one act."""

    tree: Tree
    act: int
    mentions: Sequence[PlaceMention]
    ways: Sequence[_Way]
    rules: Sequence[str]
    costs: Mapping[int, int]
    above: Sequence[str]


def place_features(tree: Tree, act: int, mentions: Sequence[PlaceMention], costs: Mapping[int, int], chosen: int | None) -> list[list[str]]:
    """Everything the head sees of each mention; `costs` are the rules' ties by mention, `chosen` is the one they took."""
    ways = [_Way(*way(tree, act, m)) for m in mentions]
    rules = [_rule(k, costs, chosen) for k in range(len(mentions))]
    view = _View(tree, act, mentions, ways, rules, costs, [_above(tree, act, m) for m in mentions])
    return [[f for part in _PARTS for f in part(view, k)] for k in range(len(mentions))]


def _above(tree: Tree, act: int, mention: PlaceMention) -> str:
    """How near the place is to the predicate over the act's clause."""
    over = tree.tokens[tree.predicates[act]].head
    return "none" if over < 0 else str(tie(tree, over, mention))


def way(tree: Tree, act: int, mention: PlaceMention) -> tuple[tuple[int, ...], tuple[int, ...]]:
    """The tokens from a place up to where its way in the tree meets the act's, and those from the act up to there, without that."""
    up, down = (mention.head, *tree.ancestors(mention.head)), (act, *tree.ancestors(act))
    meet = next((i for i in up if i in down), None)
    return (up, down) if meet is None else (up[: up.index(meet)], down[: down.index(meet)])


def _rule(k: int, costs: Mapping[int, int], chosen: int | None) -> str:
    """What the rules say: they chose this place (and how near it is), another, or none."""
    if k == chosen:
        return f"chosen{costs.get(k, '')}"
    tied = f"tied{costs[k]}" if k in costs else "free"
    return f"{tied}, {'none' if chosen is None else 'another'} chosen"


def _of_place(view: _View, k: int) -> Iterator[str]:
    """Its own kind, its order and how many others there are."""
    mention, rule, many = view.mentions[k], view.rules[k], min(len(view.mentions), _MANY)
    role, order = f"{mention.role}:{mention.relation}", _order(mention, view.act)
    nearer = sum(len(w) < len(view.ways[k]) for w in view.ways)
    yield from (f"role={role}", f"rule={rule}", f"rule={rule}+{mention.role}", f"rule={rule}+{many}", f"n={many}+{mention.role}")
    yield from (f"kind={mention.kind}", f"kind={mention.kind}+{rule}", f"known={mention.known}")
    yield from (f"order={order}", f"order={order}+{rule}", f"order={order}+{role}+{many}")
    yield from (f"nearer={nearer}+{rule}", f"nearer={nearer}+{many}", f"length={min(len(view.ways[k]), _LONGEST)}+{rule}")


def _order(mention: PlaceMention, act: int) -> str:
    side = "after" if mention.first > act else "before"
    away = mention.first - act if mention.first > act else act - mention.last + 1
    return f"{side}{sum(away >= step for step in (0, 3, 7, 14))}"


def _of_way(view: _View, k: int) -> Iterator[str]:
    """The relations, the prepositions and the words between."""
    tree, way, rule, mention = view.tree, view.ways[k], view.rules[k], view.mentions[k]
    steps = [*(f"<{_step(tree, i)}" for i in way.down), *(f">{_step(tree, i)}" for i in reversed(way.up))]
    coarse = "".join(s.split(":")[0] for s in steps)
    edges = (tree.rel(i) for i in (*way.down, *reversed(way.up)) if tree.is_clause(i))
    clauses = ">".join(edges) + f":{sum(tree.is_clause(i) for i in way.down)}"
    yield from (f"path={''.join(steps)}", f"way={coarse}", f"way={coarse}+{tree.tokens[view.act].upos}")
    yield from (f"clauses={clauses}+{also}" for also in ("", rule, mention.role, tree.case(mention.head)))
    yield from (f"by={tree.lemma(i)}" for i in (*way.up[1:], *way.down[1:]) if tree.tokens[i].upos in {"NOUN", "VERB"})
    if len(way.up) > 1:
        yield f"top={tree.lemma(way.up[-1])}:{tree.rel(way.up[-1])}"


def _step(tree: Tree, i: int) -> str:
    case = tree.case(i) if tree.rel(i).startswith(("obl", "nmod")) else ""
    return f"{tree.rel(i)}:{case}" if case else tree.rel(i)


def _of_head(view: _View, k: int) -> Iterator[str]:
    """The word it hangs on."""
    tree, place = view.tree, view.mentions[k].head
    head, how = tree.tokens[place].head, f"{tree.rel(place)}:{tree.case(place)}"
    yield from (f"rel={how}", f"rel={how}+{'act' if head == view.act else 'other'}")
    if head >= 0:
        lemma = tree.lemma(head) if tree.tokens[head].upos != "PROPN" else "name"
        yield from (f"on={lemma}:{how}", f"on={tree.tokens[head].upos}:{how}")


def _of_act(view: _View, k: int) -> Iterator[str]:
    """The act's word and form, with the place's order, preposition and role."""
    tree, act, mention, rule = view.tree, view.act, view.mentions[k], view.rules[k]
    lemma, verb = tree.lemma(act), tree.tokens[act].upos == "VERB"
    form = f"{tree.tokens[act].upos}{'+passive' if verb and tree.passive(act) else ''}"
    yield from (f"act={lemma}+{also}" for also in ("", tree.case(mention.head), rule, mention.role))
    yield from (f"form={form}+{rule}", f"form={form}+{_order(mention, act)}")
    clause = f"{tree.rel(act)}:{tree.tokens[act].xpos}:{'+'.join(tree.lemma(c) for c in tree.children(act, 'mark'))}"
    yield from (f"clause={clause}+{rule}", f"clause={tree.rel(act)}+{view.above[k]}")
    for name in _classes(lemma, load_place_words()):
        yield from (f"class={name}+{mention.role}", f"class={name}+{rule}")


def _classes(lemma: str, words: PlaceWords) -> Iterator[str]:
    yield from (name for name in _CLASSES if lemma in getattr(words, name))


def _of_others(view: _View, k: int) -> Iterator[str]:
    """The other places, and the verbs and commas between."""
    tree, act, mention, rule = view.tree, view.act, view.mentions[k], view.rules[k]
    others = [m for j, m in enumerate(view.mentions) if j != k]
    low, high = (act, mention.first) if mention.first > act else (mention.last, act)
    side = "after" if mention.first > act else "before"
    between = min(sum(low <= m.first < high for m in others), 2)
    verbs = min(sum(tree.tokens[i].upos == "VERB" for i in range(low + 1, high)), 3)
    commas = min(sum(tree.tokens[i].text == "," for i in range(low, high)), 3)
    yield from (f"between={between}+{side}", f"between={between}+{rule}", f"verbs={verbs}+{side}", f"verbs={verbs}+{rule}")
    yield from (f"commas={commas}+{side}", f"within={any(mention.name in m.within for m in others)}+{rule}")
    yield f"beside={'+'.join(sorted({m.role for m in others}))}+{mention.role}"


def _of_words(view: _View, k: int) -> Iterator[str]:
    """The words right before and after, and what the act's verb takes."""
    tree, act, mention = view.tree, view.act, view.mentions[k]
    side = "after" if mention.first > act else "before"
    before, further, after = (_word(tree, i) for i in (mention.first - 1, mention.first - 2, mention.last))
    yield from (f"pre={before}", f"pre={before}+{side}", f"pre={further} {before}", f"post={after}")
    yield from (f"takes={tree.lemma(c)}+{tree.case(mention.head)}" for c in tree.children(act, "obj", "nsubj", "nsubj:pass"))


def _word(tree: Tree, i: int) -> str:
    """A token's lemma; names and figures by their kind only."""
    if not 0 <= i < len(tree):
        return "end"
    return tree.lemma(i) if tree.tokens[i].upos not in {"PROPN", "NUM", "X"} else tree.tokens[i].upos


def _of_ties(view: _View, k: int) -> Iterator[str]:
    """How the rules' tie of this place stands to those of the others; its own unit and side."""
    mention, mine, least = view.mentions[k], view.costs.get(k), min((cost for j, cost in view.costs.items() if j != k), default=None)
    beside = "none" if mine is None else "alone" if least is None else "least" if mine < least else "equal" if mine == least else "more"
    again = any(m.name == mention.name for j, m in enumerate(view.mentions) if j != k)
    yield from (f"tie={beside}", f"tie={beside}+{mention.kind}", f"tie={beside}+{again}")
    yield from (f"unit={mention.unit}", f"unit={mention.unit}+{beside}", f"side={bool(mention.side)}")


_PARTS = (_of_place, _of_way, _of_head, _of_act, _of_others, _of_words, _of_ties)
