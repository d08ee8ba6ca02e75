"""Which accounts are asked about at all: the dense past must not meet as a whole, nor what could not be one be lost."""

from __future__ import annotations

from datetime import date
from typing import Any

from casus.merge.account import Account
from casus.merge.blocks import Blocks
from casus.merge.sight import FAR_FUTURE, FAR_PAST, Days
from casus.model.actor import Party
from casus.model.text import Evidence

_WORDS = Evidence("actor", "r", 0, 4, "Iran")
IRAN, ISRAEL = (Party(name=name, id=name, kind="state", country=name, evidence=_WORDS) for name in ("Iran", "Israel"))


def undated(day: date) -> Days:
    return Days(FAR_PAST, day.toordinal(), told=False)


def dated(first: date, last: date | None = None) -> Days:
    return Days(first.toordinal(), (last or first).toordinal(), told=True)


def account(report: str, days: Days, **changed: Any) -> Account:
    empty = dict.fromkeys(Account.__dataclass_fields__, frozenset())
    told = {
        "type": "ACCUSE", "layer": "background", "aggregate": False, "days": days, "exact": days.first == days.last, "certain": True,
        "by_night": False, "actors": (IRAN,), "recipients": (ISRAEL,), "place": None, "rules": frozenset({"accuse:blame"}),
        "reports": frozenset({report}),
    }  # fmt: skip
    return Account(**{**empty, **told, **changed})


def met(*accounts: Account) -> set[tuple[int, int]]:
    blocks = Blocks({})
    blocks.change((), {n: ((f"{n:04}", 0, ""), a) for n, a in enumerate(accounts)})
    return {(a, b) for a in range(len(accounts)) for b in blocks.near(a) if a < b}


def test_undated_past_told_in_one_season_meets() -> None:
    assert met(account("a", undated(date(2024, 3, 1))), account("b", undated(date(2024, 8, 1)))) == {(0, 1)}


def test_undated_past_told_years_apart_does_not() -> None:
    assert not met(account("a", undated(date(2018, 3, 1))), account("b", undated(date(2024, 3, 1))))


def test_a_day_of_the_past_meets_the_same_day() -> None:
    assert met(account("a", dated(date(2014, 12, 16))), account("b", dated(date(2014, 12, 16)))) == {(0, 1)}


def test_a_year_meets_a_month_in_it() -> None:
    assert met(account("a", dated(date(2014, 1, 1), date(2014, 12, 31))), account("b", dated(date(2014, 3, 1), date(2014, 3, 31)))) == {
        (0, 1)
    }


def test_two_courses_since_one_year_meet() -> None:
    since = Days(date(2001, 1, 1).toordinal(), FAR_FUTURE, told=True)
    assert met(account("a", since), account("b", since)) == {(0, 1)}


def test_what_no_report_dates_meets() -> None:
    never = Days(FAR_PAST, FAR_FUTURE, told=False)
    assert met(account("a", never), account("b", never)) == {(0, 1)}


def test_words_of_another_sense_do_not_meet() -> None:
    day = dated(date(2024, 3, 1))
    assert not met(account("a", day), account("b", day, rules=frozenset({"accuse:sue"})))


def test_words_of_another_sense_meet_where_means_and_recipient_agree() -> None:
    day, means = dated(date(2024, 3, 1)), frozenset({"disapprove"})
    assert met(account("a", day, means=means), account("b", day, means=means, rules=frozenset({"accuse:slam"}))) == {(0, 1)}


def test_pairs_of_an_archive_grow_with_its_length_only() -> None:
    short, long = (
        met(*(account(f"{year}-{k}", undated(date(year, 6, 1 + k))) for year in range(2000 - years, 2000) for k in range(4)))
        for years in (3, 30)
    )
    assert len(short) == 3 * 6
    assert len(long) == 10 * len(short)
