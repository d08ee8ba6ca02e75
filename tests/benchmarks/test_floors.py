"""The scores on file keep to their floors; with CASUS_BENCHMARKS set, so do quick subsets measured again."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from casus.codebook.yaml_files import read_yaml

ROOT = Path(__file__).parents[2]
FLOORS = read_yaml(ROOT / "benchmarks" / "floors.yaml")
ON_FILE = json.loads((ROOT / "benchmarks" / "scores.json").read_text(encoding="utf-8"))
PAIRS = [(dataset, measure) for dataset, measures in FLOORS["full"].items() for measure in measures]


def below(rows: list[dict], floors: dict) -> list[str]:
    """Which scores miss their floor, and which are not measured at all."""
    scores = {(r["dataset"], r["measure"]): r for r in rows}
    out = []
    for dataset, measures in floors.items():
        for measure, floor in measures.items():
            row = scores.get((dataset, measure))
            if row is None:
                out.append(f"{dataset}, {measure}: not measured")
            elif row["value"] > floor if row["lower_is_better"] else row["value"] < floor:
                out.append(f"{dataset}, {measure}: {row['value']} against {floor}")
    return out


def test_scores_on_file_keep_to_their_floors() -> None:
    assert below(ON_FILE, FLOORS["full"]) == []


def test_every_score_on_file_has_a_floor() -> None:
    assert [(r["dataset"], r["measure"]) for r in ON_FILE if (r["dataset"], r["measure"]) not in PAIRS] == []


def test_the_board_shows_the_scores_on_file() -> None:
    board = (ROOT / "SCOREBOARD.md").read_text(encoding="utf-8")
    assert [r["measure"] for r in ON_FILE if f"| {r['dataset']} | {r['measure']} | " not in board] == []


def test_a_lower_score_is_noticed() -> None:
    row = {"dataset": "d", "measure": "m", "value": 0.5, "lower_is_better": False}
    assert below([row], {"d": {"m": 0.6}})
    assert below([row | {"lower_is_better": True}], {"d": {"m": 0.4, "other": 0.1}}) == ["d, m: 0.5 against 0.4", "d, other: not measured"]


@pytest.mark.skipif(not os.environ.get("CASUS_BENCHMARKS"), reason="set CASUS_BENCHMARKS=1 to measure again")
@pytest.mark.timeout(1200)
def test_quick_subsets_keep_to_their_floors() -> None:
    shared = Path(os.environ.get("CASUS_SHARED", ROOT.parent / "shared"))
    if not (shared / "data").is_dir():
        pytest.skip("no data beside the repository")
    done = subprocess.run([sys.executable, "-m", "benchmarks", "--quick", "--shared", str(shared)], cwd=ROOT, capture_output=True, text=True, check=True)
    rows = [json.loads(line) for line in done.stdout.splitlines()]
    assert below(rows, FLOORS["quick"]) == []
