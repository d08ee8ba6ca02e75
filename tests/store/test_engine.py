"""A DuckDB kept at hand holds no file between two verbs, and opens one file for one at a time."""

from __future__ import annotations

import os
import pickle
import subprocess
import sys
from datetime import datetime
from pathlib import Path

import pytest
import samples

from casus.judge import Signature
from casus.model.judgement import Judgement
from casus.store import CaseFile, Engine

HERE = Path(__file__).parent
WRITE = "import sys; from pathlib import Path; from casus.store import CaseFile\nwith CaseFile(Path(sys.argv[1]), write=True) as c: print(c.edition())"


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A case of one reading."""
    made = tmp_path / "valley.casus"
    with CaseFile(made, write=True) as case:
        case.append(samples.first_reading(), samples.STAMP)
    return made


def decision(number: int) -> Judgement:
    return Judgement("x", "note", "ada", datetime(2024, 1, 1, 12, number), note="mine")


def test_between_two_verbs_others_write(path: Path) -> None:
    engine = Engine()
    for number in (1, 2, 3):
        with CaseFile(path, write=True, engine=engine) as case:
            assert case.judge(decision(number), decision(number)) == 1
        other = subprocess.run([sys.executable, "-c", WRITE, str(path)], capture_output=True, text=True, check=True)
        assert int(other.stdout) == 1 + number
    with CaseFile(path, engine=engine) as case:
        assert case.judgements() == [decision(n) for n in (1, 2, 3)]
    if Path("/proc/self/fd").exists():
        held = [str(f.readlink()) for f in Path("/proc/self/fd").iterdir() if f.is_symlink()]
        assert str(path) not in held


def test_who_asks_meanwhile_gets_one_of_his_own(path: Path) -> None:
    engine = Engine()
    with CaseFile(path, engine=engine) as case, CaseFile(path, engine=engine) as inner:
        assert list(case.readings()) == list(inner.readings())
    with CaseFile(path, write=True, engine=engine) as case:
        assert case.judge(decision(1)) == 1


def test_what_fails_leaves_the_engine_usable(path: Path, tmp_path: Path) -> None:
    engine = Engine()
    with pytest.raises(RuntimeError), CaseFile(path, write=True, engine=engine) as case:
        case._rows("BEGIN")
        case._rows("DELETE FROM judgements")
        raise RuntimeError
    (tmp_path / "bad.casus").write_bytes(b"no case at all" * 900)
    for wrong in (tmp_path / "absent.casus", tmp_path / "bad.casus"):
        with pytest.raises(Exception, match="case"):
            CaseFile(wrong, engine=engine)
    with CaseFile(path, write=True, engine=engine) as case:
        assert case.judge(decision(1)) == 1 and case.judge(decision(1)) == 0


def test_it_can_be_sent_to_another_process_empty() -> None:
    engine = Engine()
    engine.lend()[1]()
    assert isinstance(pickle.loads(pickle.dumps(engine)), Engine)


@pytest.mark.skipif(not hasattr(os, "fork"), reason="no fork")
def test_a_killed_process_loses_no_decision(path: Path) -> None:
    program = f"""
import sys
sys.path.insert(0, {str(HERE.parent)!r})
from datetime import datetime
from pathlib import Path
from casus.model.judgement import Judgement
from casus.store import CaseFile, Engine
engine = Engine()
for n in range(100000):
    with CaseFile(Path({str(path)!r}), write=True, engine=engine) as case:
        case.judge(Judgement("x", "note", "ada", datetime(2024, 1, 1), note=str(n)))
        print(n, flush=True)
"""
    with subprocess.Popen([sys.executable, "-c", program], stdout=subprocess.PIPE, text=True) as writer:
        assert writer.stdout
        for said in writer.stdout:
            if said.strip() == "9":
                writer.kill()
                break
    with CaseFile(path) as case:
        notes = [int(j.note) for j in case.judgements()]
    assert notes[:10] == list(range(10)) and notes == list(range(len(notes)))


def test_a_decision_known_already_is_left_out_whatever_else_was_made_at_its_moment(path: Path) -> None:
    sign = Signature("ada", datetime(2024, 1, 1))
    one, other = sign.finish("sha256:a"), sign.finish("sha256:b")
    with CaseFile(path, write=True) as case:
        assert [case.judge(one), case.judge(other, one), case.judge(one, other)] == [1, 1, 0]
        assert case.judgements() == [one, other]
