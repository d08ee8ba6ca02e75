"""The grammar of time expressions: which words of a text may be a date, before anything is resolved.

Patterns are built from the vocabulary (codebook/dates.yaml). Every repetition is bounded, so time is linear in the text.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache

from casus.codebook.dates import DateWords, load_dates

DASH = "[-‐-―−]"


@dataclass(frozen=True, slots=True)
class Rule:
    """A named pattern of the grammar. `needs`: of each group of signs one must stand in the text for the pattern to match."""

    name: str
    pattern: re.Pattern[str]
    needs: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class Found:
    """Words that may be a date: the rule that took them, where they stand, and the named parts of the match."""

    rule: str
    start: int
    end: int
    parts: dict[str, str]

    def get(self, name: str) -> str:
        """A named part in lower case without its dots, or ''."""
        return self.parts.get(name, "").lower().strip(" .")


def _either(words: Iterable[str]) -> str:
    return "|".join(re.escape(w).replace(r"\ ", r"\s+") for w in sorted(set(words), key=lambda w: (-len(w), w)))


def _names(words: Mapping[str, int]) -> str:
    """Months or weekdays; a full stop belongs to a short form only ("Dec.", not "June.")."""
    longest = {number: max((w for w in words if words[w] == number), key=len) for number in words.values()}
    short = [w for w in words if w not in longest.values()]
    return rf"(?:{_either(longest.values())})\b|(?:{_either(short)})\b\.?"


def _pieces(words: DateWords) -> dict[str, str]:
    """Building blocks of the patterns, by the name they have in braces."""
    months = _names(words.months)
    numbers = _either([*words.numbers, *words.vague_numbers])
    units = _either(words.units)
    parts = _either(words.parts_of_day)
    clock = r"\d{1,2}(?:[:.]\d\d)?\s?(?:a\.?m\.?|p\.?m\.?)(?!\w)|\d{1,2}:\d\d(?::\d\d)?|midnight|noon|\d{4}\s?h(?:ou)?rs?\b"
    zone = r"(?:\s?(?:hrs|hours|gmt|utc|est|local\s+time|\([0-9]{4}\s?gmt\)))?"
    return {
        "DAY": r"(?:0?[1-9]|[12]\d|3[01])(?:st|nd|rd|th)?(?![\w%]|[.,:]\d)",
        "MON": rf"(?:{months})",
        "YEAR": r"(?:1[0-9]\d\d|20\d\d)(?![\w%]|[.,:]\d|-\d\d-)",
        "WDAY": rf"(?:{_names(words.weekdays)})",
        "PART": rf"(?:{parts})",
        "NUM": rf"(?:{numbers}|\d{{1,3}}(?:,\d{{3}})?(?:\.\d)?)",
        "UNIT": rf"(?:{units})\b",
        "SEASON": rf"(?:{_either(words.seasons)})\b",
        "SHARE": rf"(?:{_either(words.shares)})",
        "CLOCK": rf"(?:{clock}){zone}",
        "DASH": DASH,
        "TO": rf"(?:\s?{DASH}\s?|\s?/\s?|\s+(?:to|and|or|through|until|till)\s+(?:the\s+)?)",
        "ROUGH": r"(?:(?:more|less|fewer|longer)\s+than|at\s+least|up\s+to|some|about|around|nearly|almost|over|roughly|barely|only|just)",
        "NEAR": r"(?:last|this|next|past|coming|previous|following|preceding|current|same|that|upcoming)",
        "HIJRI": rf"(?:{_either(words.hijri_months)})",
        "SOLAR": rf"(?:{_either(words.solar_months)})",
        "NAMED": rf"(?:{_either(words.named_days)})",
        "FEAST": rf"(?:{_either(words.feasts)})",
        "ORDINAL": rf"(?:{_either(words.ordinals)})",
    }


_RULES = (
    ("iso", r"(?P<y>\d{4})[-/](?P<m>0[1-9]|1[0-2])[-/](?P<d>0[1-9]|[12]\d|3[01])(?:T[0-9:.Z+-]{4,14})?(?![\w/-])"),
    ("slash", r"(?P<a>\d{1,2})(?P<sep>[/.])(?P<b>\d{1,2})(?P=sep)(?P<y>\d{4}|(?<=/)\d\d)(?![\w/]|\.\d)"),
    ("named", r"(?P<named>{NAMED})(?:\s+day)?(?:,?\s+(?:of\s+)?(?P<y>{YEAR}))?"),
    (
        "dmy",
        r"(?:(?P<w>{WDAY}),?\s+)?(?:the\s+)?(?P<d>{DAY})(?:(?:,\s*{DAY}){0,5},?{TO}(?P<d2>{DAY}))?\s?(?:-|\s|of\s|\sof\s)\s?"
        r"(?P<m>{MON})(?:,?\s+(?:of\s+)?(?P<y>{YEAR})|,?\s+(?:of\s+)?(?:the\s+)?(?P<near>last|this|current|next|that)\s+year|\s+(?P<yy>\d\d)(?=\s*"
        r"(?:[),.(]|--|$)))?"
    ),
    ("dmy", r"the\s+(?P<dw>{ORDINAL})\s+(?:day\s+)?of\s+(?P<m>{MON})(?:,?\s+(?:of\s+)?(?P<y>{YEAR}))?"),
    ("dmy", r"(?P<d>{DAY})-(?P<m>{MON})-(?P<yd>\d{4}|\d\d)(?![\d-])"),
    (
        "mdy",
        r"(?:(?P<w>{WDAY}),?\s+)?(?P<m>{MON})\s?(?:the\s+)?(?P<d>{DAY})(?:(?:,\s*{DAY}){0,5},?{TO}(?P<d2>{DAY}))?(?:,?\s+"
        r"(?:of\s+)?(?P<y>{YEAR})|,?\s+(?:of\s+)?(?:the\s+)?(?P<near>last|this|current|next|that)\s+year)?"
    ),
    (
        "month",
        r"(?:(?:the\s+)?(?P<share>{SHARE})(?:\s+(?:of|in)|{DASH})?\s?(?:the\s+month\s+of\s+)?)?(?:(?P<rel>{NEAR})\s+)?"
        r"(?P<m>{MON})(?:,?\s?(?:of\s+|in\s+|{DASH})?(?P<y>{YEAR})|,?\s+(?:of\s+)?(?:the\s+)?(?P<near>last|this|current|next|that|same"
        r"|previous|following)\s+year)?"
    ),
    ("years", r"(?P<y>{YEAR})\s?(?:{DASH}|/)\s?(?P<y2>{YEAR}|\d\d)(?![\w-]|[.,]\d)"),
    (
        "year",
        r"(?:(?:the\s+)?(?P<share>{SHARE})(?:\s+(?:of|in)|{DASH})?\s?)?(?:the\s+(?:fiscal\s+)?year\s+(?:of\s+)?)?(?P<y>{YEAR})"
        r"(?:\s?(?P<bc>BCE?)\b)?"
    ),
    ("bc", r"(?P<y>\d{1,4})\s?(?P<bc>BCE?|AD|CE)\b"),
    (
        "decade",
        r"(?:the\s+)?(?:(?P<share>{SHARE})(?:\s+(?:of\s+the)|{DASH})?\s?)?(?:the\s+)?(?:(?P<y>1\d\d0|20\d0)[’']?s|[’']"
        r"(?P<yy>\d0)s)(?!\w)"
    ),
    (
        "century",
        r"(?:the\s+)?(?:(?P<share>{SHARE})[-\s](?:of\s+the\s+)?)?(?:(?P<n>\d{1,2}(?:st|nd|rd|th)|{ORDINAL}|last"
        r"|this|next)(?:\s|-)century)(?:\s(?P<bc>BCE?|B\.C\.))?"
    ),
    (
        "weekday",
        r"(?:(?P<clock>{CLOCK})\s?,?(?:\s?on)?\s)?(?:(?:the\s+)?(?P<rel>last|next|this\s+past|this\s+coming|this|past|coming"
        r"|previous|following)\s+)?(?:(?P<share>early|late|mid)\s+)?(?P<w>{WDAY})(?:\s?{DASH}\s?(?P<w2>{WDAY}))?(?:[’']s?)?(?:\s"
        r"(?:early\s|late\s)?(?P<part>{PART})\b(?!\s+prayer))?(?:,?\s+(?:of\s+)?(?P<week>last|this|next)\s+week"
        r"|(?P<on>\s+week)(?![’']|-|\w))?(?:\s+at\s+{CLOCK})?"
    ),
    (
        "day_word",
        r"(?:(?:early|earlier|late|later)\s+)?(?P<day>the\s+day\s+before\s+yesterday|the\s+day\s+after\s+tomorrow|yesterday"
        r"|today|tonight|tomorrow|overnight|last\s+night|this\s+(?:{PART})|last\s+evening)(?:[’']s)?(?:\s+(?P<part>{PART})\b)?"
    ),
    (
        "near_unit",
        r"(?:(?:the\s+)?(?P<share>earlier|later|early|late|mid)\s*(?:in\s+|{DASH})?)?(?:the\s+)?(?P<rel>{NEAR})\s+(?:fiscal\s+"
        r"|calendar\s+|entire\s+|whole\s+|very\s+)?(?P<unit>day|night|morning|afternoon|evening|week|weekend|month|quarter|year"
        r"|decade)(?:[’']s)?(?![\w-])"
    ),
    ("weekend", r"the\s+weekend"),
    (
        "part_of",
        r"(?:the\s+)?(?:very\s+)?(?P<share>start|beginning|end|middle|close|(?:first|last|final)\s+week|first\s+half|second\s+half|first\s+quarter"
        r"|second\s+quarter|third\s+quarter|(?:fourth|last|final)\s+quarter|first\s+(?P<n>{NUM})\s+months|last\s+"
        r"(?P<n2>{NUM})\s+months|rest|remainder|turn)\s+of\s+(?:(?P<m>{MON})(?:,?\s+(?P<y>{YEAR}))?|(?P<y1>{YEAR})|(?:the\s+"
        r"(?:fiscal\s+)?|(?P<rel>last|this|next)\s+)(?P<unit>day|week|month|year|decade))"
    ),
    ("quarter", r"(?P<q>Q[1-4]|H[12])\s?(?:of\s+)?(?P<y>{YEAR})"),
    (
        "ago",
        r"(?:{ROUGH}\s+)?(?:(?P<n>{NUM})(?:\s+(?:or|to)\s+{NUM})?(?:\s+and\s+a\s+half)?\s+)?(?:short\s+|long\s+)?"
        r"(?P<unit>{UNIT})(?:\s+and\s+a\s+half)?\s+(?:ago|back)\b"
    ),
    (
        "offset",
        r"(?:(?:no\s+)?{ROUGH}\s+)?(?:only\s+|just\s+|barely\s+)?(?:(?P<n>{NUM})(?:\s+(?:or|to)\s+{NUM})?"
        r"(?:\s+and\s+a\s+half)?\s+)?(?:short\s+)?(?P<unit>{UNIT})(?:\s+and\s+a\s+half)?\s+(?P<dir>later|earlier|afterwards?"
        r"|beforehand|previously|prior|hence|before|after|following|since|into|on)\b(?!\s+(?:this|that)\s+(?:day|week|month|year)\b)"
    ),
    (
        "that",
        r"(?:the|that)\s+(?:very\s+)?(?P<rel>same|next|following|previous)?\s?(?P<unit>day|night|morning|evening|afternoon|week"
        r"|month|year)\s?(?P<dir>before|after|earlier|later)?(?![\w-]|\s+of\b)"
    ),
    (
        "ordinal",
        r"(?:the\s+)(?P<d>(?:0?[1-9]|[12]\d|3[01])(?:st|nd|rd|th))(?P<of>\s+of\s+(?:that|the|this|last|next"
        r"|the\s+same)\s+month)?(?=\s*(?:[.,;:)]|$|and\b|at\b|in\b|when\b|of\b|to\b))"
    ),
    ("ordinal_of", r"(?P<d>(?:0?[1-9]|[12]\d|3[01])(?:st|nd|rd|th))\s+of\s+(?:that|the|this|last|next|the\s+same)\s+month"),
    (
        "last_span",
        r"(?:(?:the|these|this)\s+)?(?P<rel>last|past|previous|preceding|coming|next|recent|following|intervening|first|final"
        r"|same|early|later)\s+(?:{ROUGH}\s+)?(?:(?P<n>{NUM})(?:{DASH}|\s+))?(?P<unit>{UNIT})(?:[’'])?"
    ),
    (
        "length",
        r"(?:the\s+|a\s+mere\s+)?(?:(?:no\s+)?{ROUGH}\s+)?(?:(?P<n>{NUM})(?:\s+(?:or|to)\s+{NUM}|{DASH}(?:to-)?{NUM})?"
        r"(?:\s+and\s+a\s+half)?(?P<hyphen>{DASH}|\s+))(?:more\s+|full\s+|consecutive\s+|straight\s+|short\s+|long\s+|whole\s+)?"
        r"(?P<unit>{UNIT})(?P<age>{DASH}old|\s+old|\s+of\s+age)?(?:[’'])?"
    ),
    ("lengths", r"(?P<unit>days|weeks|months|years|decades|centuries|hours|minutes|nights)(?P<age>{DASH}old|{DASH}long|\s+old)?"),
    (
        "season",
        r"(?:(?:the\s+)?(?P<share>{SHARE})(?:\s+of\s+|\s+|{DASH})(?:the\s+)?)?(?:the\s+)?(?:(?P<rel>last|this|next|that|past"
        r"|previous|following)\s+)?(?P<s>{SEASON})(?:,?\s+(?:of\s+)?(?P<y>{YEAR})|\s+of\s+(?P<near>last|this|next)\s+year)?"
    ),
    ("clock", r"(?P<clock>{CLOCK})"),
    (
        "often",
        r"\b(?:daily|nightly|weekly|monthly|yearly|annually|annual|(?:every|each)\s+(?:other\s+|single\s+)?(?:{UNIT}|{WDAY}"
        r"|{PART}|{SEASON})|(?:per|a)\s+(?:day|week|month|year|night)(?=\s*[.,;)]|\s+(?:in|on|from|and)\b))"
    ),
    (
        "now",
        r"(?P<now>now|nowadays|currently|presently|recently|lately|at\s+present|at\s+the\s+moment|at\s+that\s+time"
        r"|at\s+this\s+time|at\s+the\s+time|the\s+present(?:\s+day)?|the\s+past|the\s+future|the\s+near\s+future|previously"
        r"|formerly)"
    ),
    (
        "fiscal",
        r"(?:the\s+)?(?:(?:fiscal|financial)(?:\s+year)?|FY)\s?(?P<y>{YEAR})(?:(?:{DASH}|/)(?P<y2>\d\d(?:\d\d)?)(?!\d))?"
    ),
    ("fiscal", r"(?:the\s+)?(?P<y>{YEAR})(?:{DASH}|/)(?P<y2>\d\d(?:\d\d)?)\s+(?:fiscal|financial)\s+year"),
    ("hijri", r"(?P<d>\d{1,2})(?:st|nd|rd|th)?\s+(?:of\s+)?(?P<m>{HIJRI})(?:,?\s+(?P<y>1[34]\d\d)(?:\s?AH\b|\s?A\.H\.)?)"),
    (
        "hijri_month",
        r"(?:(?:the\s+)?(?:(?:holy|fasting)\s+)?month\s+of\s+)?(?:(?P<rel>last|this|next)\s+(?:year[’']s\s+)?)?(?P<m>{HIJRI})"
        r"(?:,?\s+(?:(?:in|of)\s+)?(?P<y>1[34]\d\d|19\d\d|20\d\d)(?:\s?AH\b|\s?A\.H\.)?|\s+(?P<near>last|this|next)\s+year)?"
    ),
    (
        "feast",
        r"(?:(?P<rel>last|this|next)\s+(?:year[’']s\s+)?)?(?P<feast>{FEAST})(?:,?\s+(?:(?:in|of)\s+)?(?P<y>1[34]\d\d|19\d\d|20\d\d)"
        r"|\s+(?P<near>last|this|next)\s+year)?"
    ),
    (
        "hijri_year",
        r"(?:the\s+year\s+)?(?P<y>1[0-4]\d\d)\s?(?P<era>AH\b|A\.H\.|SH\b|S\.H\.|AHS\b|(?:solar\s+hijri|hijri\s+shamsi|lunar\s+hijri"
        r"|hijri\s+qamari)\b)"
    ),
    ("solar", r"(?:(?P<d>\d{1,2})(?:st|nd|rd|th)?\s+(?:of\s+)?)?(?P<m>{SOLAR})(?:,?\s+(?P<y>1[34]\d\d))"),
)  # fmt: skip


_NEEDS: dict[str, tuple[str, ...]] = {
    "dmy": ("month",), "mdy": ("digit", "month"), "month": ("month",), "named": ("named",),
    "weekday": ("weekday",), "day_word": ("day_word",), "near_unit": ("unit",), "weekend": ("weekend",), "part_of": (" of",),
    "ago": ("unit", "ago"), "offset": ("unit",), "that": ("th", "unit"), "last_span": ("unit",), "length": ("unit",), "lengths": ("unit",),
    "season": ("season",), "clock": ("clock",), "often": ("often",), "now": ("now",), "hijri": ("digit", "hijri"), "solar": ("solar",),
    "century": ("centur",), "hijri_month": ("hijri",), "feast": ("feast",),
    "hijri_year": ("digit", "era"), "fiscal": ("digit", "fiscal"),
}  # fmt: skip
"""What a rule needs, by the names of `_signs` or as a sign itself; the other rules need a digit."""

_BRACES = re.compile(r"\{([A-Z]+)\}")


def _signs(words: DateWords) -> dict[str, tuple[str, ...]]:
    """Signs, in lower case, one of which stands wherever words of that kind do."""
    units = tuple(unit[:6] for unit in words.units) + tuple(part[:6] for part in words.parts_of_day)
    return {
        "digit": tuple("0123456789"), "month": tuple(m[:3] for m in words.months), "weekday": tuple(d[:3] for d in words.weekdays),
        "named": tuple(n.split()[0] for n in words.named_days), "season": tuple(words.seasons), "unit": units,
        "day_word": ("today", "tonight", "yesterday", "tomorrow", "night", "this", "evening"), "ago": ("ago", "back"),
        "clock": (*"0123456789", "noon", "midnight"), "often": ("ly", "annual", "every", "each", "per", " a "),
        "now": ("now", "current", "present", "recent", "lately", "time", "moment", "past", "future", "former", "previous"),
        "feast": tuple(f.split()[0] for f in words.feasts), "era": ("ah", "sh", "a.h", "s.h", "hijri"),
        "fiscal": ("fiscal", "financ", "fy"),
        "hijri": tuple(m[:3] for m in words.hijri_months), "solar": tuple(m[:4] for m in words.solar_months),
    }  # fmt: skip


@lru_cache(maxsize=1)
def rules() -> tuple[Rule, ...]:
    """The grammar, strongest pattern first."""
    words = load_dates()
    pieces, signs = _pieces(words), _signs(words)
    built = []
    for name, source in _RULES:
        pattern = _BRACES.sub(lambda brace: pieces[brace[1]], source)
        needs = tuple(tuple(dict.fromkeys(signs.get(need, (need,)))) for need in _NEEDS.get(name, ("digit",)))
        built.append(Rule(name, re.compile(rf"(?<![\w$€£])(?<![\d][.,:/])(?:{pattern})", re.IGNORECASE), needs))
    return tuple(built)


def find_words(text: str, start: int, end: int) -> list[Found]:
    """All words of `text[start:end]` that may be a date: leftmost first, the longest of those that overlap."""
    lower = text[start:end].lower()
    found = []
    for rank, rule in enumerate(rules()):
        if not all(any(sign in lower for sign in signs) for signs in rule.needs):
            continue
        for match in rule.pattern.finditer(text, start, end):
            last = match.end()
            while text[last - 1].isspace():
                last -= 1
            if last < len(text) and text[last - 1].isalnum() and text[last].isalnum():
                continue
            found.append((match.start(), -last, rank, match))
    found.sort(key=lambda item: item[:3])
    return _leftmost(found)


def _leftmost(found: list[tuple[int, int, int, re.Match[str]]]) -> list[Found]:
    kept: list[Found] = []
    for start, minus_end, rank, match in found:
        if kept and start < kept[-1].end:
            continue
        parts = {name: value for name, value in match.groupdict().items() if value}
        kept.append(Found(_RULES[rank][0], start, -minus_end, parts))
    return kept
