"""Breakdowns: the parts a sentence names of a figure ("20 people: 11 men and nine women", "of whom three were children")."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from casus.codebook.kinds import is_people, is_person_role
from casus.coding.numbers import Number, find_numbers
from casus.coding.syntax import Tree
from casus.model.caution import Caution
from casus.model.claim import Claim
from casus.model.count import Count
from casus.model.picture import Reading
from casus.model.text import Sentence

_INTRODUCE: Final = frozenset({"including", "among", "amongst", "comprising", "whom", "included"})
_BETWEEN: Final = frozenset({",", ";", "and", "as", "well", "plus", "them", "whom", "of", "another", "the", "other", "were"})
_FIELDS: Final = ("killed", "injured", "captured")


@dataclass(frozen=True, slots=True)
class Breakdown:
    """The parts of a figure; `whole` tells that they claim to be all of it (a colon, and an "and" before the last)."""

    parts: tuple[Number, ...]
    whole: bool


def parts(reading: Reading, sentences: Sequence[Sentence]) -> Iterator[Caution]:
    """Parts that are more than their whole, or that claim to be all of it and are less."""
    seen: set[int] = set()
    for claim in reading.claims:
        for field in _FIELDS:
            count: Count | None = getattr(claim, field)
            if count is not None and count.best and count.evidence.start not in seen:
                seen.add(count.evidence.start)
                yield from _checked(claim, field, count, Tree(sentences[claim.sentence]))


def _checked(claim: Claim, field: str, count: Count, tree: Tree) -> Iterator[Caution]:
    broken = breakdown(tree, count.evidence.start, count.evidence.end)
    if broken is None or count.best is None:
        return
    numbers = [n.best or 0 for n in broken.parts]
    exceeds = sum(numbers) > count.best
    if exceeds or (broken.whole and sum(numbers) < count.best and len(numbers) > 1):
        verb = "exceed" if exceeds else "fall short of"
        message = f"The parts named ({' + '.join(map(str, numbers))}) {verb} the whole ({count.best} {field})."
        yield Caution("parts-do-not-add-up", claim.report, message, "Do not derive figures from them; check the source.", count.evidence)


def breakdown(tree: Tree, start: int, end: int) -> Breakdown | None:
    """The parts named behind the figure whose words stand at these offsets, or None where no list of persons follows it."""
    numbers = find_numbers(tree)
    at = next((k for k, n in enumerate(numbers) if start <= tree.tokens[n.first].start < end), None)
    if at is None:
        return None
    parts: list[Number] = []
    for before, number in pairwise(numbers[at:]):
        between = [t.text.lower() for t in tree.tokens[before.last : number.first]]
        introduced = _introduced(tree, number, between) if not parts else _continued(tree, before, number)
        if not introduced or not (_counts_persons(tree, number) or (parts and _of_them(tree, parts[-1]))):
            break
        parts.append(number)
    if not parts:
        return None
    lead = [t.text.lower() for t in tree.tokens[numbers[at].last : parts[0].first]]
    if lead[-1] == "," and len(parts) == 1 and not _of_them(tree, parts[0]):
        return None
    said = {t.text.lower() for t in tree.tokens[parts[-2].last : parts[-1].first]} if len(parts) > 1 else set()
    return Breakdown(tuple(parts), lead[-1] == ":" and "and" in said)


def _introduced(tree: Tree, number: Number, between: Sequence[str]) -> bool:
    """Whether the words before the first part open a list of parts."""
    if not between or any(word in {"and", "but", "while"} for word in between[-2:]):
        return False
    return between[-1] in {":", ","} or bool(_INTRODUCE & set(between[-3:])) or _of_them(tree, number)


def _continued(tree: Tree, before: Number, number: Number) -> bool:
    """Whether only the noun of the part before, its "of them from Bihar", and a comma or "and" stand between two parts."""
    tokens = tree.tokens[before.last : number.first]
    return bool(tokens) and tokens[-1].text.lower() in _BETWEEN and not any(t.upos == "VERB" or t.text in {";", "."} for t in tokens)


def _of_them(tree: Tree, number: Number) -> bool:
    return [t.text.lower() for t in tree.tokens[number.last : number.last + 2]] in (["of", "them"], ["of", "whom"])


def _counts_persons(tree: Tree, number: Number) -> bool:
    if _of_them(tree, number) or any(t.upos == "AUX" for t in tree.tokens[number.last : number.last + 1]):
        return True
    counted = tree.tokens[number.head]
    noun = tree.tokens[counted.head] if counted.deprel == "nummod" else counted
    lemma = noun.lemma.lower()
    named = noun.upos in {"PROPN", "ADJ"} and noun.text[:1].isupper() and noun.text.endswith(("s", "men"))  # "four Frenchmen"
    return is_people(lemma) or is_person_role(lemma) or named
