"""Mischance and common crime: what police and courts do about them is no political interaction (PLOVER).

A report whose title or first sentences tell of shots fired by accident tells no assault, unless somebody armed does one. Arrests,
releases, inquiries and verdicts are kept, not printed, in the report of an accident and beside words of common crime.
"""

from __future__ import annotations

import re

from casus.coding.acts.drafts import Draft
from casus.coding.acts.elsewhere import load_fields, words_of
from casus.coding.roles.guards import allows
from casus.coding.scene import Scene

_POLICING = frozenset({"arrest", "release", "investigate", "sue-and-charge", "convict"})
_ON_THE_SPOT = frozenset({"riot", "martial-law"})
"""Senses whose words also tell of an accident ("the bus overturned") or a disaster ("declared a state of emergency")."""
_CONTENDING = ("armed", "government", "party", "company")
_FOREIGN = frozenset({"foreign", "foreigner"})
"""Whoever is arrested as a foreigner is a matter between states."""


def mischance_of(scene: Scene, draft: Draft) -> str:
    """Why an act of police, courts or violence is an accident's or a private wrong's, "" where it is not."""
    if any(allows(_CONTENDING, p.kind) for p in (draft.recipients if draft.sense.id in _POLICING else draft.actors)):
        return ""
    if scene.genre == "mischance" and draft.sense.type == "ASSAULT":
        return "the report tells of shots fired by accident"
    if scene.genre in {"accident", "mischance"} and draft.sense.id in _POLICING | _ON_THE_SPOT:
        return "the report tells of an accident"
    if draft.sense.id in _POLICING and _is_common_crime(scene):
        return "a crime that is neither political nor violent"
    return ""


def _is_common_crime(scene: Scene) -> bool:
    """Whether the sentence or the report's title names such a crime."""
    own = words_of(scene.tree)
    titled = frozenset(re.findall(r"\w+", (scene.report.title or "").lower()))
    return bool((own | titled) & load_fields()["crime"]) and not own & _FOREIGN
