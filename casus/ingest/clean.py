"""Raw text to clean text: unseen characters, furniture and surplus blank lines out, every step traced.

Beyond that a clean text keeps every character as written; what looks damaged is reported, not mended.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from operator import itemgetter

from casus.ingest.blocks import Unit, kinds_of, same_words, units_of
from casus.ingest.furniture import furniture
from casus.ingest.given import Found
from casus.ingest.lines import Line, continued, lines_of
from casus.ingest.notes_below import without_notes
from casus.ingest.page import Page
from casus.ingest.sift import sift
from casus.ingest.signs import unseen
from casus.ingest.trace import Cut, cut, through, to_clean
from casus.model.text import Block, OffsetMap, Repair


@dataclass(frozen=True, slots=True)
class Cleaned:
    """A clean text, its blocks, the way back to the raw text, what was taken out, and what its lines state."""

    text: str
    blocks: tuple[Block, ...]
    offsets: OffsetMap
    repairs: tuple[Repair, ...]
    found: Found


def clean(page: Page) -> Cleaned:
    """Clean one page. `found` is the page's own metadata, completed from the lines of its text."""
    cuts, control, hidden = unseen(page.text)
    text, seen = cut(page.text, cuts)
    words = furniture()
    lines, notes = without_notes(text, lines_of(text), words)
    joined = continued(text, lines)
    sifted = sift(text, lines, joined, words)
    found = page.found.over(sifted.found)
    out = sifted.out | notes
    units = units_of(lines, joined, out)
    marked = frozenset(to_clean(seen, sorted(page.headings), len(text)))
    kinds = kinds_of(text, units, marked, found.title)
    body, offsets, spans, repairs = _set(text, units, [lines[i] for i in sorted(out)])
    blocks = tuple(Block(start, end, kind) for (start, end), kind in zip(spans, kinds, strict=True))
    offsets = through(through(offsets, seen), page.offsets)
    whole = Cleaned(body, blocks, offsets, (*_taken_out(control, hidden), *_with_layout(page.left_out), *repairs), found)
    above = found.title is not None and "title" not in kinds and not same_words(body, found.title)
    return _titled(whole) if above and body else _named(whole)


def _set(text: str, units: Sequence[Unit], out: Sequence[Line]) -> tuple[str, OffsetMap, list[tuple[int, int]], list[Repair]]:
    """Set the units one below the other; give the text, its map, where each unit stands, and what was left out."""
    cuts: list[Cut] = []
    gone: list[tuple[int, str]] = []
    at = 0
    for unit in units:
        cuts.append(Cut(at, unit[0].start, _gap(text, at, unit[0].start) if cuts else ""))
        for piece in _inside(text, unit):
            cuts.append(piece)
            if not piece.white:
                gone.append((piece.end, text[piece.start : piece.end].strip()))
        at = unit[-1].end
    body, offsets = cut(text, [*cuts, Cut(at, len(text))])
    starts = [unit[0].start for unit in units]
    ends = to_clean(offsets, [unit[-1].end for unit in units], len(body))
    spans = list(zip(to_clean(offsets, starts, len(body)), ends, strict=True))
    for line in out:
        after = bisect_left(starts, line.start)
        gone.append((starts[after] if after < len(starts) else len(text), text[line.start : line.end]))
    gone.sort(key=itemgetter(0))
    return body, offsets, spans, list(_removed(gone, offsets, len(body)))


def _gap(text: str, start: int, end: int) -> str:
    """The white space that stays between two blocks: a blank line where there was one, else a line end."""
    blank = text.find("\n", text.find("\n", start, end) + 1, end) >= 0
    return "\n\n" if blank and text[start : start + 2].isspace() else "\n"


def _inside(text: str, unit: Unit) -> Iterator[Cut]:
    """What changes inside one block: line ends of a fixed width, and furniture between its sentences."""
    inline = furniture().inline
    for n, line in enumerate(unit):
        for match in inline.finditer(text, line.start, line.end):
            end = match.end()
            while end < line.end and text[end].isspace():
                end += 1
            if match.start() == line.start or text[match.start() - 1].isspace():
                yield Cut(match.start(), end)
        if n + 1 < len(unit):
            yield Cut(line.end, unit[n + 1].start, " ")


def _removed(gone: Sequence[tuple[int, str]], offsets: OffsetMap, length: int) -> Iterator[Repair]:
    """One repair for the neighbouring pieces that were left out at one place of the clean text."""
    for place, several in groupby(gone, key=itemgetter(0)):
        said = [words for _, words in several]
        (at,) = to_clean(offsets, [place], length)
        yield Repair("boilerplate-removed", at, at, "\n".join(said), None, _message(said))


def _message(said: Sequence[str]) -> str:
    shown = ", ".join(f"“{line if len(line) <= 60 else line[:57] + '...'}”" for line in said[:4])
    more = f" and {len(said) - 4} more lines" if len(said) > 4 else ""
    return f"page furniture left out: {shown}{more}"


def _taken_out(control: int, hidden: int) -> Iterator[Repair]:
    for count, name in ((control, "control"), (hidden, "invisible")):
        if count:
            signs = f"{count} {name} character{'s' if count > 1 else ''}"
            yield Repair("boilerplate-removed", 0, 0, signs, None, f"{signs} left out")


def _with_layout(lines: Sequence[str]) -> Iterator[Repair]:
    """One repair for what a reader left out together with the page's layout."""
    if lines:
        yield Repair("boilerplate-removed", 0, 0, "\n".join(lines), None, _message(lines))


def _titled(page: Cleaned) -> Cleaned:
    """Put a title that stands in the metadata only above the text; its raw offsets are negative: not in the raw text."""
    title = " ".join(cut(page.found.title or "", unseen(page.found.title or "")[0])[0].split())
    if not title:
        return page
    shift = len(title) + 2
    blocks = (Block(0, len(title), "title"), *(Block(b.start + shift, b.end + shift, b.kind) for b in page.blocks))
    offsets = OffsetMap((0, *(at + shift for at in page.offsets.clean)), (-shift, *page.offsets.raw))
    repairs = tuple(Repair(r.kind, r.start + shift, r.end + shift, r.written, r.reading, r.message) for r in page.repairs)
    return Cleaned(f"{title}\n\n{page.text}", blocks, offsets, repairs, page.found)


def _named(page: Cleaned) -> Cleaned:
    """Complete the metadata with the title found in the text."""
    title = next((page.text[b.start : b.end] for b in page.blocks if b.kind == "title"), None)
    return Cleaned(page.text, page.blocks, page.offsets, page.repairs, Found(title=title).over(page.found))
