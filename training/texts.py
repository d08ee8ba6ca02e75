"""Unlabelled text for the student: sentences on which only the teacher's word is learned.

Sources under licences that let a model learn from them: ECB+ and MEANTIME (news), CausalNews (protest news).
"""

from __future__ import annotations

import csv
import io
import re
import tarfile
from collections.abc import Iterator
from pathlib import Path
from xml.etree import ElementTree

from casus.read.tokens import tokenize
from training.corpus import Sentence

ECB_EVERY = 4
"""Of ECB+'s documents, which share is read."""

LONGEST = 100
"""Longer sentences are left out: they are lists, mostly."""

_NO_BLANK_BEFORE = re.compile(r" (?=[.,;:!?%)\]}]|n't\b|'(?:s|re|ve|ll|d|m)?(?= |$))")
_NO_BLANK_AFTER = re.compile(r"(?<=[(\[{$£€]) ")


def unlabelled(data: Path) -> list[Sentence]:
    """Give the sentences, document by document, always in one order."""
    found = [*_newsreader(data / "merge/ecbplus.tar.gz", ECB_EVERY)]
    found += _newsreader(data / "status/meantime_english.tar.gz", 1, "intra_cross")
    found += _causal(data / "causes/causalnews_train_subtask1.csv")
    return [sentence for sentence in found if len(sentence.forms) <= LONGEST]


def _newsreader(path: Path, every: int, within: str = "") -> Iterator[Sentence]:
    """Read documents of NAF-like XML, a token an element, from a tar file."""
    with tarfile.open(path) as tar:
        names = sorted(member.name for member in tar if member.name.endswith(".xml") and within in member.name)
        for name in names[::every]:
            stream = tar.extractfile(name)
            assert stream is not None
            rows: dict[int, list[str]] = {}
            for token in ElementTree.parse(stream).getroot().iter("token"):
                rows.setdefault(int(token.attrib["sentence"]), []).append(token.text or "")
            for number, words in sorted(rows.items()):
                if "http" not in words[:2] and len(words) > 2:
                    yield _sentence(name, number, " ".join(words))


def _causal(path: Path) -> Iterator[Sentence]:
    for row in csv.DictReader(io.StringIO(path.read_text(encoding="utf-8-sig"))):
        yield _sentence(row["index"], 0, row["text"])


def _sentence(doc: str, number: int, spaced: str) -> Sentence:
    """A sentence whose words were printed apart, its punctuation drawn to them again."""
    plain = re.sub(r"\s+", " ", spaced.replace("``", '"').replace("''", '"').replace(" - ", "-")).strip()
    text = _NO_BLANK_AFTER.sub("", _NO_BLANK_BEFORE.sub("", plain))
    spans = tokenize(text)
    glued = [index > 0 and spans[index - 1][1] == start for index, (start, _) in enumerate(spans)]
    return Sentence(doc, f"{doc}-{number}", text, [text[a:b] for a, b in spans], glued, opens_paragraph=number == 0)
