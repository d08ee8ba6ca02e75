"""Makes `samples` and `fakes` importable from every room's tests, and a case with a small pipeline at hand."""

import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parent))

SAID = "The ministry said on Monday that jets struck {} and killed {} people there, in the far north of the country."


@pytest.fixture
def small_pipeline(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let `casus.case` read and draw with the small pipeline of `fakes`, which needs no model."""
    import fakes

    import casus.case

    casus.case.load_tools.cache_clear()
    monkeypatch.setattr(casus.case, "pipeline", fakes)
    monkeypatch.setattr(casus.case, "load_tools", fakes.Tools.load)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Three reports of air strikes, one of them on a camp, which the small pipeline is not certain of."""
    reports = tmp_path / "reports"
    reports.mkdir()
    for name, place, killed in (("a", "Tolvan", 12), ("b", "Mirzan", 20), ("c", "campside", 3)):
        (reports / f"{name}.txt").write_text(SAID.format(place, killed), encoding="utf-8")
    return reports
