"""Who tells a brief: the outlet named once, with its first sentence, and whom it heard."""

from __future__ import annotations

from collections.abc import Callable

from casus.model.event import Event

Only = Callable[..., Event]
Many = Callable[..., list[Event]]


def test_what_follows_in_a_brief_is_told_by_its_outlet(event: Only) -> None:
    text = "Two rebels were shot dead near Gao on May 3, reports Mali Tribune. Police arrested three men in Segou the same day."
    found = event(text, "COERCE")
    assert found.status == "attributed"
    assert [(s.name, s.capacity) for s in found.sources] == [("Mali Tribune", "media")]


def test_what_somebody_says_in_a_brief_came_through_its_outlet(event: Only) -> None:
    text = "The Mali Tribune reports that rebels looted a shop in Gao. A police officer said that soldiers arrested three men in Segou."
    (source,) = event(text, "COERCE").sources
    assert (source.name, source.chain) == ("police officer", ("Mali Tribune",))


def test_an_outlet_cut_off_tells_the_rest_too(event: Only) -> None:
    text = "A trader was killed in Gao on May 3 reports The New Age. Police arrested three men in Segou the same day."
    found = event(text, "COERCE")
    assert (found.status, [s.capacity for s in found.sources]) == ("attributed", ["media"])


def test_a_paper_among_the_voices_of_a_longer_report_tells_its_own_sentence(event: Only) -> None:
    text = "The Mali Tribune reported that rebels looted a shop in Gao. Police arrested three men in Segou.\n\nThe market stayed closed.\n"
    assert event(text, "COERCE").status == "asserted"


def test_unconfirmed_reports_of_something_else_leave_what_was_said_before_alone(event: Only) -> None:
    text = "Rebels killed a trader in Gao, police said. There are unconfirmed reports that a court was held there."
    assert event(text, "ASSAULT").status == "attributed"


def test_what_goes_on_from_a_saying_in_a_brief_is_still_that_speaker_s(events: Many) -> None:
    text = (
        "A constable was hurt in Gao on May 3, reports Daily Post. A station officer said two constables were on patrol. "
        "Both were attacked by rebels with knives."
    )
    (attacked,) = [c for e in events(text) for c in e.claims if "attacked" in c.act.words]
    assert [(s.name, s.chain) for s in attacked.sources] == [("station officer", ("Daily Post",))]


def test_a_day_of_its_own_ends_a_saying_in_a_brief(event: Only) -> None:
    text = (
        "A constable was hurt in Gao on May 3, reports Daily Post. A station officer said two constables were on patrol. "
        "On May 5 police arrested three men in Segou."
    )
    assert [s.name for s in event(text, "COERCE").sources] == ["Daily Post"]
