"""Denied doing: "denied that it had carried out the strike", "denied responsibility for the bombing".

That it was done stands as told; who denies it only did not do it (coding rules, Status: a denial attaches to what it denies).
"""

from __future__ import annotations

from collections.abc import Sequence

from casus.codebook.speech import SpeechWords
from casus.coding.speech.act import Speech
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
    denying = (s for s in speeches if s.stance == "denies" and s.source is not None and deed in s.scope)
    return any(_is_done(tree, deed, s) or _is_shared(tree, deed, s) for s in denying)


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
