"""Aggregates: words that speak of many acts at once ("a rise in attacks", "has repeatedly shelled")."""

from __future__ import annotations

from casus.codebook.modality import Modality
from casus.coding.acts.finding import Trigger
from casus.coding.acts.occasions import in_several_places, over_several
from casus.coding.syntax import Tree

_MANY = 10
_OF_ONE = frozenset({"wound", "injury", "burn", "bullet"})
"""What one person may have several of ("multiple gunshot wounds")."""
_HARMS = frozenset({"fatality", "death", "casualty", "injury", "dead", "wounded", "victim"})
_PERIODS = frozenset({"year", "month", "decade", "quarter"})
_SPANS = _PERIODS | {"week", "century"}


def is_aggregate(tree: Tree, trigger: Trigger, words: Modality) -> bool:
    """Whether the trigger stands for many acts: such totals are kept out of every sum (coding rules, Numbers 7)."""
    i = trigger.token
    if trigger.form == "noun":
        return _many_nouns(tree, i, words)
    named = [j for j in range(trigger.first, trigger.last) if tree.lemma(j) in words.occasions]  # "carry out | attack"
    if any(sense.type == "ASSAULT" for _, sense in trigger.candidates) and _goes_on_since(tree, i):
        return True
    return _many_verbs(tree, i, words) or any(_many_nouns(tree, j, words) for j in named)


def _many_nouns(tree: Tree, i: int, words: Modality) -> bool:
    if tree.lemma(i) in _OF_ONE:
        return False
    plural = tree.tokens[i].xpos in {"NNS", "NNPS"}
    head = tree.tokens[i].head
    above = tree.lemma(head) if head >= 0 else ""
    if plural and above in words.aggregate_words and not _is_toll(tree, i) and tree.rel(i).startswith(("nmod", "compound", "obl")):
        return True
    if any(tree.tokens[c].text.lower() in words.aggregate_words for c in tree.children(i, "amod", "nummod", "det")) and plural:
        return True
    if plural and any(case in {"across", "throughout"} for case, _ in tree.preps(i)):
        return True
    if plural and tree.lemma(i) in words.occasions and in_several_places(tree, i):
        return True
    if plural and any(_counts_many(tree, c) for c in tree.children(i, "nummod")):
        return True
    return plural and tree.rel(i).startswith("nsubj") and above in words.aggregate_verbs


def _is_toll(tree: Tree, i: int) -> bool:
    """ "The number of fatalities has risen": how many one act killed."""
    return tree.lemma(i) in _HARMS and any(tree.lemma(c) == "the" for c in tree.children(tree.tokens[i].head, "det"))


def _counts_many(tree: Tree, number: int) -> bool:
    """ "27 attacks", "four attacks this year": so many acts are no one act; two blasts, or three raids in a night, may be."""
    digits = tree.tokens[number].text.replace(",", "")
    if digits.isdigit() and int(digits) >= _MANY:
        return True
    lemmas = [tree.lemma(i) for i in range(len(tree))]
    return "since" in lemmas or any(tree.lemma(i) in _PERIODS and tree.children(i, "det", "amod") for i in range(len(tree)))


def _many_verbs(tree: Tree, i: int, words: Modality) -> bool:
    if any(tree.tokens[c].text.lower() in words.aggregate_adverbs for c in tree.children(i, "advmod")):
        return True
    subject = next((s for a in (i, *tree.ancestors(i)) if (s := tree.subject(a)) is not None), None)
    if subject is not None and tree.lemma(subject) in words.occasions and _many_nouns(tree, subject, words):
        return True  # "a series of shootings that left three dead"
    return over_several(tree, i, words)


def _goes_on_since(tree: Tree, i: int) -> bool:
    """ "Has been fighting rebels since 2012", "have been bombing the town for months": a course of many acts."""
    auxiliaries = {tree.tokens[c].text.lower() for c in tree.children(i, "aux")}
    if tree.tokens[i].xpos != "VBG" or "been" not in auxiliaries or not auxiliaries & {"has", "have", "had", "’s", "'s", "’ve", "'ve"}:
        return False
    return any(case == "since" or (case in {"for", "over", "in"} and tree.lemma(n) in _SPANS) for case, n in tree.preps(i))
