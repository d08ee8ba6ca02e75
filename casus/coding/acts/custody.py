"""Custody: words of arrest, release and trial that tell of no act of police, captors or courts."""

from __future__ import annotations

from casus.coding.acts.drafts import Draft
from casus.coding.acts.elsewhere import words_of
from casus.coding.scene import Scene

_OF_DOCTORS = frozenset("treated treatment medical medic doctor hospital clinic examined checkup check-up nurse paramedic".split())
_WHO_ARREST = frozenset({"police", "military", "intelligence", "armed-group", "militia", "government"})
"""Who takes people at a hospital does not keep them in it."""
_DYING = frozenset("die death kill murder torture beat beating abuse perish dead".split())
_HELD = frozenset(
    "detain detainee arrest custody jail prison prisoner cell captive captor captivity capture hostage kidnap kidnapper abduct abductor "
    "seize police bail inmate imprison".split()
)
"""Words of those who may have held somebody, so that letting him go is an act of theirs."""


def custody_of(scene: Scene, draft: Draft) -> str:
    """Why an arrest, a release or a trial is none, "" where it may be one."""
    tree = scene.tree
    kept = {tree.lemma(n) for case, n in tree.preps(draft.token) if case in {"in", "at"}}
    if draft.sense.id == "arrest" and kept & {"hospital", "ward"} and not any(p.kind in _WHO_ARREST for p in draft.actors):
        return "kept in hospital"
    noun = draft.trigger.form == "noun" and tree.lemma(draft.token) in {"custody", "detention"} and tree.case(draft.token) == "in"
    if noun and tree.lemma(tree.tokens[draft.token].head) in _DYING:
        return "where somebody died"  # "died in police custody"
    if _is_let_out_by_doctors(scene, draft):
        return "let go by doctors"
    if draft.mood.kind == "planned" and draft.sense.type == "ACCUSE" and tree.tokens[draft.token].text.lower().startswith("arraign"):
        return "a day in court to come"  # "is scheduled to be arraigned on Tuesday"
    return ""


def _is_let_out_by_doctors(scene: Scene, draft: Draft) -> bool:
    """ "They were treated and released", "released after a medical check": nobody had held them."""
    own = words_of(scene.tree)
    alone = "release" in draft.sense.modes and draft.trigger.form == "verb" and not draft.actors
    return alone and bool(own & _OF_DOCTORS) and not (own | scene.beside) & _HELD
