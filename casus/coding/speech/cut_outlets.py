"""Outlets cut off: "... were killed in Gao on May 3, reports" and then "The Daily Post." as a sentence of its own.

Incident reports break there at a line's end or before a capital. What the cut sentence tells is told by that outlet.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import pairwise

from casus.coding.claims import Told
from casus.coding.scene import Scene
from casus.coding.speech.act import REPORTING, Speech
from casus.coding.speech.sources import make_source
from casus.coding.speech.tails import outlet_at
from casus.model.claim import Source


def with_cut_outlets(told: Sequence[Told], scenes: Sequence[Scene]) -> list[Told]:
    """The acts of cut sentences, each on the word of the outlet that opens the next."""
    outlets = {a.sentence.index: s for a, b in pairwise(scenes) if (s := cut_outlet(a, b)) is not None}
    return [_told_by(t, outlets) for t in told]


def cut_outlet(scene: Scene, after: Scene) -> Source | None:
    """The outlet that opens the sentence after one that breaks off at "reports"."""
    tokens = scene.tree.tokens
    if scene.sentence.heading or len(tokens) < 4 or tokens[-1].text not in REPORTING or tokens[-2].upos in {"DET", "ADJ"}:
        return None
    phrase = outlet_at(after.tree, 0, scene.book.speech)
    if phrase is None:
        return None
    speech = Speech(phrase, phrase.head, tokens[-1].text, "asserts", frozenset(), "outlet cut off from its “reports”")
    return make_source(after.report, after.tree, speech, scene.book.actors)


def _told_by(told: Told, outlets: Mapping[int, Source]) -> Told:
    claim = told.claim
    outlet = outlets.get(claim.sentence)
    if outlet is None or any(s.verb not in REPORTING for s in claim.sources):
        return told
    status = "attributed" if claim.status == "asserted" else claim.status
    spoken = replace(claim, sources=(outlet,), status=status)
    return replace(told, claim=spoken.because("status", outlet.evidence.rule))
