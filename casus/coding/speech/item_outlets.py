"""Outlets of items: "Two rebels were killed in Gao, reports Daily Post. Three rifles were found.": the outlet tells all of a brief.

Incident reports name the paper once, with the first sentence of an item; what follows in it without a voice is told by that
paper, and what somebody says there reached the report through it. What goes on from somebody's saying there, without a day or
a turn of its own, is still that person's word ("a captain said they were on patrol. Both were shot at.").
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from casus.codebook.dates import load_dates
from casus.coding.claims import Told
from casus.coding.scene import Scene
from casus.coding.speech.act import REPORTING, Speech, is_outlet
from casus.coding.speech.cut_outlets import cut_outlet
from casus.coding.speech.sources import make_source
from casus.coding.speech.tellers import Teller
from casus.model.claim import Claim, Source

_BRIEF = 4
"""The most sentences of a brief that its last one tells from where it is."""
_GATHERING = frozenset({"media", "ngo", "institute"})
"""Who gathers reports, and tells whole ones."""
_PRONOUNS = frozenset({"he", "she", "they", "it", "we", "i", "unnamed"})
_TURNS = frozenset("meanwhile separately however elsewhere earlier another also further furthermore moreover no".split())


def with_item_outlets(told: Sequence[Told], scenes: Sequence[Scene], tellers: Sequence[Teller]) -> list[Told]:
    """The acts of an item whose first sentence an outlet tells, each on the word of that outlet or through it."""
    body = [s for s in scenes if not s.sentence.heading]
    outlets = _outlets(body)
    speakers = _speakers([s for s in body if s.sentence.index in outlets], tellers)
    return [_of_item(t, outlets[t.claim.sentence], speakers.get(t.claim.sentence)) if t.claim.sentence in outlets else t for t in told]


def _of_item(told: Told, outlet: Source, speaker: Source | None) -> Told:
    claim = told.claim
    if speaker is not None and not claim.sources and claim.status == "asserted" and not claim.heading:
        claim = replace(claim, sources=(speaker,), status="attributed").because("status", f"goes on with what {speaker.name} says")
    return replace(told, claim=_told_by(claim, outlet))


def _speakers(body: Sequence[Scene], tellers: Sequence[Teller]) -> Mapping[int, Source]:
    """Who speaks on in the sentences of an item that name no voice, each after the last saying before it."""
    found: dict[int, Source] = {}
    last: Source | None = None
    before = -1
    for scene in body:
        index = scene.sentence.index
        said = [t.source for t in tellers if t.sentence == index and t.says and t.source.stance == "asserts"]
        if said:
            last = last if said[-1].name.lower() in _PRONOUNS else said[-1]
        elif index > before + 1 or scene.speeches or _turns(scene):
            last = None
        elif last is not None and last.capacity != "media":
            found[index] = last
        before = index
    return found


def _turns(scene: Scene) -> bool:
    """Whether a sentence turns to something else: a day of its own, "meanwhile", "another"."""
    opens = scene.tree.tokens[0].text.lower() in _TURNS
    days, names = load_dates(), (t.text.lower() for t in scene.tree.tokens if t.text[:1].isupper())
    return opens or any(name in days.months or name in days.weekdays for name in names)


def _outlets(body: Sequence[Scene]) -> Mapping[int, Source]:
    """The outlet of every sentence that follows the first of its item."""
    items: dict[int, list[Scene]] = {}
    for scene in body:
        items.setdefault(scene.sentence.paragraph, []).append(scene)
    found: dict[int, Source] = {}
    for item in items.values():
        outlet = _outlet(item, alone=len(items) == 1)
        if outlet is not None:
            found |= {s.sentence.index: outlet for s in item[1:]}
        elif len(items) == 1 and (closing := _closing(item)) is not None:
            found |= {s.sentence.index: closing for s in item[:-1]}
    return found


def _closing(item: Sequence[Scene]) -> Source | None:
    """ "A jet bombed Kalo. Two were killed. A house burned, a paper reported.": the one voice of a brief, at its end, tells it all."""
    last = item[-1]
    said = [s for scene in item for s in scene.speeches]
    if not 1 < len(item) <= _BRIEF or len(said) != 1 or said[0] not in last.speeches or said[0].source is None:
        return None
    speech, tree = said[0], last.tree
    behind = bool(speech.scope) and said[0].source.first > min(speech.scope)
    if not behind or speech.stance != "asserts" or tree.tokens[speech.verb].text not in REPORTING:
        return None
    source = make_source(last.report, tree, speech, last.book.actors)
    unknown = source.capacity == "unknown" and source.name.isupper()  # a body's letters that no table knows
    return source if unknown or source.capacity in _GATHERING or is_outlet(tree, said[0].source, last.book.speech) else None


def _outlet(item: Sequence[Scene], *, alone: bool) -> Source | None:
    """Who tells the first sentence of an item; one paper among the voices of a longer report tells only its own sentence."""
    first = item[0]
    cut = cut_outlet(first, item[1]) if len(item) > 1 else None
    if cut is not None:
        return cut
    for speech in first.speeches:
        if _tells_all(first, speech) and (alone or (first.tree.tokens[speech.verb].text == "reports" and 0 in speech.scope)):
            return make_source(first.report, first.tree, speech, first.book.actors)
    return None


def _tells_all(scene: Scene, speech: Speech) -> bool:
    """Whether an outlet reports the whole clause that the sentence is."""
    if speech.source is None or speech.stance != "asserts" or scene.tree.tokens[speech.verb].text not in REPORTING:
        return False
    root = next((i for i in range(len(scene.tree)) if scene.tree.rel(i) == "root"), -1)
    return (root in speech.scope or root == speech.verb) and is_outlet(scene.tree, speech.source, scene.book.speech)


def _told_by(claim: Claim, outlet: Source) -> Claim:
    if claim.heading or any(outlet.name == s.name or outlet.name in s.chain for s in claim.sources):
        return claim
    if claim.sources:
        return replace(claim, sources=tuple(replace(s, chain=(*s.chain, outlet.name)) for s in claim.sources))
    status = "attributed" if claim.status == "asserted" else claim.status
    return replace(claim, sources=(outlet,), status=status).because("status", f"in an item told by {outlet.name}")
