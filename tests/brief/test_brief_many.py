"""Pages of many reports: weak leads in short, and what a page of very many leaves to the workbench, said in so many words."""

from __future__ import annotations

import sys
from dataclasses import replace

import brief_extremes as extreme
import pytest

from casus.brief import page
from casus.model.picture import Picture


def doubtful(reports: int) -> Picture:
    """A picture in which every second event is a weak lead, in paragraphs of their own."""
    made = extreme.many(reports, 8)
    events = [replace(e, certain=n % 8 < 4, claims=tuple(replace(c, certain=n % 8 < 4) for c in e.claims)) for n, e in enumerate(made.events)]
    return replace(made, events=tuple(events), cautions=())


def test_a_page_of_many_reports_gives_weak_leads_in_short() -> None:
    few, many = page(doubtful(4)), page(doubtful(41))
    assert 'class="card inshort' not in few
    assert many.count('class="card inshort') == 41 * 4
    assert "In short, for there are many" in many and "an elder of street 5 says so" in many


@pytest.mark.parametrize("reports", [4, 41])
def test_a_weak_lead_says_why_it_is_not_certain(reports: int) -> None:
    made = doubtful(reports)
    why = "may be told already: “an ambush”"
    events = [e if e.certain else replace(e, claims=tuple(c.because("certain", why) for c in e.claims)) for e in made.events]
    html = page(replace(made, events=tuple(events)))
    assert html.count(f"Not certain: {why}.") == sum(not e.certain for e in events) > 0


def test_a_page_of_very_many_reports_says_what_it_leaves_out(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys.modules["casus.brief.view"], "VAST", 41)
    html = page(doubtful(42))
    assert 'class="card inshort' not in html
    assert "168 weak leads are left out of a page of so many reports" in html
    assert "5 sentences without a record left out." in html
    assert "the quarter of Hill 7-1 on" in html.replace("</span>", "").replace("<span class=\"k\">", "") and "Hill 7-6" not in html
