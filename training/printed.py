"""The head that says whether an event is printed (casus/merge/printed.py): ``python -m training.printed [--write]``.

Each event of a coded report (held_out.py) that would be printed is an example: it is one act of the coding, told once and of the right
type, or not.
"""

from __future__ import annotations

from collections.abc import Iterator

from benchmarks.story_key import Story
from benchmarks.story_verdicts import Verdict, verdicts
from casus.export.events import listed_events
from casus.merge.folding import gather
from casus.merge.printed import ANSWERS, kinds_of, once_features, seen
from casus.pipeline import Tools, draw, read_report
from training.held_out import Case, coded_reports, options, report, write

HEAD = "printed"
STRICT = (0.55, 0.75)
"""It learns from claims weighed more strictly than they are in use: from the surer events it learned more (training/HEADS.md)."""


def cases_of(kind: str, story: Story, tools: Tools) -> Iterator[Case]:
    """The events of one report, as they are gathered before this head speaks; which they are is told by their claims."""
    reading = read_report(story.report, tools, STRICT)
    gathered, _ = gather(reading.claims)
    sure = {gathered.claims[m].id for x in gathered.certain for m in gathered.members[x]}
    judged = verdicts(story, [e for e in listed_events(draw([reading], tools), low=True) if any(c.id in sure for c in e.claims)])
    right = {c.id: _is_right(v) for v in judged for c in v.event.claims}
    printed = set(gathered.certain)
    kinds = kinds_of(gathered, printed)
    for x in gathered.certain:
        name = gathered.claims[gathered.members[x][0]].id
        if name in right:
            yield Case(kind, story.name, tuple(once_features(gathered, x, seen(gathered, x, printed, kinds))), right[name])


def _is_right(verdict: Verdict) -> bool:
    return not verdict.fault and verdict.coded is not None and verdict.event.type in verdict.coded.types


def main() -> None:
    """Print, by how likely, how many of the events are right; with --write write the head."""
    asked, tools = options(__doc__, HEAD), Tools.load()
    found = [c for kind, story in coded_reports(asked.shared) for c in cases_of(kind, story, tools)]
    report(found, ANSWERS)
    if asked.write:
        write(found, ANSWERS, HEAD)


if __name__ == "__main__":
    main()
