"""Bare tolls: harm told without its act ("190 were dead", "the toll rose to 57"): a claim that can only join an act told elsewhere."""

from __future__ import annotations

from collections.abc import Sequence

from casus.coding.dates.finding import date_of_act
from casus.coding.harm.counts import COUNTED, count_of
from casus.coding.harm.harmed import Harm
from casus.coding.mood.kinds import Mood
from casus.coding.places.finding import PlaceMention
from casus.coding.places.of_act import locate
from casus.coding.roles.parties import make_party
from casus.coding.scene import Scene
from casus.coding.speech.attribution import attribute
from casus.model.claim import Claim, Reason
from casus.model.place import Place

_TENDED = frozenset("hospital clinic morgue mortuary ward infirmary doctor medic surgeon bury grave cemetery funeral".split())


def bare_toll(scene: Scene, harms: Sequence[Harm]) -> tuple[Claim, PlaceMention | None] | None:
    """The claim of harm that no act of its sentence owns, and its place: figures, and persons told of singly beside them."""
    counted = [h for h in harms if h.count(scene.tree, scene.report, scene.book.harm) is not None and not h.none]
    told = {h.kind for h in counted}
    singly = (h for h in harms if h.kind in {"killed", "injured"} - told and h.befalls(scene.tree, scene.book.harm) == "one")
    of = {(h.predicate, h.kind) for h in counted}
    beside = (h for h in harms if h.number is None and not h.none and (h.predicate, h.kind) in of)
    counted = sorted(dict.fromkeys((*counted, *singly, *beside)), key=lambda h: h.predicate)
    if not counted or any(scene.tree.lemma(i) in scene.book.harm.accidents for i in range(len(scene.tree))):
        return None
    token = counted[0].predicate
    attribution = attribute(scene.report, scene.tree, token, Mood("done", None, "stated"), scene.speeches, scene.book.actors)
    first, last = scene.tree.clause(token)
    act = scene.report.evidence("act", *scene.tree.span(first, last), "toll")
    killed, injured, either, captured = (count_of(scene, counted, kind) for kind in COUNTED)
    people = [h.people for h in counted[:1] if h.people is not None and not h.toll and scene.tree.tokens[h.people.head].upos != "NUM"]
    recipients = tuple(make_party(scene.report, scene.tree, p, role="recipient", table=scene.book.actors, rule="toll") for p in people)
    found = _where(scene, token)
    claim = Claim(
        report=scene.report.id, sentence=scene.sentence.index, type="ASSAULT", modes=(), act=act, status=attribution.status,
        recipients=recipients, date=date_of_act(scene.sentence, token, scene.dates),
        place=Place(found.words, found.evidence) if found is not None else None, killed=killed, injured=injured, killed_or_injured=either,
        captured=captured, sources=attribution.sources, heading=scene.sentence.heading, certain=False,
        lemma=scene.tree.lemma(token), reasons=(
            Reason("act", f"a toll: “{scene.tree.tokens[token].text}”"), Reason("status", attribution.rule),
            Reason("certain", "harm told without its act"),
        ),
    )  # fmt: skip
    return claim, found


def by_voice(scene: Scene, harms: Sequence[Harm]) -> list[list[Harm]]:
    """Harm by whose words tell it: "police put the toll at 26, the chairman said 30 were buried" are two tolls."""
    told: dict[int, list[Harm]] = {}
    for harm in harms:
        spoken = [(len(s.scope), s.verb) for s in scene.speeches if harm.predicate in s.scope and s.source is not None]
        told.setdefault(min(spoken, default=(0, -1))[1], []).append(harm)
    return list(told.values())


def _where(scene: Scene, token: int) -> PlaceMention | None:
    """Where people were harmed; not where they were brought, died or lie."""
    if any(scene.tree.lemma(i) in _TENDED for i in range(len(scene.tree))):
        return None
    found = locate(scene.sentence, token, scene.places)
    return found.mention if found is not None else None
