"""ACLED-style columns, for a user's own comparison with ACLED's data: the columns and codes are ACLED's, the events are not.

One row per day, as ACLED has it: a stretch of days ("from Monday to Wednesday") is a row for each, its toll on the first. A row needs a
done act (casus.export.facts), an ACLED type (acled_types.tsv), a place below the country, and days known from words within a month.
`fatalities` is the most conservative figure and 0 where none is given, by ACLED's rule; `fatalities_known` keeps the difference.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

from casus.export.acled_actors import Actor, actor_of, interaction
from casus.export.acled_types import ARMED, Kind, kind_of
from casus.export.delimited import fields, header, reports_of, row_line
from casus.export.facts import Tally, facts, is_bounded, is_span
from casus.export.lands import Land, divisions_of, land_of
from casus.export.order import Order
from casus.export.parts import number
from casus.export.tables import BOM
from casus.model.event import Event
from casus.model.picture import Picture
from casus.model.place import Place
from casus.model.when import DateRange

COLUMNS = fields(
    ("event_id_cnty", "ISO country code and the event's id; with the day's number where an event fills several rows"),
    ("event_date", "the day; the first possible one where time_precision is 2 or 3"),
    ("year", "its year"),
    ("time_precision", "1 the day, 2 within a week, 3 within a month"),
    ("disorder_type", "Political violence, Demonstrations, Strategic developments"),
    ("event_type", "ACLED's event type, by rule from type, modes and parties (casus/export/acled_types.tsv)"),
    ("sub_event_type", "ACLED's sub-event type"),
    ("actor1", "first actor, named as ACLED does but without years; empty = not told"),
    ("assoc_actor_1", "more exact and further names, joined by `; `"),
    ("inter1", "State forces, Rebel group, Political militia, Rioters, Protesters, Civilians, External/Other forces"),
    ("actor2", "the other actor"),
    ("assoc_actor_2", "as assoc_actor_1"),
    ("inter2", "as inter1"),
    ("interaction", "both of them, in ACLED's order"),
    ("civilian_targeting", "`Civilians targeted` where the words say that they were (\"villagers\", not \"people\"); else empty"),
    ("iso", "ISO 3166 number of the country"),
    ("region", "ACLED's region"),
    ("country", "name of the country"),
    ("admin1", "first-order unit"),
    ("admin2", "second-order unit"),
    ("admin3", "empty: not in the gazetteer"),
    ("location", "name of the place"),
    ("latitude", "degrees north, four decimals, of a gazetteer line only"),
    ("longitude", "degrees east"),
    ("geo_precision", "1 town, 2 near or part of a region, 3 region"),
    ("source", "publishers of the reports"),
    ("source_scale", "empty: ACLED's to judge"),
    ("notes", "status, layer, the words of the act, who says so, and every toll by source"),
    ("fatalities", "the lowest figure given; 0 where none is (see fatalities_known)"),
    ("tags", "`crowd size=` and the words, for protests and riots"),
    ("timestamp", "empty: no record holds the time it was made"),
    ("fatalities_known", "side column: `true`, `false` (none given: 0 by rule), `by a party only`, `at most`, `in first row`"),
    ("casus_event", "side column: the event's id in all other exports"),
    ("casus_status", "side column: asserted, attributed or hedged"),
)  # fmt: skip
"""ACLED's 31 columns, then three side columns."""


def write_acled(picture: Picture, order: Order) -> Iterator[bytes]:
    """RFC 4180 in UTF-8 with a byte order mark, as ACLED's own files; one row per event and day."""
    tally = Tally("ACLED-style, for your own comparison only")
    outlets = {id_: r.publisher or "" for id_, r in reports_of(picture).items()}
    yield header(COLUMNS, BOM)
    for event in facts(picture, order, tally):
        for row in _rows(event, outlets, tally):
            yield row_line(row, COLUMNS)
    order.tell(tally.line())


def _rows(event: Event, outlets: dict[str, str], tally: Tally) -> Iterator[dict[str, Any]]:
    land, when = land_of(event.place), event.date
    if event.place is None or land is None:
        tally.leave("without a country")
    elif (event.place.precision_ucdp or 6) >= 6:
        tally.leave("known by country only")
    elif when is None or not is_bounded(when) or _time_precision(when) is None:
        tally.leave("without a day")
    else:
        yield from _typed(event, land, event.place, when, outlets, tally)


def _typed(
    event: Event, land: Land, place: Place, when: DateRange, outlets: dict[str, str], tally: Tally
) -> Iterator[dict[str, Any]]:
    on = when.end
    first, second = ([actor_of(p, land, event.type, on) for p in group] for group in (event.actors, event.recipients))
    actors, recipients = _told(first), _told(second)
    armed = {a.name for a in actors if a.group in ARMED}
    both = len(armed) == 2 and not any(a.group in {"civilians", "people"} for a in recipients)
    kind = kind_of(event.type, event.modes, {a.group for a in actors}, {a.group for a in recipients}, both=both)
    if kind is None or _is_violence_unclear(event, kind):
        tally.leave("without an ACLED type")
        return
    if both and not recipients:
        other = next(a.name for a in reversed(actors) if a.group in ARMED)
        actors, recipients = [a for a in actors if a.name != other], [a for a in actors if a.name == other]
    row = {
        **_what(kind, actors, recipients), **_where(land, place),
        "source": "; ".join(dict.fromkeys(outlets[r] for r in event.reports if outlets.get(r))),
        "notes": _notes(event), "tags": _tags(event, kind), "casus_event": event.id, "casus_status": event.status,
    }  # fmt: skip
    yield from (row | dated for dated in _days(event, land, when))


def _told(found: list[Actor | None]) -> list[Actor]:
    """The actors, named ones first; beside a named armed one an unidentified group says nothing more."""
    named = [a for a in found if a is not None and a.group != "gunmen"]
    return named + ([] if any(a.group in ARMED for a in named) else [a for a in found if a is not None and a.group == "gunmen"])


def _is_violence_unclear(event: Event, kind: Kind) -> bool:
    """A peaceful protest with casualties is none, and who was violent is not told."""
    harmed = any(c is not None and c.high != 0 for c in (event.killed, event.injured, event.killed_or_injured))
    return kind.sub == "Peaceful protest" and harmed


def _what(kind: Kind, actors: list[Actor], recipients: list[Actor]) -> dict[str, Any]:
    one, two = actors[0] if actors else None, recipients[0] if recipients else None
    targeted = two is not None and two.group in {"civilians", "protesters"} and kind.disorder.startswith("Political violence")
    return {
        "disorder_type": kind.disorder, "event_type": kind.event, "sub_event_type": kind.sub,
        "actor1": one.name if one else "", "assoc_actor_1": _others(actors), "inter1": one.inter if one else "",
        "actor2": two.name if two else "", "assoc_actor_2": _others(recipients), "inter2": two.inter if two else "",
        "interaction": interaction(one, two), "civilian_targeting": "Civilians targeted" if targeted else "",
    }  # fmt: skip


def _others(actors: list[Actor]) -> str:
    """What stands beside the first actor: its more exact name, and the further actors."""
    lead = actors[0].name if actors else ""
    names = dict.fromkeys(name for a in actors for name in (a.name, a.exact) if name and name != lead)
    return "; ".join(names)


def _where(land: Land, place: Place) -> dict[str, Any]:
    divisions = divisions_of(place, land)
    return {
        "iso": land.numeric, "region": land.acled_region, "country": land.name, "admin1": divisions.first, "admin2": divisions.second,
        "location": place.name, "latitude": number(place.lat, 4), "longitude": number(place.lon, 4), "geo_precision": place.precision_acled,
    }  # fmt: skip


def _days(event: Event, land: Land, when: DateRange) -> Iterator[dict[str, Any]]:
    """The columns of time and toll, once for each day of a stretch."""
    first, last = when.start or date.min, when.end or date.min
    days = (last - first).days + 1 if is_span(when) else 1
    toll, told = _toll(event)
    for n in range(days):
        known = told if n == 0 or told == "false" else "in first row"
        day = first + timedelta(days=n)
        yield {
            "event_id_cnty": f"{land.iso3}-{event.id}" + (f"-{n + 1}" if days > 1 else ""),
            "event_date": day.isoformat(), "year": day.year, "time_precision": 1 if days > 1 else _time_precision(when),
            "fatalities": toll if n == 0 else 0, "fatalities_known": known,
        }  # fmt: skip


def _toll(event: Event) -> tuple[int, str]:
    """The most conservative figure, and how it is known; a lower bound of 0 only says that no neutral voice gives one."""
    killed = event.killed
    if killed is None or (killed.low is None and killed.best is None):
        return 0, "false"
    if killed.best == 0 or killed.low:
        return killed.low or 0, "true"
    given = [v.value for c in event.contested if c.field == "killed" for v in c.versions]
    least = min(n for n in [*given, killed.best, killed.high] if n is not None)
    return least, "by a party only" if killed.low == 0 else "at most"


def _time_precision(when: DateRange) -> int | None:
    """1 the day, 2 a week or weekend, 3 a month; None for anything longer."""
    days = (when.end - when.start).days + 1 if when.start and when.end else 10_000
    return 1 if days == 1 else 2 if days <= 7 else 3 if days <= 31 else None


def _notes(event: Event) -> str:
    """Status first, so that no row reads as the tool's own statement."""
    lead = next(c for c in event.claims if not c.heading)
    who = "; ".join(f"{s.name} ({s.capacity}, {s.stance})" for s in event.sources)
    tolls = [
        f"{v.value} ({event.sources[v.source].name if v.source is not None else 'the report itself'})"
        for c in event.contested if c.field == "killed" for v in c.versions
    ]  # fmt: skip
    said = [f"[{event.status}, {event.layer}] “{lead.act.words}”", f"said by: {who}" if who else ""]
    return "; ".join(part for part in (*said, f"killed: {', '.join(tolls)}" if tolls else "") if part)


def _tags(event: Event, kind: Kind) -> str:
    size = event.size if kind.event in {"Protests", "Riots"} else None
    return f"crowd size={size.evidence.words}" if size is not None else ""
