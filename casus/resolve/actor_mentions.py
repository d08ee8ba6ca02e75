"""The known names of a report, where they stand, and the abbreviations it defines: "Lakurawa Defence Front (LDF)"."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from casus.codebook.actors import ActorTable, How
from casus.codebook.around_names import load_around_names
from casus.codebook.names import plain
from casus.codebook.namesakes import load_namesakes, name_key
from casus.model.actor import Actor
from casus.model.text import Report, Sentence
from casus.resolve.actor_words import Word, words_in

_BRACKET = re.compile(r"\(\s*(?:the |or |known as |also known as |hereafter )?[\"“']?([A-Z][A-Za-z0-9&./-]{1,11})[\"”']?\s*\)")
_STATE = frozenset({"state", "government", "military", "police", "intelligence"})
_BREAK = re.compile(r"[,;:!?\n\[\]{}–—…“”\"]|\.\s|--")
_DASH = re.compile(r"\s-\s")
"""A hyphen between spaces is a dash: only a name that is written with one runs over it."""
_JOINING = frozenset("of the and for in de la des du al el ul e i y a to wal und".split())


@dataclass(frozen=True, slots=True)
class Known:
    """A known name in the text: offsets, the words, who may be meant, how the name fitted."""

    start: int
    end: int
    words: str
    actors: tuple[Actor, ...]
    how: How


@dataclass(frozen=True, slots=True)
class Land:
    """A country in the text, by demonym, name or capital; `place` where a preposition of place stands before it."""

    start: int
    end: int
    words: str
    iso3: str
    way: str
    place: bool


@dataclass(frozen=True, slots=True)
class Defined:
    """An abbreviation the report defines: the full name's words, and the actors of the table it means, if any."""

    short: str
    full: str
    start: int
    end: int


class Mentions:
    """Every known name, country and defined abbreviation of a report, found once."""

    def __init__(self, report: Report, sentences: Sequence[Sentence], table: ActorTable, on: date | None) -> None:
        self.text = report.text
        self.table = table
        self.spans = _sentence_spans(report, sentences)
        self.persons: tuple[tuple[int, int], ...] = tuple((n.start, n.end) for s in sentences for n in s.names if n.kind == "person")
        self._surnames = _surnames(self.text, self.persons)
        self.known: tuple[Known, ...] = tuple(
            k for span in self.spans for k in _known(self.text, span, table, on) if not self._is_person(k, k.actors)
        )
        self._inner = [k for k in self.known if k.actors[0].kind not in _STATE]
        self.lands: tuple[Land, ...] = tuple(
            x for span in self.spans for x in _lands(self.text, span, table) if not self._is_person(x, ()) and not self._is_inside(x)
        )
        self.defined: Mapping[str, Defined] = {d.short: d for d in reversed([*_definitions(self.text)])}
        self._starts = [k.start for k in self.known]
        self._span_starts = [s for s, _ in self.spans]

    def _is_person(self, name: Known | Land, actors: tuple[Actor, ...]) -> bool:
        """Whether a name is only part of a person's name that the reader saw: Amman in "Sudesh Amman", and alone after it."""
        if any(actor.kind == "person" for actor in actors) or (isinstance(name, Land) and name.way == "demonym"):
            return False
        if any(start <= name.start and name.end <= end and end - start > len(name.words) + 1 for start, end in self.persons):
            return True
        return name.words in self._surnames

    def _is_inside(self, land: Land) -> bool:
        """Whether a country is only a word in the name of a group, an agency or a party: Agence France-Presse."""
        return any(k.start <= land.start and land.end <= k.end and len(k.words) > len(land.words) for k in self._inner)

    def names_over(self, start: int, end: int) -> tuple[Known, ...]:
        """The known names that overlap a span."""
        first = max(bisect_right(self._starts, start) - 1, 0)
        return tuple(k for k in self.known[first:] if k.start < end and k.end > start)

    def lands_over(self, start: int, end: int) -> tuple[Land, ...]:
        """The countries that overlap a span."""
        return tuple(x for x in self.lands if x.start < end and x.end > start)

    def sentence_span(self, at: int) -> tuple[int, int]:
        """The offsets of the sentence at an offset."""
        return self.spans[self.sentence_number(at)] if self.spans else (0, len(self.text))

    def sentence_number(self, at: int) -> int:
        """The number of the sentence at an offset."""
        return max(bisect_right(self._span_starts, at) - 1, 0)


def _surnames(text: str, persons: Sequence[tuple[int, int]]) -> frozenset[str]:
    """The last words of the full names of people, which stand for them later."""
    full = (text[start:end].split() for start, end in persons)
    return frozenset(words[-1] for words in full if len(words) > 1 and words[-1][:1].isupper())


def _sentence_spans(report: Report, sentences: Sequence[Sentence]) -> tuple[tuple[int, int], ...]:
    if sentences:  # a dateline is read by nobody, yet says which country's army is meant
        first = {s.paragraph: s.start for s in reversed(sentences)}
        heads = {first[k]: b.start for k, b in enumerate(report.blocks) if k in first and b.start <= first[k]}
        return tuple((heads.get(s.start, s.start), s.end) for s in sentences)
    if report.blocks:
        return tuple((b.start, b.end) for b in report.blocks)
    return ((0, len(report.text)),) if report.text else ()


def _known(text: str, span: tuple[int, int], table: ActorTable, on: date | None) -> Iterator[Known]:
    words = words_in(text, *span)
    for piece in _unbroken(text, words, _BREAK):
        found = list(_names_of(text, piece, table, on))
        if any(_DASH.search(k.words) and not _has_dash(k) for k in found):
            found = [k for part in _unbroken(text, piece, _DASH) for k in _names_of(text, part, table, on)]
        yield from found


def _names_of(text: str, piece: Sequence[Word], table: ActorTable, on: date | None) -> Iterator[Known]:
    for match in table.longest_in([word.text for word in piece], on=on):
        start, end = piece[match.first].start, piece[match.last - 1].start + len(piece[match.last - 1].text)
        yield Known(start, end, text[start:end], match.actors, match.how)


def _has_dash(known: Known) -> bool:
    """ "Islamic State - Sinai Province" is written so; "Pakistan - the Taliban" is not."""
    return any(_DASH.search(name) for a in known.actors for name in (a.name, *(x.words for x in a.aliases)))


def _unbroken(text: str, words: Sequence[Word], stop: re.Pattern[str]) -> Iterator[list[Word]]:
    """Runs of words with nothing but spaces, hyphens, slashes and quotes between them: no name runs over a comma or a dash."""
    run: list[Word] = []
    for word in words:
        if run and stop.search(text, run[-1].end, word.start):
            yield run
            run = []
        run.append(word)
    if run:
        yield run


def _lands(text: str, span: tuple[int, int], table: ActorTable) -> Iterator[Land]:
    words = words_in(text, *span)
    at = 0
    while at < len(words):
        found = next((x for n in (3, 2, 1) if at + n <= len(words) and (x := _land(text, words, at, n, table))), None)
        if found is None:
            at += 1
            continue
        yield found
        while at < len(words) and words[at].start < found.end:
            at += 1


def _is_shared(name: str) -> bool:
    """Whether a name alone does not tell the country: Georgia is a state of the USA, too."""
    entry = load_namesakes().get(name_key(name))
    return entry is not None and entry.default is None


_REGIONS = frozenset(
    f"{part} american{end}" for part in ("central", "latin", "south", "north", "african", "native", "asian") for end in ("", "s")
)
"""Nationalities that are part of another word ("Central American refugees")."""


_ARABIC = re.compile(r"\b[Aa]l-$")
"""Before a demonym it makes a name: "Al-Saudi Hospital", "Omar al-Masri"."""


def _land(text: str, words: Sequence[Word], at: int, count: int, table: ActorTable) -> Land | None:
    group = words[at : at + count]
    start, end = group[0].start, group[-1].start + len(group[-1].text)
    written = text[start:end]
    if not written[0].isupper() or not group[-1].text[:1].isupper() or set(written) & set(",;:()\n") or " - " in written:
        return None
    way, iso3 = "demonym", table.demonym(written)
    if iso3 is None:
        way, iso3 = "capital", table.capital(written)
    if iso3 is None:
        state = table.state(written) if not _is_shared(written) else None
        way, iso3 = "name", state.country if state is not None else None
    if iso3 is None or (at and words[at - 1].text == "New" and way != "demonym"):
        return None
    if way == "demonym" and at and f"{words[at - 1].plain} {plain(written)}" in _REGIONS:
        return None
    if way == "demonym" and _ARABIC.search(text, max(start - 3, 0), start):
        return None
    before = _before(words, at)
    after = text[end : end + 8].lower()
    based = after.startswith(("-based", "-born"))
    return Land(start, end, written, iso3, way, (before in load_around_names().places and way != "demonym") or based)


def _before(words: Sequence[Word], at: int) -> str:
    """The nearest word before an index that is no article, adjective of direction or other name of a list of places."""
    i = at - 1
    while i >= 0 and words[i].plain in {"the", "eastern", "western", "northern", "southern", "central", "neighbouring", "neighboring"}:
        i -= 1
    return words[i].plain if i >= 0 else ""


def _definitions(text: str) -> Iterator[Defined]:
    """Abbreviations in brackets whose letters are the initials of the capitalised words before the bracket."""
    for match in _BRACKET.finditer(text):
        short = match[1].replace(".", "")
        letters = [c for c in plain(short) if c.isalnum()]
        if sum(c.isupper() for c in short) < 2:
            continue
        words = words_in(text, max(text.rfind("\n", 0, match.start()), match.start() - 160, 0), match.start())
        first = _spelled(words, letters)
        if first is not None:
            start, end = words[first].start, words[-1].start + len(words[-1].text)
            yield Defined(match[1], text[start:end], start, end)


def _spelled(words: Sequence[Word], letters: Sequence[str]) -> int | None:
    """The index of the word that begins the full name: initials read backwards, joining words optional."""
    i, left = len(words) - 1, list(letters)
    while i >= 0 and left:
        word = words[i].plain
        if word[:1] == left[-1]:
            left.pop()
        elif word not in _JOINING:
            return None
        i -= 1
    first = i + 1
    return first if not left and first < len(words) and words[first].text[:1].isupper() else None
