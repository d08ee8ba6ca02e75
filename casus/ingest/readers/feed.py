"""RSS and Atom: each entry is a report, with its words, title, link, author and its day as the feed states it.

Nothing is fetched: an entry that holds only a teaser is that teaser. A feed that defines XML entities is refused.
"""

from __future__ import annotations

import hashlib
import html
import io
import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Any, BinaryIO, Final

from casus.ingest.given import Found
from casus.ingest.page import Page
from casus.ingest.readers.foreign import damaged, missing, read_up_to
from casus.ingest.readers.html import page_of_html
from casus.ingest.record import found_in
from casus.model.errors import EmptyInput, InputError, UnreadableInput

_LARGEST: Final = 100_000_000
_LONGEST: Final = 500_000
"""Characters of markup in which an article is looked for; what is longer has its marks taken out."""
_TAG: Final = re.compile(r"<[A-Za-z/!][^<>]{0,2000}>")
_BREAK: Final = re.compile(r"</?(?:p|div|br|li|ul|ol|h[1-6]|tr|blockquote|section|article)\b[^<>]{0,2000}>", re.IGNORECASE)
_HIDDEN: Final = re.compile(r"<(script|style)\b.*?</\1\s*>", re.IGNORECASE | re.DOTALL)


def read(stream: BinaryIO, source: str) -> Iterator[Page | InputError]:
    """A report per entry, or the error of that entry."""
    data = read_up_to(stream, _LARGEST, source)
    if not data.strip():
        raise EmptyInput(source, "the file is empty", "give a feed with entries")
    if b"<!ENTITY" in data.replace(b"\x00", b"").upper():
        raise UnreadableInput(source, "it defines XML entities, which a feed has no need of", "remove its DOCTYPE")
    try:
        import feedparser
    except ImportError as error:
        raise missing(source, "feedparser") from error
    with damaged(source, "it cannot be read as a feed", "give an RSS or Atom file"):
        feed = feedparser.parse(io.BytesIO(data), sanitize_html=False, resolve_relative_uris=False)
        entries, about = list(feed.entries), dict(feed.feed)
    if not entries:
        known = bool(feed.version)
        reason = "the feed has no entries" if known else "it is no RSS or Atom feed"
        raise (EmptyInput if known else UnreadableInput)(source, reason, "give a feed with entries" if known else "give .html for a page")
    for number, entry in enumerate(entries, 1):
        yield _page(entry, about, f"{source}:{number}")


def _page(entry: Any, feed: dict[str, Any], source: str) -> Page | InputError:
    try:
        with damaged(source, "the entry cannot be read", "give its words as text"):
            return _read_entry(entry, feed, source)
    except InputError as error:
        return error


def _read_entry(entry: Any, feed: dict[str, Any], source: str) -> Page:
    bodies = [str(c.get("value") or "") for c in entry.get("content", [])] or [str(entry.get("summary") or "")]
    body = max(bodies, key=len)
    if not body.strip():
        raise EmptyInput(source, "the entry holds no words", "save the page it leads to")
    digest = hashlib.sha256(body.encode("utf-8", "surrogatepass")).hexdigest()
    found = _found(entry, feed)
    if len(body) > _LONGEST:
        return Page(source, _plain(body), digest, found)
    if not _TAG.search(body):
        return Page(source, html.unescape(body), digest, found)
    try:
        return page_of_html(f"<html><body><article>{body}</article></body></html>", source, digest, found)
    except EmptyInput:
        return Page(source, _plain(body), digest, found)


def _plain(body: str) -> str:
    """The words of a fragment too short for an article to be found in: blocks as paragraphs, marks taken out."""
    lines = _TAG.sub("", _BREAK.sub("\n\n", _HIDDEN.sub(" ", body)))
    return html.unescape(lines).strip()


def _found(entry: Any, feed: dict[str, Any]) -> Found:
    """What the entry states; the day as written in the feed, not moved to another time zone."""
    outlet = dict(entry.get("source") or {}).get("title") or entry.get("publisher") or feed.get("publisher") or feed.get("title")
    row = {
        "title": _text(entry.get("title")), "author": entry.get("author"), "publisher": _text(outlet), "url": entry.get("link"),
        "published": entry.get("published") or entry.get("created"),
    }  # fmt: skip
    stated = found_in(row, "feed entry, published")
    changed = found_in({"published": entry.get("updated")}, "feed entry, updated") if not row["published"] else Found()
    return replace(stated, updated=changed.published, doubtful=(*stated.doubtful, *changed.doubtful))


def _text(value: object) -> str | None:
    return html.unescape(_TAG.sub("", str(value))) if value else None
