"""Mending: lemmas of verbs of saying that the reader guessed ("debunked" of "debunke", "swore" of "swor")."""

from __future__ import annotations

from dataclasses import replace

from casus.codebook.speech import SpeechWords
from casus.model.text import Token

_INFLECTED = frozenset({"VBD", "VBN", "VBG", "VBZ"})


def mend_lemmas(tokens: list[Token], words: SpeechWords) -> None:
    """Every inflected verb of saying under the lemma the lists know it by."""
    for i, token in enumerate(tokens):
        lemma = token.lemma.lower()
        if token.upos != "VERB" or token.xpos not in _INFLECTED or lemma in words.verbs or lemma in words.phrases:
            continue
        known = words.lemmas.get(token.text.lower())
        if known is not None:
            tokens[i] = replace(token, lemma=known)
