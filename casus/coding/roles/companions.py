"""Companions: who did it as well, told beside the subject ("along with soldiers", "as did Jordan", "joined Britain in accusing")."""

from __future__ import annotations

from casus.codebook.kinds import is_people, is_person_role, tells_doer
from casus.coding.acts.finding import Trigger
from casus.coding.roles.bearers import phrases_of
from casus.coding.syntax import Phrase, Tree

_BESIDE = frozenset({"along with", "together with", "alongside", "in concert with", "jointly with"})
_DOING = frozenset({"do", "have"})
_AS = frozenset({"as", "so"})


def with_companions(tree: Tree, trigger: Trigger, actors: tuple[Phrase, ...]) -> tuple[Phrase, ...]:
    """The doers of an act and those told beside them."""
    verb = trigger.token if trigger.form == "verb" else trigger.light if trigger.light_kind != "passive_like" else None
    if not actors or verb is None:
        return actors
    return (*actors, *(p for p in companions_of(tree, verb) if p.head not in {a.head for a in actors}))


def companions_of(tree: Tree, verb: int) -> tuple[Phrase, ...]:
    """Whoever did what a verb tells together with its doer, or likewise."""
    if tree.passive(verb):
        return tuple(p for h in _beside_agent(tree, verb) for p in phrases_of(tree, h))
    subject = tree.subject(verb)
    heads = [] if subject is None else [*_beside_subject(tree, subject, verb), *_beside_verb(tree, verb)]
    heads += [*_who_did_as_well(tree, verb), *_joined_in(tree, verb)]
    return tuple(p for h in heads for p in phrases_of(tree, h))


def _with(tree: Tree, i: int) -> str:
    """The words that join a nominal, "together" and "along" among them also where the parse hangs them above it."""
    case, over = tree.case(i), tree.tokens[i].head
    before = next((c for c in tree.children(i, "case") if c < i), i) - 1
    word = tree.tokens[before].text.lower() if before >= 0 else ""
    beside = word in {"together", "along", "jointly"} and (before == over or tree.tokens[before].head in {i, over})
    return f"{word} {case}" if case == "with" and beside else case


def _beside_subject(tree: Tree, subject: int, verb: int) -> list[int]:
    """ "The army, together with militiamen, raided"."""
    under = {subject, *(c for c in tree.children(subject, "advmod") if tree.lemma(c) in {"together", "along"})}
    return [i for i in range(subject + 1, verb) if tree.tokens[i].head in under | {verb} and _with(tree, i) in _BESIDE]


def _beside_agent(tree: Tree, verb: int) -> list[int]:
    """ "Was launched by the police alongside the fire service"."""
    agent = tree.agent(verb)
    return [] if agent is None else [i for i in range(agent + 1, len(tree)) if tree.tokens[i].head == agent and _with(tree, i) in _BESIDE]


def _beside_verb(tree: Tree, verb: int) -> list[int]:
    """ "They fought alongside rebels", "patrolled the quarter together with police"; whom a verb befalls is told with its object."""
    if any(_is_somebody(tree, o) for o in tree.children(verb, "obj", "iobj")):
        return []
    under = {verb, *(c for c in tree.children(verb, "advmod") if tree.lemma(c) in {"together", "along"})}
    return [i for i in range(verb + 1, len(tree)) if tree.tokens[i].head in under and _with(tree, i) in _BESIDE]


def _is_somebody(tree: Tree, i: int) -> bool:
    lemma = tree.lemma(i)
    named = any(n.kind != "place" and n.first <= i < n.last for n in tree.sentence.names)
    return named or tree.tokens[i].upos in {"PRON", "NUM"} or is_people(lemma) or is_person_role(lemma) or tells_doer(lemma)


def _who_did_as_well(tree: Tree, verb: int) -> list[int]:
    """ "Condemned it, as did Jordan and Oman", "and so has the union"."""
    likewise = [
        c
        for c in tree.children(verb, "advcl", "conj", "parataxis")
        if c > verb and tree.lemma(c) in _DOING and any(tree.lemma(m) in _AS for m in tree.children(c, "mark", "advmod"))
    ]
    return [s for c in likewise for s in (*tree.children(c, "nsubj"), *tree.children(c, "obj")) if s > c][:1]


def _joined_in(tree: Tree, verb: int) -> list[int]:
    """ "Norda joined Sudra in accusing the army": both accuse it."""
    over = tree.tokens[verb].head
    marked = any(tree.lemma(m) == "in" for m in tree.children(verb, "mark"))
    if over < 0 or tree.rel(verb) != "advcl" or tree.lemma(over) != "join" or tree.tokens[verb].xpos != "VBG" or not marked:
        return []
    return [o for o in tree.children(over, "obj") if tree.tokens[o].upos in {"NOUN", "PROPN"}]
