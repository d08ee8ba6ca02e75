"""Interceptions: drones and missiles brought down strike nobody; those hurt where they fell are no victims of whoever shot at them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from casus.coding.acts.drafts import Draft
from casus.coding.harm.harmed import Harm
from casus.coding.syntax import Tree
from casus.model.claim import Claim

_STOPPING = frozenset({"shoot", "down", "intercept", "destroy", "bring", "take"})
_IN_THE_AIR = frozenset({"shoot", "down", "intercept"})
"""Verbs for what is done to things that fly; drones and missiles are destroyed on the ground as well."""
_DRONES = frozenset({"drone", "uav", "shahed"})
_FLYING = frozenset("drone missile rocket projectile uav shahed mortar".split())


def is_interception(tree: Tree, draft: Draft, harms: Sequence[Harm]) -> bool:
    """ "Air defences shot down 80 drones": nobody is attacked; a single aircraft, manned or not, is a target."""
    return not harms and any(tree.tokens[i].xpos in {"NNS", "NNPS"} for i in _brought_down(tree, draft))


def hurts_nobody(tree: Tree, draft: Draft, harm: Harm) -> bool:
    """ "Downed drones over Okoro, where the mayor reported one dead": told beside it, not as what the shooting did ("..., killing two")."""
    if harm.kind == "captured" or harm.predicate == draft.token or not _brought_down(tree, draft):
        return False
    if tree.lemma(draft.token) not in _IN_THE_AIR and not _is_by_air_defence(tree, draft.token):
        return False
    return not (tree.rel(harm.predicate) == "advcl" and not tree.children(harm.predicate, "nsubj", "nsubj:pass"))


def as_of_weapons(tree: Tree, toll: Claim, drafts: Sequence[Draft], harms: Sequence[Harm]) -> Claim:
    """The toll of drones or missiles brought down beside it: they are what did it, whoever sent them, so that it is told with its act."""
    struck = [i for d in drafts if any(hurts_nobody(tree, d, h) for h in harms) for i in _brought_down(tree, d)]
    if not struck:
        return toll
    mode = "drone" if any(tree.lemma(i) in _DRONES for i in struck) else "heavy-weapons"
    reasons = tuple(r for r in toll.reasons if r.field != "certain")
    return replace(toll, certain=True, modes=(mode,), reasons=reasons).because(
        "modes", f"beside what was brought down: “{tree.tokens[struck[0]].text}”"
    )


def _brought_down(tree: Tree, draft: Draft) -> tuple[int, ...]:
    """The unmanned things that fly among what a verb stops."""
    patient = tree.patient(draft.token)
    if draft.trigger.form != "verb" or tree.lemma(draft.token) not in _STOPPING or patient is None:
        return ()
    counted = (patient, *(n for case, n in tree.preps(patient) if case == "of")) if tree.tokens[patient].upos == "NUM" else (patient,)
    return tuple(i for i in counted if tree.lemma(i) in _FLYING)


def _is_by_air_defence(tree: Tree, verb: int) -> bool:
    agent, patient = tree.agent(verb), tree.patient(verb)
    defence = agent is not None and tree.lemma(agent) in {"defence", "defense", "defences", "defenses"}
    return defence or any(case in {"over", "above"} for at in (verb, patient) if at is not None for case, _ in tree.preps(at))
