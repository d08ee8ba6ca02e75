"""What is known about a report besides its text: given by the user, or found by a reader."""

from __future__ import annotations

from dataclasses import dataclass, fields, replace
from datetime import date
from typing import Final, NamedTuple


@dataclass(frozen=True, slots=True)
class Given:
    """Metadata from the command line; each value given there wins over whatever the input says."""

    published: date | None = None
    publisher: str | None = None
    url: str | None = None


NOT_GIVEN: Final = Given()


class Dated(NamedTuple):
    """A day, and where it was found, in words for the user."""

    day: date
    basis: str


@dataclass(frozen=True, slots=True)
class Found:
    """Metadata an input states itself; None where it says nothing. Nothing here is ever guessed.

    `updated` stands in for `published` where no publication date is stated. `doubtful` are dates that were stated but
    cannot be read, or in two ways ("03/04/2024"), and so were not taken.
    """

    title: str | None = None
    author: str | None = None
    publisher: str | None = None
    url: str | None = None
    published: Dated | None = None
    updated: Dated | None = None
    doubtful: tuple[str, ...] = ()

    def over(self, other: Found) -> Found:
        """This metadata, completed from `other` where this says nothing."""
        missing = {f.name: getattr(other, f.name) for f in fields(self) if getattr(self, f.name) is None}
        return replace(self, **missing, doubtful=(*self.doubtful, *other.doubtful))

    def under(self, given: Given) -> Found:
        """This metadata, overruled by what the command line gives."""
        published = self.published if given.published is None else Dated(given.published, "command line")
        return replace(self, publisher=given.publisher or self.publisher, url=given.url or self.url, published=published)

    def date(self) -> Dated | None:
        """The publication date, or the date of the update, or None."""
        return self.published or self.updated
