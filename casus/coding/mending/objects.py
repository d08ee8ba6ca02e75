"""Mending: whom harm befell, where the parse makes them a second subject or the doers of what befell them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from casus.codebook.dates import load_dates
from casus.codebook.harm import HarmWords
from casus.codebook.instruments import mode_of
from casus.model.text import Token

_TOLLS = frozenset({"number", "toll", "tally", "count"})
_NOMINAL = frozenset({"NOUN", "PROPN", "PRON", "NUM", "ADJ"})
_LEAVING = frozenset({"leave"})
_TOWARDS = frozenset({"at", "on", "into", "toward", "towards"})
_DOINGS = frozenset({"firing", "shelling", "bombing", "shooting"})
_IN = frozenset({"in", "by", "during"})
_SPRAYING = frozenset("riddle spray rake pepper strafe pelt shower".split())
"""Verbs by which people are hit with many small things."""
_ALIGHT = frozenset({"ablaze", "alight", "afire", "aflame"})


def mend_objects(tokens: list[Token], i: int, words: HarmWords) -> None:
    """Put one misread person back under the word that tells of him; itself where nothing is to be mended."""
    _mend_lone_object(tokens, i)
    _mend_joined_object(tokens, i)
    _mend_moved_toll(tokens, i)
    for k in range(i + 1, len(tokens)) if tokens[i].upos == "VERB" else ():
        if tokens[k].head == i and tokens[k].deprel == "nsubj":
            _mend_subject_behind(tokens, k)
            _mend_with_subject(tokens, k)
    _mend_left_hurt(tokens, i, words)
    _mend_set_on_fire(tokens, i)
    _mend_set_ablaze(tokens, i)
    _mend_set_her_alight(tokens, i)
    _mend_doing_people(tokens, i)
    _mend_firing(tokens, i)
    _mend_who_fired(tokens, i)
    _mend_done_with(tokens, i)


def _mend_lone_object(tokens: list[Token], i: int) -> None:
    """ "Sentenced the blogger to six years", "called in the envoy": a second object without a first one is the object."""
    verb, rel = tokens[i].head, tokens[i].deprel
    bare = rel == "obl" and 0 <= verb < i and not any(t.head == i and t.deprel == "case" for t in tokens)
    if not (bare or rel in {"iobj", "xcomp"}) or verb < 0 or tokens[verb].upos != "VERB" or tokens[i].upos not in _NOMINAL - {"ADJ"}:
        return
    below = {t.deprel for k, t in enumerate(tokens) if t.head == verb and k != i}
    if not below & {"obj", "ccomp", "xcomp", "parataxis", "nsubj:pass"} and (rel == "iobj" or "compound:prt" in below):
        tokens[i] = replace(tokens[i], deprel="obj")


def _mend_joined_object(tokens: list[Token], i: int) -> None:
    """ "Killed a nun and a verger": a person joined to the verb, without a verb of his own, is joined to its object."""
    verb = tokens[i].head
    if tokens[i].deprel != "conj" or tokens[i].upos != "NOUN" or not 0 <= verb < i or tokens[verb].upos != "VERB":
        return
    if any(t.head == i and (t.deprel.startswith(("nsubj", "aux", "acl", "advcl")) or t.deprel in {"cop", "obj"}) for t in tokens):
        return
    before = [k for k in range(verb + 1, i) if tokens[k].head == verb and tokens[k].deprel in {"obj", "conj", "advcl", "ccomp"}]
    if len(before) == 1 and tokens[before[0]].deprel == "obj" and tokens[before[0]].upos in {"NOUN", "PROPN"}:
        tokens[i] = replace(tokens[i], head=before[0])


def _mend_moved_toll(tokens: list[Token], i: int) -> None:
    """ "Lifting to 34 the number of people killed": the number is what was lifted, and it killed nobody."""
    wrong = tokens[i].head
    if tokens[i].lemma.lower() not in _TOLLS or tokens[i].deprel != "nsubj" or wrong <= i or i < 4 or tokens[i - 2].upos != "NUM":
        return
    verb = tokens[i - 2].head
    to = tokens[i - 3].text.lower() == "to" and tokens[i - 3].head == i - 2 and tokens[i - 1].head == i
    if not to or not 0 <= verb < i - 2 or tokens[verb].upos != "VERB" or any(t.head == verb and t.deprel == "obj" for t in tokens):
        return
    people = next((k for k in range(i + 1, wrong) if tokens[k].head == i and tokens[k].deprel == "nmod"), None)
    tokens[i] = replace(tokens[i], head=verb, deprel="obj")
    if people == wrong - 1 and tokens[wrong].xpos in {"VBD", "VBN"}:
        tokens[wrong] = replace(tokens[wrong], head=people, deprel="acl", xpos="VBN")


def _mend_subject_behind(tokens: list[Token], i: int) -> None:
    """ "Gunmen shot dead a commander", "hanged on Friday a man": of two subjects the one behind the verb is its object."""
    verb = _second_subject_of(tokens, i)
    if verb is None or any(t.head == verb and (t.deprel in {"obj", "ccomp"} or t.deprel.startswith("aux")) for t in tokens):
        return
    first = _first_of(tokens, i)
    bare = all(_stands_between(tokens, k, verb) for k in range(verb + 1, first))
    if bare and tokens[verb].xpos in {"VBD", "VBG", "VBZ", "VBP"} and not any(t.text == "," for t in tokens[verb + 1 : i]):
        tokens[i] = replace(tokens[i], deprel="obj")


def _stands_between(tokens: Sequence[Token], k: int, verb: int) -> bool:
    """ "Shot dead a clerk", "hanged on Friday a man": what may stand between a verb and its object."""
    if tokens[k].deprel == "case":
        k = tokens[k].head
    day = tokens[k].deprel.startswith("obl") and tokens[k].text.lower() in load_dates().weekdays
    return tokens[k].head == verb and (day or tokens[k].deprel in {"xcomp", "advmod", "compound:prt"})


def _mend_with_subject(tokens: list[Token], i: int) -> None:
    """ "The blast killed six, with most of the victims being children": those behind "with" did not kill."""
    verb = _second_subject_of(tokens, i)
    before = _first_of(tokens, i) - 1
    if verb is None or before <= verb or tokens[before].text.lower() != "with" or tokens[i + 1 : i + 2] == []:
        return
    tokens[before] = replace(tokens[before], head=i, deprel="case", upos="ADP", xpos="IN")
    tokens[i] = replace(tokens[i], deprel="obl")


def _second_subject_of(tokens: Sequence[Token], i: int) -> int | None:
    """The verb before a nominal that is its subject beside another one before the verb."""
    token, verb = tokens[i], tokens[i].head
    if token.deprel != "nsubj" or not 0 <= verb < i or tokens[verb].upos != "VERB" or token.upos not in _NOMINAL:
        return None
    return verb if any(t.head == verb and t.deprel == "nsubj" and k < verb for k, t in enumerate(tokens)) else None


def _first_of(tokens: Sequence[Token], i: int) -> int:
    """Where the words before a nominal that belong to it begin."""
    first = i
    while first > 0 and tokens[first - 1].deprel != "punct" and first <= tokens[first - 1].head <= i:
        first -= 1
    return first


def _mend_left_hurt(tokens: list[Token], v: int, words: HarmWords) -> None:
    """ "Leaving one person dead and three others wounded": the three wounded nobody, they are hurt."""
    token, dead = tokens[v], tokens[v].head
    if token.deprel != "conj" or token.text.lower() not in words.participles or not 0 < dead < v - 1:
        return
    left = tokens[dead].head
    if tokens[dead].text.lower() not in words.adjectives or left < 0 or tokens[left].lemma.lower() not in _LEAVING:
        return
    people = tokens[v - 1]
    counted = people.upos == "NUM" and people.deprel in {"compound", "nummod"}
    hurts = any(t.head == v and t.deprel == "obj" for t in tokens)
    if people.upos in _NOMINAL and (counted or people.deprel in {"conj", "nsubj"}) and not hurts:
        tokens[v] = replace(token, head=v - 1, deprel="acl", xpos="VBN")
        if people.head in {v, dead}:
            whose = next((k for k, t in enumerate(tokens) if t.head == left and t.deprel == "obj"), None)
            if whose is not None:
                tokens[v - 1] = replace(people, head=whose, deprel="conj")


def _mend_set_on_fire(tokens: list[Token], v: int) -> None:
    """ "Set on fire four trucks": what stands right behind the fire is what was set on it."""
    if tokens[v].lemma.lower() != "set" or [t.text.lower() for t in tokens[v + 1 : v + 3]] != ["on", "fire"]:
        return
    told = any(t.head == v and t.deprel == "obj" and k != v + 2 for k, t in enumerate(tokens))
    noun = next((k for k in range(v + 3, len(tokens)) if tokens[k].upos in {"NOUN", "PROPN"} and tokens[k].deprel == "conj"), None)
    if told or noun is None or tokens[noun].head > v or _first_of(tokens, noun) != v + 3:
        return
    tokens[v + 2] = replace(tokens[v + 2], deprel="obl")
    tokens[noun] = replace(tokens[noun], head=v, deprel="obj")


def _mend_set_ablaze(tokens: list[Token], i: int) -> None:
    """ "Stormed a camp and set ablaze nine vehicles": how they were set, before what was set so, and no word about it."""
    over = tokens[i].head
    if tokens[i].text.lower() in _ALIGHT and i and tokens[i - 1].lemma.lower() == "set" and tokens[i].deprel == "amod" and over > i:
        tokens[i] = replace(tokens[i], head=i - 1, deprel="xcomp")


def _mend_set_her_alight(tokens: list[Token], i: int) -> None:
    """ "Set her alight": whom, not whose."""
    whose = i - 1
    if tokens[i].text.lower() not in _ALIGHT or i < 2 or tokens[i - 2].lemma.lower() != "set" or tokens[whose].xpos != "PRP$":
        return
    tokens[whose] = replace(tokens[whose], head=i - 2, deprel="obj", xpos="PRP")
    tokens[i] = replace(tokens[i], head=i - 2, deprel="xcomp")


def _mend_doing_people(tokens: list[Token], i: int) -> None:
    """ "Fired tear gas at protesting students": the students it was fired at, called by what they do."""
    token, noun = tokens[i], i + 1
    if token.xpos != "VBG" or i == 0 or noun >= len(tokens) or tokens[noun].deprel != "obj" or tokens[noun].xpos != "NNS":
        return
    over = token.head if token.deprel == "advcl" and tokens[noun].head == i else tokens[noun].head
    before, known = tokens[i - 1], token.deprel == "advcl" or (token.deprel == "acl" and token.head == noun)
    if not known or before.deprel != "mark" or before.text.lower() not in _TOWARDS or not 0 <= over < i:
        return
    for k, t in enumerate(tokens):
        if t.head == i and k > noun:
            tokens[k] = replace(t, head=noun, deprel="nmod" if t.deprel == "obl" else t.deprel)
    tokens[i - 1] = replace(before, head=noun, deprel="case", upos="ADP", xpos="IN")
    tokens[i] = replace(token, head=noun, deprel="amod")
    tokens[noun] = replace(tokens[noun], head=over, deprel="obl")


def _mend_firing(tokens: list[Token], i: int) -> None:
    """ "One was hurt in police firing": the firing that the police did is a noun."""
    token = tokens[i]
    if token.text.lower() not in _DOINGS or token.upos != "VERB" or token.deprel != "advcl" or i < 2:
        return
    below = [k for k, t in enumerate(tokens) if t.head == i]
    mark = next((k for k in below if tokens[k].deprel == "mark" and tokens[k].text.lower() in _IN), None)
    whose = [k for k in below if tokens[k].deprel in {"compound", "amod"} and k < i]
    if mark is None or not whose or any(tokens[k].deprel in {"obj", "nsubj"} for k in below):
        return
    tokens[mark] = replace(tokens[mark], deprel="case", upos="ADP", xpos="IN")
    tokens[i] = replace(token, upos="NOUN", xpos="NN", deprel="obl", lemma=token.text.lower())


def _mend_who_fired(tokens: list[Token], v: int) -> None:
    """ "Helicopters fired at the camp": without an auxiliary whoever fired at something was not fired."""
    if tokens[v].lemma.lower() != "fire" or any(t.head == v and t.deprel.startswith("aux") for t in tokens):
        return
    aimed = any(t.text.lower() in _TOWARDS and t.deprel == "case" and tokens[t.head].head == v and k == v + 1 for k, t in enumerate(tokens))
    who = next((k for k, t in enumerate(tokens) if t.head == v and t.deprel == "nsubj:pass" and k < v), None)
    if aimed and who is not None:
        tokens[who] = replace(tokens[who], deprel="nsubj")
        tokens[v] = replace(tokens[v], xpos="VBD")


def _mend_done_with(tokens: list[Token], i: int) -> None:
    """ "Riddled a car with bullets", "dispersed nurses with tear gas": what it was done with is no part of whom it was done to."""
    noun = tokens[i].head
    if tokens[i].deprel != "nmod" or noun < 0 or noun > i or tokens[noun].deprel not in {"obj", "nsubj:pass"}:
        return
    verb = tokens[noun].head
    led = any(t.head == i and t.deprel == "case" and t.text.lower() == "with" for t in tokens)
    lemmas = [t.lemma.lower() for t in tokens]
    sprayed = lemmas[verb] in _SPRAYING or mode_of(lemmas, i) == "crowd-control"
    if led and sprayed and tokens[verb].upos == "VERB" and verb < i:
        tokens[i] = replace(tokens[i], head=verb, deprel="obl")
