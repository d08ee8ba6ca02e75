"""What a printed event is worth: the figures that every page shows, from `worth.yaml` and the scores on file.

    python -m benchmarks.worth
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import yaml

SPEC = Path(__file__).with_name("worth.yaml")
WORTH = Path(__file__).resolve().parent.parent / "casus" / "brief" / "worth.json"


def worth(rows: Sequence[Mapping[str, Any]]) -> str:
    """Return the file as it must be for these scores. Raises KeyError where a score is not on file."""
    spec = yaml.safe_load(SPEC.read_text(encoding="utf-8"))
    scores = {(r["dataset"], r["measure"]): r for r in rows}
    for row in (*spec["read"]["rows"], *spec["known"]["rows"]):
        score = scores[tuple(row.pop("score"))]
        printed = scores.get((score["dataset"], f"{score['measure']}, where printed"), score)
        row["right"], row["of"] = f"{score['value']:.0%}", row["of"].format(n=f"{score['n']:,}", printed=f"{printed['value']:.0%}")
    spec["casus"] = max(r["casus"] for r in rows)
    return json.dumps(spec, indent=1, ensure_ascii=False, sort_keys=True) + "\n"


if __name__ == "__main__":
    from benchmarks.board import kept

    WORTH.write_text(worth(kept()), encoding="utf-8")
