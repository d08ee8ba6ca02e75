"""MUC-4's answer key: the templates of a document, their fills with all strings that are right, and its role fillers."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

from benchmarks.muc_entities import plain
from casus.ingest.report import report_from_text
from casus.model.errors import CasusError
from casus.model.text import Report

STRINGS = ("perpetrator individual", "perpetrator organisation", "physical target", "victim", "instrument")
KEYS = {
    "perpetrator individual": "PERP: INDIVIDUAL ID", "perpetrator organisation": "PERP: ORGANIZATION ID", "physical target": "PHYS TGT: ID",
    "victim": "HUM TGT: NAME", "instrument": "INCIDENT: INSTRUMENT ID",
}  # fmt: skip
OF_VICTIM = {"victim number": "HUM TGT: NUMBER", "effect": "HUM TGT: EFFECT OF INCIDENT"}
_LEAD = re.compile(r"^(?:(?:the|a|an|some|several|two|three|four|five|six|seven|eight|nine|ten|\d+|at least|about|his|their|its|other)\s+)+")
_OR = re.compile(r"\)\s*/\s*\(|^([^(:/]+) / (?=[^(:/]+$)")
"""Between places either of which is right: "(PERU: LIMA (CITY)) / (PERU)", "PERU / CHILE"; "(CITY / DEPARTMENT)" says only what kind."""
Fill = frozenset[str]
Roles = Mapping[str, Sequence[Fill]]


@dataclass(slots=True)
class Template:
    """An incident's fills. A fill is the set of strings that are right for it; `spare` fills are right, but not missed."""

    type: str
    strings: dict[str, list[Fill]] = field(default_factory=dict)
    spare: dict[str, list[Fill]] = field(default_factory=dict)
    first: date | None = None
    last: date | None = None
    places: frozenset[str] = frozenset()
    countries: frozenset[str] = frozenset()
    of_victims: dict[str, list[tuple[Fill, str]]] = field(default_factory=dict)
    optional: bool = False


def bare(words: str) -> str:
    """A fill without marks, articles and numbers."""
    return _LEAD.sub("", plain(words))


def key_of(row: Mapping[str, Any]) -> list[Template]:
    """The templates of a document's key."""
    return [_template_of(raw) for raw in row["templates"] if raw["INCIDENT: TYPE"]]


def _template_of(raw: Mapping[str, Any]) -> Template:
    made = Template(raw["INCIDENT: TYPE"][0].split(" / ")[0].lower(), optional=raw["_optional"])
    for slot, name in KEYS.items():
        made.strings[slot] = [a for fill in raw[name] if not fill.startswith("?") and (a := strings_of(fill))]
        made.spare[slot] = [a for fill in raw[name] if fill.startswith("?") and (a := strings_of(fill))]
    described = [strings_of(fill) for fill in raw["HUM TGT: DESCRIPTION"]]
    firm = [strings_of(fill) for fill in raw["HUM TGT: DESCRIPTION"] if not fill.startswith("?")]
    made.spare["victim"] = _joined([*made.spare["victim"], *(d for d in described if d not in firm)])
    made.strings["victim"] = _joined([*made.strings["victim"], *firm])
    made.first, made.last = _span(raw["INCIDENT: DATE"])
    ways = [_levels(way) for given in raw["INCIDENT: LOCATION"] for way in _OR.split(given) if way]
    made.places = frozenset(level for way in ways for level in way[-2:])
    made.countries = frozenset(way[0] for way in ways)
    for slot, name in OF_VICTIM.items():
        made.of_victims[slot] = [(_victim(of, made), value) for fill in raw[name] for value, of in [_valued(fill)] if of]
    return made


def _levels(way: str) -> list[str]:
    """A place from its country down, without what kind of place each is: "PERU: LIMA (CITY)"."""
    return [re.sub(r"\(.*", "", level.lstrip("(")).strip(" )").lower() for level in way.split(":")]


def strings_of(fill: str) -> Fill:
    """The strings of a fill, those of what it refers to among them ("PRESIDENT": "CEREZO")."""
    return frozenset(filter(None, map(bare, re.findall(r'"((?:[^"\\]|\\.)*)"', fill)))) - {"-"}


def _valued(fill: str) -> tuple[str, Fill]:
    value, _, of = fill.lstrip("? ").partition(": ")
    return value, strings_of(of)


def _victim(of: Fill, made: Template) -> Fill:
    return next((f for f in (*made.strings["victim"], *made.spare["victim"]) if f & of), of)


def _joined(fills: Sequence[Fill]) -> list[Fill]:
    """Fills that share a string are one."""
    out: list[Fill] = []
    for fill in filter(None, fills):
        same = [f for f in out if f & fill]
        out = [f for f in out if not f & fill] + [frozenset().union(fill, *same)]
    return out


def _span(fills: Sequence[str]) -> tuple[date | None, date | None]:
    days = [datetime.strptime(d, "%d %b %y").date() for d in re.findall(r"\d\d [A-Z]{3} \d\d", " ".join(fills))]
    before = bool(fills) and fills[0].startswith("-")
    return (None if before or not days else days[0], days[-1] if days else None)


def roles_of(row: Mapping[str, Any]) -> Roles:
    """The role fillers of a document, over all its templates (as Du et al. 2021 join them; optional ones too)."""
    out: dict[str, list[Fill]] = {}
    for slot, name in KEYS.items():
        joined = out.setdefault(slot, [])
        for fill in (f for raw in row["templates"] if raw["INCIDENT: TYPE"] for f in raw[name]):
            strings = frozenset(_mention(s) for s in re.findall(r'"((?:[^"\\]|\\.)*)"', fill)) - {"", "-"}
            if strings and not any(strings <= other or other <= strings for other in joined):
                joined.append(strings)
    return out


def _mention(words: str) -> str:
    return " ".join(re.sub(r"\b(?:a|an|the)\b", " ", plain(words)).split())


def report_of(row: Mapping[str, Any]) -> Report | None:
    """The document as ingest takes it, its dateline as the day of publication; None where it is refused."""
    stated = re.search(r"(\d{1,2}) ([A-Z]{3})[A-Z]* (\d\d)\b", row["text"][:200])
    try:
        day = datetime.strptime(" ".join(stated.groups()), "%d %b %y").date() if stated else None
        return report_from_text(row["text"], published=day)
    except (CasusError, ValueError):
        return None
