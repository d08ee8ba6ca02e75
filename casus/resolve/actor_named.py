"""A known name in a phrase: which one governs it, and what it makes of the phrase's noun."""

from __future__ import annotations

from itertools import pairwise

from casus.codebook.around_names import load_around_names
from casus.codebook.kinds import singular
from casus.model.actor import Actor
from casus.resolve.actor_bodies import of_country, of_named, somebody_else
from casus.resolve.actor_identity import Identity, of_actor, unknown
from casus.resolve.actor_longer import longer_name
from casus.resolve.actor_mentions import Known, Land
from casus.resolve.actor_places import as_place
from casus.resolve.actor_scene import Scene
from casus.resolve.actor_words import Phrase

_GROUPS = frozenset({"armed-group", "militia", "party"})
_AFTER_ROLE = frozenset({"from", "for", "belonging", "loyal", "with"})
_PEOPLE_OF = frozenset({"members", "nationals", "fighters", "citizens"})


def person(phrase: Phrase, scene: Scene) -> Identity | None:
    """A person of the codebook, by full name, or by the part of it the report goes on with."""
    return scene.people.identify(phrase)


def several(phrase: Phrase, scene: Scene) -> Identity | None:
    """ "Hamas and Hezbollah", "American and Iraqi troops" as one phrase: several actors, each to be coded by itself."""
    apart = _are_of_several(phrase)
    if not apart and not any(w.plain in {"and", "or"} for w in phrase.core):
        return None
    names = scene.names(phrase)
    ids = {a.id for k in names if (a := scene.chooser.choose(k).actor) is not None}
    lands = (x for x in scene.lands(phrase) if apart or x.way != "name")
    ids |= {x.iso3.lower() for x in lands if not any(k.start <= x.start < k.end for k in names)}
    ends = sorted({(k.start, k.end) for k in names} | {(x.start, x.end) for x in scene.lands(phrase)})
    joined = any(scene.text[a[1] : b[0]].strip(" ,") in ("and", "or", "and the", "or the") for a, b in pairwise(ends))
    if len(ids) < 2 or not joined:
        return None
    return unknown(phrase.written, "collective", f"unknown: several actors in one phrase ({', '.join(sorted(ids))})")


def _are_of_several(phrase: Phrase) -> bool:
    """ "The foreign ministers of Norda and Sudra": officials in the plural, each of another country."""
    if phrase.noun is None or not phrase.core or "of" not in phrase.plain_words:
        return False
    head = phrase.core[phrase.head].plain
    return singular(head) != head and "official" in phrase.noun.flags


def named(phrase: Phrase, scene: Scene) -> Identity | None:
    """A known name in the phrase: the head itself, what stands before the head, or what follows "of"."""
    known = governing(phrase, scene)
    if known is None:
        return _of_person(phrase, scene)
    longer = longer_name(phrase, known, scene)
    if longer is not None:
        return unknown(phrase.bare, scene.kind(phrase), f'unknown: "{longer}" is a longer name than "{known.words}"')
    choice = scene.chooser.choose(known)
    if choice.actor is None:
        alone = known.start <= phrase.core[0].start and phrase.core[-1].end <= known.end if phrase.core else False
        kind = scene.chooser.kind(known) or ("unknown" if alone else scene.kind(phrase))
        return unknown(phrase.bare, kind, choice.reason)
    affiliate = _affiliate(phrase, known, choice.actor, scene)
    if affiliate is not None:
        return affiliate
    at_head = not phrase.core or known.start <= phrase.core[phrase.head].start < known.end
    if choice.actor.kind == "state":
        if at_head:
            return of_actor(choice.actor, f"the country {choice.actor.name}", scene.table, scene.on)
        return of_country(phrase, choice.actor.country or "", f'"{known.words}"', table=scene.table, on=scene.on)
    if at_head and (place := _as_town(phrase, known, choice.actor, scene)) is not None:
        return unknown(known.words, "unknown", f"unknown: {known.words} is a place here, {place}", choice.actor.country or "")
    if at_head:
        return of_actor(choice.actor, choice.reason, scene.table, scene.on)
    return of_named(phrase, choice.actor, choice.reason, table=scene.table, on=scene.on)


def _as_town(phrase: Phrase, known: Known, actor: Actor, scene: Scene) -> str | None:
    """ "Missiles struck Erbil": why a town whose name stands for those who govern there is a place, or None where they act."""
    if actor.kind != "government" or not any(e.kind == "town" for e in scene.places.find(known.words)):
        return None
    return as_place(phrase, Land(known.start, known.end, known.words, actor.country or "", "capital", place=False), scene.text)


def apposed(phrase: Phrase, scene: Scene) -> Identity | None:
    """The name right after the phrase: "the rebel group" in "the rebel group M23", "a rebel group" in "a rebel group, the M23, said"."""
    noun = phrase.noun
    if noun is None or noun.kind in ("civilians", "media") or not noun.flags & {"body", "generic", "hostile"} or scene.names(phrase):
        return None
    after = scene.mentions.names_over(phrase.end, phrase.end + len(", the ") + 1)
    between = scene.text[phrase.end : after[0].start] if after else ""
    set_off = between in {", ", ", the "} and scene.text[after[0].end : after[0].end + 1] == ","
    if between != " " and not (set_off and noun.flags & {"body", "hostile"}):
        return None
    actor = scene.chooser.choose(after[0]).actor
    if actor is None or actor.kind in ("state", "person"):
        return None
    return of_actor(actor, f'named right after it: "{after[0].words}"', scene.table, scene.on)


def governing(phrase: Phrase, scene: Scene) -> Known | None:
    """The name that decides: over the head, else the nearest before it, else the last in its "of"-phrase."""
    names = [k for k in scene.names(phrase) if not all(a.kind == "person" for a in k.actors)]
    if not names:
        return _after(phrase, scene)
    head = phrase.core[phrase.head]
    if any(a <= head.start < b and all(k.start >= b for k in names) for a, b in scene.mentions.persons):
        return None
    over = [k for k in names if k.start <= head.start < k.end]
    before = [k for k in names if k.end <= head.start]
    return over[0] if over else (before or names)[-1]


def _after(phrase: Phrase, scene: Scene) -> Known | None:
    """The name after "from" or "for" where the head is a role: "a spokesman for Hamas", "fighters from the TTP"."""
    if phrase.noun is None or not phrase.noun.flags & {"person", "people"} or not phrase.core:
        return None
    rest = [w for w in phrase.words if w.start > phrase.core[-1].end]
    bound = phrase.core[-1].plain in _AFTER_ROLE and rest and rest[0].plain == "to"
    if not rest or not (bound or rest[0].plain in _AFTER_ROLE):
        return None
    stops = load_around_names().places | {"who", "which", "that", "and"}
    stop = next((w.start for w in rest[1:] if w.plain in stops), phrase.end)
    found = [k for k in scene.mentions.names_over(rest[0].end, stop) if not scene.stands_apart(k)]  # "from an al-Qaeda-linked group"
    return found[0] if found and all(a.kind not in ("person", "state") for a in found[0].actors) else None


def _of_person(phrase: Phrase, scene: Scene) -> Identity | None:
    """ "Haftar's forces", "the government of Hadi": the body the person stands for."""
    noun = phrase.noun
    if noun is None or noun.kind == "civilians" or not noun.flags & {"body", "people", "machine", "hostile"}:
        return None
    if scene.names(phrase) and (other := somebody_else(phrase)) is not None:
        return unknown(phrase.bare, noun.kind, f'unknown: "{other}" beside a name is somebody else')
    for known in scene.names(phrase):
        owner = scene.chooser.choose(known).actor
        parent = scene.table.get(owner.parent) if owner is not None and owner.parent is not None else None
        if owner is None or parent is None or owner.kind != "person":
            continue
        if noun.kind in ("military", "police", "government") and parent.country and parent.kind in ("government", "military"):
            return of_country(phrase, parent.country, f"{owner.name}'s", table=scene.table, on=scene.on)
        if parent.kind in ("government", "state"):  # "Trump's legal team" is no government
            return unknown(phrase.bare, noun.kind, f'unknown: "{noun.words}" of {owner.name}, no body of the state')
        return of_named(phrase, parent, f"{owner.name}'s", table=scene.table, on=scene.on)
    return None


def _affiliate(phrase: Phrase, known: Known, actor: Actor, scene: Scene) -> Identity | None:
    """A nationality before a group's name that is not the group's own: its branch there, or somebody unknown.

    So before an organisation of the whole world: "the German Red Cross".
    """
    if actor.kind not in _GROUPS | {"ngo"} or not phrase.core or (actor.country is None) != (actor.kind == "ngo"):
        return None
    lands = [x for x in scene.mentions.lands_over(phrase.core[0].start, known.start) if x.way == "demonym"]
    lands = [x for x in lands if x.end <= known.start <= x.end + 1]
    if not lands or lands[-1].iso3 == actor.country:
        return None
    land = lands[-1]
    branches = [a for a in scene.table if a.parent == actor.id and a.country == land.iso3 and a.kind in _GROUPS]
    why = f'"{land.words} {known.words}"'
    if len(branches) == 1:
        return of_actor(branches[0], f"{why} is {actor.name}'s branch there", scene.table, scene.on)
    if any(word.plain in _PEOPLE_OF for word in phrase.core):
        return None
    return unknown(phrase.bare, actor.kind, f"unknown: {why} is not {actor.name} as the codebook knows it", land.iso3)
