"""Cautions and events: ids that stay while the finding stays."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import samples

from casus.model.caution import Caution
from casus.model.text import Evidence

WORDS = Evidence("text", "r1", 4, 8, "Kaul")


def test_a_cautions_id_stays_while_words_and_finding_stay() -> None:
    made = Caution("spelling", "r1", "may be Kabul", "check", WORDS)
    assert made.id == replace(made, suggestion="look again").id


def test_a_cautions_id_changes_with_words_report_and_message() -> None:
    made = Caution("spelling", "r1", "may be Kabul", "check", WORDS)
    others = [replace(made, message="x"), replace(made, report="r2"), replace(made, evidence=None), replace(made, kind="homoglyphs")]
    assert len({made.id, *(o.id for o in others)}) == 5


def test_an_event_names_its_reports_once_and_sorted() -> None:
    a, b = samples.report(samples.FIRST, "a"), samples.report(samples.SECOND, "b", date(2024, 3, 7))
    event = samples.event([c for r in (b, a, a) for c in [claim_of(r)]])
    assert event.reports == tuple(sorted({a.id, b.id}))


def claim_of(report):  # type: ignore[no-untyped-def]
    from casus.model.claim import Claim

    return Claim(report.id, 0, "ASSAULT", (), samples.words(report, "act", "Tolvan"), "asserted")
