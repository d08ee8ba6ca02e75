"""Rows of states and their bodies, from countries.tsv."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from casus.codebook.actor_rows import dated, read_rows
from casus.codebook.countries import COLUMNS, TABLE
from casus.model.actor import Actor, ActorKind, Alias

_BODIES: tuple[tuple[str, ActorKind, str, str, str], ...] = (
    # suffix, kind, parent suffix, name, other names; {n} the country, {d} each demonym
    ("gov", "government", "", "Government of {n}", "{d} government; {d} authorities; {n} government"),
    ("mil", "military", "gov", "Armed Forces of {n}",
     "{d} army; {d} military; {d} armed forces; {n} Army; {d} security forces; {d} air force; {d} navy"),
    ("police", "police", "gov", "Police of {n}", "{d} police; {n} Police; {d} national police"),
    ("mfa", "government", "gov", "Ministry of Foreign Affairs of {n}",
     "{d} Foreign Ministry; {n} Foreign Ministry; {d} Ministry of Foreign Affairs; Foreign Ministry of {n}"),
    ("mod", "government", "gov", "Ministry of Defence of {n}",
     "{d} Defence Ministry; {n} Defence Ministry; {d} Ministry of Defence; Defence Ministry of {n}"),
    ("moi", "government", "gov", "Ministry of the Interior of {n}",
     "{d} Interior Ministry; {n} Interior Ministry; {d} Ministry of Interior; Interior Ministry of {n}"),
)  # fmt: skip
_NO_BODIES = frozenset("VAT HKG MAC PRI GRL FRO GIB NCL PYF GUF BMU COK FLK GUM SUN YUG CSK DDR VDR YMD ESH".split())
_GONE = {
    "SUN": (None, date(1991, 12, 26)), "YUG": (None, date(2003, 2, 4)), "CSK": (None, date(1992, 12, 31)),
    "DDR": (date(1949, 10, 7), date(1990, 10, 3)), "VDR": (date(1955, 10, 26), date(1975, 4, 30)),
    "YMD": (date(1967, 11, 30), date(1990, 5, 22)),
}  # fmt: skip


def states(taken: Sequence[Actor]) -> list[Actor]:
    """A row for each country and for each body of it that has no hand-written row."""
    ids = {actor.id for actor in taken}
    rows = [row for _, cells in read_rows(TABLE, COLUMNS) for row in _country(cells)]
    return [row for row in rows if row.id not in ids]


def _country(cells: Sequence[str]) -> Iterator[Actor]:
    iso3, name, others, demonyms, _, metonyms, *_ = cells
    slug = iso3.lower()
    aliases = tuple(Alias(*entry) for entry in dated(others))
    if iso3 in _GONE:
        start, end = _GONE[iso3]
        yield Actor(slug, name, "state", iso3, None, tuple(Alias(a.words, start, end) for a in aliases), (), "casus")
    else:
        yield Actor(slug, name, "state", iso3, None, aliases, (), "countryinfo")
    if iso3 in _NO_BODIES:
        return
    adjectives = [d for d in demonyms.split("; ") if d and "." not in d][:3]
    for suffix, kind, parent, title, names in _BODIES:
        words = [*_fill(names, name, adjectives)]
        if suffix == "gov":
            words += [m for m in metonyms.split("; ") if m]
        above = f"{slug}-{parent}" if parent else slug
        own = title.format(n=name)
        yield Actor(f"{slug}-{suffix}", own, kind, iso3, above, _unique(words, own), (), "casus")


def _fill(names: str, country: str, adjectives: Iterable[str]) -> Iterator[str]:
    for name in names.split("; "):
        if "{d}" in name:
            yield from (name.format(d=d) for d in adjectives)
        else:
            yield name.format(n=country)


def _unique(words: Iterable[str], own: str) -> tuple[Alias, ...]:
    return tuple(Alias(word) for word in dict.fromkeys(words) if word != own)
