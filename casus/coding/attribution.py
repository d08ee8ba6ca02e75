"""Attribution: who says so, in which capacity, through which chain; and the status that follows.

The strongest qualifier wins: denied > hedged > attributed > asserted; threatened and planned are for acts not done
(coding rules, Status). The writer's own voice has no source.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from casus.codebook.actors import ActorTable
from casus.codebook.dates import load_dates
from casus.codebook.kinds import capacity_of, load_kinds
from casus.codebook.speech import load_speech
from casus.coding.asides import is_aside
from casus.coding.mood import Mood
from casus.coding.parties import kind_of_phrase
from casus.coding.speech import Speech
from casus.coding.syntax import Phrase, Tree
from casus.model.claim import Capacity, Source, Stance, Status
from casus.model.text import Report

_DOCUMENTS = frozenset(
    "report statement study survey communique communiqué letter dispatch bulletin tally count release briefing detail information".split()
)
_AUTHORING = frozenset("issue sign write release prepare compile draft author give provide".split())
"""What is done to a document by whose words it holds; others only carry it ("published by", "seen by")."""
_ADVOCATES = frozenset("lawyer attorney solicitor writer poet pope cardinal archbishop businessman businesswoman contractor pilot".split())
"""Private people who speak for somebody or something else than what they saw."""
_STRENGTH: dict[Status, int] = {"asserted": 0, "attributed": 1, "hedged": 2, "planned": 3, "threatened": 4, "denied": 5}


@dataclass(frozen=True, slots=True)
class Attribution:
    """The sources of one act and the status they and the mood give it; `told` False where the act is not told at all."""

    status: Status
    sources: tuple[Source, ...]
    told: bool
    rule: str


def attribute(report: Report, tree: Tree, token: int, mood: Mood, speeches: Sequence[Speech], table: ActorTable) -> Attribution:
    """Status and sources of the act at `token`. Speeches are those of the sentence, any order."""
    over = sorted((s for s in speeches if token in s.scope and not is_aside(tree, token, s.scope)), key=lambda s: len(s.scope))
    sources = _chain(report, tree, over, table)
    status, rule = _from_mood(mood)
    for speech in over:
        said = _from_stance(speech.stance)
        if _STRENGTH[said] > _STRENGTH[status]:
            status, rule = said, speech.rule
    if mood.kind == "negated":
        return _negated(tree, token, over, sources, mood)
    alleged_plan = mood.kind == "planned" and any(s.stance == "accuses" for s in over)
    return Attribution(status, sources, mood.kind != "imagined" and not alleged_plan, rule)


def _negated(tree: Tree, token: int, over: Sequence[Speech], sources: tuple[Source, ...], mood: Mood) -> Attribution:
    """ "The army said it had not shelled the school": a denial, where the speaker is a party; else nothing is told."""
    speakers = [s for s in over if s.source is not None and s.stance in {"asserts", "denies"}]
    agent = tree.agent(token) if tree.tokens[token].upos == "VERB" else None
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
    inner, outer = named[0], named[1:]
    if any(s.source is None and s.stance == "denies" and len(s.scope) < len(inner.scope) for s in over):
        inner = replace(inner, stance="denies")
    links = [*inner.through, *(p for s in outer if s.source is not None for p in (s.source, *s.through))]
    names = [_plain(report, tree, p) for p in links if tree.tokens[p.head].upos != "PRON" and p != inner.source]
    chain = tuple(dict.fromkeys(names))
    return tuple(make_source(report, tree, voice, table, chain=chain) for voice in _each(tree, inner))


def _each(tree: Tree, speech: Speech) -> tuple[Speech, ...]:
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
    person = any(n.kind == "person" and n.first <= name < n.last for n in tree.sentence.names)
    first = tree.phrase(noun).first
    beside = tree.tokens[first].text.lower() in {"a", "an"} and tree.tokens[first - 1].text == ","
    return person and beside and tree.tokens[noun].xpos == "NN"


def _plain(report: Report, tree: Tree, phrase: Phrase | None) -> str:
    assert phrase is not None
    start, end = tree.span(phrase.first, phrase.last)
    words = " ".join(report.text[start:end].split())
    for article in ("The ", "the ", "A ", "a ", "An ", "an ", "whose "):
        if words.startswith(article):
            return words[len(article) :]
    return words


def make_source(report: Report, tree: Tree, speech: Speech, table: ActorTable, *, chain: tuple[str, ...] = ()) -> Source:
    """The source a speech names, with its capacity and the evidence of its words."""
    phrase = _without_day(tree, _named(tree, _author(tree, _meant(tree, speech.source))))
    kind = kind_of_phrase(tree, phrase, table)
    name = _plain(report, tree, phrase)
    chain = tuple(link for link in chain if link != name)
    capacity: Capacity = capacity_of(name, tree.lemma(phrase.head), kind)
    if capacity == "unknown":
        capacity = _by_description(tree, phrase, table)
    if capacity == "unknown":
        capacity = _by_word(tree.lemma(phrase.head))
    evidence = tree.evidence(report, "source", phrase, speech.rule)
    return Source(name, capacity, speech.words, speech.stance, evidence, chain)


def _by_word(lemma: str) -> Capacity:
    """A generic noun for a source that stands for nobody in particular: a farmer, a mother, a hospital."""
    capacity = load_speech().capacities.get(lemma, "unknown")
    if capacity in {"witness", "medic", "media", "analyst"}:
        return capacity
    noun = load_kinds().noun(lemma)
    anybody = noun is not None and noun.kind == "civilians" and "person" in noun.flags and lemma not in _ADVOCATES
    return "witness" if anybody else "unknown"


def _by_description(tree: Tree, phrase: Phrase, table: ActorTable) -> Capacity:
    """The capacity told by a title before a name or an apposition after it ("Sarea, a spokesman for the group")."""
    described = [c for c in range(phrase.first, phrase.last) if tree.tokens[c].upos == "NOUN" or tree.rel(c) == "nmod:desc"]
    described += list(tree.children(phrase.head, "appos", "nmod:desc", "acl:relcl"))
    for c in described:
        part = tree.phrase(c)
        words = " ".join(t.text for t in tree.tokens[part.first : part.last])
        capacity: Capacity = capacity_of(words, tree.lemma(c), kind_of_phrase(tree, part, table))
        if capacity != "unknown":
            return capacity
    return "unknown"


def _named(tree: Tree, phrase: Phrase) -> Phrase:
    """ "The monitoring group Airwars": with the name that follows without a comma."""
    names = [c for c in tree.children(phrase.head, "appos") if tree.tokens[c].upos == "PROPN" and tree.phrase(c).first == phrase.last]
    return Phrase(phrase.first, tree.phrase(names[0]).last, phrase.head) if names else phrase


def _meant(tree: Tree, phrase: Phrase | None) -> Phrase:
    """ "A suspect who told officers", "a suspect was held who told officers": the suspect."""
    assert phrase is not None
    noun = tree.antecedent(phrase.head)
    if noun == phrase.head and tree.lemma(noun) == "who":
        before = [i for i in range(noun) if tree.rel(i) in {"nsubj", "nsubj:pass"} and tree.tokens[i].upos in {"NOUN", "PROPN"}]
        noun = before[-1] if before else noun
    return tree.phrase(noun) if noun != phrase.head else phrase


def _without_day(tree: Tree, phrase: Phrase) -> Phrase:
    """ "The government Monday said": when it was said is no part of who says it."""
    last = phrase.last - 1
    if last == phrase.first or tree.tokens[last].text.lower() not in load_dates().weekdays or tree.tokens[last].text.islower():
        return phrase
    return Phrase(phrase.first, last, tree.head_of(phrase.first, last) if phrase.head == last else phrase.head)


def _author(tree: Tree, phrase: Phrase | None) -> Phrase:
    """Who stands behind a document that speaks ("a report by the monitoring centre")."""
    assert phrase is not None
    if tree.lemma(phrase.head) in _DOCUMENTS:
        behind = [n for case, n in tree.preps(phrase.head) if case in {"by", "from", "of"}] + list(tree.children(phrase.head, "nmod:poss"))
        behind += [n for c in tree.children(phrase.head, "acl") if tree.lemma(c) in _AUTHORING and (n := tree.agent(c)) is not None]
        if behind:
            return tree.phrase(behind[0])
    return phrase


def _unnamed(report: Report, tree: Tree, speech: Speech) -> Source:
    """An agentless saying ("has been accused of"): the words stand, nobody is named."""
    evidence = report.evidence("source", tree.tokens[speech.verb].start, tree.tokens[speech.verb].end, speech.rule)
    return Source("unnamed", "unknown", speech.words, speech.stance, evidence)
