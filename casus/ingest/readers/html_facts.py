"""What an HTML page states about itself in so many words: meta tags, JSON-LD, <time>, canonical link.

Nothing is inferred: no date from an address or a copyright line, no author from a class name.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Final

from casus.ingest.byline import stated
from casus.ingest.furniture import furniture
from casus.ingest.given import Dated, Found
from casus.ingest.published import is_ambiguous, read_date

_PUBLISHED: Final = (
    "article:published_time", "og:published_time", "og:article:published_time", "datepublished", "dc.date.issued",
    "dcterms.issued", "dc.date", "dcterms.date", "dcterms.created", "dc.date.created", "citation_publication_date",
    "citation_date", "parsely-pub-date", "sailthru.date", "publish-date", "publish_date", "publishdate", "pubdate",
    "publication_date", "publication-date", "article.published", "rnews:datepublished", "date",
)  # fmt: skip
_UPDATED: Final = (
    "article:modified_time", "og:updated_time", "og:modified_time", "datemodified", "dcterms.modified", "dc.date.modified",
    "lastmod", "last-modified", "revised",
)  # fmt: skip
_AUTHOR: Final = ("author", "article:author", "dc.creator", "dcterms.creator", "parsely-author", "sailthru.author", "byl")
_PUBLISHER: Final = ("og:site_name", "dc.publisher", "dcterms.publisher", "publisher", "article:publisher", "application-name")
_ARTICLES: Final = re.compile(r"(?:\w*Article|BlogPosting|Report|LiveBlogPosting)$")
_ADDRESS: Final = re.compile(r"https?://\S+|www\.\S+|/\S*")
_SITE: Final = re.compile(r"\s+[|–—·»]\s+[^|–—·»]{1,60}$")
_DEPTH: Final = 8


def facts_of(tree: Any) -> Found:
    """The metadata of a parsed page."""
    metas = _metas(tree)
    linked = _linked_data(tree)
    publisher = _first(metas, _PUBLISHER) or _name(linked.get("publisher"))
    author = _name(linked.get("author")) or _first(metas, _AUTHOR)
    published, doubtful = _published(tree, metas, linked)
    updated = _dated([(linked.get("dateModified"), "JSON-LD dateModified"), *((metas.get(n), f"meta {n}") for n in _UPDATED)])
    return Found(
        title=_title(tree, metas, linked, publisher),
        author=None if author == publisher else author,
        publisher=publisher,
        url=_url(tree, metas),
        published=published,
        updated=updated[0],
        doubtful=doubtful,
    )


def facts_in(lines: Sequence[str]) -> Found:
    """What the page's visible lines outside the article state, such as "Published on ..."; only where they state one thing."""
    words = furniture()
    several = [facts[0] for line in lines if (facts := stated(line, None, words)) is not None]
    published = {found.published for found in several} - {None}
    updated = {found.updated for found in several} - {None}
    authors = {found.author for found in several} - {None}
    return Found(
        author=authors.pop() if len(authors) == 1 else None,
        published=published.pop() if len(published) == 1 else None,
        updated=updated.pop() if len(updated) == 1 else None,
    )


def _metas(tree: Any) -> dict[str, str]:
    """Meta tags by lower-case name; the first of a name counts."""
    metas: dict[str, str] = {}
    for tag in tree.iter("meta"):
        name = (tag.get("property") or tag.get("name") or tag.get("itemprop") or "").strip().lower()
        content = " ".join((tag.get("content") or "").split())
        if name and content:
            metas.setdefault(name, content)
    return metas


def _linked_data(tree: Any) -> Mapping[str, Any]:
    """The first article described in the page's JSON-LD, else nothing."""
    for script in tree.iter("script"):
        if (script.get("type") or "").strip().lower() != "application/ld+json":
            continue
        try:
            data = json.loads(script.text_content(), strict=False)
        except (ValueError, RecursionError):
            continue
        for node in _nodes(data, _DEPTH):
            kinds = node.get("@type")
            if any(isinstance(k, str) and _ARTICLES.match(k) for k in (kinds if isinstance(kinds, list) else [kinds])):
                return node
    return {}


def _nodes(data: Any, depth: int) -> Iterator[Mapping[str, Any]]:
    """Every object of a JSON-LD block that may describe the page, outermost first."""
    if depth and isinstance(data, list):
        for one in data:
            yield from _nodes(one, depth - 1)
    elif depth and isinstance(data, dict):
        yield data
        yield from _nodes(data.get("@graph"), depth - 1)
        yield from _nodes(data.get("mainEntity"), depth - 1)


def _published(tree: Any, metas: Mapping[str, str], linked: Mapping[str, Any]) -> tuple[Dated | None, tuple[str, ...]]:
    stated: list[tuple[Any, str]] = [(linked.get("datePublished"), "JSON-LD datePublished")]
    stated += [(metas.get(name), f"meta {name}") for name in _PUBLISHED]
    for tag in tree.xpath("//*[@itemprop='datePublished']"):
        stated.append((tag.get("datetime") or tag.get("content"), "itemprop datePublished"))
    dated, doubtful = _dated(stated)
    return (dated, doubtful) if dated else (_time(tree), doubtful)


def _time(tree: Any) -> Dated | None:
    """The day of the page's <time> tags, if those of its article all name one; else nothing, for some belong to links."""
    for path in ("//time[@pubdate]", "//article//time[@datetime]", "//header//time[@datetime]", "//time[@datetime]"):
        days = {read_date(tag.get("datetime") or "") for tag in tree.xpath(path)} - {None}
        if len(days) == 1:
            (day,) = days
            return Dated(day, "time tag") if day else None
        if days:
            return None
    return None


def _dated(stated: Sequence[tuple[Any, str]]) -> tuple[Dated | None, tuple[str, ...]]:
    """The first of the stated days that can be read, and those with two readings."""
    doubtful: list[str] = []
    for words, basis in stated:
        if not isinstance(words, str):
            continue
        day = read_date(words)
        if day is not None:
            return Dated(day, basis), ()
        if is_ambiguous(words):
            doubtful.append(words)
    return None, tuple(doubtful[:1])


def _title(tree: Any, metas: Mapping[str, str], linked: Mapping[str, Any], publisher: str | None) -> str | None:
    """The headline: the only <h1>, else what JSON-LD or the meta tags call it, else <title> without the site's name."""
    heads = [words for words in (" ".join(tag.text_content().split()) for tag in tree.iter("h1")) if words and words != publisher]
    if len(heads) == 1 and len(heads[0]) <= 300:
        return heads[0]
    headline = linked.get("headline")
    if isinstance(headline, str) and headline.strip():
        return " ".join(headline.split())
    titles = (" ".join(tag.text_content().split()) for tag in tree.iter("title"))
    named = metas.get("og:title") or metas.get("twitter:title") or next(titles, "")
    if publisher and named.endswith(publisher):
        return named[: -len(publisher)].rstrip(" |–—·»-:") or None
    return _SITE.sub("", named) or None


def _url(tree: Any, metas: Mapping[str, str]) -> str | None:
    links = [tag.get("href") or "" for tag in tree.iter("link") if (tag.get("rel") or "").lower() == "canonical"]
    return next((url.strip() for url in (*links, metas.get("og:url", "")) if url.strip().startswith(("http://", "https://"))), None)


def _first(metas: Mapping[str, str], names: Sequence[str]) -> str | None:
    """The first value under these names that is no address."""
    return next((metas[name] for name in names if name in metas and not _ADDRESS.fullmatch(metas[name])), None)


def _name(value: Any) -> str | None:
    """The name, or names, in a JSON-LD person or organisation."""
    several = value if isinstance(value, list) else [value]
    names = [one.get("name") if isinstance(one, dict) else one for one in several[:10]]
    words = [" ".join(name.split()) for name in names if isinstance(name, str)]
    return ", ".join(name for name in words if name and not _ADDRESS.fullmatch(name)) or None
