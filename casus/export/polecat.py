"""POLECAT's 40 tab-separated columns: PLOVER events as the dataset of that name prints them (doi:10.7910/DVN/AJGVIT).

Rows are acts told as done (casus.export.facts): PLOVER has auxiliary modes for negation, future and history, but no reader
of such files looks for them. Empty is the word None, lists are joined by ";", one element for each actor. Types of a user's own
codebook are left out.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from casus.export.delimited import fields, reports_of
from casus.export.facts import Tally, facts
from casus.export.lands import divisions_of, land_of, lands
from casus.export.order import Order
from casus.export.parts import day, number
from casus.model.actor import Party
from casus.model.claim import EVENT_TYPES
from casus.model.event import Event
from casus.model.picture import Picture

_PARTY = (
    ("Name", "names of the {}s"),
    ("Country", "their countries (ISO 3166 alpha-3)"),
    ("COW", "their Correlates of War numbers"),
    ("Primary {} Sector", "sector of the first"),
    ("{} Sectors", "their sectors"),
    ("Title", "None: titles are not kept apart"),
    ("Name Raw", "the words of the report for each"),
)


def _of(role: str) -> Iterator[tuple[str, str]]:
    for name, about in _PARTY:
        yield (name.format(role) if "{}" in name else f"{role} {name}"), about.format(role.lower())
    yield f"Wikipedia {role} ID", "None: nothing is looked up"


COLUMNS = fields(
    ("Event ID", "the event's id in all other exports"),
    ("Event Date", "the day; the first possible one of a range"),
    ("Event Type", "PLOVER type"),
    ("Event Mode", "PLOVER modes"),
    ("Intensity", "-9 for ASSAULT, -9.5 targeted or by suicide attack, 10 for RETREAT by disarming; None for the rest"),
    ("Quad Code", "VERBAL or MATERIAL, COOPERATION or CONFLICT"),
    ("Contexts", "None: not coded"),
    *_of("Actor"),
    *_of("Recipient"),
    ("Placename", "name of the place"),
    ("City", "the town"),
    ("District", "second-order unit"),
    ("Province", "first-order unit"),
    ("Country", "ISO 3166 alpha-3"),
    ("Latitude", "degrees north, of a gazetteer line only"),
    ("Longitude", "degrees east"),
    ("GeoNames ID", "number in GeoNames"),
    ("Raw Placename", "the words of the report"),
    ("Feature Type", "None: not kept"),
    ("Source", "publishers of the reports"),
    ("Publication Date", "days of publication"),
    ("Story People", "None: names outside events are not kept"),
    ("Story Organizations", "None"),
    ("Story Locations", "None"),
    ("Language", "English"),
    ("Version", "version of Casus"),
)
_QUADS = {
    "VERBAL COOPERATION": "AGREE CONSULT SUPPORT CONCEDE",
    "MATERIAL COOPERATION": "COOPERATE AID RETREAT",
    "VERBAL CONFLICT": "REQUEST ACCUSE REJECT THREATEN",
    "MATERIAL CONFLICT": "PROTEST SANCTION MOBILIZE COERCE ASSAULT",
}
QUAD = {type_: quad for quad, types in _QUADS.items() for type_ in types.split()}
"""PLOVER's sixteen types by quad (PLOVER 2.0 manual)."""
_SECTORS = {
    "state": "GOV", "government": "GOV", "military": "MIL", "police": "COP", "intelligence": "SPY", "armed-group": "REB",
    "militia": "PRM", "party": "PTY", "media": "JRN", "institute": "EDU", "company": "BUS", "civilians": "CVL",
    "unnamed-armed": "UAF", "unknown": "UNK", "collective": "UNK", "person": "UNK",
}  # fmt: skip
"""PLOVER's sectors; international and non-governmental organisations have none."""
NONE = "None"


def write_polecat(picture: Picture, order: Order) -> Iterator[bytes]:
    """UTF-8, tab-separated, one header row, one row per event."""
    tally = Tally("polecat")
    yield _line(column.name for column in COLUMNS)
    for event in facts(picture, order, tally):
        if event.type not in EVENT_TYPES:
            tally.leave("of your own types")
            continue
        row = _row(event, picture)
        yield _line(row.get(column.name) for column in COLUMNS)
    order.tell(tally.line())


def _line(values: Iterable[Any]) -> bytes:
    return ("\t".join(_cell(value) for value in values) + "\n").encode("utf-8", "replace")


def _cell(value: Any) -> str:
    """One value: blanks for tabs and line breaks, None for nothing."""
    if isinstance(value, list):
        return ";".join(_cell(v).replace(";", ",") for v in value) or NONE
    return " ".join(str(value).split()) if value not in {None, ""} else NONE


def _row(event: Event, picture: Picture) -> dict[str, Any]:
    known = reports_of(picture)
    reports = [known[r] for r in event.reports if r in known]
    return {
        "Event ID": event.id,
        "Event Date": day(event.date.start) if event.date is not None else None,
        "Event Type": event.type,
        "Event Mode": list(event.modes),
        "Intensity": intensity(event),
        "Quad Code": QUAD[event.type],
        **_parties("Actor", event.actors),
        **_parties("Recipient", event.recipients),
        **_place(event),
        "Source": list(dict.fromkeys(r.publisher for r in reports if r.publisher)),
        "Publication Date": sorted({r.published.isoformat() for r in reports if r.published}),
        "Language": "English",
        "Version": picture.stamp.casus,
    }


def intensity(event: Event) -> float | None:
    """PLOVER's intensity from -10 to 10, of the types and modes for which its value is known."""
    if event.type == "ASSAULT":
        return -9.5 if {"targeted", "suicide-attack"} & set(event.modes) else -9.0
    return 10.0 if event.type == "RETREAT" and "disarm" in event.modes else None


def _parties(role: str, parties: Sequence[Party]) -> dict[str, Any]:
    found = [lands().get(p.country or "") for p in parties]
    sectors = [_SECTORS.get(p.kind) for p in parties]
    return {
        f"{role} Name": [p.name for p in parties],
        f"{role} Country": [p.country for p in parties],
        f"{role} COW": [land.cow if land is not None else None for land in found],
        f"Primary {role} Sector": sectors[0] if sectors else None,
        f"{role} Sectors": sectors,
        f"{role} Name Raw": [p.evidence.words for p in parties],
    }


def _place(event: Event) -> dict[str, Any]:
    place = event.place
    if place is None:
        return {}
    divisions = divisions_of(place, land_of(place))
    kind, _, line = (place.id or "").partition(":")
    return {
        "Placename": place.name, "City": divisions.town, "District": divisions.second, "Province": divisions.first,
        "Country": place.country, "Latitude": number(place.lat, 5), "Longitude": number(place.lon, 5),
        "GeoNames ID": line if kind == "geonames" else None, "Raw Placename": place.evidence.words,
    }  # fmt: skip
