"""Other names in the same places, so that a name's letters are not learned by heart.

Places come from Natural Earth (public domain), persons from REIGN's leaders (MIT); words of a name
are swapped one for one, so tags and trees stay true.
"""

from __future__ import annotations

import csv
import gzip
import json
import random
import re
from dataclasses import dataclass, replace
from pathlib import Path

from training.corpus import Sentence

SHARE = 0.25
"""Of the sentences with names, how many have them swapped."""

_WORD = re.compile(r"[A-ZÀ-Ý][a-zà-ÿ'’]+")


@dataclass(frozen=True, slots=True)
class Pool:
    """Single capitalised words, sorted: names of places, and parts of names of persons."""

    places: tuple[str, ...]
    persons: tuple[str, ...]

    @classmethod
    def load(cls, data: Path) -> Pool:
        with gzip.open(data / "places/ne_10m_populated_places.geojson.gz", "rt", encoding="utf-8") as stream:
            towns = {str(feature["properties"]["NAME"]) for feature in json.load(stream)["features"]}
        with gzip.open(data / "actors/reign_leaders_2021-03.csv.gz", "rt", encoding="utf-8", errors="replace") as stream:
            leaders = {word for row in csv.DictReader(stream) for word in row["leader"].split()}
        return cls(
            places=tuple(sorted(name for name in towns if _WORD.fullmatch(name))),
            persons=tuple(sorted(name for name in leaders if _WORD.fullmatch(name))),
        )


def swap_names(sentence: Sentence, pool: Pool, rng: random.Random) -> Sentence:
    """Give the sentence with one-word places and the words of persons swapped, some of the time."""
    if sentence.names is None or rng.random() >= SHARE:
        return sentence
    forms, lemma = list(sentence.forms), list(sentence.lemma)
    tags = [*sentence.names, "O"]
    for index, form in enumerate(forms):
        if sentence.upos[index] != "PROPN" or not _WORD.fullmatch(form):
            continue
        if tags[index] == "B-LOC" and tags[index + 1] != "I-LOC":
            forms[index] = lemma[index] = rng.choice(pool.places)
        elif tags[index].endswith("PER"):
            forms[index] = lemma[index] = rng.choice(pool.persons)
    return replace(sentence, forms=forms, lemma=lemma)
