"""A small case of invented reports, read by the real tools, and its workbench behind its door."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from threading import Thread
from typing import Any

import pytest

import casus
from casus.pipeline import Tools

sys.path.insert(0, str(Path(__file__).parent))

fastapi = pytest.importorskip("fastapi", reason="the workbench's packages are not installed")
testclient = pytest.importorskip("starlette.testclient")

TEXTS = {
    "rafah": "Israeli jets bombed a school in Rafah on Tuesday, killing at least 30 people, residents said. Residents buried the dead.",
    "again": "An Israeli air strike on a school in Rafah on Tuesday killed 34 people, rescuers said.",
    "galilee": "Hezbollah shelled a village in Galilee on Tuesday, killing two people.",
    "basra": "Gunmen shot dead a teacher in Basra on Monday, police said. The army denied any role.",
}


@pytest.fixture(scope="session")
def read_case(tools: Tools, tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """The bytes of a case file, read once."""
    folder = tmp_path_factory.mktemp("read")
    case = casus.Case(folder / "valley.casus", tools=tools)
    for name, text in TEXTS.items():
        (folder / f"{name}.txt").write_text(text, encoding="utf-8")
        case.read(folder / f"{name}.txt", published=f"2024-12-{25 if name == 'rafah' else 26}", publisher="The Valley Post")
    return (folder / "valley.casus").read_bytes()


@pytest.fixture
def case(read_case: bytes, tools: Tools, tmp_path: Path) -> casus.Case:
    """A copy of the case, to be changed."""
    path = tmp_path / "valley.casus"
    path.write_bytes(read_case)
    return casus.Case(path, tools=tools)


@pytest.fixture
def bench_of(tools: Tools) -> Callable[..., tuple[object, object]]:
    """Make the desk and a client of a case: `desk, client = bench_of(case, coder="ada")`."""
    from casus.review.app import workbench
    from casus.review.desk import Desk
    from casus.review.door import Keys

    def make(case: casus.Case, *, coder: str = "ada", blind: bool = False, **keys: object) -> tuple[object, object]:
        desk, key = Desk(case, coder=coder, blind=blind), Keys(port=8400, **keys)
        client = testclient.TestClient(workbench(desk, key), base_url="http://127.0.0.1:8400", headers={"Origin": "http://127.0.0.1:8400"})
        client.get("/", params={"token": key.token})
        client.keys = key
        return desk, client

    return make


@pytest.fixture(scope="session")
def browser() -> Iterator[Any]:
    """A real browser."""
    from hands import CHROMIUM

    with pytest.importorskip("playwright.sync_api").sync_playwright() as play:
        found = play.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        yield found
        found.close()


@pytest.fixture
def serve() -> Iterator[Callable[..., str]]:
    """Serve the workbench of a case on a port of its own: `serve(case, coder="ada")` gives its address."""
    from casus.review.desk import Desk
    from casus.review.serving import keys_for, listening, server_of

    running = []

    def start(case: casus.Case, *, coder: str = "ada", blind: bool = False) -> str:
        keys = keys_for("127.0.0.1", 0, None)
        server = server_of(Desk(case, coder=coder, blind=blind), keys)
        thread = Thread(target=server.run, kwargs={"sockets": [listening(keys)]})
        thread.start()
        running.append((server, thread))
        return keys.address

    yield start
    for server, thread in running:
        server.should_exit = True
        thread.join(timeout=20)


@pytest.fixture
def open_at(browser: Any) -> Iterator[Callable[..., Any]]:
    """Open an address at a size; whatever was asked of another host, or complained of, fails the test."""
    tabs: list[tuple[str, list[str], list[str]]] = []

    def make(address: str, size: dict[str, int], **context: object) -> Any:
        asked: list[str] = []
        complaints: list[str] = []
        tabs.append((address.split("/?")[0], asked, complaints))
        page = browser.new_context(viewport=size, **context).new_page()
        page.on("request", lambda r: asked.append(r.url))
        page.on("console", lambda m: complaints.append(m.text) if m.type == "error" and "Failed to load" not in m.text else None)
        page.on("pageerror", lambda e: complaints.append(str(e)))
        page.goto(address)
        return page

    yield make
    for origin, asked, complaints in tabs:
        assert [u for u in asked if not u.startswith((origin, "data:"))] == []
        assert complaints == []


@pytest.fixture
def open_page(case: casus.Case, serve: Callable[..., str], open_at: Callable[..., Any]) -> Callable[..., Any]:
    """Open the workbench of the case at a size."""
    address = serve(case)
    return lambda size, **context: open_at(address, size, **context)
