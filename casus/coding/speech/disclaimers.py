"""Disclaimers: "it was not involved", "we had no hand in this", "it has nothing to do with the attack", "it was not us".

Said by whoever is meant, each denies the doing of what was told before (coding rules, Status: a denial attaches to what it denies).
"""

from __future__ import annotations

from casus.codebook.speech import SpeechWords
from casus.coding.syntax import Phrase, Tree

_ONESELF = frozenset({"it", "they", "we", "he", "she", "i"})
_US = frozenset({"we", "us", "i", "me", "ours"})
_HAVING = frozenset({"have", "play", "take", "bear"})
CONCERNED = frozenset({"involved", "responsible", "behind", "complicit", "party"})
"""Words for having a part in a deed."""
NEGATED = frozenset({"not", "n't", "n’t", "never", "neither", "nor"})
"""Adverbs and conjunctions by which a clause says that it is not so."""


def is_disclaiming(tree: Tree, clause: int, words: SpeechWords, source: Phrase | None = None) -> bool:
    """Whether a clause says that its subject, the speaker or the speaker's own, had no part in something pointed to or left unsaid."""
    subjects = tree.children(clause, "nsubj", "nsubj:pass", "nsubj:outer", "expl")
    of_it = source is not None and any(tree.tokens[c].upos == "PRON" for c in tree.children(source.head, "nmod:poss"))
    if not (of_it or any(_is_oneself(tree, s) for s in subjects)):
        return False
    return _without_part(tree, clause, words) or _unconcerned(tree, clause) or _not_us(tree, clause)


def _is_oneself(tree: Tree, subject: int) -> bool:
    own = any(tree.lemma(c) in {"its", "their", "our", "his", "her", "my", "they", "we"} for c in tree.children(subject, "nmod:poss"))
    return tree.tokens[subject].text.lower() in _ONESELF or own


def _without_part(tree: Tree, clause: int, words: SpeechWords) -> bool:
    """ "Had played no part in it", "has nothing to do with the attack"."""
    if tree.lemma(clause) not in _HAVING:
        return False
    for thing in tree.children(clause, "obj"):
        if tree.lemma(thing) == "nothing":
            return any(tree.lemma(c) == "do" for c in tree.subtree(clause))
        articles = {tree.tokens[c].text.lower() for c in tree.children(thing, "det")}
        if tree.lemma(thing) in words.deeds and ("no" in articles or ("any" in articles and _is_negated(tree, clause))):
            return True
    return False


def _unconcerned(tree: Tree, clause: int) -> bool:
    """ "Was not involved", "is not behind the attack"."""
    behind = any(tree.lemma(c) == "behind" for c in tree.children(clause, "case"))
    return (behind or {tree.lemma(clause), tree.tokens[clause].text.lower()} & CONCERNED != set()) and _is_negated(tree, clause)


def _not_us(tree: Tree, clause: int) -> bool:
    """ "It was not us"."""
    return tree.tokens[clause].text.lower() in _US and bool(tree.children(clause, "cop")) and _is_negated(tree, clause)


def _is_negated(tree: Tree, clause: int) -> bool:
    return any(tree.tokens[c].text.lower() in NEGATED for c in tree.children(clause, "advmod"))
