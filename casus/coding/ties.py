"""Ties: what a sentence states of how two actors stand to each other ("separate but allied groups", "hostile towards")."""

from __future__ import annotations

from dataclasses import dataclass, replace

from casus.coding.dates.of_act import date_of_act
from casus.coding.mood.kinds import Mood
from casus.coding.mood.verbs import verb_moods
from casus.coding.roles.parties import is_pronoun, kind_of_phrase, make_party
from casus.coding.scene import Scene
from casus.coding.speech.attribution import attribute
from casus.coding.syntax import Phrase
from casus.coding.tie_words import Stated, find_stated, is_under_end, lasts
from casus.model.actor import Party
from casus.model.claim import Source, Status
from casus.model.text import Evidence
from casus.model.when import DateRange

_NO_SIDES = frozenset({"unknown", "civilians"})
_OF_ITS_OWN = frozenset({"conj", "acl", "acl:relcl", "advcl", "amod"})
_UNTOLD = frozenset({"planned", "imagined", "negated"})
_NEITHER = frozenset({"no", "not", "neither", "nor", "never"})
_SHORT = frozenset({"day", "range"})


@dataclass(frozen=True, slots=True)
class Tie:
    """A stated tie between two parties, unresolved. `over`: the words tell that it has ended; `place`: its subject is a country."""

    sentence: int
    subject: Party
    object: Party
    sign: str
    kind: str
    status: Status
    sources: tuple[Source, ...]
    evidence: Evidence
    period: DateRange | None
    over: bool = False
    place: bool = False


def find_ties(scene: Scene) -> tuple[Tie, ...]:
    """Every tie stated in a sentence between two phrases that can be actors."""
    if scene.tree.tokens and scene.tree.tokens[-1].text.startswith("?"):
        return ()
    found = (_lasting_still(scene, s) for s in find_stated(scene.tree))
    return tuple(t for stated in found if (t := _tie(scene, stated)) is not None)


def _tie(scene: Scene, stated: Stated) -> Tie | None:
    tree, report, i = scene.tree, scene.report, stated.word
    mood = _mood(scene, stated)
    sides = (tree.phrase(stated.one), tree.phrase(stated.other))
    period = _period(scene, stated)
    if mood is None or not all(_is_side(scene, p, place=stated.place) for p in sides):
        return None
    if stated.lasting and not _lasts(scene, stated, period):
        return None
    parties = [
        make_party(report, tree, p, role=role, table=scene.book.actors, rule="tie")
        for p, role in zip(sides, ("subject", "object"), strict=True)
    ]
    said = attribute(report, tree, i, mood, scene.speeches, scene.book.actors)
    start = min(tree.tokens[i].start, *(p.evidence.start for p in parties))
    end = max(tree.tokens[i].end, *(p.evidence.end for p in parties))
    return Tie(
        scene.sentence.index, parties[0], parties[1], stated.sign, stated.kind, said.status, said.sources,
        report.evidence("relation", start, end, f"stated tie: {stated.kind}"), period, stated.over or stated.ended, stated.place,
    )  # fmt: skip


def _lasting_still(scene: Scene, stated: Stated) -> Stated:
    """ "May stop hosting them", "has not stopped hosting them": it has not ended."""
    head = scene.tree.tokens[stated.word].head
    if not stated.ended or not any(m.kind in _UNTOLD for m in verb_moods(scene.tree, head, scene.book.modality, depth=0)):
        return stated
    return replace(stated, ended=False)


def _mood(scene: Scene, stated: Stated) -> Mood | None:
    """How the tie is told; None where it is not told at all, as planned, negated or supposed. What has ended was there before."""
    tree, i = scene.tree, stated.word
    if any(tree.tokens[c].text.lower() in _NEITHER for c in tree.children(i)):
        return None
    moods = list(verb_moods(tree, i, scene.book.modality, depth=0))
    if tree.rel(i) == "obj":  # "cannot accept a partnership with them"
        moods += verb_moods(tree, tree.tokens[i].head, scene.book.modality, depth=0)
    if any(m.kind in _UNTOLD for m in moods) and not (stated.over or is_under_end(tree, i)):
        return None
    return next((m for m in moods if m.kind == "hedged"), Mood("done", None, "stated"))


def _is_side(scene: Scene, phrase: Phrase, *, place: bool) -> bool:
    if place and scene.tree.is_named(phrase.head, "place"):
        return True
    if scene.tree.tokens[phrase.head].upos == "PRON" or is_pronoun(scene.tree, phrase):
        return True
    return kind_of_phrase(scene.tree, phrase, scene.book.actors) not in _NO_SIDES


def _period(scene: Scene, stated: Stated) -> DateRange | None:
    """When it held; what somebody is, told beside what he did on a day, has none."""
    tree, i = scene.tree, stated.word
    if tree.rel(i) in {"appos", "amod"}:
        return None
    alone = scene.dates[0] if len(scene.dates) == 1 and tree.rel(i) not in _OF_ITS_OWN else None
    when = date_of_act(scene.sentence, i, scene.dates) or alone
    if when is None or not stated.ended:
        return when
    return replace(when, start=None, precision="period", basis=f"{when.basis}; it ended then")


def _lasts(scene: Scene, stated: Stated, period: DateRange | None) -> bool:
    if period is not None and period.precision in _SHORT:
        return False
    return lasts(scene.tree, stated.word) or period is not None
