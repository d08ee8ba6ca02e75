"""What came before another act, as a claim: with none of that act's day and place, and marked so that nothing joins the two."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from casus.coding.acts.drafts import Draft
from casus.coding.acts.earlier import EARLIER, came_before, is_told_of_place, words_of_earlier
from casus.coding.acts.joining import is_done_by_somebody
from casus.coding.places.mention import PlaceMention
from casus.coding.scene import Scene
from casus.coding.syntax import Tree
from casus.model.claim import Claim
from casus.model.text import Evidence


def is_earlier(tree: Tree, token: int, group: Sequence[Draft], *, harm: bool) -> bool:
    """Whether words are told as what an act that somebody did came after."""
    return any(is_done_by_somebody(d) and came_before(tree, token, d.token, harm=harm) for d in group)


def is_of_another(tree: Tree, harm: int, group: Sequence[Draft]) -> bool:
    """Whether harm befell people before an act, or is what a place told of before it is known for."""
    return is_earlier(tree, harm, group, harm=True) or is_told_of_place(tree, harm, [d.token for d in group])


def by_itself_before(scene: Scene, token: int, claim: Claim, mention: PlaceMention | None) -> tuple[Claim, PlaceMention | None]:
    """What came before another act, with none of that one's day and place."""
    inside = words_of_earlier(scene.tree, token)
    spans = [(scene.tree.tokens[i].start, scene.tree.tokens[i].end) for i in inside]
    claim = claim.because("act", EARLIER)
    by_noun = not any(scene.tree.is_clause(i) for i in inside)  # of a clause behind "after" the day is known (dates/of_act.py)
    if by_noun and claim.date is not None and claim.date.evidence is not None and not _is_among(spans, claim.date.evidence):
        claim = replace(claim, date=None)
    if claim.place is not None and not _is_among(spans, claim.place.evidence):
        claim, mention = replace(claim, place=None), None
    return claim, mention


def _is_among(spans: Sequence[tuple[int, int]], words: Evidence) -> bool:
    return any(a < words.end and words.start < b for a, b in spans)
