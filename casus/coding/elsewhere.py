"""Elsewhere: sport, fiction, markets, drills and mishaps use the words of violence for something else.

Precision comes first: an act told beside a word of such a field is kept with its words, but is not certain. Mishaps only
take away acts of violence without a doer or a weapon ("planes collided, killing six").
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from pathlib import Path

import casus.codebook
from casus.codebook.yaml_files import read_yaml
from casus.coding.syntax import Tree

SCORE = "#-#"
"""The word that stands in `elsewhere.yaml` for the score of a match."""
_LEAD = 3
_SPREADING = frozenset({"sport", "fiction"})
VIOLENT = frozenset({"ASSAULT", "THREATEN", "MOBILIZE", "COERCE", "PROTEST", "RETREAT", "CONCEDE"})


@lru_cache(maxsize=1)
def load_fields() -> dict[str, frozenset[str]]:
    """Field -> its words (codebook/elsewhere.yaml)."""
    raw = read_yaml(Path(casus.codebook.__file__).with_name("elsewhere.yaml"))
    return {field: frozenset(words) for field, words in raw.items()}


def tells_accident(trees: Sequence[Tree]) -> bool:
    """Whether a report's first sentences (its title and lead) tell an accident or a disaster of nature."""
    return any(words_of(tree) & load_fields()["accident"] for tree in trees[:_LEAD])


def words_of(tree: Tree) -> frozenset[str]:
    """The word forms, lemmas and pairs of words of a sentence, lower case, as the fields list them."""
    words = {t.text.lower() for t in tree.tokens} | {tree.lemma(i) for i in range(len(tree))}
    words |= {f"{tree.tokens[i].text.lower()} {tree.tokens[i + 1].text.lower()}" for i in range(len(tree) - 1)}
    return frozenset(words | ({SCORE} if any(_is_score(tree, i) for i in range(1, len(tree) - 1)) else set()))


def _is_score(tree: Tree, i: int) -> bool:
    """ "5-0", "31-17": the higher figure first; a range ("10-15 people") has the lower first."""
    before, after = tree.tokens[i - 1].text, tree.tokens[i + 1].text
    if tree.tokens[i].text not in {"-", "–"} or not (before.isdecimal() and after.isdecimal()):
        return False
    return len(before) < 4 and int(before) >= int(after)


def field_of(tree: Tree, event_type: str, beside: frozenset[str] = frozenset()) -> str | None:
    """The field other than conflict that a sentence points to, for an act of this type; None where none does.

    `beside` are the words of the sentences round it in its paragraph: a match or a film goes on over several sentences.
    """
    own = words_of(tree)
    for field, listed in load_fields().items():
        if field == "accident":
            continue
        if field not in _SPREADING and event_type not in VIOLENT:
            continue
        words = own | beside if field in _SPREADING else own
        if words & listed and not (field == "make-believe" and event_type == "MOBILIZE"):
            return field
    return None
