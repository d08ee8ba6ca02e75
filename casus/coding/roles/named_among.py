"""Those named among several: who is called by name where people are counted is one of those it was done to.

"Gunmen shot two policemen, Ali Khan and Omar Diab", "arrested four men, among them Ana Ruiz", "hurt 20, including journalist Ana Ruiz".
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from casus.codebook.kinds import is_people, is_person_role
from casus.coding.acts.drafts import Draft
from casus.coding.roles.bearers import bearer
from casus.coding.roles.parties import make_party, names_given
from casus.coding.scene import Scene
from casus.coding.syntax import Phrase, Tree
from casus.model.actor import Party

_TYPES = frozenset({"ASSAULT", "COERCE", "RETREAT", "SANCTION"})
"""Acts done to one person after the other."""
_AMONG = frozenset({"including", "among", "amongst"})
_RULE = "named among them"
_SEVERAL = frozenset({"other", "another"})


def with_named_among(scene: Scene, draft: Draft) -> Draft:
    """The draft with those named among its recipients beside these."""
    if draft.sense.type not in _TYPES:
        return draft
    known = [p.evidence for p in (*draft.recipients, *draft.actors) if not _head_is_many(scene.tree, p)]
    found = dict.fromkeys(n for p in draft.recipients if p.kind != "state" for n in _named(scene.tree, _head(scene.tree, p)))
    parties = [make_party(scene.report, scene.tree, p, role="recipient", table=scene.book.actors, rule=_RULE) for p in found]
    added = [p for p in parties if not any(k.start <= p.evidence.start < k.end for k in known)]
    return replace(draft, recipients=(*draft.recipients, *added)) if added else draft


def _head_is_many(tree: Tree, party: Party) -> bool:
    head = _head(tree, party)
    return head >= 0 and _is_several(tree, head)


def _head(tree: Tree, party: Party) -> int:
    inside = [i for i, t in enumerate(tree.tokens) if party.evidence.start <= t.start < party.evidence.end]
    return tree.head_of(inside[0], inside[-1] + 1) if inside else -1


def _named(tree: Tree, group: int) -> Iterator[Phrase]:
    """The names of persons that stand behind a noun for several people."""
    if group < 0 or not _is_several(tree, group):
        return
    over = tree.tokens[group].head
    beside = [c for c in tree.children(group, "appos") if c > group]
    beside += [c for c in names_given(tree, group) if c > group]
    beside += [n for at in {group, over} - {-1} for n in tree.children(at, "nmod", "obl") if n > group and _case(tree, n) in _AMONG]
    beside += [c for b in beside for c in tree.children(b, "appos")]
    for i in dict.fromkeys(j for b in beside for j in tree.conjuncts(b)):
        heads = {bearer(tree, i).head, *tree.children(i, "flat")}
        named = (n for n in tree.sentence.names if n.kind == "person" and any(n.first <= h < n.last for h in heads))
        yield from (Phrase(n.first, n.last, n.first) for n in named)


def _case(tree: Tree, i: int) -> str:
    """The preposition of a nominal, also where it hangs on the title before a name ("including journalist Ana Ruiz")."""
    return tree.case(i) or next((case for c in tree.children(i, "nmod:desc") if (case := tree.case(c))), "")


def _is_several(tree: Tree, i: int) -> bool:
    lemma, token = tree.lemma(i), tree.tokens[i]
    counted = token.upos == "NUM" or bool(tree.children(i, "nummod"))
    people = is_people(lemma) or is_person_role(lemma) or lemma in _SEVERAL
    return (token.xpos in {"NNS", "NNPS"} and people) or (token.upos == "NUM" and counted)
