"""One victim: whether somebody told of as hurt is the one who died ("a boy with a gunshot wound ... the boy was pronounced dead")."""

from __future__ import annotations

import re

from casus.codebook.kinds import singular
from casus.merge.sight import FULL_NAME, head_word
from casus.model.claim import Claim
from casus.model.count import Count

_POINTED = re.compile(r"^(?:he|she|they|it|him|them|the|that|this|one of)\b|^(?:her|his|their)$", re.IGNORECASE)
"""Words that point at somebody told of before; "his wife" is another than whom "his" points at."""
_OWNED = re.compile(r"^(?:her|his|their) \w", re.IGNORECASE)
_OF_THEM = re.compile(r"^(?:at least )?[\w-]+ of (?:the |those |these )?(?:\w+ )?(?P<whole>\w+)$", re.IGNORECASE)
_THEM = frozenset({"them", "whom", "injured", "wounded", "victims"})
_NOBODY = frozenset("victim he she they one who him her them".split())
"""Words that may be of anybody told of."""
_ANOTHER = re.compile(r"\b(?:another|other|second|third|also|more)\b", re.IGNORECASE)
_WOMEN = frozenset("she her woman girl wife mother daughter sister grandmother girlfriend niece aunt schoolgirl".split())
_MEN = frozenset("he him his man boy husband father son brother grandfather boyfriend nephew uncle schoolboy gunman".split())
_YOUNG = frozenset("child boy girl baby toddler infant teen teenager youth student schoolboy schoolgirl".split())
_GROWN = frozenset("man woman officer policeman soldier deputy guard husband wife father mother".split())


def are_two(hurt: Claim, injured: Count, dead: Claim, killed: Count) -> bool:
    """Whether who is hurt is surely not who died: set beside each other in one claim, each called by name, or another by what he is."""
    one, other = injured.evidence, killed.evidence
    if hurt is dead and not (_POINTED.match(one.words) or _POINTED.match(other.words)):
        return one.end <= other.start or other.end <= one.start
    if one.start >= other.end and _is_told_apart(one.words, other.words):
        return True
    a, b = ({word for name in FULL_NAME.findall(e.words) for word in name.split()} for e in (one, other))
    return bool(a and b) and not a & b


def _is_told_apart(hurt: str, dead: str) -> bool:
    """Whether somebody hurt, told of after the dead, is another by his words: "another", "his driver", a woman beside a man."""
    a, b = head_word(hurt), head_word(dead)
    if _ANOTHER.search(hurt) and not _ANOTHER.search(dead):
        return True
    if a == b or a in _NOBODY or b in _NOBODY:
        return False
    return differ(a, b) or _OWNED.match(hurt) is not None


def is_the_dead(injured: Count, killed: Count) -> bool:
    """Whether one person who was hurt is one who died: told by the same words, or pointed at when the death is told."""
    one, other = injured.evidence, killed.evidence
    if injured.best != 1 or killed.best != 1 or _ANOTHER.search(one.words) or _ANOTHER.search(other.words):
        return False
    if one.start < other.end and other.start < one.end:
        return True
    a, b = head_word(one.words), head_word(other.words)
    if one.start >= other.start or not _POINTED.match(other.words) or differ(a, b):
        return False
    return a == b or bool({a, b} & {"he", "she", "victim"}) or (a in _YOUNG and b in _YOUNG)


def differ(a: str, b: str) -> bool:
    """Whether two nouns are not of one person: a man's and a woman's, a child's and a grown-up's."""
    pairs = ((_WOMEN, _MEN), (_YOUNG, _GROWN))
    return any((a in x and b in y) or (a in y and b in x) for x, y in pairs)


def are_of_them(injured: Count, killed: Count) -> bool:
    """ "Three were wounded, one of them later died": the dead are some of those told of as hurt, who are killed or injured."""
    before = injured.evidence.start < killed.evidence.start and injured.evidence.report == killed.evidence.report
    fewer = 0 < (killed.best or 0) < (injured.best or 0)
    of = _OF_THEM.search(killed.evidence.words)
    if not (before and fewer and of):
        return False
    return of["whole"].lower() in _THEM or singular(of["whole"].lower()) == head_word(injured.evidence.words)
