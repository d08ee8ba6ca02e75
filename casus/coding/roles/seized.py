"""Seized: from whom what is taken was taken ("recovered two rifles from their possession"), and that a house or a spot is nobody."""

from __future__ import annotations

from casus.codebook.goods import load_goods
from casus.codebook.kinds import is_thing
from casus.coding.acts.finding import Trigger
from casus.coding.roles.bearers import phrases_of
from casus.coding.syntax import Phrase, Tree

_SEIZING = frozenset({"seize-property", "people-seized"})


def taken_from(tree: Tree, trigger: Trigger, sense: str, recipients: tuple[Phrase, ...]) -> tuple[Phrase, ...]:
    """Whoever had it in hand, with what was taken; that alone, where "from" only says where it was found."""
    token = trigger.token
    if trigger.form != "verb" or sense not in _SEIZING:
        return recipients
    sources = [n for i in (token, *tree.children(token, "obj", "nsubj:pass")) for case, n in tree.preps(i) if case == "from"]
    if not sources:
        return recipients
    held = [n for n in sources if tree.lemma(n) in load_goods().holding]
    owners = [o for n in held for o in (*tree.children(n, "nmod:poss"), *(m for case, m in tree.preps(n) if case == "of"))]
    if owners:
        return (*(p for o in owners for p in phrases_of(tree, o)), *phrases_of(tree, tree.patient(token)))
    kept = tuple(p for p in recipients if p.head not in held and not (p.head in sources and _is_where(tree, p.head)))
    stood = tuple(p for p in recipients if tree.lemma(p.head) not in load_goods().sites)  # "seized rifles from a house": the house
    return kept if kept or not recipients else stood or phrases_of(tree, tree.patient(token))


def _is_where(tree: Tree, i: int) -> bool:
    """ "From the spot", "from a house": where it was found; what is somebody's, or has a name, and a ship may be whose it was."""
    lemma = tree.lemma(i)
    if lemma not in load_goods().sites and (tree.children(i, "nmod:poss") or any(case == "of" for case, _ in tree.preps(i))):
        return False
    return tree.tokens[i].upos == "NOUN" and (lemma in load_goods().sites or is_thing(lemma))
