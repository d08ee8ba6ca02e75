"""Means joined: what the words about an attack's doer and the verbs joined to it tell it was done with.

"Machete-wielding men killed ten", "a gunship launched rockets and fired at peasants", "mortar and rifle fire", "used batons".
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from casus.codebook.instruments import load_telling, mode_of
from casus.coding.acts.drafts import Draft
from casus.coding.syntax import SUBJECTS, Tree

_WIELDING = frozenset({"wielding", "toting", "brandishing"})
_ROUNDS = frozenset({"fire", "round"})
"""Nouns that the weapon before them makes a means ("mortar and rifle fire")."""
_BATONS = frozenset({"baton", "truncheon", "lathi", "nightstick"})
_HEAVY = frozenset({"heavy-weapons", "aerial", "drone"})
_BEAT, _CROWDS = "beat", "crowd-control"


def joined_means(tree: Tree, group: Sequence[Draft]) -> Iterator[str]:
    """The means told by the doer's attributes, by what stands before the noun of the act, and by the verbs joined to it."""
    lemmas = [tree.lemma(i) for i in range(len(tree))]
    for draft in group:
        if draft.trigger.form == "noun":
            yield from weapons_before(tree, lemmas, draft.token)
            continue
        doer = tree.agent(draft.token)
        if doer is not None:
            yield from _wielded(tree, lemmas, tree.antecedent(doer))
        yield from _used_besides(tree, lemmas, draft.token, {d.token for d in group})


def weapons_before(tree: Tree, lemmas: Sequence[str], noun: int) -> Iterator[str]:
    """ "Mortar and rifle fire", "a bomb and gun attack": the weapons that stand before a noun."""
    for c in tree.children(noun, "compound"):
        yield from (m for x in tree.conjuncts(c) if (m := mode_of(lemmas, x)) is not None)


def fire_of(tree: Tree, lemmas: Sequence[str], noun: int) -> str | None:
    """ "Machine-gun fire": the weapon that was fired."""
    return next(weapons_before(tree, lemmas, noun), None) if lemmas[noun] in _ROUNDS else None


def shot_by(tree: Tree, lemmas: Sequence[str], verb: int) -> frozenset[str]:
    """ "Fired two missiles at a ship", "exchanged artillery fire": the modes of what a verb says was fired."""
    shot = [x for o in tree.children(verb, "obj") for x in tree.conjuncts(o)]
    fired = (m for x in shot if lemmas[x] in _ROUNDS for m in weapons_before(tree, lemmas, x))
    return frozenset({*fired, *(m for x in shot if lemmas[x] not in _ROUNDS and (m := mode_of(lemmas, x)) is not None)})


def with_blows(tree: Tree, group: Sequence[Draft], modes: Sequence[str]) -> tuple[str, ...]:
    """The modes; police who use batons on a crowd beat people, too."""
    used = _CROWDS in modes and any(tree.lemma(j) in _BATONS for d in group for j in tree.subtree(d.token))
    return (*modes, _BEAT) if used else tuple(modes)


def _wielded(tree: Tree, lemmas: Sequence[str], doer: int) -> Iterator[str]:
    """ "A knife-wielding man", "a man with a knife"."""
    those = (doer, *(n for case, n in tree.preps(doer) if case == "of"))  # "dozens of men with machetes"
    yield from (m for x in those for case, w in tree.preps(x) if case == "with" and (m := mode_of(lemmas, w)) is not None)
    for c in tree.children(doer, "amod", "compound", "acl"):
        if tree.tokens[c].text.lower() in _WIELDING:
            yield from (m for w in tree.children(c, "compound", "obj") if (m := mode_of(lemmas, w)) is not None)


def _used_besides(tree: Tree, lemmas: Sequence[str], verb: int, told: set[int]) -> Iterator[str]:
    """ "Dropped bombs and fired from the hills": what the verbs joined to an act, of the same doer and no acts of their own, used."""
    doer = tree.agent(verb)
    heavy = doer is not None and mode_of(lemmas, tree.antecedent(doer)) in _HEAVY
    over = [tree.tokens[verb].head] if tree.rel(verb) == "conj" and not tree.children(verb, *SUBJECTS) else []
    joined = [v for v in tree.children(verb, "conj") if not tree.children(v, *SUBJECTS)]
    for v in (*over, *joined):
        if v in told or tree.tokens[v].upos != "VERB" or tree.denied(v):
            continue
        objects = tree.children(v, "obj")
        if lemmas[v] in load_telling()["use"]:
            yield from (m for o in objects for x in tree.conjuncts(o) if (m := mode_of(lemmas, x)) is not None)
        aimed = any(case in {"from", "at", "on", "into"} and lemmas[n] != "air" for case, n in tree.preps(v))
        if lemmas[v] == "fire" and not objects and not heavy and aimed:
            yield "firearms"
