"""The queue: events in the order in which a second pair of eyes matters most, each with the reasons why.

The order is a table of reasons and weights; what an event harms counts by its size (logarithm of the largest figure).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain, islice
from math import log10

from casus.brief.cards import type_title
from casus.judge.values import COUNTS
from casus.model.event import Event
from casus.review.desk import Desk

MANY = 20
"""From how many people harmed a figure is called large."""

DOUBTFUL = 0.5
"""Below which score a merge is called weak."""

WEIGHTS = {
    "undecided": 4.0,
    "one-party": 3.0,
    "many-harmed": 3.0,
    "contested": 2.0,
    "weak-merge": 2.0,
    "cautions": 1.5,
    "uncertain": 1.0,
    "weak-lead": -20.0,
}
"""How much each reason to look counts. A weak lead is not printed unless asked for, so it comes last."""

REASONS = {
    "undecided": "perhaps the same as another",
    "one-party": "one party’s claim only",
    "many-harmed": f"{MANY} or more harmed",
    "contested": "figures differ",
    "weak-merge": "joined on weak grounds",
    "cautions": "cautions",
    "uncertain": "hedged or denied",
    "weak-lead": "weak lead, not printed",
}
"""The reasons in words, as filters and tags show them."""

STATES = {"open": "To decide", "decided": "Decided", "rejected": "Rejected", "all": "All"}


@dataclass(frozen=True, slots=True)
class Item:
    """An event in the queue: what it is in a line, why to look, and what was decided."""

    event: Event
    reasons: tuple[str, ...]
    weight: float
    state: str

    @property
    def id(self) -> str:
        """The event's id."""
        return self.event.id


@dataclass(frozen=True, slots=True)
class Found:
    """What was looked for in the queue: the events of a reason, and how many have each reason."""

    items: list[Item]
    whys: dict[str, int]


class Queue:
    """All events of a desk, ranked; worked out once for each change."""

    def __init__(self, desk: Desk) -> None:
        self.desk = desk
        self._version = -1
        self._ranked: list[Item] = []
        self._place: dict[str, int] = {}
        self._counts: dict[str, int] = {}
        self._words: dict[str, tuple[Event, str]] = {}

    def items(self, *, state: str = "all", like: str = "") -> list[Item]:
        """Return the events of a state that hold all of some words, the most needful first."""
        wanted = like.casefold().split()
        found = [i for i in self._all() if state in {"all", i.state}]
        return [i for i in found if all(w in self._text(i.event) for w in wanted)] if wanted else found

    def search(self, *, state: str, why: str = "", like: str = "") -> Found:
        """Return the events of a state that hold some words and have a reason, and how many there are for each reason."""
        found = self.items(state=state, like=like)
        tally = Counter(reason for i in found for reason in i.reasons)
        return Found([i for i in found if why in i.reasons] if why else found, {reason: tally[reason] for reason in REASONS})

    def item(self, event: str) -> Item | None:
        """Return an event's item; None for one that is not here."""
        order = self._all()
        return order[self._place[event]] if event in self._place else None

    def before(self, event: str) -> str | None:
        """Return the id of the event that stands before one in the order."""
        order, at = self._all(), self._place.get(event, 0)
        return order[at - 1].id if at else None

    def near(self, event: Event, like: str) -> list[Item]:
        """Return the other events that hold these words, those that share most with this one first."""
        shares = ((_in_common(event, i.event), i) for i in self.items(like=like) if i.id != event.id and i.state != "rejected")
        return [i for _, i in sorted(((-n, i) for n, i in shares), key=lambda pair: pair[0])]

    def _text(self, event: Event) -> str:
        """Everything an event can be found by; worked out again only where the event changed."""
        kept = self._words.get(event.id)
        if kept is None or kept[0] is not event:
            kept = self._words[event.id] = event, " ".join(self._names(event)).casefold()
        return kept[1]

    def _names(self, event: Event) -> Iterator[str]:
        yield from (event.id, type_title(event), event.type)
        for party in (*event.actors, *event.recipients):
            yield from (party.name, party.evidence.words)
        yield from (event.place.name, *event.place.within) if event.place else ()
        yield from (d.isoformat() for d in (event.date.start, event.date.end) if d) if event.date else ()
        yield from (s.name for s in event.sources)
        yield from (c.act.words for c in event.claims)
        yield from (self.desk.readings[r].report.title or "" for r in event.reports)

    def _all(self) -> list[Item]:
        with self.desk.lock:
            if self._version != self.desk.version:
                self._rank()
            return self._ranked

    def _rank(self) -> None:
        """Rank all events; what has not changed keeps its item, and its place among the others."""
        pairs, before = self.desk.pairs, self._ranked
        events = self.desk.events
        same = (i for i in before if i.state != "rejected" and events.get(i.event.id) is i.event)
        kept = {i.event.id for i in same if ("undecided" in i.reasons) == (i.event.id in pairs)}
        new = [self._item(e) for name, e in events.items() if name not in kept]
        gone = [Item(e, (), 0.0, "rejected") for e in self.desk.rejected.values()]
        self._ranked = sorted([*(i for i in before if i.event.id in kept and i.state != "rejected"), *new, *gone], key=_order)
        self._place = {i.event.id: k for k, i in enumerate(self._ranked)}
        self._counts = self._tally()
        self._version = self.desk.version

    def _item(self, event: Event) -> Item:
        reasons = tuple(_reasons(event, undecided=event.id in self.desk.pairs))
        weight = sum(WEIGHTS[r] for r in reasons) + 2 * log10(1 + harmed(event))
        done = any(j.verdict in {"accept", "add"} for j in event.judged)
        return Item(event, reasons, weight, "decided" if done else "open")

    def after(self, event: str, *, why: str = "") -> str | None:
        """Return the id of the next event to decide, after this one in the order, else from the start."""
        order, at = self._all(), self._place.get(event, -1)
        ahead = chain(islice(order, at + 1, None), islice(order, max(at, 0)))
        return next((i.id for i in ahead if i.state == "open" and i.id != event and (not why or why in i.reasons)), None)

    def counts(self) -> dict[str, int]:
        """Return how many events each state holds, and how many of the open ones are weak leads."""
        self._all()
        return self._counts

    def _tally(self) -> dict[str, int]:
        states = Counter(i.state for i in self._ranked)
        leads = sum("weak-lead" in i.reasons for i in self._ranked if i.state == "open")
        return {**{state: states[state] for state in STATES}, "all": len(self._ranked), "leads": leads}


def _order(item: Item) -> tuple[float, str]:
    return (-item.weight, item.id)


def _in_common(a: Event, b: Event) -> int:
    """How much two events share of what makes one occurrence: place, days, type."""
    place = a.place is not None and b.place is not None and (a.place.id or a.place.name) == (b.place.id or b.place.name)
    days = a.date is not None and b.date is not None and a.date.start is not None and a.date.start == b.date.start
    return 2 * place + 2 * days + (a.type == b.type)


def harmed(event: Event) -> int:
    """Return the largest figure of people harmed that anybody gives."""
    figures = [getattr(c, name) for c in (event, *event.claims) for name in COUNTS if name != "size"]
    return max((n for f in figures if f is not None for n in (f.low, f.best, f.high) if n is not None), default=0)


def _reasons(event: Event, *, undecided: bool) -> Iterator[str]:
    if undecided:
        yield "undecided"
    for reason, holds in _CHECKS:
        if holds(event):
            yield reason


def _one_party(event: Event) -> bool:
    heard = [s for s in event.sources if s.stance != "no-comment"]  # who says nothing vouches for nothing
    return bool(heard) and all(s.capacity == "party" for s in heard) and event.status != "asserted"


_CHECKS: Sequence[tuple[str, Callable[[Event], bool]]] = (
    ("one-party", _one_party),
    ("many-harmed", lambda e: harmed(e) >= MANY),
    ("contested", lambda e: any(len({v.value for v in c.versions}) > 1 for c in e.contested)),
    ("weak-merge", lambda e: len(e.claims) > 1 and e.merge.score < DOUBTFUL),
    ("cautions", lambda e: bool(e.cautions)),
    ("uncertain", lambda e: e.status in {"hedged", "denied"}),
    ("weak-lead", lambda e: not e.certain),
)
