"""A small case of invented reports, read by the real tools, and its workbench behind its door."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

import casus
from casus.pipeline import Tools

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
