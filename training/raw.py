"""From raw text to words, bounds, trees and names: the reader measured end to end, as CoNLL 2018 did."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from casus.model.text import Sentence as Read
from casus.read import Reader
from training.corpus import Sentence
from training.measure import Tally, spans_of

KINDS = {"PER": "person", "ORG": "organisation", "LOC": "place"}

Span = tuple[int, int]


def documents(sentences: Sequence[Sentence]) -> Iterator[list[Sentence]]:
    """The sentences of each document, in order."""
    group: list[Sentence] = []
    for sentence in sentences:
        if group and group[-1].doc != sentence.doc:
            yield group
            group = []
        group.append(sentence)
    if group:
        yield group


def laid_out(document: Sequence[Sentence]) -> tuple[str, list[tuple[int, int, bool]], list[int]]:
    """Give the document's text, its paragraphs as blocks, and where each sentence begins."""
    text = ""
    blocks: list[tuple[int, int, bool]] = []
    starts: list[int] = []
    for sentence in document:
        if sentence.opens_paragraph or not blocks:
            text += "\n" if text else ""
            blocks.append((len(text), len(text), False))
        else:
            text += " "
        starts.append(len(text))
        text += sentence.text
        blocks[-1] = (blocks[-1][0], len(text), False)
    return text, blocks, starts


def placed(sentence: Sentence, offset: int) -> list[Span]:
    """Where each gold word stands in the text, as well as can be said of words not written out."""
    spans: list[Span] = []
    at = 0
    for form in sentence.forms:
        found = sentence.text.find(form, at)
        start = at if found < 0 or found > at + 3 else found
        at = min(start + len(form), len(sentence.text))
        spans.append((start + offset, at + offset))
    return spans


def score_raw(reader: Reader, sentences: Sequence[Sentence]) -> dict[str, float]:
    """F1 in percent of words, sentences, UPOS, UAS, LAS and names, from raw text."""
    tallies = {name: Tally() for name in ("words", "sentences", "upos", "uas", "las", "names")}
    for document in documents(sentences):
        text, blocks, starts = laid_out(document)
        gold = _gold_facts(document, starts)
        read = _read_facts(reader.read(text, blocks))
        for name, tally in tallies.items():
            tally.add(gold[name], read[name])
    return {name: tally.f1 for name, tally in tallies.items() if tally.gold}


def _gold_facts(document: Sequence[Sentence], starts: Sequence[int]) -> dict[str, set[object]]:
    facts: dict[str, set[object]] = {name: set() for name in ("words", "sentences", "upos", "uas", "las", "names")}
    for sentence, start in zip(document, starts, strict=True):
        spans = placed(sentence, start)
        facts["sentences"].add((spans[0][0], spans[-1][1]))
        for i, span in enumerate(spans):
            head = spans[sentence.head[i]] if sentence.head[i] >= 0 else None
            _add(facts, span, sentence.upos[i], head, sentence.deprel[i])
        if sentence.names is not None and not sentence.silver:
            facts["names"] |= {(spans[a][0], spans[b - 1][1], KINDS[kind]) for a, b, kind in spans_of(sentence.names) if kind in KINDS}
    return facts


def _read_facts(sentences: Sequence[Read]) -> dict[str, set[object]]:
    facts: dict[str, set[object]] = {name: set() for name in ("words", "sentences", "upos", "uas", "las", "names")}
    for sentence in sentences:
        facts["sentences"].add((sentence.start, sentence.end))
        for token in sentence.tokens:
            head = sentence.tokens[token.head] if token.head >= 0 else None
            _add(facts, (token.start, token.end), token.upos, head and (head.start, head.end), token.deprel)
        facts["names"] |= {(name.start, name.end, name.kind) for name in sentence.names if name.kind in KINDS.values()}
    return facts


def _add(facts: dict[str, set[object]], span: Span, upos: str, head: Span | None, deprel: str) -> None:
    facts["words"].add(span)
    facts["upos"].add((span, upos))
    facts["uas"].add((span, head))
    facts["las"].add((span, head, deprel))
