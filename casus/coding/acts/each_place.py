"""Each place: one verb that tells of people harmed at two places tells of two acts ("killed nine at Nabdam and eight at Bawku").

Each of the two has the figure, the place, and the day where each has one, of its own side of "and"; the doer and all else is of both.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from casus.coding.acts.drafts import Draft
from casus.coding.acts.filling import counted_as
from casus.coding.harm.harmed import Harm
from casus.coding.places.mention import PlaceMention
from casus.coding.scene import Scene
from casus.coding.syntax import Tree
from casus.model.claim import Claim
from casus.model.when import DateRange

_HURT = frozenset({"killed", "injured", "killed_or_injured", "captured"})
_MARK = "one verb, people harmed at two places"
_WHERE = frozenset({"in", "at", "near", "outside", "around"})


@dataclass(frozen=True, slots=True)
class Part:
    """One of the acts that a group of drafts tells: its drafts, and what it has of the sentence; `first`, `last` (exclusive) its words."""

    scene: Scene
    group: Sequence[Draft]
    harms: tuple[Harm, ...]
    first: int | None = None
    last: int | None = None

    def marked(self, claim: Claim) -> Claim:
        """The claim of the second act, whose words are those of its own side alone."""
        if self.first is None or self.last is None:
            return claim
        act = self.scene.report.evidence("act", *self.scene.tree.span(self.first, self.last), claim.act.rule)
        return replace(claim, act=act, support=(*claim.support, claim.act)).because("act", _MARK)


def each_of(scene: Scene, group: Sequence[Draft], harms: tuple[Harm, ...]) -> Iterator[Part]:
    """The acts of a group: one, or the two that it tells of two places."""
    joint = next((j for d in group for j in [_joint(scene, d, harms)] if j is not None), None)
    if joint is None:
        yield Part(scene, group, harms)
        return
    start, people = joint
    end = _end(scene.tree, people)
    yield Part(_side(scene, start, end, second=False), _befell(scene, group, start, end, None), _of(harms, start, end, second=False))
    second = _befell(scene, group, start, end, people)
    yield Part(_side(scene, start, end, second=True), second, _of(harms, start, end, second=True), start + 1, end)


def _joint(scene: Scene, draft: Draft, harms: Sequence[Harm]) -> tuple[int, int] | None:
    """The "and" between two sets of people harmed at two places, and the second of them."""
    tree = scene.tree
    if draft.sense.type not in {"ASSAULT", "COERCE"} or draft.trigger.form != "verb" or not (draft.harmful or draft.sense.modes):
        return None
    for harm in harms:
        if harm.kind not in _HURT or harm.people is None or harm.part or not _is_so_many(scene, harm):
            continue
        second = harm.people.head
        first = tree.tokens[second].head
        over = next((h for h in harms if h.people is not None and h.people.head == first and _is_so_many(scene, h)), None)
        if tree.rel(second) != "conj" or over is None or over.predicate != harm.predicate or len(tree.conjuncts(first)) != 2:
            continue
        joint = next((c for c in tree.children(second, "cc") if tree.lemma(c) == "and"), None)
        if joint is not None and _are_apart(scene, first, joint, second):
            return joint, second
    return None


def _is_so_many(scene: Scene, harm: Harm) -> bool:
    """A figure, or one person by an article."""
    return harm.number is not None or harm.count(scene.tree, scene.report, scene.book.harm) is not None


def _are_apart(scene: Scene, first: int, joint: int, second: int) -> bool:
    """Whether a place stands behind each, and not the same."""
    one = [m for m in scene.places if first < m.first < joint and _is_where(scene.tree, m)]
    other = [m for m in scene.places if second < m.first < _end(scene.tree, second) and _is_where(scene.tree, m)]
    return bool(one and other) and not {m.name for m in one} & {m.name for m in other} and one[0].name not in other[0].within


def _is_where(tree: Tree, mention: PlaceMention) -> bool:
    return mention.kind != "country" and any(tree.tokens[k].text.lower() in _WHERE for k in range(max(mention.first - 2, 0), mention.head))


def _end(tree: Tree, people: int) -> int:
    """Where the second side ends: at the next clause, or the sentence's end."""
    return next((k for k in range(people + 1, len(tree)) if tree.tokens[k].upos in {"PUNCT", "VERB", "CCONJ", "SCONJ"}), len(tree))


def _side(scene: Scene, start: int, end: int, *, second: bool) -> Scene:
    """The sentence with the places of one side; likewise the days, where each side has one."""
    spans = [(scene.tree.tokens[k].start, scene.tree.tokens[k].end) for k in range(start, end)]
    low, high = spans[0][0], spans[-1][1]

    def there(date: DateRange) -> bool:
        return date.evidence is not None and low <= date.evidence.start < high

    places = tuple(m for m in scene.places if (start <= m.first < end) == second or m.first >= end or (second and m.kind == "country"))
    dated = [d for d in scene.dates if there(d)], [d for d in scene.dates if not there(d)]
    dates = scene.dates if not (dated[0] and dated[1]) else tuple(dated[0] if second else dated[1])
    return replace(scene, places=places, dates=dates)


def _befell(scene: Scene, group: Sequence[Draft], start: int, end: int, people: int | None) -> Sequence[Draft]:
    """The drafts with whom they befell on one side; of the second, `people` where a bare number tells them."""
    low, high = scene.tree.tokens[start].start, scene.tree.tokens[end - 1].end
    out = []
    for draft in group:
        found = tuple(p for p in draft.recipients if (low <= p.evidence.start < high) == (people is not None))
        if people is not None and not found and draft.recipients:
            again = counted_as(scene.report, scene.tree, scene.tree.phrase(people), scene.tree.tokens[people].head, draft.sense, scene.book)
            found = (again,) if again is not None else ()
        out.append(replace(draft, recipients=found))
    return out


def _of(harms: Sequence[Harm], start: int, end: int, *, second: bool) -> tuple[Harm, ...]:
    return tuple(h for h in harms if (h.people is not None and start <= h.people.head < end) == second)
