"""Unharmed: an attack after which the next sentence says that nobody was hurt ("A grenade hit the house. No one was injured.") has a zero.

A zero holds only where the text says none (coding rules, Numbers 1): of anybody, as done, and of the attack told last before it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from casus.coding.claims import Told
from casus.coding.harm.harmed import Harm
from casus.coding.mood.kinds import Mood
from casus.coding.scene import Scene
from casus.coding.speech.attribution import attribute
from casus.model.claim import Claim
from casus.model.count import Count

_REACH = 2
"""So many sentences after its attack "nobody was hurt" is said of it."""
_KINDS = ("killed", "injured", "killed_or_injured")
_NONE = frozenset({"no", "nobody", "none"})
_ANYBODY = frozenset("one nobody person people casualty injury death fatality human body life loss".split())
"""What "no" must be said of, for nobody at all to be harmed: not "no officers", not "no other injuries"."""
_ALLOWED = frozenset({"of", "in", "the", "incident", "attack", "human", "one", "life", "blast", "explosion", "on", "either", "side"})
_UNSURE = frozenset("would could should may might will if reports report".split())


def with_unharmed(told: Sequence[Told], scenes: Sequence[Scene]) -> list[Told]:
    """What is told, each last attack with the zeros that the sentences right after it give."""
    out = list(told)
    last = {t.claim.sentence: k for k, t in enumerate(told) if _is_attack(t.claim)}
    violent = {t.claim.sentence for t in told if t.claim.type == "ASSAULT"}
    for scene in scenes:
        if scene.sentence.heading or scene.sentence.index in violent:
            continue
        near = _before(scene, last, violent)
        if near is None:
            continue
        for kind, zero in _zeros(scene):
            if _may_be_said(scene, out[near].claim):
                out[near] = replace(out[near], claim=_filled(out[near].claim, kind, zero))
    return out


def _is_attack(claim: Claim) -> bool:
    done = claim.status not in {"planned", "threatened", "denied"}
    return claim.type == "ASSAULT" and claim.certain and done and not claim.heading and not claim.aggregate


def _before(scene: Scene, last: Mapping[int, int], violent: set[int]) -> int | None:
    """The attack told last before a sentence, near it."""
    at = scene.sentence.index
    near = next((n for n in range(at - 1, at - 1 - _REACH, -1) if n in violent), None)
    return last.get(near) if near is not None else None


def _zeros(scene: Scene) -> Iterator[tuple[str, Count]]:
    """The kinds of harm that a sentence says befell nobody, where it tells of no other harm."""
    if any(not h.none for h in scene.harms) or _UNSURE & {t.text.lower() for t in scene.tree.tokens}:
        return
    for harm in scene.harms:
        count = harm.count(scene.tree, scene.report, scene.book.harm)
        if harm.kind in _KINDS and count is not None and _is_of_anybody(scene, harm):
            yield harm.kind, count


def _is_of_anybody(scene: Scene, harm: Harm) -> bool:
    if harm.people is None:
        return False
    words = [t.text.lower() for t in scene.tree.tokens[harm.people.first : harm.people.last]]
    rest = {w for k, w in enumerate(words, harm.people.first) if k not in {harm.people.head, harm.people.first}}
    return words[0] in _NONE and scene.tree.lemma(harm.people.head) in _ANYBODY and rest <= _ALLOWED


def _may_be_said(scene: Scene, claim: Claim) -> bool:
    """Whether nobody but the writer says so, or the attack itself rests on somebody's word."""
    token = scene.harms[0].predicate
    said = attribute(scene.report, scene.tree, token, Mood("done", None, "stated"), scene.speeches, scene.book.actors)
    return said.told and (said.status == "asserted" or (said.status == "attributed" and bool(claim.sources)))


def _filled(claim: Claim, kind: str, zero: Count) -> Claim:
    """The claim with a zero where it gives no figure of that kind."""
    given = [getattr(claim, k) for k in (_KINDS if kind == "killed_or_injured" else (kind, "killed_or_injured"))]
    if any(count is not None for count in given):
        return claim
    if kind == "killed":
        told = replace(claim, killed=zero)
    else:
        told = replace(claim, injured=zero) if kind == "injured" else replace(claim, killed_or_injured=zero)
    return told.because(kind, f"said of it behind: “{zero.evidence.words}”")
