from pathlib import Path

import pytest
from typer.testing import CliRunner

from casus.cli.app import app
from casus.cli.health import Finding, judge_model, self_test
from casus.read.card import digest

pytestmark = pytest.mark.usefixtures("small_pipeline")


def model(folder: Path, sha256: str | None = None) -> Path:
    (folder / "reader.onnx").write_bytes(b"weights")
    digest_ = sha256 or digest(folder / "reader.onnx")
    (folder / "card.json").write_text(
        f'{{"name": "r", "version": "1", "sha256": "{digest_}", "data": ["a", "b"], "scores": {{"names F1": 88.04}}}}'
    )
    return folder


def verdicts(findings: list[Finding]) -> dict[str, str]:
    return {f.subject: f.verdict for f in findings}


def test_a_whole_model_is_ok_and_its_scores_are_printed(tmp_path: Path) -> None:
    found = list(judge_model(model(tmp_path)))
    assert found[0].verdict == "ok" and "r 1 sha256:" in found[0].detail
    assert [(f.subject, f.detail) for f in found[1:]] == [("trained on", "a, b"), ("names F1", "88.0")]


def test_another_model_file_than_the_cards_is_wrong(tmp_path: Path) -> None:
    assert next(judge_model(model(tmp_path, sha256="00"))).verdict == "WRONG"


def test_a_missing_or_broken_model_is_wrong_not_a_trace(tmp_path: Path) -> None:
    assert next(judge_model(tmp_path)).verdict == "WRONG"
    model(tmp_path)
    (tmp_path / "card.json").write_text("{")
    assert next(judge_model(tmp_path)).verdict == "WRONG"


def test_the_self_test_holds_the_promises(folder: Path) -> None:
    assert verdicts(list(self_test(folder))) == {"codebook": "", "self test": "ok", "words": "ok", "same bytes": "ok"}


def test_no_example_or_no_event_is_wrong(tmp_path: Path) -> None:
    assert "WRONG" in verdicts(list(self_test(tmp_path))).values()


def test_an_example_that_cannot_be_read_is_wrong(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(b"")
    (found,) = self_test(tmp_path)
    assert found.verdict == "WRONG" and "a.txt" in found.detail


@pytest.mark.parametrize(("verdict", "code"), [("ok", 0), ("", 0), ("WRONG", 1)])
def test_anything_wrong_is_exit_code_one(monkeypatch: pytest.MonkeyPatch, verdict: str, code: int) -> None:
    monkeypatch.setattr("casus.cli.health.examine", lambda: iter([Finding(verdict, "model", "[b]x")]))  # type: ignore[arg-type]
    done = CliRunner().invoke(app, ["doctor"])
    assert done.exit_code == code and done.stdout == f"{verdict:5}  model  [b]x\n"
