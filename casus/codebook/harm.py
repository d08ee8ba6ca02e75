"""Words of harm to people (harm.yaml), by the field of an event they fill."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any, Literal

from casus.codebook.additions import add_words
from casus.codebook.own import Own
from casus.codebook.yaml_files import parse_yaml, read_yaml
from casus.model.errors import CodebookError

HarmKind = Literal["killed", "injured", "killed_or_injured", "captured", "missing", "displaced"]
_KINDS = ("killed", "injured", "killed_or_injured", "captured", "missing", "displaced")
_RELATIONAL = frozenset({"flee", "escape", "surrender", "fall", "find", "treat", "leave"})


@dataclass(frozen=True, slots=True)
class HarmWords:
    """Lemma or word form -> kind of harm; `intransitive` verbs harm their subject; `tolls` are nouns whose number moves."""

    verbs: Mapping[str, HarmKind]
    participles: Mapping[str, HarmKind]
    adjectives: Mapping[str, HarmKind]
    nouns: Mapping[str, HarmKind]
    intransitive: frozenset[str]
    tolls: frozenset[str]
    people: frozenset[str]
    unless: Mapping[str, frozenset[str]]
    civilians: frozenset[str]
    security: frozenset[str]
    militants: frozenset[str]
    accidents: frozenset[str]


def _by_word(lists: Mapping[str, Any]) -> dict[str, HarmKind]:
    """Turn kind -> words round; the first kind that lists a word keeps it."""
    out: dict[str, HarmKind] = {}
    for kind in _KINDS:
        for word in lists.get(kind) or ():
            out.setdefault(str(word), kind)  # type: ignore[arg-type]
    return out


_SECTIONS = frozenset("verbs intransitive participles adjectives nouns tolls people unless victims accident illness".split())
"""What a user's harm.yaml may add to."""


@lru_cache(maxsize=4)
def load_harm(own: Own | None = None) -> HarmWords:
    """The shipped lists, with a user's words in them. Raises CodebookError where a list is missing or malformed."""
    path = Path(__file__).with_name("harm.yaml")
    raw = read_yaml(path)
    text = own.text(path.name) if own is not None else None
    if own is not None and text is not None:
        where = own.where(path.name)
        raw = add_words(raw, parse_yaml(text, where), where=where, sections=_SECTIONS, open_sections=frozenset({"unless"}))
    try:
        intransitive = _by_word(raw["intransitive"])
        intransitive = {w: k for w, k in intransitive.items() if w not in _RELATIONAL}
        return HarmWords(
            {**_by_word(raw["verbs"]), **intransitive}, _by_word(raw["participles"]), _by_word(raw["adjectives"]),
            _by_word(raw["nouns"]), frozenset(intransitive), frozenset(raw["tolls"]), frozenset(raw["people"]),
            {k: frozenset(map(str, v)) for k, v in raw["unless"].items()}, frozenset(raw["victims"]["civilians"]),
            frozenset(raw["victims"]["security"]), frozenset(raw["victims"]["militants"]),
            frozenset(raw["accident"]) | frozenset(raw["illness"]),
        )  # fmt: skip
    except KeyError as error:
        raise CodebookError(f"{path.name}: the list {error} is missing") from error
