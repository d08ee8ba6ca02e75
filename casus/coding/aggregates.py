"""Aggregates: words that speak of many acts at once ("a rise in attacks", "has repeatedly shelled")."""

from __future__ import annotations

from casus.codebook.modality import Modality
from casus.coding.acts import Trigger
from casus.coding.syntax import Tree


def is_aggregate(tree: Tree, trigger: Trigger, words: Modality) -> bool:
    """Whether the trigger stands for many acts: such totals are kept out of every sum (coding rules, Numbers 7)."""
    i = trigger.token
    if trigger.form == "noun":
        return _many_nouns(tree, i, words)
    return _many_verbs(tree, i, words)


def _many_nouns(tree: Tree, i: int, words: Modality) -> bool:
    plural = tree.tokens[i].xpos in {"NNS", "NNPS"}
    head = tree.tokens[i].head
    above = tree.lemma(head) if head >= 0 else ""
    if plural and above in words.aggregate_words and tree.rel(i).startswith(("nmod", "compound", "obl")):
        return True
    if any(tree.tokens[c].text.lower() in words.aggregate_words for c in tree.children(i, "amod", "nummod", "det")) and plural:
        return True
    return plural and tree.rel(i).startswith("nsubj") and above in words.aggregate_verbs


def _many_verbs(tree: Tree, i: int, words: Modality) -> bool:
    if any(tree.tokens[c].text.lower() in words.aggregate_adverbs for c in tree.children(i, "advmod")):
        return True
    return any(case in {"in", "during"} and _separate(tree, n, words) for case, n in tree.preps(i))


def _separate(tree: Tree, noun: int, words: Modality) -> bool:
    """ "In three separate incidents", "during separate operations": one figure for several occurrences."""
    if tree.tokens[noun].xpos != "NNS" or tree.lemma(noun) not in words.occasions:
        return False
    return any(tree.tokens[c].text.lower() in {"separate", "different", "unrelated"} for c in tree.children(noun, "amod"))
