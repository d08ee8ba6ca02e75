"""The brief: one self-contained page that shows what reports say, who says so, and what to distrust."""

from __future__ import annotations

from collections.abc import Mapping

from casus.brief.render import render
from casus.brief.view import view
from casus.codebook.actors import ActorTable
from casus.model.picture import Picture

__all__ = ["page"]


def page(
    picture: Picture, *, title: str | None = None, measured: Mapping[str, str] | None = None, text: bool = True,
    actors: ActorTable | None = None,
) -> str:  # fmt: skip
    """Draw the page of a picture as one HTML file that asks the network for nothing; same picture, same bytes.

    `title` is the page's own heading; a report's headline is never used for it. `measured` are the
    reader's own scores, printed below what a printed event is worth (`worth`). Without `text` the page holds no
    report in full: quotations of at most 120 characters, places in the text and hashes. `actors` tells who else has a name.
    Raises GroundingError where the picture cites a report it does not hold.
    """
    return render(view(picture, title=title, measured=measured or {}, text=text, actors=actors))
