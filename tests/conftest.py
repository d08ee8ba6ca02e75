"""Makes `samples` and `fakes` importable from every room's tests; the real tools, loaded once; a small pipeline."""

from __future__ import annotations

import sys
from collections.abc import Callable
from datetime import date
from functools import cache
from pathlib import Path

import pytest
from hypothesis import settings

from casus.ingest import report_from_text
from casus.model.event import Event
from casus.model.picture import Picture, Reading
from casus.pipeline import Tools, draw, read_report

sys.path.insert(0, str(Path(__file__).parent))
sys.path.append(str(Path(__file__).parents[1]))  # benchmarks; last, so that casus is the installed one

settings.register_profile("casus", deadline=None, derandomize=True)
settings.load_profile("casus")

SAID = "The ministry said on Monday that jets struck {} and killed {} people there, in the far north of the country."


@pytest.fixture
def small_pipeline(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let `casus.case` read and draw with the small pipeline of `fakes`, which needs no model."""
    import fakes

    from casus.case import face, kept, weighed

    kept.load_tools.cache_clear()
    for module in (kept, weighed, face):
        monkeypatch.setattr(module, "pipeline", fakes)
    for module in (kept, face):
        monkeypatch.setattr(module, "load_tools", fakes.Tools.load)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Three reports of air strikes, one of them on a camp, which the small pipeline is not certain of."""
    reports = tmp_path / "reports"
    reports.mkdir()
    for name, place, killed in (("a", "Tolvan", 12), ("b", "Mirzan", 20), ("c", "campside", 3)):
        (reports / f"{name}.txt").write_text(SAID.format(place, killed), encoding="utf-8")
    return reports


@pytest.fixture(scope="session")
def tools() -> Tools:
    """The shipped reader and codebook; loading is the slow part."""
    return Tools.load()


@pytest.fixture(scope="session")
def read_text(tools: Tools) -> Callable[..., Reading]:
    """Read one text by itself; each text once a session."""

    @cache
    def read(text: str, published: str | None = "2024-12-26", title: str | None = None) -> Reading:
        day = date.fromisoformat(published) if published else None
        return read_report(report_from_text(text, published=day, title=title), tools)

    return read


@pytest.fixture(scope="session")
def code_text(tools: Tools, read_text: Callable[..., Reading]) -> Callable[..., Picture]:
    """The picture of one text: `code_text("Rebels shelled the market.").events`."""

    @cache
    def code(text: str, published: str | None = "2024-12-26", title: str | None = None) -> Picture:
        return draw([read_text(text, published, title)], tools)

    return code


@pytest.fixture(scope="session")
def events(code_text: Callable[..., Picture]) -> Callable[..., list[Event]]:
    """The certain events of one text, as a user sees them."""
    return lambda text, **given: [e for e in code_text(text, **given).events if e.certain]


@pytest.fixture(scope="session")
def acts(code_text: Callable[..., Picture]) -> Callable[..., list[Event]]:
    """The acts of violence of one text, those with them that another may tell already and that are not certain therefore."""
    return lambda text, **given: [e for e in code_text(text, **given).events if e.type == "ASSAULT"]


@pytest.fixture(scope="session")
def event(events: Callable[..., list[Event]]) -> Callable[..., Event]:
    """The one certain event of a text, or its one event of a type."""

    def only(text: str, type: str | None = None, **given: str | None) -> Event:
        found = [e for e in events(text, **given) if type in {None, e.type}]
        assert len(found) == 1, f"{len(found)} events: {[(e.type, e.claims[0].act.words) for e in found]}"
        return found[0]

    return only
