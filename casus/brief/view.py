"""The page's view of a picture: everything a template prints, worked out beforehand; pure."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from casus.brief.alerts import MANY, AlertRank, harm_of, numbers, ranked
from casus.brief.cards import LAYERS, Card, cards
from casus.brief.fulltext import Back, Noted, Sheet, sheets
from casus.brief.graph import Graph, graph
from casus.brief.labels import codes, label
from casus.brief.latest import Latest, latest
from casus.brief.map import Chart, charts
from casus.brief.marks import Index, shorten
from casus.brief.sayings import Because, Numbered, Spoken, given, numbered, spoken
from casus.brief.sites import Site, sites
from casus.brief.ties import Known, Pair, known, pairs
from casus.brief.timeline import Timeline, timeline
from casus.brief.voices import Dispute, Speaker, Told, disputes, speakers, unsourced
from casus.brief.wording import day, listed, number, plural
from casus.brief.worth import Worth, load_worth
from casus.codebook.actors import ActorTable
from casus.model.picture import Picture, Stamp

FOLDED, LARGE, VAST = 10, 40, 1000
"""With more reports than these: texts are folded; weak leads are in short; weak leads and paragraphs without a record are left out."""


@dataclass(frozen=True, slots=True)
class Head:
    """What was read: titles, dates, publishers, how many independent sources, versions and measured error rates."""

    title: str
    reports: int
    sources: int
    dates: str
    publishers: tuple[str, ...]
    titles: tuple[str, ...]
    stamp: Stamp
    measured: tuple[tuple[str, str], ...]
    worth: Worth

    @property
    def folded(self) -> bool:
        """Whether there are so many reports that their full texts open one by one."""
        return self.reports > FOLDED

    @property
    def large(self) -> bool:
        """Whether there are so many that only what is near the window is drawn, and weak leads are given in short."""
        return self.reports > LARGE

    @property
    def vast(self) -> bool:
        """Whether there are so many that what rests on no printed record is left to the workbench and to exports."""
        return self.reports > VAST


@dataclass(frozen=True, slots=True)
class Group:
    """Cards of one layer and one group of types."""

    label: str
    cards: tuple[Card, ...]


@dataclass(frozen=True, slots=True)
class LayerView:
    """Cards of one layer."""

    code: str
    label: str
    gloss: str
    groups: tuple[Group, ...]

    @property
    def count(self) -> int:
        """How many events it holds."""
        return sum(len(g.cards) for g in self.groups)


@dataclass(frozen=True, slots=True)
class View:
    """The whole page, section by section, in the order a reader meets them."""

    head: Head
    alerts: tuple[AlertRank, ...]
    latest: Latest | None
    layers: tuple[LayerView, ...]
    aggregates: tuple[Card, ...]
    weak: tuple[Card, ...]
    cards: tuple[Card, ...]
    tally: tuple[tuple[str, int], ...]
    besides: str
    statuses: tuple[str, ...]
    timeline: Timeline
    disputes: tuple[Dispute, ...]
    speakers: tuple[Speaker, ...]
    unsourced: tuple[Card, ...]
    pairs: tuple[Pair, ...]
    graph: Graph
    known: tuple[Known, ...]
    charts: tuple[Chart, ...]
    unplaced: tuple[Site, ...]
    silent: tuple[Card, ...]
    quotes: tuple[Spoken, ...]
    terms: tuple[Spoken, ...]
    reasons: tuple[Because, ...]
    statistics: tuple[Numbered, ...]
    sheets: tuple[Sheet, ...]

    @property
    def cautions(self) -> int:
        """How many cautions there are."""
        return sum(r.count for r in self.alerts)

    @property
    def many_cautions(self) -> bool:
        """Whether there are so many cautions that only the worst are open."""
        return self.cautions > MANY

    @property
    def news(self) -> int:
        """Return how many events are news."""
        return sum(n for _, n in self.tally)

    @property
    def tolled(self) -> tuple[Card, ...]:
        """The cards that carry a toll and are no totals over many events."""
        return tuple(c for c in self.cards if c.harms and not c.aggregate)


def view(
    picture: Picture, *, title: str | None, measured: Mapping[str, str], text: bool = True, actors: ActorTable | None = None
) -> View:
    """Return the page's view of a picture; without `text`, only short quotations of the reports."""
    index = Index(picture.readings, text=text)
    harm = harm_of(picture.events)
    vast = len(picture.readings) > VAST
    told = cards(picture.events, index, numbers(picture.cautions, index, harm), actors)
    certain = tuple((card, event) for card, event in told if card.certain)
    all_cards = tuple(card for card, _ in told)
    shown = tuple(card for card, _ in certain)
    alerts = ranked(picture.cautions, index, harm)
    tied = pairs(picture.relations, index)
    found = sites(certain, index)
    quotes, causes = spoken(picture.quotes, index), given(picture.reasons, index)
    statistics = numbered(picture.statistics, index)
    return View(
        head=_head(picture, index, title, measured),
        alerts=alerts,
        latest=latest(certain, picture.readings, index),
        layers=_layers(shown),
        aggregates=tuple(c for c in shown if c.aggregate),
        weak=tuple(c for c in all_cards if not c.certain),
        cards=shown,
        tally=_tally(shown),
        besides=_besides(told),
        statuses=tuple(code for code in codes("statuses") if any(c.status == code for c in all_cards)),
        timeline=timeline(certain),
        disputes=disputes(certain, index),
        speakers=speakers(certain, index),
        unsourced=unsourced(certain),
        pairs=tied,
        graph=graph(tied),
        known=known((event for _, event in certain), picture.relations, index),
        charts=charts([s for s in found if s.corners]),
        unplaced=tuple(s for s in found if not s.corners),
        silent=tuple(card for card, event in certain if event.place is None and not card.aggregate),
        quotes=tuple(q for q in quotes if q.speaker),
        terms=tuple(q for q in quotes if not q.speaker),
        reasons=causes,
        statistics=statistics,
        sheets=sheets(
            picture.readings,
            index,
            noted=tuple(_noted(certain if vast else told, index, alerts, quotes=quotes, statistics=statistics, tied=tied, causes=causes)),
            near_copies=picture.near_copies,
            whole=not vast,
        ),
    )


def _head(picture: Picture, index: Index, title: str | None, measured: Mapping[str, str]) -> Head:
    reports = [r.report for r in picture.readings]
    dates = sorted({r.published for r in reports if r.published})
    doubled = sum(len(group) - 1 for group in picture.near_copies)
    return Head(
        title=title or _title(len(reports)),
        reports=len(reports),
        sources=len(reports) - doubled,
        dates=" – ".join(dict.fromkeys((day(dates[0]), day(dates[-1])))) if dates else "",
        publishers=tuple(sorted({shorten(r.publisher, 80) for r in reports if r.publisher})),
        titles=tuple(shorten(r.title, 180) for r in sorted(reports, key=lambda r: index.number(r.id)) if r.title),
        stamp=picture.stamp,
        measured=tuple(measured.items()),
        worth=load_worth(),
    )


def _title(reports: int) -> str:
    """Never a report's own title: that would print its claim as ours."""
    said = "say" if reports != 1 else "says"
    return f"What {plural(reports, 'report')} {said}, and who says so"


def _layers(shown: tuple[Card, ...]) -> tuple[LayerView, ...]:
    single = tuple(c for c in shown if not c.aggregate)
    found = (_layer(code, tuple(c for c in single if c.layer == code)) for code in LAYERS)
    return tuple(layer for layer in found if layer.count)


def _layer(code: str, shown: tuple[Card, ...]) -> LayerView:
    groups = (Group(label("groups", g), tuple(c for c in shown if c.group == g)) for g in codes("groups"))
    return LayerView(code, label("layers", code), label("layers", code, "gloss"), tuple(g for g in groups if g.cards))


def _tally(shown: tuple[Card, ...]) -> tuple[tuple[str, int], ...]:
    """Count the news by status; layers are kept apart in every count."""
    news = [c.status for c in shown if c.layer == "news" and not c.aggregate]
    return tuple((code, news.count(code)) for code in codes("statuses") if code in news)


def _besides(told: Told) -> str:
    """Say how many events stand outside the news."""
    cards_of = [card for card, _ in told]
    single = [c for c in cards_of if c.certain and not c.aggregate]
    parts = [(sum(c.layer == code for c in single), f"in {label('layers', code).lower()}") for code in LAYERS[1:]]
    totals = sum(c.certain and c.aggregate for c in cards_of)
    weak = sum(not c.certain for c in cards_of)
    parts += [(totals, "total over many events" if totals == 1 else "totals over many events")]
    parts += [(weak, "weak lead" if weak == 1 else "weak leads")]
    return listed(f"{number(n)} {words}" for n, words in parts if n)


def _noted(
    told: Told,
    index: Index,
    alerts: Iterable[AlertRank],
    *,
    quotes: Iterable[Spoken],
    statistics: Iterable[Numbered],
    tied: Iterable[Pair],
    causes: Iterable[Because],
) -> Iterator[Noted]:
    """Every mark with the way back to its record, for the margin of the full text."""
    for card, event in told:
        back = Back(f"E{card.number}", f"#{card.anchor}")
        yield from ((index.mark(e), back) for claim in event.claims for e in claim.evidence())
    for rank in alerts:
        for alert in (a for kind in rank.kinds for a in (*kind.first, *kind.more)):
            if alert.mark:
                yield alert.mark, Back(f"C{alert.number}", f"#{alert.anchor}")
    yield from ((quote.mark, Back(f"Q{quote.number}", f"#{quote.anchor}")) for quote in quotes)
    yield from ((figure.mark, Back(f"N{figure.number}", f"#{figure.anchor}")) for figure in statistics)
    yield from ((tie.mark, Back("tie", "#relations")) for pair in tied for tie in pair.ties)
    yield from ((mark, Back("reason", "#reasons")) for cause in causes for mark in (cause.effect, cause.cause))
