"""Means: the modes of an act of violence, by its sense and by the weapon that its sentence tells it was done with.

A weapon that was only there ("a pistol was found") shows no mode; one that was fired, that exploded, or that wounds are named
after does (codebook/instruments.yaml, `telling`).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from casus.codebook.instruments import load_telling, mode_of
from casus.coding.acts.drafts import Draft
from casus.coding.acts.finding import noun_senses
from casus.coding.scene import Scene
from casus.coding.syntax import Tree

_WITH = frozenset({"with", "by", "using", "from"})
_AIMS = frozenset({"targeted"})
"""Modes that say nothing of the means."""
_AMID = frozenset({"in", "by", "after", "following", "during", "from", "with", "amid", "under", "when", "to", "due to", "because of"})


def modes_of(scene: Scene, group: Sequence[Draft], drafts: Sequence[Draft]) -> tuple[str, ...]:
    """The modes of the senses, and of the means told beside an assault; a plain killing lends none. `drafts`: all of the sentence."""
    modes = [m for d in group for m in d.sense.modes if m == "abduct" or not (d.harmful and len(group) > 1 and d.sense.type == "ASSAULT")]
    if group[0].sense.type == "ASSAULT":
        modes += _beside(scene.tree, group)
        if not set(modes) - _AIMS:
            modes += _told_with(scene, group, drafts)
    return tuple(dict.fromkeys(modes))


def _beside(tree: Tree, group: Sequence[Draft]) -> Iterator[str]:
    """What an act was done with, by its own prepositions ("killed with a knife", "by a sniper", "using drones")."""
    lemmas = [tree.lemma(i) for i in range(len(tree))]
    for draft in group:
        near = {n for case, n in tree.preps(draft.token) if case in _WITH}
        near |= {j for c in tree.children(draft.token, "advcl", "acl") if tree.lemma(c) == "use" for j in tree.subtree(c)}
        agent = tree.agent(draft.token) if draft.trigger.form == "verb" else None
        near |= {agent} if agent is not None else set()
        for n in sorted({m for x in near for m in (x, *tree.conjuncts(x))}):
            mode = mode_of(lemmas, n)
            if mode:
                yield mode


def _told_with(scene: Scene, group: Sequence[Draft], drafts: Sequence[Draft]) -> Iterator[str]:
    """The means that the sentence tells was used; only below the act's own words where another act of violence stands beside it."""
    tree = scene.tree
    others = [d for d in drafts if d.sense.type == "ASSAULT" and not d.sense.weak and not any(d is g for g in group)]
    own = {j for d in group for j in tree.subtree(d.token if d.trigger.light is None else d.trigger.light)}
    over = {a for d in group for a in tree.ancestors(d.token)}
    apart = {j for d in others if d.token not in own | over for j in tree.subtree(d.token)}
    within = own - apart if any(d.token not in own for d in others) else set(range(len(tree)))
    lemmas = [tree.lemma(i) for i in range(len(tree))]
    for i in sorted(within):
        mode = _means_named(lemmas, i) if tree.tokens[i].upos in {"NOUN", "PROPN"} else None
        if mode and _was_used(tree, i, mode):
            yield mode
        elif not mode and (tree.case(i) in _AMID or (tree.tokens[i].head in own and tree.rel(i) in {"obj", "nsubj:pass"})):
            yield from _of_occasion(scene, i)


def _means_named(lemmas: Sequence[str], i: int) -> str | None:
    """The mode of the weapon a noun names; beside an act of violence "the firing" is of shots."""
    return mode_of(lemmas, i) or ("firearms" if lemmas[i] in load_telling()["shots"] else None)


def _of_occasion(scene: Scene, i: int) -> tuple[str, ...]:
    """ "Killed in a suicide attack", "a gun battle": what the noun of an attack itself says of its means."""
    found = noun_senses(scene.tree, i, scene.book.frames)
    return found[0].modes if found and found[0].type == "ASSAULT" and not _AIMS & {*found[0].modes} else ()


def _was_used(tree: Tree, i: int, mode: str) -> bool:
    """Whether a weapon stands where its use is told."""
    words = load_telling()
    head, rel = tree.tokens[i].head, tree.rel(i)
    if head < 0 or any(tree.lemma(c) in {"no", "toy", "fake"} for c in tree.children(i, "det", "amod", "compound")):
        return False
    over = tree.lemma(head)
    if rel in {"compound", "obl:unmarked"}:  # "bullet wounds", "bullet-riddled"
        return over in words["harm"]
    if any(tree.lemma(c) in words["use"] for c in tree.children(i, "acl")):
        return True
    if tree.lemma(i) in words["occasion"]:
        return tree.case(i) in _AMID or rel.startswith("nsubj")
    if rel in {"obj", "nsubj:pass"}:
        return over in words["use"] or (mode == "explosives" and rel == "obj" and over in words["meet"])
    if rel == "nsubj":
        return over in words["act"] and tree.tokens[head].upos == "VERB"
    if tree.case(i) in {"with", "from"}:
        return over in words["bear"] or over in words["use"]
    return tree.case(i) in {"on", "over", "into"} and mode == "explosives" and over in words["meet"]
