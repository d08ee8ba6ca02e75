import csv
import io
import json
import os
import threading
from pathlib import Path

import pyarrow.parquet as pq
import pytest
import samples
from hypothesis import given
from hypothesis import strategies as st
from syrupy.assertion import SnapshotAssertion

from casus.export import COLUMNS, EXPORTERS, KINDS, exporter, records, render, write_whole
from casus.export.columns import row
from casus.export.jsonl import json_line, utf8, write_jsonl
from casus.export.tables import FORMULA, write_csv
from casus.model.errors import ExportError

PAIRS = [(to, kind) for to, found in EXPORTERS.items() for kind in found.kinds]


def out(to: str, kind: str = "events", **options: bool) -> bytes:
    return b"".join(render(samples.picture(), to, kind=kind, **options))


def table(data: bytes) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(data.decode("utf-8-sig"), newline="")))


@pytest.mark.parametrize("kind", KINDS)
def test_json_lines(kind: str, snapshot: SnapshotAssertion) -> None:
    assert out("jsonl", kind, low=True).decode() == snapshot


@pytest.mark.parametrize("kind", KINDS)
def test_csv(kind: str, snapshot: SnapshotAssertion) -> None:
    assert out("csv", kind, low=True).decode() == snapshot


def test_geojson(snapshot: SnapshotAssertion) -> None:
    assert out("geojson", low=True).decode() == snapshot


@pytest.mark.parametrize(("to", "kind"), PAIRS)
def test_the_same_picture_gives_the_same_bytes_in_any_order(to: str, kind: str) -> None:
    back = samples.picture(samples.readings()[::-1])
    assert out(to, kind) == out(to, kind) == b"".join(render(back, to, kind=kind))


def test_json_lines_are_compact_and_not_escaped() -> None:
    text = out("jsonl", "quotes").decode()
    assert '","' in text and '": ' not in text
    assert "“" in out("jsonl", "reports").decode()


@given(st.text())
def test_a_record_is_one_line_whatever_its_words(words: str) -> None:
    (data,) = write_jsonl([{"words": words}], "quotes")
    lines = data.decode().splitlines()
    assert len(lines) == 1 and json.loads(lines[0]) == {"words": words}


def test_a_lone_surrogate_is_escaped_not_lost() -> None:
    assert json.loads(utf8(json_line({"words": "\ud800"}))) == {"words": "\ud800"}


def test_csv_begins_with_a_byte_order_mark_and_has_every_column() -> None:
    data = out("csv")
    assert data.startswith(b"\xef\xbb\xbf") and data.endswith(b"\r\n")
    assert list(table(data)[0]) == [c.name for c in COLUMNS["events"]]


def test_csv_leaves_the_unknown_empty() -> None:
    (event,) = table(out("csv"))
    assert (event["killed_low"], event["killed_high"], event["injured_low"]) == ("12", "", "")
    assert event["certain"] == "true" and event["aggregate"] == "false"


@pytest.mark.parametrize("start", FORMULA)
def test_no_cell_of_text_runs_as_a_formula(start: str) -> None:
    caution = records(samples.picture(), "cautions")[0] | {"message": f"{start}1+1", "events": [f"{start}x", "y"]}
    (read,) = table(b"".join(write_csv([caution], "cautions")))
    assert read["message"] == f"'{start}1+1" and read["events"] == f"'{start}x; y"


@given(st.text())
def test_no_text_escapes_the_guard(words: str) -> None:
    caution = records(samples.picture(), "cautions")[0] | {"message": words}
    cells = list(csv.reader(io.StringIO(b"".join(write_csv([caution], "cautions")).decode("utf-8-sig"), newline="")))
    assert len(cells) == 2 and not any(cell.startswith(FORMULA) for cell in cells[1])


def test_a_negative_number_stays_a_number() -> None:
    event = records(samples.picture((samples.first_reading(),)))[0]
    event["place"] = event["place"] | {"lon": -70.5}
    (read,) = table(b"".join(write_csv([event], "events")))
    assert read["longitude"] == "-70.5"


@pytest.mark.parametrize("kind", KINDS)
def test_columns_fit_every_record_and_statas_names(kind: str) -> None:
    names = [c.name for c in COLUMNS[kind]]
    assert len(names) == len(set(names))
    assert all(n.isidentifier() and n == n.lower() and len(n) <= 32 for n in names)
    for record in records(samples.picture(), kind, low=True):
        for column in COLUMNS[kind]:
            head = column.path.removeprefix("#").split(".")[0]
            assert head in record
            value = row(record, [column])[column.name]
            assert value is None or isinstance(value, list) == (column.type == "list")


@pytest.mark.parametrize("kind", KINDS)
def test_parquet_has_the_same_columns_with_types(kind: str) -> None:
    frame = pq.read_table(io.BytesIO(out("parquet", kind, low=True)))
    assert frame.column_names == [c.name for c in COLUMNS[kind]]
    assert frame.num_rows == len(records(samples.picture(), kind, low=True))
    kinds = {c.name: c.type for c in COLUMNS[kind]}
    wanted = {
        "date": "date32",
        "integer": "int64",
        "number": "double",
        "flag": "bool",
        "list": "list",
        "text": "string",
    }
    assert all(str(f.type).startswith(wanted[kinds[f.name]]) for f in frame.schema)


def test_parquet_keeps_gaps_in_lists_and_unknown_figures() -> None:
    (event,) = pq.read_table(io.BytesIO(out("parquet"))).to_pylist()
    assert event["recipient_ids"] == [None] and event["killed_high"] is None


def test_parquet_of_nothing_still_has_columns() -> None:
    empty = samples.picture(())
    frame = pq.read_table(io.BytesIO(b"".join(render(empty, "parquet"))))
    assert frame.num_rows == 0 and "killed_low" in frame.column_names


def test_geojson_has_a_point_only_where_the_gazetteer_gives_one() -> None:
    features = json.loads(out("geojson", "claims", low=True))["features"]
    points = {f["properties"]["place"]: f["geometry"] for f in features}
    assert points["Tolvan"] == {"type": "Point", "coordinates": [70.5, 34.12346]}
    assert points["near Tolvan"] is None and points[None] is None
    assert {f["properties"]["place"]: f["properties"]["precision"] for f in features}["near Tolvan"] == "near"


def test_geojson_of_nothing_is_an_empty_collection() -> None:
    empty = b"".join(render(samples.picture(()), "geojson"))
    assert json.loads(empty) == {"type": "FeatureCollection", "features": []}


def test_reports_without_text() -> None:
    assert all(json.loads(line)["text"] is None for line in out("jsonl", "reports", text=False).splitlines())


@pytest.mark.parametrize(
    ("to", "kind", "said"),
    [
        ("xlsm", "events", "choose one of: jsonl, csv, parquet, geojson, ucdp"),
        ("csv", "stories", "choose one of: events, claims"),
        ("geojson", "quotes", "choose a kind of: events, claims"),
    ],
)
def test_an_unknown_format_or_kind_lists_the_known_ones(to: str, kind: str, said: str) -> None:
    with pytest.raises(ExportError, match=said):
        exporter(to, kind)


def test_a_file_is_whole_or_as_it_was(tmp_path: Path) -> None:
    target = tmp_path / "events.csv"
    target.write_text("old")

    def broken():  # type: ignore[no-untyped-def]
        yield b"half"
        raise RuntimeError("cut off")

    with pytest.raises(RuntimeError):
        write_whole(target, broken())
    assert target.read_text() == "old" and len(list(tmp_path.iterdir())) == 1
    write_whole(target, [b"a", b"b"])
    assert target.read_bytes() == b"ab" and len(list(tmp_path.iterdir())) == 1


def test_a_target_that_cannot_be_written_is_one_clear_line(tmp_path: Path) -> None:
    with pytest.raises(ExportError, match=r"cannot be written \(No such file or directory\); choose another place"):
        write_whole(tmp_path / "no" / "events.csv", [b""])


def test_a_link_keeps_leading_to_its_file(tmp_path: Path) -> None:
    link = tmp_path / "link.csv"
    link.symlink_to(tmp_path / "file.csv")
    write_whole(link, [b"new"])
    assert link.is_symlink() and (tmp_path / "file.csv").read_bytes() == b"new"


def test_a_device_is_written_not_replaced(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    reader = threading.Thread(target=lambda: got.append(pipe.read_bytes()))
    got: list[bytes] = []
    reader.start()
    write_whole(pipe, [b"a", b"b"])
    reader.join()
    assert got == [b"ab"] and pipe.is_fifo()


def test_a_folder_is_no_target(tmp_path: Path) -> None:
    with pytest.raises(ExportError, match="Is a directory"):
        write_whole(tmp_path, [b""])
