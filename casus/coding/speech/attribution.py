"""Attribution: who says so, in which capacity, through which chain; and the status that follows.

The strongest qualifier wins: denied > hedged > attributed > asserted; threatened and planned are for acts not done
(coding rules, Status). The writer's own voice has no source.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from casus.codebook.actors import ActorTable
from casus.coding.mood.kinds import Mood
from casus.coding.speech.act import Speech
from casus.coding.speech.asides import is_aside
from casus.coding.speech.denied_doing import CARRYING, DOING
from casus.coding.speech.reach import is_pointed_at, is_untouched
from casus.coding.speech.sources import make_source, naming, plain_name
from casus.coding.syntax import Phrase, Tree
from casus.model.claim import Source, Stance, Status
from casus.model.text import Report

_INQUIRIES = frozenset("autopsy investigation probe examination inquest footage video evidence test search position poll polling".split())
_STRENGTH: dict[Status, int] = {"asserted": 0, "attributed": 1, "hedged": 2, "planned": 3, "threatened": 4, "denied": 5}


ONLY_WHO = "only who or what was behind it is supposed"
"""The rule of a hedge that leaves alone that something was done, for who told of it otherwise (merge/reconcile.py)."""
_STANDING = frozenset({"it", "this", "that"})


@dataclass(frozen=True, slots=True)
class Attribution:
    """The sources of one act and the status they and the mood give it; `told` False where the act is not told at all."""

    status: Status
    sources: tuple[Source, ...]
    told: bool
    rule: str


def attribute(report: Report, tree: Tree, token: int, mood: Mood, speeches: Sequence[Speech], table: ActorTable) -> Attribution:
    """Status and sources of the act at `token`. Speeches are those of the sentence, any order."""
    over = sorted((s for s in speeches if _is_over(tree, token, s)), key=lambda s: len(s.scope))
    sources = _chain(report, tree, over, table)
    status, rule = _from_mood(mood)
    for speech in over:
        said = _from_stance(speech.stance)
        if _STRENGTH[said] > _STRENGTH[status]:
            status, rule = said, f"{speech.rule}; {ONLY_WHO}" if said == "hedged" and _is_given(tree, token, speech) else speech.rule
    if mood.kind == "negated":
        return _negated(tree, token, over, sources, mood)
    alleged_plan = mood.kind == "planned" and any(s.stance == "accuses" for s in over)
    given_up = status == "denied" and any(s.stance == "denies" and _only_first(tree, s.verb) for s in over)
    return Attribution(status, sources, mood.kind != "imagined" and not alleged_plan and not given_up, rule)


def told_though_denied(attribution: Attribution) -> Attribution:
    """What somebody only denies having done is told as done, and its first voice denies it."""
    sources = tuple(replace(s, stance="denies") if k == 0 else s for k, s in enumerate(attribution.sources))
    return replace(attribution, status="asserted", sources=sources, told=True, rule="who denies it denies having done it")


def _only_first(tree: Tree, verb: int) -> bool:
    """ "Initially denied that": a denial that did not last is none."""
    words = {tree.tokens[c].text.lower() for c in tree.children(verb, "advmod")}
    return bool(words & {"initially", "originally"})


def _is_over(tree: Tree, token: int, speech: Speech) -> bool:
    """Whether an act is among what somebody says."""
    if _is_own_loss(tree, token, speech):
        return True
    return token in speech.scope and not is_aside(tree, token, speech.scope) and not is_untouched(tree, token, speech)


def _is_own_loss(tree: Tree, token: int, speech: Speech) -> bool:
    """ "Rebels attacked, said the army, which lost nine soldiers": what the speaker lost is the speaker's word too."""
    lost = tree.lemma(token) == "lose" and tree.rel(token) == "acl:relcl"
    return lost and speech.source is not None and tree.tokens[token].head == speech.source.head and speech.stance == "asserts"


def _is_given(tree: Tree, token: int, speech: Speech) -> bool:
    """ "Police believe rebels were behind the attack", "fears it was a targeted killing": what is supposed is who, or of what kind.

    So is how the wounded are ("said to be in a critical condition").
    """
    if tree.tokens[speech.verb].upos != "VERB":
        return False
    noun = tree.tokens[token].head if tree.rel(token) == "amod" else token
    if tree.lemma(token) in CARRYING and tree.passive(token) and (done := tree.subject(token)) is not None:
        noun = done
    if tree.tokens[noun].upos not in {"NOUN", "PROPN"}:
        return False
    if tree.lemma(noun) == "condition":
        return True
    if tree.children(noun, "nmod:poss") or is_pointed_at(tree, noun):
        return True
    subject = tree.subject(noun) if tree.children(noun, "cop") else None
    return subject is not None and tree.tokens[subject].text.lower() in _STANDING


def _negated(tree: Tree, token: int, over: Sequence[Speech], sources: tuple[Source, ...], mood: Mood) -> Attribution:
    """ "The army said it had not shelled the school": a denial, where the speaker is a party; else nothing is told."""
    speakers = [s for s in over if s.source is not None and s.stance in {"asserts", "denies"}]
    verb = tree.tokens[token].head if tree.rel(token) == "obj" and tree.lemma(tree.tokens[token].head) in DOING else token
    agent = tree.agent(verb) if tree.tokens[verb].upos == "VERB" else None
    agent = None if tree.lemma(token) == "die" else agent  # "my son did not die in vain"
    own = any(s.source is not None and agent is not None and _same(tree, agent, s.source) for s in speakers)
    if own and sources:
        return Attribution(
            "denied", (replace(sources[0], stance="denies"), *sources[1:]), True, f"negated by {mood.rule}, by the party itself"
        )
    return Attribution("denied", sources, False, f"negated by {mood.rule}")


def _same(tree: Tree, agent: int, source: Phrase) -> bool:
    """Whether who is said not to have done it is the speaker, or its own ("the army said its jets had not bombed")."""
    owners = tree.children(agent, "nmod:poss")
    if any(tree.tokens[c].upos == "PRON" or tree.lemma(c) == tree.lemma(source.head) for c in owners):
        return True
    return agent == source.head or tree.tokens[agent].upos == "PRON" or tree.lemma(agent) == tree.lemma(source.head)


def _from_mood(mood: Mood) -> tuple[Status, str]:
    status: Status = {"hedged": "hedged", "planned": "planned"}.get(mood.kind, "asserted")  # type: ignore[assignment]
    return status, mood.rule


def _from_stance(stance: Stance) -> Status:
    table: dict[Stance, Status] = {"denies": "denied", "hedges": "hedged", "threatens": "threatened", "plans": "planned"}
    return table.get(stance, "attributed")


def _chain(report: Report, tree: Tree, over: Sequence[Speech], table: ActorTable) -> tuple[Source, ...]:
    """One source per independent voice; a voice inside another's words carries the outer ones as its chain."""
    named = [s for s in over if s.source is not None]
    if not named:
        unnamed = [s for s in over if s.stance in {"asserts", "accuses", "hedges"}]
        return tuple(_unnamed(report, tree, s) for s in unnamed[:1])
    able = [s for s in named if s.source is not None and not _is_inquiry(tree, s.source)]
    named = able or named
    inner, outer = named[0], named[1:]
    deniers = [s for s in outer if s.stance == "denies" and inner.stance != "denies"]
    if deniers:  # "the army denied the rebels' claim that": no link of the chain, but a voice against it
        rest = [s for s in over if s not in deniers]
        return (*_chain(report, tree, rest, table), *(x for s in deniers for x in _chain(report, tree, [s], table)))
    if any(s.source is None and s.stance == "denies" and len(s.scope) <= len(inner.scope) for s in over):
        inner = replace(inner, stance="denies")
    links = [*inner.through, *(p for s in outer if s.source is not None for p in (s.source, *s.through))]
    names = [plain_name(report, tree, naming(tree, p)) for p in links if tree.tokens[p.head].upos != "PRON" and p != inner.source]
    chain = tuple(dict.fromkeys(names))
    return tuple(make_source(report, tree, voice, table, chain=chain) for voice in each_speaker(tree, inner))


def _is_inquiry(tree: Tree, source: Phrase) -> bool:
    """ "An autopsy found ..., the office said": how something was found out, where somebody tells of it."""
    return tree.lemma(source.head) in _INQUIRIES


def each_speaker(tree: Tree, speech: Speech) -> tuple[Speech, ...]:
    """ "Witnesses and police said": one voice each."""
    assert speech.source is not None
    joined = [c for c in tree.conjuncts(speech.source.head) if tree.tokens[c].upos in {"NOUN", "PROPN"}]
    if len(joined) > 1 and _describes(tree, joined[0], joined[1]):
        return (speech,)
    same_side = [c for c in joined if (c < speech.verb) == (speech.source.head < speech.verb)]
    if len(same_side) < 2 or speech.source.head not in same_side:
        return (speech,)
    return tuple(replace(speech, source=tree.phrase(c)) for c in same_side)


def _describes(tree: Tree, name: int, noun: int) -> bool:
    """ "Said Salim, a shopkeeper and father of two": one man, misread as a list."""
    person = tree.is_named(name, "person")
    first = tree.phrase(noun).first
    beside = tree.tokens[first].text.lower() in {"a", "an"} and tree.tokens[first - 1].text == ","
    return person and beside and tree.tokens[noun].xpos == "NN"


def _unnamed(report: Report, tree: Tree, speech: Speech) -> Source:
    """An agentless saying ("has been accused of"): the words stand, nobody is named."""
    evidence = report.evidence("source", tree.tokens[speech.verb].start, tree.tokens[speech.verb].end, speech.rule)
    return Source("unnamed", "unknown", speech.words, speech.stance, evidence)
