"""HTML: the article's text by trafilatura, what the page states about itself, and the way back to its source."""

from __future__ import annotations

import codecs
import hashlib
import logging
import re
from collections.abc import Iterator
from typing import Any, BinaryIO, Final

from casus.ingest.blocks import same_words
from casus.ingest.decode import decode
from casus.ingest.given import Found
from casus.ingest.page import Page
from casus.ingest.readers.html_facts import facts_in, facts_of
from casus.ingest.readers.html_source import located
from casus.model.errors import EmptyInput, InputError, UnreadableInput

_CHARSET: Final = re.compile(
    rb"<meta[^>]{0,200}charset\s*=\s*[\"']?([A-Za-z0-9_-]{3,20})|encoding=[\"']([A-Za-z0-9_-]{3,20})", re.IGNORECASE
)
_BLOCKS: Final = frozenset({"p", "head", "item", "quote", "cell", "ab", "code", "list", "table", "row", "div", "body", "lb"})
_QUIET: Final = logging.NullHandler()


def read(stream: BinaryIO, source: str) -> Iterator[Page | InputError]:
    """One file, one report."""
    data = stream.read()
    yield page_of_html(decoded(data, source), source, hashlib.sha256(data).hexdigest())


def decoded(data: bytes, source: str) -> str:
    """A page as text: UTF-8 if it is, else what the page says it is, else as any text."""
    if not data.strip():
        return decode(data, source)
    try:
        return decode(data, source) if data[:2] in (b"\xff\xfe", b"\xfe\xff") else data.decode("utf-8-sig")
    except UnicodeDecodeError:
        match = _CHARSET.search(data[:4096])
        name = (match[1] or match[2]).decode("ascii").lower() if match else ""
        if name in ("iso-8859-1", "latin-1", "latin1", "us-ascii"):
            name = "cp1252"
        try:
            codecs.lookup(name)
        except LookupError:
            return decode(data, source)
        return decode(data, source) if name.startswith(("utf", "unicode")) else data.decode(name, "replace")


def page_of_html(source_text: str, source: str, digest: str, given: Found | None = None) -> Page:
    """The page in an HTML source; `given` is metadata that stood beside it. Raises EmptyInput where no article is found."""
    from trafilatura import bare_extraction
    from trafilatura.utils import load_html

    if "<" not in source_text:
        raise UnreadableInput(source, "there is no markup in it", "give it as text (.txt)")
    logging.getLogger("trafilatura").addHandler(_QUIET)
    tree = load_html(source_text.replace("\x00", ""))
    if tree is None:
        raise EmptyInput(source, "no page was found in the markup", "save the page again, or save its words as text")
    found = facts_of(tree)
    article = bare_extraction(tree, include_comments=False, include_tables=True)
    body = getattr(article, "body", None)
    blocks = list(_blocks(body)) if body is not None else []
    if not blocks:
        raise EmptyInput(source, "no article was found on the page", "save the article's words as text and give that file")
    if found.title and not any(same_words(words, found.title) for words, _ in blocks[:5]):
        blocks.insert(0, (found.title, True))
    text = "\n\n".join(words for words, _ in blocks)
    headings: list[int] = []
    at = 0
    for words, heading in blocks:
        if heading:
            headings.append(at)
        at += len(words) + 2
    offsets, left_out = located([words for words, _ in blocks], source_text)
    found = found.over(facts_in(left_out))
    known = found if given is None else given.over(found)
    return Page(source, text, digest, known, frozenset(headings), offsets, left_out)


def _blocks(body: Any) -> Iterator[tuple[str, bool]]:
    """The blocks of trafilatura's tree in order: their words in single blanks, and whether each is a heading."""
    words: list[str] = []
    heading = False
    for kind, tag, said in _walk(body):
        if kind == "text":
            words.append(said)
            continue
        line = " ".join("".join(words).split())
        if line:
            yield line, heading
        words = []
        heading = tag == "head" and kind == "open"
    line = " ".join("".join(words).split())
    if line:
        yield line, heading


def _walk(body: Any) -> Iterator[tuple[str, str, str]]:
    """Openings and closings of blocks, and the text between, in document order; without recursion."""
    stack: list[tuple[Any, bool]] = [(body, False)]
    while stack:
        element, done = stack.pop()
        tag = element.tag if isinstance(element.tag, str) else ""
        if done:
            if tag in _BLOCKS:
                yield "close", tag, ""
            if element.tail and element is not body:
                yield "text", tag, element.tail
            continue
        if tag in _BLOCKS:
            yield "open", tag, ""
        if element.text and tag:
            yield "text", tag, element.text
        stack.append((element, True))
        stack.extend((child, False) for child in reversed(element))
