"""Stances: on whose side somebody stands, which a report tells in passing and nobody does on a day ("Turkey backs some of the rebels")."""

from __future__ import annotations

from casus.coding.acts.drafts import Draft
from casus.coding.scene import Scene
from casus.coding.syntax import Tree

_POSITIONS = frozenset({"SUPPORT", "REJECT", "AID"})
_SUSPECTING = frozenset({"accuse", "suspect", "allege", "believe"})
"""Verbs that in a relative clause say which people are meant ("men who are accused of spying")."""
_BACKING = frozenset({"patronage", "endorse", "stand-with-somebody"})
"""Senses that in a participle tell whose side somebody is on ("fighters backed by Mali")."""
_SIDING = frozenset({"back", "support", "sponsor", "bolster", "favour", "favor", "arm", "fund", "finance"})
"""Verbs that in the plain present tell which side in a conflict somebody keeps to."""
_PRESENT = frozenset({"VBZ", "VBP"})
_SIDES = frozenset({"armed-group", "militia", "military", "government", "state", "party", "unnamed-armed"})


def is_stance(scene: Scene, draft: Draft) -> bool:
    """ "The party, which advocates secession", "forces it backs", "whom it calls terrorists": where somebody stands, not what was done."""
    tree, i = scene.tree, draft.token
    if draft.sense.type == "REQUEST" and tree.lemma(i) == "want":
        return True
    called = tree.rel(i) == "amod" or tree.children(i, "det") or (i > 0 and tree.lemma(i - 1) == "the")
    if draft.sense.id == "restrict" and tree.tokens[i].xpos in {"VBN", "JJ"} and called:
        return True  # "the outlawed party"
    if _is_standing_backer(scene, draft):
        return True
    if draft.trigger.form != "verb" or draft.sense.type == "ASSAULT" or tree.rel(i) not in {"acl:relcl", "acl"} or tree.sentence.heading:
        return False
    if tree.lemma(i) in _SUSPECTING and tree.passive(i) and not draft.actors:
        return True
    if tree.lemma(i) == "face" and tree.tokens[i].xpos == "VBG":
        return True  # "200 others facing charges"
    if draft.sense.type not in _POSITIONS:
        return tree.tokens[i].xpos in {"VBZ", "VBP"} and not tree.children(i, "aux", "aux:pass", "ccomp")
    if _says_which(tree, i):
        return True
    if tree.tokens[i].xpos == "VBN":
        if draft.sense.id in _BACKING and _has_been(tree, i):
            return True  # "which have backed opposing sides"
        standing = draft.sense.id in _BACKING and tree.passive(i)
        return standing and all(tree.tokens[c].text.lower() in {"is", "are"} for c in tree.children(i, "aux", "aux:pass"))
    return _is_present(tree, i)


def _is_standing_backer(scene: Scene, draft: Draft) -> bool:
    """ "Iran backs the government", "Qatar arms the rebels": the plain present, on the report's own word, of a side in a conflict.

    What somebody says he supports is said on a day; a headline has the present of what was done.
    """
    tree, i = scene.tree, draft.token
    plain = draft.trigger.form == "verb" and tree.lemma(i) in _SIDING and draft.sense.type in _POSITIONS and not tree.sentence.heading
    if not plain or not any(p.kind in _SIDES for p in draft.recipients):
        return False
    return _is_present(tree, i) and not any(i in s.scope for s in scene.speeches)


def _is_present(tree: Tree, i: int) -> bool:
    """ "Backs", "is backing"."""
    if tree.tokens[i].xpos == "VBG":
        return any(tree.tokens[c].text.lower() in {"is", "are"} for c in tree.children(i, "aux"))
    return tree.tokens[i].xpos in _PRESENT and not tree.children(i, "aux", "ccomp")


def _has_been(tree: Tree, i: int) -> bool:
    return any(tree.tokens[c].text.lower() in {"has", "have"} for c in tree.children(i, "aux")) and not tree.passive(i)


def _says_which(tree: Tree, i: int) -> bool:
    """ "Former rebels who rejected the accord": which of several are meant."""
    head = tree.tokens[i].head
    who = any(tree.tokens[j].text.lower() in {"who", "that"} for j in tree.children(i, "nsubj"))
    told = tree.tokens[i].xpos == "VBD" and tree.tokens[head].xpos == "NNS"
    return who and told and not any(tree.tokens[j].text == "," for j in range(head, i))
