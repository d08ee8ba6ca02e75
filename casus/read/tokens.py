"""Cut raw text into words the way UD English does.

Offsets are code points into the text given; the law is ``text[start:end]`` *is* the token.
Conventions follow the EWT and GUM treebanks: clitics and hyphens stand alone, abbreviations keep
their dot, figures stay whole.  Every pattern is bounded, so time is linear in the length of the text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

Span = tuple[int, int]


def _set(words: str) -> frozenset[str]:
    return frozenset(words.split())


LONGEST: Final = 200
"""No word and no run of one sign is longer than this many code points; longer ones are cut."""

ABBREVIATIONS: Final = _set(
    """
    mr mrs ms dr prof rev hon pres gov sen rep reps gen lt col sgt maj capt cmdr adm brig cpl pvt pte
    st mt ft jr sr messrs mme mlle inc corp co ltd llc bros dept univ assn no nos vol vols pp fig figs
    ed eds al etc vs viz cf ca approx est esp ave blvd rd hwy tel fax ext attn jan feb mar apr jun jul
    aug sept sep oct nov dec mon tue tues wed thu thur thurs fri sat sun ph dist div supt insp const
    """
)
"""Lower-case abbreviations whose full stop belongs to them."""

WORDS_TOO: Final = _set("no mar sat sun fig ed est mon ca al pp ext fax div")
"""Abbreviations that are words too: these keep a dot only before a figure, "," or ")" or, some, a small letter."""

PREFIXES: Final = _set("anti co e ex inter mid multi non over post pre pro re semi sub super trans ultra un under")
"""Prefixes that EWT and GUM leave joined to their word by the hyphen."""

JOINED: Final = {
    **dict.fromkeys(("cannot", "gonna", "wanna", "gotta", "gimme", "lemme"), 3),
    **{word: len(word) - 2 for word in ("dont", "didnt", "doesnt", "isnt", "arent", "wasnt", "couldnt", "wouldnt")},
    **{word: len(word) - 2 for word in ("shouldnt", "havent", "hasnt", "cant", "wont")},
}
"""Two words written as one, and where the second begins."""

_SEPARATOR = "\\s\x00-\x1f\x7f-\x9f\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff"
_MARKS = "\u0300-\u036f\u0591-\u05c7\u064b-\u065f\u0670\u0900-\u0903\u093a-\u094f\u200c\u200d"
_APOSTROPHES: Final = "'’ʼ‘"
_ENDINGS = "com|org|net|gov|edu|int|mil|info|html?|pdf|docx?|xlsx?|jpg"

_PATTERN: Final = re.compile(
    rf"""
    (?P<gap>[{_SEPARATOR}]+)
  | (?P<url>(?:(?:https?|ftp)://|www\.)[^{_SEPARATOR}<>"“”«»]{{1,2000}})
  | (?P<mail>[A-Za-z0-9][\w.+-]{{0,63}}@[A-Za-z0-9-]{{1,63}}(?:\.[A-Za-z0-9-]{{1,63}}){{1,6}})
  | (?P<site>[A-Za-z0-9]{{1,63}}(?:\.[A-Za-z0-9]{{1,63}}){{0,4}}\.(?:{_ENDINGS})(?![^\W_]))
  | (?P<handle>[@#][A-Za-z_]\w{{0,100}})
  | (?P<date>\d{{4}}-\d\d-\d\d(?![\w-])|\d{{3}}-\d{{3}}-\d{{4}}(?![\w-]))
  | (?P<figure>\d{{1,40}}(?:[.,:/]\d{{1,20}}){{0,12}}(?:(?:st|nd|rd|th|s)(?![^\W_]))?)
  | (?P<initials>[^\W\d_](?:\.[^\W\d_]){{1,8}}(?:\.|(?![^\W_])))
  | (?P<word>[^\W_](?:[^\W_]|[{_MARKS}]){{0,{LONGEST - 1}}})
  | (?P<run>\.{{2,{LONGEST}}} | [!?]{{2,{LONGEST}}} | ``|''|’’|‘‘|<<|>> | [:;]-?[()](?![()\w])
      | (?P<bar>[-_*=])(?P=bar){{1,{LONGEST - 1}}} | (?P<same>[^\w\s])(?P=same){{3,{LONGEST - 1}}})
  | (?P<sign>(?s:.))
    """,
    re.VERBOSE,
)
_CLITIC: Final = re.compile(rf"[{_APOSTROPHES}](?:s|m|d|re|ve|ll)(?![^\W_])", re.IGNORECASE)
_INNER: Final = re.compile(rf"[{_APOSTROPHES}](?:[^\W\d_]|[{_MARKS}]){{1,40}}")
_GLUED_FIGURE: Final = re.compile(r"([^\W\d_]{2,}[a-z])\d+$")


def tokenize(text: str, start: int = 0, end: int | None = None) -> list[Span]:
    """Give the (start, end) code-point spans of the tokens in ``text[start:end]``, in order."""
    spans: list[Span] = []
    stop = len(text) if end is None else end
    at = start
    while at < stop:
        match = _PATTERN.match(text, at, stop)
        if match is None:  # cannot happen: "sign" takes any code point
            break
        if match.lastgroup == "word":
            at = _take_word(text, match.start(), match.end(), stop, spans)
        elif match.lastgroup == "url":
            at = _take_url(text, match.start(), match.end(), spans)
        else:
            at = match.end()
            if match.lastgroup != "gap":
                spans.append(match.span())
    return spans


def _take_word(text: str, start: int, end: int, stop: int, spans: list[Span]) -> int:
    """Append a run of letters and digits with what belongs to it (dot, clitic, prefix); give where to go on."""
    if _keeps_dot(text, start, end, stop):
        spans.append((start, end + 1))
        return end + 1
    end = _with_inner_apostrophe(text, _prefixed(text, start, end, stop), stop)
    clitic = _clitic(text, end, stop)
    if clitic is not None:
        cut, end = clitic
        if cut > start:
            spans.append((start, cut))
        spans.append((cut, end))
        return end
    for cut in _inner_cuts(text[start:end]):
        spans.append((start, start + cut))
        start += cut
    spans.append((start, end))
    return end


def _keeps_dot(text: str, start: int, end: int, stop: int) -> bool:
    """Whether a full stop stands at ``end`` and belongs to the word before it."""
    if end >= stop or text[end] != ".":
        return False
    after = _next_sign(text, end + 1, stop)
    if end - start == 1:  # an initial: "J. Smith", "J.K. Rowling"
        return text[start].isupper() and after.isupper()
    lower = text[start:end].lower()
    if lower not in WORDS_TOO:
        return lower in ABBREVIATIONS
    return after.isdigit() or after in {",", ")"} or (after.islower() and lower in {"al", "est", "ext"})


def _prefixed(text: str, start: int, end: int, stop: int) -> int:
    """Give the end of "non-combatant" and the like; the end it was given where the hyphen separates."""
    if text[end : end + 1] != "-" or text[start:end].lower() not in PREFIXES or text[max(start - 1, 0)] == "-":
        return end
    if end - start == 1 and not text[end + 1 : end + 2].islower():
        return end
    at = end + 1
    limit = min(stop, start + LONGEST)
    while at < limit and text[at].isalnum():
        at += 1
    return at if at > end + 1 else end


def _with_inner_apostrophe(text: str, end: int, stop: int) -> int:
    """Give the end of "Sana'a", "O'Neill", "Shi'ite"; clitics are left for later."""
    for _ in range(2):
        if end >= stop or text[end] not in _APOSTROPHES or _clitic(text, end, stop) is not None:
            return end
        match = _INNER.match(text, end, stop)
        if match is None:
            return end
        end = match.end()
    return end


def _clitic(text: str, end: int, stop: int) -> Span | None:
    """Give the span of the clitic at the end of the word that ends at ``end``: "do|n't", "army|'s"."""
    if end >= stop or text[end] not in _APOSTROPHES:
        return None
    after = text[end + 1 : min(end + 3, stop)]
    if text[end - 1] in "nN" and after[:1] in ("t", "T") and not after[1:].isalnum():
        return end - 1, end + 2
    match = _CLITIC.match(text, end, stop)
    return None if match is None else match.span()


def _inner_cuts(word: str) -> Iterator[int]:
    """Where a run falls apart: "cannot", and "country16" after a lost full stop."""
    joined = JOINED.get(word.lower())
    if joined is not None:
        yield joined
    glued = _GLUED_FIGURE.match(word)
    if glued is not None:
        yield glued.end(1)


def _next_sign(text: str, at: int, stop: int) -> str:
    """Give the next code point after a gap of at most two, or the empty string."""
    for index in range(at, min(at + 3, stop)):
        if not text[index].isspace():
            return text[index]
    return ""


def _take_url(text: str, start: int, end: int, spans: list[Span]) -> int:
    """Append an address without the sentence's own punctuation, cut where too long; give where to go on."""
    while end > start + 1 and text[end - 1] in ".,;:!?'’\")]}>":
        if text[end - 1] == ")" and "(" in text[start:end]:
            break
        end -= 1
    for at in range(start, end, LONGEST):
        spans.append((at, min(at + LONGEST, end)))
    return end
