"""Misspelt names: one letter off a name that the same report spells right, and off no other."""

from __future__ import annotations

from casus.codebook.around_names import load_around_names
from casus.codebook.names import plain
from casus.resolve.actor_identity import Identity, of_actor
from casus.resolve.actor_scene import Scene
from casus.resolve.actor_words import Phrase, is_noun, words_in

_SHORTEST = 4


def misspelt(phrase: Phrase, scene: Scene) -> Identity | None:
    """ "Kaul" for Kabul: the name meant by a misspelt single word, with a reason that begins "spelling:", if it is sure."""
    mentions, table, on, people = scene.mentions, scene.table, scene.on, scene.people
    if len(phrase.core) != 1 or len(phrase.words) > 2:
        return None
    word = phrase.core[0]
    written = word.plain
    if len(written) < _SHORTEST or not word.text[:1].isupper() or is_noun(written) or _part_of_name(phrase, mentions.text):
        return None
    lands = {x.words: x for x in mentions.lands if x.way in ("capital", "name") and one_letter_off(written, plain(x.words))}
    persons = {part.full: part for name, part in people.parts.items() if one_letter_off(written, name)}
    if len({x.iso3 for x in lands.values()}) + len({p.actor.id for p in persons.values()}) != 1:
        return None
    if persons:
        full, part = next(iter(persons.items()))
        return people.as_identity(part.actor, f'spelling: "{word.text}" for {full}, named in this report')
    name, land = next(iter(lands.items()))
    before = words_in(mentions.text, max(phrase.start - 24, 0), phrase.start)
    if land.way == "capital" and before and before[-1].plain in load_around_names().places:
        return None
    actor = table.body(land.iso3, "gov" if land.way == "capital" else "")
    if actor is None:
        return None
    what = f"the government of {table.countries.by_code[land.iso3].name}" if land.way == "capital" else "the country"
    return of_actor(actor, f'spelling: "{word.text}" for {name}, named in this report; {what}', table, on)


def _part_of_name(phrase: Phrase, text: str) -> bool:
    """Whether a capitalised word stands beside it: a surname is no misspelt capital."""
    before = words_in(text, max(phrase.start - 24, 0), phrase.start)
    after = words_in(text, phrase.end, phrase.end + 24)
    left = bool(before) and before[-1].text[:1].isupper() and text[before[-1].end : phrase.start] == " "
    right = bool(after) and after[0].text[:1].isupper() and text[phrase.end : after[0].start] == " "
    return left or right


def one_letter_off(a: str, b: str) -> bool:
    """Whether two plain words differ by one letter added, lost, changed or two swapped; equal words do not."""
    if a == b or abs(len(a) - len(b)) > 1 or a[:1] != b[:1]:
        return False
    at = next((i for i, (x, y) in enumerate(zip(a, b, strict=False)) if x != y), min(len(a), len(b)))
    if len(a) == len(b):
        return a[at + 1 :] == b[at + 1 :] or (a[at : at + 2] == b[at : at + 2][::-1] and a[at + 2 :] == b[at + 2 :])
    shorter, longer = sorted((a, b), key=len)
    return shorter[at:] == longer[at + 1 :]
