"""A brief that names one gatherer of reports, at its very end, stands on that word; a longer or many-voiced one does not."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from casus.model.event import Event

BRIEF = "A jet dropped two bombs on Kafr Nabl. Three people were killed. Five houses were damaged"


@pytest.mark.parametrize("who", ["the Syrian Observatory for Human Rights", "KHRG"])
def test_a_closing_outlet_tells_the_whole_brief(event: Callable[..., Event], who: str) -> None:
    assert event(f"{BRIEF}, {who} reported.", "ASSAULT").status == "attributed"


@pytest.mark.parametrize(
    "text",
    [
        f"{BRIEF}.",
        f"{BRIEF}. Mediators meet in Doha, the Syrian Observatory for Human Rights reported. The road is open.",
        "A jet dropped two bombs on Kafr Nabl, killing three people.\n\nFive houses were damaged, the Syrian Observatory for Human Rights reported.",
    ],
)
def test_other_texts_are_told_by_the_report(event: Callable[..., Event], text: str) -> None:
    assert event(text, "ASSAULT").status == "asserted"
