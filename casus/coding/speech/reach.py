"""Reach: which acts in the clause of a verb of saying or thinking its word does not touch.

What is believed of somebody or something need not be the act: "people believed to have been involved in the murder" doubts who they are,
"what police believe to be a gang shooting" what sort it was, "is believed to have prompted the annexation" why it came.
"""

from __future__ import annotations

from casus.coding.speech.act import Speech
from casus.coding.speech.content import is_set_off
from casus.coding.syntax import Tree

_INVOLVED = frozenset("involved involve responsible behind link linked connected implicate complicit participate".split())
_BRINGING = frozenset("prompt spark trigger cause provoke motivate inspire fuel precede follow".split())
_POINTING = frozenset({"the", "this", "that", "these", "those"})
_DOUBTING = frozenset({"hedges", "accuses"})


def is_untouched(tree: Tree, token: int, speech: Speech) -> bool:
    """Whether the act at `token` is told as fact, though it stands in the clause of `speech`."""
    if _was_found(tree, token, speech):
        return True
    if speech.stance not in _DOUBTING:
        return False
    if _is_of_people(tree, token, speech):
        return True
    return _is_set_apart(tree, token, speech) or (
        speech.stance == "hedges" and (_is_called(tree, token, speech.verb) or _is_cause_doubted(tree, token, speech.verb))
    )


def _was_found(tree: Tree, token: int, speech: Speech) -> bool:
    """ "Was found guilty of raping her", "were found dismembered", "found a man shot": a verdict or a sight, no saying."""
    v = speech.verb
    of_whom = [c for o in tree.children(v, "obj") for c in tree.children(o, "acl")]
    seen = any(tree.tokens[c].xpos in {"VBN", "JJ"} for c in (*tree.children(v, "xcomp"), *of_whom))
    return seen and tree.lemma(v) == "find" and not tree.children(v, "ccomp")


def _is_of_people(tree: Tree, token: int, speech: Speech) -> bool:
    """ "Issued warrants for men believed to have fled": what is believed of the men is no doubt of the warrants."""
    v = speech.verb
    passive = speech.source is None and tree.tokens[v].xpos == "VBN" and tree.rel(v) in {"advcl", "acl"}
    return passive and bool(tree.children(v, "xcomp")) and token not in tree.subtree(v)


def _is_set_apart(tree: Tree, token: int, speech: Speech) -> bool:
    """ "Accuse the party of links with the PKK, whose camps have come under fire": a finite clause set off by a comma is the writer's."""
    for i in (token, *tree.ancestors(token)):
        if i == speech.verb:
            return False
        if tree.rel(i) == "acl:relcl" and is_set_off(tree, i) and tree.tokens[i].head in speech.scope:
            finite = tree.tokens[i].xpos == "VBD" or any(tree.tokens[c].text.lower() in {"was", "were", "has", "have", "had"}
                                                         for c in tree.children(i, "aux", "aux:pass"))  # fmt: skip
            return finite and not any(t.text in {'"', "“", "”"} for t in tree.tokens)
    return False


def _is_called(tree: Tree, token: int, verb: int) -> bool:
    """ "In what police believe to be a gang-related shooting": only what sort it is, is believed."""
    head = tree.tokens[verb].head
    named = tree.tokens[token].head == verb and bool(tree.children(token, "cop")) and tree.tokens[token].upos == "NOUN"
    return named and tree.rel(verb) == "acl:relcl" and head >= 0 and tree.lemma(head) == "what" and bool(tree.case(head))


def _is_cause_doubted(tree: Tree, token: int, verb: int) -> bool:
    """ "Believed to have been involved in the murder", "to have prompted Russia's annexation": the act itself is known."""
    head = tree.tokens[token].head
    if tree.tokens[token].upos != "NOUN" or head < 0 or verb not in tree.ancestors(token):
        return False
    known = bool(tree.children(token, "nmod:poss")) or is_pointed_at(tree, token)
    brought = tree.lemma(head) in _BRINGING and tree.rel(token) == "obj"
    return known and (brought or (tree.case(token) in {"in", "for", "to"} and tree.lemma(head) in _INVOLVED))


def is_pointed_at(tree: Tree, noun: int) -> bool:
    """Whether a determiner says that a noun is known: "the strike", "that attack"."""
    return any(tree.tokens[c].text.lower() in _POINTING for c in tree.children(noun, "det"))
