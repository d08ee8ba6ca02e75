"""UCDP GED's 49 columns: one row per deadly act of an organised actor (UCDP GED codebook; Candidate codes for code_status).

A row needs a done act (casus.export.facts), a named organised actor behind it, at least one death, a place, and days known from words
within a year. What the reports do not tell is empty: the numbers of conflicts and dyads are UCDP's to give. A dyad of which one side is
not told keeps its row, with type and side B empty and a note in code_status, for a coder to decide.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from typing import Any

from casus.export.deaths import CIVILIANS, UNKNOWN, Deaths, Sides, deaths_of
from casus.export.delimited import fields, first_copies, header, reports_of, row_line
from casus.export.facts import Tally, facts, is_bounded
from casus.export.lands import divisions_of, land_of
from casus.export.order import Order
from casus.export.parts import day, number
from casus.export.sides import Side, are_civilians, is_civil_word, sides_of
from casus.model.event import Event
from casus.model.picture import Picture
from casus.model.place import Place
from casus.model.when import DateRange

COLUMNS = fields(
    ("id", "a whole number made of the event's id"),
    ("relid", "the event's id in all other exports"),
    ("year", "year of the first possible day"),
    ("active_year", "empty: needs a year's total"),
    ("code_status", "`Clear`, or `Check` and what to look at: `status hedged`, `dyad`, `deaths`"),
    ("type_of_violence", "1 state-based, 2 non-state, 3 one-sided; empty where the other side is not told"),
    ("conflict_dset_id", "empty: not in use"),
    ("conflict_new_id", "empty: UCDP's to give"),
    ("conflict_name", "the dyad's name for types 2 and 3; empty for type 1"),
    ("dyad_dset_id", "empty: not in use"),
    ("dyad_new_id", "empty: UCDP's to give"),
    ("dyad_name", "side A - side B"),
    ("side_a_dset_id", "empty: not in use"),
    ("side_a_new_id", "UCDP's number of the actor, where its row in the codebook came from UCDP"),
    ("side_a", "the government in type 1, else who acts: `Government of X`, or the group's name"),
    ("side_b_dset_id", "empty: not in use"),
    ("side_b_new_id", "as side_a_new_id"),
    ("side_b", "the other side; `Civilians` in type 3"),
    ("number_of_sources", "reports that tell of it; copies of one text count once"),
    ("source_article", "each report as \"publisher,day,title\""),
    ("source_office", "publishers"),
    ("source_date", "days of publication"),
    ("source_headline", "titles"),
    ("source_original", "who says so in the reports, each with capacity and stance; the event's status and layer last"),
    ("where_prec", "1 exact to 7 sea or air; empty where the place is not in the gazetteer"),
    ("where_coordinates", "name of the place"),
    ("where_description", "the report's words for the place"),
    ("adm_1", "first-order unit"),
    ("adm_2", "second-order unit"),
    ("latitude", "degrees north, of a gazetteer line only; a unit's representative point for where_prec 3 to 6"),
    ("longitude", "degrees east"),
    ("geom_wkt", "the point as WKT"),
    ("priogrid_gid", "PRIO-GRID cell of the point"),
    ("country", "name of the country"),
    ("country_id", "Gleditsch and Ward's number of the country"),
    ("region", "Africa, Americas, Asia, Europe or Middle East"),
    ("event_clarity", "1: totals over many events are left out"),
    ("date_prec", "1 day, 2 two to six days, 3 week, 4 month or 8 to 31 days, 5 up to a year"),
    ("date_start", "first possible day"),
    ("date_end", "last possible day"),
    ("deaths_a", "dead of side A, where the words say that they were"),
    ("deaths_b", "dead of side B"),
    ("deaths_civilians", "dead civilians"),
    ("deaths_unknown", "dead of whom the words do not say whose they were"),
    ("best", "sum of the four; one voice's figures only, never added over sources"),
    ("high", "largest figure given; empty = open upwards (\"at least\")"),
    ("low", "lower bound: what does not rest on a party's word on the other side's dead; empty = open downwards"),
    ("gwnoa", "Gleditsch and Ward's number of side A, if a state"),
    ("gwnob", "the same of side B"),
)  # fmt: skip
_YEAR = 366


def write_ucdp(picture: Picture, order: Order) -> Iterator[bytes]:
    """RFC 4180 in UTF-8, one header row, one row per event."""
    tally = Tally("ucdp")
    yield header(COLUMNS)
    for event in facts(picture, order, tally):
        row = _row(event, picture, tally)
        if row is not None:
            yield row_line(row, COLUMNS)
    order.tell(tally.line())


def _row(event: Event, picture: Picture, tally: Tally) -> dict[str, Any] | None:
    """The row of an event; None, and counted, where UCDP would have no event."""
    reason = _why_not(event)
    sides = _sides(event) if not reason else None
    deaths = deaths_of(event, sides) if sides is not None else None
    if reason or sides is None or deaths is None or event.place is None or event.date is None:
        tally.leave(reason or ("without an organised actor" if sides is None else "without a known death"))
        return None
    kind = _type(event, sides)
    one_sided = deaths if kind != 3 else _all_civilians(deaths)
    return {
        "id": int(hashlib.sha256(event.id.encode()).hexdigest()[:12], 16),
        "relid": event.id,
        "code_status": _check(event, sides, kind),
        "type_of_violence": kind,
        "event_clarity": 1,
        **_dyad(sides, kind),
        **_sources(event, picture),
        **_where(event.place),
        **_when(event.date),
        **one_sided.by,
        "best": one_sided.best,
        "high": one_sided.high,
        "low": one_sided.low,
    }


def _why_not(event: Event) -> str:
    if event.type != "ASSAULT":
        return "without armed force"
    if event.place is None:
        return "without a place"
    when = event.date
    if when is None or not is_bounded(when) or (when.end - when.start).days > _YEAR:  # type: ignore[operator]
        return "without a day"
    return ""


def _sides(event: Event) -> Sides | None:
    """Who fights whom: the actor against the recipient, or two actors against each other; a government first."""
    on = event.date.end if event.date is not None else None
    actors, recipients = sides_of(event.actors, on), sides_of(event.recipients, on)
    if not actors:
        return None
    others = [side for side in recipients if side.key not in {a.key for a in actors}]
    a, b = actors[0], others[0] if others else actors[1] if len(actors) == 2 and not event.recipients else None
    return Sides(b, a, on) if b is not None and b.is_state and not a.is_state else Sides(a, b, on)


def _type(event: Event, sides: Sides) -> int | None:
    """1 with a government on a side, 2 between groups, 3 against civilians; None where the other side is not told."""
    a, b = sides.a, sides.b
    if b is not None:
        return 1 if a.is_state or b.is_state else 2
    who = event.killed.who if event.killed is not None else None
    civilians = any(are_civilians(p) for p in event.recipients) or (who is not None and is_civil_word(who))
    armed = any(p.kind in {"unnamed-armed", "armed-group", "militia", "military", "police"} for p in event.recipients)
    return 3 if civilians and not armed else None


def _all_civilians(deaths: Deaths) -> Deaths:
    """In one-sided violence the dead are civilians (codebook, A note on civilian deaths); others stay unknown."""
    by = dict.fromkeys(deaths.by, 0) | {CIVILIANS: deaths.by[CIVILIANS], UNKNOWN: deaths.best - deaths.by[CIVILIANS]}
    return Deaths(by, deaths.low, deaths.best, deaths.high)


def _check(event: Event, sides: Sides, kind: int | None) -> str:
    """What a coder should look at."""
    named = [p for p in event.actors if p.suspected or event.named_by(p)]
    found = [f"status {event.status}"] if event.status == "hedged" else []
    found += ["dyad"] if named or kind is None or len(sides_of(event.actors)) > 1 else []
    killed = event.killed
    figures = {v.value for c in event.contested if c.field == "killed" for v in c.versions}
    found += ["deaths"] if killed is not None and (killed.low != killed.best or len(figures) > 1) else []
    return f"Check {', '.join(found)}" if found else "Clear"


def _dyad(sides: Sides, kind: int | None) -> dict[str, Any]:
    a, b = sides.a, sides.b
    other = b.name if b is not None else "Civilians" if kind == 3 else ""
    name = f"{a.name} - {other}" if other else ""
    return {
        "conflict_name": name if kind in {2, 3} else "", "dyad_name": name, "side_a": a.name, "side_b": other,
        "side_a_new_id": a.ucdp_id, "side_b_new_id": b.ucdp_id if b is not None else None,
        "gwnoa": _gw(a), "gwnob": _gw(b),
    }  # fmt: skip


def _gw(side: Side | None) -> int | None:
    return side.land.gw if side is not None and side.land is not None else None


def _sources(event: Event, picture: Picture) -> dict[str, Any]:
    first, known = first_copies(picture), reports_of(picture)
    reports = [known[r] for r in sorted({first.get(r, r) for r in event.reports}) if r in known]
    told = [(r.publisher or "", day(r.published) or "", r.title or "") for r in reports]
    voices = [f"{s.name} ({s.capacity}, {s.stance})" for s in event.sources]
    return {
        "number_of_sources": len(reports),
        "source_article": ";".join(f'"{",".join(facts_of_report)}"' for facts_of_report in told),
        "source_office": ";".join(office for office, _, _ in told),
        "source_date": ";".join(published for _, published, _ in told),
        "source_headline": ";".join(title for _, _, title in told),
        "source_original": ";".join([*voices, f"status: {event.status}, {event.layer}"]),
    }


def _where(place: Place) -> dict[str, Any]:
    land = land_of(place)
    divisions = divisions_of(place, land)
    lat, lon = number(place.lat, 6), number(place.lon, 6)
    located = lat is not None and lon is not None
    return {
        "where_prec": place.precision_ucdp, "where_coordinates": place.name, "where_description": place.evidence.words,
        "adm_1": divisions.first, "adm_2": divisions.second, "latitude": lat, "longitude": lon,
        "geom_wkt": f"POINT ({lon} {lat})" if located else "", "priogrid_gid": _cell(place),
        "country": land.name if land else "", "country_id": land.gw if land else None, "region": land.ucdp_region if land else "",
    }  # fmt: skip


def _cell(place: Place) -> int | None:
    """The PRIO-GRID cell of half a degree, counted from the south-west, 720 to a row (Tollefsen and others, 2012)."""
    if place.lat is None or place.lon is None:
        return None
    row, column = min(int((place.lat + 90) * 2), 359), min(int((place.lon + 180) * 2), 719)
    return row * 720 + column + 1


def _when(when: DateRange) -> dict[str, Any]:
    return {"year": when.start.year if when.start else None, "date_start": day(when.start), "date_end": day(when.end),
            "date_prec": _date_precision(when)}  # fmt: skip


def _date_precision(when: DateRange) -> int:
    days = (when.end - when.start).days + 1 if when.start and when.end else _YEAR
    if when.precision == "week" or days == 7:
        return 3
    return 1 if days == 1 else 2 if days < 7 else 4 if days <= 31 else 5
