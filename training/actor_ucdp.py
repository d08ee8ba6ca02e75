"""Rows from the UCDP Actor Dataset 22.1 (CC BY 4.0; Pettersson, Therese: UCDP Actor Dataset codebook)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from casus.codebook.countries import Countries, load_countries
from casus.codebook.names import fold, key
from casus.ingest.words import words
from casus.model.actor import Actor, ActorKind, Alias
from training.actor_sources import read_gzip_csv, slug

_KINDS: Mapping[str, ActorKind] = {"1": "armed-group", "2": "collective", "3": "collective"}
_NOT_A_NAME = re.compile(r"^(?:n/a|xxx.*|military faction.*|unknown|-)?$", re.IGNORECASE)
_TOO_COMMON = frozenset(
    "army navy farmers herders hunters christians muslims islamists hindus sikhs buddhists nationalists students "
    "supporters police settlers peace alliance opposition republic state islamists arabs north south east west".split()
)


def ucdp(data: Path, taken: Sequence[Actor], countries: Countries) -> list[Actor]:
    """A row for each non-state actor that no row written by hand covers, by name or by folded name."""
    known = {_same(name) for actor in taken for name in _names_of(actor)}
    ids = {actor.id for actor in taken}
    by_number = {str(c.gw): c.iso3 for c in countries.by_code.values() if c.gw is not None and c.iso3 != "SUN"}
    rows: list[Actor] = []
    for record in read_gzip_csv(data / "ucdp-actor-221.csv.gz"):
        names = _names(record)
        if record["Org"] == "4" or not names or any(_same(name) in known for name in names):
            continue
        country = _country(record, by_number, countries)
        actor_id = _free_id(record, country, ids)
        ids.add(actor_id)
        known.update(_same(name) for name in names if len(name) > 5)
        own = max(names[:2], key=len) if len(names[0]) < 9 else names[0]
        aliases = tuple(Alias(name) for name in names if name != own)
        source = f"ucdp:{record['ActorId']}"
        rows.append(Actor(actor_id, own, _KINDS[record["Org"]], country, None, aliases, (), source))
    return rows


def _names_of(actor: Actor) -> Iterator[str]:
    yield actor.name
    yield from (alias.words for alias in actor.aliases)


def _same(name: str) -> str:
    return fold(key(name).split()) or key(name)


def _names(record: Mapping[str, str]) -> list[str]:
    """All usable names of an actor, its usual name first."""
    fields = ("NameData", "NameOrigFullEng", "NewNameFullEng", "NewName", "NameOrig", "NameOrigFull", "NewNameFullMotherTongue")
    cells = [piece.strip() for field in fields for piece in re.split(r"\s*[/;]\s+", re.sub("[`’‘´]", "'", record[field]))]
    return list(dict.fromkeys(cell for cell in cells if _usable(cell)))


def _usable(name: str) -> bool:
    latin = sum("a" <= c <= "z" for c in name.lower())
    if _NOT_A_NAME.match(name) or "\t" in name or latin < 3:
        return False
    plain = key(name)
    ordinary = " " not in plain and (plain in words().known or load_countries().demonym(name) is not None)
    return plain not in _TOO_COMMON and not ordinary and not (latin < 4 and " " in name)


def _country(record: Mapping[str, str], by_number: Mapping[str, str], countries: Countries) -> str | None:
    """The only country of the actor, or the one its name holds; None where it has several."""
    numbers = [number.strip() for number in record["GWNOLoc"].split(",")]
    codes = [by_number[number] for number in numbers if number in by_number]
    if len(codes) == 1:
        return codes[0]
    name = " ".join(_names(record))
    for code in codes:
        country = countries.by_code[code]
        if any(re.search(rf"\b{re.escape(word)}", name) for word in (country.name, *country.demonyms)):
            return code
    return None


def _free_id(record: Mapping[str, str], country: str | None, ids: set[str]) -> str:
    plain = slug(record["NameData"])
    tries = (plain, f"{plain}-{(country or 'x').lower()}", f"{plain}-{record['ActorId']}")
    return next(one for one in tries if one and one not in ids)
