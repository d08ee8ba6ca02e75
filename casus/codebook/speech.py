"""Words of saying (speech.yaml): verbs, nouns and phrases by the stance they show."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any, cast, get_args

from casus.codebook.additions import add_words
from casus.codebook.frames import Pattern, parse_pattern
from casus.codebook.own import Own
from casus.codebook.verb_forms import lemma_by_form
from casus.codebook.wordings import Wording, parse_wordings
from casus.codebook.yaml_files import parse_yaml, read_yaml
from casus.model.claim import Capacity, Stance
from casus.model.errors import CodebookError

_ORDER: tuple[tuple[str, Stance], ...] = (
    ("denies", "denies"), ("admits", "admits"), ("hedges", "hedges"), ("believes", "hedges"), ("claims", "asserts"),
    ("accuses", "accuses"), ("asserts", "asserts"), ("warns", "asserts"), ("threatens", "threatens"),
)  # fmt: skip
"""Lists in the order in which they claim a word that stands in several, and the stance each is folded to."""


@dataclass(frozen=True, slots=True)
class AccountWords:
    """Lemmas of accounts that go on without a verb of saying: verbs of remembering, of telling and of giving out, and what they tell."""

    remembering: frozenset[str]
    perceiving: frozenset[str]
    telling: frozenset[str]
    stories: frozenset[str]
    laying_out: frozenset[str]
    sequences: frozenset[str]
    giving_out: frozenset[str]
    texts: frozenset[str]


@dataclass(frozen=True, slots=True)
class SpeechWords:
    """Verb and noun lemmas by stance, prepositions of attribution, and what is no saying."""

    verbs: Mapping[str, Stance]
    nouns: Mapping[str, Stance]
    phrases: Mapping[str, tuple[tuple[Pattern, Stance], ...]]
    inserted: frozenset[str]
    accounts: AccountWords
    prepositions: frozenset[str]
    voicings: frozenset[str]
    basis: frozenset[str]
    forms: Mapping[str, frozenset[str]]
    media: frozenset[str]
    relaying: frozenset[str]
    carrying: frozenset[str]
    passives: frozenset[str]
    reserve: frozenset[str]
    unowned: frozenset[str]
    tentative: frozenset[str]
    owning: frozenset[str]
    said_things: frozenset[str]
    deeds: frozenset[str]
    attacks: frozenset[str]
    doings: frozenset[str]
    verdicts: frozenset[str]
    capacities: Mapping[str, Capacity]
    no_comment: Mapping[str, tuple[Wording, ...]]
    unverified: tuple[Wording, ...]
    lemmas: Mapping[str, str]

    def is_basis(self, lemma: str) -> bool:
        """Whether "according to" it names no speaker ("according to plan")."""
        return lemma in self.basis

    def is_form(self, verb: str, complement: str) -> bool:
        """Whether a verb of saying with this complement says nothing ("found bodies")."""
        return complement in self.forms.get(verb, frozenset())


def _by_word(lists: Mapping[str, list[str]]) -> dict[str, Stance]:
    out: dict[str, Stance] = {}
    for name, stance in _ORDER:
        for word in lists.get(name) or ():
            out.setdefault(word, stance)
    return out


def _phrases(lists: Mapping[str, list[str]], where: str) -> dict[str, tuple[tuple[Pattern, Stance], ...]]:
    """Patterns of several words by their verb; those with "be" are grammar (passives), not words."""
    out: dict[str, list[tuple[Pattern, Stance]]] = {}
    for name, stance in _ORDER:
        for entry in lists.get(name) or ():
            pattern = parse_pattern(entry, noun=False, where=where)
            if pattern.lemma != "be":
                out.setdefault(pattern.lemma, []).append((pattern, stance))
    return {lemma: tuple(found) for lemma, found in out.items()}


def _capacities(lists: Mapping[str, list[str]]) -> dict[str, Capacity]:
    """What a generic noun for a source tells of its capacity, where it stands in one list only."""
    seen: dict[str, set[str]] = {}
    for name, words in lists.items():
        for word in words:
            seen.setdefault(word, set()).add(name)
    return {w: cast(Capacity, names.copy().pop()) for w, names in seen.items() if len(names) == 1 and names <= set(get_args(Capacity))}


def _words(raw: Mapping[str, Any], where: str) -> SpeechWords:
    verbs = _by_word(raw["verbs"])
    for word in ("charge", "blame", "accuse"):
        verbs[word] = "accuses"
    said, phrases = raw["said_things"], _phrases(raw["verb_phrases"], where)
    return SpeechWords(
        verbs, _by_word(raw["nouns"]), phrases, frozenset(raw["inserted"]),
        AccountWords(**{name: frozenset(words) for name, words in raw["accounts"].items()}), frozenset(raw["prepositions"]) - {"per"},
        frozenset(raw["voicings"]), frozenset(raw["basis"]), {k: frozenset(map(str, v)) for k, v in raw["forms"].items()},
        frozenset(raw["relays"]["media"]), frozenset(raw["relays"]["verbs"]), frozenset(raw["relays"]["carrying"]),
        frozenset(raw["hedges"]["passives"]), frozenset(raw["hedges"]["adjectives"]),
        frozenset(raw["unowned"]), frozenset(raw["tentative"]), frozenset(raw["owning"]),
        frozenset(w for name in ("accusing", "claiming", "deed") for w in said[name]), frozenset(said["deed"]),
        frozenset(said["attack"]), frozenset(said["doing"]), frozenset(map(str, said["verdict"])),
        _capacities(raw["sources"]), {k: parse_wordings(v, where) for k, v in raw["no_comment"].items()},
        parse_wordings(raw["unverified"], where), lemma_by_form([*verbs, *phrases]),
    )  # fmt: skip


_SECTIONS = frozenset({
    "verbs", "nouns", "verb_phrases", "inserted", "prepositions", "voicings", "basis", "forms",
    "unowned", "tentative", "sources", "relays", "hedges", "no_comment", "unverified",
})  # fmt: skip
"""What a user's speech.yaml may add to."""


@lru_cache(maxsize=4)
def load_speech(own: Own | None = None) -> SpeechWords:
    """The shipped lists, with a user's words in them. Raises CodebookError where a list is missing or malformed."""
    path = Path(__file__).with_name("speech.yaml")
    raw, where = read_yaml(path), path.name
    text = own.text(path.name) if own is not None else None
    if own is not None and text is not None:
        where = own.where(path.name)
        raw = add_words(raw, parse_yaml(text, where), where=where, sections=_SECTIONS, open_sections=frozenset({"forms"}))
    try:
        return _words(raw, where)
    except KeyError as error:
        raise CodebookError(f"{path.name}: the list {error} is missing") from error
