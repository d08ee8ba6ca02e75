"""Captions: "Police stand guard after the arrest of Ben Okello, in Kampala, Feb. 19, 2016." shows guards, and only speaks of an arrest."""

from __future__ import annotations

from casus.coding.acts.drafts import Draft
from casus.coding.places.ties import MONTHS
from casus.coding.syntax import Tree

_NOW = frozenset({"VBZ", "VBP", "VBG"})
_SPEAKING_OF = frozenset({"after", "following", "since", "over", "about", "regarding", "concerning", "before", "amid", "to"})


def is_spoken_of_in_caption(tree: Tree, draft: Draft) -> bool:
    """Whether an act is only the occasion of what a picture shows."""
    trigger = draft.trigger
    if tree.tokens[0].text == "FILE" and tree.tokens[draft.token].xpos in _NOW:
        return True  # "FILE - A fighter hoists a flag": an old picture
    if trigger.form != "noun" or trigger.light is not None or not is_caption(tree):
        return False
    return tree.case(trigger.token) in _SPEAKING_OF


def is_caption(tree: Tree) -> bool:
    """Whether a sentence in the present ends with a day of its own behind a comma: ", in Kampala, Feb. 19, 2016."."""
    words = [t for t in tree.tokens if t.upos != "PUNCT"]
    root = next((t for t in tree.tokens if t.head < 0), None)
    if root is None or root.xpos not in _NOW or len(words) < 4:
        return False
    month, day, year = (t.text for t in words[-3:])
    return month[:3].lower() in MONTHS and day.isdecimal() and year.isdecimal() and len(year) == 4
