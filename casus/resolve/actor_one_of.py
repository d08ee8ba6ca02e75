"""One of a body: "an activist of the league", "the French ambassador" hurt or taken is that person, not the league or the government."""

from __future__ import annotations

from dataclasses import replace

from casus.codebook.kinds import is_thing, load_kinds, singular
from casus.coding.numbers import first_number
from casus.model.actor import Party
from casus.resolve.actor_scene import Scene
from casus.resolve.actor_words import Phrase, phrase_at

_BODIES = frozenset("state government military police intelligence armed-group militia party igo ngo company media collective".split())
_RANKS = frozenset({"military", "police"})
"""Soldiers and officers without a name stand for their force."""
_FEW = 2
_SEVERAL = frozenset({"and", "or"})


def as_one(party: Party, scene: Scene) -> Party:
    """The party as one human being of the body it was taken for: the words as written, the body among its parents; else itself."""
    if party.id is None or party.kind not in _BODIES:
        return party
    if (first_number(party.evidence.words) or 1) > 1:
        return party
    phrase = phrase_at(scene.text, party.evidence.start, party.evidence.end, None)
    if not (_ends_in_a_person(phrase, scene) or _is_one(phrase) or _is_of_one(phrase, scene)):
        return party
    why = f"one of {party.name}: {party.reason}"
    return replace(party, name=phrase.bare.split(", ")[0], id=None, parents=(party.id, *party.parents), reason=why)


def as_persons(party: Party, scene: Scene) -> Party:
    """ "Sanctions on three Guatemalan officials": people who are counted are meant themselves, not their government."""
    if party.id is None or party.kind != "government" or (first_number(party.evidence.words) or 1) < _FEW:
        return party
    noun = phrase_at(scene.text, party.evidence.start, party.evidence.end, None).noun
    if noun is None or "person" not in noun.flags:
        return party
    why = f"some of {party.name}: {party.reason}"
    return replace(party, name=party.evidence.words, id=None, parents=(party.id, *party.parents), reason=why)


def as_town(party: Party, scene: Scene) -> Party:
    """ "A strike on Beirut": a capital told of alone is the town that is hit, not who governs from it."""
    alone = [x for x in scene.mentions.lands_over(party.evidence.start, party.evidence.end) if x.words == party.evidence.words]
    if party.id is None or not alone or alone[0].way != "capital":
        return party
    why = f"unknown: {alone[0].words} is a place here, what was struck"
    return replace(party, name=alone[0].words, kind="unknown", id=None, parents=(), country=alone[0].iso3, reason=why)


def _ends_in_a_person(phrase: Phrase, scene: Scene) -> bool:
    """Whether the only person's name in a phrase ends it, behind what he is ("security minister Ana Kolb")."""
    if not phrase.core or any(w.plain in _SEVERAL for w in phrase.core):
        return False
    known = [(k.start, k.end) for k in scene.names(phrase)]
    persons = [(a, b) for a, b in scene.mentions.persons if phrase.core[0].start < a and b <= phrase.core[-1].end]
    if not persons and phrase.words[-1].end > phrase.core[-1].end:  # "local Red Front (RF) leader Ana Kolb"
        ends = [(a, b) for a, b in scene.mentions.persons if phrase.core[-1].end < a and b == phrase.words[-1].end]
        return len(ends) == 1 and scene.text[phrase.core[-1].end : ends[0][0]].lstrip().startswith("(")
    if len(persons) != 1 or any(a < persons[0][1] and persons[0][0] < b for a, b in known):
        return False
    return persons[0][1] == phrase.core[-1].end and not phrase.core[-1].owns


def _is_of_one(phrase: Phrase, scene: Scene) -> bool:
    """ "The house of a lawmaker of the party": what one person owns is his, not his party's."""
    of = next((i for i, w in enumerate(phrase.core) if i and w.text == "of"), None)
    if of is None or of + 1 >= len(phrase.core) or not is_thing(singular(phrase.core[of - 1].plain)):
        return False
    owner = phrase_at(scene.text, phrase.core[of + 1].start, phrase.end, None)
    return _is_one(owner) or _ends_in_a_person(owner, scene)


def _is_one(phrase: Phrase) -> bool:
    """Whether a phrase is about one person by a role that is no mere rank: "a leader of the party", "the ambassador"."""
    noun, head = phrase.noun, phrase.head_word
    last = phrase.words[-1] if phrase.words else None
    if last is not None and phrase.text[: last.start].rstrip().endswith(")"):
        noun, head = load_kinds().noun(last.plain), last  # "a Red Front (RF) leader"
    if noun is None or head is None or "person" not in noun.flags or noun.kind in _RANKS:
        return False
    return head.plain == singular(head.plain) and not head.text.isupper()
