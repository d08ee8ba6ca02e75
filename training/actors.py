"""Builds the generated parts of the actor table (casus/codebook/actors/{states,ucdp,leaders}.tsv).

    python -m training.actors [--data ../shared/data/actors]

Hand-written rows (groups.tsv, bodies.tsv, world.tsv, people.tsv) always win: a generated row with their id or name is
left out. Sources: the UCDP Actor Dataset 22.1 (CC BY 4.0), REIGN to March 2021 (MIT), CountryInfo and the PETRARCH 2
dictionaries (MIT). Every row names its source. The same input gives the same bytes.
"""

from __future__ import annotations

import argparse
from pathlib import Path

from casus.codebook.actor_rows import read_actors
from casus.codebook.actors import TABLES
from casus.codebook.countries import Countries, load_countries
from casus.model.actor import Actor
from training.actor_leaders import leaders
from training.actor_sources import write_table
from training.actor_states import states
from training.actor_ucdp import ucdp

GENERATED = ("states", "ucdp", "leaders")


def build(data: Path) -> dict[str, int]:
    """Write the generated files; give the number of rows of each."""
    written = [actor for path in sorted(TABLES.glob("*.tsv")) if path.stem not in GENERATED for actor in read_actors(path)]
    countries = load_countries()
    counts = {"by hand": len(written)}
    taken: list[Actor] = list(written)
    for name in GENERATED:
        made = _made(name, data, taken, countries)
        write_table(TABLES / f"{name}.tsv", made)
        taken += made
        counts[name] = len(made)
    return counts


def _made(name: str, data: Path, taken: list[Actor], countries: Countries) -> list[Actor]:
    if name == "states":
        return states(taken)
    return ucdp(data, taken, countries) if name == "ucdp" else leaders(data, taken, countries)


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, default=Path("../shared/data/actors"))
    for name, count in build(parser.parse_args().data).items():
        print(f"{name}: {count}")
