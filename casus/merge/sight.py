"""Sights: what merging looks at in a claim besides its parties: the days it can mean, its targets, its words, whether it points back."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from casus.codebook.harm import TOLLS as TOLLS
from casus.codebook.kinds import is_thing, singular
from casus.coding.roles.answers import ANSWERED
from casus.model.claim import Claim

RECENT = 7
"""News that gives no day is taken to be at most so many days older than its publication, when reports are compared."""
HITS = frozenset({"strike", "strike-by-means"})
"""Senses that tell, of people and without a doer, whom an attack struck ("two were hit")."""
ANYBODY = frozenset(
    "person people body one other dead victim man woman life casualty number wounded injured child boy girl teenager baby adult resident "
    "suspect head civilian somebody someone shooter gunman official citizen individual".split()
)
"""Words for people that say of nobody who they are; how many they are stands in the counts."""
_PROVINCE = 4
"""UCDP where_prec from which on a place is no more exact than a province: many acts happen there."""
FAR_PAST, FAR_FUTURE = 0, 10**7
FULL_NAME = re.compile(r"\b[A-Z][\w’'-]+(?: [A-Z]\.?)?(?: [A-Z][\w’'-]+)+")
"""First and last name, with or without an initial between them."""
THESE = re.compile(r"^(?:the|these|those|both|all)\b", re.IGNORECASE)
"""How several begin who are known already."""
NAME = re.compile(r"\b[A-Z][\w’-]{2,}")
_WORD = re.compile(r"[^\W\d_]+")
_POINTER = re.compile(r"\b(?:(?:the|this|those|these|such|its|their|his)\s+(?:[\w-]+\s+){0,2}?|that\s+)([\w-]+)", re.IGNORECASE)
_WITHIN = re.compile(r"\b(?:in|during) (?:the|this|that) (?:same )?(?:[\w-]+ )?([\w-]+)", re.IGNORECASE)
_OPENED = re.compile(r"(?:the|this|that) (?:[\w-]+ )?([\w-]+)(?:, which [^,]+,)? also\b", re.IGNORECASE)
_OF_SO_MANY = re.compile(
    r"\b(?:deaths?|killings?|murders?) of (?:at least |about |some |more than )?"
    r"(?:\d|an? |one |two |three |four |five |six |seven |eight |nine |ten )", re.IGNORECASE
)  # fmt: skip
_CARRYING = frozenset("carry commit conduct perpetrate execute launch stage mount order orchestrate mastermind".split())
_CARRIED = frozenset("attack bomb strike assault raid ambush massacre kill shoot explosion blast assassination murder".split())
_FOUGHT = frozenset("encounter clash fight firefight gunfight gunbattle shootout exchange crossfire".split())
"""Words for what two sides do to each other: either may be hurt in it."""
_PEOPLE = frozenset({"victim", "body", "corpse", "suspect", "casualty"})
"""Words for people by which frames tell harm; "the victim" points to somebody, not to an act."""
_NO_TARGETS = frozenset(
    "attack strike blast explosion town village city district region area province state country territory border capital place position "
    "site neighbourhood neighborhood suburb county part land soil front raid ambush clash truce ceasefire massacre assault gun rifle "
    "landmine".split()
)
"""Where something happened, or what happened; not what was struck."""
_STOPS = frozenset(
    "in at on near from of for with by to between among along outside inside and or who which that known responsible associated linked "
    "involved believed accused".split()
)


@dataclass(frozen=True, slots=True)
class Days:
    """The first and last day (proleptic ordinals) a claim can mean; `told` = its own words say so."""

    first: int
    last: int
    told: bool

    def meets(self, other: Days) -> bool:
        """Whether some day can belong to both."""
        return self.first <= other.last and other.first <= self.last


ANY_DAY = Days(FAR_PAST, FAR_FUTURE, False)


def days_of(claim: Claim) -> Days:
    """The days of a claim; undated news lies in the fortnight before its publication, other undated claims anywhere."""
    when = claim.date
    if when is None:
        return ANY_DAY
    last = when.end.toordinal() if when.end else FAR_FUTURE
    if when.start is not None:
        return Days(when.start.toordinal(), last, when.precision != "bounded")
    news = claim.layer == "news" and when.end is not None
    return Days(last - RECENT if news else FAR_PAST, last, False)


def is_dated(claim: Claim) -> bool:
    """Whether words date a claim to a day, a month or a year."""
    return claim.date is not None and claim.date.precision != "bounded" and claim.date.start is not None


def struck_things(claim: Claim) -> frozenset[str]:
    """The things among those it was done to, in the singular: "church"."""
    return frozenset(t for p in claim.recipients if p.id is None and (t := _target(head_word(p.name))))


def targets(claim: Claim) -> frozenset[str]:
    """The things struck, in the singular: "market", "checkpoint"."""
    heads = {head_word(p.name) for p in claim.recipients if p.id is None}
    return frozenset(t for w in (*heads, *words_of(claim.act.words)) if (t := _target(w)))


@lru_cache(maxsize=65536)
def _target(word: str) -> str:
    """The word in the singular if it names what can be struck, else nothing."""
    one = singular(word)
    return one if one not in _NO_TARGETS and is_thing(one) else ""


def head_word(name: str) -> str:
    """The noun of an unnamed party, in the singular: the last word before a preposition or comma."""
    found = ""
    for word in words_of(name.split(",")[0]):
        if word in _STOPS and found:
            break
        found = word
    return singular(found)


@lru_cache(maxsize=65536)
def words_of(text: str) -> tuple[str, ...]:
    """The words of a text, in lower case."""
    return tuple(w.lower() for w in _WORD.findall(text))


def stem(word: str) -> str:
    """The part of a word that its verb and noun share: "bomb" of "bombing", "bombed", "bombardment"."""
    low = word.lower().split()[-1] if word else ""
    for ending in ("ardment", "ings", "ing", "ment", "ed", "es", "s", "e"):
        if low.endswith(ending) and len(low) - len(ending) >= 4:
            return low[: -len(ending)]
    return low


def in_order(a: Claim, b: Claim) -> tuple[Claim, Claim]:
    """Two claims of one report as they stand in it; the ids, which cost a hash, are asked only where they start at one word."""
    if a.act.start != b.act.start:
        return (a, b) if a.act.start < b.act.start else (b, a)
    return (a, b) if a.id <= b.id else (b, a)


def points_back(claim: Claim) -> bool:
    """Whether the act is told as known already: "the attack", "carried out this raid", "claimed responsibility"."""
    if claim.act.rule == ANSWERED or is_harm_of_one_told(claim):
        return True
    if claim.lemma in _CARRYING and not claim.recipients and not claim.place:
        return any(stem(m[1]) in _CARRIED for m in _POINTER.finditer(claim.act.words))
    if claim.act.rule in TOLLS and is_within_one_told(claim):
        return True
    if claim.act.rule in TOLLS and _OF_SO_MANY.search(claim.act.words):
        return False  # "the death of six soldiers" says whose
    own = stem(claim.lemma)
    return bool(own) and claim.lemma not in _PEOPLE and any(stem(m[1]) == own for m in _POINTER.finditer(claim.act.words))


def names_of(claim: Claim) -> frozenset[str]:
    """What sets an act apart by name: the names of its place and of those it was done to."""
    town = claim.place if claim.place is not None and (claim.place.precision_ucdp or 0) < _PROVINCE else None
    words = (town.name if town else "", *(p.evidence.words for p in claim.recipients if p.id is None))
    return frozenset(w for text in words for w in NAME.findall(text))


def is_known_by_name(a: Claim, b: Claim) -> bool:
    """Whether `b`, told as known already, is named by a place or a victim of which the words of `a` before it tell."""
    if a.act.start >= b.act.start or not points_back(b):
        return False
    return bool(names_of(b) & (names_of(a) | frozenset(NAME.findall(a.act.words))))


def is_within_one_told(claim: Claim) -> bool:
    """Whether harm is told as that of an act known already: "were also hurt in the attack"."""
    return _is_within(claim, _CARRIED | _FOUGHT | {"incident", "firing"})


def is_harm_of_one_told(claim: Claim) -> bool:
    """Whether an act known already is said to have done more: "the blast also destroyed three shops"."""
    opened = _OPENED.match(claim.act.words)
    return opened is not None and bool({opened[1].lower(), stem(opened[1])} & (_CARRIED | _FOUGHT | {"incident"}))


def is_within_a_fight(claim: Claim) -> bool:
    """Whether harm is told as that of a fight known already, in which either side may be hurt ("also killed in the encounter")."""
    return _is_within(claim, _FOUGHT)


def _is_within(claim: Claim, nouns: frozenset[str]) -> bool:
    return any({m[1].lower(), stem(m[1])} & nouns for m in _WITHIN.finditer(claim.act.words))
