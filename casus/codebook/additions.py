"""A user's words added to shipped lists: the same sections, each word in one list only, the user's choice first."""

from __future__ import annotations

from collections.abc import Mapping
from difflib import get_close_matches
from typing import Any

from casus.model.errors import CodebookError


def add_words(
    shipped: Mapping[str, Any], own: Any, *, where: str, sections: frozenset[str], open_sections: frozenset[str]
) -> dict[str, Any]:
    """The shipped lists with the user's words in them.

    A section is a list of words, or lists of words under names. A word that the user puts under another name of a section
    leaves the one it stood in. `sections` are those a user may add to; in those of `open_sections` new names may be given.
    Raises CodebookError with file and key where the user's file is of another shape.
    """
    if not isinstance(own, dict) or not own:
        raise CodebookError(f"{where}: lists of words are expected, under {', '.join(sorted(sections))}")
    out = dict(shipped)
    for section, words in own.items():
        if section not in sections:
            raise CodebookError(f"{where}, {section}: no section of this file{_meant(section, sections)}; write one of {_listed(sections)}")
        known, key = shipped[section], f"{where}, {section}"
        named = isinstance(known, dict)
        out[section] = _named(known, words, key, fixed=section not in open_sections) if named else [*known, *_words(words, key)]
    return out


def _named(known: Mapping[str, Any], own: Any, where: str, *, fixed: bool) -> dict[str, Any]:
    if not isinstance(own, dict):
        raise CodebookError(f"{where}: write the words under a name: {_listed(known)}")
    for name in own:
        if fixed and name not in known:
            raise CodebookError(f"{where}, {name}: no such name{_meant(name, known)}; write one of {_listed(known)}")
    added = {name: _words(words, f"{where}, {name}") for name, words in own.items()}
    moved = {word for words in added.values() for word in words} if fixed else set()
    kept = {name: [w for w in words if w not in moved] if isinstance(words, list) else words for name, words in known.items()}
    return {**kept, **{name: [*kept.get(name, []), *words] for name, words in added.items()}}


def _words(words: Any, where: str) -> list[str]:
    listed = [words] if isinstance(words, str) else words
    if not isinstance(listed, list) or not listed:
        raise CodebookError(f"{where}: write a list of words: [word, word]")
    for word in listed:
        if not isinstance(word, str) or not word.strip():
            raise CodebookError(f"{where}: {word!r} is no word; put it in quotation marks")
    return listed


def _listed(names: Any) -> str:
    return ", ".join(sorted(map(str, names)))


def _meant(name: object, names: Any) -> str:
    near = get_close_matches(str(name), [str(n) for n in names], n=1)
    return f"; did you mean {near[0]}?" if near else ""
