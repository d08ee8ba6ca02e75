"""What printed events are worth on coded news that nothing shipped has learned from: ``python -m training.spare [--shared ../shared]``.

A first look at news of other kinds (wires of 1988-90, incident reports, ordinary news among them): its articles were coded after the
shipped encoder and heads had learned, and no rule was made on them. Once something learns from them they say nothing of it any more.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from benchmarks.stories import judged, totals
from casus.pipeline import Tools
from training.coded_news import coded_news, invented_reports


def main() -> None:
    """Print the scores of the articles, then of the invented reports."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--shared", type=Path, default=Path("../shared"))
    shared, tools = parser.parse_args().shared, Tools.load()
    for name, stories in (("articles", coded_news(shared, "spare")), ("invented reports", invented_reports("spare"))):
        for score in totals(f"spare {name}", judged(stories, tools)):
            sys.stdout.write(f"{score.dataset}, {score.measure}: {score.value:.3f} of {score.n}\n")


if __name__ == "__main__":
    main()
