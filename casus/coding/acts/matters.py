"""Matters: what a meeting, a text or a sitting is about was done before and elsewhere, and is told by the way.

"The verdict on the shelling of Karna will be read on Friday" tells no shelling on Friday. An act with a figure of its own, or with a
day before its own words ("the verdict on the 2019 shelling"), is told all the same (coding rules, What is an event).
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

import casus.codebook.frames
from casus.codebook.yaml_files import read_yaml
from casus.coding.acts.drafts import Draft
from casus.coding.acts.excluded import SEVERAL
from casus.coding.scene import Scene
from casus.coding.syntax import Tree
from casus.model.when import DateRange

_TABLE = Path(casus.codebook.frames.__file__).with_name("matters.yaml")
_CHAINED = frozenset({"nmod", "obj", "obl", "conj"})
_STEPS = 3
_MANY = frozenset({"thousand", "ten", "million"})
_IDLE = frozenset({"acl", "acl:relcl", "case", "punct", "cc", "conj", "mark"})


@dataclass(frozen=True, slots=True)
class MatterWords:
    """The words of matters.yaml: nouns that are about something, their prepositions, verbs of teaching."""

    nouns: frozenset[str]
    about: frozenset[str]
    teaching: frozenset[str]


@lru_cache(maxsize=1)
def load_matters() -> MatterWords:
    """The words."""
    data = read_yaml(_TABLE)
    nouns = frozenset(" ".join(data[kind] for kind in ("meetings", "texts", "sittings")).split())
    return MatterWords(nouns, frozenset(data["about"]), frozenset(data["teaching"].split()))


def topic_of(scene: Scene, draft: Draft, when: DateRange | None) -> str:
    """Why an act without a figure is only what something is about, "" where it is not."""
    tree, i = scene.tree, draft.token
    if draft.trigger.form == "noun" and draft.trigger.light is None and _is_about(tree, i):
        return "" if _is_dated_by_itself(scene, i, when) else "what a meeting, a text or a court is about"
    if when is None and _befell_anybody(tree, draft):
        return "told only to say which people are meant, of no one act"
    return ""


def _is_about(tree: Tree, i: int) -> bool:
    """ "The verdict on the shelling", "a course on the treatment of torture"."""
    words = load_matters()
    for _ in range(_STEPS):
        over = tree.tokens[i].head
        if over < 0 or tree.rel(i) not in _CHAINED:
            return False
        if tree.case(i) in words.about and any(tree.lemma(n) in words.nouns and n < i for n in (over, *_object_before(tree, over, i))):
            return True
        i = over
    return False


def _object_before(tree: Tree, verb: int, i: int) -> tuple[int, ...]:
    """ "Will hear the case over the burning of homes": the parse hangs on the verb what stands right behind its object."""
    first = min(tree.subtree(i))
    return tuple(o for o in tree.children(verb, "obj") if max(tree.subtree(o)) + 1 == first)


def _is_dated_by_itself(scene: Scene, i: int, when: DateRange | None) -> bool:
    """ "The 2019 bombing", "Monday's bombing": its day stands before it."""
    if when is None or when.evidence is None:
        return False
    before = (scene.tree.tokens[j] for j in scene.tree.subtree(i) if j < i)
    return any(t.start >= when.evidence.start and t.end <= when.evidence.end for t in before)


def _befell_anybody(tree: Tree, draft: Draft) -> bool:
    """ "Blankets for children wounded in Gaza", "how to help pupils who were abducted": a bare plural that a participle narrows down."""
    i = draft.token
    if draft.trigger.form != "verb" or not tree.rel(i).startswith("acl") or not tree.passive(i):
        return False
    noun = tree.tokens[i].head
    bare = tree.tokens[noun].xpos == "NNS" and all(tree.rel(c) in _IDLE for c in tree.children(noun))
    several = tree.case(noun) == "of" and tree.lemma(tree.tokens[noun].head) in SEVERAL | _MANY  # "the hundreds of peasants murdered"
    return bare and not several and not tree.rel(noun).startswith("nsubj")
