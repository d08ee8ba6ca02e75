"""Speakers called by a pronoun: "He said" in the sentences after "a doctor in Wana said" is the doctor still."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import replace

from casus.codebook.kinds import is_person_role
from casus.coding.speech.tellers import Teller
from casus.model.claim import Claim, Source

REACH = 3
"""How many sentences a speaker is carried on."""
PRONOUNS = frozenset({"he", "she", "it", "they", "we", "i", "him", "her", "them", "his", "their"})
_NOBODY = PRONOUNS | {"us", "me", "you", "who", "this", "that", "these", "those", "one", "some", "others"}
"""Words that no later pronoun stands for."""
_IN_OFFICE = frozenset({"official", "analyst", "ngo", "medic"})
"""Who mostly speaks when a report turns to him ("The premier agreed. On Monday he said ...")."""
_PLURAL = frozenset({"they", "them", "their"})
_SINGULAR = frozenset({"he", "she", "him", "her", "his", "i"})


def is_pronoun(name: str, pronouns: Collection[str] = PRONOUNS) -> bool:
    """Whether a party's name is only a pronoun: "us", not "US"."""
    return name.lower() in pronouns and name != "US"


def last_speaker(claim: Claim, tellers: Sequence[Teller]) -> Source | None:
    """The last speaker named before the act, at most REACH sentences back."""
    before = [t.source for t in _before(claim.act.start, claim.sentence, tellers) if t.says]
    return before[-1] if before else None


def meant_by(name: str, start: int, sentence: int, tellers: Sequence[Teller]) -> Source | None:
    """Who a pronoun that speaks stands for: the last speaker that it fits, else the last one told of that it fits.

    "He" and "she" fit one human being; the others fit whoever speaks, but no single person who says nothing; "they" a person only
    where he spoke in the sentence right before (for a body).
    """
    word = name.lower()
    if word not in PRONOUNS:
        return None
    near = list(_before(start, sentence, tellers))
    speaking = [t for t in near if t.says and (t.person or word not in _SINGULAR)]
    if word in _PLURAL:
        speaking = [t for t in speaking if not t.person or t.sentence == sentence - 1]
    told_of = [t for t in near if word in _SINGULAR and t.person and t.sentence < sentence]
    spoken = speaking[-1].sentence if speaking else sentence
    office = [t for t in told_of if t.sentence == sentence - 1 > spoken and not t.says and t.source.capacity in _IN_OFFICE]
    if office and name.lower() in _SINGULAR and len({t.source.name for t in told_of if t.sentence == sentence - 1}) == 1:
        return office[-1].source
    return (speaking or told_of)[-1].source if speaking or told_of else None


def followed(tellers: Sequence[Teller]) -> tuple[Teller, ...]:
    """The tellers with each "he" that says something as the speaker it goes on from: a long statement keeps its speaker."""
    out: list[Teller] = []
    for t in tellers:
        meant = meant_by(t.source.name, t.source.evidence.start, t.sentence, out) if t.says and t.source.name.lower() in _SINGULAR else None
        known = replace(t.source, name=meant.name, capacity=meant.capacity, id=meant.id, country=meant.country) if meant else t.source
        out.append(replace(t, source=known))
    return tuple(out)


def _before(start: int, sentence: int, tellers: Sequence[Teller]) -> Sequence[Teller]:
    return [
        t for t in tellers
        if 0 <= sentence - t.sentence <= REACH and t.source.evidence.start < start and not is_pronoun(t.source.name, _NOBODY)
    ]  # fmt: skip


def spoken_by(source: Source, sentence: int, tellers: Sequence[Teller]) -> Source | None:
    """A source that is only a pronoun, as the speaker meant; None where it is none, or nobody is found."""
    speaker = meant_by(source.name, source.evidence.start, sentence, tellers)
    if speaker is None:
        return None
    chain = tuple(c for c in source.chain if c != speaker.name)
    return replace(source, chain=chain, name=speaker.name, capacity=speaker.capacity, id=speaker.id, country=speaker.country)


def in_full(source: Source, tellers: Sequence[Teller]) -> Source:
    """ "Salak said", "the SP said" after "the chief (SP) Oren Salak said": one voice, called as first; two of one surname stay apart."""
    if len(source.name.split()) != 1 or not source.name[:1].isupper():
        return source
    longer = {t.source.name: t.source for t in reversed(tellers) if t.says and t.person and _ends_with(t.source, source)}
    given = {name: known for name, known in longer.items() if not is_person_role(name.split()[-2].lower())} or longer
    if len(given) != 1:
        return source
    (known,) = given.values()
    capacity = known.capacity if source.capacity == "unknown" else source.capacity
    return replace(source, name=known.name, capacity=capacity, id=known.id or source.id, country=known.country or source.country)


def _ends_with(longer: Source, bare: Source) -> bool:
    words = longer.name.split()
    named = len(words) > 1 and words[-1] == bare.name and words[-2][:1].isupper()
    return (named or _by_rank(words, bare.name)) and longer.evidence.start < bare.evidence.start


def _by_rank(words: Sequence[str], rank: str) -> bool:
    """ "The SP said", "said the General" after "Superintendent of Police (SP) Oren Salak", "Major General Ana Sol": by rank or role."""
    return f"({rank})" in words or (is_person_role(rank.lower()) and rank in words[:-1] and words[-1][:1].isupper())
