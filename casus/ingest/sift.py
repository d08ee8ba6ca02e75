"""Which lines of a page are furniture, and what its metadata lines state."""

from __future__ import annotations

from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from typing import Final

from casus.ingest.byline import date_line, stated
from casus.ingest.furniture import Furniture
from casus.ingest.given import Found
from casus.ingest.lines import Line, ends_sentence

_HEAD: Final = 10
_FOOT: Final = 16
_LINK_WORDS: Final = 25
_DATE_LINES: Final = 4


@dataclass(frozen=True, slots=True)
class Sifted:
    """Indices of the lines to take out, and what the metadata lines among them state."""

    out: frozenset[int]
    found: Found


def sift(text: str, lines: Sequence[Line], joined: AbstractSet[int], words: Furniture) -> Sifted:
    """Tell furniture and metadata lines from the article's own. Lines that carry on another one are never taken."""
    alone = [i for i, line in enumerate(lines) if line.start < line.end and i not in joined and i + 1 not in joined]
    content = [i for i, line in enumerate(lines) if line.start < line.end]
    edge = frozenset(content[:_HEAD]) | frozenset(content[-_FOOT:])
    said = {i: text[lines[i].start : lines[i].end] for i in alone if lines[i].end - lines[i].start <= 1000}
    out, found = _by_line(said, content, edge, words)
    out |= _tail(said, content, out, words)
    out |= {i for i in _menus(said, content, out, words) if i in edge}
    dated, extra = _date_above(said, [i for i in content if i not in out], found)
    return Sifted(frozenset(out | extra), found.over(dated))


def _by_line(said: dict[int, str], content: Sequence[int], edge: AbstractSet[int], words: Furniture) -> tuple[set[int], Found]:
    """Judge each line by itself; a label takes the line below it along."""
    out: set[int] = set()
    found = Found()
    for n, i in enumerate(content):
        if i in out or i not in said:
            continue
        below = content[n + 1] if n + 1 < len(content) else None
        facts = stated(said[i], said.get(below) if below is not None else None, words) if i in edge else None
        if facts is not None:
            found = found.over(facts[0])
            out.update({i, below} if facts[1] and below is not None else {i})
        elif words.is_furniture(said[i]):
            out.add(i)
        elif words.opens_link(said[i]):
            out.update({i, below} if below is not None and _linkish(said.get(below)) else {i})
    return out, found


def _linkish(line: str | None) -> bool:
    """Whether a line may be a link's words: short, and no sentence."""
    return line is not None and not ends_sentence(line) and len(line.split()) <= _LINK_WORDS


def _tail(said: dict[int, str], content: Sequence[int], out: AbstractSet[int], words: Furniture) -> set[int]:
    """The lines from "Related stories" to the end, if nothing but links follows and an article stands before."""
    first = None
    for n in range(len(content) - 1, -1, -1):
        i = content[n]
        if i not in out and not _linkish(said.get(i)):
            break
        if i in said and words.opens_tail(said[i]):
            first = n
    return set() if not first else set(content[first:])


def _menus(said: dict[int, str], content: Sequence[int], out: AbstractSet[int], words: Furniture) -> set[int]:
    """Menu words that stand in one run with furniture, or three and more of them together."""
    taken: set[int] = set()
    run: list[int] = []
    for i in [*content, -1]:
        if i in out or (i in said and words.is_menu(said[i])):
            run.append(i)
            continue
        menus = [j for j in run if j not in out]
        if len(menus) < len(run) or len(menus) >= 3:
            taken.update(menus)
        run = []
    return taken


def _date_above(said: dict[int, str], content: Sequence[int], found: Found) -> tuple[Found, set[int]]:
    """The only line that is nothing but a date, if it stands above the text."""
    dates = [(n, i, date_line(said[i])) for n, i in enumerate(content) if i in said and len(said[i]) <= 60]
    full = [(n, i, fact) for n, i, fact in dates if fact is not None]
    if len(full) != 1 or full[0][0] >= _DATE_LINES or len(content) == 1:
        return Found(), set()
    _, index, fact = full[0]
    if found.published is not None and fact.published is not None and fact.published.day != found.published.day:
        return Found(), set()
    return fact, {index}
