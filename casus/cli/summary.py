"""The summary of a picture: cautions first, then what happened with its status, tolls by source, and who says so."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from textwrap import shorten

from casus.brief.alerts import harm_of
from casus.brief.turns import turns
from casus.brief.wording import figure, unfloored
from casus.caution import RANK
from casus.cli.outcome import plural
from casus.cli.terminal import Line, line
from casus.export import listed_events
from casus.export.parts import COUNTS
from casus.model.actor import Party
from casus.model.caution import Caution
from casus.model.claim import Source
from casus.model.count import Count
from casus.model.event import Event, Version
from casus.model.picture import Picture
from casus.model.when import DateRange

MOST = 10
"""How many cautions, events and sources a summary shows; the page has them all."""

STYLES = {
    "asserted": "bold",
    "attributed": "cyan",
    "hedged": "yellow",
    "denied": "red",
    "threatened": "magenta",
    "planned": "blue",
}

LAYERS = {"news": "What is told as news", "background": "Told as background", "history": "Told as history"}
"""The layers, each under its heading; news goes first and an old event is never among it."""

WORDS = 100
"""How many characters of a report's words a line quotes."""


def summary_lines(picture: Picture, *, page: str) -> Iterator[Line]:
    """Return the summary, line by line; `page` is the file that tells the rest."""
    events = listed_events(picture)
    yield line((_heading(picture, events), "bold"))
    yield line("")
    yield from caution_lines(picture, most=MOST)
    yield line("")
    yield from _event_lines(events)
    yield from _turn_lines(picture)
    yield from _source_lines(events)
    yield line("")
    yield line("Every record with its words: ", (page, "bold"))


def _heading(picture: Picture, events: Sequence[Event]) -> str:
    claims = sum(len(e.claims) for e in events)
    copies = sum(len(group) - 1 for group in picture.near_copies)
    near = f" ({plural(copies, 'near copy', 'near copies')})" if copies else ""
    return f"{plural(len(picture.readings), 'report')}{near}, {plural(claims, 'claim')}, {plural(len(events), 'event')}"


def caution_lines(picture: Picture, *, most: int | None) -> Iterator[Line]:
    """Return the cautions; when only `most` are shown, the worst of every kind first, and the others counted by kind."""
    if not picture.cautions:
        yield line(("Cautions: none", "bold"))
        return
    names = {r.report.id: r.report.title or r.report.source for r in picture.readings}
    ranked = _first_of_each_kind(picture) if most is not None else list(picture.cautions)
    yield line((f"Cautions ({len(ranked)})", "bold"))
    for caution in ranked[:most]:
        source = f" [{names.get(caution.report, caution.report)}]" if len(picture.readings) > 1 else ""
        advice = f" {sentence(caution.suggestion)}" if most is None else ""
        yield line((caution.kind, "yellow"), f": {_finding(caution)}{advice}{source}", indent=2)
    rest = Counter(c.kind for c in ranked[most:]) if most is not None else Counter[str]()
    if rest:
        told = ", ".join(f"{kind} {number}" for kind, number in sorted(rest.items(), key=lambda r: RANK.index(r[0])))
        yield line((f"and {rest.total()} more: {told}", "dim"), indent=2)


def _finding(caution: Caution) -> str:
    """Return what was found, with the words unless the message has them already."""
    words = caution.evidence.words if caution.evidence else ""
    if not words or words in caution.message:
        return sentence(caution.message)
    return f"{sentence(caution.message)} “{shorten(words, width=WORDS, placeholder=' ...')}”"


def sentence(text: str) -> str:
    """Return the text as a sentence: a capital first, one full stop last."""
    return f"{text[:1].upper()}{text[1:].rstrip('. ')}."


def _first_of_each_kind(picture: Picture) -> list[Caution]:
    """Return the cautions so that each kind is seen before any is seen twice; of a kind, first those where most people are harmed."""
    harm = harm_of(picture.events)
    seen: Counter[str] = Counter()
    ranked: list[tuple[int, int, int, Caution]] = []
    for i, caution in enumerate(sorted(picture.cautions, key=lambda c: -harm.get(c.id, 0))):
        ranked.append((seen[caution.kind], RANK.index(caution.kind), i, caution))
        seen[caution.kind] += 1
    return [caution for *_, caution in sorted(ranked, key=lambda r: r[:3])]


def _rest(number: int) -> Iterator[Line]:
    if number > 0:
        yield line((f"and {number} more", "dim"), indent=2)


def _event_lines(events: Sequence[Event]) -> Iterator[Line]:
    if not events:
        yield line(("Nothing codable: no act of the codebook is told in these texts.", "bold"))
        return
    room = MOST
    for layer, heading in LAYERS.items():
        told = [e for e in events if e.layer == layer]
        if not told:
            continue
        yield line((f"{heading} ({len(told)})", "bold"))
        shown = sorted(sorted(told, key=_weight)[:room], key=told.index)
        for event in shown:
            yield from event_lines(event)
        if shown:
            yield from _rest(len(told) - len(shown))
        else:
            yield line(("told in full on the page", "dim"), indent=2)
        room -= len(shown)


def _weight(event: Event) -> tuple[bool, bool, bool, str]:
    """Order events for a short list: single events with victims first, then contested ones."""
    harmed = any(getattr(event, name) is not None for name in COUNTS)
    return event.aggregate, not harmed, not event.contested, event.id


def event_lines(event: Event) -> Iterator[Line]:
    """Return one event: what and with which status; who to whom and where; each figure by source."""
    modes = f" {', '.join(event.modes)}" if event.modes else ""
    total = "  total over many events" if event.aggregate else ""
    status = (f"[{event.status}]", STYLES[event.status])
    yield line(f"{span_of(event.date)}  ", (f"{event.type}{modes}", "bold"), "  ", status, total, indent=2)
    doers = ", ".join(_doer(event, p) for p in event.actors) or "actor not stated"
    done_to = ", ".join(p.name for p in event.recipients)
    place = f"; {event.place.name}" if event.place else ""
    yield line(doers + (f" -> {done_to}" if done_to else "") + place, indent=4)
    for name in COUNTS:
        count = getattr(event, name)
        if count is not None:
            yield line(f"{name.replace('_', ' ')}: {toll(event, name, count)}", indent=4)
    voices = voices_of(event)
    if voices:
        yield line((voices, "dim"), indent=4)


def _doer(event: Event, party: Party) -> str:
    """A doer's name, with what the reports say of how sure it is."""
    named = event.named_by(party)
    notes = [*(["suspected"] if party.suspected else []), *([f"named by {', '.join(named)}"] if named else [])]
    return f"{party.name} ({'; '.join(notes)})" if notes else party.name


def voices_of(event: Event) -> str:
    """Return who takes which stance on the event: "asserts: X, party; denies: Y, official"."""
    stances: dict[str, dict[str, None]] = {}
    for source in event.sources:
        stances.setdefault(source.stance, {})[_named(source)] = None
    return "; ".join(f"{stance}: {', '.join(named)}" for stance, named in sorted(stances.items()))


def span_of(date: DateRange | None) -> str:
    """Return the days of a date in words; an open side is said, and a date whose words name no known day stands as written."""
    if date is None:
        return "date unknown"
    if date.start is None and date.end is None:
        return f"“{date.evidence.words}”" if date.evidence else "date unknown"
    if date.start is None:
        return f"by {date.end}"
    if date.end is None:
        return f"from {date.start}"
    return f"{date.start}" if date.start == date.end else f"{date.start} to {date.end}"


def toll(event: Event, name: str, count: Count) -> str:
    """Return a figure as a range, and each source's version where several are given."""
    versions = [v for contest in event.contested if contest.field == name for v in contest.versions]
    if versions:
        return f"{bounds(count)}; by source: {', '.join(_given(event, versions))}"
    said = dict.fromkeys(_named(s) for c in event.claims if getattr(c, name) is not None for s in c.sources)
    return bounds(count) + (f" ({', '.join(said)})" if said else "")


def _given(event: Event, versions: Sequence[Version]) -> Iterable[str]:
    """Each voice with its figures in order of time: "3, then 6 (police)"."""
    told: dict[tuple[int | None, str], list[str]] = {}
    for version in versions:
        told.setdefault((version.source, version.report if version.source is None else ""), []).append(str(version.value))
    voices = {key: "the report itself" if key[0] is None else _named(event.sources[key[0]]) for key in told}
    return dict.fromkeys(f"{', then '.join(values)} ({voices[key]})" for key, values in told.items())


def bounds(count: Count) -> str:
    """Return the range in words; an open side is said, never filled, and a floor that nobody gives is not called 0."""
    if unfloored(count):
        return figure(count)
    if count.high is None:
        return f"at least {count.low if count.low is not None else count.best}"
    if count.low is None:
        return f"up to {count.high}"
    return f"{count.low}" if count.low == count.high else f"{count.low} to {count.high}"


def _named(source: Source) -> str:
    return source.name if source.capacity == "unknown" else f"{source.name} [{source.capacity}]"


def _turn_lines(picture: Picture) -> Iterator[Line]:
    found = turns(picture.relations)
    if not found:
        return
    yield line("")
    yield line((f"Ties that changed sign ({len(found)})", "bold"))
    for turn in found[:MOST]:
        yield line((f"{turn.one} and {turn.other}", "cyan"), f": {turn.words}", indent=2)
    yield from _rest(len(found) - MOST)


def _source_lines(events: Sequence[Event]) -> Iterator[Line]:
    stances: dict[str, Counter[str]] = {}
    for event in events:
        for claim in event.claims:
            for source in claim.sources:
                stances.setdefault(_named(source), Counter())[source.stance] += 1
    if not stances:
        return
    yield line("")
    yield line((f"Who says so ({len(stances)})", "bold"))
    ranked = sorted(stances.items(), key=lambda item: (-item[1].total(), item[0]))
    for name, counted in ranked[:MOST]:
        told = ", ".join(f"{stance} {number}" for stance, number in sorted(counted.items()))
        yield line((name, "cyan"), f": {told}", indent=2)
    yield from _rest(len(ranked) - MOST)
