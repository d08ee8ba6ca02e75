"""Which words that look like a date are one: "may" the verb, 2000 soldiers, the 9th Brigade and a name are not."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from casus.codebook.dates import load_dates
from casus.coding.dates.patterns import Found
from casus.model.text import Name, Token

_TIME_WORDS_BEFORE = re.compile(
    r"\b(?:in|on|since|until|till|by|before|after|from|during|of|between|and|to|through|for|throughout|around|about|late|early|mid|last|this|next|every|each)[\s-]+(?:the\s+)?$",
    re.IGNORECASE,
)
_WORD_AFTER = re.compile(r"[\s\"“”'’(]*([A-Za-z%°$€£]+)")
_WORD_BEFORE = re.compile(r"([A-Za-z.$€£]+|[$€£#])[\s(]*$")
_YEAR_LED = re.compile(
    r"\b(?:in|since|until|till|by|before|after|from|during|of|between|the|mid|early|late|year|and|to|through)[\s-]+$|[(\[,/–-]\s*$",
    re.IGNORECASE,
)
_TITLE_BEFORE = re.compile(r"\b(?:Mrs?|Ms|Dr|Gen|Col|Capt|Lt|Sgt|Theresa|Brian|Prime Minister|President|Minister)\.?\s+$")
_ON_A_DAY = re.compile(r"\b[Oo]n\s[A-Z]")
""" "On December 9 killed": after "on" stands a day, whatever follows."""
_AT = re.compile(r"\bat\s+(?:(?:around|about|some|exactly|precisely)\s+)?$", re.IGNORECASE)
_ARTICLE = re.compile(r"\bthe\s+$", re.IGNORECASE)
_MADE_IN = re.compile(r"\ban?\s+$", re.IGNORECASE)
_DETERMINERS = frozenset({"the", "a", "an", "his", "her", "their", "its", "this", "that", "these", "those", "at", "about", "only", "just"})

_FASTING = 9
_IN = re.compile(r"\b(?:in|during|since|until)\s+$", re.IGNORECASE)
_VERBAL = frozenset({"AUX", "VERB"})


def is_time(found: Found, text: str, tokens: Sequence[Token], names: Sequence[Name]) -> bool:
    """Whether these words tell a time here."""
    if _in_name(found, names) or _in_written_name(found, text):
        return False
    check = _CHECKS.get(found.rule)
    return check(found, text, tokens) if check else True


def _in_name(found: Found, names: Sequence[Name]) -> bool:
    """Words inside the name of a person or an organisation are part of the name."""
    around = (n for n in names if n.start <= found.start and found.end <= n.end and n.kind in {"person", "organisation"})
    return any(n.end - n.start > found.end - found.start for n in around)


def _in_written_name(found: Found, text: str) -> bool:
    """ "April 19 Movement", "Bloody Sunday": by the word beside it."""
    if found.rule not in {"dmy", "mdy", "month", "weekday", "year", "ordinal"}:
        return False
    after = _WORD_AFTER.match(text, found.end, found.end + 40)
    if after and after[1][0].isupper() and after[1].lower() in load_dates().name_words and text[found.end : found.end + 1] != ".":
        return True
    before = _WORD_BEFORE.search(text, max(found.start - 30, 0), found.start)
    return bool(before and before[1].lower() in load_dates().name_before and before[1][0].isupper())


def _upos_at(tokens: Sequence[Token], start: int, end: int) -> str:
    """The part of speech of the token that covers a span, '' without syntax."""
    return next((t.upos for t in tokens if t.start <= start < t.end or start <= t.start < end), "")


def _month_is_time(found: Found, text: str, tokens: Sequence[Token]) -> bool:
    word = found.get("m")
    if word not in load_dates().unsure_months or found.get("y") or found.get("near") or found.get("share"):
        return True
    at = text.find(found.parts["m"], found.start, found.end)
    written = text[at : at + len(word)]
    if _TITLE_BEFORE.search(text, max(found.start - 20, 0), found.start) or _upos_at(tokens, at, at + len(word)) in _VERBAL:
        return False
    if found.get("rel"):
        return written[0].isupper() or word not in {"may", "march", "mar", "dec", "sep", "jan", "jun"}
    led = _TIME_WORDS_BEFORE.search(text, max(found.start - 20, 0), found.start)
    if written.isupper() and len(word) > 3 and not led:
        return False
    if written[0].islower():
        return bool(led) and word not in {"mar", "dec", "sep", "jan", "jun"} and _upos_at(tokens, at, at + 1) == "PROPN"
    return bool(led) or (word not in {"may", "march", "mar"} and len(word) > 3) or _dotted(found, text)


def _dotted(found: Found, text: str) -> bool:
    return found.parts.get("m", found.parts.get("w", "")).endswith(".") and text[found.end : found.end + 2] not in {"", " "}


def _day_is_time(found: Found, text: str, tokens: Sequence[Token]) -> bool:
    """ "In May 15 people died" counts people; "may 5" with the verb may is none."""
    at = text.find(found.parts["m"], found.start, found.end)
    if found.get("m") in {"may", "march", "mar", "dec", "sep", "jan", "jun"} and text[at].islower():
        return bool(found.get("y")) or _upos_at(tokens, at, at + 1) == "PROPN"
    if found.rule == "mdy":
        return not ends_in_count(found, text, tokens)
    return True


def ends_in_count(found: Found, text: str, tokens: Sequence[Token]) -> bool:
    """Whether the day of "March 15" counts what follows it: "In March 15 soldiers were killed"."""
    if found.rule != "mdy" or found.get("y") or found.get("d2") or not found.get("d").isdigit():
        return False
    before = text[max(found.start - 6, 0) : found.start]
    if _ARTICLE.search(before) or _ON_A_DAY.search(f"{before}{text[found.start : found.end]}"):
        return False
    return not _in_written_name(found, text) and _counts_things(found, text, tokens)


def _counts_things(found: Found, text: str, tokens: Sequence[Token]) -> bool:
    """Whether the figure at the end of the words counts what follows it."""
    figure = next((t for t in tokens if t.end == found.end), None)
    if figure is not None and figure.deprel == "nummod" and 0 <= figure.head < len(tokens):
        head = tokens[figure.head]
        return head.start >= found.end and head.text.lower() not in {"attack", "attacks", "massacre", "bombing", "election", "elections"}
    return _counted_follows(text, found.end)


@lru_cache(maxsize=1)
def _counted() -> frozenset[str]:
    return load_dates().counted


def _counted_follows(text: str, end: int) -> bool:
    """Whether a word for things one counts stands within three words."""
    at = end
    for _ in range(3):
        match = _WORD_AFTER.match(text, at, at + 40)
        if match is None or text[at : match.start(1)].strip() or match[1].lower() in _DETERMINERS:
            return False
        if match[1].lower() in _counted():
            return True
        at = match.end(1)
    return False


def _year_is_time(found: Found, text: str, tokens: Sequence[Token]) -> bool:
    """A bare figure is a year after a time word; "2000 troops", "Resolution 1973", "1,500" and "$2000" are not."""
    if found.get("bc"):
        return True
    if found.get("share"):
        return not _counted_follows(text, found.end)
    led = _YEAR_LED.search(text, max(found.start - 20, 0), found.start)
    before = _WORD_BEFORE.search(text, max(found.start - 24, 0), found.start)
    if before and before[1].lower() in load_dates().not_year_after:
        return False
    if _AT.search(text, max(found.start - 20, 0), found.start) and _is_hour(found, tokens):
        return False
    if _MADE_IN.search(text, max(found.start - 4, 0), found.start) and _counts_name(found, tokens):
        return False
    if int(found.get("y")) < 1500:
        return bool(led) and int(found.get("y")) % 10 != 0 and not _counted_follows(text, found.end) and _ends_phrase(text, found.end)
    if _counted_follows(text, found.end):
        article = before is not None and before[1].lower() in {"the", "since", "until"}
        return article or (
            int(found.get("y")) % 10 != 0
            and bool(led)
            and before is not None
            and before[1].lower() in {"in", "of"}
            and (not _counted_next(text, found.end) or before[1] == "In" or _stands_alone(found, tokens))
        )
    return text[found.end : found.end + 2] not in {"-m", "-k", "m "} and not text.startswith(
        ("-strong", " -strong", "-plus", "+"), found.end
    )


def _is_hour(found: Found, tokens: Sequence[Token]) -> bool:
    """ "Was shot at 1830 on Monday": a time of day without its colon; "at 1930 prices", by the syntax, is none."""
    hour, minute = divmod(int(found.get("y")), 100)
    figure = next((t for t in tokens if t.end == found.end), None)
    of_noun = figure is not None and 0 <= figure.head < len(tokens) and tokens[figure.head].upos == "NOUN"
    after = figure is not None and of_noun and tokens[figure.head].start >= found.end
    return hour < 24 and minute < 60 and not after


def _counts_name(found: Found, tokens: Sequence[Token]) -> bool:
    """ "A 1969 Mercedes": the year a thing was made, by the syntax."""
    figure = next((t for t in tokens if t.end == found.end), None)
    return figure is not None and 0 <= figure.head < len(tokens) and tokens[figure.head].upos == "PROPN"


def _stands_alone(found: Found, tokens: Sequence[Token]) -> bool:
    """ "In 2003 soldiers seized the mill": by the syntax the figure counts nothing, as what it would count is the subject."""
    figure = next((k for k, t in enumerate(tokens) if t.end == found.end), None)
    if figure is None or tokens[figure].deprel == "nummod" or figure + 1 >= len(tokens):
        return False
    return tokens[figure + 1].deprel.startswith("nsubj") and tokens[figure + 1].head != tokens[figure].head


def _counted_next(text: str, end: int) -> bool:
    match = _WORD_AFTER.match(text, end, end + 30)
    return match is not None and match[1].lower() in _counted()


def _ends_phrase(text: str, end: int) -> bool:
    return not text[end:].lstrip(" ")[:1].isalpha()


def _weekday_is_time(found: Found, text: str, tokens: Sequence[Token]) -> bool:
    """Short weekdays ("Sun", "Wed") need their full stop or a capital and a time word."""
    word = found.get("w")
    if word not in load_dates().unsure_weekdays:
        return True
    at = text.find(found.parts["w"], found.start, found.end)
    dotted = text[at + len(word) : at + len(word) + 1] == "."
    led = re.search(r"\b(?:on|last|next|this)\s+$|\(\s*$", text[max(at - 8, 0) : at])
    return text[at].isupper() and (bool(led) or (dotted and word not in {"sun", "sat", "mon"}))


def _length_is_time(found: Found, text: str, tokens: Sequence[Token]) -> bool:
    """Ages and sizes are no times ("10-year-old", "a second")."""
    after = text[found.end : found.end + 12].lower()
    if re.match(r"[-\s]olds?\b|\s+of\s+age", after) or "old" in found.get("age"):
        return False
    before = text[max(found.start - 8, 0) : found.start].lower()
    return not re.search(r"\b(?:aged?|age\s+of)\s+$", before)


def _month_of_solar(found: Found, text: str, tokens: Sequence[Token]) -> bool:
    """Names of Solar Hijri months are names of people too: they count with a year of that calendar only."""
    return bool(found.get("y")) and 1300 <= int(found.get("y")) <= 1499


def _month_of_hijri(found: Found, text: str, tokens: Sequence[Token]) -> bool:
    """ "Ramadan" alone tells a time after a time word; the other months are names of people too and need a year."""
    month = load_dates().hijri_months.get(" ".join(found.get("m").split()))
    if found.get("y") or month != _FASTING:
        return bool(found.get("y"))
    return bool(found.get("rel") or found.get("near") or _TIME_WORDS_BEFORE.search(text, max(found.start - 20, 0), found.start))


def _feast_is_time(found: Found, text: str, tokens: Sequence[Token]) -> bool:
    """A feast tells a time with a year or after a time word; by itself it is what people keep or speak of."""
    led = _TIME_WORDS_BEFORE.search(text, max(found.start - 20, 0), found.start)
    return bool(found.get("y") or found.get("rel") or found.get("near")) or (led is not None and not led[0].lower().startswith("of"))


def _clock_is_time(found: Found, text: str, tokens: Sequence[Token]) -> bool:
    """ "10:12" needs a time word; verses, scores and ratios look alike."""
    return bool(
        re.search(r"[ap]\.?m|hrs|hours|gmt|utc|local|noon|midnight", found.get("clock"))
        or re.search(r"\b(?:at|by|around|about)\s+$", text[max(found.start - 8, 0) : found.start])
    )


def _that_is_time(found: Found, text: str, tokens: Sequence[Token]) -> bool:
    """ "The day" alone, or "that year", leans on a date told before; "the year" needs a word after it."""
    return bool(found.get("rel") or found.get("dir")) or text[found.start : found.start + 4].lower() == "that"


def _season_is_time(found: Found, text: str, tokens: Sequence[Token]) -> bool:
    """ "In the fall" is autumn, "the fall of the town" and "they fall" are not."""
    if found.get("s") != "fall" or found.get("y") or found.get("rel") or found.get("near"):
        return True
    led = text[found.start : found.end].lower().endswith("the fall") and _IN.search(text, max(found.start - 5, 0), found.start)
    return bool(led) and not text.startswith((" of", " in "), found.end)


_CHECKS = {
    "season": _season_is_time,
    "month": _month_is_time, "dmy": _day_is_time, "mdy": _day_is_time, "year": _year_is_time, "weekday": _weekday_is_time,
    "hijri_month": _month_of_hijri, "feast": _feast_is_time, "length": _length_is_time, "lengths": _length_is_time,
    "solar": _month_of_solar,
    "clock": _clock_is_time, "that": _that_is_time,
    "last_span": _length_is_time,
}  # fmt: skip
