"""Word forms of the training treebanks with their lemma.

``python -m training.lexicon --data ../shared/data --out casus/read/model``
"""

from __future__ import annotations

import argparse
import gzip
from collections import Counter, defaultdict
from pathlib import Path

from casus.read.lexicon import OPEN_CLASSES

FILES = ("syntax/en_ewt-train.conllu.gz", "syntax/en_gum-open-train.conllu.gz")


def collect(data: Path) -> list[tuple[str, str, str]]:
    """(form, UPOS, lemma), the commonest lemma of each form, sorted; open classes and plain words only."""
    seen: dict[tuple[str, str], Counter[str]] = defaultdict(Counter)
    for name in FILES:
        with gzip.open(data / name, "rt", encoding="utf-8") as lines:
            for line in lines:
                cells = line.rstrip("\n").split("\t")
                if len(cells) == 10 and cells[0].isdigit() and cells[3] in OPEN_CLASSES and cells[1].isalpha():
                    seen[cells[1].lower(), cells[3]][cells[2].lower()] += 1
    return sorted((form, upos, min(found, key=lambda w: (-found[w], w))) for (form, upos), found in seen.items())


def write(data: Path, out: Path) -> None:
    """Write the table, the same bytes every time."""
    rows = "".join(f"{form}\t{upos}\t{lemma}\n" for form, upos, lemma in collect(data))
    (out / "lexicon.tsv.gz").write_bytes(gzip.compress(rows.encode("utf-8"), compresslevel=9, mtime=0))


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    options = parser.parse_args()
    write(options.data, options.out)
