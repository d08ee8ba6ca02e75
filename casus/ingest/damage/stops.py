"""Sentences whose full stop went missing: "on Afghan territory The TTP attacked a checkpoint"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet
from functools import lru_cache
from typing import Final

from casus.ingest.damage.clauses import clause_after, clause_before, has_verb, is_quoted
from casus.ingest.damage.vocabulary import vocabulary
from casus.ingest.words import words
from casus.model.text import Block, Repair

_NEXT: Final = re.compile(r"[^\W_]+")
_SMALL: Final = re.compile(r"\bthe ([A-Z][a-z]{2,30})\b")
_FEWEST: Final = 3


def lost_stops(text: str, blocks: Sequence[Block]) -> Iterator[Repair]:
    """Every place in a paragraph where two clauses meet without a full stop."""
    small = frozenset(_SMALL.findall(text))
    for block in blocks:
        if block.kind == "paragraph":
            for match in _joint().finditer(text, block.start, block.end):
                if _is_lost(text, match, small):
                    written = match.group()
                    reading = f"{match['word']}. {match['start']}"
                    message = f"a full stop seems to be lost: “{written}” may be read as “{reading}”"
                    yield Repair("broken-sentence", match.start(), match.end(), written, reading, message)


@lru_cache(maxsize=1)
def _joint() -> re.Pattern[str]:
    """A small word, perhaps a comma, and a word that opens a sentence."""
    starts = "|".join(vocabulary().starts)
    return re.compile(rf"(?<![\w'’“‘\"-])(?P<word>[A-Z]?[a-z]{{3,24}})(?P<comma>,?) (?P<start>{starts})(?= [^\W_])")


def _is_lost(text: str, match: re.Match[str], small: AbstractSet[str]) -> bool:
    """`small` are the names before which the report writes "the" small."""
    word, start = match["word"], match["start"]
    if word in vocabulary().before_names or word in _LINKS or is_quoted(text, match.start()) or not _may_end(text, match):
        return False
    after = _NEXT.match(text, match.end() + 1)
    if after is None or not _fits(start, after.group(), small):
        return False
    before = clause_before(text, match.end("word"))
    behind = clause_after(text, match.end())
    if len(before.split()) < _FEWEST or not has_verb(behind, within=8 if start in _SUBJECTS else 14):
        return False
    return has_verb(before)


def _may_end(text: str, match: re.Match[str]) -> bool:
    """A word, or a place: a place only where what follows opens a sentence and no title is being written ("The Battle Of ...")."""
    word = match["word"]
    if word[0].islower():
        return word in words().known
    named = word in words().places or bool(_AT_A_PLACE.search(text, 0, match.start()))
    return named and not match["comma"] and match["start"] not in _IN_TITLES


_AT_A_PLACE: Final = re.compile(r"\b(?:in|at|near|from|to|of) $")


def _fits(start: str, after: str, small: AbstractSet[str]) -> bool:
    """Whether the opening word and the one behind it read as the start of a sentence, not of a name or a title."""
    if after in vocabulary().names_with_the:
        return False
    if after[0].islower():
        return True
    if after.isdigit() or start in ("A", "An", "As", "On", "At", "In", "It"):
        return after.isdigit() and start not in ("A", "An", "As", "It", "The")
    if len(after) > 1 and after.isupper():
        return True
    return start == "The" and after in small


_SUBJECTS: Final = frozenset("The This These Those They He She It There A An Both Some Many Several Most".split())
"""Openers that are, or lead to, the subject: their verb stands near."""

_IN_TITLES: Final = frozenset("A An As At In On Some Many Most Both".split())
"""Openers that titles and names hold too ("Hepatitis A", "Live At")."""

_LINKS: Final = frozenset(
    "and or but of in on at by to for from with the that than as said told says is are was were be called into about "
    "like via per under over near since until between against among while when where who which whose if".split()
)
"""After these no sentence can end."""
