"""What a place in a phrase says of who is meant: the country at least, and whose police they are."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from casus.codebook.around_names import load_around_names
from casus.codebook.kinds import singular
from casus.codebook.places import Entry, Gazetteer
from casus.resolve.actor_bodies import country_name, of_country
from casus.resolve.actor_identity import Identity, of_actor, unknown
from casus.resolve.actor_mentions import Land, Mentions
from casus.resolve.actor_scene import Scene
from casus.resolve.actor_words import Phrase, Word, is_noun, words_in

_LARGE = 5
_RULING = frozenset({"government", "authorities", "regime", "administration", "junta", "leadership"})
_RULERS = frozenset({"government", "military"})
_SEATS = frozenset({"capital", "name"})
"""How a land is named where its rulers sit: "the junta in Niamey", "the junta in Niger"."""
_DIRECTIONS = frozenset("central northern southern eastern western north south east west upper lower".split())
_UNITS = frozenset({"adm1", "town", "region"})


def country_of(phrase: Phrase, mentions: Mentions, places: Gazetteer, *, names: bool) -> str | None:
    """The only country a phrase names anywhere, or whose large town or province it names; None if several or none.

    `names`: known names count, too; not where the name is only part of a longer one.
    """
    codes = {land.iso3 for land in mentions.lands_over(phrase.start, phrase.end)}
    if names:
        known = mentions.names_over(phrase.start, phrase.end)
        codes |= {k.actors[0].country for k in known if len(k.actors) == 1 and k.actors[0].country}
    if len(codes) == 1:
        return codes.pop()
    if codes:
        return None
    towns = {entry.iso3 for entry in (_town(phrase, i, phrase.words, places) for i in range(len(phrase.words))) if entry is not None}
    return towns.pop() if len(towns) == 1 else None


def as_place(phrase: Phrase, land: Land, text: str) -> str | None:
    """Why a capital is a place where it stands, in words, or None where it acts or is spoken to."""
    lists = load_around_names()
    before = words_in(text, max(phrase.start - 40, 0), phrase.start)
    word = before[-1].plain if before else ""
    if (land.place or word in lists.places) and word != "between":
        return f'after "{word}"'
    if word == "of" and len(before) > 1 and before[-2].plain in lists.place_nouns:
        return f'after "{before[-2].text} of"'
    tokens = phrase.sentence.tokens if phrase.sentence is not None else ()
    for token in tokens:
        if token.start == land.start and token.deprel == "obj" and tokens[token.head].lemma.lower() in lists.place_verbs:
            return f"what was {tokens[token.head].text}"
    return None


def member(phrase: Phrase, scene: Scene) -> Identity | None:
    """ "US Senator Jack Dale", "Kenyan judge Ana Maina": one of many in a house or a court, who acts as himself, not as the government."""
    noun = phrase.noun
    if noun is None or noun.words not in load_around_names().members:
        return None
    persons = [(a, b) for a, b in scene.mentions.persons if phrase.start <= a and b <= phrase.end]
    if not persons or scene.text[persons[-1][0] - 2 : persons[-1][0]] in ("s ", "f "):
        return None
    return unknown(scene.text[slice(*persons[-1])], noun.kind, f"unknown: a {noun.words} by name, whom the codebook does not know")


def of_land(phrase: Phrase, scene: Scene) -> Identity | None:
    """A nationality or capital and a noun, a people, or a capital that acts for its government."""
    lands = scene.lands(phrase)
    if not lands:
        return None
    head = phrase.core[phrase.head]
    over = [x for x in lands if x.start <= head.start < x.end]
    if not over:
        return _owner(phrase, lands, scene)
    land = over[0]
    if land.way == "capital":
        return _capital(phrase, land, scene)
    if land.way == "demonym":
        return unknown(phrase.bare, "civilians", f"unknown: people from {country_name(land.iso3, scene.table)}", land.iso3)
    return None


def _owner(phrase: Phrase, lands: Sequence[Land], scene: Scene) -> Identity | None:
    """The country before the head, or the one at the end of its "of"-phrase: "the Iraqi army", "the army of Iraq"."""
    head = phrase.core[phrase.head]
    before = [x for x in lands if x.end <= head.start]
    land = before[-1] if before else lands[0]
    if not before and any(w.start > land.end and not is_noun(w.plain) for w in phrase.core):
        return None
    if land.way == "capital" and {head.plain, singular(head.plain)} & load_around_names().own_bodies:
        return unknown(phrase.written, "government", f"unknown: local authorities of {land.words}", land.iso3)
    return of_country(phrase, land.iso3, f'{land.way} "{land.words}"', table=scene.table, on=scene.on)


def seated(phrase: Phrase, scene: Scene) -> Identity | None:
    """ "The government in Islamabad" and "the junta in Mali" are that country's, whoever was told of before."""
    noun = phrase.noun
    if noun is None or noun.kind not in _RULERS or noun.words.split()[-1] not in _RULING or scene.lands(phrase) or scene.names(phrase):
        return None
    behind = scene.text[phrase.end : phrase.end + 4]
    land = next((x for x in scene.mentions.lands_over(phrase.end, phrase.end + 5) if x.way in _SEATS), None)
    if land is None or behind != " in " or land.start != phrase.end + 4:
        return None
    if land.way == "name":
        return of_country(phrase, land.iso3, f'in "{land.words}"', table=scene.table, on=scene.on)
    return _ruler(land, scene)


def _capital(phrase: Phrase, land: Land, scene: Scene) -> Identity:
    """A capital is a place after in, from, near, to, and where it is taken or struck; otherwise its government."""
    place = as_place(phrase, land, scene.text)
    if place is not None:
        return unknown(land.words, "unknown", f"unknown: {land.words} is a place here, {place}", land.iso3)
    return _ruler(land, scene)


def _ruler(land: Land, scene: Scene) -> Identity:
    """Who governs from a capital on the report's day."""
    seat = scene.table.seat(land.words, scene.on)
    if seat is not None:
        return of_actor(seat.actor, f'"{land.words}" for {seat.actor.name}, {seat.since()}', scene.table, scene.on)
    actor = scene.table.body(land.iso3, "gov") or scene.table.body(land.iso3, "")
    if actor is None:
        return unknown(land.words, "government", f"unknown: no government for {land.words} in the codebook", land.iso3)
    why = f'capital "{land.words}" for the government of {country_name(land.iso3, scene.table)}'
    return of_actor(actor, why, scene.table, scene.on)


def of_town(phrase: Phrase, scene: Scene) -> Identity | None:
    """ "Lahore police" are Pakistan's; officials of a place are known by country only: whose they are may be contested."""
    table, on = scene.table, scene.on
    noun = phrase.noun
    if noun is None or noun.kind not in ("police", "government") or phrase.head == 0:
        return None
    entry = next((e for i in range(phrase.head) if (e := _town(phrase, i, phrase.core, scene.places)) is not None), None)
    if entry is None or not entry.iso3:
        return None
    police = table.body(entry.iso3, "police")
    if noun.kind == "police" and police is not None:
        where = f"{entry.name} lies in {country_name(entry.iso3, table)}"
        found = of_actor(police, f'{entry.name} + "{noun.words}"; {where}', table, on)
        return replace(found, name=phrase.bare) if entry.kind == "adm1" else found  # a region's own go by their words
    reason = f"unknown: local authorities of {entry.name}; under whom is not said"
    return unknown(phrase.written, noun.kind, reason, entry.iso3)


def _town(phrase: Phrase, at: int, words: tuple[Word, ...], places: Gazetteer) -> Entry | None:
    """The well-known place that a word names, alone or with the next: large, and far larger than its namesakes."""
    for count in (2, 1):
        group = words[at : at + count]
        if len(group) < count or not all(w.text[:1].isupper() for w in group) or (count == 1 and _ordinary(group[0])):
            continue
        found = places.find(phrase.text[group[0].start : group[-1].start + len(group[-1].text)])
        if found and found[0].kind in _UNITS and (found[0].weight >= _LARGE or found[0].own or found[0].kind == "adm1"):
            first = found[0]
            if all(other.iso3 == first.iso3 or other.weight < first.weight for other in found[1:]):
                return first
    return None


def _ordinary(word: Word) -> bool:
    known = is_noun(word.plain) or is_noun(singular(word.plain)) or word.plain in _DIRECTIONS
    return known or len(word.text) < 4
