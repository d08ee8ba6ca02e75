"""Mending: "the death of Ruben Diaz of the Hartranft section, who was shot": "who" is a person, no place, nor what he rides.

"The attack on a hotel in Sake that killed seven": what killed was the attack.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from casus.codebook.kinds import is_armed_noun, is_machine, is_people, is_person_role, is_thing
from casus.codebook.occasions import load_occasions
from casus.model.text import Name, Token

_OPENS = frozenset({"who", "whom"})
_HARMING = frozenset({"kill", "wound", "injure", "hurt", "leave", "maim", "destroy", "damage"})
_FORCE = frozenset({"raid", "strike", "attack", "bomb"})
_FAR = 12
"""So many words before the place the person may stand."""


def mend_relative(tokens: list[Token], v: int, names: Sequence[Name]) -> None:
    """Hang a clause with "who" on the person named before the place that the parse gave it, in place."""
    head = tokens[v].head
    if tokens[v].deprel != "acl:relcl" or head < 0 or not any(t.head == v and t.text.lower() in _OPENS for t in tokens[head + 1 : v]):
        return
    if (riders := _riders(tokens, head)) is not None:
        tokens[v] = replace(tokens[v], head=riders)
        return
    if not _is_of_place(tokens, head, names):
        return
    person = next((n for n in reversed(names) if n.kind == "person" and head - _FAR <= n.first and n.last < head), None)
    if person is None or any(t.upos in {"VERB", "AUX"} or t.text in {",", ";"} for t in tokens[person.last : head]):
        return
    own = next((i for i in range(person.first, person.last) if not person.first <= tokens[i].head < person.last), person.first)
    tokens[v] = replace(tokens[v], head=own)


def _riders(tokens: Sequence[Token], head: int) -> int | None:
    """ "Men in four pickups who chased him": the men chased him."""
    who = tokens[head].head
    if tokens[head].deprel != "nmod" or not (is_machine(tokens[head].lemma.lower()) or is_thing(tokens[head].lemma.lower())) or who < 0:
        return None
    lemma = tokens[who].lemma.lower()
    return who if is_people(lemma) or is_person_role(lemma) or is_armed_noun(lemma) else None


def mend_deadly_relative(tokens: list[Token], v: int) -> None:
    """Hang "that killed seven" on the attack, where the parse gave it to the building or town that was attacked."""
    head = tokens[v].head
    if tokens[v].deprel != "acl:relcl" or head < 0 or tokens[v].lemma.lower() not in _HARMING or not _is_thing(tokens[head]):
        return
    own = (tokens[k] for k in range(head + 1, v) if tokens[k].head == v and tokens[k].deprel == "nsubj")
    opens, over = any(t.text.lower() in {"that", "which"} for t in own), head
    while opens and tokens[over].deprel in {"nmod", "obl"} and 0 <= tokens[over].head < over:
        over = tokens[over].head
        if tokens[over].upos == "NOUN" and tokens[over].lemma.lower() in load_occasions().one_sided | _FORCE:
            tokens[v] = replace(tokens[v], head=over)
            return


def _is_thing(token: Token) -> bool:
    return token.upos == "PROPN" or (is_thing(token.lemma.lower()) and not is_people(token.lemma.lower()))


def _is_of_place(tokens: Sequence[Token], head: int, names: Sequence[Name]) -> bool:
    """Whether a noun is a place, or called by one ("Fairhill's Hartranft section"), and nobody."""
    if is_people(tokens[head].lemma.lower()) or is_person_role(tokens[head].lemma.lower()):
        return False
    below = {head, *(i for i, t in enumerate(tokens) if t.head == head and t.deprel in {"compound", "nmod:poss"})}
    return any(n.kind == "place" and any(n.first <= i < n.last for i in below) for n in names)
