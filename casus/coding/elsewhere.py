"""Elsewhere: sport, fiction, markets, drills and mishaps use the words of violence for something else.

Precision comes first: an act told beside a word of such a field is kept with its words, but is not certain. Mishaps only
take away acts of violence without a doer or a weapon ("planes collided, killing six").
"""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

import casus.codebook
from casus.codebook.yaml_files import read_yaml
from casus.coding.syntax import Tree

VIOLENT = frozenset({"ASSAULT", "THREATEN", "MOBILIZE", "COERCE", "PROTEST", "RETREAT", "CONCEDE"})


@lru_cache(maxsize=1)
def load_fields() -> dict[str, frozenset[str]]:
    """Field -> its words (codebook/elsewhere.yaml)."""
    raw = read_yaml(Path(casus.codebook.__file__).with_name("elsewhere.yaml"))
    return {field: frozenset(words) for field, words in raw.items()}


def field_of(tree: Tree, event_type: str) -> str | None:
    """The field other than conflict that a sentence's words point to, for an act of this type; None where none does."""
    if event_type not in VIOLENT:
        return None
    words = {t.text.lower() for t in tree.tokens} | {tree.lemma(i) for i in range(len(tree))}
    words |= {f"{tree.tokens[i].text.lower()} {tree.tokens[i + 1].text.lower()}" for i in range(len(tree) - 1)}
    for field, listed in load_fields().items():
        if words & listed and not (field == "make-believe" and event_type == "MOBILIZE"):
            return field
    return None
