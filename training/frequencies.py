"""Build casus/ingest/frequencies.tsv.gz: in how many documents a word stands, so that rare words count when texts are compared.

    python -m training.frequencies --data ../shared/data

From UD English EWT and GUM (training parts) and Wikinews articles, whose terms allow it (see NOTICE). Only counts are kept.
"""

from __future__ import annotations

import argparse
import csv
import gzip
import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from casus.ingest.likeness import FREQUENCIES, terms

LEAST = 3
"""Words in fewer documents are left out: they count as unseen."""


def documents(data: Path) -> Iterator[str]:
    """The texts, one a document."""
    for path in sorted((data / "syntax").glob("*train*")):
        opener = gzip.open if path.suffix == ".gz" else open
        with opener(path, "rt", encoding="utf-8") as lines:
            yield from _of_conllu(lines.read())
    for path in sorted((data / "unlabelled").glob("*.csv.gz")):
        with gzip.open(path, "rt", encoding="utf-8", newline="") as lines:
            yield from (row["text"] for row in csv.DictReader(lines))


def _of_conllu(text: str) -> Iterator[str]:
    for document in re.split(r"^# newdoc.*$", text, flags=re.MULTILINE)[1:]:
        yield " ".join(re.findall(r"^# text = (.*)$", document, re.MULTILINE))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True)
    found: Counter[str] = Counter()
    total = 0
    for document in documents(parser.parse_args().data):
        found.update(set(terms(document)))
        total += 1
    rows = sorted((word, n) for word, n in found.items() if n >= LEAST)
    body = f"# documents\t{total}\n" + "".join(f"{word}\t{n}\n" for word, n in rows)
    FREQUENCIES.write_bytes(gzip.compress(body.encode(), 9, mtime=0))
    print(f"{len(rows)} words of {total} documents")


if __name__ == "__main__":
    main()
