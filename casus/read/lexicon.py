"""A check on predicted lemmas: word forms seen in training, and base forms that exist.

The lemma head strips endings by analogy and now and then leaves no word ("promised" -> "promis"). What the treebanks
list is taken from them; else, where the predicted lemma of a regular form is no known word and another stripping gives
one, that one is taken.
"""

from __future__ import annotations

import gzip
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from casus.model.errors import ModelError

OPEN_CLASSES = frozenset({"VERB", "NOUN", "ADJ", "ADV", "AUX"})
_DOUBLING = frozenset("bdgklmnprtvz")


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Known (form, UPOS) -> lemma, and the set of known base forms; all lower case."""

    listed: dict[tuple[str, str], str]
    words: frozenset[str]

    @classmethod
    def load(cls, path: Path, vocabulary: Path) -> Lexicon:
        """Read `lexicon.tsv.gz` (form, UPOS, lemma) and the whole words of the word-piece vocabulary. Raises ModelError."""
        try:
            lines = gzip.decompress(path.read_bytes()).decode("utf-8").splitlines()
            pieces = vocabulary.read_text(encoding="utf-8").split("\n")
        except (OSError, EOFError, UnicodeDecodeError) as error:
            raise ModelError(f"{path}: the lexicon cannot be read; reinstall casus-events") from error
        rows = [line.split("\t") for line in lines if line]
        listed = {(form, upos): lemma for form, upos, lemma in rows}
        return cls(listed, frozenset(listed.values()) | frozenset(p for p in pieces if p.isalpha() and len(p) > 2))

    def mend(self, form: str, upos: str, lemma: str) -> str:
        """The lemma of a word form, corrected where the predicted one is no word."""
        lower = form.lower()
        if upos not in OPEN_CLASSES:
            return lemma
        listed = self.listed.get((lower, upos))
        if listed is not None:
            return listed
        if lemma in self.words and lemma != lower:
            return lemma
        return next((base for base in _bases(lower, upos) if base in self.words), _with_silent_e(lower, upos, lemma))


def _with_silent_e(form: str, upos: str, lemma: str) -> str:
    """An unlisted verb whose stem no English word ends on keeps its silent e ("denounced" -> "denounce")."""
    regular = upos == "VERB" and form.endswith(("ed", "ing")) and form.startswith(lemma)
    return f"{lemma}e" if regular and lemma.endswith(("c", "v", "u", "z", "dg", "rg")) else lemma


def _bases(form: str, upos: str) -> Iterator[str]:
    """Base forms a regular English form may have, the likeliest first."""
    if upos in {"VERB", "AUX", "ADJ"}:
        for ending in ("ing", "ed"):
            if form.endswith(ending) and len(form) > len(ending) + 2:
                stem = form[: -len(ending)]
                if ending == "ed" and stem.endswith("i"):
                    yield f"{stem[:-1]}y"
                if len(stem) > 2 and stem[-1] == stem[-2] and stem[-1] in _DOUBLING:
                    yield stem[:-1]
                yield f"{stem}e"
                yield stem
    if upos in {"VERB", "NOUN"} and form.endswith("s") and not form.endswith("ss"):
        if form.endswith("ies"):
            yield f"{form[:-3]}y"
        yield form[:-1]
        if form.endswith("es"):
            yield form[:-2]
