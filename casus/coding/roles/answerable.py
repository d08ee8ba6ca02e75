"""Who is held, or claims to be, answerable for an attack told as a noun ("blamed rebels for the shelling", "claimed the bombing").

A claim of responsibility is no proof and blame no admission (coding rules, Status): the doer rests on the word of whoever says
so, who is the claim's source, and whom others blame is only suspected.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from casus.codebook.kinds import is_people
from casus.coding.acts.drafts import Draft
from casus.coding.roles.guards import allows
from casus.coding.roles.parties import is_pronoun, kind_of_phrase, make_party
from casus.coding.roles.strays import BLAMING
from casus.coding.scene import Scene
from casus.coding.speech.act import Speech
from casus.coding.speech.sources import make_source
from casus.coding.syntax import ANSWERED, Phrase, Tree
from casus.model.claim import Claim

_CLAIMING = frozenset({"claim", "admit", "accept", "acknowledge", "take"})
_ASCRIBING = frozenset({"attribute", "ascribe", "impute"})


def with_answerable(scene: Scene, claim: Claim, group: Sequence[Draft]) -> Claim:
    """The claim of an attack without a doer, with whom its own words hold answerable."""
    draft = group[0]
    act = _noun_of(scene.tree, draft)
    if act is None or claim.actors or draft.sense.type != "ASSAULT" or _is_carried(scene.tree, draft):
        return claim
    found = next(_held_for(scene, act), None)
    return _held(scene, claim, *found) if found is not None else claim


def _is_carried(tree: Tree, draft: Draft) -> bool:
    """Whether another verb tells the act noun; "an ambush in which five died" is told by what somebody does with it."""
    light = draft.trigger.light
    if light is None:
        return False
    return draft.trigger.form != "noun" or tree.rel(light) != "acl:relcl" or tree.tokens[light].head != draft.token


def is_blamed(scene: Scene, draft: Draft) -> bool:
    """Whether somebody is held answerable for an act noun: "the ambush" tells something new where it says whose it was."""
    bare = draft.trigger.form == "noun" and draft.trigger.light is None
    return draft.sense.type == "ASSAULT" and bare and any(_held_for(scene, draft.token))


def _noun_of(tree: Tree, draft: Draft) -> int | None:
    """The act's own noun, or what a clause tells of ("claimed responsibility for a car bomb that killed eight people")."""
    if draft.trigger.form == "noun":
        return draft.token
    over = tree.tokens[draft.token].head
    if over >= 0 and any(is_people(tree.lemma(c)) for c in tree.children(over, "compound", "nmod:poss")):
        return None  # "took responsibility for a police raid that killed"
    subjects = [tree.tokens[s].text.lower() for s in tree.children(draft.token, "nsubj")]
    return over if tree.rel(draft.token) == "acl:relcl" and subjects and subjects[0] in {"that", "which"} else None


def _held_for(scene: Scene, act: int) -> Iterator[tuple[Speech, Phrase]]:
    """Everybody held answerable for an act, with who holds so."""
    for speech in (*scene.speeches, *_attributing(scene.tree, act)):
        for phrase in _answerable(scene.tree, speech, act):
            kind = kind_of_phrase(scene.tree, phrase, scene.book.actors)
            if not is_pronoun(scene.tree, phrase) and (allows(("people",), kind) or scene.tree.tokens[phrase.head].upos == "PROPN"):
                yield speech, phrase


def _attributing(tree: Tree, act: int) -> Iterator[Speech]:
    """ "Attributed the ambush to the rebels", "an ambush ascribed to them": a verb of ascribing over the act or right under it."""
    verb = tree.tokens[act].head
    described = next((c for c in tree.children(act, "acl") if tree.lemma(c) in _ASCRIBING), None)
    if described is not None:
        yield Speech(None, described, tree.tokens[described].text, "accuses", frozenset(), "verb of ascribing", about=act)
    if verb < 0 or tree.lemma(verb) not in _ASCRIBING or tree.rel(act) not in {"obj", "nsubj:pass"}:
        return
    speaker = tree.agent(verb) if tree.passive(verb) else tree.subject(verb)
    source = tree.phrase(speaker) if speaker is not None else None
    yield Speech(source, verb, tree.tokens[verb].text, "accuses", frozenset(), "verb of ascribing", about=act)


def _held(scene: Scene, claim: Claim, speech: Speech, phrase: Phrase) -> Claim:
    party = make_party(scene.report, scene.tree, phrase, role="actor", table=scene.book.actors, rule="answerable")
    party = replace(party, suspected=party.suspected or speech.stance == "accuses")
    if not claim.sources and speech.source is not None:
        source = make_source(scene.report, scene.tree, speech, scene.book.actors)
        claim = replace(claim, sources=(source,), status="attributed" if claim.status == "asserted" else claim.status)
    return replace(claim, actors=(party,)).because("actor", f"answerable by “{scene.tree.tokens[speech.verb].text}”")


def _answerable(tree: Tree, speech: Speech, act: int) -> Iterator[Phrase]:
    if speech.stance == "accuses" and speech.about is not None and act in _grounds(tree, speech):
        yield _before_grounds(tree, tree.phrase(speech.about))
    elif speech.stance == "accuses" and speech.about == act and tree.passive(speech.verb):
        yield from (tree.phrase(n) for case, n in tree.preps(speech.verb) if case == "on")
    elif speech.stance == "accuses" and tree.lemma(speech.verb) in BLAMING and act in tree.children(speech.verb, "obj"):
        held = (n for at in (speech.verb, act) for case, n in tree.preps(at) if case == "on" and not tree.is_named(n, "time"))
        yield from (tree.phrase(n) for n in held)
    elif speech.stance == "accuses" and speech.about == act and tree.lemma(speech.verb) in _ASCRIBING:
        yield from (tree.phrase(n) for case, n in tree.preps(speech.verb) if case == "to")
    elif speech.source is not None and speech.about is not None and tree.lemma(speech.verb) in _CLAIMING and not tree.denied(speech.verb):
        under = tree.lemma(speech.about) in ANSWERED and act in _grounds(tree, speech)
        if under or act == speech.about:
            yield speech.source
    elif speech.source is not None and tree.lemma(speech.verb) in _CLAIMING and act in tree.children(speech.verb, "xcomp", "ccomp"):
        if tree.tokens[act].xpos in {"NN", "NNS", "VBG"} and not tree.denied(speech.verb):  # "claims killing of a mayor"
            yield speech.source
    elif speech.source is not None and tree.lemma(speech.verb) in {"own", "confess"} and not tree.denied(speech.verb):
        beside = (*tree.preps(speech.verb), *((tree.case(o), o) for o in tree.children(speech.verb, "obj")))
        if ("to", act) in beside:  # "owned up to the bombing"
            yield speech.source
    else:
        yield from _said_behind(tree, speech, act)


def _grounds(tree: Tree, speech: Speech) -> set[int]:
    """What somebody is blamed for: the nouns after "for", "of" or "over", at the verb, at whom it blames, or at "responsible"."""
    assert speech.about is not None
    places = (speech.verb, speech.about, *tree.children(speech.verb, "xcomp"))
    return {n for at in places for case, n in tree.preps(at) if case in {"for", "of", "over"}}


def _said_behind(tree: Tree, speech: Speech, act: int) -> Iterator[Phrase]:
    """ "Said the militia was behind the bombing in Gao", "was responsible for the killings": who is, by whoever says so."""
    if speech.stance == "denies" or speech.source is None:
        return
    behind = any(tree.lemma(c) == "behind" for c in tree.children(act, "case"))
    under = tree.tokens[act].head
    answers = under >= 0 and tree.lemma(under) == "responsible" and tree.case(act) == "for"
    predicate = act if behind else under
    if (behind or answers) and predicate in speech.scope and tree.children(predicate, "cop") and not tree.denied(predicate):
        held = [s for s in tree.children(predicate, "nsubj") if not tree.is_nobody(s)]
        yield from (speech.source if is_pronoun(tree, tree.phrase(s)) else tree.phrase(s) for s in held)


def _before_grounds(tree: Tree, phrase: Phrase) -> Phrase:
    """ "Rebels of the shelling": only the rebels."""
    cut = next((i for i in range(phrase.head + 1, phrase.last) if tree.lemma(i) in {"of", "for", "over"}), phrase.last)
    return Phrase(phrase.first, cut, phrase.head)
