"""What a case tells: records, data frames, files; and the events of one text."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

import casus
from casus.model.errors import ExportError, InputError

pytestmark = pytest.mark.usefixtures("small_pipeline")


def test_events_give_their_records(folder: Path) -> None:
    case = casus.Case()
    case.read(folder)
    events = case.events()
    assert [d["id"] for d in events.to_dicts()] == [e.id for e in events] == [d["id"] for d in case.records("events")]
    assert events[0].type == "ASSAULT" and len(events[:1]) == 1 and repr(events) == "<2 events>"


def test_a_data_frame_has_typed_columns(folder: Path) -> None:
    pd = pytest.importorskip("pandas")
    case = casus.Case()
    case.read(folder, published="2024-03-06")
    frame = case.events().to_pandas()
    assert frame["killed_best"].sum() == 32 and frame["injured_best"].isna().all()
    assert pd.api.types.is_datetime64_any_dtype(frame["date_start"])
    assert list(casus.Case().events().to_pandas().columns) == list(frame.columns)


def test_without_pandas_the_error_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pandas", None)
    with pytest.raises(ExportError, match=r"pip install 'casus-events\[pandas\]'"):
        casus.Case().events().to_pandas()


def test_one_text_gives_its_events() -> None:
    text = "The ministry said on Monday that jets struck Tolvan and killed 12 people there, in the far north."
    (event,) = casus.code(text, published="2024-03-06")
    assert event.killed and event.killed.best == 12 and event.status == "attributed"


def test_a_day_must_be_a_day() -> None:
    with pytest.raises(InputError, match="write it as YYYY-MM-DD"):
        casus.code("Jets struck Tolvan.", published="last week")


def test_an_unknown_format_writes_nothing(folder: Path, tmp_path: Path) -> None:
    case = casus.Case()
    case.read(folder)
    with pytest.raises(ExportError, match="no such format"):
        case.export("xls", tmp_path / "out.xls")
    assert not (tmp_path / "out.xls").exists()
