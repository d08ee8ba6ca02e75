"""Marks of killing: what beside a bare death tells that somebody killed ("found with their hands tied", "her driver also died")."""

from __future__ import annotations

from casus.coding.acts.drafts import Draft
from casus.coding.scene import Scene
from casus.coding.syntax import Tree

_MARKS = frozenset(
    "tied bound blindfolded gagged handcuffed strangled decapitated beheaded dismembered mutilated tortured severed slit trussed".split()
)
HELD = frozenset({"captive", "hostage", "abductee", "kidnapped", "abducted"})
"""What those are called whom others hold against their will."""
_FOUND = frozenset({"find", "discover", "recover"})
_INCIDENTS = frozenset({"incident", "operation", "encounter", "engagement"})
_FURTHER = frozenset({"second", "third", "another", "other", "separate", "similar"})
_OTHERS_TOO = frozenset({"also", "too"})


def shows_killing(scene: Scene, draft: Draft) -> bool:
    """Whether a death that no act of violence tells is a killing all the same."""
    tree, i = scene.tree, draft.token
    if draft.sense.id != "deaths" or draft.trigger.form != "verb":
        return False
    if tree.lemma(i) in _FOUND:
        return _is_marked(tree, i) or _is_of_captives(tree, i)
    also = any(tree.tokens[c].text.lower() in _OTHERS_TOO for c in tree.children(i, "advmod"))
    died = tree.subject(i)
    companion = died is not None and bool(tree.children(died, "nmod:poss"))
    return ((also and companion) or _is_in_incident(tree, i)) and _is_killed_beside(scene)


def _is_marked(tree: Tree, i: int) -> bool:
    """ "Found with their hands tied", "the mutilated bodies were found"."""
    return any(tree.tokens[j].text.lower() in _MARKS and tree.tokens[j].upos in {"VERB", "ADJ"} for j in tree.subtree(i))


def _is_of_captives(tree: Tree, i: int) -> bool:
    """ "Two of the captives were found dead"."""
    found = tree.patient(i)
    return found is not None and any(tree.lemma(j) in HELD or tree.tokens[j].text.lower() in HELD for j in tree.subtree(found))


def _is_in_incident(tree: Tree, i: int) -> bool:
    """ "In a second incident in Bannu two rebels died": of the same sort as the one beside."""
    told = (n for case, n in tree.preps(i) if case == "in" and tree.lemma(n) in _INCIDENTS)
    return any(tree.tokens[c].text.lower() in _FURTHER for n in told for c in tree.children(n, "amod", "det"))


def _is_killed_beside(scene: Scene) -> bool:
    """Whether the sentences beside tell of somebody killed by a hand."""
    killing = {verb for verb, kind in scene.book.harm.verbs.items() if kind == "killed" and verb not in scene.book.harm.intransitive}
    return bool(scene.beside & (killing | {"shoot", "gunman", "ambush"}))
