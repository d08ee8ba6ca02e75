"""Words of saying (speech.yaml): verbs, nouns and phrases by the stance they show."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from casus.codebook.yaml_files import read_yaml
from casus.model.claim import Stance
from casus.model.errors import CodebookError

_ORDER: tuple[tuple[str, Stance], ...] = (
    ("denies", "denies"), ("admits", "admits"), ("believes", "hedges"), ("claims", "asserts"), ("accuses", "accuses"),
    ("asserts", "asserts"), ("warns", "asserts"), ("threatens", "threatens"),
)  # fmt: skip
"""Lists in the order in which they claim a word that stands in several, and the stance each is folded to."""


@dataclass(frozen=True, slots=True)
class SpeechWords:
    """Verb and noun lemmas by stance, prepositions of attribution, and what is no saying."""

    verbs: Mapping[str, Stance]
    nouns: Mapping[str, Stance]
    prepositions: frozenset[str]
    basis: frozenset[str]
    forms: Mapping[str, frozenset[str]]
    media: frozenset[str]

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


@lru_cache(maxsize=1)
def load_speech() -> SpeechWords:
    """The shipped lists. Raises CodebookError where one is missing."""
    path = Path(__file__).with_name("speech.yaml")
    raw = read_yaml(path)
    try:
        verbs = _by_word(raw["verbs"])
        for word in ("charge", "blame", "accuse"):
            verbs[word] = "accuses"
        return SpeechWords(
            verbs, _by_word(raw["nouns"]), frozenset(raw["prepositions"]) - {"per"}, frozenset(raw["basis"]),
            {k: frozenset(map(str, v)) for k, v in raw["forms"].items()}, frozenset(raw["relays"]["media"]),
        )  # fmt: skip
    except KeyError as error:
        raise CodebookError(f"{path.name}: the list {error} is missing") from error
