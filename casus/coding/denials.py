"""Denials: who denies what. A denial has no event type; it is the status of what it denies, also sentences later."""

from __future__ import annotations

from dataclasses import dataclass

from casus.coding.attribution import make_source
from casus.coding.scene import Scene
from casus.coding.speech import Speech
from casus.model.claim import Source

_THINGS_SAID = frozenset(
    "claim allegation accusation charge report assertion responsibility involvement role link wrongdoing it this that rumor "
    "rumour suggestion statement account version figure".split()
)


@dataclass(frozen=True, slots=True)
class Denial:
    """One denial: its sentence, the denier, and what kind of thing is denied ("claim", "involvement")."""

    sentence: int
    source: Source
    denied: str


def find_denials(scene: Scene) -> tuple[Denial, ...]:
    """Denials whose object only points to what was said before ("denied the claims", "denied involvement")."""
    return tuple(d for s in scene.speeches if (d := _denial(scene, s)) is not None)


def _denial(scene: Scene, speech: Speech) -> Denial | None:
    tree = scene.tree
    if speech.stance != "denies" or speech.source is None or speech.about is None:
        return None
    near = {speech.verb, tree.tokens[speech.verb].head}
    negated = {"not", "n't", "n’t", "never", "neither", "nor"}
    if any(tree.tokens[c].text.lower() in negated for v in near if v >= 0 for c in tree.children(v, "advmod", "cc", "cc:preconj")):
        return None
    lemma = tree.lemma(speech.about)
    if lemma not in _THINGS_SAID or tree.children(speech.about, "acl", "ccomp"):
        return None
    source = make_source(scene.report, tree, speech, scene.book.actors)
    return Denial(scene.sentence.index, source, lemma)
