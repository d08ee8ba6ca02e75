"""What bad scrapes do to text, done on purpose to training windows."""

from __future__ import annotations

import random
from dataclasses import dataclass, replace
from typing import Any

from training.corpus import Sentence

_SMALL = frozenset({"a", "an", "the", "of", "in", "on", "at", "to", "for", "by", "and", "or", "but", "as", "from", "with"})


@dataclass(frozen=True, slots=True)
class Rates:
    """How often each noise falls, per window (case, commas) or per sentence bound (the others)."""

    upper: float = 0.04
    lower: float = 0.04
    headline: float = 0.03
    commas: float = 0.03
    lost_stop: float = 0.12
    lost_blank: float = 0.25
    """Of the bounds that lost their stop, how many lost the blank too."""


def distort(window: list[Sentence], rng: random.Random, rates: Rates) -> list[Sentence]:
    """Give the window as a bad scrape might show it; labels stay true."""
    draw = rng.random()
    if draw < rates.upper:
        window = [_recased(s, str.upper) for s in window]
    elif draw < rates.upper + rates.lower:
        window = [_recased(s, str.lower) for s in window]
    elif draw < rates.upper + rates.lower + rates.headline:
        window = [_recased(s, _headline) for s in window]
    if rng.random() < rates.commas:
        window = [_without(s, {i for i, form in enumerate(s.forms) if form == ","}) for s in window]
    out: list[Sentence] = []
    lost = False
    for index, clean in enumerate(window):
        sentence = clean
        if lost and rng.random() < rates.lost_blank:
            sentence = replace(clean, glued=[True, *clean.glued[1:]])
        lost = index + 1 < len(window) and rng.random() < rates.lost_stop and sentence.forms[-1] in ".!?"
        out.append(_without(sentence, {len(sentence.forms) - 1}) if lost else sentence)
    return out


def _headline(form: str) -> str:
    return form if form in _SMALL else form[:1].upper() + form[1:]


def _recased(sentence: Sentence, change: object) -> Sentence:
    assert callable(change)
    return replace(sentence, forms=[change(form) for form in sentence.forms])


def _without(sentence: Sentence, gone: set[int]) -> Sentence:
    """Leave words out; those others hang on, and the last word left, stay."""
    gone = {i for i in gone if i not in sentence.head and (not sentence.head or sentence.head[i] >= 0)}
    if not gone or len(gone) == len(sentence.forms):
        return sentence
    keep = [i for i in range(len(sentence.forms)) if i not in gone]
    place = {old: new for new, old in enumerate(keep)}
    place[-1] = -1

    def kept(row: list[Any]) -> list[Any]:
        return [row[i] for i in keep] if row else row

    return replace(
        sentence,
        forms=kept(sentence.forms),
        glued=kept(sentence.glued),
        upos=kept(sentence.upos),
        xpos=kept(sentence.xpos),
        lemma=kept(sentence.lemma),
        head=[place[sentence.head[i]] for i in keep] if sentence.head else [],
        deprel=kept(sentence.deprel),
        names=kept(sentence.names) if sentence.names is not None else None,
        taught=kept(sentence.taught) if sentence.taught is not None else None,
        conflict=kept(sentence.conflict) if sentence.conflict is not None else None,
    )
