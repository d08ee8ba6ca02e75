"""Answers: a side that takes an attack told before upon itself without naming it again.

"The Taliban claimed responsibility", "the group said it was behind the blast", "officials said rebels were to blame": a claim of its own,
about the attack told last, whose doer rests on the word of whoever says so (coding rules, Status). Whom somebody blames ("The army blamed
the rebels.") is only suspected.
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
_TO_BLAME = frozenset({"responsible", "blame", "culpable"})
_POINTING = frozenset({"it", "this", "that"})
_NO_SIDES = frozenset({"witness", "medic", "media", "unknown"})
"""Capacities of those who speak of what others did."""
_ARMED = frozenset({"armed-group", "militia", "unnamed-armed", "military", "state"})
"""Whom one who only "blamed" them means as doers; a government or its police is blamed for much else."""
_REACH = 4
"""How many sentences back the attack may stand."""
_DONE = frozenset({"asserted", "attributed", "hedged"})


def with_answers(told: Sequence[Told], scenes: Sequence[Scene]) -> list[Told]:
    """The claims with those of sides that answer for what was told before, in text order."""
    out = list(told)
    for scene in scenes:
        found = None if scene.sentence.heading else next(_answers(scene), None)
        attack = _attack_before(out, scene) if found is not None else None
        if found is not None and attack is not None and not _is_known_who(scene, attack.claim, *found):
            claim = _answer(scene, attack.claim, *found)
            out.append(replace(attack, claim=claim, place=None, definite=False, speaks_of_act=False, toll=False))
    return sorted(out, key=lambda t: t.claim.sentence)


def _attack_before(told: Sequence[Told], scene: Scene) -> Told | None:
    """The attack told last, unless the sentence tells one itself or it is known to be another's."""
    k = scene.sentence.index
    here = [t.claim for t in told if t.claim.type == "ASSAULT" and not t.claim.heading and 0 <= k - t.claim.sentence <= _REACH]
    if any(c.sentence == k for c in here):
        return None
    near = max((t.claim.sentence for t in told if t.claim in here and not _is_toll(t)), default=None)
    last = [t for t in told if t.claim in here and t.claim.sentence == near and t.claim.certain and t.claim.status in _DONE]
    return last[0] if last and not last[0].claim.aggregate else None


def _is_known_who(scene: Scene, attack: Claim, speech: Speech, held: Phrase, _: int) -> bool:
    """Whether an attack is told with who did it, so that others are blamed for what led to it; gunmen may be anybody's but a state's."""
    of_state = kind_of_phrase(scene.tree, held, scene.book.actors) == "state"
    known = any(of_state or p.kind not in {"unnamed-armed", "unknown"} for p in attack.actors)
    return speech.stance == "accuses" and known


def _is_toll(told: Told) -> bool:
    """ "Four people died": harm of an attack told before it, and none of its own."""
    return told.toll or (told.harmful and not told.claim.certain)


def _answers(scene: Scene) -> Iterator[tuple[Speech, Phrase, int]]:
    """Who answers, by whose word, and the verb that says so."""
    tree = scene.tree
    for speech in scene.speeches:
        if speech.source is None:
            continue
        taken = [o for o in tree.children(speech.verb, "obj") if tree.lemma(o) in _TAKEN and tree.lemma(speech.verb) in _TAKING]
        if taken and _is_side(scene, speech.source) and not tree.denied(speech.verb) and not _of_something(tree, speech.verb, taken[0]):
            yield speech, speech.source, speech.verb
    found = (*_accepted(scene), *_owned_up(scene), *_taken_by(tree), *_blamed(scene))
    yield from (answer for answer in found if _is_side(scene, answer[1]))


def _accepted(scene: Scene) -> Iterator[tuple[Speech, Phrase, int]]:
    """ "The front accepted responsibility": a verb that says nothing without it."""
    tree = scene.tree
    saying = {s.verb for s in scene.speeches}
    for verb in (i for i, t in enumerate(tree.tokens) if t.lemma.lower() in _TAKING and i not in saying and not tree.denied(i)):
        taken = [o for o in tree.children(verb, "obj") if tree.lemma(o) in _TAKEN and not tree.is_nobody(o)]
        agent = tree.subject(verb)
        if agent is not None and taken and not tree.passive(verb) and not _of_something(tree, verb, taken[0]):
            side = tree.phrase(agent)
            yield Speech(side, verb, tree.tokens[verb].text, "admits", frozenset(), "verb of claiming"), side, verb


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
            own = is_pronoun(tree, tree.phrase(subject))
            if not _is_answering(scene, i) or (own and scene.book.speech.capacities.get(tree.lemma(speech.source.head)) in _NO_SIDES):
                continue
            yield speech, speech.source if own else tree.phrase(subject), i


def _is_answering(scene: Scene, i: int) -> bool:
    """ "Was behind the blast", "was responsible for it", "was to blame": of nothing else."""
    tree = scene.tree
    if any(tree.lemma(c) == "behind" for c in tree.children(i, "case")):
        return _is_known(scene, i)
    grounds = [n for case, n in tree.preps(i) if case == "for"]
    return tree.lemma(i) in _TO_BLAME and bool(tree.children(i, "cop")) and all(_is_known(scene, n) for n in grounds)


def _blamed(scene: Scene) -> Iterator[tuple[Speech, Phrase, int]]:
    """ "The army blamed the rebels": whoever is blamed and may have struck, where the words say of nothing else."""
    tree = scene.tree
    for speech in scene.speeches:
        held = speech.about if tree.lemma(speech.verb) == "blame" and speech.stance == "accuses" else None
        if held is None or speech.source is None or held not in tree.children(speech.verb, "obj") or tree.denied(speech.verb):
            continue
        grounds = [n for at in (speech.verb, held) for case, n in tree.preps(at) if case in {"for", "over", "on"}]
        told = [c for at in (speech.verb, held) for c in tree.children(at, "advcl", "acl", "xcomp", "ccomp")]
        if not told and all(_is_known(scene, n) for n in grounds) and kind_of_phrase(tree, tree.phrase(held), scene.book.actors) in _ARMED:
            yield speech, tree.phrase(held), speech.verb


def _is_known(scene: Scene, i: int) -> bool:
    tree = scene.tree
    if tree.tokens[i].text.lower() in _POINTING:
        return True
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
    party = replace(party, suspected=party.suspected or speech.stance == "accuses")
    source = make_source(scene.report, scene.tree, speech, scene.book.actors)
    act = scene.report.evidence("act", *scene.tree.span(*scene.tree.clause(verb)), ANSWERED)
    claim = Claim(
        report=attack.report, sentence=scene.sentence.index, type=attack.type, modes=attack.modes, act=act, status="attributed",
        actors=(party,), sources=(source,), certain=False, lemma=attack.lemma, item=attack.item,
    )  # fmt: skip
    return claim.because("actor", f"answerable by “{scene.tree.tokens[verb].text}” for the attack told before")
