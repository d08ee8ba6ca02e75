"""Sentences that only say when and where: "The attack took place near Sake on Monday", "It happened at dawn on Sunday".

They tell no act of their own. What they say is the day and the place of the act told last before them (within a few sentences) where its
own words give none, or only the province or country that the place lies in; and they stand among the acts that lend a scene
(scene_of_report.py) or a day (told_with.py) to those told after.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from casus.codebook.kinds import singular
from casus.codebook.occasions import load_occasions
from casus.coding.dates.of_act import date_of_act
from casus.coding.places.mention import PlaceMention
from casus.coding.places.of_act import place_of_act
from casus.coding.syntax import SUBJECTS, Tree
from casus.model.claim import Claim
from casus.model.place import Place
from casus.model.text import Sentence
from casus.model.when import DateRange
from casus.resolve.containers_told import is_bare, lie_in_scene
from casus.resolve.one_story import turns
from casus.resolve.scene_of_report import may_have
from casus.resolve.told_with import is_by_means, tells_day

_REACH = 4
_ASKED = frozenset({"where", "when", "how", "why", "whether", "if", "before", "after", "until", "since", "as", "while"})
_POINTING = frozenset({"the", "this", "that"})
_DONE = frozenset({"launch", "conduct", "hold", "stage", "carry", "mount"})
_FURTHER = frozenset({"event", "arrest", "abduction", "kidnapping", "offensive", "eviction"})
"""Nouns for an act beside those of `occasions`."""
_UNIT = 3
"""UCDP where_prec from which on a place is a district or more."""


@dataclass(frozen=True, slots=True)
class Around:
    """The sentences of a report, the days and places each of them names, and what a name of a place means."""

    sentences: Sequence[Sentence]
    dates: Mapping[int, Sequence[DateRange]]
    places: Mapping[int, Sequence[PlaceMention]]
    find: Callable[[PlaceMention], Place]


def tell_occurrences(claims: Sequence[Claim], around: Around) -> tuple[list[Claim], list[Claim]]:
    """The claims with the day and place told of them afterwards; and, as the same act once more, each such sentence, to lend on."""
    out, again = list(claims), []
    for sentence in around.sentences:
        for noun, verb in _occurring(sentence):
            k = _told_before(out, sentence, noun, around)
            if k is None:
                continue
            day = date_of_act(sentence, verb, around.dates.get(sentence.index, ()))
            spot = place_of_act(sentence, verb, around.places.get(sentence.index, ()))
            when, where = day if tells_day(day) else None, around.find(spot) if spot is not None else None
            if where is not None and (known := out[k].place or out[k].scene) is not None:
                where = lie_in_scene(where, known)
            where = where if where is not None and not is_bare(where) else None
            if sentence.tokens[verb].xpos == "VBD":  # "the operation was launched on Sunday after rebels attacked" lends them no day
                told = replace(out[k], sentence=sentence.index, heading=False, place=where or out[k].place, date=when or out[k].date)
                again.append(told)
            meant = [i for i, c in enumerate(out) if i == k or _is_same(c, out[k], sentence)]
            out = [_filled(c, when, where) if i in meant else c for i, c in enumerate(out)]
    return out, again


def _is_same(claim: Claim, meant: Claim, sentence: Sentence) -> bool:
    """Whether an account stands between the act meant, in a heading, and the sentence that tells when it was."""
    between = meant.heading and meant.sentence < claim.sentence < sentence.index
    return between and (claim.type, claim.layer) == (meant.type, meant.layer) and may_have(claim)


def _occurring(sentence: Sentence) -> Iterator[tuple[str, int]]:
    """The verbs that only tell that it happened, each with the noun for it ("" for "it")."""
    if sentence.heading or not sentence.tokens:
        return
    tree = Tree(sentence)
    for i, token in enumerate(sentence.tokens):
        asked = any(tree.lemma(c) in _ASKED for c in tree.children(i, "advmod", "mark"))
        if token.xpos in {"VBD", "VBN"} and _is_occurring(tree, i) and not asked:
            subject = next(iter(tree.children(i, *SUBJECTS)), None)
            told = tree.antecedent(subject) if subject is not None else i  # "the raid, which took place on Monday, left"
            noun = _pointing(tree, told) if subject is not None else None
            if noun is not None and (told != subject or not tree.rel(i).startswith(("acl", "advcl"))):
                yield noun, i


def _is_occurring(tree: Tree, i: int) -> bool:
    taking = tree.lemma(i) == "take" and any(tree.lemma(c) == "place" for c in tree.children(i, "obj"))
    done = tree.lemma(i) in _DONE and any(tree.lemma(c) == "be" and tree.tokens[c].xpos == "VBD" for c in tree.children(i, "aux:pass"))
    return ((tree.tokens[i].xpos == "VBD" and (tree.lemma(i) in {"happen", "occur"} or taking)) or done) and not tree.denied(i)


def _pointing(tree: Tree, subject: int) -> str | None:
    """The noun of "the attack", "this incident", or "" of "it"; None of anything else."""
    lemma = singular(tree.lemma(subject))
    if lemma in {"it", "this"}:
        return ""
    own = any(tree.tokens[c].upos in {"PROPN", "NUM"} for c in tree.children(subject)) or tree.children(subject, "nmod", "acl")
    led = any(tree.lemma(c) in _POINTING for c in tree.children(subject, "det"))
    return lemma if led and not own and lemma in load_occasions().occasions | _FURTHER else None


def _told_before(claims: Sequence[Claim], sentence: Sentence, noun: str, around: Around) -> int | None:
    """The number of the act told last before a sentence, a certain one first, if the noun can mean it and nothing sets it apart."""
    near = [k for k, c in enumerate(claims) if 0 < sentence.index - c.sentence <= _REACH and _can_mean(noun, c, around)]
    able = [k for k in near if claims[k].certain] or [k for k in near if claims[k].type == "ASSAULT"]
    best = max(able, key=lambda k: (claims[k].sentence, claims[k].act.start), default=None)
    if best is None or claims[best].layer != "news":
        return None
    between = around.sentences[claims[best].sentence + 1 : sentence.index + 1]
    return None if turns(between, load_occasions().parting) else best


def _can_mean(noun: str, claim: Claim, around: Around) -> bool:
    """Whether "the shooting", or "it", can be the act: an arrest is no shooting."""
    words = {singular(t.lemma.lower()) for t in around.sentences[claim.sentence].tokens}
    fits = not noun or is_by_means(noun, claim, words)
    forceful = claim.type == "ASSAULT" or noun in {"", "incident", "event"} or noun in words
    return fits and forceful and may_have(replace(claim, heading=False))


def _filled(claim: Claim, when: DateRange | None, where: Place | None) -> Claim:
    """The claim with the day and place that it lacks."""
    if when is not None and (claim.date is None or claim.date.evidence is None):
        claim = replace(claim, day=replace(when, basis=f"{when.basis}; told of it afterwards"))
    if where is not None and claim.place is None:
        claim = replace(claim, scene=replace(where, reason=f"{where.reason}; told of it afterwards", candidates=()))
    if where is not None and claim.place is not None and _narrows(where, claim.place):
        claim = replace(claim, place=replace(where, reason=f"{where.reason}; told of it afterwards"))
    return claim


def _narrows(where: Place, known: Place) -> bool:
    """Whether a place lies in the district, province or country that an act's own words give."""
    if (known.precision_ucdp or 0) < _UNIT or (where.precision_ucdp or _UNIT) >= (known.precision_ucdp or 0):
        return False
    return known.name in where.within or (known.is_wide and known.country is not None and known.country == where.country)
