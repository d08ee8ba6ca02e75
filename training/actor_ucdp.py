"""Rows from the UCDP Actor Dataset 22.1 (CC BY 4.0; Pettersson, Therese: UCDP Actor Dataset codebook)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from casus.codebook.countries import Countries, load_countries
from casus.codebook.names import fold, key
from casus.ingest.words import words
from casus.model.actor import Actor, ActorKind, Alias
from training.actor_sources import read_gzip_csv, slug

_KINDS: Mapping[str, ActorKind] = {"1": "armed-group", "2": "collective", "3": "collective"}
_FACTION = re.compile(r"(.+?) -+ .+ faction", re.IGNORECASE)
_NOT_A_NAME = re.compile(r"^(?:n/a|xxx.*|military faction.*|unknown|-)?$", re.IGNORECASE)
_TOO_COMMON = frozenset(
    "army navy farmers herders hunters christians muslims islamists hindus sikhs buddhists nationalists students "
    "supporters police settlers peace alliance opposition republic state islamists arabs north south east west".split()
)


def ucdp(data: Path, taken: Sequence[Actor], countries: Countries) -> list[Actor]:
    """A row for each non-state actor that no row written by hand covers, by name or by folded name."""
    known = {same_name(name) for actor in taken for name in _names_of(actor)}
    ids = {actor.id for actor in taken}
    by_number = {str(c.gw): c.iso3 for c in countries.by_code.values() if c.gw is not None and c.iso3 != "SUN"}
    rows: list[Actor] = []
    for record in read_gzip_csv(data / "ucdp-actor-221.csv.gz"):
        codes = [by_number[number] for number in located(record) if number in by_number]
        names = ucdp_names(record)
        if record["Org"] == "4" or not names or any(same_name(name) in known for name in names):
            continue
        country = _country(record, codes, countries)
        actor_id = _free_id(record, country, ids)
        ids.add(actor_id)
        known.update(same_name(name) for name in names if len(name) > 5)
        own = max(names[:2], key=len) if len(names[0]) < 9 else names[0]
        aliases = tuple(Alias(name) for name in names if name != own)
        source = f"ucdp:{record['ActorId']}"
        rows.append(Actor(actor_id, own, _KINDS[record["Org"]], country, None, aliases, (), source))
    return _with_factions(rows, taken)


def _with_factions(rows: Sequence[Actor], taken: Sequence[Actor]) -> list[Actor]:
    """ "X - Y faction" belongs to X, where one group alone of that country has the name X."""
    groups = [a for a in (*taken, *rows) if a.kind in ("armed-group", "militia")]
    named: dict[tuple[str, str | None], set[str]] = {}
    for actor in groups:
        for name in _names_of(actor):
            named.setdefault((same_name(name), actor.country), set()).add(actor.id)
    return [replace(row, parent=_whole(row, named)) for row in rows]


def _whole(row: Actor, named: Mapping[tuple[str, str | None], set[str]]) -> str | None:
    found = [named.get((same_name(match[1]), row.country), set()) for name in _names_of(row) if (match := _FACTION.fullmatch(name))]
    return next((next(iter(ids)) for ids in found if len(ids) == 1 and row.id not in ids), None)


def _names_of(actor: Actor) -> Iterator[str]:
    yield actor.name
    yield from (alias.words for alias in actor.aliases)


def same_name(name: str) -> str:
    """The form under which two spellings of a name are one."""
    return fold(key(name).split()) or key(name)


def ucdp_names(record: Mapping[str, str]) -> list[str]:
    """All usable names of an actor, its usual name first."""
    fields = ("NameData", "NameOrigFullEng", "NewNameFullEng", "NewName", "NameOrig", "NameOrigFull", "NewNameFullMotherTongue")
    cells = [
        name
        for field in fields
        for piece in re.split(r"\s*[/;]\s+", _straight(record[field]))
        for name in _each(piece.strip(), field, record)
    ]
    return list(dict.fromkeys(cell for cell in cells if _usable(cell)))


def _straight(text: str) -> str:
    return re.sub("[`’‘´]", "'", text)


def _each(names: str, field: str, record: Mapping[str, str]) -> list[str]:
    """The new names of a group that had several in turn, "ISI, ISIS, IS", each by itself; a comma may also be part of a name."""
    pieces = names.split(", ")
    return pieces if field.startswith("New") and len(pieces) == len(record["NewName"].split(", ")) else [names]


def _usable(name: str) -> bool:
    latin = sum("a" <= c <= "z" for c in name.lower())
    if _NOT_A_NAME.match(name) or "\t" in name or latin < 3:
        return False
    plain = key(name)
    ordinary = " " not in plain and (plain in words().known or load_countries().demonym(name) is not None)
    return plain not in _TOO_COMMON and not ordinary and not (latin < 4 and " " in name)


def located(record: Mapping[str, str]) -> list[str]:
    """The numbers of the countries in which the actor fights."""
    return [number.strip() for number in record["GWNOLoc"].split(",")]


def _country(record: Mapping[str, str], codes: Sequence[str], countries: Countries) -> str | None:
    """The only country of the actor, or the one its name holds; None where it has several."""
    if len(codes) == 1:
        return codes[0]
    name = " ".join(ucdp_names(record))
    for code in codes:
        country = countries.by_code[code]
        if any(re.search(rf"\b{re.escape(word)}", name) for word in (country.name, *country.demonyms)):
            return code
    return None


def _free_id(record: Mapping[str, str], country: str | None, ids: set[str]) -> str:
    plain = slug(record["NameData"])
    tries = (plain, f"{plain}-{(country or 'x').lower()}", f"{plain}-{record['ActorId']}")
    return next(one for one in tries if one and one not in ids)
