"""Whose figures: which act of a sentence each statement of harm belongs to."""

from __future__ import annotations

from collections.abc import Sequence

from casus.coding.acts.drafts import Draft
from casus.coding.acts.interceptions import hurts_nobody
from casus.coding.before import is_of_another
from casus.coding.harm.harmed import Harm
from casus.coding.harm.tolls import is_counted_by
from casus.coding.scene import Scene
from casus.model.claim import EVENT_TYPES


def harms_of_acts(scene: Scene, groups: Sequence[Sequence[Draft]]) -> dict[int, tuple[Harm, ...]]:
    """Which act each statement of harm belongs to: its own word's, or the nearest attack in the same sentence."""
    out: dict[int, list[Harm]] = {}
    for harm in scene.harms:
        k = _owner(scene, harm, groups)
        if k is not None:
            out.setdefault(k, []).append(harm)
    return {k: tuple(v) for k, v in out.items()}


def _owner(scene: Scene, harm: Harm, groups: Sequence[Sequence[Draft]]) -> int | None:
    """The group whose word tells the harm; else the nearest violent act; else one of a user's own type."""
    violent = [k for k, g in enumerate(groups) if g[0].sense.type == "ASSAULT" or (harm.kind == "captured" and g[0].sense.type == "COERCE")]
    violent = [k for k in violent if not any(hurts_nobody(scene.tree, d, harm) for d in groups[k])]
    own = [k for k, g in enumerate(groups) if g[0].sense.type not in EVENT_TYPES]
    exact = next((k for k in (*violent, *own) if any(d.token == harm.predicate for d in groups[k])), None)
    inside = [k for k in violent if any(is_counted_by(scene.tree, harm, d.token) for d in groups[k])]
    if exact is not None or inside:
        return exact if exact is not None else inside[0]
    violent = [k for k in violent if not is_of_another(scene.tree, harm.predicate, groups[k])]
    nearest = _nearest(scene, harm, groups, violent)
    return nearest if nearest is not None else _nearest(scene, harm, groups, own)


def _nearest(scene: Scene, harm: Harm, groups: Sequence[Sequence[Draft]], among: Sequence[int]) -> int | None:
    above = set(scene.tree.ancestors(harm.predicate)) | set(scene.tree.children(harm.predicate))
    linked = [k for k in among if any(d.token in above or d.trigger.light in above for d in groups[k])]
    if linked:
        return linked[0]
    same = [k for k in among if any(scene.tree.predicates[d.token] == scene.tree.predicates[harm.predicate] for d in groups[k])]
    if same:
        return same[0]
    return among[0] if len(among) == 1 else None
