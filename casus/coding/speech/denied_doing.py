"""Denied doing: "denied that it had carried out the strike", "denied responsibility for the bombing", "said it was not behind the blast".

That it was done stands as told; who denies it only did not do it (coding rules, Status: a denial attaches to what it denies).
"""

from __future__ import annotations

from collections.abc import Sequence

from casus.codebook.speech import SpeechWords
from casus.coding.speech.act import Speech
from casus.coding.speech.disclaimers import CONCERNED, is_disclaiming
from casus.coding.speech.reach import is_pointed_at
from casus.coding.syntax import Tree

CARRYING = frozenset("carry commit perpetrate stage conduct mount launch".split())
"""Verbs of doing a deed."""
DOING = CARRYING | {"order", "plan"}
"""Verbs that with a deed for their object tell who did it ("carried out the attack")."""
SHARES = frozenset("involvement responsibility role part hand complicity participation guilt knowledge link connection".split())
"""Nouns for what somebody has in a deed."""


def denies_only_doing(tree: Tree, token: int, speeches: Sequence[Speech], words: SpeechWords) -> bool:
    """Whether who denies the act at `token` denies having done it, while its words tell that it was done."""
    deed = _deed(tree, token, words)
    if deed is None or not _is_definite(tree, deed):
        return False
    saying = [s for s in speeches if s.source is not None and deed in s.scope]
    denying = [s for s in saying if s.stance == "denies"]
    if any(_is_disclaimed(tree, deed, s, words) for s in saying if s.stance == "asserts"):
        return True
    return any(_is_done(tree, deed, s) or _is_shared(tree, deed, s) or _is_concerned(tree, deed, s) for s in denying)


def _is_disclaimed(tree: Tree, deed: int, speech: Speech, words: SpeechWords) -> bool:
    """ "Said it was not behind the strike", "had nothing to do with the killing", "had not carried out the raid"."""
    if tree.tokens[deed].head >= 0 and tree.denied(tree.tokens[deed].head) and _is_done(tree, deed, speech):
        return True
    clauses = [i for i in (deed, *tree.ancestors(deed)) if i in speech.scope and tree.predicates[i] == i]
    return any(is_disclaiming(tree, i, words, speech.source) for i in clauses)


def _is_concerned(tree: Tree, deed: int, speech: Speech) -> bool:
    """ "Denied being behind the killing", "denied it was responsible for the attack", "distanced itself from the blast"."""
    if any(tree.lemma(c) == "behind" for c in tree.children(deed, "case")):
        return True
    over = tree.tokens[deed].head
    part = over in speech.scope and over >= 0 and tree.lemma(over) in CONCERNED
    return part or (over == speech.verb and tree.lemma(over) == "distance")


def _deed(tree: Tree, token: int, words: SpeechWords) -> int | None:
    """The noun of the deed: the act's own word, or the object of the verb that carries it."""
    here = (token, *tree.children(token, "obj"))
    return next((i for i in here if tree.tokens[i].upos == "NOUN" and tree.lemma(i) in words.attacks), None)


def _is_definite(tree: Tree, deed: int) -> bool:
    return is_pointed_at(tree, deed) or any(tree.tokens[c].upos != "PRON" for c in tree.children(deed, "nmod:poss"))


def _is_done(tree: Tree, deed: int, speech: Speech) -> bool:
    """ "That it had carried out the strike", "carrying out the strike"."""
    v = tree.tokens[deed].head
    if v < 0 or tree.lemma(v) not in DOING or tree.rel(deed) != "obj":
        return False
    doer = tree.agent(v)
    own = doer is None or tree.tokens[doer].upos == "PRON" or (speech.source is not None and doer == speech.source.head)
    return own or any(tree.tokens[c].upos == "PRON" for c in tree.children(doer if doer is not None else v, "nmod:poss"))


def _is_shared(tree: Tree, deed: int, speech: Speech) -> bool:
    """ "Denied any role in the attack"."""
    over = tree.tokens[deed].head
    return over >= 0 and tree.lemma(over) in SHARES and speech.about == over
