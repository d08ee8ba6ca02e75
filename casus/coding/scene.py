"""The scene: a sentence with everything found in it once, for all its acts."""

from __future__ import annotations

from dataclasses import dataclass

from casus.codebook import Codebook
from casus.coding.dates.finding import find_dates
from casus.coding.dates.setting import heads_line
from casus.coding.harm.finding import find_harm
from casus.coding.harm.harmed import Harm
from casus.coding.places.finding import PlaceMention, find_places
from casus.coding.speech.act import Speech
from casus.coding.syntax import Tree
from casus.model.text import Report, Sentence
from casus.model.when import DateRange

_GROUPS = frozenset({"armed-group", "militia", "party"})


@dataclass(frozen=True, slots=True)
class Scene:
    """A sentence with everything found in it once, for all its acts."""

    report: Report
    sentence: Sentence
    tree: Tree
    speeches: tuple[Speech, ...]
    dates: tuple[DateRange, ...]
    places: tuple[PlaceMention, ...]
    harms: tuple[Harm, ...]
    book: Codebook
    beside: frozenset[str] = frozenset()
    genre: str | None = None


def set_scene(
    report: Report,
    sentence: Sentence,
    tree: Tree,
    speeches: tuple[Speech, ...],
    book: Codebook,
    *,
    beside: frozenset[str] = frozenset(),
    genre: str | None = None,
) -> Scene:
    """Find dates, places and harm of a sentence; `beside` are its neighbours' words, `genre` is what the report is of (elsewhere.py)."""
    dates = tuple(d for d in find_dates(report, sentence) if not heads_line(report, d))
    places = tuple(p for p in find_places(report, sentence, book.places) if p.known or not _is_group(p.name, book))
    return Scene(report, sentence, tree, speeches, dates, places, find_harm(tree, book.harm, dates), book, beside, genre)


def _is_group(name: str, book: Codebook) -> bool:
    """ "A PKK camp", "Houthi depots": the name of a group that no gazetteer knows is no place."""
    kinds = {a.kind for a in book.actors.find(name)}
    return bool(kinds) and kinds <= _GROUPS
