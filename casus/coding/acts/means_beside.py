"""Means told beside an attack, in a sentence that tells no attack of its own ("The assailants came with machetes and guns").

They are the attack's where it is the one told last before that sentence and its own words leave the means open. So are shell casings
found, a firefight that "lasted an hour", and the missile that a sentence says came down right before one of those who died.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from casus.codebook.instruments import load_telling, mode_of
from casus.codebook.kinds import load_kinds
from casus.coding.acts.finding import noun_senses
from casus.coding.claims import Told
from casus.coding.scene import Scene
from casus.coding.syntax import Tree
from casus.model.claim import Claim

_REACH = 2
"""So many sentences after its attack the means are told."""
_OPEN = frozenset({"targeted"})
_UNSURE = frozenset("would could should may might will if not no n't never separate another elsewhere earlier previously ago last".split())


def with_means_beside(told: Sequence[Told], scenes: Sequence[Scene]) -> list[Told]:
    """What is told, attacks that leave their means open with those that a sentence beside them tells."""
    out = list(told)
    violent = {t.claim.sentence for t in told if t.claim.type == "ASSAULT"}
    last = {t.claim.sentence: k for k, t in enumerate(told) if t.claim.type == "ASSAULT"}
    first = {t.claim.sentence: k for k, t in reversed([*enumerate(told)]) if t.claim.type == "ASSAULT"}
    for scene in scenes:
        if scene.sentence.heading or scene.sentence.index in violent or _UNSURE & {t.text.lower() for t in scene.tree.tokens}:
            continue
        after, before = _before(scene, last, violent), first.get(scene.sentence.index + 1)
        for at, modes in ((after, _used_then(scene)), (before, _came_down(scene.tree))):
            found = tuple(dict.fromkeys(modes)) if at is not None and (at is after or out[at].harmful) else ()
            if at is not None and found and _is_open(out[at].claim):
                out[at] = replace(out[at], claim=_filled(out[at].claim, found, scene))
    return out


def _is_open(claim: Claim) -> bool:
    done = claim.status not in {"planned", "threatened", "denied"}
    return claim.type == "ASSAULT" and claim.certain and done and not claim.heading and not claim.aggregate and set(claim.modes) <= _OPEN


def _filled(claim: Claim, modes: tuple[str, ...], scene: Scene) -> Claim:
    words = scene.report.text[scene.sentence.start : scene.sentence.end]
    return replace(claim, modes=(*claim.modes, *modes)).because("modes", f"told beside it: “{words}”")


def _before(scene: Scene, last: Mapping[int, int], violent: set[int]) -> int | None:
    """The attack told last before a sentence, near it."""
    at = scene.sentence.index
    near = next((n for n in range(at - 1, at - 1 - _REACH, -1) if n in violent), None)
    return last.get(near) if near is not None else None


def _used_then(scene: Scene) -> Iterator[str]:
    tree, words = scene.tree, load_telling()
    lemmas = [tree.lemma(i) for i in range(len(tree))]
    for i, lemma in enumerate(lemmas):
        if lemma in words["brought"] and _are_attackers(tree, i):
            yield from (m for j in tree.subtree(i) if _is_brought(tree, i, j) and (m := mode_of(lemmas, j)) is not None)
        elif lemma in words["found"]:
            left = (x for n in tree.children(i, "obj", "nsubj:pass") for x in tree.conjuncts(n))
            yield from ("firearms" for x in left if lemmas[x] in words["casings"])
        elif lemma in words["went-on"]:
            for n in tree.children(i, "nsubj"):
                senses = noun_senses(tree, n, scene.book.frames) if _is_the(tree, n) else ()
                yield from senses[0].modes if senses and senses[0].type == "ASSAULT" else ()


def _are_attackers(tree: Tree, verb: int) -> bool:
    """ "They", "the assailants": no others than those of the attack."""
    doer = tree.agent(verb) if not tree.passive(verb) else next(iter(tree.children(verb, "nsubj:pass")), None)
    if doer is None:
        return False
    if tree.tokens[doer].upos == "PRON":
        return tree.lemma(doer) in {"they", "he"}
    noun = load_kinds().noun(tree.lemma(doer), tree.lemma(doer))
    return noun is not None and noun.kind == "unnamed-armed" and _is_the(tree, doer)


def _is_the(tree: Tree, noun: int) -> bool:
    return any(tree.lemma(d) in {"the", "these", "those", "this", "that"} for d in tree.children(noun, "det"))


def _is_brought(tree: Tree, verb: int, noun: int) -> bool:
    """Whether a word is what somebody came with or used, or joined to that."""
    first = next((h for h in (noun, *tree.ancestors(noun)) if noun in tree.conjuncts(h) and tree.rel(h) != "conj"), noun)
    used = tree.lemma(verb) in load_telling()["use"] | load_telling()["bear"]
    return tree.case(first) in {"with", "by"} or (used and first in tree.children(verb, "obj"))


def _came_down(tree: Tree) -> Iterator[str]:
    """ "A second missile came down on the town": what fell, where the next sentence tells of its dead."""
    lemmas = [tree.lemma(i) for i in range(len(tree))]
    for i, lemma in enumerate(lemmas):
        if lemma in load_telling()["fall"] and tree.tokens[i].upos == "VERB":
            yield from (m for n in tree.children(i, "nsubj") if (m := mode_of(lemmas, n)) in {"heavy-weapons", "drone", "explosives"})
