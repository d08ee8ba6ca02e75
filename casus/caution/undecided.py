"""Cautions on merging: pairs of events that may be one occurrence, for a person to decide."""

from __future__ import annotations

from casus.model.caution import Caution
from casus.model.event import Event, Undecided


def undecided(pair: Undecided, a: Event, b: Event) -> Caution:
    """Return the caution for a pair that scored too high to be told apart and too low to be joined."""
    first, second = a.claims[0], b.claims[0]
    return Caution(
        "undecided-merge", first.report, f"May be one event with “{second.act.words}” ({pair.score:.2f}: {'; '.join(pair.because)}).",
        f"Compare them; `casus join CASE {pair.a} {pair.b}` makes them one.", first.act.as_field("act"),
    )  # fmt: skip
