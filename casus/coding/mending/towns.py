"""Mending: towns the reader takes for persons where troops take them ("rebels captured Goma", "the army retook Wad Madani")."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from casus.codebook import Codebook
from casus.model.text import Name, Sentence

_TAKEN = frozenset("capture seize take retake recapture liberate overrun conquer occupy besiege shell bomb bombard enter".split())
_LEAST = 4.0
"""How heavy a place must be: the logarithm of its population. A village may bear any man's name."""


def mend_towns(sentence: Sentence, book: Codebook) -> Sentence:
    """The sentence, its names of persons that are known towns and objects of taking or shelling read as places."""
    towns = frozenset(_towns(sentence, book))
    if not towns:
        return sentence
    return replace(sentence, names=tuple(replace(n, kind="place") if n in towns else n for n in sentence.names))


def _towns(sentence: Sentence, book: Codebook) -> Iterator[Name]:
    tokens = sentence.tokens
    for name in sentence.names:
        if name.kind != "person":
            continue
        inside = range(name.first, name.last)
        head = next((i for i in inside if tokens[i].head not in inside), None)
        if head is None or not _is_taken(sentence, head):
            continue
        bare = all(tokens[i].head not in inside for i in range(len(tokens)) if i not in inside)
        words = " ".join(tokens[i].text for i in inside)
        if bare and _is_town(words, book):
            yield name


def _is_taken(sentence: Sentence, i: int) -> bool:
    """ "Captured Goma", "Goma was shelled", "Goma fell to the rebels"."""
    tokens, over = sentence.tokens, sentence.tokens[i].head
    if over < 0:
        return False
    verb = tokens[over].lemma.lower()
    if tokens[i].deprel == "nsubj" and verb == "fall":
        given = [k for k, t in enumerate(tokens) if t.head == over and t.deprel.startswith("obl")]
        return any(t.text == "to" and t.head in given for t in tokens)
    return tokens[i].deprel in {"obj", "nsubj:pass"} and verb in _TAKEN


def _is_town(words: str, book: Codebook) -> bool:
    places = book.places.find(words)
    return bool(places) and places[0].weight >= _LEAST and not any(a.kind == "person" for a in book.actors.find(words))
