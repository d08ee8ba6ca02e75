"""Names that several actors share, and the cues that tell them apart (namesakes.yaml)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

from casus.codebook.names import fold, key
from casus.codebook.yaml_files import read_yaml
from casus.model.errors import CodebookError

TABLE = Path(__file__).with_name("namesakes.yaml")


@dataclass(frozen=True, slots=True)
class Cues:
    """What speaks for one candidate: patterns round the mention, words of the sentence, words of the report."""

    phrase: tuple[re.Pattern[str], ...]
    sentence: re.Pattern[str] | None
    report: re.Pattern[str] | None


@dataclass(frozen=True, slots=True)
class Namesake:
    """One shared word: its candidates by id, which one is meant by default, and what means all together."""

    word: str
    default: str | None
    together_id: str | None
    together: tuple[re.Pattern[str], ...]
    candidates: Mapping[str, Cues]


@lru_cache(maxsize=2)
def load_namesakes(path: Path = TABLE) -> Mapping[str, Namesake]:
    """Shared words by their folded key. Raises CodebookError where the file is malformed."""
    found: dict[str, Namesake] = {}
    for entry in read_yaml(path):
        try:
            namesake = _namesake(entry)
        except (KeyError, TypeError, AttributeError, re.error) as error:
            raise CodebookError(f"{path}: the entry of {entry!r:.60} is malformed ({error})") from error
        found[name_key(namesake.word)] = namesake
    return found


def name_key(words: str) -> str:
    """The folded key under which a shared word is looked up."""
    return fold(key(words).split()) or key(words)


def _namesake(entry: Mapping[str, Any]) -> Namesake:
    word = entry["word"]
    together = entry.get("together") or {}
    candidates = {
        slug: Cues(
            _patterns(cues.get("phrase") or (), word),
            _any_of(cues.get("sentence") or ()),
            _any_of(cues.get("report") or ()),
        )
        for slug, cues in entry["candidates"].items()
    }
    return Namesake(word, entry.get("default"), together.get("id"), _patterns(together.get("phrase") or (), word), candidates)


def _patterns(sources: Iterable[str], word: str) -> tuple[re.Pattern[str], ...]:
    shape = re.escape(word).replace(r"\-", "[- ]").replace(r"\ ", r"\s+") + r"s?"
    return tuple(re.compile(r"\b" + source.replace("{w}", f"(?P<w>{shape})", 1), re.IGNORECASE) for source in sources)


def _any_of(words: Iterable[str]) -> re.Pattern[str] | None:
    joined = "|".join(re.escape(word) for word in words)
    return re.compile(rf"\b(?:{joined})\b") if joined else None
