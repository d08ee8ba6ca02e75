"""How much of the years in conflict the actor table knows: heads and ministers in office, and parties to conflicts by name.

    python -m training.actor_coverage [--data ../shared/data] [--gaps]

A country-year in conflict is one since 1990 with at least 25 deaths in state-based fighting in that country, by UCDP's
table of organised violence by country and year (25.1, CC BY 4.0). An office counts as known in a year where the table
names its holder on 1 July. Parties are the opponents of governments in state-based conflict since 2000, by the same table,
found where the actor table has the name. `--gaps` lists what lacks.
"""

from __future__ import annotations

import argparse
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from pathlib import Path

import duckdb

from casus.codebook.actors import ActorTable, load_actors
from casus.model.actor import Office

LEAST_DEATHS = 25
_GOVERNMENT = re.compile(r"^Government of .+? - ")
OFFICES: Mapping[str, re.Pattern[str]] = {
    kind: re.compile(rf"(?:(?:acting|interim|transitional) )?(?:{titles}) of (?:the )?(?P<country>.+)", re.IGNORECASE)
    for kind, titles in {
        "head": "president|prime minister|chancellor|king|emir|sultan|supreme leader|head of state|head of the military government"
        "|chief executive|chief adviser|taoiseach|premier|state counsellor|de facto leader"
        "|chairman of the (?:sovereignty|revolutionary command|presidential leadership) council|head of the transitional military council",
        "foreign": "foreign minister|secretary of state",
        "defence": "defence minister|secretary of defense",
    }.items()
}  # fmt: skip


def in_conflict(data: Path, table: ActorTable) -> list[tuple[str, int]]:
    """(country, year) in conflict since 1990, by ISO code."""
    codes = {c.gw: c.iso3 for c in table.countries.by_code.values() if c.gw is not None and c.iso3 != "SUN"}
    path = data / "analysis" / "ucdp_organizedviolence_cy_v25_1.parquet"
    query = f"SELECT country_id_cy, year_cy FROM '{path}' WHERE year_cy >= 1990 AND sb_total_deaths_best_cy >= {LEAST_DEATHS}"
    return sorted((codes[gw], year) for gw, year in duckdb.sql(query).fetchall() if gw in codes)


def known(table: ActorTable, years: Sequence[tuple[str, int]]) -> Mapping[str, frozenset[tuple[str, int]]]:
    """For each kind of office, the country-years whose holder on 1 July the table names."""
    terms: dict[tuple[str, str], list[Office]] = {}
    for actor in table:
        if actor.kind == "person":
            for kind, country, office in _terms(table, actor.offices):
                terms.setdefault((kind, country), []).append(office)
    return {kind: frozenset((c, y) for c, y in years if _held(terms.get((kind, c), ()), date(y, 7, 1))) for kind in OFFICES}


def _terms(table: ActorTable, offices: Iterable[Office]) -> Iterator[tuple[str, str, Office]]:
    names = {country.name: country.iso3 for country in table.countries.by_code.values()}
    for office in offices:
        for kind, title in OFFICES.items():
            match = title.fullmatch(office.title)
            if match and match["country"] in names:
                yield kind, names[match["country"]], office


def _held(offices: Iterable[Office], day: date) -> bool:
    return any((o.start or date.min) <= day <= (o.end or date.max) for o in offices)


def parties(data: Path) -> frozenset[str]:
    """The names of those who fought a government since 2000."""
    path = data / "analysis" / "ucdp_organizedviolence_cy_v25_1.parquet"
    cells = duckdb.sql(f"SELECT sb_dyad_names_cy FROM '{path}' WHERE year_cy >= 2000").fetchall()
    dyads = {dyad.strip() for (cell,) in cells for dyad in (cell or "").split(";")}
    sides = (_GOVERNMENT.sub("", dyad, count=1) for dyad in dyads if dyad not in ("", "NO_DYAD"))
    return frozenset(name.strip() for side in sides for name in side.split(", ") if not name.startswith("Government of "))


def main() -> None:
    """Print the shares, and what lacks."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, default=Path("../shared/data"))
    parser.add_argument("--gaps", action="store_true")
    options = parser.parse_args()
    table = load_actors()
    years = in_conflict(options.data, table)
    for kind, found in known(table, years).items():
        print(f"{kind}: {len(found)} of {len(years)} country-years ({len(found) / len(years):.0%})")
        if options.gaps:
            for country in sorted({c for c, _ in years}, key=lambda c: -sum((c, y) not in found for k, y in years if k == c)):
                lacking = [y for k, y in years if k == country and (k, y) not in found]
                if lacking:
                    print(f"  {country}: {' '.join(map(str, lacking))}")
    names = parties(options.data)
    unknown = sorted(name for name in names if not table.find(name))
    print(f"parties to state-based conflict since 2000: {len(names) - len(unknown)} of {len(names)}; unknown: {'; '.join(unknown)}")


if __name__ == "__main__":
    main()
