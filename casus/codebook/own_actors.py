"""A user's rows in the table of actors: new actors, names and offices for known ones, and no name that means somebody else unawares.

The columns are those of the shipped tables. A row with a new id is a new actor. A row with a shipped id and one of that
actor's names adds its aliases and offices to it, and its name, kind, country and parent take the place of the shipped ones.
`+NAME` among the aliases says that others are called so, too; `!NAME` that from now on only this actor is.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date

from casus.codebook.actor_rows import COLUMNS, actor_of, rows_of
from casus.codebook.countries import Countries
from casus.codebook.names import key
from casus.model.actor import Actor, Alias
from casus.model.errors import CodebookError

OWN_TABLE = "actors.tsv"
_SHARED, _MINE = "+", "!"


@dataclass(frozen=True, slots=True)
class _Row:
    """One row of the user's: where it stands, the actor, and the keys of the names marked as shared or as its own alone."""

    where: str
    actor: Actor
    shared: frozenset[str]
    mine: frozenset[str]


def with_own_actors(shipped: Mapping[str, Actor], text: str, *, where: str, countries: Countries) -> dict[str, Actor]:
    """The shipped actors with the user's rows. Raises CodebookError with file and line for every conflict."""
    rows = [_row(cells, f"{where}, line {number}") for number, cells in rows_of(text, COLUMNS, where)]
    out = dict(shipped)
    ours: set[str] = set()
    for row in rows:
        if row.actor.id in ours:
            raise CodebookError(f"{row.where}: the id {row.actor.id!r} stands in a row above; keep one of them")
        ours.add(row.actor.id)
        out[row.actor.id] = _added(out.get(row.actor.id), row)
    for row in rows:
        _check_names(row, out, countries)
    return _without(out, {row.actor.id: row.mine for row in rows if row.mine})


def _row(cells: list[str], where: str) -> _Row:
    marks: dict[str, list[str]] = {_SHARED: [], _MINE: []}
    aliases = []
    for entry in cells[5].split("; ") if cells[5] else ():
        plain = entry[1:].strip() if entry[:1] in marks else entry
        if plain != entry:
            marks[entry[0]].append(plain)
        aliases.append(plain)
    try:
        actor = actor_of([*cells[:5], "; ".join(aliases), cells[6], cells[7] or "own"])
    except ValueError as error:
        raise CodebookError(f"{where}: {error}") from error
    shared, mine = (frozenset(key(m.split(" [", 1)[0]) for m in marks[sign]) for sign in (_SHARED, _MINE))
    return _Row(where, actor, shared, mine)


def _added(known: Actor | None, row: _Row) -> Actor:
    """The user's actor; where the id is known, both rows in one."""
    own = row.actor
    if known is None:
        return own
    names = {key(n) for n in (known.name, *(a.words for a in known.aliases))}
    if key(own.name) not in names:
        raise CodebookError(
            f"{row.where}: the id {own.id!r} is already taken by {known.name!r}; choose another, or write one of its names to add to it"
        )
    told = {(key(a.words), a.start) for a in own.aliases} | {(key(own.name), None)}
    kept = tuple(a for a in (Alias(known.name), *known.aliases) if (key(a.words), a.start) not in told)
    begun = {(o.title, o.start) for o in own.offices}
    offices = (*(o for o in known.offices if (o.title, o.start) not in begun), *own.offices)
    return replace(
        own, country=own.country or known.country, parent=own.parent or known.parent, aliases=(*own.aliases, *kept), offices=offices,
        source=f"{known.source}; {own.source}",
    )  # fmt: skip


def _names(actor: Actor) -> Iterator[Alias]:
    yield Alias(actor.name)
    yield from actor.aliases


def _check_names(row: _Row, rows: Mapping[str, Actor], countries: Countries) -> None:
    """Raise CodebookError where a name of the row means somebody else on a common day, and the row does not say what then."""
    wanted = {key(a.words): a for a in _names(row.actor)}
    for words, alias in wanted.items():
        land = countries.demonym(alias.words) or countries.capital(alias.words)
        if land is not None and row.actor.kind != "state":
            raise CodebookError(f"{row.where}: “{alias.words}” stands for {countries.by_code[land].name}; give the actor a longer name")
        if words in row.mine | row.shared:
            continue
        for other in rows.values():
            if other.id != row.actor.id and any(key(a.words) == words and _overlap(a, alias) for a in _names(other)):
                said = alias.words
                raise CodebookError(
                    f"{row.where}: “{said}” already means {other.name} ({other.id}); write +{said} among the aliases if both are called so "
                    f"(the report then decides), !{said} if only yours is, or give the days: {said} [2020-01-01..]"
                )


def _overlap(a: Alias, b: Alias) -> bool:
    return (a.start or date.min) <= (b.end or date.max) and (b.start or date.min) <= (a.end or date.max)


def _without(rows: Mapping[str, Actor], taken: Mapping[str, frozenset[str]]) -> dict[str, Actor]:
    """The rows, without the aliases that the user keeps for one actor alone; an actor's very name stays its own."""
    out = dict(rows)
    for slug, names in taken.items():
        for other in rows.values():
            if other.id == slug:
                continue
            if key(other.name) in names:
                raise CodebookError(f"actor {slug!r}: !{other.name} cannot be taken from {other.id}, whose name it is; write +{other.name}")
            if any(key(a.words) in names for a in other.aliases):
                out[other.id] = replace(out[other.id], aliases=tuple(a for a in out[other.id].aliases if key(a.words) not in names))
    return out
