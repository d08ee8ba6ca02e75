"""A country or group and a noun: "Pakistani warplanes" are Pakistan's armed forces, "Taliban officials" the Taliban."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from functools import lru_cache
from pathlib import Path

import casus.codebook.actors
from casus.codebook.actors import ActorTable
from casus.codebook.around_names import load_around_names
from casus.codebook.kinds import Noun, kind_of, singular
from casus.codebook.yaml_files import read_yaml
from casus.model.actor import Actor, ActorKind
from casus.resolve.actor_identity import Identity, of_actor, unknown
from casus.resolve.actor_words import Phrase

_TABLE = Path(casus.codebook.actors.__file__).with_name("bodies.yaml")
_IN_ARMS = frozenset({"unnamed-armed", "militia"})
_GROUPS = frozenset({"armed-group", "militia", "party", "collective"})
_STATE_BODIES = frozenset({"government", "military", "police", "intelligence"})
_OF_STATE: Mapping[str, str] = {"military": "mil", "police": "police", "government": "gov"}
_HIGHEST = frozenset({"president", "chancellor", "premier"})
_ONE_SIDE = frozenset({"side", "camp", "leadership", "team"})


@lru_cache(maxsize=1)
def body_words() -> tuple[Mapping[str, str], int]:
    """From bodies.yaml: phrase -> which row of a state it means; and the longest phrase in words."""
    found = {phrase: suffix for suffix, phrases in read_yaml(_TABLE).items() for phrase in phrases}
    return found, max(len(phrase.split()) for phrase in found)


def body_phrase(words: tuple[str, ...], noun: Noun | None) -> tuple[str, str] | None:
    """The longest phrase for a body of a state among plain words: (phrase, suffix)."""
    table, longest = body_words()
    for size in range(min(longest, len(words)), 0, -1):
        for at in range(len(words) - size + 1):
            phrase = " ".join(words[at : at + size])
            if phrase in table and (size > 1 or noun is None or phrase in noun.words or noun.words in phrase):
                return phrase, table[phrase]
    return None


def of_country(phrase: Phrase, iso3: str, why: str, *, table: ActorTable, on: date | None) -> Identity:
    """What a nationality and the phrase's noun mean: a body of that state, or people from there, who are no body."""
    noun = phrase.noun
    kind = _kind(phrase, noun, table)
    found = body_phrase(phrase.plain_words, noun) if not _is_part(phrase) else None
    if found is not None and found[1] == "gov" and noun is not None and noun.kind == kind == "military" and noun.words != found[0]:
        found = None  # "government forces" are the army, not the government; a junta is the government
    if noun is not None and _is_house(noun):
        found = None
    if found is not None and (noun is None or kind in (*_STATE_BODIES, "unknown", "collective")) and not _civil(phrase):
        return _body(phrase, iso3, found[1], f'{why} + "{found[0]}"', table=table, on=on)
    if noun is None:
        return unknown(phrase.written, "unknown", f'unknown: {why}, but "{phrase.core[phrase.head].text}" says not who it is', iso3)
    if kind == "intelligence":
        return _service(phrase, iso3, why, table=table, on=on)
    state = table.body(iso3, "")
    if noun.words in load_around_names().state_soil and state is not None:
        return of_actor(state, f'{why} + "{noun.words}", the state\'s own', table, on)
    if _is_house(noun) or (noun.words in load_around_names().members and noun.words not in _HIGHEST):
        reason = f"unknown: in a house, a court or a town hall of {country_name(iso3, table)}, not its government"
        return unknown(phrase.written, "government", reason, iso3)
    suffix = _suffix(phrase, noun, kind)
    if suffix is not None:
        return _body(phrase, iso3, suffix, f'{why} + "{noun.words}"', table=table, on=on)
    if "thing" in noun.flags or _civil(phrase) or noun.words == "state":
        reason = f'unknown: "{noun.words}" in or of {country_name(iso3, table)} is no actor'
        return unknown(phrase.written, "unknown", reason, iso3)
    return unknown(phrase.bare, kind, f"unknown: {_what(kind)} from {country_name(iso3, table)}, none named", iso3)


def _is_house(noun: Noun) -> bool:
    """A parliament or a court ("supreme court")."""
    return noun.words.split()[-1] in load_around_names().houses


def _is_part(phrase: Phrase) -> bool:
    """ "The US state of Georgia": a part of a country, not its state."""
    return phrase.noun is not None and phrase.noun.words == "state" and "of" in phrase.plain_words[phrase.head :]


def country_name(iso3: str, table: ActorTable) -> str:
    """The usual English name of a country."""
    return table.countries.by_code[iso3].name


def _kind(phrase: Phrase, noun: Noun | None, table: ActorTable) -> ActorKind:
    """The kind the noun and its modifiers point to; not the state's own, which a nationality alone would give."""
    if noun is None:
        return "unknown"
    kind = kind_of(phrase.core[phrase.head].plain, " ".join(w.text for w in phrase.core), table)
    return noun.kind if kind == "state" or "thing" in noun.flags else kind


def _suffix(phrase: Phrase, noun: Noun, kind: ActorKind) -> str | None:
    """Which row of a state the noun means, or None where it means no body of it."""
    lists = load_around_names()
    if _civil(phrase) or noun.words in {"state", "member"} or noun.words.replace(" ", "-") in lists.border_forces:
        return None
    if noun.words in lists.of_forces or ("thing" in noun.flags and noun.words.split()[-1] in lists.military_places):
        return "mil"
    if kind in _OF_STATE or noun.words in _ONE_SIDE:
        return _OF_STATE.get(kind, "gov")
    return "gov" if {"generic", "person"} <= noun.flags and kind in ("unknown", "government") else None


def _civil(phrase: Phrase) -> bool:
    """Whether a machine is no weapon: "a passenger jet"."""
    noun = phrase.noun
    return noun is not None and "machine" in noun.flags and bool(set(phrase.plain_words) & load_around_names().civil)


def _what(kind: ActorKind) -> str:
    return {"civilians": "people", "unnamed-armed": "armed people", "militia": "armed people"}.get(kind, kind)


def _body(phrase: Phrase, iso3: str, suffix: str, why: str, *, table: ActorTable, on: date | None) -> Identity:
    actor = table.body(iso3, suffix) or table.body(iso3, "gov") or table.body(iso3, "")
    if actor is None:
        return unknown(phrase.written, "government", f"unknown: {why}, no such body in the codebook", iso3)
    former = next((w for w in ("former", "ousted", "previous", "deposed", "toppled") if w in phrase.plain_words), None)
    return of_actor(actor, f"{former}: {why}" if former else why, table, None if former else on)


def _service(phrase: Phrase, iso3: str, why: str, *, table: ActorTable, on: date | None) -> Identity:
    """A country's intelligence service, if the table knows exactly one that serves who governs on that day."""
    services = [a for a in table if a.kind == "intelligence" and a.country == iso3]
    holder = table.holder(f"{iso3.lower()}-gov", on)
    if holder is not None:
        services = [a for a in services if a.parent == holder.actor.id]
    if len(services) == 1:
        return of_actor(services[0], f'{why} + "intelligence"', table, on)
    return _body(phrase, iso3, "gov", f'{why} + "intelligence", which service is not said', table=table, on=on)


def of_named(phrase: Phrase, owner: Actor, why: str, *, table: ActorTable, on: date | None) -> Identity:
    """What a named actor and the phrase's noun mean: "TTP fighters" the TTP, "Hamas hostages" people, not Hamas."""
    noun = phrase.noun
    if (other := somebody_else(phrase)) is not None:
        return unknown(phrase.written, noun.kind if noun else "unknown", f'unknown: "{other}" beside {owner.name} is somebody else')
    if noun is None or owner.kind == "person":
        return of_actor(owner, why, table, on)
    if noun.kind == "civilians" and owner.kind in (*_GROUPS, *_STATE_BODIES) and not _speaks(noun):
        return unknown(phrase.written, noun.kind, f'unknown: "{noun.words}" beside {owner.name}, not the body itself', owner.country)
    if owner.kind == "government" and noun.kind == "military" and owner.country and owner.id.endswith("-gov"):
        return _body(phrase, owner.country, "mil", f'{why} + "{noun.words}"', table=table, on=on)
    if owner.kind in _GROUPS:
        ministry = _ministry(phrase, owner, table, on)
        if ministry is not None:
            return ministry
    added = f"{why}; its {phrase.core[phrase.head].text}" if noun.words not in owner.name.lower() else why
    found = of_actor(owner, added, table, on)
    return replace(found, kind=noun.kind) if owner.kind == "collective" and noun.kind in _IN_ARMS else found  # "Tuareg rebels"


def somebody_else(phrase: Phrase) -> str | None:
    """The word that makes a phrase mean somebody other than the name in it: "hostages", "affiliate", "rival groups"."""
    words = load_around_names()
    if not phrase.core:
        return None
    upto = " ".join(phrase.plain_words[: phrase.head + 1])
    head = phrase.core[phrase.head]
    by_phrase = next((p for p in words.beside_phrases if upto.endswith(p)), None)
    return by_phrase or (head.text if {head.plain, singular(head.plain)} & words.beside else None)


def _speaks(noun: Noun) -> bool:
    return bool(noun.flags & {"medic", "media", "official", "generic"})


def _ministry(phrase: Phrase, owner: Actor, table: ActorTable, on: date | None) -> Identity | None:
    """A ministry of a group that holds a country's government: "the Taliban's defence ministry"."""
    found = body_phrase(phrase.plain_words, phrase.noun)
    if found is None or found[1] not in ("mfa", "mod", "moi") or owner.country is None:
        return None
    holder = table.holder(f"{owner.country.lower()}-gov", on)
    if holder is None or holder.actor.id != owner.id:
        return None
    return _body(phrase, owner.country, found[1], f'{owner.name} + "{found[0]}"', table=table, on=on)
