"""Whom the words of a phrase may mean, with the points of each and what they are made of: the score table of an identity.

The points only make the order of the grounds visible: each ground outweighs all that come after it, as the first ground
that speaks for one candidate alone decides (actor_namesakes.py). A candidate below 0 is not taken.
"""

from __future__ import annotations

from casus.codebook.actors import ActorTable
from casus.codebook.names import key
from casus.codebook.namesakes import load_namesakes, name_key
from casus.model.actor import Actor
from casus.model.candidate import Candidate, Weight
from casus.resolve.actor_identity import Identity
from casus.resolve.actor_mentions import Known
from casus.resolve.actor_named import governing
from casus.resolve.actor_namesakes import Chooser
from casus.resolve.actor_scene import Scene
from casus.resolve.actor_words import Phrase

SHOWN = 6
"""How many candidates an actor keeps."""
POINTS = {"both": 32.0, "phrase": 16.0, "sentence": 8.0, "full name": 4.0, "report": 2.0, "country": 1.0, "usual": 0.5}
_NAME = 1.0
_LITTLE_KNOWN = -2.0
_SUPPORT = 2.0


def weighed(phrase: Phrase, scene: Scene, who: Identity, rule: str) -> tuple[Candidate, ...]:
    """The candidates for a phrase, the best first; whom a rule found beside the name's own readings stands first, with that rule."""
    known = governing(phrase, scene)
    readings = of_name(known, scene.chooser, scene.table) if known is not None else ()
    if who.id is not None and all(c.id != who.id for c in readings):
        points = 1.0 + max((c.points for c in readings), default=0.0)
        actor = scene.table.get(who.id)
        within = _within(actor, scene.table) if actor is not None else ()
        readings = (Candidate(who.id, who.name, within, points, (Weight(rule.replace("_", " "), points, who.reason),)), *readings)
    return readings[:SHOWN]


def of_name(known: Known, chooser: Chooser, table: ActorTable) -> tuple[Candidate, ...]:
    """The readings of one name in the text."""
    entry = load_namesakes().get(name_key(known.words))
    candidates, choice = chooser.candidates(known), chooser.choose(known)
    if entry is None and len(candidates) == 1:
        return (_candidate(candidates[0], _of_one(known, candidates[0], chooser), table),)
    grounds = chooser.grounds(known)
    tables = {
        actor.id: (actor, [Weight(g, POINTS[g], words) for g, hits in grounds.items() for a, words in hits if a.id == actor.id])
        for actor in candidates
    }
    usual = table.get(entry.default) if entry is not None and entry.default else None
    if usual is not None:
        tables.setdefault(usual.id, (usual, []))[1].append(Weight("usual", POINTS["usual"], "what the bare word means"))
    if choice.actor is not None and entry is not None and choice.actor.id == entry.together_id:
        tables[choice.actor.id] = (choice.actor, [Weight("both", POINTS["both"], choice.reason)])
    readings = [_candidate(actor, tuple(weights), table) for actor, weights in tables.values()]
    return tuple(sorted(readings, key=lambda c: (-c.points, c.id)))


def _of_one(known: Known, actor: Actor, chooser: Chooser) -> tuple[Weight, ...]:
    """The only actor of a name; one that is little known, or goes by ordinary words, needs its country in the report."""
    how = "its name" if key(known.words) == key(actor.name) else f"{known.how} of it"
    weights = [Weight("name", _NAME, how)]
    if chooser.needs_support(known, actor):
        weights.append(Weight("little known", _LITTLE_KNOWN, "needs its country or full name in the report"))
        if chooser.supported(actor):
            weights.append(Weight("country", _SUPPORT, "the report names it"))
    return tuple(weights)


def _candidate(actor: Actor, weights: tuple[Weight, ...], table: ActorTable) -> Candidate:
    return Candidate(actor.id, actor.name, _within(actor, table), sum(w.points for w in weights), weights)


def _within(actor: Actor, table: ActorTable) -> tuple[str, ...]:
    """The country of an actor, as its containing unit."""
    country = table.countries.by_code.get(actor.country or "")
    return (country.name,) if country is not None and country.name != actor.name else ()
