"""Mending: who does a verb that the parse hangs on the wrong word: one called upon, a place made for, the dead of the clause before."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from casus.coding.mending.subjects import case_of
from casus.model.text import Token

_TOWARDS = frozenset({"on", "upon", "at", "to", "for", "against"})
_SETTING = frozenset({"set", "leave", "head", "depart", "make", "start"})
_DYING = frozenset({"die", "perish"})


def mend_agents(tokens: list[Token], i: int) -> None:
    """Mends the doer of one verb in place."""
    _mend_called_upon(tokens, i)
    _mend_made_for(tokens, i)
    _mend_after_the_dead(tokens, i)


def _mend_called_upon(tokens: list[Token], i: int) -> None:
    """ "Called upon the minister to resign": he is called upon, and does not call."""
    if tokens[i].deprel == "obl:agent" and case_of(tokens, i) in _TOWARDS:
        tokens[i] = replace(tokens[i], deprel="obl")


def _mend_made_for(tokens: list[Token], i: int) -> None:
    """ "Set off for the parliament to call for reform": who sets off calls, not the parliament."""
    place, verb = tokens[i], tokens[i].head
    if place.deprel != "nsubj" or not i < verb or tokens[verb].deprel not in {"advcl", "xcomp"} or tokens[verb].xpos != "VB":
        return
    over = tokens[verb].head
    mark = next((k for k in range(i) if tokens[k].head == verb and tokens[k].deprel == "mark" and tokens[k].text.lower() == "for"), None)
    if mark is None or not 0 <= over < mark or tokens[over].lemma.lower() not in _SETTING:
        return
    beside = all(tokens[k].head == over for k in range(over + 1, mark))
    if not beside or any(t.head == over and t.deprel == "obj" for t in tokens):
        return
    tokens[mark] = replace(tokens[mark], head=i, deprel="case", upos="ADP", xpos="IN")
    tokens[i] = replace(place, head=over, deprel="obl")


def _mend_after_the_dead(tokens: list[Token], v: int) -> None:
    """ "Norda said two soldiers lost their lives and complained to the council": the dead complain of nothing."""
    verb, first = tokens[v], tokens[v].head
    if verb.deprel != "conj" or verb.upos != "VERB" or verb.xpos != "VBD" or first < 0 or tokens[first].deprel != "ccomp":
        return
    if not _is_dying(tokens, first) or any(t.head == v and t.deprel.startswith(("nsubj", "aux", "obl:agent")) for t in tokens):
        return
    over = tokens[first].head
    if over >= 0 and over < first and any(t.head == over and t.deprel == "nsubj" for t in tokens):
        tokens[v] = replace(verb, head=over)


def _is_dying(tokens: Sequence[Token], v: int) -> bool:
    lost = any(t.head == v and t.deprel == "obj" and t.lemma.lower() == "life" for t in tokens) and tokens[v].lemma.lower() == "lose"
    killed = tokens[v].lemma.lower() == "kill" and any(t.head == v and t.deprel == "nsubj:pass" for t in tokens)
    return lost or killed or tokens[v].lemma.lower() in _DYING
