"""Small reports for the tests of actors: sentences split at full stops, no syntax."""

from __future__ import annotations

import re
from datetime import date

from casus.codebook.actors import load_actors
from casus.model.text import Block, Report, Sentence
from casus.resolve.actors import Identity, ReportActors

DAY = date(2024, 6, 1)


def report_of(text: str, on: date | None = DAY) -> tuple[Report, tuple[Sentence, ...]]:
    """A report of one paragraph and its sentences; a first line in capitals or without a full stop is a heading."""
    sentences: list[Sentence] = []
    blocks: list[Block] = []
    for line in re.finditer(r"[^\n]+", text):
        heading = not line[0].rstrip().endswith((".", "?", "!", "”", '"'))
        blocks.append(Block(line.start(), line.end(), "heading" if heading else "paragraph"))
        for match in re.finditer(r".+?(?:[.!?]['”\"]?(?=\s+[A-Z“\"])|$)", line[0]):
            start = line.start() + match.start() + len(match[0]) - len(match[0].lstrip())
            sentences.append(Sentence(len(sentences), start, line.start() + match.end(), len(blocks) - 1, heading, (), ()))
    return Report("sha256:test", text, tuple(blocks), "test", published=on), tuple(sentences)


def who(text: str, phrase: str | None = None, *, on: date | None = DAY, nth: int = 0) -> Identity:
    """Who a phrase of a text means; the phrase stands between [square brackets] if it is not given."""
    if phrase is None:
        phrase = re.search(r"\[(.+?)\]", text)[1]
        start = text.index("[")
        text = text.replace("[", "", 1).replace("]", "", 1)
    else:
        start = -1
        for _ in range(nth + 1):
            start = text.index(phrase, start + 1)
    report, sentences = report_of(text, on)
    return ReportActors(report, sentences, load_actors()).identify(start, start + len(phrase))
