"""A command hands its work to the workbench that runs on the case: the same answer, seen at once; a note left behind harms nobody."""

from __future__ import annotations

import json
import platform
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import replace
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path
from threading import Thread
from typing import Any
from urllib.request import Request, urlopen

import pytest

import casus
from casus.judge import Signature, written
from casus.model.errors import CaseError
from casus.store import CaseFile, Engine, note_of
from casus.store.codec import decode, encode
from casus.store.note import Note, note_path

ROOT = Path(__file__).parent.parent.parent
NEW = "Gunmen shot dead two farmers near Mosul on Sunday, police said. The road to the town was closed for hours."


def command(*words: object) -> subprocess.CompletedProcess[str]:
    return subprocess.run([sys.executable, "-m", "casus", *map(str, words)], cwd=ROOT, capture_output=True, text=True, timeout=100, check=False)


@pytest.fixture
def workbench(case: casus.Case) -> Iterator[subprocess.Popen[str]]:
    """A workbench in a process of its own; a shell that runs the tests behind it has the interrupt ignored, which children inherit."""
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    running = subprocess.Popen(
        [sys.executable, "-m", "casus", "review", str(case.path), "--coder", "ada", "--no-browser"], cwd=ROOT, stderr=subprocess.PIPE, text=True
    )
    next(line for line in iter(running.stderr.readline, "") if "token=" in line)  # type: ignore[union-attr]
    try:
        yield running
    finally:
        running.kill()
        running.wait(timeout=30)
        signal.signal(signal.SIGINT, before)
        running.stderr.close()  # type: ignore[union-attr]


def note(case: casus.Case) -> Note:
    return decode(Note, note_path(case.path).read_text())


def told(case: casus.Case, path: str) -> Any:
    """What the workbench itself says."""
    found = note(case)
    request = Request(f"http://127.0.0.1:{found.port}{path}", headers={"Authorization": f"Bearer {found.token}"})
    with urlopen(request, timeout=20) as answer:
        return json.load(answer)


@pytest.mark.timeout(240)
def test_commands_hand_their_work_to_the_workbench(case: casus.Case, workbench: object, tmp_path: Path) -> None:
    """Read, join, split and import say what they always say, and the workbench knows it without reading the case anew."""
    assert note_path(case.path).stat().st_mode & 0o777 == 0o600
    ids = [e.id for e in case.events()]
    joined = command("join", case.path, ids[0], ids[1], "--coder", "bob")
    assert (joined.returncode, joined.stderr.strip()) == (0, f"{ids[0]} and {ids[1]} are one event")
    assert [(j["coder"], j["verdict"]) for j in told(case, "/api/judgements")] == [("bob", "join")]
    whole = next(e for e in told(case, "/api/events") if len(told(case, f"/api/events/{e['id']}")["reports"]) > 1)
    assert command("split", case.path, whole["id"]).returncode == 0
    lines = tmp_path / "eva.jsonl"
    lines.write_bytes(b"".join(written([Signature("eva").reject(case.picture().events[-1])])))
    for answer in ("1 decision taken in, 0 known already", "0 decisions taken in, 1 known already"):
        assert command("judgements", "import", case.path, lines).stderr.strip() == answer
    assert [j["verdict"] for j in told(case, "/api/judgements")] == [j.verdict for j in case.judgements()]
    (tmp_path / "new.txt").write_text(NEW)
    for answer in ("1 report added, 0 known already", "0 reports added, 1 known already"):
        done = command("read", tmp_path / "new.txt", "--case", case.path, "--published", "2024-12-23")
        assert done.stdout.strip() == f"{case.path}: {answer}", done.stderr


@pytest.mark.timeout(240)
def test_events_are_asked_of_the_workbench_not_drawn_again(case: casus.Case, workbench: object, monkeypatch: pytest.MonkeyPatch) -> None:
    one, other = case.events()[:2]
    here = casus.Case(case.path, tools=case.tools)
    with monkeypatch.context() as stopped:
        stopped.setattr("casus.pipeline.draw", lambda *_: pytest.fail("the case was drawn"))
        here.join(one.id, other.id, coder="bob")
        whole = next(e for e in told(case, "/api/events") if len(told(case, f"/api/events/{e['id']}")["reports"]) > 1)
        here.split(whole["id"], coder="bob")
    assert [j.verdict for j in case.judgements()] == ["join", "split"]
    with pytest.raises(CaseError, match="event nothing: not in"):
        here.reject("nothing", coder="bob")


@pytest.mark.timeout(240)
def test_a_killed_workbench_leaves_a_note_that_harms_nobody(case: casus.Case, workbench: subprocess.Popen[str]) -> None:
    workbench.send_signal(signal.SIGKILL)
    workbench.wait(timeout=30)
    assert note_path(case.path).exists()
    ids = [e.id for e in case.events()]
    case.join(ids[0], ids[1], coder="bob")
    assert [j.coder for j in case.judgements()] == ["bob"] and not note_path(case.path).exists()


@pytest.mark.parametrize("how", [signal.SIGINT, signal.SIGTERM])
@pytest.mark.timeout(240)
def test_the_note_is_taken_away_at_the_end(case: casus.Case, workbench: subprocess.Popen[str], how: int) -> None:
    workbench.send_signal(how)
    workbench.wait(timeout=30)
    assert not note_path(case.path).exists()


@pytest.mark.timeout(240)
def test_a_workbench_that_does_not_answer_is_named(case: casus.Case, workbench: subprocess.Popen[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("casus.store.note.GREETING", 0.5)
    workbench.send_signal(signal.SIGSTOP)
    with pytest.raises(CaseError, match=f"process {workbench.pid} has the case and does not answer; stop it"):
        case.reject(case.events()[0].id, coder="bob")


def lay(case: casus.Case, tools: object, **other: object) -> Note:
    made = replace(note_of(host="127.0.0.1", port=9, token="t", proof="p", stamp=tools.stamp), process=1, **other)  # type: ignore[attr-defined]
    note_path(case.path).write_text(encode(made))
    return made


@pytest.mark.parametrize("text", ["", "{}", "[]", "null", '{"host": 3}', "\x00", '{"host":"x","port":"y"}'])
def test_a_note_that_is_none_is_no_workbench(case: casus.Case, text: str) -> None:
    note_path(case.path).write_text(text)
    case.reject(case.events()[0].id, coder="bob")
    assert len(case.judgements()) == 1


def test_another_machines_workbench_is_left_alone(case: casus.Case, tools: object) -> None:
    lay(case, tools, machine=f"not-{platform.node()}")
    case.reject(case.events()[0].id, coder="bob")
    assert len(case.judgements()) == 1 and note_path(case.path).exists()


@pytest.mark.parametrize("host", ["192.0.2.7", "evil.example", "0.0.0.0", ""])
def test_a_note_that_names_another_machine_is_not_followed(case: casus.Case, tools: object, host: str, monkeypatch: pytest.MonkeyPatch) -> None:
    lay(case, tools, host=host)
    monkeypatch.setattr("casus.store.note.asked", lambda *_, **__: pytest.fail("somebody was asked"))
    case.reject(case.events()[0].id, coder="bob")
    assert len(case.judgements()) == 1


def test_a_note_laid_by_somebody_else_is_not_followed(case: casus.Case, tools: object, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    lay(case, tools)
    monkeypatch.setattr("casus.store.note.asked", lambda *_, **__: pytest.fail("somebody was asked"))
    with monkeypatch.context() as other:
        other.setattr("casus.store.note.os.getuid", lambda: 54321)
        case.reject(case.events()[0].id, coder="bob")
    moved = note_path(case.path).rename(tmp_path / "elsewhere")
    note_path(case.path).symlink_to(moved)
    case.reject(case.events()[1].id, coder="bob")
    assert len(case.judgements()) == 2


class Answering:
    """A program on a port of this machine that answers whatever it is asked with one thing, or hangs up."""

    def __init__(self, *answers: object) -> None:
        self.asked: list[tuple[str, bytes]] = []
        left, asked = list(answers), self.asked

        class Handler(BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                body = self.rfile.read(int(self.headers.get("Content-Length") or 0))
                asked.append((self.path, body))
                answer = left.pop(0) if left else None
                if answer is None:
                    self.close_connection = True
                    return
                said = json.dumps(answer).encode()
                self.send_response(200)
                self.send_header("Content-Length", str(len(said)))
                self.end_headers()
                self.wfile.write(said)

            do_POST = do_GET  # noqa: N815

            def log_message(self, *_: object) -> None:
                pass

        self.server = HTTPServer(("127.0.0.1", 0), Handler)
        Thread(target=self.server.serve_forever, daemon=True).start()

    @property
    def port(self) -> int:
        return int(self.server.server_address[1])


@pytest.fixture
def answering() -> Iterator[Callable[..., Answering]]:
    made: list[Answering] = []

    def make(*answers: object) -> Answering:
        made.append(Answering(*answers))
        return made[-1]

    yield make
    for each in made:
        each.server.shutdown()
        each.server.server_close()


@pytest.mark.parametrize("answer", [{}, {"proof": "guessed"}, [], "hello", None])
def test_another_program_on_the_port_is_told_nothing(case: casus.Case, tools: object, answering: Callable[..., Answering], answer: object) -> None:
    other = answering(answer)
    lay(case, tools, port=other.port)
    case.reject(case.events()[0].id, coder="bob")
    assert other.asked == [("/api/handed", b"")] and len(case.judgements()) == 1 and not note_path(case.path).exists()


def test_a_workbench_of_another_version_is_named(case: casus.Case, tools: object, answering: Callable[..., Answering]) -> None:
    lay(case, tools, port=answering({"proof": "p"}).port, stamp=replace(tools.stamp, casus="0.0.1"))  # type: ignore[attr-defined]
    with pytest.raises(CaseError, match=r"process 1 is of Casus 0\.0\.1, this is .*; stop it"):
        case.reject(case.events()[0].id, coder="bob")
    assert case.judgements() == ()


def test_a_workbench_with_another_codebook_reads_nothing(case: casus.Case, tools: object, answering: Callable[..., Answering], tmp_path: Path) -> None:
    there = answering({"proof": "p"}, {"proof": "p"})
    lay(case, tools, port=there.port, stamp=replace(tools.stamp, codebook="other"))  # type: ignore[attr-defined]
    (tmp_path / "new.txt").write_text(NEW)
    with pytest.raises(CaseError, match="another codebook or model; stop it"):
        case.read(tmp_path / "new.txt")
    (tmp_path / "own").mkdir()
    (tmp_path / "own" / "actors.tsv").write_text("id\tname\tkind\nreed-front\tReed Front\tarmed_group\n")
    with pytest.raises(CaseError, match="another codebook than .*own; stop it"):
        casus.Case(case.path, codebook=tmp_path / "own", tools=tools).read(tmp_path / "new.txt")  # type: ignore[arg-type]
    assert len(case.readings()) == 4


def test_a_workbench_gone_in_the_middle_is_said(case: casus.Case, tools: object, answering: Callable[..., Answering]) -> None:
    lay(case, tools, port=answering({"proof": "p"}, {}, {"proof": "p"}, None).port)
    with pytest.raises(CaseError, match="was to write this and does not answer any more; .* the same command again"):
        case.reject(case.events()[0].id, coder="bob")
    case.reject(case.events()[0].id, coder="bob")
    assert len(case.judgements()) == 1


@pytest.mark.parametrize("path", ["/api/handed", "/api/handed/judgements", "/api/handed/reading"])
def test_only_the_token_hands_over(case: casus.Case, bench_of: Callable[..., tuple], path: str) -> None:
    from starlette.testclient import TestClient

    _, client = bench_of(case)
    program = TestClient(client.app, base_url="http://127.0.0.1:8400")
    ask = program.get if path == "/api/handed" else program.post
    for headers in ({}, {"Authorization": "Bearer wrong"}, {"Host": "evil.example", "Authorization": f"Bearer {client.keys.token}"}):
        answer = ask(path, headers=headers)
        assert answer.status_code in {403, 421} and client.keys.proof not in answer.text


@pytest.mark.parametrize("what", ["judgements", "reading"])
@pytest.mark.parametrize("body", [b"\xff\xfe", b"{", b"[]\n[]", b"{}\n{}", b"null", b'{"casus": 1}\nnull', b"[" * 100_000])
def test_what_is_no_work_is_refused(case: casus.Case, bench_of: Callable[..., tuple], what: str, body: bytes) -> None:
    _, client = bench_of(case)
    before = case.path.read_bytes()
    answer = client.post(f"/api/handed/{what}", content=body)
    assert answer.status_code == 422 and "detail" in answer.json() and case.path.read_bytes() == before


def test_words_that_are_not_in_their_report_are_refused(case: casus.Case, bench_of: Callable[..., tuple], tools: object) -> None:
    _, client = bench_of(case)
    reading = case.readings()[0]
    invented = encode(reading).replace(reading.claims[0].act.words.split()[0], "Penguins")
    answer = client.post("/api/handed/reading", content=f"{encode(tools.stamp)}\n{invented}".encode())  # type: ignore[attr-defined]
    assert answer.status_code == 422


def test_large_readings_are_taken_with_the_token_itself_only(case: casus.Case, bench_of: Callable[..., tuple]) -> None:
    _, client = bench_of(case)
    large = b" " * 2_000_000
    assert client.post("/api/handed/reading", content=large).status_code == 413
    assert client.post("/api/handed/reading", content=large, headers={"Authorization": f"Bearer {client.keys.token}"}).status_code == 422


def test_a_second_workbench_leaves_the_note_of_the_first(case: casus.Case, tools: object, answering: Callable[..., Answering]) -> None:
    from casus.store import announced

    first = lay(case, tools, port=answering({"proof": "p"}).port)
    second = note_of(host="127.0.0.1", port=9, token="u", proof="q", stamp=tools.stamp)  # type: ignore[attr-defined]
    with announced(case.path, second) as ours:
        assert not ours
    assert note(case) == first


@pytest.mark.parametrize("engine", [None, Engine()], ids=["alone", "kept"])
def test_decisions_are_appended_all_or_none(case: casus.Case, monkeypatch: pytest.MonkeyPatch, engine: Engine | None) -> None:
    made = Signature("bob").reject(case.picture().events[0])
    bodies = iter(["{}"])
    with monkeypatch.context() as broken, pytest.raises(StopIteration):
        broken.setattr("casus.store.casefile.encode", lambda _: next(bodies))
        with CaseFile(case.path, write=True, engine=engine) as held:
            held.judge(made, replace(made, note="and again"))
    assert case.judgements() == ()
