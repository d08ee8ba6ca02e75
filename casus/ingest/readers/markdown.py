"""Markdown: headings are known, marks are taken out and traced, front matter is metadata."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator
from typing import BinaryIO, Final

import yaml

from casus.ingest.decode import decode
from casus.ingest.given import Found
from casus.ingest.page import Page
from casus.ingest.record import found_in, plain_names
from casus.ingest.trace import Cut, cut, to_clean
from casus.model.errors import InputError, UnreadableInput

_FRONT: Final = re.compile(r"\ufeff?---[ \t]*\r?\n(?P<yaml>.{0,20000}?)\r?\n---[ \t]*(?:\r?\n|$)", re.DOTALL)
_MARKS: Final = re.compile(
    r"""
    (?P<heading>^[ ]{0,3}\#{1,6}[ \t]+)
  | (?P<closing>[ \t]+\#{1,6}[ \t]*$)
  | (?P<quote>^[ ]{0,3}(?:>[ ]?)+)
  | (?P<fence>^[ ]{0,3}(?:```|~~~)[^\n]{0,80}$)
  | (?P<rule>^[ ]{0,3}(?:[-*_][ \t]*){3,40}$)
  | (?P<under>^(?:={3,80}|-{3,80})[ \t]*$)
  | (?P<bullet>^[ ]{0,6}[-*+][ \t]+)
  | (?P<image>!\[[^\]\n]{0,300}\]\([^)\n]{0,1000}\))
  | (?P<link>\[(?=[^\]\n]{1,300}\]\([^)\n]{0,1000}\)))
  | (?P<target>(?<=[^\s\[])\]\((?:https?:|/|\#|mailto:|www\.)[^)\n]{0,1000}\))
  | (?P<strong>\*\*(?=\S)|(?<=\S)\*\*|(?<!\w)__(?=\S)|(?<=\S)__(?!\w))
  | (?P<accent>(?<![\w*])\*(?=[^\s*])|(?<=[^\s*])\*(?![\w*])|(?<!\w)_(?=[^\s_])|(?<=[^\s_])_(?!\w))
    """,
    re.VERBOSE | re.MULTILINE,
)


def read(stream: BinaryIO, source: str) -> Iterator[Page | InputError]:
    """One file, one report."""
    data = stream.read()
    text = decode(data, source)
    found, start = _front(text, source)
    cuts = [Cut(0, start)] if start else []
    headings: list[int] = []
    for match in _MARKS.finditer(text, start):
        if match.lastgroup == "heading":
            headings.append(match.end())
        elif match.lastgroup in ("rule", "under"):
            headings.extend(_underlined(text, match.start()))
        cuts.append(Cut(match.start(), match.end()))
    plain, offsets = cut(text, cuts)
    marked = frozenset(to_clean(offsets, sorted(headings), len(plain)))
    yield Page(source, plain, hashlib.sha256(data).hexdigest(), found, marked, offsets)


def _underlined(text: str, rule: int) -> Iterator[int]:
    """Where the heading stands that a row of dashes or equals signs underlines, if it does."""
    start = text.rfind("\n", max(rule - 200, 0), max(rule - 1, 0)) + 1
    above = text[start : max(rule - 1, 0)].strip()
    if above and text[rule : rule + 1] in "-=" and not above.endswith("."):
        yield start + len(text[start:rule]) - len(text[start:rule].lstrip())


def _front(text: str, source: str) -> tuple[Found, int]:
    """The front matter's metadata and where the text begins. `date` there is the publication date, by custom."""
    match = _FRONT.match(text)
    if match is None:
        return Found(), 0
    try:
        row = yaml.load(match["yaml"], Loader=yaml.BaseLoader)
    except (yaml.YAMLError, RecursionError) as error:
        raise UnreadableInput(source, "its front matter is not YAML", "correct the lines between the --- marks") from error
    if not isinstance(row, dict):
        return Found(), 0
    plain = plain_names(row)
    plain.setdefault("published", plain.get("date"))
    return found_in(plain, "front matter"), match.end()
