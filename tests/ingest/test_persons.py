"""Persons told of with their age: who counts, who does not, and who is named again without one."""

from __future__ import annotations

import pytest

from casus.ingest.persons import persons
from casus.ingest.report import report_from_text


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The dead man was Ivo T. Marek, 34, of Lhota.", {"ivo marek"}),
        ("Police named her as Amina al-Sabah (19).", {"amina al-sabah"}),
        ("A judge sent 41-year-old Jonas Berg’s case to the high court.", {"jonas berg"}),
        ("The force identified Tomas Rey, aged 7, and Lea Rey, 5, as the victims.", {"tomas rey", "lea rey"}),
        ("It happened on Monday, December 23, in Lhota.", set()),
        ("He was found in San Francisco, 21 miles from home.", set()),
        ("Sergeant Petr Novak said three were hurt.", set()),
        ("Image 3 of 5. Channel News 11.", set()),
    ],
)
def test_who_is_told_of_with_an_age(text: str, expected: set[str]) -> None:
    report = report_from_text(text)
    found = persons([report])
    assert (found[report.id].aged if found else set()) == expected


def test_who_is_named_again_without_an_age() -> None:
    first, again, other = (
        report_from_text(text)
        for text in ("Jonas Berg, 41, was shot.", "The trial over the death of Jonas K. Berg began.", "Jonas Lind spoke to Petra Berg.")
    )
    found = persons([first, again, other])
    assert found[again.id].named == {"jonas berg"} and not found[again.id].aged
    assert other.id not in found
