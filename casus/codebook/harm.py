"""Words of harm to people (harm.yaml), by the field of an event they fill."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any, Literal

from casus.codebook.additions import add_words
from casus.codebook.frames import Pattern, parse_pattern
from casus.codebook.own import Own
from casus.codebook.yaml_files import parse_yaml, read_yaml
from casus.model.errors import CodebookError

HarmKind = Literal["killed", "injured", "killed_or_injured", "captured", "missing", "displaced"]
_KINDS = ("killed", "injured", "killed_or_injured", "captured", "missing", "displaced")
_RELATIONAL = frozenset({"flee", "escape", "surrender", "fall", "find", "treat", "leave"})

TOLLS = frozenset({"toll", "deaths", "killing", "wounding", "injuring"})
"""The senses that tell harm, with or without the act that did it."""


@dataclass(frozen=True, slots=True)
class HarmWords:
    """Lemma or word form -> kind of harm; `intransitive` verbs harm their subject; `tolls` are nouns whose number moves.

    `phrases` are several words by their verb, each with its kind and whether the subject is harmed ("lose their lives").
    """

    verbs: Mapping[str, HarmKind]
    participles: Mapping[str, HarmKind]
    adjectives: Mapping[str, HarmKind]
    nouns: Mapping[str, HarmKind]
    intransitive: frozenset[str]
    tolls: frozenset[str]
    deeds: frozenset[str]
    people: frozenset[str]
    unless: Mapping[str, frozenset[str]]
    civilians: frozenset[str]
    security: frozenset[str]
    militants: frozenset[str]
    accidents: frozenset[str]
    phrases: Mapping[str, tuple[tuple[Pattern, HarmKind, bool], ...]]
    conditions: frozenset[str]
    bodies: frozenset[str]
    several: Mapping[str, int]
    kin: frozenset[str]
    animals: frozenset[str]
    herds: frozenset[str]
    destroying: frozenset[str]
    things: frozenset[str]
    shots: frozenset[str]
    body: frozenset[str]
    wounds: frozenset[str]
    limbs: frozenset[str]
    lost: frozenset[str]
    broken: frozenset[str]
    morgues: frozenset[str]

    def is_person(self, lemma: str) -> bool:
        """Whether a noun names one person or more by what they are."""
        return lemma in self.civilians or lemma in self.security or lemma in self.militants


def _by_word(lists: Mapping[str, Any]) -> dict[str, HarmKind]:
    """Turn kind -> words round; the first kind that lists a word keeps it."""
    out: dict[str, HarmKind] = {}
    for kind in _KINDS:
        for word in lists.get(kind) or ():
            out.setdefault(str(word), kind)  # type: ignore[arg-type]
    return out


def _so_many(raw: Mapping[str, Any]) -> dict[str, int]:
    """Word -> how many persons it stands for."""
    return {str(word): n for name, n in (("two", 2), ("three", 3), ("four", 4)) for word in raw[name]}


def _phrases(raw: Mapping[str, Any]) -> dict[str, tuple[tuple[Pattern, HarmKind, bool], ...]]:
    out: dict[str, list[tuple[Pattern, HarmKind, bool]]] = {}
    for section in ("phrases", "phrases_of_subject"):
        for kind in _KINDS:
            for entry in raw[section].get(kind) or ():
                pattern = parse_pattern(entry, noun=False, where=f"harm.yaml, {section}")
                out.setdefault(pattern.lemma, []).append((pattern, kind, section == "phrases_of_subject"))  # type: ignore[arg-type]
    return {lemma: tuple(found) for lemma, found in out.items()}


_SECTIONS = frozenset(
    "verbs intransitive phrases phrases_of_subject participles adjectives nouns tolls deeds people hits conditions bodies things unless "
    "victims accident illness".split()
)
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
            _by_word(raw["nouns"]), frozenset(intransitive), frozenset(raw["tolls"]), frozenset(raw["deeds"]), frozenset(raw["people"]),
            {k: frozenset(map(str, v)) for k, v in raw["unless"].items()}, frozenset(raw["victims"]["civilians"]),
            frozenset(raw["victims"]["security"]), frozenset(raw["victims"]["militants"]),
            frozenset(raw["accident"]) | frozenset(raw["illness"]), _phrases(raw), frozenset(raw["conditions"]),
            frozenset(raw["bodies"]), _so_many(raw["several"]), frozenset(raw["kin"]), frozenset(raw["animals"]), frozenset(raw["herds"]),
            frozenset(raw["things"]["verbs"]), frozenset(raw["things"]["nouns"]),
            frozenset(raw["hits"]["shots"]), frozenset(raw["hits"]["body"]), frozenset(raw["hits"]["wounds"]),
            frozenset(raw["hits"]["limbs"]), frozenset(raw["hits"]["lost"]), frozenset(raw["hits"]["broken"]), frozenset(raw["morgues"]),
        )  # fmt: skip
    except KeyError as error:
        raise CodebookError(f"{path.name}: the list {error} is missing") from error
