"""Names of places in a sentence: those the reader saw, those the gazetteer knows, those a word for a unit marks."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from casus.codebook.countries import load_countries
from casus.codebook.place_words import load_place_words
from casus.codebook.places import Entry, Gazetteer
from casus.coding.places.trimming import Seen, is_named_unit, trimmed
from casus.model.text import Name, Sentence

_SHORT = re.compile(r"(?:(?:[A-Z]\.\s?){1,3}[A-Z][a-z]?\.?|[A-Z][A-Za-z]{1,4}\.?)(?!\w)")

_POSTS = frozenset({"post", "outpost", "intake", "mine", "plant", "pass"})
_QUOTES = frozenset({'"', "“", "”", "«", "»"})
_LETTERS = re.compile(r"[A-Z]{3,}(?:-[A-Z]{1,3})?")
LONGEST = 6
"""No gazetteer name of more tokens is looked for where the reader saw none."""

_LEADS = (["in"], ["near"], ["inside"], ["outside"], ["at"])
_SETTLED = frozenset({"adm1", "adm2", "town", "village", "camp"})
_ELSEWHERE = frozenset({"USA", "GBR", "CAN", "AUS", "NZL"})
"""Countries whose towns share the names of people; there a name the reader took for a person is one."""

_ELSEWHERE_WEIGHT = 3.7
_SURE_WEIGHT, _LED_WEIGHT = 5, 3
"""How heavy a gazetteer place must be to be taken for one against the reader, alone or led by a preposition."""
_GREAT_WEIGHT = 6
"""The same for a name of several words that is struck or visited ("visited Phnom Penh")."""


@dataclass(frozen=True, slots=True)
class Named:
    """A name of a place in the text: offsets, token range (last exclusive), and the gazetteer's entries of that name."""

    start: int
    end: int
    first: int
    last: int
    name: str
    entries: tuple[Entry, ...]


def find_names(text: str, sentence: Sentence, gazetteer: Gazetteer) -> list[Named]:
    """Every name of a place, in text order, none inside another."""
    kept: list[Named] = []
    for each in sorted(_all_names(text, sentence, gazetteer), key=lambda n: (n.start, -n.end)):
        if not kept or each.start >= kept[-1].end:
            kept.append(each)
    return kept


def _all_names(text: str, sentence: Sentence, gazetteer: Gazetteer) -> Iterator[Named]:
    taken: set[int] = set()
    seen = Seen(text, sentence, gazetteer)
    for short in _abbreviated(text, sentence, gazetteer):
        taken.update(range(short.first, short.last))
        yield short
    for seat in (*_quoted(text, sentence, gazetteer), *_seats(text, sentence, gazetteer)):
        if not taken.intersection(range(seat.first, seat.last)):
            taken.update(range(seat.first, seat.last))
            yield seat
    for name in sentence.names:
        if name.kind in {"person", "organisation", "nationality"} and not _mistaken(text, sentence, gazetteer, name):
            taken.update(range(name.first, name.last))
    for name in sentence.names:
        placed = name.kind == "place" or is_named_unit(seen, name.first, name.last)
        if placed and not taken.intersection(range(name.first, name.last)):
            taken.update(range(name.first, name.last))
            yield from _as_read(seen, name)
    yield from _in_gazetteer(text, sentence, gazetteer, taken)
    yield from _by_unit(text, sentence, gazetteer, taken)
    yield from _soil(sentence, gazetteer)


def _abbreviated(text: str, sentence: Sentence, gazetteer: Gazetteer) -> Iterator[Named]:
    """ "Edmonton, Ky.": the short form of a unit after a comma and a name, under its full name."""
    tokens = sentence.tokens
    for i in range(2, len(tokens)):
        match = _SHORT.match(text, tokens[i].start) if tokens[i - 1].text == "," and tokens[i - 2].upos == "PROPN" else None
        full = load_place_words().abbreviations.get(match[0].rstrip(".")) if match else None
        if match is None or full is None or not (match[0][-1] == "." or _lies_in(text, sentence, i - 2, full, gazetteer)):
            continue
        last = next((k for k in range(i, len(tokens)) if tokens[k].end >= match.end()), i) + 1
        yield Named(tokens[i].start, tokens[last - 1].end, i, last, full, gazetteer.find(full))


def _lies_in(text: str, sentence: Sentence, last: int, unit: str, gazetteer: Gazetteer) -> bool:
    """Whether a place of that unit has the name that ends at a token."""
    starts = (sentence.tokens[k].start for k in range(max(last - 2, 0), last + 1))
    return any(unit in e.parents for start in starts for e in gazetteer.find(text[start : sentence.tokens[last].end]))


def _mistaken(text: str, sentence: Sentence, gazetteer: Gazetteer, name: Name) -> bool:
    """Whether what the reader took for a person or a body is a place: "the city of Jos", a known town led by "in" or struck."""
    words, tokens, first = load_place_words(), sentence.tokens, name.first
    before = [t.lemma.lower() for t in tokens[max(first - 2, 0) : first]]
    if len(before) == 2 and before[1] == "of" and words.units.get(before[0]) in {"town", "village", "adm1", "adm2"}:
        return True
    if is_named_unit(Seen(text, sentence, gazetteer), first, name.last):
        return True
    if _is_road(sentence, name):
        return True
    if not (entries := gazetteer.find(text[name.start : name.end])) or entries[0].iso3 in _ELSEWHERE:
        return False
    top = next((i for i in range(first, name.last) if not first <= tokens[i].head < name.last), first)
    head = tokens[tokens[top].head].lemma.lower() if tokens[top].head >= 0 else ""
    led = bool(before) and before[-1] in {"in", "near", "inside", "outside", "at"}
    struck = tokens[top].deprel in {"obj", "nsubj:pass"} and head in words.strikes | words.takings
    sure = _SURE_WEIGHT if name.last - first == 1 else _GREAT_WEIGHT
    return (led and entries[0].weight >= _LED_WEIGHT) or (struck and entries[0].weight >= sure)


def _is_road(sentence: Sentence, name: Name) -> bool:
    """ "Closed National Highway 8", "on Wall Street": a road that the reader takes for a body; "Downing Street said" is one."""
    top = next((i for i in range(name.first, name.last) if not name.first <= sentence.tokens[i].head < name.last), name.first)
    led = name.first > 0 and sentence.tokens[name.first - 1].lemma.lower() in load_place_words().inside
    street = sentence.tokens[name.last - 1].text in load_place_words().streets
    return name.kind == "organisation" and street and (led or sentence.tokens[top].deprel in {"obj", "nsubj:pass"})


def _seats(text: str, sentence: Sentence, gazetteer: Gazetteer) -> Iterator[Named]:
    """ "At the White House", "in front of the Kremlin": a great spot that the reader takes for the body that sits there."""
    for name in sentence.names:
        before = [t.text.lower() for t in sentence.tokens[max(name.first - 3, 0) : name.first] if t.text.lower() != "the"]
        if name.kind != "organisation" or not (before[-1:] in _LEADS or before[-2:] == ["front", "of"]):
            continue
        entries = gazetteer.find(text[name.start : name.end])
        if entries and entries[0].kind == "site" and entries[0].weight >= _GREAT_WEIGHT:
            yield Named(name.start, name.end, name.first, name.last, text[name.start : name.end], entries)


def _as_read(seen: Seen, name: Name) -> Iterator[Named]:
    """The bare names in a name that the reader saw."""
    words, tokens = load_place_words(), seen.sentence.tokens
    known = seen.gazetteer.knows(seen.words(name.first, name.last))
    for first, end in trimmed(seen, name.first, name.last):
        last = end + _is_cut(seen, end)
        bare = seen.words(first, last)
        if not known and (load_countries().demonym(tokens[last - 1].text) or _is_letters(seen, bare)):
            continue
        named = any(t.text[:1].isupper() and t.text.lower().strip(".") not in words.never for t in tokens[first:last])
        if named and len(bare) > 1 and (bare[:1].isupper() or bare[:1] in {"‘", "'", "’", "ʿ"} or "-" in bare):
            yield Named(tokens[first].start, tokens[last - 1].end, first, last, bare, seen.gazetteer.find(bare))


def _is_cut(seen: Seen, last: int) -> bool:
    """ "National Highway | 8", "Ye- | U": where the reader ends a name one word too early."""
    numbered = seen.word(last - 1) in load_place_words().streets and seen.word(last).isdigit()
    return numbered or (seen.word(last - 1) == "-" and len(seen.word(last)) == 1 and seen.word(last).isupper())


def _is_letters(seen: Seen, name: str) -> bool:
    """ "Positions of the SPLA-IO": a body no table has, unless all is in capitals."""
    unknown = bool(_LETTERS.fullmatch(name)) and name not in load_place_words().abbreviations and not seen.gazetteer.knows(name)
    return unknown and not seen.text[seen.sentence.start : seen.sentence.end].isupper()


def _quoted(text: str, sentence: Sentence, gazetteer: Gazetteer) -> Iterator[Named]:
    """ "At the checkpoint “Guliston”": a spot's name in quotation marks."""
    tokens, words = sentence.tokens, load_place_words()
    for i in range(len(tokens) - 3):
        lemma = tokens[i].lemma.lower() if tokens[i].upos == "NOUN" else ""
        spot = lemma in _POSTS or words.units.get(lemma) in {"site", "village", "town", "camp"}
        if not spot or tokens[i + 1].text not in _QUOTES:
            continue
        last = next((k for k in range(i + 3, min(i + 7, len(tokens))) if tokens[k].text in _QUOTES), None)
        if last is not None and tokens[i + 2].text[:1].isupper():
            name = text[tokens[i + 2].start : tokens[last - 1].end]
            yield Named(tokens[i + 2].start, tokens[last - 1].end, i + 2, last, name, gazetteer.find(name))


def _in_gazetteer(text: str, sentence: Sentence, gazetteer: Gazetteer, taken: set[int]) -> Iterator[Named]:
    """Capitalised words the reader took for no name, where the gazetteer knows them well or a preposition leads them."""
    tokens, i = sentence.tokens, 0
    while i < len(tokens):
        found = _longest(text, sentence, gazetteer, i, taken) if tokens[i].text[:1].isupper() else None
        if found is not None:
            taken.update(range(found.first, found.last))
            yield found
        i = found.last if found is not None else i + 1


def _longest(text: str, sentence: Sentence, gazetteer: Gazetteer, first: int, taken: set[int]) -> Named | None:
    """The longest gazetteer name that begins at a token and may be taken for one."""
    tokens = sentence.tokens
    if first in taken or tokens[first].upos not in {"PROPN", "NOUN", "X"}:
        return None
    for last in range(min(first + LONGEST, len(tokens)), first, -1):
        if taken.intersection(range(first, last)) or not tokens[last - 1].text[:1].isupper():
            continue
        words = text[tokens[first].start : tokens[last - 1].end]
        entries = gazetteer.find(words)
        if entries and words.lower().strip(".") not in load_place_words().never and _sure(sentence, first, last, entries):
            return Named(tokens[first].start, tokens[last - 1].end, first, last, words, entries)
    return None


def _sure(sentence: Sentence, first: int, last: int, entries: tuple[Entry, ...]) -> bool:
    """Whether a gazetteer name the reader did not see may be taken for a place here."""
    tokens, words = sentence.tokens, load_place_words()
    if entries[0].kind in {"country", "region", "water"} or (last - first > 1 and entries[0].weight >= _LED_WEIGHT):
        return True
    if last < len(tokens) and tokens[last].text.lower() in words.units:
        return True
    before = tokens[first - 1].lemma.lower() if first else ""
    led = before in words.inside | words.origin | words.destination | {"near", "outside"}
    led = led and (entries[0].iso3 not in _ELSEWHERE or entries[0].weight >= _ELSEWHERE_WEIGHT)
    beside = any(0 <= k < len(tokens) and tokens[k].upos == "PROPN" and tokens[k].text[:1].isupper() for k in (first - 1, last))
    return not beside and tokens[first].upos == "PROPN" and (entries[0].weight >= _SURE_WEIGHT or led)


def _by_unit(text: str, sentence: Sentence, gazetteer: Gazetteer, taken: set[int]) -> Iterator[Named]:
    """Names no gazetteer needs to know: "the village of X", "X district"."""
    words, tokens = load_place_words(), sentence.tokens
    for i in range(len(tokens)):
        if i in taken or not _is_proper(sentence, i) or (i and i - 1 not in taken and _is_proper(sentence, i - 1)):
            continue
        last = i + 1
        while last < len(tokens) and last not in taken and _is_proper(sentence, last):
            last += 1
        after = tokens[last].text.lower() if last < len(tokens) else ""
        led = re.search(r"(\w+) of$", " ".join(t.text.lower() for t in tokens[max(i - 2, 0) : i]))
        if words.units.get(after) in _SETTLED or (led and words.units.get(led[1]) in _SETTLED):
            taken.update(range(i, last))
            name = text[tokens[i].start : tokens[last - 1].end]
            yield Named(tokens[i].start, tokens[last - 1].end, i, last, name, gazetteer.find(name))


def _is_proper(sentence: Sentence, i: int) -> bool:
    return sentence.tokens[i].upos == "PROPN" and sentence.tokens[i].text[:1].isupper()


def _soil(sentence: Sentence, gazetteer: Gazetteer) -> Iterator[Named]:
    """ "Afghan territory", "the Pakistani border": a demonym before a word for land makes a country a place."""
    tokens, words, countries = sentence.tokens, load_place_words(), load_countries()
    for i in range(len(tokens) - 1):
        after = tokens[i + 1].text.lower()
        if after in words.soil and (code := countries.demonym(tokens[i].text)) and (entry := gazetteer.country(code)):
            last = i + 1 if after in words.borders else i + 2
            yield Named(tokens[i].start, tokens[last - 1].end, i, last, entry.name, (entry,))
