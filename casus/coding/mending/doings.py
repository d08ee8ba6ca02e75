"""Mending: who did it and whom it befell, where the parse turns them round.

"Killed by shelling in the village", "wounded in fighting between militias": whoever was hit did not shell or fight. "Stabbed to death three
women": who stands behind "to death" died. "Used drones to bomb": who used them did. "Opened fire on miners protesting, killing two": the
miners killed nobody. "Arrested a man on Friday suspected of": not who made the arrest is suspected.
"""

from __future__ import annotations

from dataclasses import replace

from casus.codebook.kinds import is_armed_noun
from casus.coding.mending.subjects import case_of
from casus.model.text import Token

_DOINGS = frozenset("shelling bombing fighting shooting firing looting rioting stoning beating stabbing feuding infighting".split())
_HIT = frozenset("die perish fall collapse drown suffer".split())
_LED_BY = frozenset({"by", "in", "during", "from", "amid"})
_SUSPECTED = {"suspected": "suspect", "accused": "accuse", "wanted": "want", "charged": "charge", "convicted": "convict"}
_OF_WHAT = frozenset({"of", "in", "for", "with", "over"})
_OUTCOMES = frozenset("kill wound injure leave hurt maim".split())
_AIMED = frozenset("attack assault raid offensive incursion invasion ambush strike bombardment aggression".split())
_AT = frozenset({"against", "on", "upon", "into"})
_OBJECTS = frozenset({"obj", "nsubj", "ccomp"})


def mend_doings(tokens: list[Token], i: int) -> None:
    """Put doers and victims round one word back where they belong."""
    _mend_doing(tokens, i)
    _mend_to_death(tokens, i)
    _mend_outcome(tokens, i)
    _mend_suspected(tokens, i)
    _mend_aimed(tokens, i)
    _mend_used_to(tokens, i)


def _mend_aimed(tokens: list[Token], i: int) -> None:
    """ "An attack by guerrillas against the post": what an attack is on hangs on the attack, not on who made it."""
    doer = tokens[i].head
    deed = tokens[doer].head if doer >= 0 else -1
    if not 0 <= deed < doer < i or tokens[i].deprel != "nmod" or tokens[doer].deprel not in {"nmod", "nmod:agent"}:
        return
    made = case_of(tokens, doer) in {"by", "of"} and is_armed_noun(tokens[doer].lemma.lower())
    if made and tokens[deed].lemma.lower() in _AIMED and case_of(tokens, i) in _AT:
        tokens[i] = replace(tokens[i], head=deed)


def _mend_used_to(tokens: list[Token], i: int) -> None:
    """ "Used drones to bomb the town": whoever used them bombed it, they did not."""
    token, noun = tokens[i], tokens[i].head
    if token.xpos != "VB" or token.deprel != "acl" or not 0 <= noun < i or tokens[noun].deprel != "obj":
        return
    if tokens[tokens[noun].head].lemma.lower() == "use" and any(t.head == i and t.text.lower() == "to" for t in tokens):
        tokens[i] = replace(token, head=tokens[noun].head, deprel="advcl")


def _mend_suspected(tokens: list[Token], i: int) -> None:
    """ "Arrested a man on Friday suspected of shooting": whom words of suspicion behind a time stand for is who was arrested."""
    token, verb = tokens[i], tokens[i].head
    if token.text.lower() not in _SUSPECTED or token.deprel not in {"advcl", "amod", "acl", "xcomp"} or not 0 <= verb < i:
        return
    if tokens[verb].upos != "VERB" or i + 1 >= len(tokens) or tokens[i + 1].text.lower() not in _OF_WHAT:
        return
    objects = [k for k in range(verb + 1, i) if tokens[k].head == verb and tokens[k].deprel == "obj"]
    if objects:
        tokens[i] = replace(token, upos="VERB", xpos="VBN", lemma=_SUSPECTED[token.text.lower()], head=objects[0], deprel="acl")


def _mend_outcome(tokens: list[Token], i: int) -> None:
    """ "Opened fire on miners protesting over pay, killing two": what a clause after a comma came to is the main verb's."""
    token, over = tokens[i], tokens[i].head
    if token.xpos != "VBG" or token.deprel != "advcl" or not 0 < over < i or tokens[i - 1].text != ",":
        return
    if token.lemma.lower() not in _OUTCOMES or tokens[over].deprel != "acl" or tokens[over].xpos != "VBG":
        return
    verb = tokens[over].head
    while verb >= 0 and tokens[verb].upos != "VERB":
        verb = tokens[verb].head
    if verb >= 0:
        tokens[i] = replace(token, head=verb)


def _mend_doing(tokens: list[Token], i: int) -> None:
    token, verb = tokens[i], tokens[i].head
    if token.upos != "VERB" or token.text.lower() not in _DOINGS or token.deprel != "advcl" or not 0 <= verb < i:
        return
    below = [k for k, t in enumerate(tokens) if t.head == i]
    marks = [k for k in below if k < i and tokens[k].deprel in {"mark", "case"} and tokens[k].text.lower() in _LED_BY]
    if not marks or not _is_hit(tokens, verb) or any(tokens[k].deprel in _OBJECTS for k in below):
        return
    tokens[i] = replace(token, upos="NOUN", xpos="NN", lemma=token.text.lower(), deprel="obl")
    for k in below:
        if k in marks:
            tokens[k] = replace(tokens[k], upos="ADP", xpos="IN", deprel="case")
        elif tokens[k].deprel == "obl":
            tokens[k] = replace(tokens[k], deprel="nmod")


def _is_hit(tokens: list[Token], verb: int) -> bool:
    passive = any(t.head == verb and t.deprel in {"aux:pass", "nsubj:pass"} for t in tokens)
    return passive or tokens[verb].lemma.lower() in _HIT or tokens[verb].xpos == "VBN"


def _mend_to_death(tokens: list[Token], i: int) -> None:
    verb = tokens[i].head
    if tokens[i].text.lower() != "death" or tokens[i].deprel != "obl" or not 0 <= verb < i or tokens[i - 1].text.lower() != "to":
        return
    subjects = [k for k, t in enumerate(tokens) if t.head == verb and t.deprel == "nsubj"]
    if len(subjects) == 2 and subjects[0] < verb < i < subjects[1] and not any(t.head == verb and t.deprel == "obj" for t in tokens):
        tokens[subjects[1]] = replace(tokens[subjects[1]], deprel="obj")
