"""Mending: towns the reader takes for persons, or for no name, where troops take them ("rebels captured Goma", "retook Wad Madani")."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from casus.codebook import Codebook
from casus.codebook.kinds import is_armed_noun
from casus.coding.mending.subjects import case_of
from casus.model.text import Name, Sentence

_TAKEN = frozenset("capture seize take retake recapture liberate overrun conquer occupy besiege shell bomb bombard enter".split())
_TAKING = frozenset("capture recapture seizure fall".split())
_MISTAKEN = frozenset({"person", "organisation"})
_LEAST = 4.0
"""How heavy a place must be: the logarithm of its population. A village may bear any man's name."""


def mend_towns(sentence: Sentence, book: Codebook) -> Sentence:
    """The sentence, its persons and bare proper nouns that are known towns and objects of taking or shelling read as places."""
    towns = frozenset(_towns(sentence, book))
    unnamed = tuple(_unnamed(sentence, book))
    if not towns and not unnamed:
        return sentence
    names = (*(replace(n, kind="place") if n in towns else n for n in sentence.names), *unnamed)
    return replace(sentence, names=tuple(sorted(names, key=lambda n: n.first)))


def _unnamed(sentence: Sentence, book: Codebook) -> Iterator[Name]:
    """Towns that the reader finds no name in: a proper noun with no word of its own before it ("captured Sake", "the fall of Mubi")."""
    tokens = sentence.tokens
    for i, token in enumerate(tokens):
        if token.upos != "PROPN" or not token.text[:1].isupper() or any(n.first <= i < n.last for n in sentence.names):
            continue
        below = [k for k, t in enumerate(tokens) if t.head == i and t.deprel not in {"case", "punct", "conj", "cc"}]
        if _is_taken(sentence, i) and _by_arms(sentence, i) and all(tokens[k].deprel == "flat" for k in below):
            last = max([i, *below]) + 1
            if _is_town(" ".join(t.text for t in tokens[i:last]), book):
                yield Name(token.start, tokens[last - 1].end, i, last, "place")


def _towns(sentence: Sentence, book: Codebook) -> Iterator[Name]:
    tokens = sentence.tokens
    for name in sentence.names:
        if name.kind not in _MISTAKEN:
            continue
        inside = range(name.first, name.last)
        head = next((i for i in inside if tokens[i].head not in inside), None)
        if head is None or not _is_taken(sentence, head):
            continue
        bare = all(tokens[i].head not in inside for i in range(len(tokens)) if i not in inside)
        words = " ".join(tokens[i].text for i in inside)
        body = name.kind == "organisation" and (bool(book.actors.find(words)) or not _by_arms(sentence, head))
        if bare and not body and _is_town(words, book):
            yield name


def _is_taken(sentence: Sentence, i: int) -> bool:
    """ "Captured Goma", "Goma was shelled", "Goma fell to the rebels"."""
    tokens, over = sentence.tokens, sentence.tokens[i].head
    if over < 0:
        return False
    verb = tokens[over].lemma.lower()
    if tokens[i].deprel == "nmod" and tokens[over].upos == "NOUN":
        return verb in _TAKING and case_of(tokens, i) == "of"
    if tokens[i].deprel == "nsubj" and verb == "fall":
        given = [k for k, t in enumerate(tokens) if t.head == over and t.deprel.startswith("obl")]
        return any(t.text == "to" and t.head in given for t in tokens)
    return tokens[i].deprel in {"obj", "nsubj:pass"} and verb in _TAKEN


def _by_arms(sentence: Sentence, i: int) -> bool:
    """Whether those who take it, or to whom it falls, are called by a word for the armed: a club overruns another too."""
    tokens, over = sentence.tokens, sentence.tokens[i].head
    sides = (k for k, t in enumerate(tokens) if t.head == over and k != i and t.deprel.startswith(("nsubj", "obl", "nmod")))
    return any(is_armed_noun(tokens[k].lemma.lower()) for k in sides)


def _is_town(words: str, book: Codebook) -> bool:
    places = book.places.find(words)
    return bool(places) and places[0].weight >= _LEAST and not any(a.kind == "person" for a in book.actors.find(words))
