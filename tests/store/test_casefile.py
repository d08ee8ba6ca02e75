import os
import signal
import subprocess
import sys
import textwrap
from datetime import datetime
from pathlib import Path

import duckdb
import pytest
import samples

from casus.model.errors import CaseError
from casus.model.judgement import Judgement
from casus.model.picture import Stamp
from casus.store import CaseFile, MemoryCase, is_case

LATER = Stamp(casus="0.2.0", codebook="sha256:c0de", model="sha256:beef")
HERE = Path(__file__).parent.parent


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "valley.casus"


def fill(path: Path, stamp: Stamp = samples.STAMP) -> None:
    with CaseFile(path, write=True) as case:
        for reading in samples.readings():
            case.append(reading, stamp)


def by_report() -> list[object]:
    return sorted(samples.readings(), key=lambda r: r.report.id)


def test_what_was_appended_is_read_back(path: Path) -> None:
    fill(path)
    with CaseFile(path) as case:
        assert list(case.readings()) == by_report()


def test_the_same_report_again_changes_nothing(path: Path) -> None:
    fill(path)
    with CaseFile(path, write=True) as case:
        assert not case.append(samples.first_reading(), samples.STAMP)
        assert case.edition() == 3


def test_a_later_stamp_adds_a_version_and_keeps_the_old(path: Path) -> None:
    fill(path)
    report = samples.first_reading().report.id
    with CaseFile(path, write=True) as case:
        assert case.stale(LATER) == 3
        assert case.append(samples.first_reading(), LATER)
        assert case.stale(LATER) == 2
        assert case.versions(report) == [(1, samples.STAMP), (2, LATER)]
        assert case.reading(report, 1) == samples.first_reading()
        assert len(list(case.readings())) == 3


@pytest.mark.parametrize("order", [("a.txt", "b.txt"), ("b.txt", "a.txt")])
@pytest.mark.parametrize("kind", ["file", "memory"])
def test_one_text_under_two_names_gives_one_reading_in_any_order(path: Path, order: tuple[str, ...], kind: str) -> None:
    case = CaseFile(path, write=True) if kind == "file" else MemoryCase()
    for name in order:
        case.append(samples.second_reading(name), samples.STAMP)
    assert [r.report.source for r in case.readings()] == ["a.txt"]


def test_judgements_are_kept_in_order(path: Path) -> None:
    made = [Judgement("e1", v, "ana", datetime(2024, 5, 1)) for v in ("reject", "accept")]
    with CaseFile(path, write=True) as case:
        for judgement in made:
            case.judge(judgement)
        assert case.judgements() == made


def test_many_may_read_at_once(path: Path) -> None:
    fill(path)
    command = [sys.executable, "-c", _held_open(path)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stdin=subprocess.PIPE) as first:
        assert first.stdout and first.stdout.readline() == b"open\n"
        second = subprocess.run([sys.executable, "-c", _reading(path)], capture_output=True, text=True, check=False)
        first.communicate(b"\n")
    assert second.stdout == "3\n", second.stderr


def _reading(path: Path) -> str:
    return (
        "from pathlib import Path; from casus.store import CaseFile\n"
        f"with CaseFile(Path({str(path)!r})) as c: print(len(list(c.readings())))"
    )


def _held_open(path: Path, write: bool = False) -> str:
    return textwrap.dedent(f"""
        import sys; from pathlib import Path; from casus.store import CaseFile
        with CaseFile(Path({str(path)!r}), write={write}) as c:
            print("open", flush=True); sys.stdin.readline()
    """)


def test_a_case_held_by_a_writer_names_the_holder_and_the_remedy(path: Path) -> None:
    fill(path)
    with subprocess.Popen([sys.executable, "-c", _held_open(path, write=True)], stdout=subprocess.PIPE, stdin=subprocess.PIPE) as holder:
        assert holder.stdout and holder.stdout.readline() == b"open\n"
        with pytest.raises(CaseError) as caught:
            CaseFile(path)
        holder.communicate(b"\n")
    message = str(caught.value)
    assert "valley.casus: " in message and f"process {holder.pid}" in message and "wait until" in message
    assert "\n" not in message


def test_a_case_open_in_this_process_says_so(path: Path) -> None:
    fill(path)
    with CaseFile(path, write=True), pytest.raises(CaseError, match="open elsewhere"):
        CaseFile(path, write=True)


def test_an_absent_case_says_how_to_make_one(path: Path) -> None:
    with pytest.raises(CaseError, match="no such case; make one with: casus read"):
        CaseFile(path)
    assert not path.exists()


@pytest.mark.parametrize("content", [b"", b"not a case at all\n" * 500])
def test_another_file_is_no_case(path: Path, content: bytes) -> None:
    path.write_bytes(content)
    for write in (False, True):
        with pytest.raises(CaseError, match="not a case file, or it is damaged"):
            CaseFile(path, write=write)
    assert path.read_bytes() == content


def test_a_damaged_case_is_one_clear_line(path: Path) -> None:
    fill(path)
    whole = path.read_bytes()
    path.write_bytes(whole[: len(whole) // 3])
    with pytest.raises(CaseError) as caught, CaseFile(path) as case:
        list(case.readings())
    assert "\n" not in str(caught.value)


def test_another_database_is_no_case(path: Path) -> None:
    with duckdb.connect(str(path)) as other:
        other.execute("CREATE TABLE meta (a INT)")
    with pytest.raises(CaseError, match="a DuckDB file but not a case"):
        CaseFile(path)


def test_a_case_of_a_later_version_is_refused(path: Path) -> None:
    fill(path)
    with duckdb.connect(str(path)) as later:
        later.execute("UPDATE meta SET value = '99' WHERE key = 'schema'")
    with pytest.raises(CaseError, match="version 99, this Casus knows 1; upgrade"):
        CaseFile(path)


def test_a_missing_folder_is_named(tmp_path: Path) -> None:
    with pytest.raises(CaseError, match="does not exist; create it first"):
        CaseFile(tmp_path / "no" / "x.casus", write=True)


def test_a_folder_is_no_case(tmp_path: Path) -> None:
    with pytest.raises(CaseError):
        CaseFile(tmp_path, write=True)
    assert not is_case(tmp_path)


def test_a_case_is_known_by_its_ending_or_its_bytes(path: Path, tmp_path: Path) -> None:
    fill(path)
    renamed = path.rename(tmp_path / "valley.db")
    assert is_case(renamed)
    text = tmp_path / "a.txt"
    text.write_text("DUCK")
    assert not is_case(text)
    assert not is_case(tmp_path / "absent.casus")


def test_making_a_case_leaves_nothing_beside_it(path: Path) -> None:
    fill(path)
    assert [p.name for p in path.parent.iterdir()] == ["valley.casus"]


def test_storage_is_readable_by_the_oldest_supported_duckdb(path: Path) -> None:
    fill(path)
    with duckdb.connect() as look:
        look.execute(f"ATTACH '{path}' AS c (READ_ONLY)")
        row = look.execute("SELECT tags FROM duckdb_databases() WHERE database_name = 'c'").fetchone()
    assert row and row[0]["storage_version"].startswith("v1.4")


KILLED = """
import sys
sys.path.insert(0, {tests!r})
from pathlib import Path
import samples
from casus.store import CaseFile
with CaseFile(Path({path!r}), write=True) as case:
    for n in range(100000):
        case.append(samples.second_reading(f"{{n}}.txt", samples.SECOND + " " + str(n)), samples.STAMP)
        print(n, flush=True)
"""


@pytest.mark.skipif(os.name == "nt", reason="kill -9")
@pytest.mark.parametrize("after", [0, 7, 40])
def test_a_killed_writer_loses_nothing_it_finished(path: Path, after: int) -> None:
    program = KILLED.format(tests=str(HERE), path=str(path))
    with subprocess.Popen([sys.executable, "-c", program], stdout=subprocess.PIPE, text=True) as writer:
        assert writer.stdout
        for said in writer.stdout:
            if int(said) == after:
                writer.send_signal(signal.SIGKILL)
                break
    with CaseFile(path) as case:
        kept = list(case.readings())
    assert len(kept) >= after + 1
    assert all(r.claims and r.report.text.startswith(samples.SECOND) for r in kept)
    with CaseFile(path, write=True) as case:
        assert not any(case.append(r, samples.STAMP) for r in kept)
        assert case.append(samples.first_reading(), samples.STAMP)


def test_a_file_held_for_a_moment_is_waited_for(path: Path) -> None:
    """As when two coders decide at once: the one who comes second waits, and nothing is refused."""
    fill(path)
    holder = f"import sys, time; sys.path.insert(0, {str(HERE.parent)!r}); from pathlib import Path; from casus.store import CaseFile\n"
    holder += f"with CaseFile(Path({str(path)!r}), write=True): print('held', flush=True); time.sleep(0.8)"
    other = subprocess.Popen([sys.executable, "-c", holder], stdout=subprocess.PIPE, text=True)
    assert other.stdout is not None and other.stdout.readline() == "held\n"
    with CaseFile(path, write=True) as case:
        case.judge(Judgement("x", "note", "ada", datetime(2024, 1, 1), note="mine"))
    assert other.wait(timeout=20) == 0
