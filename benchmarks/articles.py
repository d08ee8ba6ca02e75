"""Real news articles coded by hand: what the printed events are worth, value by value.

    python -m benchmarks.articles [--shared ../shared] [--part open] [--show] [NAME ...]

Articles of Wikinews, VOA, American local news, South Asian incident reports and WikiEvents, drawn at random among those with words of violence and
politics, and coded by people who knew the coding rules and nothing of the program. They are judged like the stories (story_verdicts.py); of the part
"apart" only totals were looked at. The articles stay where they are: benchmarks/coded_articles holds codings without their words.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from pathlib import Path

from benchmarks.article_key import ARTICLES, coded_articles
from benchmarks.article_texts import FOLDER
from benchmarks.board import HERE, Score, pick
from benchmarks.stories import judged, show, totals
from benchmarks.story_key import PARTS
from casus.pipeline import Tools

NAME = "articles"
NEEDS = (
    str(ARTICLES),
    *(
        f"{FOLDER}/{name}"
        for name in (
            "unlabelled/wikinews_wikinews_2019.csv.gz", "unlabelled/wikinews_wikinews_2020.csv.gz", "acts/m2e2_voa_train.jsonl.gz",
            "merge/gva_documents.jsonl.gz", "acts/wikievents_dev.jsonl.gz", "acts/satp_reports.tsv.gz",
        )
    ),
)  # fmt: skip


def scores(shared: Path, tools: Tools, limit: int | None) -> Iterator[Score]:
    """Per part what stories.py gives of the stories."""
    for part in PARTS:
        yield from totals(f"coded articles, {part}", judged(pick(coded_articles(part, shared), limit), tools))


def main() -> None:
    """Print the scores of a part, and with --show what is wrong in each article."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.articles", description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("names", nargs="*", metavar="NAME", help="articles of the part; all without one")
    parser.add_argument("--shared", type=Path, default=HERE.parent.parent / "shared", help="the folder that holds data/")
    parser.add_argument("--part", choices=PARTS, default="open")
    parser.add_argument("--show", action="store_true", help="print every fault")
    options = parser.parse_args()
    tools = Tools.load()
    coded = [s for s in coded_articles(options.part, options.shared) if not options.names or s.name in options.names]
    show(judged(coded, tools), faults=options.show)


if __name__ == "__main__":
    main()
