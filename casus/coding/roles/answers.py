"""Answers: a side that takes an attack told before upon itself without naming it again.

"The Taliban claimed responsibility", "the group said it was behind the blast", "rebels were responsible for the bombing": a claim of
its own, about the attack told last, whose doer rests on the word of whoever says so (coding rules, Status).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from casus.coding.claims import Told
from casus.coding.roles.guards import allows
from casus.coding.roles.parties import is_pronoun, kind_of_phrase, make_party
from casus.coding.scene import Scene
from casus.coding.speech.act import Speech
from casus.coding.speech.sources import make_source
from casus.coding.syntax import Phrase, Tree
from casus.model.claim import Claim

ANSWERED = "answerable"
"""The rule of an act that only says who did what was told before it."""
_TAKEN = frozenset({"responsibility", "credit"})
_TAKING = frozenset({"claim", "take", "accept", "admit", "acknowledge", "assume"})
_REACH = 4
"""How many sentences back the attack may stand."""
_DONE = frozenset({"asserted", "attributed", "hedged"})


def with_answers(told: Sequence[Told], scenes: Sequence[Scene]) -> list[Told]:
    """The claims with those of sides that answer for what was told before, in text order."""
    out = list(told)
    for scene in scenes:
        found = None if scene.sentence.heading else next(_answers(scene), None)
        attack = _attack_before(out, scene) if found is not None else None
        if found is not None and attack is not None:
            claim = _answer(scene, attack.claim, *found)
            out.append(replace(attack, claim=claim, place=None, definite=False, speaks_of_act=False, toll=False))
    return sorted(out, key=lambda t: t.claim.sentence)


def _attack_before(told: Sequence[Told], scene: Scene) -> Told | None:
    """The attack told last, unless the sentence tells one itself or it is known to be another's."""
    k = scene.sentence.index
    here = [t.claim for t in told if t.claim.type == "ASSAULT" and not t.claim.heading and 0 <= k - t.claim.sentence <= _REACH]
    if any(c.sentence == k for c in here):
        return None
    near = max((c.sentence for c in here), default=None)
    last = [t for t in told if t.claim in here and t.claim.sentence == near and t.claim.certain and t.claim.status in _DONE]
    return last[0] if last and not last[0].claim.aggregate else None


def _answers(scene: Scene) -> Iterator[tuple[Speech, Phrase, int]]:
    """Who answers, by whose word, and the verb that says so."""
    tree = scene.tree
    for speech in scene.speeches:
        if speech.source is None:
            continue
        taken = [o for o in tree.children(speech.verb, "obj") if tree.lemma(o) in _TAKEN and tree.lemma(speech.verb) in _TAKING]
        if taken and _is_side(scene, speech.source) and not tree.denied(speech.verb) and not _of_something(tree, speech.verb, taken[0]):
            yield speech, speech.source, speech.verb
    yield from (found for found in (*_owned_up(scene), *_taken_by(tree)) if _is_side(scene, found[1]))


def _taken_by(tree: Tree) -> Iterator[tuple[Speech, Phrase, int]]:
    """ "Responsibility was claimed by the front"."""
    for verb in (i for i, t in enumerate(tree.tokens) if t.lemma.lower() in _TAKING and tree.passive(i) and not tree.denied(i)):
        agent, taken = tree.agent(verb), [s for s in tree.children(verb, "nsubj:pass") if tree.lemma(s) in _TAKEN]
        if agent is not None and taken and not _of_something(tree, verb, taken[0]) and not tree.is_nobody(taken[0]):
            side = tree.phrase(agent)
            yield Speech(side, verb, tree.tokens[verb].text, "admits", frozenset(), "verb of claiming"), side, verb


def _owned_up(scene: Scene) -> Iterator[tuple[Speech, Phrase, int]]:
    """ "Said the group was behind the attack", "rebels were responsible for the blast": by whose word, and who; nobody by the writer's."""
    tree = scene.tree
    for speech in scene.speeches:
        for i in sorted(speech.scope) if speech.stance != "denies" else ():
            subject = next(iter(tree.children(i, "nsubj")), None)
            if subject is None or not tree.children(i, "cop") or tree.denied(i) or speech.source is None:
                continue
            behind = any(tree.lemma(c) == "behind" for c in tree.children(i, "case"))
            answers = tree.lemma(i) == "responsible" and any(case == "for" and _is_known(scene, n) for case, n in tree.preps(i))
            if (behind and _is_known(scene, i)) or answers:
                yield speech, speech.source if is_pronoun(tree, tree.phrase(subject)) else tree.phrase(subject), i


def _is_known(scene: Scene, i: int) -> bool:
    tree = scene.tree
    attack = tree.lemma(i) in scene.book.speech.attacks
    return attack and any(tree.lemma(c) in {"the", "this", "that", "these", "both"} for c in tree.children(i, "det"))


def _of_something(tree: Tree, verb: int, taken: int) -> bool:
    """ "Claimed responsibility for killing the mayor": the words name the act themselves."""
    return any(case in {"for", "of"} for at in (verb, taken) for case, _ in tree.preps(at)) or bool(tree.children(taken, "acl"))


def _is_side(scene: Scene, phrase: Phrase) -> bool:
    """Somebody who can have done it and is named: not "nobody", "no group", "it"."""
    tree = scene.tree
    if is_pronoun(tree, phrase) or tree.is_nobody(phrase.head):
        return False
    return allows(("people",), kind_of_phrase(tree, phrase, scene.book.actors)) or tree.tokens[phrase.head].upos == "PROPN"


def _answer(scene: Scene, attack: Claim, speech: Speech, phrase: Phrase, verb: int) -> Claim:
    party = make_party(scene.report, scene.tree, phrase, role="actor", table=scene.book.actors, rule=ANSWERED)
    source = make_source(scene.report, scene.tree, speech, scene.book.actors)
    act = scene.report.evidence("act", *scene.tree.span(*scene.tree.clause(verb)), ANSWERED)
    claim = Claim(
        report=attack.report, sentence=scene.sentence.index, type=attack.type, modes=attack.modes, act=act, status="attributed",
        actors=(party,), sources=(source,), certain=False, lemma=attack.lemma, item=attack.item,
    )  # fmt: skip
    return claim.because("actor", f"answerable by “{scene.tree.tokens[verb].text}” for the attack told before")
