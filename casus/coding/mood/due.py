"""What is due: what is told in the present, or was called, for a day after publication is planned ("leaves office next January")."""

from __future__ import annotations

from dataclasses import replace

from casus.codebook.dates import load_dates
from casus.coding.acts.drafts import Draft
from casus.coding.dates.finding import date_of_act
from casus.coding.mood.kinds import Mood
from casus.coding.scene import Scene


def still_to_come(scene: Scene, draft: Draft) -> Draft:
    """ "Who leaves office next January", "called a strike for Friday": the present of a day to come, or what was called for it."""
    verb = draft.trigger.light if draft.trigger.light is not None else draft.token
    told_now = scene.tree.tokens[verb].xpos in {"VBZ", "VBP"} and not scene.tree.children(verb, "aux")
    called = {scene.tree.lemma(verb), scene.tree.lemma(draft.token)} & load_dates().appointing
    if draft.mood.kind != "done" or not (told_now or called):
        return draft
    day, published = date_of_act(scene.sentence, draft.token, scene.dates), scene.report.published
    if published is None or day is None or day.start is None or day.start <= published:
        return draft
    return replace(draft, mood=Mood("planned", verb, "called for a day to come" if called else "the present of a day to come"))
