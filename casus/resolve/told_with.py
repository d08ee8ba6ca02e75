"""The act told right before: its day, its place, and who did it, for an act whose own words give none but which is told as part of it.

"Gunmen attacked a bus in Sake on Monday. Two riders were hurt in the attack." Reports name the day and the doer once. Both are lent
only where the words join the two (a pointing "the attack", a pronoun or "the gunmen" for somebody in it, "also", "others"), within a
few sentences, to acts of one layer, where nothing between gives another day or place; they never weigh in merging and give way to
a day or a doer told for any account of the event (merge/reconcile.py).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from casus.codebook.kinds import singular
from casus.codebook.occasions import load_occasions
from casus.coding.acts.earlier import EARLIER
from casus.coding.places.mention import PlaceMention
from casus.model.actor import Party
from casus.model.claim import Claim
from casus.model.place import Place
from casus.model.text import Sentence, Token
from casus.model.when import DateRange
from casus.resolve.one_story import agree, lender_of_story, turns
from casus.resolve.scene_of_report import may_have
from casus.resolve.soon_after import act_hours_before, is_before

_STORY = "all violence in the report's news is told of that day"
_HOURS = "it was done hours or minutes after it"
_SOON = re.compile(r"\b(?:hour|minute|moment|second)s?\s+(?:later|earlier|afterwards|after|before)\b", re.IGNORECASE)
_REACH = 3
"""How many sentences back "the attack" may point; words for the same people reach two, other signs only the sentence before."""
_DAYS = frozenset({"dmy", "mdy", "iso", "weekday", "day_word", "offset", "that"})
_TAKING_PART = frozenset({"obl", "nmod", "nsubj", "nsubj:pass", "obj"})
_SOMEBODY = frozenset({"unnamed-armed", "civilians", "unknown", "person", "collective"})
_POINTING, _NAMING, _JOINING, _GROUP, _TOLL = (
    "its words point back to it",
    "the same people are in it",
    "its words join it on",
    "the same group is in it",
    "it is the toll of it",
)


@dataclass(frozen=True, slots=True)
class Passage:
    """The sentences and the days and places that each of them names."""

    sentences: Sequence[Sentence]
    dates: Mapping[int, Sequence[DateRange]]
    places: Mapping[int, Sequence[PlaceMention]]


def tell_with(claims: Sequence[Claim], passage: Passage, again: Sequence[Claim] = ()) -> list[Claim]:
    """The claims, those without a day, a place or a doer with what the act they are told with lends them; acts told `again` lend, too."""
    told = sorted((*claims, *again), key=lambda c: (c.sentence, c.act.start))
    tellers = [c for c in told if c.certain and may_have(replace(c, aggregate=False))]  # several incidents of a day have that day
    return [_with_doers(_with_scene(_with_day(c, tellers, passage), tellers, passage), tellers, passage) for c in claims]


def _with_day(claim: Claim, tellers: Sequence[Claim], passage: Passage) -> Claim:
    if not (claim.date is None or claim.date.evidence is None or _is_soon(claim.date)) or claim.day is not None or not may_have(claim):
        return claim
    lender = next((c for c in reversed(tellers) if _is_before(c, claim) and tells_day(c.date)), None)
    sign = _sign(lender, claim, passage) if lender is not None else ""
    if not sign and (soon := act_hours_before(claim, tellers, passage.sentences)) is not None and tells_day(soon.date):
        lender, sign = soon, _HOURS
    if not sign:
        lender, sign = lender_of_story(claim, [c for c in tellers if tells_day(c.date)], tellers, passage.sentences), _STORY
    if lender is None or lender.date is None or not _is_only_day(lender, claim, passage):
        return claim
    basis = f"{lender.date.basis}; the day of “{lender.act.words}”, told with it: {sign}"
    return replace(claim, date=None if _is_soon(claim.date) else claim.date, day=replace(lender.date, basis=basis))


def _is_soon(when: DateRange | None) -> bool:
    """ "An hour later", "minutes earlier": on the same day, as far as words tell."""
    return when is not None and when.evidence is not None and bool(_SOON.search(when.evidence.words))


def _with_scene(claim: Claim, tellers: Sequence[Claim], passage: Passage) -> Claim:
    """The place, where the claim has none and no scene (scene_of_report.py) and its own sentence names no other."""
    if claim.place is not None or claim.scene is not None or not may_have(claim) or passage.places.get(claim.sentence):
        return claim
    lender = next((c for c in reversed(tellers) if _is_before(c, claim) and c.place is not None and not c.place.is_wide), None)
    sign = _sign(lender, claim, passage) if lender is not None else ""
    if lender is None or lender.place is None or not sign:
        return claim
    reason = f"the place of “{lender.act.words}”, told with it: {sign}"
    return replace(claim, scene=replace(lender.place, reason=f"{lender.place.reason}; {reason}", candidates=()))


def _with_doers(claim: Claim, tellers: Sequence[Claim], passage: Passage) -> Claim:
    if claim.actors or claim.doers or claim.type != "ASSAULT" or not claim.recipients or not may_have(claim):
        return claim
    lender = next((c for c in reversed(tellers) if _is_before(c, claim) and c.type == "ASSAULT" and _are_told(c.actors)), None)
    if lender is None or lender.aggregate or not _is_one_sided(lender, claim, passage):
        return claim
    if _sign(lender, claim, passage) not in ({_POINTING, _JOINING, _TOLL} if claim.place is None else {_POINTING}):
        return claim  # "another guard was shot in Sake": perhaps by others
    reason = f"did “{lender.act.words}”, which this is told as part of"
    return replace(claim, doers=tuple(replace(p, reason=f"{p.reason}; {reason}" if p.reason else reason) for p in lender.actors))


def _are_told(doers: Sequence[Party]) -> bool:
    """Whether the text says what they are who did it; a place before a noun is often taken for one ("a West Side shooting")."""
    return bool(doers) and all(p.kind != "unknown" for p in doers)


def _is_before(lender: Claim, claim: Claim) -> bool:
    return is_before(lender, claim) and claim.sentence - lender.sentence <= _REACH


def tells_day(when: DateRange | None) -> bool:
    """A day in words, its year known or not."""
    if when is None or when.evidence is None or when.evidence.rule.removeprefix("dates:") not in _DAYS:
        return False
    return when.precision in {"day", "range"} or (when.start is None and when.end is None)


def _is_only_day(lender: Claim, claim: Claim, passage: Passage) -> bool:
    """Whether nothing told after the lender's day names another."""
    own = lender.date.evidence.words if lender.date is not None and lender.date.evidence is not None else ""
    return all(
        d.evidence is not None and (d.evidence.words == own or _is_soon(d))
        for at in range(lender.sentence + 1, claim.sentence + 1)
        for d in passage.dates.get(at, ())
    )


def _sign(lender: Claim, claim: Claim, passage: Passage) -> str:
    """What joins a claim to the act before it, "" where nothing does."""
    words = [t.lemma.lower() for t in passage.sentences[claim.sentence].tokens]
    if turns([passage.sentences[claim.sentence]], load_occasions().parting) or _is_elsewhere(lender.place, claim.place):
        return ""
    away = claim.sentence - lender.sentence
    if not away and came_before(claim) and not came_before(lender):
        return ""  # "in revenge for an ambush that killed six"
    if claim.type == "COERCE" != lender.type and {"have"} & set(words):
        return ""  # "two men have been arrested": some time since
    if away and _points(lender, claim, passage):
        return _POINTING
    if away > 2 or claim.type not in {lender.type, "COERCE"}:
        return ""
    if away == 1 and load_occasions().joining & set(words):
        return _JOINING
    if away == 1 and _is_its_toll(lender, claim, passage):
        return _TOLL
    if claim.layer != "news" or lender.type != claim.type:
        return ""
    people = (*claim.actors, *claim.recipients)
    sentence = passage.sentences[claim.sentence]
    known = away and (_begins_with_pronoun(sentence) or any(_is_known(p, sentence) for p in people))
    if known or set(_called(lender, away)) & set(_called(claim, away)):
        return _NAMING
    if away > 1:
        return ""
    ids = {p.id for p in (*lender.actors, *lender.recipients) if p.id} & {p.id for p in people if p.id}
    return _GROUP if ids and lender.type == claim.type == "ASSAULT" else ""


def came_before(claim: Claim) -> bool:
    """Whether an act is told as what came before another of its sentence."""
    return any(r.field == "act" and r.rule == EARLIER for r in claim.reasons)


def _is_elsewhere(one: Place | None, other: Place | None) -> bool:
    """Whether two known places are neither one nor in each other."""
    return one is not None and other is not None and bool(one.id and other.id) and not agree(one, other)


def _is_its_toll(lender: Claim, claim: Claim, passage: Passage) -> bool:
    """ "Gunmen opened fire on a bus. Two riders were killed.": who was hurt, right after an attack that hurt nobody yet."""
    here, there = passage.sentences[claim.sentence], passage.sentences[lender.sentence]
    bare = claim.lemma in load_occasions().hurting and not claim.actors and claim.place is None and here.paragraph == there.paragraph
    return bare and lender.type == claim.type == "ASSAULT" and lender.killed is None and lender.injured is None and not lender.aggregate


def _points(lender: Claim, claim: Claim, passage: Passage) -> bool:
    """ "In the attack", "this deadly raid": an occasion told of before, without a name or words of its own."""
    tokens = passage.sentences[claim.sentence].tokens
    told = {singular(t.lemma.lower()) for t in passage.sentences[lender.sentence].tokens}
    return any(_is_pointer(tokens, i) and is_by_means(singular(t.lemma.lower()), lender, told) for i, t in enumerate(tokens))


def _is_pointer(tokens: Sequence[Token], i: int) -> bool:
    if singular(tokens[i].lemma.lower()) not in load_occasions().occasions or tokens[i].deprel not in _TAKING_PART:
        return False
    before = tokens[max(i - 2, 0) : i]
    definite = any(t.text.lower() in {"the", "this", "that", "same"} for t in before)
    own = any(t.upos == "PROPN" for t in before) or (i + 1 < len(tokens) and tokens[i + 1].text.lower() in {"of", "on", "against"})
    return definite and not own


def is_by_means(noun: str, lender: Claim, told: set[str]) -> bool:
    """Whether an act can be called by a noun: an airstrike is no shooting."""
    mode = load_occasions().means.get(noun)
    return mode is None or mode in lender.modes or noun in told


def _called(claim: Claim, away: int) -> Iterator[str]:
    """Those in an act that no table knows, by name or noun; a group that fights all year says nothing, nor do far "civilians"."""
    for party in (*claim.actors, *claim.recipients):
        if party.kind in _SOMEBODY and party.name and (away < 2 or party.kind != "civilians"):
            yield party.id or singular(party.name.lower().split()[-1])


def _begins_with_pronoun(sentence: Sentence) -> bool:
    return sentence.tokens[0].lemma.lower() in load_occasions().pronouns and sentence.tokens[0].deprel.startswith("nsubj")


def _is_known(party: Party, sentence: Sentence) -> bool:
    """ "They", "the gunmen", or "his wife" at the beginning: people told of before."""
    words = party.evidence.words.lower().split()
    pronoun = words[0] in load_occasions().pronouns and (len(words) == 1 or party.evidence.start == sentence.start)
    return party.kind in _SOMEBODY and (pronoun or (words[0] == "the" and party.id is None and "of" not in words))


def _is_one_sided(lender: Claim, claim: Claim, passage: Passage) -> bool:
    """Whether one side does it to the other, and those it befell are not of the side that did it."""
    words = load_occasions()
    around = [singular(t.lemma.lower()) for at in {lender.sentence, claim.sentence} for t in passage.sentences[at].tokens]
    fought = words.two_sided & {*around}
    sides = {p.kind for p in lender.actors} & {p.kind for p in claim.recipients} - {"unknown", "civilians", "person"}
    return not fought and not sides and not {p.name.lower() for p in lender.actors} & {p.name.lower() for p in claim.recipients}
