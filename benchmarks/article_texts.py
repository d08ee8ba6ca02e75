"""The real news articles that were coded by hand: where in ../shared/data each stands, and how its text is put together.

The articles are not the project's, so its repository holds none of their words: a key (benchmarks/coded_articles) names the file and the record, and
says where in the text, by characters, an event is told. Texts are used as they were scraped; VOA's come as sentences, which lost their last period.
"""

from __future__ import annotations

import csv
import gzip
import json
import re
import sys
import tarfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

FOLDER = "data"
_DAY = re.compile(r"\d{4}\.\d\d\.\d\d")
_ISO_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_HEADLINE = re.compile(r"(.{15,150}?)\s?-\s?(?=[A-Z‘“])")
"""VOA's first sentence begins with the headline, a hyphen and the dateline."""
_ENDS = ".?!:”\"’"
_WRAP = re.compile(r"(?<!\n)\n(?!\n)\s?")
_PARAGRAPH = re.compile(r"\s*\n\n\s*")
_SPACED = re.compile(r" (?=[.,;:!?%)\]])|(?<=[(\[$]) | (?=['’]s\b)")
_BLANKS = str.maketrans({"\u2028": "\n", "\t": " ", "\xa0": " "})


@dataclass(frozen=True, slots=True)
class Article:
    """A scraped article; `published` is its day, None = not known."""

    text: str
    published: str | None = None
    title: str | None = None
    publisher: str | None = None


def article(shared: Path, file: str, record: str) -> Article:
    """One article. Raises KeyError for a record or a kind of file that is not known, OSError where the file is absent."""
    found = _read(shared / FOLDER / file)[record]
    text = "\n".join(line.rstrip() for line in found.text.translate(_BLANKS).strip().split("\n"))
    return Article(text, (found.published or "")[:10] or None, found.title or None, found.publisher)


@cache
def _read(path: Path) -> dict[str, Article]:
    return dict(next(reader for name, reader in _READERS.items() if path.name.startswith(name))(path))


def _wikinews(path: Path) -> Iterator[tuple[str, Article]]:
    csv.field_size_limit(min(sys.maxsize, 2**31 - 1))
    with gzip.open(path, "rt", encoding="utf-8", newline="") as lines:
        for number, row in enumerate(csv.DictReader(lines)):
            yield str(number), Article(row["text"], row["date"], row["title"], "Wikinews")


def _incidents(path: Path) -> Iterator[tuple[str, Article]]:
    with gzip.open(path, "rt", encoding="utf-8", newline="") as lines:
        for number, row in enumerate(csv.reader(lines, delimiter="\t")):
            yield str(number), Article(row[0], publisher="South Asian incident report")


def _local(path: Path) -> Iterator[tuple[str, Article]]:
    for number, row in enumerate(_json_lines(path)):
        yield str(number), Article(row["text"] or "", row["dct"], row["title"], "local news (US)")


def _wikievents(path: Path) -> Iterator[tuple[str, Article]]:
    for row in _json_lines(path):
        yield row["doc_id"], Article(row["text"], _day(row["doc_id"]))


def _voa(path: Path) -> Iterator[tuple[str, Article]]:
    sentences: dict[str, list[tuple[int, str]]] = {}
    for row in _json_lines(path):
        name, _, number = row["sentence_id"].rpartition("_")
        sentences.setdefault(name, []).append((int(number), row["sentence"].strip()))
    for name, told in sentences.items():
        first, *rest = (sentence for _, sentence in sorted(told, key=lambda pair: pair[0]))
        head = _HEADLINE.match(first)
        body = [first[head.end() :] if head else first, *rest]
        text = "\n\n".join(s if s[-1:] in _ENDS else f"{s}." for s in body if s)
        yield name, Article(text, _day(name), head[1].strip() if head else None, "VOA")


def _wires(path: Path) -> Iterator[tuple[str, Article]]:
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for name, row in json.load(lines).items():
            yield name, Article(_unwrapped(row["doc"]), publisher="wire (1988-90)")


def _statements(path: Path) -> Iterator[tuple[str, Article]]:
    for row in _json_lines(path):
        if row["kind"] == "document":
            yield row["_id"], Article(row["text"], title=row["title"], publisher=row["source_set"])


def _crossed(path: Path) -> Iterator[tuple[str, Article]]:
    with tarfile.open(path) as archive:
        for member in archive:
            found = archive.extractfile(member) if member.name.endswith(".xml") else None
            if found is not None:
                lines = marked_sentences(ElementTree.fromstring(found.read()))
                yield member.name.rpartition("/")[2], Article(" ".join(line for line in lines if "http" not in line))


def _papers(path: Path) -> Iterator[tuple[str, Article]]:
    for row in _json_lines(path):
        yield row["id"], Article(row["text"], _known(row["date"]), row["title"], row["publisher"])


def _unwrapped(text: str) -> str:
    """A text with its paragraphs as lines: a single line break is a space."""
    return _PARAGRAPH.sub("\n\n", _WRAP.sub(" ", text))


def _known(day: str) -> str | None:
    """A day of publication where it is one ("None", "Dec 18, 2016" are not)."""
    return day if _ISO_DAY.match(day) else None


def _geoparsed(path: Path) -> Iterator[tuple[str, Article]]:
    with gzip.open(path, "rb") as packed:
        for found in ElementTree.parse(packed).getroot().iter("article"):
            text, day, title, site = ((found.findtext(name) or "").strip() for name in ("text", "dltime", "title", "domain"))
            yield found.get("docid", ""), Article(text, _known(day), title, site.removeprefix("www."))


def _timed(path: Path) -> Iterator[tuple[str, Article]]:
    with tarfile.open(path) as archive:
        for member in archive:
            found = archive.extractfile(member) if "/TBAQ-cleaned/" in member.name and member.name.endswith(".tml") else None
            if found is not None:
                root = ElementTree.fromstring(found.read())
                dated, told = root.find("DCT/TIMEX3"), root.find("TEXT")
                day = _known((dated.get("value", "") if dated is not None else "")[:10])
                text = _unwrapped("".join(told.itertext()).strip()) if told is not None else ""
                yield member.name.rpartition("/")[2].removesuffix(".tml"), Article(text, day, root.findtext("TITLE"), "wire or paper (1989-2000)")


def _political(path: Path) -> Iterator[tuple[str, Article]]:
    for row in _json_lines(path):
        site, day, _ = row["doc"].split("_", 2)
        yield row["doc"], Article(_unwrapped(row["text"].strip()), _known(day), publisher=site)


def marked_sentences(root: ElementTree.Element) -> list[str]:
    """The sentences of a document of ECB+, without the spaces its tokens have."""
    told: dict[int, list[str]] = {}
    for token in root.iter("token"):
        told.setdefault(int(token.get("sentence", "0")), []).append(token.text or "")
    return [_SPACED.sub("", " ".join(words)) for _, words in sorted(told.items())]


def _day(name: str) -> str | None:
    found = _DAY.search(name)
    return found[0].replace(".", "-") if found else None


def _json_lines(path: Path) -> Iterator[dict[str, Any]]:
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        yield from map(json.loads, lines)


_READERS: dict[str, Callable[[Path], Iterator[tuple[str, Article]]]] = {
    "wikinews": _wikinews, "satp": _incidents, "gva": _local, "wikievents": _wikievents, "m2e2": _voa,
    "muc4": _wires, "re3d": _statements, "ecbplus": _crossed, "five_w": _papers, "TR-News": _geoparsed,
    "tempeval3": _timed, "polnear": _political,
}  # fmt: skip
