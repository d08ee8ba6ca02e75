"""Words and figures that ran together: "expelledand", "territoryThe", "country16", "killed.The"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from casus.ingest.damage.clauses import clause_after, clause_before, has_verb
from casus.ingest.damage.vocabulary import vocabulary
from casus.ingest.words import Words, words
from casus.model.text import Block, Repair

_PLAIN: Final = re.compile(r"(?<![\w@#./'’&=-])[a-z]{5,30}(?![\w@/'’=-]|\.[a-z])")
_CAMEL: Final = re.compile(r"(?<![\w@#./'’&=-])([a-z]{3,20})([A-Z][a-z]{1,20})(?![\w@/=-]|\.[a-z])")
_STOP: Final = re.compile(r"(?<![\w@#./:&=-])([A-Z]?[a-z]{3,20}|[a-z]{3})([.!?])([A-Z][a-z]{1,20})(?![\w@/=(-]|\.\w)")
_COMMA: Final = re.compile(r"(?<![\w@#./:&=-])([A-Z]?[a-z]{3,20}),([a-z]{3,20}|\d{1,3}(?= (?:of|more|others)\b))(?![\w@/=(,-]|\.\w)")
_NAME: Final = re.compile(r"(?<![\w@#./'’&=-])([A-Z][a-z]{3,20})(and|was|were|said|after|before|from|with|that|on|in|to|of)(?= [^\W_])")
_FIGURE_LAST: Final = re.compile(r"(?<![\w@#./'’&=-])([a-z]{4,20})(\d{1,3}(?:,\d{3}){0,3})(?=\s+[^\W\d_])")
_FIGURE_AFTER_NAME: Final = re.compile(r"(?<![\w@#./'’&=-])([A-Z][a-z]{3,20})(\d{1,3}(?:,\d{3}){0,3})(?=\s+[^\W\d_])")
_FIGURE_FIRST: Final = re.compile(
    r"(?<![\w@#./'’&=$€£,-])(\d{1,3}(?:,\d{3}){0,3})((?!million|billion|trillion)[a-z]{4,20})(?![\w@/'’=-]|\.[a-z])"
)
_LEAST: Final = 4
"""Letters a common word must have to be told from a short word glued to it."""
_DOMAINS: Final = frozenset(["com", "net", "org", "info", "news"])


def glued(text: str, blocks: Sequence[Block]) -> Iterator[Repair]:
    """Every place where a blank, or a full stop and a blank, went missing."""
    known = words()
    for block in blocks:
        yield from _runs(text, block, known)
        yield from _stops(text, block, known)
        yield from _figures(text, block, known)


def _repair(start: int, end: int, written: str, reading: str) -> Repair:
    return Repair("glued-words", start, end, written, reading, f"“{written}” may be read as “{reading}”")


def _runs(text: str, block: Block, known: Words) -> Iterator[Repair]:
    for match in _PLAIN.finditer(text, block.start, block.end):
        run = match.group()
        if run not in known.known:
            reading = _split(run, known)
            if reading is not None:
                yield _repair(match.start(), match.end(), run, reading)
    for match in _CAMEL.finditer(text, block.start, block.end):
        first, second = match.groups()
        if first in known.common and (second.lower() in known.common or second in known.names):
            sentence = second in vocabulary().starts and has_verb(clause_after(text, match.start(2)), within=12)
            yield _repair(match.start(), match.end(), match.group(), f"{first}{'.' if sentence else ''} {second}")
    for match in _NAME.finditer(text, block.start, block.end):
        name, glue = match.groups()
        if name in known.places and match.group() not in known.names and match.group().lower() not in known.known:
            yield _repair(match.start(), match.end(), match.group(), f"{name} {glue}")


def _split(run: str, known: Words) -> str | None:
    """The only likely way to part a run that is no word: a function word and a common word, or two long ones."""
    lists = vocabulary()
    if run in lists.glue_pairs:
        cut = next(n for n in range(2, len(run)) if run[:n] in known.common and run[n:] in known.common)
        return f"{run[:cut]} {run[cut:]}"
    found: list[str] = []
    for glue, least in ((lists.glue_long, 4), (lists.glue_short, _LEAST)):
        for word in glue:
            rest, front = run.removesuffix(word), run.removeprefix(word)
            if rest != run and len(rest) >= least and rest in known.common and f"{run}g" not in known.known:  # "chillin" is slang
                found.append(f"{rest} {word}")
            if front != run and len(front) >= least and front in known.common:
                found.append(f"{word} {front}")
    for n in range(6, len(run) - 5):
        if run[:n] in known.common and run[n:] in known.common and run[:n].endswith(("ers", "ians", "ants", "ed", "ing", "ment")):
            found.append(f"{run[:n]} {run[n:]}")
    return found[0] if found else None


def _stops(text: str, block: Block, known: Words) -> Iterator[Repair]:
    for match in _STOP.finditer(text, block.start, block.end):
        first, stop, second = match.groups()
        if _is_word(first, known) and second.lower() not in _DOMAINS and (second.lower() in known.common or second in known.names):
            yield _repair(match.start(), match.end(), match.group(), f"{first}{stop} {second}")
    for match in _COMMA.finditer(text, block.start, block.end):
        first, second = match.groups()
        if (first.lower() in known.common or first in known.names) and (second.isdigit() or second in known.common):
            yield _repair(match.start(), match.end(), match.group(), f"{first}, {second}")


def _is_word(word: str, known: Words) -> bool:
    return word in known.known or word in known.names or word.lower() in known.common


def _figures(text: str, block: Block, known: Words) -> Iterator[Repair]:
    for match in _FIGURE_LAST.finditer(text, block.start, block.end):
        word, figure = match.groups()
        if word in known.common:
            parted = has_verb(clause_before(text, match.end(1))) and has_verb(clause_after(text, match.end()), within=8)
            yield _repair(match.start(), match.end(), match.group(), f"{word}{'.' if parted else ''} {figure}")
    for match in _FIGURE_AFTER_NAME.finditer(text, block.start, block.end):
        name, figure = match.groups()
        if name in known.names and vocabulary().people.match(text, match.end()):
            parted = has_verb(clause_before(text, match.end(1))) and has_verb(clause_after(text, match.end()), within=8)
            yield _repair(match.start(), match.end(), match.group(), f"{name}{'.' if parted else ''} {figure}")
    for match in _FIGURE_FIRST.finditer(text, block.start, block.end):
        figure, word = match.groups()
        if word in known.common:
            yield _repair(match.start(), match.end(), match.group(), f"{figure} {word}")
