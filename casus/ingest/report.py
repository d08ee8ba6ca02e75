"""A page to a Report: cleaned, its damage noticed, its metadata weighed, its language checked."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from datetime import date

from casus.ingest.clean import Cleaned, clean
from casus.ingest.damage import notice
from casus.ingest.given import NOT_GIVEN, Dated, Found, Given
from casus.ingest.language import require_english
from casus.ingest.page import Page
from casus.ingest.published import is_ambiguous, read_date
from casus.model.errors import EmptyInput, UnreadableInput
from casus.model.text import Repair, Report, identify


def report_of(page: Page, given: Given, extra: Found) -> Report:
    """The report of a page; `extra` is metadata from beside it (a sidecar), which wins over the page's own.

    Raises EmptyInput where nothing but furniture is left, ForeignLanguage where the text is not English.
    """
    known = extra.over(page.found)
    cleaned = clean(Page(page.source, page.text, page.sha256, known, page.headings, page.offsets, page.left_out))
    if not any(block.kind != "title" for block in cleaned.blocks):
        raise EmptyInput(page.source, "no article is left once page furniture is taken out", "give the article's own words")
    require_english(cleaned.text, page.source)
    return _report(page, cleaned, cleaned.found.under(given))


def _report(page: Page, cleaned: Cleaned, found: Found) -> Report:
    dated = found.date()
    published = dated.day if dated else None
    repairs = (*cleaned.repairs, *notice(cleaned.text, cleaned.blocks), *_doubtful(found))
    return Report(
        id=identify(cleaned.text, title=found.title, publisher=found.publisher, url=found.url, published=published),
        text=cleaned.text,
        blocks=cleaned.blocks,
        source=page.source,
        title=found.title,
        author=found.author,
        publisher=found.publisher,
        url=found.url,
        published=published,
        published_basis=dated.basis if dated else None,
        raw_sha256=page.sha256,
        offsets=cleaned.offsets,
        repairs=tuple(sorted(repairs, key=lambda r: (r.start, r.end, r.kind, r.written))),
    )


def _doubtful(found: Found) -> Iterator[Repair]:
    """A date that was stated but not taken is reported where no other was found."""
    if found.date() is None:
        for words in dict.fromkeys(found.doubtful):
            why = "can be read day first or month first" if is_ambiguous(words) else "is not a full date"
            message = f"the date “{words}” {why}; it was not taken"
            yield Repair("date-missing", 0, 0, words, None, message)


def report_from_text(
    text: str,
    *,
    source: str = "text",
    title: str | None = None,
    author: str | None = None,
    publisher: str | None = None,
    url: str | None = None,
    published: date | str | None = None,
) -> Report:
    """The report of one text, cleaned as a text file is. `published` is a date, or a string such as "2024-12-26".

    What is given wins over what the text's own lines state. Raises EmptyInput, ForeignLanguage, and UnreadableInput
    where `published` is not a date or has two readings.
    """
    day = read_date(published) if isinstance(published, str) else published
    if isinstance(published, str) and day is None:
        raise UnreadableInput(source, f"published={published!r} is not a date that can be read in one way", "write 2024-12-26")
    if not text.strip():
        raise EmptyInput(source, "there is no text", "give the words of a report")
    dated = Dated(day, "given") if day else None
    digest = hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
    extra = Found(title=title, author=author, publisher=publisher, url=url, published=dated)
    return report_of(Page(source, text, digest), NOT_GIVEN, extra)
