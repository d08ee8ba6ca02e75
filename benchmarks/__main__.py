"""Measure Casus on the development data, and write the scoreboard.

    python -m benchmarks [--shared ../shared] [--only NAME ...] [--quick] [--no-write]

Without --only, every benchmark; a data set that is absent is skipped with a line. --quick takes a fixed subset of each data
set and prints the scores as JSON lines; it writes no board.
"""

from __future__ import annotations

import argparse
import json
import sys
import time
from pathlib import Path

from benchmarks.board import HERE, MODULES, QUICK, absent, benchmarks, entry, kept, renewed, stamp_of, write
from casus.pipeline import Tools


def main() -> int:
    """Run what was asked for; 0 done, 2 for a name that is no benchmark."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--shared", type=Path, default=HERE.parent.parent / "shared", help="the folder that holds data/")
    parser.add_argument("--only", nargs="+", default=[], choices=MODULES, metavar="NAME", help=", ".join(MODULES))
    parser.add_argument("--quick", action="store_true", help="a fixed subset of each data set; nothing is written")
    parser.add_argument("--no-write", action="store_true", help="print only")
    options = parser.parse_args()
    tools, rows = Tools.load(), []
    for benchmark in benchmarks(options.only):
        missing = absent(benchmark, options.shared)
        if missing:
            print(f"skipped: {benchmark.NAME}: {', '.join(missing)} absent", file=sys.stderr)
            continue
        began = time.monotonic()
        stamp = stamp_of(options.shared, benchmark, tools)
        name = benchmark.__name__.rpartition(".")[2]  # type: ignore[attr-defined]
        for score in benchmark.scores(options.shared, tools, QUICK if options.quick else None):
            rows.append(entry(name, score, stamp))
            bar = f", bar {score.bar}" if score.bar is not None else ""
            print(f"{score.dataset}: {score.measure} {score.value:.3f} (n {score.n}{bar})", file=sys.stderr, flush=True)
        print(f"  {benchmark.NAME}: {time.monotonic() - began:.0f} s", file=sys.stderr)
    if options.quick or options.no_write:
        for row in rows:
            print(json.dumps(row, ensure_ascii=False))
    elif rows:
        write(renewed(kept(), rows))
    return 0


if __name__ == "__main__":
    sys.exit(main())
