"""The heads for sayings, from PolNeAR's training part: ``python -m training.sayings --data ../shared/data``.

Measured on its development part by ``python -m benchmarks --only polnear``. Needs no more than Casus itself.
"""

from __future__ import annotations

import argparse
import gzip
import json
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from casus.codebook.heads import FOLDER
from casus.codebook.speech import SpeechWords, load_speech
from casus.coding.speech.quotations import find_quotations
from casus.coding.speech.saying_features import Spoken, constituents, content_features, cue_features, is_candidate, source_features, sources
from casus.coding.syntax import Tree
from casus.model.text import Block, Report, Sentence
from casus.read import Reader
from training.linear import Examples, fit, write_head

Spans = tuple[tuple[int, int], ...]
NO_YES = ("no", "yes")


@dataclass(frozen=True, slots=True)
class Attribution:
    """One annotated attribution: spans of its source (may be empty), cue and content."""

    source: Spans
    cue: Spans
    content: Spans


@dataclass(slots=True)
class Drawn:
    """Examples for the three heads."""

    cue: Examples
    source: Examples
    content: Examples


def read_polnear(path: Path) -> Iterator[tuple[str, tuple[Attribution, ...]]]:
    """Text and attributions of each document."""
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            row = json.loads(line)
            yield row["text"], tuple(_attributions(row["ann"]))


def _attributions(marks: str) -> Iterator[Attribution]:
    spans: dict[str, Spans] = {}
    events = []
    for cells in (line.split("\t") for line in marks.splitlines()):
        if cells[0][:1] == "T" and len(cells) > 1:
            offsets = cells[1].split(" ", 1)[1]
            spans[cells[0]] = tuple((int(a), int(b)) for a, b in (part.split() for part in offsets.split(";")))
        elif cells[0][:1] == "E" and len(cells) > 1:
            events.append(dict(part.split(":") for part in cells[1].split()))
    for event in events:
        if "Cue" in event:
            yield Attribution(*(spans.get(event.get(role, ""), ()) for role in ("Source", "Cue", "Content")))


def as_report(text: str) -> Report:
    """A report whose lines are its paragraphs; offsets stay."""
    blocks = tuple(Block(m.start(), m.end(), "paragraph") for m in re.finditer(r"[^\n\u2028]+", text) if m[0].strip())
    return Report("polnear", text, blocks, "polnear")


def read_sentences(report: Report, reader: Reader) -> tuple[Sentence, ...]:
    """The report's sentences."""
    return reader.read(report.text, [(b.start, b.end, False) for b in report.blocks])


def draw(documents: Iterable[tuple[str, Sequence[Attribution]]], reader: Reader) -> Drawn:
    """Examples from every sentence."""
    drawn, words = Drawn(Examples(NO_YES), Examples(NO_YES), Examples(NO_YES)), load_speech()
    for text, attributions in documents:
        report = as_report(text)
        quotations = find_quotations(report)
        for sentence in read_sentences(report, reader):
            near = [q for q in quotations if q.start < sentence.end and sentence.start < q.end]
            _draw_sentence(Spoken.of(Tree(sentence), near), attributions, words, drawn)
    return drawn


def _draw_sentence(spoken: Spoken, attributions: Sequence[Attribution], words: SpeechWords, drawn: Drawn) -> None:
    heads: dict[int, list[Attribution]] = {}
    inside: set[int] = set()
    for attribution in attributions:
        cue = _within(spoken, attribution.cue)
        head = _cue_head(spoken, cue)
        if head is not None:
            heads.setdefault(head, []).append(attribution)
            inside |= cue
    for i in range(len(spoken.tree)):
        if is_candidate(spoken, i) and (i in heads or i not in inside):
            drawn.cue.add(cue_features(spoken, i, words), int(i in heads))
    for cue, own in heads.items():
        _draw_source(spoken, cue, own, words, drawn)
        _draw_content(spoken, cue, own, words, drawn)


def _draw_source(spoken: Spoken, cue: int, own: Sequence[Attribution], words: SpeechWords, drawn: Drawn) -> None:
    named = [tokens for a in own if (tokens := _within(spoken, a.source))]
    tops = {spoken.tree.head_of(min(t), max(t) + 1) for t in named}
    inside = frozenset().union(*named) - tops
    for noun, path in sources(spoken, cue):
        if noun not in inside:
            drawn.source.add(source_features(spoken, cue, noun, path, words), int(noun in tops))


def _draw_content(spoken: Spoken, cue: int, own: Sequence[Attribution], words: SpeechWords, drawn: Drawn) -> None:
    said = frozenset().union(*(_within(spoken, a.content) for a in own))
    for part in constituents(spoken, cue):
        tokens = [i for i in part[1] if spoken.tree.tokens[i].upos != "PUNCT"]
        if tokens:
            drawn.content.add(content_features(spoken, cue, part, words), int(2 * sum(i in said for i in tokens) > len(tokens)))


def _within(spoken: Spoken, spans: Spans) -> frozenset[int]:
    return frozenset(i for i, t in enumerate(spoken.tree.tokens) if any(a < t.end and t.start < b for a, b in spans))


def _cue_head(spoken: Spoken, tokens: frozenset[int]) -> int | None:
    """The topmost token of a cue that can be one; verbs and nouns first."""
    able = [i for i in sorted(tokens) if is_candidate(spoken, i)]
    tops = [i for i in able if spoken.tree.tokens[i].head not in tokens] or able
    return next((i for i in tops if spoken.tree.tokens[i].upos in {"VERB", "NOUN"}), tops[0] if tops else None)


def main() -> None:
    """Train the three heads and write them beside the codebook."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--out", type=Path, default=FOLDER)
    options = parser.parse_args()
    drawn = draw(read_polnear(options.data / "attribution" / "polnear_train.jsonl.gz"), Reader.load())
    for name, examples in (("cue", drawn.cue), ("source", drawn.source), ("content", drawn.content)):
        count = write_head(options.out / f"{name}.tsv.gz", NO_YES, fit(examples))
        print(f"{name}: {len(examples.rows)} examples, {count} features")


if __name__ == "__main__":
    main()
