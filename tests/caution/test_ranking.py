"""Cautions that come and go stand in the order in which all would stand at once, each once, and so do the flags of each report."""

from __future__ import annotations

import samples
from hypothesis import given
from hypothesis import strategies as st

from casus.caution.ranking import Ranking, ranked, ranked_of
from casus.model.caution import Caution

REPORT = samples.first_reading().report
KINDS = ("contradiction", "spelling", "date-missing")
CAUTIONS = [
    Caution(kind, REPORT.id, f"look {n}", "do", REPORT.evidence("act", n, n + 3) if n % 3 else None)  # type: ignore[arg-type]
    for n, kind in enumerate(KINDS * 8)
]


@given(st.lists(st.lists(st.integers(0, len(CAUTIONS) - 1), max_size=30), min_size=1, max_size=6))
def test_any_changes_end_where_ranking_anew_ends(turns: list[list[int]]) -> None:
    ranking, before = Ranking(), list[int]()
    for now in turns:
        flags = dict(ranking.flags)
        changed = ranking.change([ranked_of(CAUTIONS[n]) for n in before], [ranked_of(CAUTIONS[n]) for n in now])
        before = now
        expected = ranked(CAUTIONS[n] for n in now)
        assert ranking.cautions() == expected
        on = tuple((c.evidence.start, c.evidence.end, ranked_of(c)[0]) for c in expected if c.evidence is not None)
        assert ranking.flags.get(REPORT.id, ()) == on
        assert (REPORT.id in changed) == (flags.get(REPORT.id, ()) != on)


def test_what_two_events_give_stays_while_one_gives_it() -> None:
    ranking, twice = Ranking(), [ranked_of(CAUTIONS[1])] * 2
    ranking.change((), twice)
    assert ranking.change(twice[:1], ()) == set() and ranking.cautions() == (CAUTIONS[1],)
    assert ranking.change(twice[:1], ()) == {REPORT.id} and ranking.cautions() == ()
