"""What printed events are worth on coded news that nothing shipped has learned from: ``python -m training.spare [--shared ../shared]``.

Part "first look": articles of political papers, wires of 1989-2000, local news and incident reports, and invented reports written to be
hard, all coded before, and measured when the rules, the encoder, the heads and their thresholds stood. Part "spare": the first look of the
version before, of which totals were seen since. Once something learns from them they say nothing of it any more.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from benchmarks.stories import judged, totals
from casus.pipeline import Tools
from training.coded_news import coded_news, invented_reports


def main() -> None:
    """Print the scores of each part."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--shared", type=Path, default=Path("../shared"))
    shared, tools = parser.parse_args().shared, Tools.load()
    parts = {
        "first look, articles": coded_news(shared, "first look"),
        "first look, invented reports": invented_reports("first look"),
        "spare articles": coded_news(shared, "spare"),
    }
    for name, stories in parts.items():
        for score in totals(name, judged(stories, tools)):
            sys.stdout.write(f"{score.dataset}, {score.measure}: {score.value:.3f} of {score.n}\n")


if __name__ == "__main__":
    main()
