"""Own dead: attackers who died in their attack are not counted where others who died in it are (docs/codebook.md, Numbers 10).

"Four attackers were killed in an assault that left eight soldiers dead": eight; "said five of its men died and it killed 20": 20.
"""

from __future__ import annotations

from collections.abc import Sequence

from casus.coding.acts.drafts import Draft
from casus.coding.harm.harmed import Harm
from casus.coding.harm.people import is_company
from casus.coding.scene import Scene
from casus.coding.syntax import Tree

_STRUCK = frozenset("attacker assailant bomber perpetrator gunman hijacker raider".split())
"""Who goes by his attack; suspects and shooters may be whom others shot."""
_ITS = frozenset({"its", "their", "his"})
_FORCES = frozenset({"military", "police"})
_MUTUAL = frozenset({"firefight", "clash", "fighting"})


def without_own_dead(scene: Scene, draft: Draft, harms: Sequence[Harm]) -> list[Harm]:
    """The harm of an attack without its doers' own dead and hurt, where another clause counts others of that kind."""
    if draft.sense.type != "ASSAULT" or draft.sense.id in _MUTUAL:
        return list(harms)
    attackers = bool(draft.actors) and not any(p.kind in _FORCES for p in draft.actors)
    own = [h for h in harms if _is_own(scene.tree, h, speaker=attackers)]
    return [h for h in harms if not (h in own and any(_is_of_others(scene.tree, h, o) for o in harms if o not in own))]


def _is_of_others(tree: Tree, own: Harm, other: Harm) -> bool:
    """Whether others are told to be harmed likewise, in a clause of its own: joined in one clause they are one figure."""
    apart = own.kind == other.kind and own.predicate != other.predicate
    return apart and other.people is not None and not (other.none or other.part or is_company(tree, other.people.head, ""))


def _is_own(tree: Tree, harm: Harm, *, speaker: bool) -> bool:
    """Attackers by their noun; or, where no force did it, some of the `speaker`'s ("five of its men died and it killed 20")."""
    if harm.people is None or harm.none:
        return False
    head = harm.people.head
    nouns = (head, *(n for case, n in tree.preps(head) if case == "of"))
    if any(tree.lemma(n) in _STRUCK for n in nouns):
        return tree.agent(harm.predicate) in {None, head}
    theirs = any(tree.tokens[c].text.lower() in _ITS for n in nouns for c in tree.children(n, "nmod:poss"))
    return speaker and theirs and _has_killer_joined(tree, harm.predicate)


def _has_killer_joined(tree: Tree, died: int) -> bool:
    """Whether a joined clause says of the same people, by a pronoun, whom they killed."""
    joined = (*tree.children(died, "conj"), *((tree.tokens[died].head,) if tree.rel(died) == "conj" else ()))
    passive = tree.passive(died) or tree.patient(died) is None
    return passive and any(_is_by_pronoun(tree, v) for v in joined)


def _is_by_pronoun(tree: Tree, verb: int) -> bool:
    agent = tree.agent(verb)
    return agent is not None and tree.patient(verb) is not None and tree.tokens[agent].text.lower() in {"it", "they", "he"}
