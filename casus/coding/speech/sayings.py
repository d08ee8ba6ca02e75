"""Sayings: every attribution a report makes, wider than acts need: who (source), by which words (cue), says or wants what (content).

Three small trained heads read the tree round a word: is it a cue, which noun is its source, which constituents are what it
says. They were trained on political news (training/MODEL_CARD.md) and give spans only; the status of an act stays with
the rules of attribution.py.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from casus.codebook.heads import Head, load_head
from casus.codebook.speech import SpeechWords, load_speech
from casus.coding.speech.quotations import Quotation, find_quotations
from casus.coding.speech.saying_features import (
    Spoken,
    constituents,
    content_features,
    cue_features,
    is_candidate,
    source_features,
    sources,
)
from casus.coding.syntax import Tree
from casus.model.text import Evidence, Report, Sentence

_EDGES = frozenset(",:;.-—–―")
_OF_CUE = frozenset({"aux", "aux:pass", "cop", "compound:prt", "fixed", "advmod"})


@dataclass(frozen=True, slots=True)
class Saying:
    """One attribution: `source` None = nobody is named in the sentence; `content` may have several parts, in text order."""

    sentence: int
    source: Evidence | None
    cue: Evidence
    content: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True)
class _Heads:
    cue: Head
    source: Head
    content: Head
    words: SpeechWords


def find_sayings(report: Report, sentences: Sequence[Sentence]) -> tuple[Saying, ...]:
    """Every saying of a report, in text order. Raises CodebookError where a head is missing."""
    heads = _Heads(load_head("cue"), load_head("source"), load_head("content"), load_speech())
    quotations = find_quotations(report)
    return tuple(saying for s in sentences for saying in _in_sentence(report, s, quotations, heads))


def _in_sentence(report: Report, sentence: Sentence, quotations: Sequence[Quotation], heads: _Heads) -> Iterator[Saying]:
    near = [q for q in quotations if q.start < sentence.end and sentence.start < q.end]
    spoken = Spoken.of(Tree(sentence), near)
    for i in range(len(spoken.tree)):
        if is_candidate(spoken, i) and _odds(heads.cue, cue_features(spoken, i, heads.words)) > 0:
            yield _saying(report, spoken, i, near, heads)


def _odds(head: Head, features: Iterable[str]) -> float:
    no, yes = head.scores(dict.fromkeys(features))
    return yes - no


def _saying(report: Report, spoken: Spoken, cue: int, near: Sequence[Quotation], heads: _Heads) -> Saying:
    tree = spoken.tree
    source = _source(spoken, cue, heads)
    content = _content(spoken, cue, heads) - source
    led = _leading(tree, content)
    words = _cue_words(tree, cue, (content | source) - led, led)
    spans = [tree.span(first, last) for first, last in _runs(_trimmed(tree, content - words))]
    return Saying(
        tree.sentence.index,
        report.evidence("source", *tree.span(min(source), max(source) + 1), "head: source") if source else None,
        report.evidence("cue", *tree.span(min(words), max(words) + 1), "head: cue"),
        tuple(report.evidence("content", a, b, "head: content") for a, b in _beyond(tree.sentence, spans, near)),
    )


def _source(spoken: Spoken, cue: int, heads: _Heads) -> frozenset[int]:
    """The tokens of the likeliest source, or none."""
    scored = [
        (_odds(heads.source, source_features(spoken, cue, noun, path, heads.words)), -k, noun)
        for k, (noun, path) in enumerate(sources(spoken, cue))
    ]
    odds, _, noun = max(scored, default=(0.0, 0, -1))
    if odds <= 0:
        return frozenset()
    return _named(spoken.tree, noun, cue)


def _named(tree: Tree, noun: int, cue: int) -> frozenset[int]:
    """A source with what describes it ("Chris Lam, who runs the group"), as far as it stands together and the cue is not in it."""
    phrase = tree.phrase(noun)
    tokens = set(range(phrase.first, phrase.last))
    for c in tree.children(noun, "appos", "acl", "acl:relcl", "nmod", "conj", "flat"):
        below = set(tree.subtree(c))
        between = {i for i in range(min(below | tokens), max(below | tokens)) if tree.tokens[i].upos in {"PUNCT", "CCONJ"}}
        if cue not in below and not between & {cue} and len(tokens | below | between) == max(below | tokens) - min(below | tokens) + 1:
            tokens |= below | between
    return frozenset(tokens) - {cue}


def _content(spoken: Spoken, cue: int, heads: _Heads) -> frozenset[int]:
    """The tokens of the constituents that are said."""
    said: set[int] = set()
    for part in constituents(spoken, cue):
        if _odds(heads.content, content_features(spoken, cue, part, heads.words)) > 0:
            said |= part[1]
    return frozenset(said - {cue})


def _cue_words(tree: Tree, cue: int, taken: frozenset[int], led: frozenset[int]) -> frozenset[int]:
    """The cue with its auxiliaries, adverbs and particles, as far as they stand together."""
    own = {cue} | led | {c for c in tree.children(cue, *_OF_CUE) if c not in taken}
    own |= {f for c in tree.children(cue, "case") for f in (c, *tree.children(c, "fixed"))} if tree.tokens[cue].upos == "ADP" else set()
    first = last = cue
    while first - 1 in own:
        first -= 1
    while last + 1 in own:
        last += 1
    return frozenset(range(first, last + 1))


def _leading(tree: Tree, content: frozenset[int]) -> frozenset[int]:
    """Prepositions that open a content: they belong to the cue ("called for", "support of")."""
    opening = {i for i in content if i - 1 not in content and tree.rel(i) in {"case", "fixed"}}
    return frozenset(i for i in opening if tree.rel(tree.tokens[i].head) in {"obl", "nmod", "case"})


def _trimmed(tree: Tree, tokens: frozenset[int]) -> frozenset[int]:
    """Without marks at the edges, with those inside."""
    kept = set(tokens)
    while kept and tree.tokens[min(kept)].text in _EDGES:
        kept.discard(min(kept))
    while kept and tree.tokens[max(kept)].text in _EDGES:
        kept.discard(max(kept))
    if kept:
        kept |= {i for i in range(min(kept), max(kept)) if tree.tokens[i].upos == "PUNCT" and {i - 1, i + 1} & kept}
    return frozenset(kept)


def _runs(tokens: Iterable[int]) -> Iterator[tuple[int, int]]:
    """Token ranges (last exclusive) that stand together."""
    run: list[int] = []
    for i in sorted(tokens):
        if run and i != run[-1] + 1:
            yield run[0], run[-1] + 1
            run = []
        run.append(i)
    if run:
        yield run[0], run[-1] + 1


def _beyond(sentence: Sentence, spans: Sequence[tuple[int, int]], near: Sequence[Quotation]) -> list[tuple[int, int]]:
    """With what a quotation says before and after this sentence, where a part of it is said here."""
    out = list(spans)
    for q in near:
        if any(a < q.end and q.start < b for a, b in spans):
            out += [(q.start, sentence.start)] if q.start < sentence.start else []
            out += [(sentence.end, q.end)] if q.end > sentence.end else []
    return sorted(out)
