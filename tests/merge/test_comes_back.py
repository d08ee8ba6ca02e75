"""Reports that come back to an occurrence: a trial, another word for the day, the same people; namesakes and other nouns stay apart."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from casus.ingest.persons import Persons
from casus.merge.account import Account, account_of
from casus.merge.compare import Verdict, compare
from casus.model.actor import Party
from casus.model.claim import Claim
from casus.model.place import Place
from casus.model.text import Evidence
from casus.model.when import DateRange

DAY = date(2024, 3, 12)


def words(field: str, text: str, report: str) -> Evidence:
    return Evidence(field, report, 0, len(text), text)


def account(report: str, *, on: date | None = None, said: str = "Tuesday", until: date = DAY, people: str = "", **more: object) -> Account:
    """What one report tells of a shooting: on a day, or bounded by publication."""
    when = DateRange(on, on, "day", "stated", words("date", said, report)) if on else DateRange(None, until, "bounded", "publication")
    to = (Party(people, words("recipient", people, report), kind="civilians"),) if people else ()
    claim = Claim(report, 0, "ASSAULT", (), words("act", "shot", report), "asserted", recipients=to, date=when, lemma="shoot")
    return account_of([replace(claim, **more)], {}, frozenset({report}))  # type: ignore[arg-type]


def both(a: Account, b: Account, alike: float) -> Verdict:
    return compare(a, b, {("a", "b"): alike})


def test_a_story_told_months_later_without_a_day_may_be_the_same() -> None:
    then, later = account("a", on=DAY), account("b", until=date(2025, 2, 1))
    assert both(then, later, 0.01).veto
    assert not both(then, later, 0.1).veto


def test_what_is_dated_later_is_another_occurrence() -> None:
    assert both(account("a", on=DAY), account("b", on=date(2024, 3, 15)), 0.2).veto


def test_a_night_has_two_days() -> None:
    evening, morning = account("a", on=DAY, said="Tuesday night"), account("b", on=date(2024, 3, 13), said="early on Wednesday")
    assert not both(evening, morning, 0.1).veto
    assert both(evening, morning, 0.03).veto
    assert both(account("a", on=DAY), account("b", on=date(2024, 3, 13)), 0.1).veto


def test_a_day_without_its_year_may_be_of_the_year_before() -> None:
    assert not both(account("a", on=DAY), account("b", on=date(2025, 3, 12)), 0.1).veto


def test_nobody_is_killed_twice() -> None:
    first, again = account("a", on=DAY, people="Lena Moretti"), account("b", on=date(2024, 3, 20), people="Lena Moretti")
    assert not both(first, again, 0.03).veto


def test_whoever_is_told_of_with_an_age_is_known_again() -> None:
    named, there = Persons(frozenset(), frozenset({"ada brandt"})), Persons(frozenset({"ada brandt"}), frozenset({"ada brandt"}))
    first, later = (
        replace(account("a", on=DAY), aged=there.aged, met=there.named),
        replace(account("b", on=date(2024, 4, 2)), met=named.named),
    )
    assert not both(first, later, 0.03).veto
    assert both(first, later, 0.01).veto
    assert both(first, replace(later, met=frozenset({"ada brand"})), 0.03).veto


def test_another_place_is_an_error_only_where_the_story_is_surely_one() -> None:
    here, there = (
        account(r, on=DAY, place=Place(t, words("place", t, r), id=f"gaz:{t}", precision_ucdp=1))
        for r, t in (("a", "Lhota"), ("b", "Brod"))
    )
    assert both(here, there, 0.1).veto
    assert not both(here, there, 0.2).veto
    assert not both(*(replace(x, aged=frozenset({"ada brandt"}), met=frozenset({"ada brandt"})) for x in (here, there)), 0.05).veto


def test_two_dead_whom_both_reports_name_are_two() -> None:
    both_named = frozenset({"ada brandt", "jonas berg"})
    first = replace(account("a", on=DAY, people="Ada Brandt"), aged=both_named, met=both_named)
    second = replace(account("b", on=date(2024, 3, 15), people="Jonas Berg"), aged=both_named, met=both_named)
    assert both(first, second, 0.05).veto


def test_a_street_is_no_victim() -> None:
    a, b = (account(r, on=DAY, act=words("act", w, r)) for r, w in (("a", "shot in Elm Road"), ("b", "shot near Kings Park")))
    assert not a.named and not b.named


def test_namesakes_are_two_people() -> None:
    one, other = account("a", on=DAY, people="Samir Haddad"), account("b", on=date(2024, 3, 20), people="Karim Haddad")
    assert both(one, other, 0.09).veto
    assert not any("same people" in w for w in compare(account("a", people="Samir Haddad"), account("b", people="Karim Haddad")).because)


def test_other_nouns_for_those_counted_leave_it_open() -> None:
    police, pilgrims = account("a", on=DAY, people="four officers"), account("b", on=DAY, people="four pilgrims")
    assert both(police, pilgrims, 0.1).doubt
    assert not both(police, pilgrims, 0.2).doubt
    assert not both(police, account("b", on=DAY, people="four people"), 0.1).doubt


def test_background_of_one_report_may_be_the_news_of_another() -> None:
    assert both(account("a"), account("b", layer="background"), 0.03).veto
    assert not both(account("a"), account("b", layer="background"), 0.1).veto
