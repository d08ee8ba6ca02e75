"""Where armed groups come from, and whom they joined: casus/codebook/lineage.tsv, from the UCDP Actor Dataset 22.1 (CC BY 4.0).

    python -m training.actor_lineage [--data ../shared/data/actors]

The dataset tells of each actor the group it split from for good (Splinter) or for a time (SplitTemp), the alliances it was
in (Alliance) and the group it became part of (JoinGroup), without days. Lines written by hand (source `casus`), which may have
days, stay and win. A number of UCDP becomes an id of the table by the row's source, else by a name that one actor alone has.
The same input gives the same bytes.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from casus.codebook.actor_rows import read_actors
from casus.codebook.actors import TABLES
from casus.codebook.countries import load_countries
from casus.codebook.lineage import COLUMNS, TABLE, Descent, read_lineage
from casus.model.actor import Actor
from training.actor_sources import read_gzip_csv
from training.actor_ucdp import located, same_name, ucdp_names

_FIELDS = {"Splinter": ("ActorIdPrev", "split from"), "SplitTemp": ("ActorIdSplitTemp", "split for a time from"),
           "Alliance": ("ActorIdAlliance", "allied in"), "JoinGroup": ("ActorIdGroup", "joined")}  # fmt: skip
_ONE_LAND = tuple(map(frozenset, (("ISR", "PSE"), ("SDN", "SSD"), ("ETH", "ERI"), ("MAR", "ESH"), ("IDN", "TLS"), ("GBR", "IRL"),
    ("YUG", "SRB", "XKX", "HRV", "BIH", "MKD"), ("RUS", "GEO", "AZE", "ARM", "UKR"), ("YEM", "YMD"))))  # fmt: skip
"""Countries that UCDP's table and ours may name for the same group."""
_GROUPS = frozenset({"armed-group", "militia", "party", "collective"})


def lineage(data: Path, actors: Sequence[Actor], by_hand: Sequence[Descent]) -> list[Descent]:
    """Every line of descent whose two ends are in the table; those written by hand first."""
    records = read_gzip_csv(data / "ucdp-actor-221.csv.gz")
    ids = known_ids(records, actors)
    written = {(line.actor, line.other) for line in by_hand}
    made = {line for record in records for line in _lines(record, ids) if (line.actor, line.other) not in written}
    return sorted([*by_hand, *made], key=lambda line: (line.actor, line.kind, line.other, str(line.start)))


def known_ids(records: Sequence[Mapping[str, str]], actors: Sequence[Actor]) -> Mapping[str, str]:
    """UCDP's number -> id, of the non-state actors that the table holds."""
    numbers = {actor.source.removeprefix("ucdp:"): actor.id for actor in actors if actor.source.startswith("ucdp:")}
    codes = {str(c.gw): c.iso3 for c in load_countries().by_code.values() if c.gw is not None and c.iso3 != "SUN"}
    named: dict[str, set[Actor]] = {}
    for actor in actors:
        if actor.kind in _GROUPS and not actor.source.startswith("ucdp:"):
            for name in (actor.name, *(alias.words for alias in actor.aliases)):
                named.setdefault(same_name(name), set()).add(actor)
    for record in records:
        if record["Org"] == "4" or record["ActorId"] in numbers:
            continue
        there = _there({codes.get(number) for number in located(record)})
        named_so = {a for name in ucdp_names(record) for a in named.get(same_name(name), ()) if a.country is None or a.country in there}
        if len(named_so) == 1:
            numbers[record["ActorId"]] = next(iter(named_so)).id
    return numbers


def _there(codes: set[str | None]) -> set[str | None]:
    return codes.union(*(land for land in _ONE_LAND if land & codes))


def _lines(record: Mapping[str, str], ids: Mapping[str, str]) -> Iterator[Descent]:
    actor = ids.get(record["ActorId"])
    for field, (numbers, kind) in _FIELDS.items():
        for number in record[numbers].split(",") if record[field] not in ("", "0") else ():
            other = ids.get(number.strip())
            if actor is not None and other is not None and other != actor:
                yield Descent(actor, kind, other, None, None, f"ucdp:{record['ActorId']}")


def write(lines: Sequence[Descent]) -> None:
    """The lines as a table."""
    head = ["\t".join(COLUMNS), "# Made by training/actor_lineage.py; lines with the source `casus` are written by hand and kept."]
    rows = ("\t".join((x.actor, x.kind, x.other, str(x.start or ""), str(x.end or ""), x.source)) for x in lines)
    TABLE.write_text("\n".join([*head, *rows]) + "\n", encoding="utf-8")


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, default=Path("../shared/data/actors"))
    everybody = [actor for path in sorted(TABLES.glob("*.tsv")) for actor in read_actors(path)]
    found = lineage(parser.parse_args().data, everybody, [line for line in read_lineage() if line.source == "casus"])
    write(found)
    print(f"lines of descent: {len(found)}")
