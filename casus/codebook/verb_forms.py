"""The inflected forms of the verbs a codebook names: "freed" is a form of "free", "slain" of "slay".

A reader's lemma is a guess where a form was rare in its treebanks; for the verbs that tell acts it need not be one.
Spelling rules are those of English grammars (doubling, mute e, y to i); what they do not give stands in verb_forms.yaml.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from casus.codebook.yaml_files import read_yaml

_VOWELS = frozenset("aeiou")


@dataclass(frozen=True, slots=True)
class Spelling:
    """Irregular past forms and participles by lemma, doubling lemmas, and the first parts of hyphened verbs by lemma."""

    irregular: Mapping[str, tuple[str, str]]
    doubling: frozenset[str]
    hyphened: Mapping[str, frozenset[str]]


@lru_cache(maxsize=1)
def load_spelling() -> Spelling:
    """The shipped lists. Raises CodebookError where they cannot be read."""
    raw = read_yaml(Path(__file__).with_name("verb_forms.yaml"))
    irregular = {lemma: (forms[0], forms[1]) for lemma, forms in raw["irregular"].items()}
    return Spelling(irregular, frozenset(raw["doubling"]), {verb: frozenset(nouns) for verb, nouns in raw["hyphened"].items()})


def forms_of(lemma: str) -> frozenset[str]:
    """Every form of a verb but the lemma itself, lower case."""
    return frozenset(_forms(lemma, load_spelling())) - {lemma}


@lru_cache(maxsize=1)
def hyphened_forms() -> Mapping[str, str]:
    """Every inflected form of the second parts of hyphened verbs, with their lemma ("raped" of "gang-raped")."""
    return lemma_by_form(load_spelling().hyphened)


def lemma_by_form(lemmas: Iterable[str]) -> dict[str, str]:
    """Inflected form -> lemma, for these verbs. A form that two of them share, or that is itself one of them, is left out."""
    known = frozenset(lemmas)
    found: dict[str, set[str]] = {}
    for lemma in sorted(known):
        for form in forms_of(lemma):
            found.setdefault(form, set()).add(lemma)
    return {form: of.pop() for form, of in sorted(found.items()) if len(of) == 1 and form not in known}


def _forms(lemma: str, spelling: Spelling) -> Iterator[str]:
    yield _third_person(lemma)
    for stem in _stems(lemma, spelling):
        yield from _ing(stem)
        if lemma not in spelling.irregular:
            yield f"{stem}d" if stem.endswith("e") else f"{stem}ed" if not _consonant_y(stem) else f"{stem[:-1]}ied"
    yield from spelling.irregular.get(lemma, ())


def _stems(lemma: str, spelling: Spelling) -> Iterator[str]:
    """The stem before -ed and -ing: doubled where the lemma doubles; final -l in both spellings; -c takes k."""
    if lemma.endswith("c"):
        yield f"{lemma}k"
    elif lemma in spelling.doubling:
        yield lemma + lemma[-1]
        if lemma.endswith("l"):
            yield lemma
    else:
        yield lemma


def _ing(stem: str) -> Iterator[str]:
    if stem.endswith("ie"):
        yield f"{stem[:-2]}ying"
    elif stem.endswith("e") and not stem.endswith(("ee", "oe", "ye")):
        yield f"{stem[:-1]}ing"
    else:
        yield f"{stem}ing"


def _third_person(lemma: str) -> str:
    if _consonant_y(lemma):
        return f"{lemma[:-1]}ies"
    return f"{lemma}es" if lemma.endswith(("s", "x", "z", "ch", "sh", "o")) else f"{lemma}s"


def _consonant_y(word: str) -> bool:
    return len(word) > 2 and word.endswith("y") and word[-2] not in _VOWELS
