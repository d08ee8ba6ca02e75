"""The scene: where an act was whose own words name no place, by what is told of its place right before.

"Militants attacked a post in Sake on Monday. They killed four guards." Both were in Sake: reports name the place once. The
scene is lent within a few sentences, to acts of one layer and no other day, where nothing between names another place; it never
weighs in merging and gives way to a place named for any account of the event (merge/reconcile.py).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from casus.codebook.modality import load_modality
from casus.codebook.place_words import load_place_words
from casus.coding.places.mention import PlaceMention
from casus.model.claim import DONE, Claim
from casus.model.place import Place
from casus.model.text import Sentence
from casus.resolve.containers_told import is_bare, lie_in_scene
from casus.resolve.one_story import agree, lender_of_story
from casus.resolve.where_told import is_where

_LENT = frozenset({"ASSAULT", "COERCE", "PROTEST", "AID", "RETREAT", "MOBILIZE"})
_DECREED = frozenset({"lift-curbs"})
"""Senses of acts done by decree, at no place on the ground."""
_NEAR, _IN_PARAGRAPH = 2, 6
"""How many sentences a scene reaches, and how many within one paragraph."""
_ON_THE_SPOT = re.compile(r"\b(?:raid|operation|sweep|search|spot|scene|protests?|demonstrations?|rally)\b", re.IGNORECASE)
_OF_ANOTHER = re.compile(r"(?:for|of|about|over|against)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Grounds:
    """What a scene is judged by: the report's sentences, the places each names, and what a name means."""

    sentences: Sequence[Sentence]
    mentions: Mapping[int, Sequence[PlaceMention]]
    find: Callable[[PlaceMention], Place]


def set_scenes(claims: Sequence[Claim], grounds: Grounds, again: Sequence[Claim] = ()) -> list[Claim]:
    """The claims, those without a place with the scene they are told in; acts told `again` (occurrences.py) lend theirs, too."""
    lenders = sorted((c for c in (*claims, *again) if _lends(c)), key=lambda c: (c.sentence, c.act.start))
    known = [c for c in lenders if c.place is not None and not is_bare(c.place)]
    titles = [c for c in claims if c.heading]
    claims, lenders = ([_contained(c, known, titles, grounds.sentences) for c in each] for each in (claims, lenders))
    return [replace(c, scene=found) if (found := _scene(c, claims, lenders, grounds)) is not None else c for c in claims]


def _contained(claim: Claim, known: Sequence[Claim], titles: Sequence[Claim], sentences: Sequence[Sentence]) -> Claim:
    """A claim whose place is a bare name, with what the place of the act told before it tells of it (containers_told.py)."""
    if claim.place is None or not is_bare(claim.place) or not may_have(claim) or is_elsewhere(sentences[claim.sentence]):
        return claim
    able = [c for c in known if c.id != claim.id and one_day(c, claim)]
    lender = next((c for c in reversed(able) if _reaches(c, claim, sentences) and _fits(c, claim)), None)
    lender = lender or lender_of_story(claim, able, known, sentences) or _of_the_title(claim, titles, able)
    return claim if lender is None or lender.place is None else replace(claim, place=lie_in_scene(claim.place, lender.place))


def _scene(claim: Claim, claims: Sequence[Claim], lenders: Sequence[Claim], grounds: Grounds) -> Place | None:
    if claim.place is not None or claim.scene is not None or not may_have(claim) or is_elsewhere(grounds.sentences[claim.sentence]):
        return None
    spot = _pointed_at(claim, grounds)
    if spot is not None:
        return replace(spot, reason=f"{spot.reason}; named in the sentence before, to which its words point back", candidates=())
    lender = next((c for c in reversed(lenders) if _reaches(c, claim, grounds.sentences) and _fits(c, claim)), None)
    if lender is not None and (_is_over_another_place(lender, claim, grounds) or _is_one_of_several(lender, grounds)):
        return None
    lender = lender or _of_the_lead(claim, lenders, grounds.sentences) or _of_the_title(claim, claims, lenders)
    lender = lender or lender_of_story(claim, [c for c in lenders if one_day(c, claim)], claims, grounds.sentences)
    if lender is None or lender.place is None or any(not agree(lender.place, p) for p in named_beside(claim, grounds)):
        return None
    reason = f"named where “{lender.act.words}” is told; the act's own words name no place"
    return replace(lender.place, reason=f"{lender.place.reason}; {reason}", candidates=())


def _is_over_another_place(lender: Claim, claim: Claim, grounds: Grounds) -> bool:
    """ "They bombed Kibati. Off Minova a boat was stopped. Rebels shelled the pier.": the report has gone on to another place."""
    between = range(lender.sentence + 1, claim.sentence)
    named = ((at, m) for at in between for m in grounds.mentions.get(at, ()) if m.kind != "country" and (m.known or m.unit))
    return any(is_where(m, grounds.sentences[at]) and not agree(lender.place, grounds.find(m)) for at, m in named)


def _is_one_of_several(lender: Claim, grounds: Grounds) -> bool:
    """ "Soldiers entered Goma and Sake": which of them is meant afterwards nobody can say."""
    named, tokens = grounds.mentions.get(lender.sentence, ()), grounds.sentences[lender.sentence].tokens
    own = next((m for m in named if lender.place is not None and m.evidence == lender.place.evidence), None)
    return own is not None and any(tokens[m.head].deprel == "conj" and tokens[m.head].head == own.head for m in named if m is not own)


def _pointed_at(claim: Claim, grounds: Grounds) -> Place | None:
    """ "... links to the bombing in Sake. The attack killed four.": the one place that the sentence before names with the act."""
    before = claim.sentence - 1
    if before < 0 or grounds.sentences[before].heading or not _points_back(grounds.sentences[claim.sentence]):
        return None
    named = [m for m in grounds.mentions.get(before, ()) if m.role != "dateline" and not _is_whose(m, grounds.sentences[before])]
    told = [m for m in named if m.kind != "country" and m.role == "where" and _is_of_an_occasion(m, grounds.sentences[before])]
    return grounds.find(told[0]) if len(told) == 1 and not any(named_beside(claim, grounds)) else None


def _points_back(sentence: Sentence) -> bool:
    """ "The attack ...", "This deadly raid ..." open the sentence."""
    opening = [t.lemma.lower() for t in sentence.tokens[:4]]
    return opening[:1] in (["the"], ["this"], ["that"]) and bool(set(opening[1:]) & _occasions())


def _is_of_an_occasion(mention: PlaceMention, sentence: Sentence) -> bool:
    """Whether the place hangs on a noun for an occurrence ("the bombing in Sake")."""
    over = sentence.tokens[mention.head].head
    return over >= 0 and sentence.tokens[over].upos == "NOUN" and sentence.tokens[over].lemma.lower() in _occasions()


@lru_cache(maxsize=1)
def _occasions() -> frozenset[str]:
    """Nouns for one occurrence of force."""
    return frozenset(load_modality().occasions) | load_place_words().strikes


def _reaches(lender: Claim, claim: Claim, sentences: Sequence[Sentence]) -> bool:
    one, other = sentences[lender.sentence], sentences[claim.sentence]
    return 0 <= claim.sentence - lender.sentence <= (_IN_PARAGRAPH if one.paragraph == other.paragraph else _NEAR)


def _of_the_lead(claim: Claim, lenders: Sequence[Claim], sentences: Sequence[Sentence]) -> Claim | None:
    """ "Guards were attacked on Monday, police said. Gunmen had fired at their car near Sake.": the place after the opening sentence."""
    if any(not s.heading for s in sentences[: claim.sentence]):
        return None
    after = (c for c in lenders if c.sentence == claim.sentence + 1 and c.type == claim.type and c.layer == claim.layer)
    return next((c for c in after if one_day(claim, c)), None)


def _of_the_title(claim: Claim, claims: Sequence[Claim], lenders: Sequence[Claim]) -> Claim | None:
    """The act of one type that the title tells with its place, where no act in the news is told of another place."""
    titles = (c for c in claims if c.heading and c.place is not None and c.type == claim.type and not c.place.is_wide)
    title = next(titles, None)
    if title is None or claim.layer != "news" or any(c.layer == "news" and not agree(title.place, c.place) for c in lenders):
        return None
    return title if claim.date is None or claim.date.evidence is None or title.date is None or one_day(title, claim) else None


def may_have(claim: Claim) -> bool:
    """Whether an act was done at one place and time, and is told in the text itself."""
    told = claim.type in _LENT and claim.status in DONE and not claim.heading and not claim.aggregate and claim.act.rule not in _DECREED
    return told and not _OF_ANOTHER.match(claim.act.words)  # "retaliation for the killing of ..."


def _lends(claim: Claim) -> bool:
    """Whether an act has a place that is narrow enough to be a scene."""
    return claim.place is not None and claim.certain and may_have(claim) and not claim.place.is_wide


def _fits(lender: Claim, claim: Claim) -> bool:
    """Whether both are acts of one layer, one entry and no two days, the lender told first; an arrest is made anywhere."""
    first = (lender.sentence, lender.act.start) < (claim.sentence, claim.act.start)
    arrests = [c for c in (lender, claim) if "arrest" in c.modes]
    violent = "ASSAULT" in {lender.type, claim.type}
    apart = len(arrests) == 1 and violent and not _ON_THE_SPOT.search(arrests[0].act.words)
    return first and not apart and lender.layer == claim.layer and lender.item == claim.item and one_day(lender, claim)


def one_day(lender: Claim, claim: Claim) -> bool:
    """Whether the words give the two acts no two days."""
    a, b = lender.date, claim.date
    if b is None or b.evidence is None:
        return True
    return a is not None and (a.start, a.end) == (b.start, b.end)


def named_beside(claim: Claim, grounds: Grounds, *, origins: bool = True) -> Iterator[Place]:
    """The places named in the claim's own sentence, seats and peoples apart, and `origins` ("from Sake") if wanted."""
    for mention in grounds.mentions.get(claim.sentence, ()):
        named = mention.role not in {"dateline", "seat"} and (origins or mention.role != "from")
        if named and not _is_whose(mention, grounds.sentences[claim.sentence]):
            yield grounds.find(mention)


def _is_whose(mention: PlaceMention, sentence: Sentence) -> bool:
    """ "The U.S. officials", "Ruritania said": a country that no preposition leads says whose, not where."""
    before = sentence.tokens[mention.first - 1].text.lower() if mention.first else ""
    words = load_place_words()
    return mention.kind == "country" and before not in words.inside | words.origin | words.destination


def is_elsewhere(sentence: Sentence, but: frozenset[str] = frozenset()) -> bool:
    """ "In a separate attack", "elsewhere", "another bomb"; `but` are words of the list that do not count."""
    return any(_elsewhere().fullmatch(t.text) and t.text.lower() not in but for t in sentence.tokens)


@lru_cache(maxsize=1)
def _elsewhere() -> re.Pattern[str]:
    return re.compile("|".join(sorted(load_place_words().apart)), re.IGNORECASE)
