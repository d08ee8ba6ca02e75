"""Word (.docx): paragraphs, headings and tables of the body, with title and author of its properties.

Left out: what is struck out by tracked changes, headers and footers, comments and notes. The dates of its properties tell
when the file was made, not when the report was published, so none is taken.
"""

from __future__ import annotations

import hashlib
import io
import zipfile
from collections.abc import Iterator
from typing import Any, BinaryIO, Final

from casus.ingest.decode import refuse_binary
from casus.ingest.page import Page
from casus.ingest.readers.foreign import damaged, missing, read_up_to
from casus.ingest.readers.properties import found_of
from casus.model.errors import EmptyInput, InputError, UnreadableInput

_LARGEST: Final = 200_000_000
_UNPACKED: Final = 300_000_000
_XML: Final = 50_000_000
"""Bytes of one XML part; a thousand pages of plain text have some ten million."""
_W: Final = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_SPACES: Final = {f"{_W}tab": "\t", f"{_W}br": " ", f"{_W}cr": " ", f"{_W}noBreakHyphen": "-"}
_SKIPPED: Final = frozenset(
    {f"{_W}del", f"{_W}moveFrom", f"{_W}pPr", "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"}
)
_REMEDY: Final = "open it in a word processor and save it again, or as text (.txt)"


def read(stream: BinaryIO, source: str) -> Iterator[Page | InputError]:
    """One file, one report."""
    data = read_up_to(stream, _LARGEST, source)
    if not data.strip():
        raise EmptyInput(source, "the file is empty", "give a file with text in it")
    _check(data, source)
    try:
        import docx
    except ImportError as error:
        raise missing(source, "python-docx") from error
    with damaged(source, "it cannot be read as a Word document", _REMEDY):
        document = docx.Document(io.BytesIO(data))
        found = found_of(document.core_properties.title, document.core_properties.author)
        blocks = list(_blocks(document.element.body, _headings(document)))
    if not blocks:
        raise EmptyInput(source, "the document holds no text", "give the article's words as text")
    text = "\n\n".join(words for words, _ in blocks)
    headings: list[int] = []
    at = 0
    for words, heading in blocks:
        headings += [at] if heading else []
        at += len(words) + 2
    yield Page(source, text, hashlib.sha256(data).hexdigest(), found, frozenset(headings))


def _check(data: bytes, source: str) -> None:
    """Refuse what is no Word document, and one that unpacks to far more than any report."""
    if not data.startswith(b"PK"):
        refuse_binary(data, source)
        raise UnreadableInput(source, "it is not a Word document (.docx)", _REMEDY)
    with damaged(source, "its archive is damaged", _REMEDY), zipfile.ZipFile(io.BytesIO(data)) as archive:
        names = archive.infolist()
        longest = max((each.file_size for each in names if each.filename.endswith((".xml", ".rels"))), default=0)
        if sum(each.file_size for each in names) > _UNPACKED or longest > _XML or len(names) > 20_000:
            raise UnreadableInput(source, "it unpacks to more than a report holds", "save its text as .txt")
        if "word/document.xml" not in {each.filename for each in names}:
            raise UnreadableInput(source, "it is an archive, but no Word document", "unpack it and give the files")


def _headings(document: Any) -> frozenset[str]:
    """The ids of the styles that make a heading."""
    return frozenset(
        style.style_id for style in document.styles if (style.name or "").casefold().startswith(("heading", "title", "subtitle"))
    )


def _blocks(body: Any, headings: frozenset[str]) -> Iterator[tuple[str, bool]]:
    """The paragraphs in order, those of tables and text boxes where they stand, and whether each is a heading; no recursion."""
    boxes: list[Any] = []
    stack = [body]
    while stack:
        element = stack.pop()
        if element.tag == f"{_W}p":
            words = " ".join("".join(_words(element, boxes)).split())
            if words:
                yield words, _style(element) in headings
            stack.extend(reversed(boxes))
            boxes.clear()
        elif element.tag not in _SKIPPED:
            stack.extend(reversed(element))


def _words(paragraph: Any, boxes: list[Any]) -> Iterator[str]:
    """The text of a paragraph as it stands after tracked changes; text boxes inside it are set aside."""
    stack = list(reversed(paragraph))
    while stack:
        element = stack.pop()
        if element.tag == f"{_W}txbxContent":
            boxes.append(element)
        elif element.tag == f"{_W}t":
            yield element.text or ""
        elif element.tag in _SPACES:
            yield _SPACES[element.tag]
        elif element.tag not in _SKIPPED:
            stack.extend(reversed(element))


def _style(paragraph: Any) -> str:
    found = paragraph.find(f"{_W}pPr/{_W}pStyle")
    return "" if found is None else found.get(f"{_W}val", "")
