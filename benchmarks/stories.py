"""Invented reports of several acts and voices each, coded by hand: what the printed events are worth, value by value.

    python -m benchmarks.stories [--part open] [--show] [NAME ...]

The stories (benchmarks/coded_stories, the project's own) were written by people who knew the coding rules and nothing of the program. Of the part
"apart" only totals were looked at. How an event is judged stands in story_verdicts.py; --show prints every fault.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from benchmarks.board import Score, pick
from benchmarks.story_key import PARTS, STORIES, Coded, Story, stories
from benchmarks.story_verdicts import FIELDS, OPEN_FIELDS, Verdict, is_given, missed, verdicts
from casus.export.events import listed_events
from casus.model.event import Event
from casus.pipeline import Tools, draw, read_report

NAME = "stories"
NEEDS = (str(STORIES),)
Told = Sequence[tuple[Story, Sequence[Verdict]]]


def scores(shared: Path, tools: Tools, limit: int | None) -> Iterator[Score]:
    """Per part: shares of the printed events (acts, and each value of those tied to a coded event), and how many coded events were told."""
    for part in PARTS:
        yield from totals(f"coded stories, {part}", judged(pick(stories(part), limit), tools))


def judged(found: Iterable[Story], tools: Tools) -> Told:
    """Reports coded by hand, each with the verdicts on what is printed of it."""
    return [(story, verdicts(story, printed(story, tools))) for story in found]


def printed(story: Story, tools: Tools) -> list[Event]:
    """The certain events of a story."""
    return listed_events(draw([read_report(story.report, tools)], tools))


def totals(dataset: str, told: Told) -> Iterator[Score]:
    """The scores of reports coded by hand, each with the verdicts on what was printed of it."""
    found = [v for _, ours in told for v in ours]
    asked = sum(not c.optional for story, _ in told for c in story.events)
    lost = sum(len(missed(story, ours)) for story, ours in told)
    yield Score(dataset, "one act of the coding", _share(not v.fault for v in found), len(found), note=f"{len(told)} reports")
    yield Score(dataset, "act, type, status", _share(v.is_right for v in found), len(found), bar=0.9)
    yield Score(dataset, "acts found", (asked - lost) / max(1, asked), asked)
    tied = [v for v in found if v.coded is not None]
    yield Score(dataset, "claim shown as a fact", _share(map(_is_overstated, tied)), len(tied), lower_is_better=True, note="asserted against the coding")
    for name in FIELDS:
        known = [v.values[name] for v in found if v.coded is not None and v.values[name] is not None]
        yield Score(dataset, name, _share(map(bool, known)), len(known))
    for name in OPEN_FIELDS:
        given = [v.values[name] for v in found if v.coded is not None and is_given(v.event, name)]
        yield Score(dataset, f"{name}, where printed", _share(map(bool, given)), len(given))


def _is_overstated(verdict: Verdict) -> bool:
    """Whether an event stands as asserted that the coding has on somebody's word, under reserve, denied, threatened or planned."""
    return verdict.coded is not None and verdict.event.status == "asserted" and "asserted" not in verdict.coded.status


def _share(flags: Iterator[bool]) -> float:
    every = list(flags)
    return sum(every) / max(1, len(every))


def main() -> None:
    """Print the scores of the open part, and with --show what is wrong in each story."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.stories", description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("names", nargs="*", metavar="NAME", help="stories of the part; all without one")
    parser.add_argument("--part", choices=PARTS, default="open")
    parser.add_argument("--show", action="store_true", help="print every fault")
    options = parser.parse_args()
    tools = Tools.load()
    told = judged((s for s in stories(options.part) if not options.names or s.name in options.names), tools)
    show(told, faults=options.show)


def show(told: Told, *, faults: bool) -> None:
    """Print the scores, before them with `faults` what is wrong in each report."""
    for story, ours in told if faults else ():
        print("\n".join(_shown(story, ours)))
    for score in totals("", told):
        print(f"{score.measure}: {score.value:.3f} of {score.n}")


def _shown(story: Story, ours: Sequence[Verdict]) -> Iterator[str]:
    yield f"== {story.name}: {story.report.title}"
    for verdict in ours:
        wrong = [name for name, value in verdict.values.items() if value is False]
        if verdict.fault or wrong:
            yield _line(verdict, wrong)
            yield from (f"      {name}: {_ours(verdict.event, name)}  |  asked: {_asked(verdict.coded, name)}" for name in wrong if verdict.coded)
    for coded in missed(story, ours):
        yield f"  missed {coded.id}: {'/'.join(coded.types)} “{_words(story, coded)}”"


def _line(verdict: Verdict, wrong: Sequence[str]) -> str:
    event = verdict.event
    acts = "; ".join(c.act.words for c in event.claims)
    return f"  {event.type} [{event.status}] “{acts}” = {verdict.coded.id if verdict.coded else '-'} {verdict.fault} wrong: {', '.join(wrong) or '-'}"


def _words(story: Story, coded: Coded) -> str:
    return story.report.text[slice(*coded.told[0])]


def _ours(event: Event, name: str) -> str:
    match name:
        case "type":
            return f"{event.type} {','.join(event.modes)}"
        case "actors" | "recipients":
            return "; ".join(p.name for p in getattr(event, name)) or "-"
        case "sources":
            return "; ".join(s.name for s in event.sources) or "-"
        case "date":
            return f"{event.date.start}..{event.date.end} ({event.date.precision})" if event.date else "-"
        case "place":
            return event.place.name if event.place else "-"
        case "figures":
            counts = ((n, getattr(event, n)) for n in ("killed", "injured", "captured", "killed_or_injured"))
            return ", ".join(f"{n} {c.best}" for n, c in counts if c is not None) or "-"
        case _:
            return str(getattr(event, name))


def _asked(coded: Coded, name: str) -> str:
    match name:
        case "type":
            return f"{'/'.join(coded.types)} {','.join(sorted(coded.modes))} (may {','.join(sorted(coded.modes_may))})"
        case "actors" | "recipients" | "sources":
            asked, may = coded.parties[name]
            return "; ".join(" = ".join(group) for group in asked) + (" (may " + "; ".join(" = ".join(g) for g in may) + ")" if may else "")
        case "date":
            return "/".join(coded.date) if coded.date else "-"
        case "place":
            return (" = ".join(coded.places) or "-") + (" (may " + " = ".join(coded.places_may) + ")" if coded.places_may else "")
        case "figures":
            return ", ".join(f"{n} {'/'.join(map(str, v))}" for n, v in coded.figures.items() if v != (None,)) or "-"
        case _:
            return "/".join(getattr(coded, name))


if __name__ == "__main__":
    main()
