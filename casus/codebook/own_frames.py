"""What a user's file of frames may hold, checked key by key: a shipped file is held to this by the tests."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from difflib import get_close_matches
from typing import Any, get_args

from casus.model.actor import ActorKind
from casus.model.claim import EVENT_TYPES, Status
from casus.model.errors import CodebookError

GUARDS = frozenset({*"political armed arms state country people civilians organisation thing town doing any".split(), *get_args(ActorKind)})
"""What a guard may name: groups of kinds (casus.coding.roles.guards), or a kind of actor."""

DEFAULTS: Mapping[str, Any] = {
    "roles": {
        "verb": {"actor": ["subj"], "recipient": ["obj", "on", "against", "of"]},
        "noun": {"actor": ["poss", "by", "mod"], "recipient": ["of", "on", "against"]},
    },
    "guards": {"actor": "political", "recipient": "any"},
}
"""Roles and guards of a type of the user's own, where its file gives none."""

_TYPE = re.compile(r"[A-Z][A-Z0-9]*(?:[-_][A-Z0-9]+)*")
_FLAGS = ("weak", "reciprocal", "aggregate", "override")
_LISTS = ("modes", "verbs", "nouns", "adjectives", "needs", "unless", "unless_object", "not")


def check_file(top: Any, where: str, keys: frozenset[str]) -> None:
    """Raise CodebookError unless the file has a type, PLOVER's or the user's own with a definition, and known keys."""
    name = top.get("type") if isinstance(top, dict) else None
    if name not in EVENT_TYPES:
        _check_own_type(name, top, where)
    unknown = sorted(set(map(str, top)) - keys)
    if unknown:
        raise CodebookError(f"{where}: unknown key {unknown[0]}; a file of frames has {', '.join(sorted(keys))}")
    if not isinstance(top.get("senses") or [], list):
        raise CodebookError(f"{where}, senses: a list is expected; begin each sense with `- id:`")


def _check_own_type(name: Any, top: Any, where: str) -> None:
    listed = f"`type` must be one of {', '.join(EVENT_TYPES)}, or a type of your own"
    if not isinstance(name, str) or not _TYPE.fullmatch(name):
        raise CodebookError(f"{where}: {listed}, in capitals: CHECKPOINT-HARASSMENT")
    near = get_close_matches(name, EVENT_TYPES, n=1, cutoff=0.75)
    if near:
        raise CodebookError(f"{where}: {listed}; {name} is too near to {near[0]}: is that meant?")
    if not isinstance(top.get("about"), str) or not top["about"].strip():
        raise CodebookError(f"{where}: {listed}, with its definition in a line `about:`; {name} has none")


def check_sense(raw: Mapping[str, Any], where: str) -> None:
    """Raise CodebookError where a sense of a user's file has a value that the schema does not know (acts/README.md)."""
    for key in _LISTS:
        _words(raw.get(key), f"{where}, {key}")
    for key in _FLAGS:
        if not isinstance(raw.get(key, False), bool):
            raise CodebookError(f"{where}, {key}: write true or false, not {raw[key]!r}")
    _known(raw.get("needs"), ("actor", "recipient"), f"{where}, needs")
    _known(raw.get("status"), get_args(Status), f"{where}, status")
    _check_guards(raw.get("guards"), f"{where}, guards")
    _check_roles(raw.get("roles"), f"{where}, roles")
    for example in raw.get("examples") or ():
        if not isinstance(example, dict) or not isinstance(example.get("text"), str) or set(example) - {"text", "actor", "recipient"}:
            raise CodebookError(f"{where}, examples: write each as {{text: SENTENCE, actor: WORDS, recipient: WORDS}}, not {example!r}")
        for role in ("actor", "recipient"):
            if example.get(role) and str(example[role]) not in example["text"]:
                raise CodebookError(f"{where}, examples: the {role} {example[role]!r} is not in the text {example['text']!r}")


def _check_guards(guards: Any, where: str) -> None:
    for role, groups in _mapping(guards, where).items():
        _known(role, ("actor", "recipient"), where)
        _known(groups, GUARDS, f"{where}, {role}")


def _check_roles(roles: Any, where: str) -> None:
    for name, value in _mapping(roles, where).items():
        _known(name, ("actor", "recipient", "verb", "noun"), where)
        if name in {"verb", "noun"}:
            for role, slots in _mapping(value, f"{where}, {name}").items():
                _known(role, ("actor", "recipient"), f"{where}, {name}")
                _words(slots, f"{where}, {name}, {role}")


def _mapping(value: Any, where: str) -> Mapping[str, Any]:
    if value is None:
        return {}
    if not isinstance(value, dict):
        raise CodebookError(f"{where}: names with their values are expected: {{actor: ..., recipient: ...}}")
    return value


def _words(value: Any, where: str) -> None:
    if value is not None and not isinstance(value, str | list):
        raise CodebookError(f"{where}: write a list: [word, word], not {value!r}")
    for word in value if isinstance(value, list) else ():
        if not isinstance(word, str):
            raise CodebookError(f"{where}: {word!r} is no word; put it in quotation marks")


def _known(value: Any, names: Iterable[str], where: str) -> None:
    listed = sorted(names)
    for word in [value] if isinstance(value, str) else value or ():
        if word not in listed:
            near = get_close_matches(str(word), listed, n=1)
            meant = f"; did you mean {near[0]}?" if near else ""
            raise CodebookError(f"{where}: {word!r} is none of {', '.join(listed)}{meant}")
