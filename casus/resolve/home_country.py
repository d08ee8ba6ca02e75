"""The country that a report is all about: where an act was that nothing of a place is told of.

"Egyptian police arrested dozens ahead of the marches" in a report of Egypt alone: in Egypt, wherever there. It holds of violence,
protests and coercion by or against people of that country, of violence and protests in the news by and against anybody, where no force is
told of elsewhere; it is told as the scene (scene_of_report.py), after everything else, and gives way to any narrower place.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from casus.codebook.countries import load_countries
from casus.codebook.place_words import load_place_words
from casus.codebook.places import Gazetteer
from casus.coding.places.mention import PlaceMention
from casus.model.claim import DONE, Claim
from casus.model.place import Place
from casus.model.text import Report, Sentence
from casus.resolve.place_precision import locate
from casus.resolve.scene_of_report import Grounds
from casus.resolve.story_places import StoryPlaces, story_places

_OF_FORCE = frozenset({"ASSAULT", "COERCE", "PROTEST"})
_ALL_OVER = frozenset({"nationwide", "countrywide"})
_TIMES = 3
"""A report is all about a country of which it speaks this many times as much as of the next."""
_OFTEN = 2
"""A country named once, by the people of one act or by who condemns it, is not yet what a report is about."""


def set_home(claims: Sequence[Claim], grounds: Grounds, report: Report, gazetteer: Gazetteer) -> list[Claim]:
    """The claims, those without any place with the country that the report is all about."""
    bare = [c for c in claims if c.place is None and c.scene is None and _is_of_force(c)]
    story = story_places(report, gazetteer) if bare else None
    home = story.alone(_TIMES) if story is not None else None
    if story is None or home is None or any(_is_abroad(c, home) for c in claims if _is_of_force(c)):
        return list(claims)
    place = _named(home, grounds, report, gazetteer)
    if place is None:
        return list(claims)
    once = _times_named(home, grounds) < _OFTEN
    bare = [c for c in bare if not once or _is_told_of_home(c, home, grounds.sentences[c.sentence])]
    at_home = {c.id for c in bare if _may_be_at_home(c, home, grounds.sentences[c.sentence], story)}
    return [replace(c, scene=place) if c.id in at_home else c for c in claims]


def _is_told_of_home(claim: Claim, home: str, sentence: Sentence) -> bool:
    """Whether one word for a country is enough: its own forces coerce, or something is told of all of it."""
    by_its_own = claim.type == "COERCE" and any(p.country == home for p in claim.actors)
    return by_its_own or any(t.text.lower() in _ALL_OVER for t in sentence.tokens)


def _times_named(home: str, grounds: Grounds) -> int:
    """How many words of a report name a country, its people or its capital."""
    countries = load_countries()
    names = set(countries.by_code[home].name.split()) if home in countries.by_code else set()
    words = [t.text for s in grounds.sentences for t in s.tokens]
    return sum(w in names or countries.demonym(w) == home or countries.capital(w) == home for w in words)


def _is_of_force(claim: Claim) -> bool:
    return claim.type in _OF_FORCE and claim.status in DONE and claim.layer != "history" and not claim.heading


def _is_abroad(claim: Claim, home: str) -> bool:
    """Whether an act is told to have been in another country."""
    place = claim.place or claim.scene
    return place is not None and place.country not in {None, home}


def _may_be_at_home(claim: Claim, home: str, sentence: Sentence, story: StoryPlaces) -> bool:
    """Whether nobody in the act and no word of its sentence is of another country; of arrests and the past somebody must be of this one."""
    people = {p.country for p in (*claim.actors, *claim.recipients) if p.country}
    countries = load_countries()
    told = {countries.demonym(t.text) or countries.capital(t.text) for t in sentence.tokens} - {None}
    words = {t.text.lower() for t in sentence.tokens}
    sure = bool(people) or bool(words & _ALL_OVER) or (claim.layer == "news" and claim.type != "COERCE")
    at_home = sure and people | told <= {home} and not story.others_beside(home, sentence.start)
    return at_home and not claim.item and not words & load_place_words().abroad


def _named(home: str, grounds: Grounds, report: Report, gazetteer: Gazetteer) -> Place | None:
    """The country, by the words that first name it or its people."""
    entry = gazetteer.country(home)
    if entry is None:
        return None
    for sentence in grounds.sentences:
        for i, token in enumerate(sentence.tokens):
            if load_countries().demonym(token.text) == home or token.text == entry.name:
                evidence = report.evidence("place", token.start, token.end, "places:the country of the report")
                mention = PlaceMention(evidence, entry.name, i, i + 1, i, sentence.index, kind="country", known=True)
                return locate(mention, entry, None, f"the report is all about {entry.name}; nothing narrower is told")
    return None
