"""The place named last before an act whose own words, and the acts told beside it, give none.

"The fire reached Sake at noon. Three men were arrested.": where the sentences just before, of one paragraph, name one place and the
act's own sentence none, the act was there, an arrest, too. Else, of the news, it was at the one place that the title names, unless an act
or a name told in between is of another. Both are told as the scene (scene_of_report.py): they weigh nothing in merging and give way to
a place in words.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from casus.codebook.occasions import load_occasions
from casus.coding.places.mention import PlaceMention
from casus.coding.syntax import Tree
from casus.model.claim import Claim
from casus.model.place import Place
from casus.model.text import Sentence
from casus.resolve.containers_told import is_bare
from casus.resolve.one_story import agree, turns
from casus.resolve.scene_of_report import Grounds, is_elsewhere, may_have, named_beside, one_day
from casus.resolve.where_told import is_where

_REACH = 2
"""How many sentences of its paragraph before an act are looked at, up to the first that names a place."""
_PROVINCE = 4
"""UCDP's precision of a province: what a title names so wide, the text tells narrower."""
_SILENT = 3
"""So many sentences before an act must name no other place than the title's."""
_OFTEN = frozenset({"several", "various", "others", "second", "third"})
""" "Several hundred people", "others were hurt" turn to no other place here."""
_ANYWHERE = frozenset({"AID", "MOBILIZE", "RETREAT"})
"""What is not where the place named before is: troops sent, help given, captives freed."""
_OVER = re.compile(r"\b(?:in connection with|over|on suspicion|accused of|in custody)\b", re.IGNORECASE)
_THERE = re.compile(r"\b(?:at the scene|on the spot)\b", re.IGNORECASE)
_OF_FORCE = frozenset({"ASSAULT", "COERCE", "PROTEST"})


def set_named_before(claims: Sequence[Claim], grounds: Grounds, people: frozenset[str]) -> list[Claim]:
    """The claims, those without any place with the one named before them; `people` are the last words of persons' names."""
    around = _Around(grounds, people, [c for c in claims if not c.heading and may_have(c) and (c.place or c.scene) is not None])
    return [replace(c, scene=found) if (found := _found(c, around)) is not None else c for c in claims]


@dataclass(frozen=True, slots=True)
class _Around:
    """What the report names, whose names are people's, and the acts of force told with a place."""

    grounds: Grounds
    people: frozenset[str]
    placed: Sequence[Claim]

    def narrow(self, at: int) -> list[PlaceMention]:
        """The places a sentence names, countries apart."""
        named = self.grounds.mentions.get(at, ())
        return [m for m in named if m.kind != "country" and m.role != "seat" and (m.known or m.name.split()[-1] not in self.people)]


def _found(claim: Claim, around: _Around) -> Place | None:
    sentence = around.grounds.sentences[claim.sentence]
    if claim.place is not None or claim.scene is not None or not may_have(claim) or is_elsewhere(sentence, _OFTEN):
        return None
    if (beside := _beside(claim, around)) is not None:
        return beside
    if "arrest" in claim.modes and (own := _own(claim, around)) is not None:
        return own
    if any(m.role != "from" for m in around.narrow(claim.sentence)) or ("arrest" in claim.modes and _is_parted(sentence)):
        return None
    if claim.type == "COERCE" and not _is_next(claim, sentence):
        return None
    place = (None if claim.type in _ANYWHERE else _just_before(claim, around)) or _of_title(claim, around)
    if place is None or place.is_wide or any(not agree(place, p) for p in named_beside(claim, around.grounds, origins=False)):
        return None
    return place


def _is_next(claim: Claim, sentence: Sentence) -> bool:
    """Whether an arrest or a seizure goes on with what was told: in the simple past, for nothing done on another day or elsewhere.

    "He has been charged and locked up", "three are in custody", "a man was held over that killing" tell what came of it, anywhere.
    """
    tree = Tree(sentence)
    act = next((i for i, t in enumerate(tree.tokens) if claim.act.start <= t.start < claim.act.end and t.xpos in {"VBD", "VBN"}), None)
    there = _THERE.search(claim.act.words)  # "was arrested at the scene on suspicion of murder"
    if act is None or (_OVER.search(claim.act.words) and not there):
        return False
    helpers = {tree.tokens[c].text.lower() for c in tree.children(act, "aux", "aux:pass")}
    return (tree.tokens[act].xpos == "VBD" or bool(helpers & {"was", "were"})) and not helpers & {"has", "have", "had", "been"}


def _own(claim: Claim, around: _Around) -> Place | None:
    """Where somebody was arrested: the one place of its sentence, however it hangs there, if something is told to be there."""
    named = around.narrow(claim.sentence)
    if len(named) != 1 or not is_where(named[0], around.grounds.sentences[claim.sentence]):
        return None
    found = around.grounds.find(named[0])
    return replace(found, reason=f"{found.reason}; the one place of its sentence", candidates=())


def _beside(claim: Claim, around: _Around) -> Place | None:
    """ "Two were killed, he said, when men ambushed them near Sake": the one place of the other acts of its sentence."""
    told = [c for c in around.placed if c.sentence == claim.sentence and c.layer == claim.layer and c.type in {"ASSAULT", "AID"}]
    there = [c for c in told if c.place is not None and one_day(c, claim)]
    if claim.type != "ASSAULT" or not there or there[0].place is None:
        return None
    when = there[0].act.words.lower().startswith("when ") and there[0].act.start > claim.act.start
    named = [] if when else [around.grounds.find(m) for m in around.narrow(claim.sentence)]
    if there[0].place.is_wide or not all(agree(there[0].place, p) for p in (*(c.place for c in there), *named)):
        return None
    reason = f"{there[0].place.reason}; the place of the other acts of its sentence"
    return replace(there[0].place, reason=reason, candidates=())


def _is_parted(sentence: Sentence) -> bool:
    """ "Police later arrested six men": perhaps elsewhere."""
    return turns([sentence], load_occasions().parting)


def _just_before(claim: Claim, around: _Around) -> Place | None:
    """The one place that the last sentence before with any names, in the paragraph of the act."""
    for at in _before(claim, around.grounds.sentences, _REACH):
        named = _apart(around.narrow(at), around)
        if any(c.sentence == at and not one_day(c, claim) for c in around.placed):
            return None
        if len(named) == 1 and is_where(named[0], around.grounds.sentences[at]):
            found = around.grounds.find(named[0])
            return replace(found, reason=f"{found.reason}; named right before; the act's own words name no place", candidates=())
        if named:
            return None
    return None


def _apart(named: Sequence[PlaceMention], around: _Around) -> list[PlaceMention]:
    """The mentions of a sentence that tell of different places: without what only tells where the one before lies, or holds it."""
    out: list[PlaceMention] = []
    for m in named:
        told = bool(out) and (m.first - out[-1].last == 1 and m.relation in {"near", "direction"})
        if not told and not any(agree(around.grounds.find(m), around.grounds.find(other)) for other in out):
            out.append(m)
        elif not told and out[-1].name in around.grounds.find(m).within:
            out[-1] = m  # the narrower
    return out


def _before(claim: Claim, sentences: Sequence[Sentence], reach: int) -> Iterator[int]:
    here = sentences[claim.sentence]
    for at in range(claim.sentence - 1, max(claim.sentence - reach - 1, -1), -1):
        if sentences[at].heading or sentences[at].paragraph != here.paragraph:
            return
        yield at


def _of_title(claim: Claim, around: _Around) -> Place | None:
    """The one place that the title names, of news, where nothing told in between is of another."""
    if claim.layer != "news" or not (claim.type in _OF_FORCE or "release" in claim.modes):
        return None
    titles = [s for s in around.grounds.sentences[: claim.sentence] if s.heading][:1]
    named = [m for s in titles if s.index == 0 for m in around.narrow(0)]
    if len(named) != 1 or not is_where(named[0], titles[0]):
        return None
    place = around.grounds.find(named[0])
    if (place.precision_ucdp or 0) >= _PROVINCE:
        return None
    placed = [c for c in around.placed if c.sentence <= claim.sentence and c.layer == claim.layer and c.item == claim.item]
    last = max(placed, key=lambda c: (c.sentence, c.act.start), default=None)
    spot = (last.place or last.scene) if last is not None else None
    if spot is not None and not is_bare(spot) and not agree(place, spot):
        return None
    near = [around.grounds.find(m) for at in range(max(claim.sentence - _SILENT, 1), claim.sentence) for m in around.narrow(at)]
    if any(not is_bare(p) and not agree(place, p) for p in near):
        return None
    return replace(place, reason=f"{place.reason}; named by the title; nothing told since is of another", candidates=())
