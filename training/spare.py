"""What printed events are worth on coded news that nothing shipped has learned from: ``python -m training.spare [--shared ../shared]
[--write]``.

Part "first look": articles of political papers, wires of 1989-2000, local news and incident reports, and invented reports written to be
hard, all coded before, and measured when the rules, the encoder, the heads and their thresholds stood. Part "spare": the first look of the
version before, of which totals and many faults were seen since. Once something learns from them they say nothing of it any more.
"""

from __future__ import annotations

from pathlib import Path

from benchmarks.stories import judged, totals
from casus.pipeline import Tools
from training.coded_news import coded_news, invented_reports
from training.measured import options, report

SCORES = Path(__file__).with_name("spare.json")
"""What was measured last; README and docs/accuracy.md give it (tests/test_readme.py compares)."""


def main() -> None:
    """Print the scores of each part; with --write keep them."""
    asked, tools = options(__doc__, SCORES), Tools.load()
    parts = {
        "first look, articles": coded_news(asked.shared, "first look"),
        "first look, invented reports": invented_reports("first look"),
        "spare articles": coded_news(asked.shared, "spare"),
    }
    report([score for name, stories in parts.items() for score in totals(name, judged(stories, tools))], SCORES, write=asked.write)


if __name__ == "__main__":
    main()
