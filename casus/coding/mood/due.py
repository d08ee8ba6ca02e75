"""What is due: an act told in the present for a day after publication is planned ("leaves office next January")."""

from __future__ import annotations

from dataclasses import replace

from casus.coding.acts.drafts import Draft
from casus.coding.dates.finding import date_of_act
from casus.coding.mood.kinds import Mood
from casus.coding.scene import Scene


def still_to_come(scene: Scene, draft: Draft) -> Draft:
    """ "Who leaves office next January": the present of a day after publication is arranged for it."""
    verb = draft.trigger.light if draft.trigger.light is not None else draft.token
    day, published = date_of_act(scene.sentence, draft.token, scene.dates), scene.report.published
    if draft.mood.kind != "done" or scene.tree.tokens[verb].xpos not in {"VBZ", "VBP"} or scene.tree.children(verb, "aux"):
        return draft
    if published is None or day is None or day.start is None or day.start <= published:
        return draft
    return replace(draft, mood=Mood("planned", verb, "the present of a day to come"))
