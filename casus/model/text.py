"""Texts and the words in them: Report, Block, Sentence, Token, Name, Evidence.

All offsets are code points of a report's clean text, end exclusive, as in the W3C Web Annotation
model's TextPositionSelector; `words == text[start:end]` holds for every span.
"""

from __future__ import annotations

import hashlib
from bisect import bisect_right
from dataclasses import dataclass, field
from datetime import date
from typing import Literal

from casus.model.errors import GroundingError

BlockKind = Literal["title", "heading", "paragraph"]


@dataclass(frozen=True, slots=True)
class Evidence:
    """The exact words a value rests on, the field they support, and the rule or head that chose them.

    Raises GroundingError where there are no words or their length contradicts the offsets.
    """

    field: str
    report: str
    start: int
    end: int
    words: str
    rule: str = ""

    def __post_init__(self) -> None:
        if not self.words.strip():
            raise GroundingError(f"{self.field}: a value needs the words it rests on")
        if self.end - self.start != len(self.words) or self.start < 0:
            raise GroundingError(f"{self.field}: offsets {self.start}-{self.end} do not span {self.words!r}")

    def as_field(self, name: str, rule: str | None = None) -> Evidence:
        """The same words in support of another field."""
        return Evidence(name, self.report, self.start, self.end, self.words, self.rule if rule is None else rule)


@dataclass(frozen=True, slots=True)
class Block:
    """A title, a heading or a paragraph of the clean text."""

    start: int
    end: int
    kind: BlockKind


@dataclass(frozen=True, slots=True)
class OffsetMap:
    """Clean text back to raw text: runs of (clean start, raw start), sorted; inside a run both advance together."""

    clean: tuple[int, ...]
    raw: tuple[int, ...]

    def to_raw(self, offset: int) -> int:
        """The raw offset, in code points of the decoded input, of a clean offset."""
        if not self.clean:
            return offset
        i = max(bisect_right(self.clean, offset) - 1, 0)
        return self.raw[i] + max(offset - self.clean[i], 0)


@dataclass(frozen=True, slots=True)
class Repair:
    """Something ingest did to, or noticed in, the raw text: what, where (clean text), as written, how it may be read."""

    kind: str
    start: int
    end: int
    written: str
    reading: str | None
    message: str


@dataclass(frozen=True, slots=True)
class Report:
    """One text as published: its clean text, its blocks, what is known about it, and the trace of its cleaning.

    `id` is `sha256:` and the digest of the clean text with its metadata (see `identify`), so that the same
    report has the same id in every case. Unknown metadata is None, never guessed.
    """

    id: str
    text: str
    blocks: tuple[Block, ...]
    source: str
    title: str | None = None
    author: str | None = None
    publisher: str | None = None
    url: str | None = None
    published: date | None = None
    published_basis: str | None = None
    language: str = "en"
    raw_sha256: str = ""
    offsets: OffsetMap = field(default_factory=lambda: OffsetMap((), ()))
    repairs: tuple[Repair, ...] = ()

    def evidence(self, name: str, start: int, end: int, rule: str = "") -> Evidence:
        """The words at these offsets in support of the field `name`. Raises GroundingError outside the text."""
        if not 0 <= start < end <= len(self.text):
            raise GroundingError(f"{name}: {start}-{end} lies outside report {self.id}")
        return Evidence(name, self.id, start, end, self.text[start:end], rule)

    def check(self, evidence: Evidence) -> None:
        """Raise GroundingError unless the evidence's words stand in this report at its offsets."""
        if evidence.report != self.id or self.text[evidence.start : evidence.end] != evidence.words:
            raise GroundingError(f"{evidence.field}: {evidence.words!r} is not at {evidence.start} in {self.id}")


def identify(text: str, *, title: str | None, publisher: str | None, url: str | None, published: date | None) -> str:
    """The id of a report: `sha256:` over its clean text and the metadata that changes what it says."""
    parts = (text, title or "", publisher or "", url or "", published.isoformat() if published else "")
    digest = hashlib.sha256("\x1f".join(parts).encode("utf-8", "surrogatepass"))
    return f"sha256:{digest.hexdigest()}"


@dataclass(frozen=True, slots=True)
class Token:
    """A syntactic word (Universal Dependencies, English): `head` is an index in its sentence, -1 for the root."""

    start: int
    end: int
    text: str
    lemma: str
    upos: str
    xpos: str
    head: int
    deprel: str


@dataclass(frozen=True, slots=True)
class Name:
    """A name found by the reader: offsets in the report, token range in the sentence (last exclusive), kind."""

    start: int
    end: int
    first: int
    last: int
    kind: str


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of a report with its syntax and names. `paragraph` is the index of its block."""

    index: int
    start: int
    end: int
    paragraph: int
    heading: bool
    tokens: tuple[Token, ...]
    names: tuple[Name, ...]
