"""Sentences in, dates out. Published on Thursday, 26 December 2024 unless a test says otherwise."""

from __future__ import annotations

from datetime import date
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from casus.coding.dates.finding import acled_time_precision, find_dates, find_times, ucdp_date_precision
from casus.coding.dates.hijri_years import from_hijri, from_solar_hijri
from casus.model.text import Block, Evidence, Report, Sentence, Token
from casus.model.when import DateRange

THURSDAY = date(2024, 12, 26)


def dates_in(text: str, published: date | None = THURSDAY, start: int = 0, end: int | None = None) -> tuple[DateRange, ...]:
    report = Report("r", text, (Block(0, len(text), "paragraph"),), "test", published=published)
    sentence = Sentence(0, start, len(text) if end is None else end, 0, False, (), ())
    return find_dates(report, sentence)


def told(text: str, published: date | None = THURSDAY) -> list[tuple[str, str, str]]:
    return [(str(d.start), str(d.end), d.precision) for d in dates_in(text, published)]


def day(when: str) -> list[tuple[str, str, str]]:
    return [(when, when, "day")]


@pytest.mark.parametrize(
    ("text", "when"),
    [
        ("Rebels took the bridge on 14 March 2023.", "2023-03-14"),
        ("Rebels took the bridge on March 14, 2023.", "2023-03-14"),
        ("Rebels took the bridge on Mar. 14, 2023.", "2023-03-14"),
        ("Rebels took the bridge on the 14th of March 2023.", "2023-03-14"),
        ("Rebels took the bridge on 14th March, 2023.", "2023-03-14"),
        ("Rebels took the bridge on Tuesday, March 14, 2023.", "2023-03-14"),
        ("Rebels took the bridge on Tuesday 14 March 2023.", "2023-03-14"),
        ("The post fell on 2023-03-14.", "2023-03-14"),
        ("The post fell on 2023/03/14.", "2023-03-14"),
        ("The post fell on 14/03/2023.", "2023-03-14"),
        ("The post fell on 03/14/2023.", "2023-03-14"),
        ("The post fell on 14.03.2023.", "2023-03-14"),
        ("THE POST FELL ON 14 MAR 89 IN THE NORTH.", ""),
        ("The post fell on 14-Mar-2023.", "2023-03-14"),
        ("The post fell on Dec. 20.", "2024-12-20"),
        ("The post fell on December 20.", "2024-12-20"),
        ("The post fell on 20 December.", "2024-12-20"),
        ("The post fell on Sept. 3.", "2024-09-03"),
        ("The post fell on 28 December.", "2023-12-28"),
        ("The post fell on 26 December.", "2024-12-26"),
        ("The post fell on 4 March last year.", "2023-03-04"),
        ("Talks will open on 28 December.", "2024-12-28"),
        ("Talks will open on 3 January.", "2025-01-03"),
        ("Five men were shot on Tuesday.", "2024-12-24"),
        ("Five men were shot Tuesday.", "2024-12-24"),
        ("Tuesday's raid left five men dead.", "2024-12-24"),
        ("Tuesday’s raid left five men dead.", "2024-12-24"),
        ("Five men were shot on Thursday.", "2024-12-26"),
        ("Five men were shot on Friday.", "2024-12-20"),
        ("The envoy is to brief the council on Friday week.", "2025-01-03"),
        ("The United Nations is to hold talks with both sides on Friday.", "2024-12-27"),
        ("On November 27 gunmen shot two guards.", "2024-11-27"),
        ("Five men were shot last Tuesday.", "2024-12-24"),
        ("Five men were shot last Thursday.", "2024-12-19"),
        ("Five men were shot on Tuesday last week.", "2024-12-17"),
        ("Five men were shot on Tuesday of last week.", "2024-12-17"),
        ("They meet next Monday.", "2024-12-30"),
        ("The envoys will meet on Monday.", "2024-12-30"),
        ("The envoys are scheduled to meet on Monday.", "2024-12-30"),
        ("The ministry said on Monday that talks will resume.", "2024-12-23"),
        ("Five men were shot on Tuesday night.", "2024-12-24"),
        ("Five men were shot late on Tuesday evening.", "2024-12-24"),
        ("Shells fell at 10:30 a.m. on Tuesday.", "2024-12-24"),
        ("Shells fell today.", "2024-12-26"),
        ("Shells fell yesterday.", "2024-12-25"),
        ("Shells fell yesterday morning.", "2024-12-25"),
        ("Shells fell last night.", "2024-12-25"),
        ("Shells fell this morning.", "2024-12-26"),
        ("Shells fell tonight.", "2024-12-26"),
        ("The truce begins tomorrow.", "2024-12-27"),
        ("Shells fell the day before yesterday.", "2024-12-24"),
        ("Two days ago the convoy left.", "2024-12-24"),
        ("The convoy left 10 days ago.", "2024-12-16"),
        ("The convoy left a day ago.", "2024-12-25"),
        ("On Christmas Day the church burned.", "2024-12-25"),
        ("On New Year's Eve the church burned.", "2023-12-31"),
        ("It was the worst assault since 9/11.", ""),
        ("The village was bombed on 22 Bahman 1357.", "1979-02-11"),
    ],
)  # fmt: skip
def test_a_day(text: str, when: str) -> None:
    if when:
        assert told(text) == day(when)


def test_two_digit_years_stand_in_the_last_century_when_the_next_is_not_reached() -> None:
    assert told("BOGOTA, 14 MAR 89 (RADIO)", date(1989, 3, 15)) == day("1989-03-14")


def test_since_a_named_day() -> None:
    assert told("It was the worst assault since 9/11.") == [("2001-09-11", "None", "period")]


@pytest.mark.parametrize(
    ("text", "start", "end", "precision"),
    [
        ("In March 2022 the siege began.", "2022-03-01", "2022-03-31", "month"),
        ("In Feb. 2024 the siege began.", "2024-02-01", "2024-02-29", "month"),
        ("In October the siege began.", "2024-10-01", "2024-10-31", "month"),
        ("In May the siege began.", "2024-05-01", "2024-05-31", "month"),
        ("The siege began last March.", "2024-03-01", "2024-03-31", "month"),
        ("The siege began last December.", "2023-12-01", "2023-12-31", "month"),
        ("The siege began in March last year.", "2023-03-01", "2023-03-31", "month"),
        ("In early March 2022 the siege began.", "2022-03-01", "2022-03-10", "range"),
        ("In mid-March 2022 the siege began.", "2022-03-11", "2022-03-20", "range"),
        ("In late March 2022 the siege began.", "2022-03-21", "2022-03-31", "range"),
        ("At the end of March 2022 the siege ended.", "2022-03-21", "2022-03-31", "range"),
        ("At the beginning of May the siege ended.", "2024-05-01", "2024-05-10", "range"),
        ("In 2014 the town fell.", "2014-01-01", "2014-12-31", "year"),
        ("In early 2014 the town fell.", "2014-01-01", "2014-04-30", "range"),
        ("In mid-2014 the town fell.", "2014-05-01", "2014-08-31", "range"),
        ("By late 2014 the town had fallen.", "None", "2014-12-31", "period"),
        ("In the first half of 2023 attacks rose.", "2023-01-01", "2023-06-30", "range"),
        ("In the second quarter of 2023 attacks rose.", "2023-04-01", "2023-06-30", "range"),
        ("In the first three months of 2023 attacks rose.", "2023-01-01", "2023-03-31", "range"),
        ("Attacks rose in Q3 2023.", "2023-07-01", "2023-09-30", "range"),
        ("In the 1990s the group grew.", "1990-01-01", "1999-12-31", "period"),
        ("In the mid-1990s the group grew.", "1993-01-01", "1996-12-31", "period"),
        ("In the late 1980s the group grew.", "1986-01-01", "1989-12-31", "period"),
        ("In the early 2000s the group grew.", "2000-01-01", "2003-12-31", "period"),
        ("In the summer of 2020 the group split.", "2020-06-01", "2020-08-31", "range"),
        ("Last winter the group split.", "2023-12-01", "2024-02-29", "range"),
        ("Shelling went on overnight.", "2024-12-25", "2024-12-26", "range"),
        ("Five were killed on the night of 5-6 May.", "2024-05-05", "2024-05-06", "range"),
        ("Five were killed on 5–6 May 2023.", "2023-05-05", "2023-05-06", "range"),
        ("Five were killed on May 5 and 6, 2023.", "2023-05-05", "2023-05-06", "range"),
        ("Five were killed on 3, 4 and 5 June 2023.", "2023-06-03", "2023-06-05", "range"),
        ("Fighting lasted from 3 to 5 June.", "2024-06-03", "2024-06-05", "range"),
        ("Fighting lasted from 28 May to 3 June 2023.", "2023-05-28", "2023-06-03", "range"),
        ("Between March and May 2022 the city was under siege.", "2022-03-01", "2022-05-31", "range"),
        ("Between November and February 2023 the city was under siege.", "2022-11-01", "2023-02-28", "range"),
        ("Between 2011 and 2014 the city was under siege.", "2011-01-01", "2014-12-31", "range"),
        ("From 2001 to 2021 the force grew.", "2001-01-01", "2021-12-31", "range"),
        ("In 2009-2010 the force grew.", "2009-01-01", "2010-12-31", "range"),
        ("In 2009-10 the force grew.", "2009-01-01", "2010-12-31", "range"),
        ("Clashes went on from Sunday to Tuesday.", "2024-12-22", "2024-12-24", "range"),
        ("Clashes went on through the weekend.", "None", "2024-12-22", "period"),
        ("Clashes broke out over the weekend.", "2024-12-21", "2024-12-22", "range"),
        ("Clashes broke out last week.", "2024-12-16", "2024-12-22", "week"),
        ("Clashes broke out this week.", "2024-12-23", "2024-12-29", "week"),
        ("Clashes broke out earlier this week.", "2024-12-23", "2024-12-25", "week"),
        ("Clashes broke out earlier this month.", "2024-12-01", "2024-12-25", "month"),
        ("Clashes broke out earlier this year.", "2024-01-01", "2024-12-25", "year"),
        ("Clashes broke out last month.", "2024-11-01", "2024-11-30", "month"),
        ("Clashes broke out late last month.", "2024-11-21", "2024-11-30", "range"),
        ("Clashes broke out last year.", "2023-01-01", "2023-12-31", "year"),
        ("A vote is planned next year.", "2025-01-01", "2025-12-31", "year"),
        ("A vote is planned later this year.", "2024-12-26", "2024-12-31", "year"),
        ("Clashes broke out two weeks ago.", "2024-12-09", "2024-12-15", "week"),
        ("Clashes broke out three months ago.", "2024-09-01", "2024-09-30", "month"),
        ("Clashes broke out two years ago.", "2022-01-01", "2022-12-31", "year"),
        ("Forty were killed in the past two weeks.", "2024-12-12", "2024-12-26", "period"),
        ("Forty were killed in the last 24 hours.", "2024-12-25", "2024-12-26", "period"),
        ("Forty were killed in the past six months.", "2024-06-26", "2024-12-26", "period"),
        ("Since 2021 the border has been closed.", "2021-01-01", "None", "period"),
        ("Since Tuesday the border has been closed.", "2024-12-24", "None", "period"),
        ("Since August 2021 the border has been closed.", "2021-08-01", "None", "period"),
        ("The base was held until 2021.", "None", "2021-12-31", "period"),
        ("The base was held before 2021.", "None", "2020-12-31", "period"),
        ("After 5 May 2023 the base was empty.", "2023-05-05", "None", "period"),
        ("In recent weeks raids have grown.", "None", "2024-12-26", "period"),
        ("In recent months raids have grown.", "None", "2024-12-26", "period"),
        ("Years ago they were allies.", "None", "2024-12-26", "period"),
    ],
)  # fmt: skip
def test_a_stretch_of_days(text: str, start: str, end: str, precision: str) -> None:
    assert told(text) == [(start, end, precision)]


@pytest.mark.parametrize(
    "text",
    [
        "For decades the valley was quiet.", "For years the valley was quiet.", "For 20 years the valley was quiet.",
        "For more than two decades the valley was quiet.", "A few days later they came back.", "Three days after the ambush they came back.",
    ],
)  # fmt: skip
def test_words_for_a_time_without_days_keep_their_words(text: str) -> None:
    (when,) = dates_in(text)
    assert (when.start, when.end, when.precision) == (None, None, "period")
    assert when.evidence is not None
    assert when.basis


@pytest.mark.parametrize(
    "text",
    [
        "The court may hear the case.", "Troops march on the capital.", "The 9th Brigade held the line.", "A five-year-old boy was hurt.",
        "Two boys aged 10 and 12 years old were hurt.", "He was the second man to die.", "The sun rose over the hills.", "Some 2000 soldiers crossed the river.",
        "More than 1990 people fled.", "Resolution 1973 was passed.", "The strike killed 15 people.", "They sat in the dark and wed their fate to it.",
        "Prime Minister Theresa May resigned.", "The group wants $2000 a man.", "A 12-year sentence was handed down.", "The score was 10:12 at half-time.",
        "He was jailed for five years.", "The vehicle, a Mi-17, went down at 1,950 metres.", "The April 19 Movement laid down its arms.",
        "He wrote for the Friday Times.", "The convoy passed 2014 vehicles.", "It was the fall of the city.", "They hold daily prayers.", "Every Friday they pray.",
    ],
)  # fmt: skip
def test_no_date(text: str) -> None:
    assert dates_in(text) == ()


def test_comparison_has_two_dates() -> None:
    assert told("Deaths rose in 2023 compared to 2022.") == [("2023-01-01", "2023-12-31", "year"), ("2022-01-01", "2022-12-31", "year")]


def test_a_month_before_a_count_is_a_month() -> None:
    assert told("In March 15 soldiers were killed.") == [("2024-03-01", "2024-03-31", "month")]
    assert told("On March 15 soldiers were withdrawn from 3 towns.")[0][2] in {"day", "month"}


def test_order_of_day_and_month_is_not_guessed() -> None:
    (when,) = dates_in("The post fell on 05/06/2023.")
    assert (when.start, when.end) == (None, None)
    assert "unclear" in when.basis


def test_the_next_day_leans_on_the_date_told_before() -> None:
    text = "On 5 May 2023 the camp was raided. The next day it was empty. Two days later it burned."
    assert told(text)[1:] == [("2023-05-06", "2023-05-06", "day"), ("2023-05-08", "2023-05-08", "day")]


@pytest.mark.parametrize(
    ("text", "words", "when"),
    [
        ("A bomb went off on 5 May 2023. In June the road was mined. The same day a drone fell.", "The same day", None),
        ("A bomb went off on 5 May 2023. Ten died. Nobody knew why. Shops closed. The town mourned. It rained. The same day a drone fell.", "The same day", None),
        ("A bomb went off on 5 May 2023. No such thing was seen since 2019. The same day a drone fell.", "The same day", "2023-05-05"),
        ("In May 2023 the road was mined. Two days later it was cleared.", "Two days later", None),
        ("Schools closed the next day.", "the next day", None),
    ],
)  # fmt: skip
def test_a_day_leans_on_the_last_day_told_near_by(text: str, words: str, when: str | None) -> None:
    (found,) = [d for d in dates_in(text) if d.evidence is not None and d.evidence.words == words]
    assert (str(found.start) if found.start else None) == when


@pytest.mark.parametrize(
    ("text", "words", "when"),
    [
        ("“We fled yesterday,” she said on Tuesday.", "yesterday", "2024-12-23"),
        ("On Monday the envoy said: “We leave tomorrow.”", "tomorrow", "2024-12-24"),
        ("“We fled,” she said on Tuesday. | “Yesterday they burned it all,” she added.", "Yesterday", "2024-12-23"),
        ("“We fled,” she said on Tuesday. | “Yesterday they burned it all,” a monk told us.", "Yesterday", "2024-12-25"),
        ("“We fled yesterday,” she said.", "yesterday", "2024-12-25"),
        ("Rebels took the fort on Tuesday. | “We fled yesterday,” she said.", "yesterday", "2024-12-25"),
    ],
)  # fmt: skip
def test_in_a_quotation_words_count_from_the_day_of_speaking(text: str, words: str, when: str) -> None:
    before, _, sentence = text.rpartition("| ")
    (found,) = [d for d in dates_in(before + sentence, start=len(before)) if d.evidence is not None and d.evidence.words == words]
    assert str(found.start) == when


def test_the_same_day_and_that_day() -> None:
    assert told("He was held on 5 May 2023 and freed the same day.")[1] == ("2023-05-05", "2023-05-05", "day")


def test_a_year_told_before_dates_what_follows() -> None:
    assert told("In 2011 the war began. In April the city fell.")[1] == ("2011-04-01", "2011-04-30", "month")


def test_a_year_that_names_something_lends_itself_to_nothing() -> None:
    assert told("Guards of the 2011 war live there. In August a mine hit a bus.")[-1] == ("2024-08-01", "2024-08-31", "month")
    assert told("In 2011 war broke out. In August a mine hit a bus.")[-1] == ("2011-08-01", "2011-08-31", "month")


def test_a_year_before_those_who_act_is_a_year() -> None:
    assert told("In 2003 soldiers seized the mill.") == [("2003-01-01", "2003-12-31", "year")]
    assert told("The army lost 2003 soldiers.") == []


def test_successive_days_do_not_hide_the_month() -> None:
    assert told("Jets bombed the market on two successive days earlier this month.") == [("2024-12-01", "2024-12-25", "month")]


def test_a_recent_date_is_not_drawn_into_the_past() -> None:
    assert told("In 2011 the war began. On December 20 it ended.")[1] == ("2024-12-20", "2024-12-20", "day")


def test_a_year_comes_from_its_own_paragraph_only() -> None:
    first, second = "The war began in 2011.", "Ten men were killed in October."
    text = f"{first}\nNothing was said.\nNobody came.\n{second}"
    bounds = [0, 23, 41, 54]
    blocks = tuple(Block(a, b, "paragraph") for a, b in zip(bounds, [22, 40, 53, len(text)], strict=True))
    report = Report("r", text, blocks, "test", published=THURSDAY)
    (when,) = find_dates(report, Sentence(3, bounds[3], len(text), 3, False, (), ()))
    assert when.start == date(2024, 10, 1)


@pytest.mark.parametrize("words", ["on Tuesday", "yesterday", "last week", "two days ago", "overnight", "in the past two weeks", "last night", "this year"])
def test_without_a_day_of_telling_words_keep_no_days(words: str) -> None:
    (when,) = dates_in(f"Ten men were killed {words}.", published=None)
    assert (when.start, when.end, when.precision) == (None, None, "period")
    assert when.basis == "no publication date"


def test_a_yearless_date_without_publication_has_no_days() -> None:
    (when,) = dates_in("Ten men were killed on 5 May.", published=None)
    assert (when.start, when.basis) == (None, "year not stated")


@pytest.mark.parametrize(
    ("head", "when"),
    [
        ("KABUL, Afghanistan (April 9, 2011) - Two men were held yesterday.", "2011-04-08"),
        ("GOMA, 9 April 2011 (Agency) -- Two men were held yesterday.", "2011-04-08"),
        ("BOGOTA (Newswire) April 9, 2011. Two men were held yesterday.", "2011-04-08"),
        ("Release 2011-04-S-029\nGOMA (April 9)\nTwo men were held yesterday.", "2011-04-08"),
        ("Daily update April 9, 2011\nTwo men were held yesterday.", "2011-04-08"),
    ],
)
def test_a_dateline_stands_in_for_publication(head: str, when: str) -> None:
    last = dates_in(head, published=None)[-1]
    assert str(last.start) == when
    assert "dateline" in last.basis


def test_the_basis_is_told_in_plain_words() -> None:
    assert dates_in("Shells fell on Tuesday.")[0].basis == "weekday before publication"
    assert dates_in("Shells fell yesterday.")[0].basis == "1 day before publication"


def test_evidence_is_the_exact_words() -> None:
    text = "Ten men were killed on Tuesday in the hills."
    (when,) = dates_in(text)
    assert when.evidence is not None
    assert when.evidence.words == "on Tuesday"
    assert text[when.evidence.start : when.evidence.end] == "on Tuesday"


def test_the_verb_may_is_told_by_syntax() -> None:
    text = "They fear May will fall."
    tokens = tuple(
        Token(s, s + len(w), w, w.lower(), upos, "", head, rel)
        for s, w, upos, head, rel in [(0, "They", "PRON", 1, "nsubj"), (5, "fear", "VERB", -1, "root"), (10, "May", "AUX", 4, "aux"), (14, "will", "AUX", 4, "aux"), (19, "fall", "VERB", 1, "ccomp")]
    )  # fmt: skip
    report = Report("r", text, (Block(0, len(text), "paragraph"),), "test", published=THURSDAY)
    assert find_dates(report, Sentence(0, 0, len(text), 0, False, tokens, ())) == ()


@pytest.mark.parametrize(
    ("start", "end", "ucdp", "acled"),
    [
        ("2024-12-24", "2024-12-24", 1, 1), ("2024-12-23", "2024-12-25", 2, 2), ("2024-12-16", "2024-12-22", 3, 2),
        ("2024-12-01", "2024-12-31", 4, 3), ("2024-01-01", "2024-12-31", 5, None), ("1990-01-01", "1999-12-31", None, None),
    ],
)  # fmt: skip
def test_precision_codes(start: str, end: str, ucdp: int | None, acled: int | None) -> None:
    when = DateRange(date.fromisoformat(start), date.fromisoformat(end), "range", "test", Evidence("date", "r", 0, 1, "x"))
    assert (ucdp_date_precision(when), acled_time_precision(when)) == (ucdp, acled)


def test_an_open_period_has_no_precision_code() -> None:
    (when,) = dates_in("Since 2021 the border has been closed.")
    assert ucdp_date_precision(when) is None
    assert acled_time_precision(when) is None


@pytest.mark.parametrize(("year", "month", "day_of", "when"), [(1403, 1, 1, "2024-03-20"), (1400, 1, 1, "2021-03-21"), (1399, 12, 30, "2021-03-20"), (1357, 11, 22, "1979-02-11")])
def test_solar_hijri(year: int, month: int, day_of: int, when: str) -> None:
    assert str(from_solar_hijri(year, month, day_of)) == when


def test_hijri_is_within_a_day() -> None:
    found = from_hijri(1445, 9, 1)
    assert found is not None
    assert abs((found - date(2024, 3, 11)).days) <= 1


def test_hijri_dates_are_a_range_of_three_days() -> None:
    assert told("Fighters entered the city on 15 Ramadan 1445.") == [("2024-03-24", "2024-03-26", "range")]


@given(st.dates(date(1950, 1, 1), date(2040, 12, 31)), st.sampled_from(["%d %B %Y", "%B %d, %Y", "%Y-%m-%d", "%A, %d %B %Y", "%d %b %Y"]))
@settings(max_examples=120, deadline=None)
def test_every_full_date_is_read_back(when: date, form: str) -> None:
    assert told(f"The town fell on {when.strftime(form)} after a siege.") == day(when.isoformat())


@given(st.dates(date(1990, 1, 1), date(2035, 12, 31)), st.integers(0, 6))
@settings(max_examples=80, deadline=None)
def test_a_weekday_is_never_after_publication_nor_a_week_before(published: date, weekday: int) -> None:
    name = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"][weekday]
    (when,) = dates_in(f"Ten men were killed on {name}.", published)
    assert when.start is not None
    assert when.start.weekday() == weekday
    assert 0 <= (published - when.start).days < 7


@given(st.text(alphabet=st.sampled_from("0123456789 ,.-/–:()'’abcdefMayJunonthelastwkyrs\n"), max_size=80), st.one_of(st.none(), st.dates()))
@settings(max_examples=250, deadline=None)
def test_any_text_is_read_without_fault(text: str, published: date | None) -> None:
    if not text:
        return
    report = Report("r", text, (Block(0, len(text), "paragraph"),), "test", published=published)
    sentence = Sentence(0, 0, len(text), 0, False, (), ())
    for when in find_dates(report, sentence):
        assert when.evidence is not None
        report.check(when.evidence)
    times = find_times(report, sentence)
    assert all(a.end <= b.core for a, b in pairwise(times))


@given(st.sampled_from(["two days ago", "three years ago", "last week", "12 March", "the past 40 years", "in 5 centuries", "a century ago", "90 decades ago", "next decade", "last quarter"]), st.dates())
@settings(max_examples=150, deadline=None)
def test_days_at_the_ends_of_the_calendar(words: str, published: date) -> None:
    dates_in(f"It was {words} that they came.", published)


def test_long_lines_take_linear_time() -> None:
    text = "On 5 May 2023 ten men were killed in the hills and 1990 1991 1992. " * 500
    assert len(dates_in(text)) > 400


@pytest.mark.parametrize(
    ("text", "when"),
    [
        ("Troops held six men in an overnight raid in Karna on Tuesday.", ["2024-12-24"]),
        ("Troops held six men during an overnight operation in Karna province Tuesday.", ["2024-12-24"]),
        ("Rebels shelled the town overnight on Tuesday.", ["2024-12-24"]),
        ("Two men were killed overnight, police said on Tuesday.", ["2024-12-25", "2024-12-24"]),
    ],
)
def test_overnight_is_a_part_of_the_day_named_behind_it(text: str, when: list[str]) -> None:
    assert [str(d.start) for d in dates_in(text)] == when


@pytest.mark.parametrize(
    ("text", "when"),
    [
        ("Joint Press Desk 2014-07-CA-129\nA patrol raided a house in Karna July 16.", "2014-07-16"),
        ("Joint Press Desk 2014-08-CA-043\nKARNA (Sept. 4) - A patrol raided a house on Wednesday.", "2014-09-03"),
        ("Joint Press Desk 2014-12-CA-043\nKARNA (Jan. 2) - A patrol raided a house yesterday.", "2015-01-01"),
        ("Joint Press Desk 2014-03-CA-043\nA patrol raided a house in Karna July 16.", "None"),
    ],
)
def test_the_number_of_a_release_gives_its_year(text: str, when: str) -> None:
    assert str(dates_in(text, None, start=text.rindex("A patrol"))[-1].start) == when


@pytest.mark.parametrize(
    ("before", "here", "when"),
    [
        ("Troops took Karna in December 2022.", "In August, rebels shot two men.", "2024-08-01"),
        ("The old front bombed Karna in 2011.", "In March, rebels shot two men.", "2024-03-01"),
        ("Rebels took Karna in May 2022.", "In August, they shot two men.", "2022-08-01"),
    ],
)
def test_a_year_told_in_the_paragraph_before_reaches_only_what_came_later(before: str, here: str, when: str) -> None:
    text = f"{before}\n\n{here}"
    at = text.index(here)
    report = Report("r", text, (Block(0, at - 2, "paragraph"), Block(at, len(text), "paragraph")), "test", published=THURSDAY)
    assert [str(d.start) for d in find_dates(report, Sentence(0, at, len(text), 1, False, (), ()))] == [when]


@pytest.mark.parametrize(
    ("text", "when"),
    [
        ("Rebels shot two men on January 27 of the current year.", ["2024-01-27"]),
        ("Rebels took Karna in May 2022. In June of this year they left. In July, they shot two men.", ["2022-05-01", "2024-06-01", "2024-07-01"]),
        ("Rebels shot forty men on Christmas Eve of 2023.", ["2023-12-24"]),
    ],
)
def test_a_year_told_in_other_words(text: str, when: list[str]) -> None:
    assert [str(d.start) for d in dates_in(text)] == when


@pytest.mark.parametrize(
    ("text", "when"),
    [
        ("Nine nurses were released on 27 August 2024 at 1800 in Karna.", ["2024-08-27"]),
        ("A judge was shot at about 1620 yesterday in Karna.", ["2024-12-25"]),
        ("Troops took Karna in 1620.", ["1620-01-01"]),
        ("Troops took Karna in the last week of January.", ["2024-01-25"]),
        ("Troops took Karna in the first week of March 2023.", ["2023-03-01"]),
        ("He armed the heirs to the killers of 1994. Shells killed ten on 27 January.", ["1994-01-01", "2024-01-27"]),
        ("Signed in June 2022, it lapsed in August last year. Rebels shot ten in September.", ["2022-06-01", "2023-08-01", "2023-09-01"]),
    ],
)
def test_hours_weeks_and_years_in_passing(text: str, when: list[str]) -> None:
    assert [str(d.start) for d in dates_in(text)] == when
