"""Setting: where and when an act was done, as far as its own sentence tells."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from casus.codebook.place_words import load_place_words
from casus.coding.acts.drafts import VERBAL, Draft
from casus.coding.dates.finding import date_of_act
from casus.coding.dates.setting import day_of_telling
from casus.coding.places.finding import PlaceMention
from casus.coding.places.of_act import Located, locate
from casus.coding.scene import Scene
from casus.model.when import DateRange

_TOWNS = frozenset({"town", "village", "adm2"})
_PARTIES = frozenset({"obj", "iobj", "nsubj", "nsubj:pass", "obl:agent"})
_NARROWING = re.compile(
    r"^[\s,–—-]*(?:particularly|especially|mainly|mostly|notably|specifically|including)\s*(?:in|at|near)?\s*(?:the\s)?$", re.I
)


def where(scene: Scene, group: Sequence[Draft]) -> Located | None:
    """The place of a group's act; of several drafts, that of the one that names it best."""
    if group[0].sense.type in VERBAL:
        return _where_said(scene, group[0])
    found = next((m for d in group if (m := locate(scene.sentence, d.token, scene.places)) is not None), None)
    return replace(found, mention=_in_its_town(scene, _narrowed(scene, found.mention))) if found is not None else None


def _in_its_town(scene: Scene, mention: PlaceMention) -> PlaceMention:
    """ "In Goma, crowds blocked the Karisimbi Tower": a spot nobody knows is in the town the sentence opens with."""
    if mention.known or mention.within or mention.relation == "between":
        return mention
    first = next((m for m in scene.places if m is not mention and m.known and m.kind in _TOWNS and m.role == "where"), None)
    if first is None or scene.tree.case(first.head) != "in" or first.first > 1 or first.evidence.start > mention.evidence.start:
        return mention
    return replace(mention, within=(first.name, *first.within))


def _narrowed(scene: Scene, mention: PlaceMention) -> PlaceMention:
    """ "In eastern Afghanistan, particularly in Paktika province": the narrower place is where it happened."""
    for other in scene.places:
        between = scene.report.text[mention.evidence.end : other.evidence.start]
        if other.evidence.start > mention.evidence.end and _NARROWING.match(between):
            return other
    return mention


def _where_said(scene: Scene, draft: Draft) -> Located | None:
    """Words are said where their own clause says so; places in what is said are no place of the saying."""
    found = locate(scene.sentence, draft.token, scene.places)
    if found is None or scene.tree.tokens[found.mention.head].head not in {draft.token, draft.trigger.light}:
        return None
    if scene.tree.rel(found.mention.head) in _PARTIES and scene.tree.lemma(draft.token) not in load_place_words().strikes:
        return None  # "criticized Ruritania"; "visited Ruritania" was there
    return found


def when(scene: Scene, group: Sequence[Draft]) -> DateRange | None:
    """The date of a group's act; what is told as done was done by the day of telling ("this week", on a Monday)."""
    date = next((d for g in group if (d := date_of_act(scene.sentence, g.token, scene.dates)) is not None), None)
    told, name = day_of_telling(scene.report)
    if date is None or told is None or date.start is None or date.end is None or group[0].mood.kind not in {"done", "hedged"}:
        return date
    if not date.start <= told < date.end or scene.tree.tokens[group[0].token].xpos not in {"VBD", "VBN"}:
        return date
    precision = "day" if date.start == told else date.precision
    return replace(date, end=told, precision=precision, basis=f"{date.basis}; done by the day of {name.removeprefix('the ')}")
