"""Sample files in foreign formats, made by code: Word, PDF, feeds, web archives, Parquet."""

from __future__ import annotations

import gzip
import io
from collections.abc import Sequence
from html import escape
from pathlib import Path
from typing import Any

PARAGRAPH = (
    "The army said on Monday that it had closed the road to the town after a bomb killed two men there. Residents told reporters "
    "that soldiers had searched houses near the market and had taken several people away for questioning."
)


def word(*parts: str | Sequence[Sequence[str]], title: str = "", author: str = "") -> bytes:
    """A document: a string is a paragraph ("# " a heading), rows of strings are a table."""
    import docx

    document = docx.Document()
    document.core_properties.title, document.core_properties.author = title, author
    for part in parts:
        if not isinstance(part, str):
            table = document.add_table(len(part), len(part[0]))
            for r, row in enumerate(part):
                for c, cell in enumerate(row):
                    table.cell(r, c).text = cell
        elif part.startswith("# "):
            document.add_heading(part[2:], 1)
        else:
            document.add_paragraph(part)
    buffer = io.BytesIO()
    document.save(buffer)
    return buffer.getvalue()


def pdf(*pages: Sequence[str], title: str = "", author: str = "", extra: dict[int, bytes] | None = None) -> bytes:
    """A PDF in Helvetica, one text line under the other on each page; `extra` replaces objects by number."""
    streams = [_stream(lines) for lines in pages]
    kids = " ".join(f"{4 + 2 * n} 0 R" for n in range(len(pages)))
    objects = {
        1: b"<< /Type /Catalog /Pages 2 0 R >>",
        2: f"<< /Type /Pages /Kids [{kids}] /Count {len(pages)} >>".encode(),
        3: b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
    }
    for n, stream in enumerate(streams):
        resources = "/Resources << /Font << /F1 3 0 R >> >>"
        objects[4 + 2 * n] = f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] {resources} /Contents {5 + 2 * n} 0 R >>".encode()
        objects[5 + 2 * n] = b"<< /Length %d >>\nstream\n%s\nendstream" % (len(stream), stream)
    last = max(objects) + 1
    objects[last] = f"<< /Title ({title}) /Author ({author}) /CreationDate (D:20200101000000) >>".encode("latin-1")
    return _file(objects | (extra or {}), last)


def _stream(lines: Sequence[str]) -> bytes:
    moved = [f"BT /F1 10 Tf 50 {740 - 14 * n} Td ({_quoted(line)}) Tj ET" for n, line in enumerate(lines) if line]
    return "\n".join(moved).encode("cp1252")


def _quoted(line: str) -> str:
    return line.replace("\\", "\\\\").replace("(", "\\(").replace(")", "\\)")


def _file(objects: dict[int, bytes], info: int) -> bytes:
    out = bytearray(b"%PDF-1.4\n")
    places = {}
    for number, body in sorted(objects.items()):
        places[number] = len(out)
        out += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    start = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % (max(objects) + 1)
    for number in range(1, max(objects) + 1):
        out += b"%010d 00000 n \n" % places[number]
    out += b"trailer\n<< /Size %d /Root 1 0 R /Info %d 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (max(objects) + 1, info, start)
    return bytes(out)


def rss(*items: str, title: str = "The Valley Post") -> str:
    return f'<?xml version="1.0" encoding="utf-8"?>\n<rss version="2.0"><channel><title>{title}</title>{"".join(items)}</channel></rss>'


def item(title: str = "Road closed", body: str = f"<p>{PARAGRAPH}</p>", when: str = "Mon, 04 Mar 2024 23:30:00 +0500", **more: str) -> str:
    rest = "".join(f"<{name}>{escape(value)}</{name}>" for name, value in more.items())
    return f"<item><title>{escape(title)}</title><description>{escape(body)}</description><pubDate>{when}</pubDate>{rest}</item>"


def warc(*records: tuple[str, str, str, bytes], packed: bool = True) -> bytes:
    """An archive of responses: (address, status, content type, body)."""
    from warcio.statusandheaders import StatusAndHeaders
    from warcio.warcwriter import WARCWriter

    buffer = io.BytesIO()
    writer = WARCWriter(buffer, gzip=packed)
    for address, status, kind, body in records:
        headers = StatusAndHeaders(status, [("Content-Type", kind), ("Content-Length", str(len(body)))], protocol="HTTP/1.1")
        told = {"WARC-Date": "2024-12-26T10:00:00Z"}
        writer.write_record(writer.create_warc_record(address, "response", payload=io.BytesIO(body), http_headers=headers, warc_headers_dict=told))
    return buffer.getvalue()


def zipped_bomb(size: int = 1 << 20) -> bytes:
    return gzip.compress(bytes(size), 1)


def parquet(folder: Path, rows: Sequence[dict[str, Any]]) -> bytes:
    import pyarrow as pa
    import pyarrow.parquet as pq

    path = folder / "rows.parquet"
    pq.write_table(pa.Table.from_pylist(list(rows)), path)
    return path.read_bytes()


def page(*paragraphs: str, title: str = "Road closed") -> bytes:
    body = "".join(f"<p>{escape(p)}</p>" for p in paragraphs)
    return f"<html><head><title>{title}</title></head><body><article><h1>{title}</h1>{body}</article></body></html>".encode()
