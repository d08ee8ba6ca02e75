"""What is new: only what the latest day's reports tell first, and only where there are several days."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from brief_paper import Paper, event, paper

from casus.brief import page
from casus.brief.cards import cards
from casus.brief.latest import latest
from casus.brief.marks import Index
from casus.model.event import Event
from casus.model.picture import Picture, Reading, Stamp

MONDAY, TUESDAY = date(2025, 3, 3), date(2025, 3, 4)


def told(published: date | None, line: str, publisher: str = "Valley Post") -> Paper:
    return paper([("title", [f"From the valley, {publisher}"]), ("paragraph", [line])], publisher=publisher, published=published)


def shelling(p: Paper, killed: int | None = None, layer: str = "news") -> Event:
    counted = p.count(f"{killed} people", killed, killed, killed) if killed else None
    return event([p.claim("shelled", "ASSAULT", "asserted", killed=counted)], layer=layer)


def picture(papers: list[Paper], *events: Event) -> Picture:
    readings = tuple(Reading(p.report, p.sentences, ()) for p in papers)
    return Picture(readings, events, (), (), (), (), (), Stamp("0.1.0", "sha256:c", "sha256:m"))


def found(drawn: Picture):  # type: ignore[no-untyped-def]
    index = Index(drawn.readings)
    return latest(cards(drawn.events, index, {}), drawn.readings, index)


EARLY = told(MONDAY, "Troops shelled Wana, killing 3 people.")
LATE = told(TUESDAY, "Troops shelled Mir Ali, killing 5 people.", "Hill Post")
UNDATED = told(None, "Troops shelled Tank.", "No Day Post")


def test_only_the_events_of_the_latest_day_are_new() -> None:
    new = found(picture([EARLY, LATE], shelling(EARLY, 3), shelling(LATE, 5)))
    assert new.day == "4 Mar 2025" and new.reports == (2,)
    assert [c.reports for c in new.events] == [(2,)]


def test_one_day_has_nothing_new() -> None:
    assert found(picture([EARLY], shelling(EARLY))) is None
    assert found(picture([EARLY, UNDATED], shelling(EARLY), shelling(UNDATED))) is None
    assert 'id="new"' not in page(picture([EARLY], shelling(EARLY)))


def test_background_totals_and_undated_reports_are_not_new() -> None:
    both = event([UNDATED.claim("shelled", "ASSAULT", "asserted"), LATE.claim("shelled", "ASSAULT", "asserted")])
    past, total = shelling(LATE, layer="history"), replace(shelling(LATE), aggregate=True)
    for one in (both, past, total):
        assert found(picture([EARLY, LATE, UNDATED], shelling(EARLY), one)) is None
    assert 'href="#new"' not in page(picture([EARLY, LATE], shelling(EARLY))), "nothing new is not listed"


def test_a_new_figure_for_an_earlier_event_is_told_with_its_source() -> None:
    claims = [
        p.claim("shelled", "ASSAULT", "asserted", killed=p.count(f"{n} people", n, n, n)) for p, n in ((EARLY, 3), (LATE, 5))
    ]  # fmt: skip
    drawn = picture([EARLY, LATE], event(claims))
    new = found(drawn)
    assert new.events == ()
    assert [[f.text for f in m.figures] for m in new.moved] == [["5"]]
    assert "New figures on events told before" in page(drawn)


def test_the_same_figure_again_is_not_new() -> None:
    again = told(TUESDAY, "Troops shelled Wana, killing 3 people.", "Hill Post")
    claims = [p.claim("shelled", "ASSAULT", "asserted", killed=p.count("3 people", 3, 3, 3)) for p in (EARLY, again)]
    assert found(picture([EARLY, again], event(claims))) is None
