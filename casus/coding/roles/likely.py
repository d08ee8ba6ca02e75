"""Likely roles: who did an act of violence and to whom, where the rules found nobody and the head for roles is sure.

The head (training/HEADS.md) weighs every noun phrase near the act. It only fills an empty role, with the phrase's own words as
evidence; whether the act is certain stays with the rules, which were asked first.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from math import exp

from casus.codebook.heads import Head, load_head
from casus.codebook.kinds import is_people, is_person_role, is_thing, load_kinds
from casus.coding.acts.drafts import Draft
from casus.coding.roles.features import Noted, candidates, nearest_acts, role_features
from casus.coding.roles.guards import allows
from casus.coding.roles.parties import kind_of_phrase, make_party
from casus.coding.scene import Scene
from casus.coding.syntax import Phrase
from casus.model.actor import Party
from casus.model.claim import Claim

SURE = 0.6
"""The least likelihood that fills a role; on reports of MUC-4 held out from training some nine of ten such phrases are right."""
RULE = "head: role"
_POINTING = frozenset("claim blame accuse suspect attribute assume admit deny charge condemn threaten".split())
"""Verbs that say who may have done it, not who did: what hangs on them fills nothing."""
_SETTING_OFF = frozenset({"detonate", "explode", "blow", "defuse"})
_DOERS, _STRUCK = frozenset({"individual", "organisation"}), frozenset({"victim", "target"})


@dataclass(frozen=True, slots=True)
class Likely:
    """A phrase that likely fills a role of the act at token `act`."""

    act: int
    role: str
    phrase: Phrase
    chance: float


def find_likely(scene: Scene, groups: Sequence[Sequence[Draft]]) -> tuple[Likely, ...]:
    """The sure phrases of a sentence, each with the act nearest to it, in text order; none where no violence lacks a role."""
    if not any(_is_open(group) for group in groups):
        return ()
    noted, head = Noted.of(scene.tree, scene.book), load_head("role")
    taken = _taken(scene, groups)
    free = [p for p in candidates(noted) if not taken & set(range(p.first, p.last))]
    return tuple(found for p in free for found in _judged(noted, p, head, scene))


def _is_open(group: Sequence[Draft]) -> bool:
    """Whether a group tells violence of one side against another and the rules found only one of them, or none."""
    draft = group[0]
    if draft.sense.type != "ASSAULT" or any(d.sense.reciprocal for d in group):
        return False
    return not any(d.actors for d in group) or not any(d.recipients for d in group)


def _taken(scene: Scene, groups: Sequence[Sequence[Draft]]) -> set[int]:
    """Tokens of parties and of speakers."""
    spans = [(p.evidence.start, p.evidence.end) for g in groups for d in g for p in (*d.actors, *d.recipients)]
    taken = {i for i, t in enumerate(scene.tree.tokens) if any(a <= t.start < b for a, b in spans)}
    for speech in scene.speeches:
        taken |= set(range(speech.source.first, speech.source.last)) if speech.source is not None else set()
    return taken


def _judged(noted: Noted, phrase: Phrase, head: Head, scene: Scene) -> Iterator[Likely]:
    act = next(iter(nearest_acts(noted, phrase.head)), None)
    if act is None or any(scene.tree.lemma(a) in _POINTING for a in scene.tree.ancestors(phrase.head)):
        return
    scores = head.scores(role_features(noted, phrase, scene.book))
    raised = [exp(s - max(scores)) for s in scores]
    chances = {answer: r / sum(raised) for answer, r in zip(head.answers, raised, strict=True)}
    for role, answers in (("actor", _DOERS), ("recipient", _STRUCK)):
        chance = sum(chances[a] for a in answers)
        if chance >= SURE:
            yield Likely(act.token, role, phrase, chance)


def with_likely(scene: Scene, claim: Claim, group: Sequence[Draft], likely: Sequence[Likely]) -> Claim:
    """The claim of a group of acts, with its empty roles filled."""
    if not likely or not _is_open(group):
        return claim
    tokens = {token for d in group for token in (d.token, d.trigger.light)}
    for role, now in (("actor", claim.actors), ("recipient", claim.recipients)):
        pairs = [(one.chance, _party(scene, one)) for one in likely if one.role == role and one.act in tokens and _fits(scene, one)]
        if pairs and not now:
            filled = tuple(party for _, party in pairs)
            claim = replace(claim, actors=filled) if role == "actor" else replace(claim, recipients=filled)
            claim = claim.because(role, f"{RULE} (likelihood {min(chance for chance, _ in pairs):.2f}); the rules found nobody")
    return claim


def _party(scene: Scene, one: Likely) -> Party:
    party = make_party(scene.report, scene.tree, one.phrase, role=one.role, table=scene.book.actors, rule=RULE)
    return replace(party, suspected=party.suspected or _is_doubted(scene, one))


def _is_doubted(scene: Scene, one: Likely) -> bool:
    """A word of doubt between the phrase and the act ("an attack reportedly conducted by rebels") is a doubt about who."""
    tree, words = scene.tree, load_kinds().suspected
    above = [one.phrase.head, *tree.ancestors(one.phrase.head)]
    between = above[: above.index(one.act)] if one.act in above else above
    return any(tree.tokens[c].text.lower() in words for i in between for c in tree.children(i, "advmod", "amod"))


def _fits(scene: Scene, one: Likely) -> bool:
    """Doers are people or groups; those struck may be things too."""
    lemma = scene.tree.lemma(one.phrase.head)
    if one.role == "recipient" and _is_set_off(scene, one.phrase.head):
        return False  # "a car packed with explosives was detonated"
    if is_people(lemma) or is_person_role(lemma) or allows(("people",), kind_of_phrase(scene.tree, one.phrase, scene.book.actors)):
        return True
    return one.role == "recipient" and is_thing(lemma)


def _is_set_off(scene: Scene, i: int) -> bool:
    """ "A car packed with explosives was detonated": what goes off is what it was done with."""
    over = scene.tree.tokens[i].head
    return over >= 0 and scene.tree.rel(i) in {"nsubj", "nsubj:pass", "obj"} and scene.tree.lemma(over) in _SETTING_OFF
