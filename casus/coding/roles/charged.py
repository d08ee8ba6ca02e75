"""Who is charged: whoever is arrested, charged or tried for an attack is held to have done it; who is convicted or responsible did it.

"A welder was charged in the shooting of a clerk", "arrested on suspicion of shooting him", "the suspect in the killing": lent as the doer
(`doers`, which give way to anybody the text says did it and never weigh in merging), `suspected` until a court has found so.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from casus.codebook.kinds import is_people, is_person_role
from casus.coding.acts.drafts import Draft
from casus.coding.roles.guards import allows
from casus.coding.roles.parties import is_pronoun, kind_of_phrase, make_party
from casus.coding.scene import Scene
from casus.coding.syntax import Phrase, Tree
from casus.model.claim import Claim

RULE = "charged"
_CHARGING = frozenset("charge arrest accuse indict arraign prosecute try seek want detain hold".split())
_FINDING = frozenset("convict sentence jail imprison".split())
_GROUNDS = frozenset("charge count suspicion connection involvement role part complicity relation murder manslaughter homicide".split())
"""What stands between the verb and the deed ("on two counts of murder in the shooting")."""
_OVER = frozenset({"for", "in", "with", "over", "of", "in connection with", "in relation to"})
_CAUGHT = frozenset({"arrest", "detain", "hold", "seek", "want"})
_NOT_IN = frozenset("raid clash firefight fighting crowd-control military-operation attack invasion shelling".split())
"""In what people are caught without having done it ("two men were arrested in the raid")."""
_STEPS = 4
_PEOPLE = ("people", "civilians")

_Held = tuple[int, bool]
"""Whom it is laid to, and whether that is only suspected."""


def with_charged(scene: Scene, claim: Claim, group: Sequence[Draft]) -> Claim:
    """The claim of an attack without a doer, with whom its own words charge with it or hold responsible for it."""
    if claim.actors or group[0].sense.type != "ASSAULT" or scene.sentence.heading:
        return claim
    for draft in group:
        for head, suspected in _held(scene.tree, draft):
            phrase = scene.tree.phrase(head)
            if head not in {r for d in group for r in _tokens(scene.tree, d)} and _can_have_done_it(scene, phrase):
                party = make_party(scene.report, scene.tree, phrase, role="actor", table=scene.book.actors, rule=RULE)
                return replace(claim, doers=(replace(party, suspected=party.suspected or suspected),))
    return claim


def _tokens(tree: Tree, draft: Draft) -> tuple[int, ...]:
    """The heads of those it was done to."""
    spans = {p.evidence.start: p.evidence.end for p in draft.recipients}
    return tuple(i for i, t in enumerate(tree.tokens) if any(a <= t.start < b for a, b in spans.items()))


def _can_have_done_it(scene: Scene, phrase: Phrase) -> bool:
    kind = kind_of_phrase(scene.tree, phrase, scene.book.actors)
    lemma = scene.tree.lemma(phrase.head)
    somebody = scene.tree.tokens[phrase.head].upos == "PROPN" or allows(_PEOPLE, kind) or is_people(lemma) or is_person_role(lemma)
    return somebody and not is_pronoun(scene.tree, phrase) and not scene.tree.is_nobody(phrase.head)


def _held(tree: Tree, draft: Draft) -> Iterator[_Held]:
    """Up from the deed, over what it stands under, to who is charged with it."""
    i = draft.token
    if not (tree.case(i) in _OVER or any(tree.lemma(m) in {"of", "for", "with"} for m in tree.children(i, "mark"))):
        return
    direct = draft.sense.id in _NOT_IN and tree.case(i) == "in"
    for step, h in enumerate(tree.ancestors(i)):
        if step >= _STEPS or (direct and tree.lemma(h) in _CAUGHT):
            return
        found = _laid_to(tree, h)
        if found is not None:
            yield found
            return
        if tree.lemma(h) not in _GROUNDS or tree.tokens[h].upos != "NOUN":
            return


def _laid_to(tree: Tree, h: int) -> _Held | None:
    """Whom a word charges ("charged", "the arrest of", "on trial", "faces charges"), suspects or finds responsible."""
    lemma, upos = tree.lemma(h), tree.tokens[h].upos
    if upos == "VERB" and lemma in _CHARGING | _FINDING and not tree.denied(h):
        described = tree.rel(h) == "acl" and tree.tokens[h].xpos == "VBN"
        return _or_none(tree.tokens[h].head if described else tree.patient(h), suspected=lemma in _CHARGING)
    if lemma == "face" and {"charge", "count", "trial"} & {tree.lemma(o) for o in tree.children(h, "obj")}:
        return _or_none(tree.subject(h), suspected=True)
    if lemma in {"trial", "responsible"} and tree.children(h, "cop") and not tree.denied(h):
        return _or_none(tree.subject(h), suspected=lemma == "trial")
    if lemma == "responsible" and tree.rel(h) in {"amod", "acl"}:
        return tree.tokens[h].head, False
    if lemma == "suspect" and upos == "NOUN":
        return (tree.tokens[h].head if tree.rel(h) == "appos" else h), True
    if lemma in {"arrest", "indictment", "trial", "conviction"} and upos == "NOUN":
        return _or_none(next((n for case, n in tree.preps(h) if case == "of"), None), suspected=lemma != "conviction")
    return None


def _or_none(head: int | None, *, suspected: bool) -> _Held | None:
    return None if head is None else (head, suspected)
