import csv
import io
import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from casus import __version__
from casus.cli.app import app

pytestmark = pytest.mark.usefixtures("small_pipeline")

Casus = Callable[..., Result]


@pytest.fixture
def casus(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Casus:
    monkeypatch.chdir(tmp_path)
    return lambda *words, stdin=None: CliRunner().invoke(app, [str(w) for w in words], input=stdin)


@pytest.fixture
def case(casus: Casus, folder: Path) -> Path:
    assert casus("read", folder, "--case", "valley.casus").exit_code == 0
    return Path("valley.casus")


def lines(result: Result) -> list[dict]:
    return [json.loads(line) for line in result.stdout.splitlines()]


def test_code_prints_events_and_nothing_else(casus: Casus, folder: Path) -> None:
    done = casus("code", folder)
    assert done.exit_code == 0 and done.stderr == ""
    assert sorted(e["killed"]["best"] for e in lines(done)) == [12, 20]


def test_code_reads_standard_input(casus: Casus, folder: Path) -> None:
    done = casus("code", "-", "--published", "2024-03-06", stdin=(folder / "a.txt").read_text())
    assert lines(done)[0]["killed"]["best"] == 12


def test_code_with_nothing_codable_prints_nothing_and_succeeds(casus: Casus, tmp_path: Path) -> None:
    quiet = tmp_path / "quiet.txt"
    quiet.write_text("The orchard was quiet all week, and the old men played cards under the trees in the square.")
    done = casus("code", quiet)
    assert (done.exit_code, done.stdout) == (0, "")


def test_code_all_adds_what_is_not_certain(casus: Casus, folder: Path) -> None:
    assert [e["certain"] for e in lines(casus("code", folder, "--all"))].count(False) == 1


def test_code_takes_inputs_in_any_order(casus: Casus, folder: Path) -> None:
    names = [folder / f"{n}.txt" for n in "abc"]
    assert casus("code", *names).stdout == casus("code", *names[::-1]).stdout == casus("code", folder).stdout


def test_code_takes_the_other_formats_and_kinds(casus: Casus, folder: Path) -> None:
    table = list(csv.DictReader(io.StringIO(casus("code", folder, "--format", "csv").stdout.removeprefix("\ufeff"))))
    assert len(table) == 2
    assert json.loads(casus("code", folder, "--format", "geojson").stdout)["type"] == "FeatureCollection"
    assert {r["publisher"] for r in lines(casus("code", folder, "--kind", "reports", "--publisher", "The Post"))} == {"The Post"}


def test_a_bad_input_is_one_line_and_the_rest_goes_on(casus: Casus, folder: Path) -> None:
    done = casus("code", folder, "absent.txt")
    assert done.exit_code == 1 and len(lines(done)) == 2
    (said,) = done.stderr.splitlines()
    assert said.startswith("casus: absent.txt: ") and "; " in said


def test_a_name_that_steers_the_terminal_is_made_harmless(casus: Casus) -> None:
    done = casus("code", "\x1b[2Jevil.txt")
    assert "\x1b" not in done.stderr and "evil.txt" in done.stderr


@pytest.mark.parametrize(
    "words",
    [
        ["code"],
        ["nonsense"],
        ["code", "a.txt", "--format", "xls"],
        ["code", "a.txt", "--kind", "stories"],
        ["code", "a.txt", "--format", "geojson", "--kind", "quotes"],
        ["code", "a.txt", "--published", "last week"],
        ["read", "a.txt"],
        ["export", "x.casus"],
        ["export", "x.casus", "--to", "xls"],
        ["check", "a.txt", "--format", "geojson"],
        ["brief", "x.casus", "--nonsense"],
    ],
)
def test_wrong_usage_is_exit_code_two(casus: Casus, words: list[str]) -> None:
    done = casus(*words)
    assert done.exit_code == 2 and done.stdout == ""


def test_usage_errors_list_what_is_possible(casus: Casus) -> None:
    said = " ".join(casus("export", "x.casus", "--to", "xls").stderr.split())
    assert "xls: no such format; choose one of: jsonl, csv, parquet, geojson" in said


def test_read_keeps_reports_and_says_how_many(casus: Casus, folder: Path) -> None:
    assert casus("read", folder, "--case", "v.casus").stdout == "v.casus: 3 reports added, 0 known already\n"
    assert casus("read", folder, "--case", "v.casus").stdout == "v.casus: 0 reports added, 3 known already\n"
    failed = casus("read", folder, "no.txt", "--case", "v.casus")
    assert failed.exit_code == 1 and failed.stdout.endswith("3 known already, 1 failed\n")
    assert casus("read", folder, "--case", "v.casus", "--quiet").stdout == ""


def test_read_in_two_goes_is_read_in_one(casus: Casus, folder: Path) -> None:
    casus("read", folder / "b.txt", "--case", "two.casus")
    casus("read", folder, "--case", "two.casus")
    casus("read", folder, "--case", "one.casus")
    assert casus("export", "two.casus", "--to", "csv").stdout == casus("export", "one.casus", "--to", "csv").stdout


def test_export_to_a_file_and_to_standard_output(casus: Casus, case: Path) -> None:
    shown = casus("export", case, "--to", "jsonl")
    written = casus("export", case, "--to", "jsonl", "-o", "events.jsonl")
    assert written.stdout == "" and Path("events.jsonl").read_text(encoding="utf-8") == shown.stdout
    assert casus("export", case, "--to", "parquet", "-o", "events.parquet").exit_code == 0
    assert Path("events.parquet").read_bytes()[:4] == b"PAR1"


def test_export_without_text(casus: Casus, case: Path) -> None:
    assert {r["text"] for r in lines(casus("export", case, "--to", "jsonl", "--kind", "reports", "--no-text"))} == {None}


def test_an_absent_case_is_one_line(casus: Casus) -> None:
    done = casus("export", "absent.casus", "--to", "csv")
    assert done.exit_code == 1
    assert done.stderr == "casus: absent.casus: no such case; make one with: casus read INPUT... --case absent.casus\n"


def test_check_prints_only_cautions(casus: Casus, folder: Path, case: Path) -> None:
    fresh, stored = casus("check", folder), casus("check", case)
    assert fresh.stdout == stored.stdout
    assert fresh.stdout.startswith("Cautions (3)\n") and "date-missing: No day of publication. Give it with --published." in fresh.stdout
    assert casus("check", folder, "--published", "2024-03-06").stdout == "Cautions: none\n"
    assert [c["kind"] for c in lines(casus("check", case, "--format", "jsonl"))] == ["date-missing"] * 3


def test_brief_writes_the_page_and_a_summary(casus: Casus, folder: Path) -> None:
    done = casus("brief", folder, "-o", "page.html")
    assert done.exit_code == 0
    page = Path("page.html").read_text(encoding="utf-8")
    assert page.lower().startswith("<!doctype html>") and "Tolvan" in page
    order = [done.stdout.index(words) for words in ("3 reports", "Cautions", "What is told as news", "Who says so", "page.html")]
    assert order == sorted(order)
    assert "[attributed]" in done.stdout and "killed: 12 (ministry)" in done.stdout


def test_brief_of_a_case_and_of_its_texts_agree(casus: Casus, folder: Path, case: Path) -> None:
    casus("brief", folder, "-o", "texts.html")
    casus("brief", case, "-o", "case.html")
    assert Path("texts.html").read_bytes() == Path("case.html").read_bytes()


def test_brief_says_nothing_codable_without_shame(casus: Casus, tmp_path: Path) -> None:
    quiet = tmp_path / "quiet.txt"
    quiet.write_text("The orchard was quiet all week, and the old men played cards under the trees in the square.")
    done = casus("brief", quiet)
    assert done.exit_code == 0 and "Nothing codable" in done.stdout and Path("brief.html").exists()


def test_brief_quiet_prints_nothing(casus: Casus, folder: Path) -> None:
    done = casus("brief", folder, "-q")
    assert (done.stdout, done.stderr) == ("", "")


def test_brief_of_nothing_readable_writes_no_page(casus: Casus) -> None:
    done = casus("brief", "absent.txt")
    assert done.exit_code == 1 and done.stdout == "" and not Path("brief.html").exists()


def test_a_case_among_texts_is_wrong_usage(casus: Casus, case: Path, folder: Path) -> None:
    done = casus("brief", case, folder)
    assert done.exit_code == 2 and "give it alone" in done.stderr


def test_a_stored_case_takes_no_metadata(casus: Casus, case: Path) -> None:
    done = casus("brief", case, "--published", "2024-03-06")
    assert done.exit_code == 2 and "give this to casus read" in done.stderr


def test_a_case_read_by_an_older_version_is_said(casus: Casus, case: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    import fakes

    from casus.model.picture import Stamp

    monkeypatch.setattr("casus.case.kept.load_tools", lambda: fakes.Tools(Stamp("9", "sha256:c0de", "sha256:beef")))
    assert "casus: valley.casus: 3 reports read by another version of Casus or of its codebook; read" in casus("export", case, "--to", "csv").stderr
    assert casus("export", case, "--to", "csv", "-q").stderr == ""


def test_ctrl_c_is_quiet_and_keeps_what_was_read(casus: Casus, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    import fakes

    read = fakes.read_report
    seen: list[str] = []

    def interrupted(report, tools):  # type: ignore[no-untyped-def]
        if len(seen) == 2:
            raise KeyboardInterrupt
        seen.append(report.id)
        return read(report, tools)

    monkeypatch.setattr(fakes, "read_report", interrupted)
    done = casus("read", folder, "--case", "v.casus")
    assert done.exit_code == 130 and done.stderr == "casus: stopped; what was read before is kept\n"
    monkeypatch.setattr(fakes, "read_report", read)
    assert casus("read", folder, "--case", "v.casus").stdout == "v.casus: 1 report added, 2 known already\n"


def test_the_summary_fits_a_narrow_terminal() -> None:
    import samples
    from rich.console import Console

    from casus.cli.summary import summary_lines
    from casus.cli.terminal import show

    screen = io.StringIO()
    show(summary_lines(samples.picture(), page="brief.html"), Console(file=screen, width=40, force_terminal=True, no_color=True))
    assert max(len(line) for line in screen.getvalue().splitlines()) <= 60
    assert "[attributed]" in screen.getvalue()


def test_the_summary_gives_every_sources_figure() -> None:
    import samples

    from casus.cli.summary import event_lines

    text = "\n".join("".join(words for words, _ in each.parts) for each in event_lines(samples.picture().events[0]))
    assert "killed: at least 12; by source: 20 (The defence ministry [official]), 12 (Red Hill Front [party])" in text


def run(*words: str, **options: object) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "casus", *words]
    return subprocess.run(command, capture_output=True, text=True, check=False, **options)  # type: ignore[call-overload]


def test_version_and_help_start_at_once() -> None:
    assert run("--version").stdout == f"casus {__version__}\n"
    program = "import sys, casus.cli; print(sorted({'numpy', 'duckdb', 'onnxruntime', 'rich', 'jinja2'} & set(sys.modules)))"
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert done.stdout == "[]\n"


def test_help_names_every_command() -> None:
    said = run("--help").stdout
    assert all(f"  {name} " in said for name in ("brief", "read", "code", "check", "export", "doctor"))


@pytest.mark.skipif(os.name == "nt", reason="closed pipes")
def test_a_closed_pipe_is_quiet(tmp_path: Path) -> None:
    program = (
        "from casus.cli.output import send\nfrom casus.cli.outcome import guarded\nimport typer\n"
        "app = typer.Typer(pretty_exceptions_enable=False)\n"
        "def go() -> None:\n    send((b'x' * 65536 for _ in range(1000)), None)\n"
        "app.command()(guarded(go))\napp()\n"
    )
    with subprocess.Popen([sys.executable, "-c", program], stdout=subprocess.PIPE, stderr=subprocess.PIPE, cwd=tmp_path) as writer:
        assert writer.stdout and writer.stderr
        writer.stdout.read(10)
        writer.stdout.close()
        assert writer.stderr.read() == b"" and writer.wait() == 141


def test_a_fault_is_one_line_unless_asked_for(casus: Casus, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def faulty(report: object, tools: object) -> None:
        raise ZeroDivisionError("by zero")

    monkeypatch.setattr("fakes.read_report", faulty)
    done = casus("code", folder)
    assert done.exit_code == 1 and len(done.stderr.splitlines()) == 1
    assert "casus: a fault in Casus (ZeroDivisionError: by zero); set CASUS_TRACEBACK=1" in done.stderr
    monkeypatch.setenv("CASUS_TRACEBACK", "1")
    assert isinstance(casus("code", folder).exception, ZeroDivisionError)


def test_decisions_are_exported_and_taken_in(casus: Casus, case: Path, folder: Path) -> None:
    a, b = (e["id"] for e in lines(casus("export", case, "--to", "jsonl")))
    assert casus("join", case, a, b, "--coder", "ada").exit_code == 0
    assert casus("judgements", "export", case, "-o", "decisions.jsonl").exit_code == 0
    casus("read", folder, "--case", "other.casus")
    taken = casus("judgements", "import", "other.casus", "decisions.jsonl")
    assert (taken.exit_code, taken.stderr) == (0, "1 decision taken in, 0 known already\n")
    assert casus("judgements", "import", "nowhere.casus", "decisions.jsonl").exit_code == 1
    assert casus("judgements", "import", case, "nothing.jsonl").exit_code == 1
    assert casus("judgements", "check", case).exit_code == 0


def test_decisions_are_measured_as_text_and_json(casus: Casus, case: Path) -> None:
    assert "Nothing is decided yet" in casus("evaluate", case).output
    a = lines(casus("export", case, "--to", "jsonl"))[0]["id"]
    casus("judgements", "export", case, "-o", "none.jsonl")
    from casus.case import Case

    Case(case).accept(a, coder="ada")
    Case(case).reject(a, coder="eve")
    told = casus("evaluate", case, "--coder", "ada")
    assert told.exit_code == 0 and "precision  1.000 (1 of 1" in told.output and "recall     not known" in told.output
    assert json.loads(casus("evaluate", case, "--format", "json").stdout)["precision"]["hits"] == 0
    assert "alpha" in casus("judgements", "agreement", case).output
    assert json.loads(casus("judgements", "agreement", case, "--format", "json").stdout)["coders"] == ["ada", "eve"]
    assert casus("evaluate", case, "--format", "xml").exit_code == 2


def test_without_the_workbench_installed_the_command_says_how_to_get_it(casus: Casus, case: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "uvicorn", None)
    monkeypatch.delitem(sys.modules, "casus.review.serving", raising=False)
    done = casus("review", case, "--no-browser")
    assert done.exit_code == 1 and 'pip install "casus-events[review]"' in done.stderr


def test_the_workbench_is_not_opened_to_others_without_a_password(casus: Casus, case: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    pytest.importorskip("fastapi")
    monkeypatch.delenv("CASUS_PASSWORD", raising=False)
    done = casus("review", case, "--no-browser", "--host", "0.0.0.0")
    assert done.exit_code == 1 and "CASUS_PASSWORD" in done.stderr
