"""Rows of heads of state and government and of foreign, defence and interior ministers, with dated offices.

From CountryInfo (names, titles, dates; to about 2010), its open ends closed by REIGN (to March 2021). Where neither says
when an office ended, the row ends with the day to which it is known. People.tsv, written by hand, goes on from there.
"""

from __future__ import annotations

import calendar
import csv
import gzip
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from casus.codebook.countries import Countries
from casus.codebook.names import key, plain
from casus.model.actor import Actor, Alias, Office
from training.actor_sources import slug

SINCE = date(1990, 1, 1)
KNOWN_TO = date(2010, 12, 31)
_TITLES = {
    "presidents": "President", "president": "President", "prime ministers": "Prime Minister", "prime minister": "Prime Minister",
    "kings": "King", "king": "King", "emirs": "Emir", "emir": "Emir", "chancellors": "Chancellor", "sultan": "Sultan",
    "queen": "Queen", "emperor": "Emperor", "premiers": "Premier", "taoiseach": "Prime Minister", "heads of state": "head of state",
}  # fmt: skip
_MINISTRIES = (
    (re.compile(r"^minister (?:of|for) (?:foreign affairs|external affairs|foreign relations)$", re.IGNORECASE), "Foreign Minister"),
    (re.compile(r"^minister (?:of|for) (?:national )?defen[cs]e$", re.IGNORECASE), "Defence Minister"),
    (re.compile(r"^minister (?:of|for) (?:the )?(?:interior|internal affairs|home affairs)$", re.IGNORECASE), "Interior Minister"),
)
CONFLICT = frozenset(
    "AFG PAK IND BGD LKA NPL MMR THA PHL IDN IRN IRQ ISR PSE LBN SYR YEM SAU ARE QAT JOR EGY TUR LBY TUN DZA SDN SSD ETH ERI DJI "
    "SOM KEN UGA RWA BDI COD COG CAF TCD CMR NGA NER MLI BFA CIV GIN GNB SLE LBR MRT SEN AGO MOZ ZWE RUS UKR GEO ARM AZE TJK UZB "
    "KGZ SRB BIH XKX MKD COL VEN PER MEX HTI ECU PRK KOR CHN USA GBR FRA".split()
)
_SPAN = re.compile(r"\[(?:[A-Z]+ )?\s*(?P<open>[<>])?(?P<start>\d{8})(?:\s*-\s*(?P<end>\d{8}))?\]")
_NAME = re.compile(r"^\s*(\{.+\}|[A-Z][^\[\t#]*?)\s*(?=\[)")


@dataclass(frozen=True, slots=True)
class Term:
    """One office of one person, from a source."""

    iso3: str
    names: tuple[str, ...]
    title: str
    start: date | None
    end: date | None


def leaders(data: Path, taken: Sequence[Actor], countries: Countries) -> list[Actor]:
    """A row for each person in office since 1990 whom no row written by hand names."""
    known = {key(name) for actor in taken if actor.kind == "person" for name in (actor.name, *(a.words for a in actor.aliases))}
    by_hand: dict[str, list[set[str]]] = {}
    for actor in taken:
        if actor.kind == "person" and " " in actor.name:
            by_hand.setdefault(actor.country or "", []).append(set(key(actor.name).split()))
    ids = {actor.id for actor in taken}
    ends = _reign(data / "reign_leaders_2021-03.csv.gz", countries)
    people: dict[tuple[str, str], list[Term]] = {}
    for term in _terms(data / "CountryInfo.120116.txt.gz"):
        if term.iso3 in countries.by_code and not any(key(name) in known for name in term.names):
            people.setdefault((term.iso3, key(term.names[0])), []).append(_closed(term, ends))
    rows = []
    for (iso3, _), terms in sorted(people.items()):
        if any(written <= set(key(n).split()) for n in terms[0].names for written in by_hand.get(iso3, ())):
            continue
        if all(t.end is not None and t.end < SINCE for t in terms) or len(terms[0].names[0].split()) < 2:
            continue
        row = _row(iso3, terms, ids, countries)
        ids.add(row.id)
        rows.append(row)
    return rows


def _row(iso3: str, terms: Sequence[Term], ids: set[str], countries: Countries) -> Actor:
    names = list(dict.fromkeys(name for term in terms for name in term.names))
    country = countries.by_code[iso3].name
    offices = sorted({Office(f"{t.title} of {country}", t.start, t.end) for t in terms}, key=lambda o: (o.start or date.min, o.title))
    plain_slug = slug(names[0])
    actor_id = next(s for s in (plain_slug, f"{plain_slug}-{iso3.lower()}") if s not in ids)
    parent = f"{iso3.lower()}-gov"
    above = parent if parent in ids else iso3.lower()
    return Actor(actor_id, names[0], "person", iso3, above, tuple(map(Alias, names[1:])), tuple(offices), "countryinfo; reign")


def _terms(path: Path) -> Iterator[Term]:
    """Every dated office of CountryInfo that is a head's or one of the three ministers'."""
    iso3, title, in_government = "", "", False
    with gzip.open(path, "rt", encoding="utf-8", errors="replace") as lines:
        for line in lines:
            text = line.strip()
            if text.startswith("<CountryCode>"):
                iso3 = re.sub(r"<[^>]+>", "", text)
            elif text in ("<Government>", "</Government>"):
                in_government, title = text == "<Government>", ""
            elif text.startswith("<"):
                title = _TITLES.get(text.strip("<>").lower().strip(), "") if not text.startswith("</") else ""
            elif text and not text.startswith("#"):
                yield from _line(iso3, text, _minister(text, iso3) if in_government else title)


def _minister(text: str, iso3: str) -> str:
    note = text.partition("#")[2].strip()
    return next((title for shape, title in _MINISTRIES if iso3 in CONFLICT and shape.match(note)), "")


def _line(iso3: str, text: str, title: str) -> Iterator[Term]:
    match = _NAME.match(text)
    if not title or match is None:
        return
    raw = re.findall(r"\{([^}]+)\}", match[1]) or [match[1]]
    names = tuple(dict.fromkeys(name for name in map(_proper, raw) if name))
    for span in _SPAN.finditer(text.partition("#")[0]):
        start, end = _day(span["start"]), _day(span["end"])
        if span["open"] == "<":
            start, end = _known_from(start), start
        if names and not (start and end and end < start):
            yield Term(iso3, names, title, start, end)


def _known_from(end: date | None) -> date | None:
    """Since when somebody is sure to have been in office who left it on that day, and came at a day not told: that year."""
    return end and end.replace(month=1, day=1)


def _proper(raw: str) -> str:
    """PERVEZ_MUSHARRAF_ -> Pervez Musharraf; particles in lower case."""
    words = re.sub(r"\(.*", "", raw.replace("_", " ")).split()
    small = {"al", "el", "bin", "ibn", "de", "da", "dos", "van", "von", "ul", "ud", "bint", "ould", "e"}
    cased = ["-".join(p.capitalize() if p.lower() not in small else p.lower() for p in word.split("-")) for word in words]
    fixed = [re.sub(r"^(Mc|O'|D')(\w)", lambda m: m[1] + m[2].upper(), word) for word in cased]
    return " ".join(word.lower() if word.lower() in small and i else word for i, word in enumerate(fixed)).strip()


def _day(digits: str | None) -> date | None:
    if not digits:
        return None
    year, month, day = int(digits[:4]), min(max(int(digits[4:6]), 1), 12), int(digits[6:8])
    return date(year, month, min(max(day, 1), calendar.monthrange(year, month)[1]))


def _closed(term: Term, ends: Mapping[tuple[str, str], Sequence[tuple[date, date | None]]]) -> Term:
    """An office without an end gets REIGN's, or ends with the day to which CountryInfo knows it."""
    if term.end is not None:
        return term
    for surname in (plain(word) for word in reversed(term.names[0].split())):
        for start, end in ends.get((term.iso3, surname), ()):
            if term.start is not None and abs((start - term.start).days) < 200 and (end is None or end > term.start):
                return Term(term.iso3, term.names, term.title, term.start, end or date(2021, 3, 31))
    end = max(KNOWN_TO, term.start) if term.start else KNOWN_TO
    return Term(term.iso3, term.names, term.title, term.start, end)


def _reign(path: Path, countries: Countries) -> dict[tuple[str, str], list[tuple[date, date | None]]]:
    """(country, surname) -> terms of the effective leader."""
    codes = {country.cow: country.iso3 for country in countries.by_code.values() if country.cow}
    found: dict[tuple[str, str], list[tuple[date, date | None]]] = {}
    with gzip.open(path, "rt", encoding="utf-8", errors="replace", newline="") as raw:
        rows: Iterable[Mapping[str, str]] = csv.DictReader(raw)
        for row in rows:
            iso3 = codes.get(int(row["ccode"]))
            if iso3 is None or not row["syear"]:
                continue
            start = date(int(row["syear"]), int(row["smonth"]), min(int(row["sdate"] or 1), 28))
            end = date(int(row["eyear"]), int(row["emonth"]), 28) if row["eyear"] else None
            for word in re.findall(r"[^\W\d_]+", row["leader"]):
                found.setdefault((iso3, plain(word)), []).append((start, end))
    return found
