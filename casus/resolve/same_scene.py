"""The day of a scene: told once in a paragraph, it holds for what the paragraph goes on to tell of the same time.

"On Saturday, villagers marched on the town hall. Tyres were burned; police fired tear gas." What is told in the simple past, with
no other day and no word that sets it at another time or place, is of the day told last before it. Arrests after an attack are not, as
they come later.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import pairwise

from casus.codebook.occasions import load_occasions
from casus.coding.acts.filling import VERBAL
from casus.coding.syntax import Tree
from casus.model.claim import DONE, Claim, Layer
from casus.model.text import Sentence
from casus.model.when import DateRange
from casus.resolve.one_story import agree, turns

_REACH = 5
"""How many sentences further on a paragraph is still in the scene."""
_DEEDS = frozenset({"ASSAULT", "PROTEST", "COERCE"})
_HOLDING = frozenset({"PROTEST", "COERCE"})
"""With these an arrest is of the same day; after an attack it is of a later one as often."""
_ASIDE = frozenset({"acl:relcl", "acl"})
_PARTED = frozenset({"after", "before", "following", "since", "over", "for", "until"})
_DAYS = frozenset({"dmy", "mdy", "iso", "weekday", "day_word", "offset", "that"})
_PAST = frozenset({"was", "were", "did"})
_LATER = frozenset({"has", "have", "'s", "’s", "is", "are", "will", "would", "may", "might", "could", "should", "can"})

Dates = Mapping[int, Sequence[DateRange]]


def keep_day(claims: Sequence[Claim], sentences: Sequence[Sentence], dates: Dates) -> list[Claim]:
    """The claims, those that lack a day with that of the scene in which they are told."""
    found = [_in_scene(c, claims, sentences, dates) if _lacks_day(c) else c for c in claims]
    return [_in_speech(c, found, sentences, dates) if c.type in VERBAL and c.is_undated else c for c in found]


def _in_speech(claim: Claim, claims: Sequence[Claim], sentences: Sequence[Sentence], dates: Dates) -> Claim:
    """ "In a speech on Sunday, he accused the rebels. He also called on the police ...": what the same speaker goes on to say."""
    here = sentences[claim.sentence]
    if claim.heading or claim.status not in DONE or not claim.sentence or dates.get(claim.sentence) or not _opens_with_pronoun(here):
        return claim
    before, who = sentences[claim.sentence - 1], {p.id or p.name for p in claim.actors}
    told = [c for c in claims if c.sentence == before.index and c.type in VERBAL and c.layer == claim.layer and not c.heading]
    said = next((c for c in told if c.date is not None and _is_exact(c.date, "news") and who & {p.id or p.name for p in c.actors}), None)
    alone = len({(d.start, d.end) for d in dates.get(before.index, ())}) == 1
    if said is None or said.date is None or not alone or before.paragraph != here.paragraph or not _is_simple_past(claim, here):
        return claim
    return _with(claim, said.date)


def _opens_with_pronoun(sentence: Sentence) -> bool:
    return bool(sentence.tokens) and sentence.tokens[0].lemma.lower() in {"he", "she", "it", "they"}


def _lacks_day(claim: Claim) -> bool:
    done = claim.type in _DEEDS and claim.status in DONE
    return claim.is_undated and done and not claim.heading and not claim.aggregate


def _in_scene(claim: Claim, claims: Sequence[Claim], sentences: Sequence[Sentence], dates: Dates) -> Claim:
    here = sentences[claim.sentence]
    if here.heading or dates.get(claim.sentence) or turns([here], load_occasions().parting) or not _is_simple_past(claim, here):
        return claim
    for sentence in reversed(sentences[max(claim.sentence - _REACH, 0) : claim.sentence]):
        if sentence.paragraph != here.paragraph or sentence.heading:
            return claim
        found = dates.get(sentence.index, ())
        if found:
            if any(dates.get(s.index) for s in sentences[: sentence.index] if s.paragraph == here.paragraph):
                return claim  # a paragraph of two days
            told = [c for c in claims if sentence.index <= c.sentence < claim.sentence and c.certain]
            day = _day_told(found, [c for c in told if c.sentence == sentence.index], claim.layer)
            return _with(claim, day) if day is not None and _may_follow(claim, told) else claim
        if turns([sentence], load_occasions().parting):
            return claim
    return claim


def _day_told(found: Sequence[DateRange], told: Sequence[Claim], layer: Layer) -> DateRange | None:
    """The day of the deeds a sentence tells, if it names no other; of what is background a month or year, too."""
    if len({(d.start, d.end) for d in found}) != 1 or any(c.layer != layer for c in told):
        return None
    deeds = (c.date for c in told if c.type in _DEEDS and c.status in DONE)
    return next((d for d in deeds if d is not None and d.evidence is not None and _is_exact(d, layer)), None)


def _is_exact(when: DateRange, layer: Layer) -> bool:
    rule = when.evidence.rule.removeprefix("dates:") if when.evidence is not None else ""
    wide = layer != "news" and rule in {"month", "year", "season"} and when.end is not None
    return wide or (rule in _DAYS and when.precision in {"day", "range"} and when.start is not None)


def _may_follow(claim: Claim, told: Sequence[Claim]) -> bool:
    """Whether an act can be of one scene with what was told with the day: no arrest after an attack, nothing at another place."""
    if claim.type == "COERCE" and not {c.type for c in told} & _HOLDING:
        return False
    places = [c.place for c in told if c.place is not None]
    if claim.place is not None:
        places.append(claim.place)
    return all(agree(a, b) for a, b in pairwise(places))


def _is_simple_past(claim: Claim, sentence: Sentence) -> bool:
    """Whether the clause that tells an act stands in the simple past; what somebody "said had been done" may, too."""
    tree = Tree(sentence)
    at = next((i for i, t in enumerate(tree.tokens) if claim.act.start <= t.start < claim.act.end and t.lemma.lower() == claim.lemma), None)
    if at is None:
        return False
    way = [at, *tree.ancestors(at)]
    finite = next((i for i in way if tree.is_clause(i) and _is_finite(tree, i)), None)
    path = way[: way.index(finite) + 1] if finite is not None else way
    aside = any(tree.rel(i) in _ASIDE or any(tree.lemma(c) in _PARTED for c in tree.children(i, "case", "mark")) for i in path)
    return finite is not None and not aside and _is_done(tree, finite)


def _is_finite(tree: Tree, i: int) -> bool:
    return tree.tokens[i].xpos in {"VBD", "VBZ", "VBP"} or bool(tree.children(i, "aux", "aux:pass", "cop"))


def _is_done(tree: Tree, i: int) -> bool:
    """Whether a verb is in the simple past; in the pluperfect only where a past verb of telling shifts the tense."""
    aux = {tree.tokens[c].text.lower() for c in tree.children(i, "aux", "aux:pass", "cop")}
    if aux & _LATER:
        return False
    if "had" in aux:
        over = tree.tokens[i].head
        return tree.rel(i) in {"ccomp", "parataxis"} and over >= 0 and tree.tokens[over].xpos == "VBD"
    return bool(aux & _PAST) or tree.tokens[i].xpos == "VBD"


def _with(claim: Claim, day: DateRange) -> Claim:
    return replace(claim, day=replace(day, basis=f"{day.basis}; the day told before it in its paragraph, of the same scene"))
