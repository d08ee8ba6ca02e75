"""Sentences to dates: every expression that says when, as precisely as its words (coding-rules, "Place and time").

A weekday is the last one before publication, a yearless date the nearest past; "two days later" leans on the date told
just before; without a day of telling, relative words keep their words and no days.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date

from casus.codebook.dates import load_dates
from casus.coding.dates import calendar as calendar
from casus.coding.dates import hijri as hijri
from casus.coding.dates import parts as parts
from casus.coding.dates import telling as telling
from casus.coding.dates.checks import ends_in_count, is_time
from casus.coding.dates.of_act import date_of_act
from casus.coding.dates.of_speaking import spoken_words
from casus.coding.dates.patterns import Found, find_words
from casus.coding.dates.setting import (
    day_of_telling,
    ends_span,
    is_history,
    is_night_of,
    lies_ahead,
    numbered_year,
    passage,
    words_before,
    year_before,
)
from casus.coding.dates.values import Setting, When, shift
from casus.model.text import Report, Sentence, Token
from casus.model.when import DateRange

__all__ = ["Timed", "acled_time_precision", "date_of_act", "find_dates", "find_times", "ucdp_date_precision"]

Resolver = Callable[[Found, Setting], When | None]

_RESOLVERS: dict[str, Resolver] = {
    "iso": calendar.iso_day, "slash": calendar.slash_day, "dmy": calendar.day_of_month, "mdy": calendar.day_of_month,
    "month": calendar.month, "year": calendar.year, "years": calendar.years, "bc": calendar.era_year, "decade": calendar.decade,
    "century": calendar.century, "part_of": parts.part_of_period, "quarter": parts.quarter, "season": calendar.season,
    "named": calendar.named_day, "fiscal": calendar.fiscal, "hijri": hijri.hijri_day, "hijri_month": hijri.hijri_month,
    "hijri_year": hijri.hijri_year, "feast": hijri.feast, "solar": hijri.solar_day,
    "weekday": telling.weekday, "day_word": telling.day_word, "near_unit": telling.near_unit, "weekend": telling.weekend,
    "ago": telling.ago, "offset": telling.offset, "that": telling.told_unit, "ordinal": telling.ordinal, "ordinal_of": telling.ordinal,
    "last_span": telling.last_span, "length": telling.length, "lengths": telling.length, "often": telling.often, "now": telling.now,
    "clock": telling.clock,
}  # fmt: skip

_LEAD = re.compile(
    r"(?<![\w])(?:(?P<part>(?:(?:on|during|in|over)\s+)?(?:the\s+)?(?:early\s+)?(?:night|evening|morning|afternoon|hours|weekend)\s+of(?:\s+the)?)|(?P<lead>since|until|till|up\s+to|by|before|prior\s+to|ahead\s+of|after|following|from|as\s+of|as\s+from|as\s+early\s+as|starting|beginning|effective|between|through"
    r"|on|in|at|during|over|throughout|within|for|around|of)(?:\s+(?:on|in|from|at|the|about|around|early|late)){0,3})\s+$",
    re.IGNORECASE,
)
_JOIN = re.compile(r"\s*(?:,?\s*\b(?P<word>to|through|until|till|and|or)\b(?:\s+(?:the|on|in))?|(?P<dash>[-‐-―−])|,)\s*$", re.IGNORECASE)
_JAILED = re.compile(r"\b(?:jail\w*|sentenc\w*|imprison\w*|prison|terms?|suspend\w*|ban\w*)\b", re.IGNORECASE)
_DATES = re.compile(r"\b(?:dat(?:e[ds]?|ing)|stem(?:s|med|ming)?)\s+$")
_OPEN_START = frozenset({"since", "as of", "as from", "starting", "beginning", "effective", "from", "after", "following"})
_OPEN_END = frozenset({"until", "till", "up to", "through", "by"})
_SENTENCE_END = re.compile(r"[.!?][\"”’)]*\s+(?=[A-Z“\"])|\n")
_WEEK = 7
_REACH_OF_DAY = 4
"""How many ends of sentences may lie between a day and "the same day"."""

_LATELY = frozenset({"weekday", "day_word", "clock", "length", "lengths", "now", "often"})
"""Words before "would" that leave what is told with them near the day of telling: "said on Monday he would fly in May"."""
_EARLIER = frozenset({"before", "prior to", "ahead of"})


@dataclass(frozen=True, slots=True)
class Timed:
    """A time expression of a text: its words with (`start`) and without (`core`) the preposition, and what they come to."""

    start: int
    core: int
    end: int
    rule: str
    lead: str
    when: When


def find_dates(report: Report, sentence: Sentence) -> tuple[DateRange, ...]:
    """Every date, period or open range the sentence states, in order of its words; lengths and times of day are none."""
    dated = []
    for timed in _join_months(report.text, find_times(report, sentence)):
        if _dates_something(timed, report.text):
            when = timed.when
            evidence = report.evidence("date", timed.start, timed.end, f"dates:{timed.rule}")
            dated.append(DateRange(when.start, when.end, when.precision, when.basis, evidence))
    return tuple(dated)


def find_times(report: Report, sentence: Sentence) -> tuple[Timed, ...]:
    """Every time expression of the sentence, lengths, repetitions and times of day included."""
    anchor, anchor_name = day_of_telling(report)
    spans = passage(report, sentence)
    found = _sift(report.text, spans, sentence)
    history = is_history(report.text, anchor)
    year = year_before(report, spans[0][0] if spans else sentence.start) if history else None
    setting = Setting(anchor=anchor, anchor_name=anchor_name, year=year, history=history)
    timed = _resolve_all(report, found, setting, sentence)
    return tuple(t for t in _join_pairs(report.text, timed) if t.core >= sentence.start)


def _sift(text: str, spans: Sequence[tuple[int, int]], sentence: Sentence) -> list[Found]:
    """What tells a time in the passage before the sentence, and in the sentence itself."""
    before = [f for s, e in spans for f in words_before(text, s, e, sentence.start) if is_time(f, text, (), ())]
    return before + [kept for f in find_words(text, sentence.start, sentence.end) for kept in _accepted(text, f, sentence)]


def _accepted(text: str, found: Found, sentence: Sentence) -> list[Found]:
    """The words, if they tell a time; "In March 15 soldiers ..." tells a month and counts soldiers."""
    if is_time(found, text, sentence.tokens, sentence.names):
        return [found]
    if not ends_in_count(found, text, sentence.tokens):
        return []
    day = text.rindex(found.parts["d"], found.start, found.end)
    return [f for f in find_words(text, found.start, day) if is_time(f, text, sentence.tokens, sentence.names)]


def _resolve_all(report: Report, found: Sequence[Found], setting: Setting, sentence: Sentence) -> list[Timed]:
    """Resolve from left to right, each expression leaning on those before it."""
    out: list[Timed] = []
    text, (spoken, saying) = report.text, spoken_words(report, sentence, found)
    speaking = _day_of(saying, setting) if saying is not None else None
    opening = report.blocks[sentence.paragraph].start if 0 <= sentence.paragraph < len(report.blocks) else 0
    days: list[tuple[int, When]] = []
    year_at = -1
    for i, each in enumerate(found):
        ahead = found[i + 1] if i + 1 < len(found) else None
        within = each.start >= sentence.start
        tokens = sentence.tokens if within else ()
        late = all(f.rule in _LATELY for f in found[:i] if f.start >= sentence.start)
        lies = lies_ahead(each, text, sentence.start, tokens, told_late=late, heading=sentence.heading) if within else False
        told_day, ends = _day_in_reach(text, days, each), within and ends_span(each, text)
        crossed = i and (found[i - 1].start < opening or year_at < opening) and opening <= each.start
        if (crossed and not _goes_on(each, setting)) or (0 <= year_at < sentence.start <= each.start and _goes_back(each, setting)):
            setting = replace(setting, year=None)
        local = replace(setting, hint=_year_of(report, each, ahead), future=lies, ends=ends, told_day=told_day)
        if speaking is not None and each.start in spoken:
            local = replace(local, anchor=speaking, anchor_name="the day of speaking")
        when = _RESOLVERS[each.rule](each, local)
        if when is None:
            continue
        if is_night_of(each, ahead, text):
            when = When(None, None, "period", "the night of the day told beside it", "TNI", kind="clock")
        lead, first = _lead(text, each, sentence.start if within else 0)
        named = each.rule == "year" and not setting.history and (lead == "of" or _is_attribute(text, each, tokens))
        if when.stated and when.kind == "date" and not named:
            setting = replace(setting, told=when if when.precision in {"day", "range", "month", "year", "week"} else setting.told)
            days = days if each.rule in {"dmy", "mdy"} and _is_attribute(text, each, tokens) else _with_day(days, each, when, lead)
            written = each.get("y") or each.get("y1") or each.get("near") in {"this", "current", "last"}
            tells_year = bool(written) or (each.rule == "ago" and when.precision == "year")
            passing = lead in _OPEN_START | _OPEN_END | _EARLIER and not setting.history
            if when.start is not None and tells_year and not passing:
                setting, year_at = replace(setting, year=when.start.year), each.start
        of_noun = lead == "from" and _dates_its_noun(text, each, first, tokens)
        an_hour = bool(each.get("clock")) and lead in _EARLIER | {"after", "following"}
        if not _is_attribute(text, each, tokens) and not each.get("d2") and not of_noun and not an_hour:
            when = _bounded(when, lead)
        out.append(Timed(first, each.start, each.end, each.rule, lead, when))
    return out


def _goes_on(found: Found, setting: Setting) -> bool:
    """Whether a date may be of the year told in the paragraph before: in a text of history, or later than the day told there."""
    month, told = load_dates().months.get(found.get("m")), setting.told
    if setting.history or month is None or told is None or told.start is None:
        return setting.history or month is None
    return told.precision not in {"year", "period"} and told.start.year == setting.year and month >= told.start.month


def _goes_back(found: Found, setting: Setting) -> bool:
    """ "In March 2022 troops shot ten. In February rebels burned a mill": a report goes on in time, so this is no month of 2022."""
    month, told = load_dates().months.get(found.get("m")), setting.told
    if setting.history or month is None or told is None or told.start is None or found.rule not in {"month", "dmy", "mdy"}:
        return False
    return told.precision in {"day", "month"} and told.start.year == setting.year and month < told.start.month


def _day_of(saying: Found, setting: Setting) -> date | None:
    """The day of speaking, where it is told to the day."""
    when = _RESOLVERS[saying.rule](saying, setting)
    return when.start if when is not None and when.precision == "day" else None


def _with_day(days: list[tuple[int, When]], found: Found, when: When, lead: str) -> list[tuple[int, When]]:
    """The days told so far; a month told since then ends their reach, "since August" and a year in passing do not."""
    if when.precision in {"day", "range"}:
        return [*days, (found.end, when)]
    return [] if when.precision in {"month", "week"} and lead not in _OPEN_START | _OPEN_END | _EARLIER else days


def _day_in_reach(text: str, days: Sequence[tuple[int, When]], found: Found) -> When | None:
    """The last day told few sentences before these words: what "the same day" can mean."""
    if not days or len(_SENTENCE_END.findall(text, days[-1][0], found.start)) > _REACH_OF_DAY:
        return None
    return days[-1][1]


def _year_of(report: Report, found: Found, ahead: Found | None) -> int | None:
    """The year that something else than the date tells: the date it is paired with, or the release's number."""
    if found.rule not in {"dmy", "mdy"} or found.get("y"):
        return _hint(report.text, found, ahead)
    return _hint(report.text, found, ahead) or numbered_year(report, found)


def _hint(text: str, found: Found, ahead: Found | None) -> int | None:
    """The year written at the end of a pair or list, for the member without one: "between March and May 2022"."""
    if ahead is None or found.get("y") or found.rule not in {"dmy", "mdy", "month"} or not ahead.get("y"):
        return None
    if ahead.rule not in {"dmy", "mdy", "month"} or not _JOIN.match(text[found.end : ahead.start]):
        return None
    months = load_dates().months
    return int(ahead.get("y")) - (months[found.get("m")] > months[ahead.get("m")])


def _lead(text: str, found: Found, lower: int) -> tuple[str, int]:
    """The preposition before the words, and where the whole expression begins."""
    left = max(found.start - 45, lower)
    match = _LEAD.search(text, left, found.start)
    if match is None:
        return "", found.start
    return " ".join((match["lead"] or "").lower().split()), match.start()


def _is_attribute(text: str, found: Found, tokens: Sequence[Token]) -> bool:
    """Whether the words modify a noun after them ("Tuesday's attack", "the 2021 takeover"): then no preposition bounds them."""
    if text[found.end - 2 : found.end] in {"'s", "’s"} or text[found.end : found.end + 2] in {"'s", "’s"}:
        return True
    last = next((t for t in tokens if t.start < found.end <= t.end), None)
    if last is not None:
        head = tokens[last.head] if 0 <= last.head < len(tokens) else None
        modifies = last.deprel in {"compound", "nummod", "nmod:poss", "amod", "nmod:desc", "nmod:unmarked"}
        return head is not None and head.start >= found.end and modifies
    article = re.search(r"\bthe\s+$", text[max(found.start - 6, 0) : found.start], re.IGNORECASE)
    return bool(article) and bool(re.match(r"\s+[a-z]", text[found.end : found.end + 4]))


def _dates_its_noun(text: str, found: Found, first: int, tokens: Sequence[Token]) -> bool:
    """ "Video from Friday", "dates from the 1980s": there "from" opens nothing."""
    last = next((t for t in tokens if t.start < found.end <= t.end), None)
    return (last is not None and last.deprel == "nmod") or bool(_DATES.search(text, max(first - 20, 0), first))


def _bounded(when: When, lead: str) -> When:
    """ "Since 2021" opens the end, "until 2021" the start, "before Tuesday" ends the day before."""
    if when.kind != "date" or when.start is None or when.end is None:
        return when
    if lead in _OPEN_START:
        return replace(when, end=None, precision="period", basis=f"from then on; {when.basis}")
    if lead in _OPEN_END:
        return replace(when, start=None, precision="period", basis=f"up to then; {when.basis}")
    if lead in _EARLIER:
        return replace(when, start=None, end=shift(when.start, -1), precision="period", basis=f"before then; {when.basis}")
    return when


def _join_pairs(text: str, timed: Sequence[Timed]) -> list[Timed]:
    """ "From 3 May to 5 June", "between 2011 and 2014", "Monday to Wednesday", "on Saturday and Sunday" are one range."""
    out: list[Timed] = []
    for each in timed:
        joined = _pair(text, out[-1], each) if out else None
        if joined is None:
            out.append(each)
        else:
            out[-1] = joined
    return out


def _pair(text: str, first: Timed, second: Timed) -> Timed | None:
    gap = _JOIN.match(text[first.end : second.core]) if 0 < second.core - first.end < 16 else None
    if gap is None or not _is_day_or_more(first) or not _is_day_or_more(second):
        return None
    word = (gap["word"] or "").lower()
    start, end = first.when.start, second.when.end or second.when.start
    if first.rule == second.rule == "weekday" and start is not None and end is not None and start > end:
        start = shift(start, -_WEEK)  # "between Friday and Sunday", told on a Saturday
    led = word in {"to", "through", "until", "till"} or bool(gap["dash"])
    if word == "and":
        led = first.lead == "between" or (first.rule == second.rule == "weekday" and start is not None and shift(start, 1) == end)
    if not led or start is None or end is None or start > end:
        return None
    when = When(start, end, "range", f"from the first to the last; {second.when.basis}", first.when.value, stated=True)
    return Timed(first.start, first.core, second.end, first.rule, first.lead, when)


def _join_months(text: str, timed: Sequence[Timed]) -> list[Timed]:
    """ "June and July 2023" are one stretch."""
    out: list[Timed] = []
    for each in timed:
        before = out[-1] if out else None
        if before is not None and re.fullmatch(r"\s+and\s+", text[before.end : each.core]) and _next_month(before.when, each.when):
            when = replace(before.when, end=each.when.end, precision="range", basis=f"from the first to the last; {each.when.basis}")
            out[-1] = replace(before, end=each.end, when=when)
        else:
            out.append(each)
    return out


def _next_month(first: When, second: When) -> bool:
    beside = first.end is not None and second.start is not None and shift(first.end, 1) == second.start
    return beside and first.precision == second.precision == "month"


def _is_day_or_more(timed: Timed) -> bool:
    return timed.when.kind == "date" and (timed.when.start or timed.when.end) is not None


def _dates_something(timed: Timed, text: str) -> bool:
    """Dates do; of lengths only those that stand for a period by themselves ("for decades", "for 20 years"), no parts of a day."""
    if timed.when.kind == "date":
        return True
    if timed.when.kind != "length" or timed.lead != "for" or timed.when.value.startswith("PT"):
        return False
    return not _JAILED.search(text, max(timed.start - 40, 0), timed.start)


def ucdp_date_precision(when: DateRange) -> int | None:
    """UCDP GED date_prec: 1 the day, 2 two to six days, 3 a week, 4 a month, 5 a year; None for longer or open spans."""
    days = _days(when)
    if days is None:
        return None
    return next((code for code, most in ((1, 1), (2, 6), (3, 7), (4, 31), (5, 366)) if days <= most), None)


def acled_time_precision(when: DateRange) -> int | None:
    """ACLED time_precision: 1 the day, 2 within a week, 3 within a month; None for what is vaguer."""
    days = _days(when)
    if days is None:
        return None
    return next((code for code, most in ((1, 1), (2, 7), (3, 31)) if days <= most), None)


def _days(when: DateRange) -> int | None:
    start: date | None = when.start
    return (when.end - start).days + 1 if start is not None and when.end is not None else None
