"""Losses that no event has a field for: people missing or driven out, houses and vehicles destroyed, told as so many and as done."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from casus.coding.acts.finding import Trigger
from casus.coding.harm.people import number_of
from casus.coding.mood.of_act import mood_of
from casus.coding.numbers import Number, find_numbers
from casus.coding.scene import Scene
from casus.coding.syntax import Phrase


@dataclass(frozen=True, slots=True)
class Loss:
    """So many people or things, and what became of them ("missing", "displaced", "destroyed")."""

    number: Number
    phrase: Phrase | None
    became: str
    unit: str


def find_losses(scene: Scene) -> Iterator[Loss]:
    """The losses of a sentence in text order; none of a heading, which only repeats."""
    if scene.sentence.heading:
        return
    for harm in scene.harms:
        if harm.kind in {"missing", "displaced"} and harm.number is not None and not harm.part and _is_done(scene, harm.predicate):
            yield Loss(harm.number, harm.people, harm.kind, "people")
    numbers = find_numbers(scene.tree)
    for verb, token in enumerate(scene.tree.tokens):
        if token.upos == "VERB" and scene.tree.lemma(verb) in scene.book.harm.destroying and _is_done(scene, verb):
            yield from _destroyed(scene, verb, numbers)


def _destroyed(scene: Scene, verb: int, numbers: tuple[Number, ...]) -> Iterator[Loss]:
    tree = scene.tree
    patient = tree.patient(verb)
    for head in tree.conjuncts(patient) if patient is not None else ():
        phrase = tree.phrase(head)
        number = number_of(tree, head, phrase, numbers)
        if number is not None and tree.lemma(head) in scene.book.harm.things:
            yield Loss(number, phrase, "damaged" if tree.lemma(verb) == "damage" else "destroyed", "things")


def _is_done(scene: Scene, predicate: int) -> bool:
    return mood_of(scene.tree, Trigger(predicate, "verb", (), predicate, predicate + 1), scene.book.modality).kind in {"done", "hedged"}
