"""A text's own words, set off by commas: "Soldiers, it runs, attacked a camp", "a cell was broken up, its release ran"."""

from __future__ import annotations

from casus.codebook.speech import SpeechWords
from casus.coding.speech.act import Speech
from casus.coding.speech.nouns import is_noun_of_saying, owner_of
from casus.coding.syntax import Tree

_ENDS = frozenset({",", ".", ";", "-", "–", "—"})


def inserted_speech(tree: Tree, v: int, words: SpeechWords) -> Speech | None:
    """What a text says where only "it runs" tells so: the whole sentence round it, on the word of whose text it is."""
    subject = next(iter(tree.children(v, "nsubj")), None)
    if subject is None or not _is_text(tree, subject, words):
        return None
    below = tree.subtree(subject)
    first = below[0]
    after = tree.tokens[v + 1].text if v + 1 < len(tree) else "."
    if below[-1] != v - 1 or first == 0 or tree.tokens[first - 1].text != "," or after not in _ENDS:
        return None
    owner = owner_of(tree, subject)
    source = tree.phrase(owner if owner is not None else subject)
    scope = frozenset(range(len(tree))) - frozenset(below) - {v}
    return Speech(source, v, tree.tokens[v].text, "asserts", scope, f"inserted “{tree.lemma(v)}” of a text")


def _is_text(tree: Tree, subject: int, words: SpeechWords) -> bool:
    lemma = tree.lemma(subject)
    return tree.tokens[subject].text.lower() == "it" or lemma in words.accounts.texts or is_noun_of_saying(lemma, words)
