"""Pointing: parties whose words only take up people told of before ("two of them", "the injured trader", "the second mayor")."""

from __future__ import annotations

import re

from casus.codebook.kinds import is_people, is_person_role
from casus.merge.sight import head_word
from casus.model.actor import Party

_SOME_OF_THEM = re.compile(
    r"^(?:(?:at least|about|around|some|nearly) )?(?:the )?(?:[\w-]+ ){1,2}of (?:them|those|these|whom"
    r"|(?:the|these|those) (?:[\w-]+ )?(?:dead|victims|injured|wounded|deceased|slain|casualties))\b", re.IGNORECASE,
)  # fmt: skip
_BARE = frozenset({"most", "all", "both", "some", "many", "the rest"})
_HARMED = re.compile(
    r"^(?:the|these|those|both|all|all the|the two|the three) (?:[\w-]+ly )?"
    r"(?:injured|wounded|slain|killed|deceased|murdered|abducted|kidnapped|arrested|detained|captured)\b", re.IGNORECASE,
)  # fmt: skip
_COUNTED_UP = re.compile(
    r"^the (?:second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|\d+(?:st|nd|rd|th)|latest) [\w-]+", re.IGNORECASE
)


_THE = re.compile(r"^(?:the|this|that|their|its|his|her)\b", re.IGNORECASE)
_THINGS = frozenset(
    "vehicle building block structure facility premises vessel compound complex installation aircraft ship boat home house property".split()
)
"""Words for what was struck and has been called by what it is ("a bus ... the vehicle", "a hospital ... the building")."""


def is_thing_again(party: Party) -> bool:
    """Whether a thing goes by a word for anything of its sort, as known already."""
    return party.id is None and head_word(party.name) in _THINGS and _THE.match(" ".join(party.evidence.words.split())) is not None


def points_back(party: Party) -> bool:
    """Whether a party without a name only takes up people told of before, or some of them."""
    words = " ".join(party.evidence.words.split())
    if party.id is not None:
        return False
    if _SOME_OF_THEM.match(words) or words.lower() in _BARE:
        return True
    head = head_word(party.name)
    human = party.kind != "unknown" or is_people(head) or is_person_role(head)
    return human and bool(_HARMED.match(words) or _COUNTED_UP.match(words))
