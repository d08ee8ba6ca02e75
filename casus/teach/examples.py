"""A lesson: the YAML file from which a type is learned.

It has `type`, `about` (the definition), `examples`, and may have `not` (sentences that are none) and `modes`. An example is a
sentence, or `{text: ..., actor: ..., recipient: ...}`. The words that tell the act may be marked, *like this*; where none are,
they are looked for.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from casus.codebook.own_frames import check_file
from casus.codebook.yaml_files import read_yaml
from casus.model.errors import CodebookError

LEAST = 3
"""Fewer examples teach nothing."""

_KEYS = frozenset("type about examples not modes".split())
_MARKED = re.compile(r"\*([^*]+)\*")


@dataclass(frozen=True, slots=True)
class Example:
    """One example without its marks; `marked` are the offsets of the marked words, None where none are marked."""

    text: str
    marked: tuple[int, int] | None
    actor: str = ""
    recipient: str = ""


@dataclass(frozen=True, slots=True)
class Lesson:
    """A type to learn: its name and definition, examples of it, and sentences that are none."""

    type: str
    about: str
    examples: tuple[Example, ...]
    never: tuple[str, ...]
    modes: tuple[str, ...] = ()

    @property
    def id(self) -> str:
        """The id of the sense that is learned."""
        return self.type.lower().replace("_", "-")


def read_lesson(path: Path) -> Lesson:
    """The lesson of a file. Raises CodebookError with file and key where it is malformed or too short."""
    raw, where = read_yaml(path), str(path)
    check_file(raw, where, _KEYS)
    if not isinstance(raw.get("about"), str):
        raise CodebookError(f"{where}, about: the definition of the type is missing; write it in a line")
    listed = raw.get("examples")
    if not isinstance(listed, list) or len(listed) < LEAST:
        raise CodebookError(f"{where}, examples: at least {LEAST} sentences are needed, a dozen are better")
    examples = tuple(_example(e, f"{where}, examples, number {n}") for n, e in enumerate(listed, start=1))
    if len({e.text for e in examples}) < len(examples):
        raise CodebookError(f"{where}, examples: a sentence stands twice; write another")
    return Lesson(raw["type"], raw["about"], examples, _texts(raw.get("not"), f"{where}, not"), _texts(raw.get("modes"), f"{where}, modes"))


def _texts(value: Any, where: str) -> tuple[str, ...]:
    listed = [value] if isinstance(value, str) else value or []
    if not isinstance(listed, list) or not all(isinstance(t, str) and t.strip() for t in listed):
        raise CodebookError(f"{where}: write a list of sentences in quotation marks")
    return tuple(listed)


def _example(raw: Any, where: str) -> Example:
    told: Mapping[str, Any] = {"text": raw} if isinstance(raw, str) else raw if isinstance(raw, dict) else {}
    text = told.get("text")
    if not isinstance(text, str) or not text.strip() or set(told) - {"text", "actor", "recipient"}:
        raise CodebookError(f"{where}: write a sentence, or {{text: SENTENCE, actor: WORDS, recipient: WORDS}}, not {raw!r}")
    marks = list(_MARKED.finditer(text))
    if len(marks) > 1:
        raise CodebookError(f"{where}: mark one stretch of words, *like this*; {len(marks)} are marked")
    plain = _MARKED.sub(r"\1", text)
    for role in ("actor", "recipient"):
        if told.get(role) and str(told[role]) not in plain:
            raise CodebookError(f"{where}: the {role} {told[role]!r} is not in the sentence")
    span = (marks[0].start(), marks[0].end() - 2) if marks else None
    return Example(plain, span, str(told.get("actor") or ""), str(told.get("recipient") or ""))
