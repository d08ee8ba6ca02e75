"""From a heading over notes or links on, an encyclopedic page tells nothing."""

from __future__ import annotations

import pytest

from casus.ingest.report import report_from_text


@pytest.mark.parametrize(
    "text",
    [
        "Rebels shot two men in Oran.\n\n==See also==\n* 2007 Oran bombing\n==References==\n* Radio. Rebels attack Oran. Retrieved 3 May 2011.",
        "Rebels shot two men in Oran.==See also==* 2007 Oran bombing* 2014 Oran bombing==References==",
        "Rebels shot two men in Oran.\n\n== External links ==\nVideo of the raid",
    ],
)
def test_nothing_is_kept_from_there_on(text: str) -> None:
    report = report_from_text(text)
    assert report.text == "Rebels shot two men in Oran."
    assert [repair.kind for repair in report.repairs] == ["boilerplate-removed"]


@pytest.mark.parametrize("text", ["==References==\n\nRebels shot two men in Oran.", "== Attack ==\nRebels shot two men in Oran."])
def test_other_headings_and_a_heading_without_an_article_stay(text: str) -> None:
    assert report_from_text(text).text == text.replace("\n\n", "\n\n")
