import subprocess
import sys
from pathlib import Path

import pytest

import casus
from casus.model.errors import CaseError, ExportError, InputError

pytestmark = pytest.mark.usefixtures("small_pipeline")


def test_a_case_reads_a_folder_and_tells_events(folder: Path, tmp_path: Path) -> None:
    case = casus.Case(tmp_path / "valley.casus")
    done = case.read(folder, published="2024-03-06")
    assert (done.added, done.known, done.failed) == (3, 0, ())
    assert sorted(e.killed.best for e in case.events() if e.killed) == [12, 20]
    assert len(case.events(low=True)) == len(case.claims(low=True)) == 3
    assert case.check() == ()


def test_reading_again_adds_nothing(folder: Path, tmp_path: Path) -> None:
    case = casus.Case(tmp_path / "valley.casus")
    case.read(folder)
    again = casus.Case(tmp_path / "valley.casus").read([folder, folder / "a.txt"])
    assert again.added == 0 and again.known >= 3


def test_what_fails_is_listed_and_the_rest_goes_on(folder: Path) -> None:
    seen = []
    case = casus.Case()
    done = case.read([folder, folder / "absent.txt"], watch=seen.append)
    assert done.added == 3 and [type(f).__name__ for f in done.failed] == ["MissingInput"]
    assert len(seen) == 4


def test_a_case_without_a_path_is_kept_in_memory(folder: Path) -> None:
    case = casus.Case()
    case.read(folder / "a.txt")
    assert len(case.events()) == 1
    case.read(folder / "b.txt")
    assert len(case.events()) == 2


def test_the_order_of_inputs_changes_no_byte(folder: Path, tmp_path: Path) -> None:
    for name, order in (("there", ["a", "b", "c"]), ("back", ["c", "b", "a"])):
        case = casus.Case(tmp_path / f"{name}.casus")
        for text in order:
            case.read(folder / f"{text}.txt")
        case.export("jsonl", tmp_path / f"{name}.jsonl", low=True)
    assert (tmp_path / "there.jsonl").read_bytes() == (tmp_path / "back.jsonl").read_bytes() != b""


def test_a_picture_is_drawn_anew_only_when_the_case_grew(folder: Path, tmp_path: Path) -> None:
    case = casus.Case(tmp_path / "valley.casus")
    case.read(folder / "a.txt")
    first = case.picture()
    assert case.picture() is first
    casus.Case(tmp_path / "valley.casus").read(folder / "b.txt")
    assert len(case.picture().readings) == 2


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


def test_an_absent_case_is_an_error_of_the_case(tmp_path: Path) -> None:
    with pytest.raises(CaseError, match="no such case"):
        casus.Case(tmp_path / "absent.casus").events()


def test_an_unknown_format_writes_nothing(folder: Path, tmp_path: Path) -> None:
    case = casus.Case()
    case.read(folder)
    with pytest.raises(ExportError, match="no such format"):
        case.export("xls", tmp_path / "out.xls")
    assert not (tmp_path / "out.xls").exists()


def test_public_names_are_complete_sorted_and_there() -> None:
    assert casus.__all__ == sorted(casus.__all__)
    assert all(getattr(casus, name) is not None for name in casus.__all__)
    assert dir(casus) == sorted(casus.__all__)
    with pytest.raises(AttributeError, match="no attribute 'extract'"):
        casus.extract  # noqa: B018


def test_type_checkers_see_the_same_names() -> None:
    declared = Path(casus.__file__).with_suffix(".pyi").read_text(encoding="utf-8")
    assert all(name in declared for name in casus.__all__)


def test_importing_casus_is_light() -> None:
    program = "import sys, casus; print(sorted({'numpy', 'duckdb', 'onnxruntime', 'typer'} & set(sys.modules)))"
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert done.stdout == "[]\n"
