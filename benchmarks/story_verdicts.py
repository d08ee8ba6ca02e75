"""What the printed events of a coded story are worth: each beside the event coded by hand that its words tell of.

An event is tied to a coded one where the words of its acts stand in words that tell of that one; a claim whose words tell of several
is of the one of its type. An act is right where the event tells of one coded event and no other printed event tells of it ("told twice":
the one with more accounts counts). A value is right where it is all of what the coding asks for and nothing it does not allow; a value that
is rightly empty is not counted.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from benchmarks.story_key import FIGURES, Coded, Story, Wordings
from casus.model.claim import Claim
from casus.model.event import Event
from casus.model.when import DateRange

OPEN_FIELDS = ("actors", "recipients", "date", "place", "figures", "sources")
"""What a report may leave untold."""
FIELDS = ("type", "status", "layer", *OPEN_FIELDS)


@dataclass(frozen=True, slots=True)
class Verdict:
    """A printed event, the coded one it tells of, what is wrong with the act as such ("" nothing), and each value: None = rightly empty."""

    event: Event
    coded: Coded | None
    fault: str
    values: dict[str, bool | None]

    @property
    def is_right(self) -> bool:
        """Whether act, type and status are all right."""
        return not self.fault and bool(self.values["type"]) and bool(self.values["status"])


def verdicts(story: Story, events: Sequence[Event]) -> list[Verdict]:
    """A verdict on each printed event."""
    ties = [_tied(story, event) for event in events]
    seats: dict[str, Event] = {}
    for event, tied in sorted(zip(events, ties, strict=True), key=lambda pair: (len(pair[1]) > 1, -len(pair[0].claims), pair[0].id)):
        for coded in tied[:1]:
            seats.setdefault(coded.id, event)
    return [_verdict(event, tied, seats) for event, tied in zip(events, ties, strict=True)]


def _verdict(event: Event, tied: Sequence[Coded], seats: dict[str, Event]) -> Verdict:
    if not tied:
        return Verdict(event, None, "no such event", {})
    coded = tied[0]
    fault = "heaped: " + ", ".join(c.id for c in tied) if len(tied) > 1 else "" if seats[coded.id] is event else "told twice"
    return Verdict(event, coded, fault, values(event, coded))


def missed(story: Story, found: Iterable[Verdict]) -> list[Coded]:
    """The coded events that no printed event tells of, without the optional ones."""
    told = {c.id for v in found for c in _tied(story, v.event)}
    return [c for c in story.events if c.id not in told and not c.optional]


def _tied(story: Story, event: Event) -> list[Coded]:
    """The coded events that the event's accounts tell of, the one most of them tell first; claims that may tell of several settle nothing."""
    heard = [meant(story, claim) for claim in event.claims if not claim.heading]
    sure = [found[0] for found in heard if len(found) == 1]
    by = {c.id: c for c in sure}
    ranked = sorted(by.values(), key=lambda c: (-sum(s is c for s in sure), c.id))
    return ranked or next((found[:1] for found in heard if found), [])


def meant(story: Story, claim: Claim) -> list[Coded]:
    """The coded events that the words of a claim's act may tell of, of its type where there are such."""
    near = [c for c in story.events if any(a < claim.act.end and claim.act.start < b for a, b in c.told)]
    alike = [c for c in near if claim.type in c.types]
    return alike or near


def values(event: Event, coded: Coded) -> dict[str, bool | None]:
    """Whether each value of an event is what the coding says; None where it is rightly empty."""
    out: dict[str, bool | None] = {
        "type": event.type in coded.types and (event.type not in {"ASSAULT", "PROTEST", "COERCE"} or _modes(event, coded)),
        "status": event.status in coded.status or _is_made_threat(event, coded),
        "layer": event.layer in coded.layer,
        "date": _date(event.date, coded.date),
        "place": _place(event, coded),
        "figures": _figures(event, coded),
    }
    for name, ours in (("actors", _parties(event.actors)), ("recipients", _parties(event.recipients)), ("sources", _voices(event))):
        out[name] = _all_named(ours, *coded.parties[name])
    return out


def _is_made_threat(event: Event, coded: Coded) -> bool:
    """A threat that was made: `asserted` and `threatened` say the same of it (docs/codebook.md, Status)."""
    return event.type == "THREATEN" and "THREATEN" in coded.types and event.status == "threatened" and "asserted" in coded.status


def _modes(event: Event, coded: Coded) -> bool:
    """All modes asked for and no others; where another type may be signed, its modes are among the allowed."""
    asked = coded.modes if event.type == coded.types[0] else frozenset()
    return asked <= set(event.modes) <= coded.modes | coded.modes_may


def _parties(parties: Iterable[object]) -> list[tuple[str, ...]]:
    return [(p.name, p.evidence.words) for p in parties]  # type: ignore[attr-defined]


def _voices(event: Event) -> list[tuple[str, ...]]:
    return [(s.name, s.evidence.words, *s.chain) for s in event.sources]


def _all_named(ours: Sequence[tuple[str, ...]], asked: Wordings, allowed: Wordings) -> bool | None:
    """Whether each that is asked for is named, and nobody but those and the allowed; None where there is nobody and nobody is asked for.

    `unnamed` says that nobody is named: its words ("reports") may be what is asked for, but it names nobody wrongly.
    """
    stated = [names for names in ours if names[0] != "unnamed"]
    if not stated and not asked:
        return None
    named = [any(names_alike(name, words) for name in names for words in group) for group in asked for names in [sum(ours, ())]]
    known = [any(names_alike(name, words) for name in names for group in (*asked, *allowed) for words in group) for names in stated]
    return all(named) and all(known)


_WORD = re.compile(r"[\w'’-]+")
_LIGHT = frozenset("the a an of in at its their his her some and s two three four five six at least about around more than".split())


def names_alike(ours: str, words: str) -> bool:
    """Whether two wordings name the same: the content words of one are all in the other."""
    a, b = _content(ours), _content(words)
    return bool(a and b) and (a <= b or b <= a)


def _content(words: str) -> frozenset[str]:
    found = [w.casefold().removesuffix("’s").removesuffix("'s") for w in _WORD.findall(words)]
    return frozenset(w for w in found if w not in _LIGHT) or frozenset(found)


def is_given(event: Event, name: str) -> bool:
    """Whether an event has a value that a report may leave untold."""
    if name == "figures":
        return any(getattr(event, figure) is not None for figure in FIGURES)
    return _known_days(event.date) is not None if name == "date" else bool(getattr(event, name))


def _known_days(ours: DateRange | None) -> DateRange | None:
    """The days of an event; one that is only bounded ("not after publication") is none."""
    return ours if ours is not None and ours.precision != "bounded" and ours.start is not None and ours.end is not None else None


def _date(ours: DateRange | None, coded: tuple[str, str] | None) -> bool | None:
    """Whether the days are those coded."""
    known = _known_days(ours)
    if known is None or coded is None:
        return None if known is None and coded is None else False
    first, last = str(known.start), str(known.end)
    return first.startswith(coded[0]) and last.startswith(coded[1]) if len(coded[0]) == 10 else first[:7] >= coded[0][:7] and last.startswith(coded[1])


def _place(event: Event, coded: Coded) -> bool | None:
    """Whether the place is one of those coded; None where none is told and none printed, though a wider one could be."""
    if event.place is None:
        return False if coded.places else None
    names = (event.place.name, event.place.evidence.words)
    return any(names_alike(ours, name) for ours in names for name in (*coded.places, *coded.places_may))


def _figures(event: Event, coded: Coded) -> bool | None:
    ours = {name: count.best if (count := getattr(event, name)) is not None else None for name in FIGURES}
    if all(value is None for value in ours.values()) and all(None in coded.figures[name] for name in FIGURES):
        return None
    return all(ours[name] in coded.figures[name] for name in FIGURES)
