"""The head that says how likely a claim tells an act (casus/resolve/likely_told.py): ``python -m training.told [--write]``.

Each claim of a coded report's body (held_out.py) is an example: its words tell of a coded event of its type, or not.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from benchmarks.story_key import Story
from benchmarks.story_verdicts import meant
from casus.model.claim import Claim
from casus.pipeline import Tools, resolved_report
from casus.resolve.likely_told import ANSWERS, Beside, is_weighed, told_features
from training.held_out import Case, coded_reports, options, report, write

HEAD = "told"


def cases_of(kind: str, story: Story, claims: Sequence[Claim]) -> Iterator[Case]:
    """The claims of one report."""
    beside = Beside(claims)
    for k, claim in enumerate(claims):
        if is_weighed(claim):
            told = any(claim.type in event.types for event in meant(story, claim))
            firm = "certain" if claim.certain else "weak"
            yield Case(f"{kind}, {firm}", story.name, tuple(told_features(beside, k)), told)


def main() -> None:
    """Print, by how likely, how many of the weak and of the certain claims tell a coded act; with --write write the head."""
    asked, tools = options(__doc__, HEAD), Tools.load()
    found = [c for kind, story in coded_reports(asked.shared) for c in cases_of(kind, story, resolved_report(story.report, tools))]
    report(found, ANSWERS)
    if asked.write:
        write(found, ANSWERS, HEAD)


if __name__ == "__main__":
    main()
