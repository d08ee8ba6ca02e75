"""Takings: how many an act took by whose verb no word of harm is ("whisked away 34 women", "remanded two suspects")."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from casus.coding.acts.drafts import Draft
from casus.coding.harm.finding import counting
from casus.coding.harm.harmed import Harm
from casus.coding.harm.people import harmed_in
from casus.coding.scene import Scene

_TAKING = frozenset({"arrest", "abduct"})
"""Modes of acts by which people are taken."""


def find_taken(scene: Scene, drafts: Sequence[Draft]) -> Iterator[Harm]:
    """Those whom the verbs of taking take, each verb of which no harm is told by its own word."""
    told = {h.predicate for h in scene.harms}
    for draft in drafts:
        if draft.token in told or not _TAKING & {*draft.sense.modes}:
            continue
        patient = scene.tree.patient(draft.token) if draft.trigger.form == "verb" else _held(scene, draft.token)
        if patient is not None:
            yield from harmed_in(scene.tree, draft.token, "captured", patient, counting(scene.tree, scene.dates), scene.book.harm)


def _held(scene: Scene, i: int) -> int | None:
    """ "Eleven people are in custody": whoever is in it."""
    tree = scene.tree
    return tree.subject(i) if tree.case(i) in {"in", "under"} and tree.children(i, "cop") else None
