"""Speeches: every act of saying that one word of a sentence tells.

How one voice reaches the report through another is speech_links.py's business, headlines and verdicts speech_marks.py's.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from casus.codebook.speech import SpeechWords
from casus.coding.speech.act import Speech, can_speak
from casus.coding.speech.inserted import inserted_speech
from casus.coding.speech.nouns import is_basis, is_ground, is_noun_of_saying, is_raised, noun_speech, owner_of, preposition_speech, voicing
from casus.coding.speech.quotations import Quotation
from casus.coding.speech.verbs import phrase_speech, verb_speech
from casus.coding.syntax import Tree


def speeches_at(tree: Tree, i: int, words: SpeechWords, quotations: Sequence[Quotation] = ()) -> Iterator[Speech]:
    """The acts of saying that token `i` tells."""
    token, lemma = tree.tokens[i], tree.lemma(i)
    if token.upos == "VERB" and _is_named(tree, i):
        return
    saying = token.upos in {"VERB", "ADJ"} and lemma in words.verbs and not _kills(tree, i)
    speech = verb_speech(tree, i, words, quotations) if saying else None
    if speech is None and token.upos == "VERB" and lemma in words.phrases:
        speech = phrase_speech(tree, i, words)
    if speech is None and token.upos == "VERB" and lemma in words.inserted:
        speech = inserted_speech(tree, i, words)
    if speech is not None:
        yield speech
    elif (token.upos == "NOUN" and (is_noun_of_saying(lemma, words) or is_raised(tree, i))) or (i == 0 and lemma in words.unowned):
        yield from noun_speech(tree, i, words)
    for case, n in tree.preps(i):
        ascribed = case in words.prepositions or _is_per(tree, n, case, words)
        if ascribed and not is_basis(tree, n, words) and not is_ground(tree, i, n, case, words):
            yield preposition_speech(tree, i, n, case, words)
        elif case in {"in", "by", "on"} and tree.lemma(n) in words.voicings and (owner := owner_of(tree, n)) is not None:
            yield voicing(tree, i, n, owner)


def _kills(tree: Tree, i: int) -> bool:
    """ "Put to death"."""
    return tree.lemma(i) == "put" and any(case == "to" and tree.lemma(n) == "death" for case, n in tree.preps(i))


def _is_per(tree: Tree, n: int, case: str, words: SpeechWords) -> bool:
    """ "..., per police", "Per a UN report, ...": behind a comma or at the start, somebody who can tell; not "per day", "per officer"."""
    apart = any(tree.lemma(c) == "per" and (c == 0 or tree.tokens[c - 1].text == ",") for c in tree.children(n, "case"))
    return case == "per" and apart and can_speak(tree, n, words)


def _is_named(tree: Tree, i: int) -> bool:
    """ "Oren Jan, Said Faqir and Abdul Sol": a name, no word of saying."""
    if i == 0 or i + 1 >= len(tree) or not tree.tokens[i].text[:1].isupper() or tree.tokens[i + 1].upos != "PROPN":
        return False
    person = any(n.kind == "person" and n.first <= i < n.last - 1 for n in tree.sentence.names)
    return person or (tree.tokens[i - 1].text == "," and tree.tokens[i].text == "Said")
