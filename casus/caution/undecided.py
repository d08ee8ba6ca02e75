"""Cautions on merging: pairs of events that may be one occurrence, for a person to decide."""

from __future__ import annotations

from collections.abc import Iterator

from casus.merge import Merged
from casus.model.caution import Caution


def undecided(merged: Merged) -> Iterator[Caution]:
    """One caution for each pair that scored too high to be told apart and too low to be joined."""
    events = {event.id: event for event in merged.events}
    for pair in merged.undecided:
        first, second = events[pair.a].claims[0], events[pair.b].claims[0]
        yield Caution(
            "undecided-merge", first.report,
            f"May be one event with “{second.act.words}” ({pair.score:.2f}: {'; '.join(pair.because)}).",
            f"Compare them; `casus join CASE {pair.a} {pair.b}` makes them one.", first.act.as_field("act"),
        )  # fmt: skip
