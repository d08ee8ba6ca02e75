"""Denied details: "confirmed that jets had struck a house but denied that children had died".

Who owns to a deed and denies in the same breath what came of it denies no deed: that somebody died or was hurt is told by nobody, and
the deed stands as owned to (coding rules, Status: a denial attaches to what it denies). A denial with a doer is one of another act.
"""

from __future__ import annotations

from casus.coding.scene import Scene
from casus.coding.speech.act import Speech
from casus.model.claim import Claim


def without_denied_details(scene: Scene, claims: list[Claim]) -> list[Claim]:
    """The claims of a sentence without what is only a denied detail of another one told there."""
    denials = [s for s in scene.speeches if s.stance == "denies" and _is_added(scene, s)]
    if not denials:
        return claims
    kept = [c for c in claims if not _is_detail(scene, c, denials)]
    return kept if any(c.status in {"asserted", "attributed"} for c in kept) else claims


def _is_added(scene: Scene, denial: Speech) -> bool:
    """Whether a denial is joined by "but" to words by which the same speaker owns to something."""
    tree = scene.tree
    over = tree.tokens[denial.verb].head
    joined = tree.rel(denial.verb) == "conj" and any(tree.lemma(c) in {"but", "and", "though"} for c in tree.children(denial.verb, "cc"))
    owned = any(s.stance in {"asserts", "admits"} and s.verb < denial.verb for s in scene.speeches)
    return joined and over >= 0 and owned and not tree.children(denial.verb, "nsubj")


def _is_detail(scene: Scene, claim: Claim, denials: list[Speech]) -> bool:
    inside = [i for i, t in enumerate(scene.tree.tokens) if claim.act.start <= t.start < claim.act.end]
    return claim.status == "denied" and not claim.actors and any(d.verb < min(inside, default=0) and d.scope & {*inside} for d in denials)
