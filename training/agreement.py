"""How far two codings of the same news agree: ``python -m training.agreement [--shared ../shared] [--write]``.

The articles of part "spare" were coded a second time (part "again") by somebody who followed the same rules and saw neither the first
coding nor the program. The second coding is judged by the first as the program's events are (benchmarks/story_verdicts.py), and the other
way round: what one coder's events are worth to another is about what a program's can be.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from types import SimpleNamespace
from typing import cast

from benchmarks.stories import totals
from benchmarks.story_key import FIGURES, Coded, Story, Wordings
from benchmarks.story_verdicts import verdicts
from casus.model.event import Event
from training.coded_news import coded_news
from training.measured import options, report

AGREEMENT = Path(__file__).with_name("agreement.json")


def as_event(coded: Coded) -> Event:
    """A coded event in the shape of a printed one, as far as a verdict looks at it."""
    claims = [SimpleNamespace(type=coded.types[0], heading=False, act=SimpleNamespace(start=a, end=b)) for a, b in coded.told]
    first, last = coded.date or ("", "")
    day = SimpleNamespace(start=first, end=last, precision="day") if coded.date else None
    place = SimpleNamespace(name=coded.places[0], evidence=SimpleNamespace(words=coded.places[0])) if coded.places else None
    figures = {name: coded.figures[name][0] for name in FIGURES}
    return cast(Event, SimpleNamespace(
        id=coded.id, type=coded.types[0], modes=tuple(sorted(coded.modes)), status=coded.status[0], layer=coded.layer[0], claims=claims,
        date=day, place=place, **{name: _party(coded.parties[name][0]) for name in ("actors", "recipients", "sources")},
        **{name: None if best is None else SimpleNamespace(best=best) for name, best in figures.items()},
    ))  # fmt: skip


def _party(groups: Wordings) -> list[SimpleNamespace]:
    return [SimpleNamespace(name=g[0], evidence=SimpleNamespace(words=g[-1]), chain=tuple(g)) for g in groups if g]


def judged_by(firsts: Sequence[Story], seconds: Sequence[Story]) -> list[tuple[Story, list]]:  # type: ignore[type-arg]
    """The events of second codings, each judged by the first coding of its report."""
    by_name = {story.name: story for story in seconds}
    pairs = [(story, by_name[story.name]) for story in firsts if story.name in by_name]
    return [(one, verdicts(one, [as_event(c) for c in other.events if not c.optional])) for one, other in pairs]


def main() -> None:
    """Print what each coding is worth by the other; with --write keep it."""
    asked = options(__doc__, AGREEMENT)
    first, again = list(coded_news(asked.shared, "spare")), list(coded_news(asked.shared, "again"))
    both = {"second by first": judged_by(first, again), "first by second": judged_by(again, first)}
    report([score for name, told in both.items() for score in totals(name, told)], AGREEMENT, write=asked.write)


if __name__ == "__main__":
    main()
