"""What the words around a time expression lend it: the day of telling, the year spoken of, whether the act lies ahead."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from datetime import date
from functools import lru_cache

from casus.codebook.dates import load_dates
from casus.coding.dates.patterns import Found, find_words
from casus.coding.dates.values import make_day
from casus.model.text import Report, Sentence, Token
from casus.model.when import DateRange

HEAD = 600
"""A dateline stands this near the beginning of the text, in code points."""

REACH = 1500
"""How far back a date told before may stand, in code points."""

_HISTORY = 4000
_YEARS = re.compile(r"(?<![\w.,$€£])(1[0-9]\d\d|20[0-4]\d)(?![\w%]|[.,:]\d|-\d\d-)")
_DATELINE_BEFORE = re.compile(
    r"(?:^|[\n\u2028(,–—-]|\b(?:Update|Release|Published|Posted|Date|Updated|on|—|:)"
    r"|(?:^|[\n\u2028])[A-Z][\w .,'’-]{1,60} \([A-Z][\w /.&-]{1,30}\))[\s(]*$",
    re.IGNORECASE,
)
_DATELINE_AFTER = re.compile(r"\s*(?:[)\n\u2028]|--|[–—-]|\.|:|$|[(/|])")
_LINE_BEFORE = re.compile(r"(?:^|[\n\u2028])[^\n\u2028.!?]{0,70}[(,]\s*$")
_LINE_AFTER = re.compile(r"\s*\)?\s*(?:\([A-Z][\w /.]{1,30}\)\s*)?(?:--|[–—]|-\s|:|[\n\u2028]|$)")
_SERIAL = re.compile(r"\b(20\d\d)-(0[1-9]|1[0-2])\b")
_UP_TO = re.compile(r"\b(?:until|till|to|through)\s+$", re.IGNORECASE)
_UP_TO_INSIDE = re.compile(r"(?:until|till|through)\b", re.IGNORECASE)
_DAYS = frozenset({"weekday", "dmy", "mdy", "iso", "day_word"})
_QUALIFIES = re.compile(r" (?:on $|(?!(?:in|on|at|by|and|from|as|for|with|after|when|that|to|of)\b)[a-z])")
"""Behind a word that qualifies a noun ("an overnight raid"), or one that the day follows at once."""
_CLAUSE_BREAK = re.compile(r"[.;:!?\n\"“”]|\b(?:that|which|who|after|when|while|as)\b", re.IGNORECASE)
_SAYING = re.compile(
    r"\b(?:said|says|told|announced|reported|added|stated|warned|confirmed|claimed|denied|tweeted|wrote|speaking|statement|spoke)\b[^,]{0,25}$",
    re.IGNORECASE,
)


def day_of_telling(report: Report) -> tuple[date | None, str]:
    """The day relative words are counted from: publication, else the date in the text's head, with what it is called."""
    if report.published is not None:
        return report.published, "publication"
    head = _dateline(report.text[:HEAD])
    return head, "the dateline"


@lru_cache(maxsize=64)
def _dateline(head: str) -> date | None:
    """The first date of the head that stands as a dateline does: in brackets, on its own line, before a dash."""
    for found in find_words(head, 0, len(head)):
        if found.rule not in {"dmy", "mdy", "iso"} or found.get("d2"):
            continue
        if not (_DATELINE_AFTER.match(head, found.end) and _DATELINE_BEFORE.search(head, 0, found.start)):
            continue
        day = _dateline_day(found, head)
        if day is not None:
            return day
    return None


def heads_line(report: Report, when: DateRange) -> bool:
    """Whether a date stands in a dateline ("KABUL (Nov. 12, 2011) — ..."): it tells when that was written, not when it happened."""
    if when.evidence is None:
        return False
    before = report.text[max(0, when.evidence.start - 90) : when.evidence.start]
    return bool(_LINE_BEFORE.search(before)) and bool(_LINE_AFTER.match(report.text, when.evidence.end))


def _dateline_day(found: Found, head: str) -> date | None:
    if found.rule == "iso":
        return make_day(int(found.get("y")), int(found.get("m")), int(found.get("d")))
    month = load_dates().months[found.get("m")]
    short = found.get("yy") or found.get("yd")
    year = int(found.get("y")) if found.get("y") else int(short) if len(short) == 4 else None
    if year is None and short:
        year = 1900 + int(short) if int(short) > 40 else 2000 + int(short)
    if year is None:
        year = _serial_year(head, month)
    return make_day(year, month, int(found.get("d").rstrip("stndrh"))) if year else None


def _serial_year(head: str, month: int) -> int | None:
    """The year of a release number such as 2010-09-CA-203, where its month is the date's or the one before: a number is given out ahead."""
    for serial in _SERIAL.finditer(head):
        year, of = int(serial[1]), int(serial[2])
        if (month - of) % 12 <= 1:
            return year + (month < of)
    return None


def numbered_year(report: Report, found: Found) -> int | None:
    """The year of a date without one in a text that has no dateline but a release number."""
    month = load_dates().months.get(found.get("m"))
    return _serial_year(report.text[:HEAD], month) if month and day_of_telling(report)[0] is None else None


def passage(report: Report, sentence: Sentence) -> tuple[tuple[int, int], ...]:
    """Where the words stand that may tell a date this sentence leans on: its paragraph and the one before, as spans."""
    here = sentence.paragraph
    if not 0 <= here < len(report.blocks):
        return ((max(sentence.start - REACH, 0), sentence.start),) if sentence.start else ()
    blocks = [report.blocks[i] for i in (here - 1, here) if i >= 0]
    return tuple((b.start, b.end) for b in blocks if (b.kind == "paragraph" or b is blocks[-1]) and b.start < sentence.start)


def words_before(text: str, start: int, end: int, stop: int) -> tuple[Found, ...]:
    """Words of a paragraph that may tell a time, those within reach before `stop`."""
    found = _words_of(text, start, end)
    first = bisect_left(found, stop - REACH, key=lambda f: f.start)
    last = bisect_left(found, stop, key=lambda f: f.start)
    return found[first:last]


@lru_cache(maxsize=8)
def _words_of(text: str, start: int, end: int) -> tuple[Found, ...]:
    """A paragraph is looked at once, however many sentences lean on it."""
    return tuple(find_words(text, start, end))


def year_before(report: Report, start: int) -> int | None:
    """The last year written before `start`, for a text of history."""
    found = list(_YEARS.finditer(report.text, max(start - _HISTORY, 0), start))
    return int(found[-1][1]) if found else None


@lru_cache(maxsize=16)
def is_history(text: str, anchor: date | None) -> bool:
    """Whether a text tells of years past: it names six or more, nine of ten of them two years or more before the telling."""
    years = [int(m[1]) for m in _YEARS.finditer(text)]
    if anchor is None or len(years) < 6:
        return anchor is None and bool(years)
    return sum(year < anchor.year - 1 for year in years) >= 0.9 * len(years)


def ends_span(found: Found, text: str) -> bool:
    """Whether these words name the day up to which something holds: "until April 30", "extended to May 1"."""
    return bool(_UP_TO.search(text, max(found.start - 12, 0), found.start) or _UP_TO_INSIDE.match(text, found.start, found.end))


def is_night_of(found: Found, ahead: Found | None, text: str) -> bool:
    """Whether "overnight" says no more than the part of a day named behind it: "an overnight raid in Karna on Saturday"."""
    if found.rule != "day_word" or ahead is None or ahead.rule not in _DAYS or not text.startswith("overnight", found.start):
        return False
    between = text[found.end : ahead.start]
    nights = between.isspace() and ahead.rule == "weekday"  # "overnight Tuesday to Wednesday"
    return (nights or bool(_QUALIFIES.match(between))) and not (_CLAUSE_BREAK.search(between) or _SAYING.search(between))


_FEW = 8
"""How many words at most stand between "due" and its day."""
_COMING = frozenset({"plan", "planned", "schedule", "scheduled", "upcoming", "forthcoming", "expect", "expected", "slate", "slated"})
_OF_MONTH = frozenset({"dmy", "mdy"})


def lies_ahead(
    found: Found, text: str, start: int, tokens: Sequence[Token], *, told_late: bool = True, heading: bool = False
) -> bool:
    """Whether the clause around these words speaks of what is still to come; what "would" come does where it is `told_late`."""
    if tokens:
        by_syntax = _ahead_by_syntax(found, tokens, would=told_late, heading=heading)
        if by_syntax is not None:
            return by_syntax
    left = text[max(start, found.start - 80) : found.start]
    if _SAYING.search(left):
        return False
    breaks = [m.end() for m in _CLAUSE_BREAK.finditer(left)]
    clause = left[breaks[-1] if breaks else 0 :]
    if not clause.strip(" ,onatby") and found.start - start < 12:
        clause = re.split(r"[.;:!?\n\"“”]", text[found.end : found.end + 60])[0]
    return bool(_future_words().search(clause))


@lru_cache(maxsize=1)
def _future_words() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, load_dates().future))})\b", re.IGNORECASE)


def _would_be(tokens: Sequence[Token], verb: int) -> bool:
    """ "Said he would fly on Thursday": ahead of the saying; not "would have flown"."""
    aux = {t.text.lower() for t in tokens if t.head == verb and t.deprel.startswith("aux")}
    return bool(aux & {"would", "'d", "’d"}) and not aux & {"have", "had"}


def is_appointed(tokens: Sequence[Token], day: int, verb: int) -> bool:
    """ "Called a strike for Friday", "from Friday", "have called one on Friday": what is appointed for a day lies ahead.

    "Called for talks on Friday" need not: the day may be that of the call, but for a perfect, which takes no day of its own.
    """
    while tokens[day].deprel == "nmod:unmarked" and tokens[day].head >= 0 and abs(tokens[day].head - day) == 1:
        day = tokens[day].head  # "on 1 April", its number read as the head
    led = {t.lemma.lower() for t in tokens if t.head == day and t.deprel == "case"}
    perfect = any(t.head == verb and t.deprel == "aux" and t.text.lower() in {"have", "has"} for t in tokens)
    appointed = bool(led & {"for", "from"}) or ("on" in led and (perfect or tokens[verb].lemma.lower() == "schedule"))
    return appointed and tokens[verb].lemma.lower() in load_dates().appointing


def _is_planned(tokens: Sequence[Token], day: int) -> bool:
    """ "Ahead of Friday's planned march": what a day's noun is called."""
    day = tokens[day].head if tokens[day].text in {"'s", "’s"} else day
    noun = tokens[day].head
    of_noun = noun > day and tokens[day].deprel in {"nmod:poss", "compound", "nmod:unmarked"}
    return of_noun and any(t.head == noun and t.deprel == "amod" and t.lemma.lower() in _COMING for t in tokens)


def _is_of_plan(tokens: Sequence[Token], day: int) -> bool:
    """ "A strike due to start on Monday": right behind what is to be done, whatever the parse hangs the day on."""
    to = next((i for i in range(day - 1, max(day - _FEW, 0), -1) if tokens[i].text.lower() == "to"), -1)
    between = tokens[to + 1 : day]
    clean = all(t.upos not in {"PUNCT", "CCONJ", "SCONJ", "AUX"} for t in between) and sum(t.upos == "VERB" for t in between) < 2
    return to > 0 and clean and tokens[to - 1].text.lower() in {*_COMING, "due"}


def _is_due(tokens: Sequence[Token], at: int) -> bool:
    """ "Is due to meet", "a strike due to start on Monday": its "due to" read as a preposition."""
    return any(t.head == at and t.lemma.lower() == "due" and t.deprel in {"case", "mark"} for t in tokens)


def _is_awaited(tokens: Sequence[Token], verb: int) -> bool:
    """ "The envoy is expected in Goma on Monday": the day is that of what is awaited."""
    now = any(t.head == verb and t.deprel == "aux:pass" and t.text.lower() in {"is", "are", "'s", "’s", "be"} for t in tokens)
    return now and tokens[verb].lemma.lower() in {"expect", "await", "schedule", "plan", "slate"}


def _ahead_by_syntax(found: Found, tokens: Sequence[Token], *, would: bool, heading: bool) -> bool | None:
    """Whether the verb the words hang on is in the future; None where the syntax does not say."""
    day = at = next((i for i, t in enumerate(tokens) if t.start <= found.end - 1 < t.end), None)
    for _ in range(12):
        if at is None or tokens[at].head < 0 or tokens[at].upos in {"VERB", "AUX"}:
            break
        if _is_due(tokens, at):
            return True
        at = tokens[at].head
    if at is None or tokens[at].upos not in {"VERB", "AUX"}:
        return None
    if day is not None and (is_appointed(tokens, day, at) or _is_planned(tokens, day) or _is_of_plan(tokens, day)):
        return True
    below = [t for t in tokens if t.head == at]
    if any(t.deprel.startswith("aux") and t.lemma.lower() in {"will", "shall", "'ll"} for t in below):
        return True
    if _is_due(tokens, at) or _is_awaited(tokens, at):
        return True
    dated = found.rule in _OF_MONTH or (found.rule == "weekday" and not heading)
    if dated and tokens[at].xpos in {"VBZ", "VBP"} and tokens[at].lemma.lower() in load_dates().timetabled:
        return True
    over = tokens[at].head if tokens[at].deprel == "advcl" else -1
    if would and (_would_be(tokens, at) or (over >= 0 and _would_be(tokens, over))):
        return True
    to = next((t for t in below if t.deprel == "mark" and t.lemma.lower() == "to"), None)
    if to is not None and any(t.deprel in {"aux", "cop"} and t.lemma.lower() == "be" and t.start < to.start for t in below):
        return True
    if to is not None and tokens[at].head >= 0:
        return tokens[tokens[at].head].lemma.lower() in {
            "plan",
            "schedule",
            "expect",
            "due",
            "set",
            "slate",
            "vow",
            "promise",
            "agree",
            "intend",
            "mean",
            "be",
        }
    return any(t.lemma.lower() in {"upcoming", "forthcoming", "schedule", "slate"} for t in below)
