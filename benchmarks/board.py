"""The scoreboard: what a score is, which benchmarks there are, and how their scores are kept and shown.

A benchmark is a module with NAME, NEEDS (paths under the shared folder, or whole paths of data of our own) and `scores(shared, tools, limit)`; `limit` asks
for a fixed subset of about that many items. Nothing of the data is kept: scores.json and SCOREBOARD.md hold figures only.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass
from importlib import import_module
from pathlib import Path
from typing import Any, Protocol, TypeVar

from benchmarks.worth import WORTH, worth
from casus.pipeline import Tools

MODULES = (
    "actors",
    "dates",
    "places",
    "polnear",
    "voa",
    "causalnews",
    "factuality",
    "merge_cost",
    "gva_merge",
    "same_event",
    "ecb",
    "isaf",
    "gva",
    "plover",
    "muc",
    "plain",
    "stories",
    "articles",
)
"""The benchmarks, in the order of the board; each is benchmarks/NAME.py."""
HERE = Path(__file__).resolve().parent
SCORES = HERE / "scores.json"
TABLE = HERE.parent / "SCOREBOARD.md"
QUICK = 60
"""About how many items of each data set a quick run takes."""
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Score:
    """One measure on one data set. `anchor` is a published result, `anchor_of` whose; `bar` what the project asks for."""

    dataset: str
    measure: str
    value: float
    n: int
    anchor: float | None = None
    anchor_of: str = ""
    bar: float | None = None
    note: str = ""
    lower_is_better: bool = False


class Benchmark(Protocol):
    """What a benchmark module offers."""

    NAME: str
    NEEDS: Sequence[str]

    def scores(self, shared: Path, tools: Tools, limit: int | None) -> Iterator[Score]: ...


def benchmarks(only: Sequence[str] = ()) -> Iterator[Benchmark]:
    """The benchmark modules, or those named. Raises KeyError for a name that is not registered."""
    for name in only:
        if name not in MODULES:
            raise KeyError(name)
    for name in MODULES:
        if not only or name in only:
            yield import_module(f"benchmarks.{name}")  # type: ignore[misc]


def absent(benchmark: Benchmark, shared: Path) -> list[str]:
    """The data a benchmark needs that is not there."""
    return [need for need in benchmark.NEEDS if not (shared / need).exists()]


def pick(items: Iterable[T], limit: int | None) -> list[T]:
    """All items, or about `limit` of them, evenly spaced and always the same."""
    rows = list(items)
    return rows if limit is None or len(rows) <= limit else rows[:: len(rows) // limit][:limit]


def corpus_sha(shared: Path, needs: Sequence[str]) -> str:
    """The SHA-256 over the needed files' names and contents, in order."""
    digest = hashlib.sha256()
    for need in sorted(needs):
        for path in sorted(p for p in (shared / need).rglob("*") if p.is_file()) if (shared / need).is_dir() else [shared / need]:
            digest.update((path.relative_to(shared) if path.is_relative_to(shared) else path.relative_to(HERE)).as_posix().encode())
            digest.update(hashlib.sha256(path.read_bytes()).digest())
    return digest.hexdigest()


def entry(benchmark: str, score: Score, stamp: Mapping[str, str]) -> dict[str, Any]:
    """A score as scores.json holds it, with what it was measured on and by."""
    return {"benchmark": benchmark, **asdict(score), "value": round(score.value, 4), **stamp}


def stamp_of(shared: Path, benchmark: Benchmark, tools: Tools) -> dict[str, str]:
    """What a score was measured on and by."""
    stamp = {"corpus": corpus_sha(shared, benchmark.NEEDS)[:16], "casus": tools.stamp.casus}
    return stamp | {"codebook": tools.stamp.codebook.removeprefix("sha256:")[:16], "model": tools.stamp.model.removeprefix("sha256:")[:16]}


def kept(path: Path = SCORES) -> list[dict[str, Any]]:
    """The scores on file."""
    return json.loads(path.read_text(encoding="utf-8")) if path.is_file() else []


def renewed(old: Sequence[Mapping[str, Any]], new: Sequence[Mapping[str, Any]]) -> list[dict[str, Any]]:
    """The scores on file with those of the benchmarks just run in place of their old ones, in the board's order."""
    run = {row["benchmark"] for row in new}
    rows = [dict(r) for r in old if r["benchmark"] not in run and r["benchmark"] in MODULES] + [dict(r) for r in new]
    return sorted(rows, key=lambda r: MODULES.index(r["benchmark"]))


def write(rows: Sequence[Mapping[str, Any]], *, scores: Path = SCORES, table: Path = TABLE) -> None:
    """Write scores.json, SCOREBOARD.md, and the figures that every page shows."""
    scores.write_text(json.dumps(rows, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
    if scores == SCORES:
        WORTH.write_text(worth(rows), encoding="utf-8")
    table.write_text(as_markdown(rows), encoding="utf-8")


_HEAD = """# Scoreboard

Casus on development data, beside published results. `python -m benchmarks` measures every line again and writes this page and
`benchmarks/scores.json`; `benchmarks/floors.yaml` holds what no change may fall below. How each data set is scored stands at the top of its module in
`benchmarks/`. The data is not shipped. It was looked at while the rules were written, so these figures say how far the rules
carry on known ground, not what to expect on text nobody has seen; nothing measured here trained the reader. The anchors were
published for the task as it stands or for a neighbour of it, which the note says.

"""


def as_markdown(rows: Sequence[Mapping[str, Any]]) -> str:
    """The board as a page."""
    lines = [_HEAD, "| data set | measure | ours | anchor | whose | bar | n | note |\n", "|---|---|---|---|---|---|---|---|\n"]
    for row in rows:
        cells = (row["dataset"], row["measure"], _ours(row), _figure(row["anchor"]), row["anchor_of"], _figure(row["bar"]), row["n"], row["note"])
        lines.append("| " + " | ".join(str(c) for c in cells) + " |\n")
    lines.append("\nBold: at the bar or better.\n\n## What was measured with what\n\n")
    lines += ["| benchmark | command | corpus | casus | codebook | model |\n", "|---|---|---|---|---|---|\n"]
    seen = {row["benchmark"]: row for row in rows}
    for name, row in seen.items():
        marks = " | ".join(f"`{row[key]}`" for key in ("corpus", "casus", "codebook", "model"))
        lines.append(f"| {name} | `python -m benchmarks --only {name}` | {marks} |\n")
    lines.append("\nCorpus: SHA-256 over the names and contents of the files used; codebook and model: SHA-256; the first 16 digits of each.\n")
    return "".join(lines)


def _ours(row: Mapping[str, Any]) -> str:
    value, bar = row["value"], row["bar"]
    met = bar is not None and (value <= bar if row["lower_is_better"] else value >= bar)
    return f"**{_figure(value)}**" if met else _figure(value)


def _figure(value: float | None) -> str:
    return "" if value is None else f"{value:.3f}"
