"""The table of actors and how its names are looked up (actors/*.tsv; format: casus.codebook.actor_rows)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property, lru_cache
from pathlib import Path
from typing import Literal, NamedTuple

from casus.codebook.actor_rows import read_actors
from casus.codebook.countries import Countries, load_countries
from casus.codebook.government import Holder, holders, seats
from casus.codebook.names import case_fits, fold, is_abbreviation, key, parts, plain, spellings
from casus.codebook.own import Own
from casus.codebook.own_actors import OWN_TABLE, with_own_actors
from casus.model.actor import Actor, Alias
from casus.model.errors import CodebookError

TABLES = Path(__file__).with_name("actors")
How = Literal["name", "spelling variant", "former name"]


class NameEntry(NamedTuple):
    """One name of one actor, as the index holds it."""

    alias: Alias
    actor: Actor


@dataclass(frozen=True, slots=True)
class Match:
    """A known name inside a phrase: word range (last exclusive), the words, who may be meant, and how it fitted."""

    first: int
    last: int
    words: str
    actors: tuple[Actor, ...]
    how: How


class ActorTable:
    """Actors by id and by name. Built once, never changed; build it with `load_actors`."""

    def __init__(self, actors: Iterable[Actor], countries: Countries) -> None:
        self.countries = countries
        self._by_id: dict[str, Actor] = {}
        for actor in actors:
            self._by_id[actor.id] = actor
        self._exact, self._folded = _name_index(self._by_id.values())
        self._longest = _longest(self._exact)
        self._longest_fold = _longest(self._folded)
        self._holders = holders(self._by_id.values(), countries)
        self._seats = seats(self._by_id.values())

    def __len__(self) -> int:
        return len(self._by_id)

    def __iter__(self) -> Iterator[Actor]:
        return iter(self._by_id.values())

    def get(self, slug: str) -> Actor | None:
        """The actor with this id, or None."""
        return self._by_id.get(slug)

    def find(self, words: str, *, on: date | None = None) -> tuple[Actor, ...]:
        """Every actor with this name, in force on the day if one is given; former names only if none is in force."""
        pieces = parts(words)
        if len(pieces) > 1 and pieces[0].casefold() == "the":
            pieces = pieces[1:]
            words = words.strip()[3:].strip()
        entries = self._exact.get(" ".join(map(plain, pieces)), ())
        found = _in_force(entries, words, on)
        if not found[0]:
            found = _in_force(self._folded.get(fold(map(plain, pieces)), ()), words, on)
        return found[0]

    def state(self, words: str, *, on: date | None = None) -> Actor | None:
        """The state with exactly this name, in force on the day if one is given; None for anything less exact."""
        entries = self._exact.get(key(words), ())
        states = [actor for actor in _in_force(entries, words, on)[0] if actor.kind == "state"]
        return states[0] if len(states) == 1 else None

    def holding(self, words: str) -> tuple[Actor, ...]:
        """The actors in whose names these words stand, by id."""
        wanted = key(words)
        names = min((self._names_with.get(word, ()) for word in wanted.split()), key=len, default=())
        found = {slug for name in names if f" {wanted} " in f" {name} " for slug in (e.actor.id for e in self._exact[name])}
        return tuple(self._by_id[slug] for slug in sorted(found))

    @cached_property
    def _names_with(self) -> Mapping[str, Sequence[str]]:
        """The keys of names by each of their words."""
        index: dict[str, list[str]] = {}
        for name in self._exact:
            for word in set(name.split()):
                index.setdefault(word, []).append(name)
        return index

    def longest_in(self, words: Sequence[str], *, on: date | None = None) -> tuple[Match, ...]:
        """The known names inside a phrase, longest first come, never overlapping: word by word, left to right.

        `words` are the words as written; hyphenated words may be whole or in pieces.
        """
        pieces = [(plain(piece), at) for at, word in enumerate(words) for piece in parts(word)]
        shouted = len(words) > 2 and all(word.isupper() for word in words if word.isalpha())
        found: list[Match] = []
        at = 0
        while at < len(pieces):
            match, after = self._match_at(pieces, at, words, on, shouted=shouted)
            if match is not None:
                found.append(match)
            at = after
        return tuple(found)

    def _match_at(
        self, pieces: list[tuple[str, int]], at: int, words: Sequence[str], on: date | None, *, shouted: bool
    ) -> tuple[Match | None, int]:
        """The longest name that begins at this piece, and where to go on."""
        start = pieces[at][0]
        reach = max(self._longest.get(start, 0), 2 * self._longest_fold.get(fold([start]), 0))
        for stop in range(min(len(pieces), at + reach), at, -1):
            if stop < len(pieces) and pieces[stop][1] == pieces[stop - 1][1] and stop - at == 1:
                continue
            plain_words = [piece for piece, _ in pieces[at:stop]]
            first, last = pieces[at][1], pieces[stop - 1][1] + 1
            written = " ".join(words[first:last])
            if shouted and len(plain_words) == 1 and plain_words[0] in spellings()[2] | _SMALL_WORDS:
                continue
            match = self._look_up(plain_words, written, on)
            if match is not None:
                return Match(first, last, written, *match), stop
        return None, at + 1

    def _look_up(self, plain_words: list[str], written: str, on: date | None) -> tuple[tuple[Actor, ...], How] | None:
        actors, former = _in_force(self._exact.get(" ".join(plain_words), ()), written, on)
        if actors:
            return actors, "former name" if former else "name"
        folded = fold(plain_words)
        if not folded or not fold(plain_words[-1:]) or not fold(plain_words[:1]):
            return None
        actors, _ = _in_force(self._folded.get(folded, ()), written, on)
        return (actors, "spelling variant") if actors else None

    def demonym(self, word: str) -> str | None:
        """The country (ISO 3166 alpha-3) of a demonym or adjective of nationality, or None."""
        return self.countries.demonym(word)

    def capital(self, word: str) -> str | None:
        """The country whose capital this is, or None."""
        return self.countries.capital(word)

    def parents(self, slug: str, *, on: date | None = None) -> tuple[str, ...]:
        """Ids of what the actor belongs to, nearest first; on a day, who then holds the government comes in above it."""
        chain: list[str] = []
        actor = self._by_id.get(slug)
        while actor is not None and actor.parent is not None and actor.parent not in chain:
            chain.append(actor.parent)
            holder = self.holder(actor.parent, on)
            if holder is not None and holder.actor.id not in (slug, *chain):
                chain.append(holder.actor.id)
            actor = self._by_id.get(actor.parent)
        return tuple(chain)

    def holder(self, slug: str, on: date | None) -> Holder | None:
        """Who, other than the government's own row, governs on that day: afg-gov in 2023 -> the Afghan Taliban."""
        if on is None:
            return None
        return next((h for h in self._holders.get(slug, ()) if h.covers(on)), None)

    def has_governed(self, slug: str) -> bool:
        """Whether an actor other than the government's own row has governed its country on some day."""
        actor = self._by_id.get(slug)
        held = self._holders.get(f"{(actor.country or '').lower()}-gov", ()) if actor is not None else ()
        return any(h.actor.id == slug for h in held)

    def seat(self, town: str, on: date | None) -> Holder | None:
        """For whom a town's name stands on that day, where that is not its country's government: Sanaa for the Houthis."""
        return None if on is None else next((h for h in self._seats.get(key(town), ()) if h.covers(on)), None)

    def body(self, iso3: str, suffix: str) -> Actor | None:
        """A body of a state: "gov", "mil", "police", "mfa", "mod", "moi", "parl", "intel"; "" is the state."""
        slug = iso3.lower() + (f"-{suffix}" if suffix else "")
        return self._by_id.get(slug)


_SMALL_WORDS = frozenset("us is who it all can was has".split())
_Index = Mapping[str, Sequence[NameEntry]]


def _name_index(actors: Iterable[Actor]) -> tuple[_Index, _Index]:
    exact: dict[str, list[NameEntry]] = {}
    folded: dict[str, list[NameEntry]] = {}
    for actor in actors:
        for alias in (Alias(actor.name), *actor.aliases):
            entry = NameEntry(alias, actor)
            name = key(alias.words)
            exact.setdefault(name, []).append(entry)
            if len(name) > 4 and not is_abbreviation(alias.words):
                short = fold(name.split())
                if " " in short or " " not in name:
                    folded.setdefault(short, []).append(entry)
    folded.pop("", None)
    return exact, folded


def _longest(index: _Index) -> dict[str, int]:
    reach: dict[str, int] = {}
    for name in index:
        first = name.partition(" ")[0]
        length = name.count(" ") + 1
        if reach.get(first, 0) < length:
            reach[first] = length
    return reach


def _in_force(entries: Iterable[NameEntry], written: str, on: date | None) -> tuple[tuple[Actor, ...], bool]:
    """The actors whose name fits, and whether only as a former name. A name not yet in use on the day never fits."""
    fitting = [entry for entry in entries if case_fits(entry.alias.words, written)]
    if on is not None:
        fitting = [e for e in fitting if e.alias.start is None or e.alias.start <= on]
    current = [e for e in fitting if on is None or e.alias.end is None or on <= e.alias.end]
    chosen = current or fitting
    actors = {entry.actor.id: entry.actor for entry in chosen}
    return tuple(actors[slug] for slug in sorted(actors)), bool(chosen) and not current


@lru_cache(maxsize=8)
def load_actors(own: Own | None = None) -> ActorTable:
    """The shipped table, with the rows of a user's actors.tsv added to it (see casus.codebook.own_actors).

    Raises CodebookError where a file is malformed, where an id stands twice or is already taken, where a name already
    means somebody else, where a parent is unknown, or where parents run in a circle.
    """
    countries = load_countries()
    rows = _shipped()
    text = own.text(OWN_TABLE) if own is not None else None
    if own is not None and text is not None:
        rows = with_own_actors(rows, text, where=own.where(OWN_TABLE), countries=countries)
    _check(rows)
    return ActorTable(rows.values(), countries)


def _shipped() -> dict[str, Actor]:
    rows: dict[str, Actor] = {}
    for path in sorted(TABLES.glob("*.tsv")):
        for actor in read_actors(path):
            if actor.id in rows:
                raise CodebookError(f"{path}: the id {actor.id!r} is already taken by {rows[actor.id].name!r}; choose another")
            rows[actor.id] = actor
    return rows


def _check(rows: Mapping[str, Actor]) -> None:
    for actor in rows.values():
        seen = {actor.id}
        at = actor
        while at.parent is not None:
            if at.parent not in rows:
                raise CodebookError(f"actor {at.id!r}: its parent {at.parent!r} is not in the table; add it or correct the id")
            if at.parent in seen:
                raise CodebookError(f"actor {actor.id!r}: its parents run in a circle at {at.parent!r}")
            seen.add(at.parent)
            at = rows[at.parent]
