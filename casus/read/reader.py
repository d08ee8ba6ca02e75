"""Report text to sentences: tokens, one pass of the encoder, bounds, trees, lemmas, names."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from typing import Final

import numpy as np

from casus.model.text import Name, Sentence, Token
from casus.read.bio import best_spans, transitions
from casus.read.bounds import safest_cut, sentence_starts
from casus.read.card import ModelCard
from casus.read.casing import in_ordinary_case
from casus.read.encoder import Encoder, Scores
from casus.read.lemmas import lemma_of
from casus.read.lexicon import Lexicon
from casus.read.pieces import Vocabulary
from casus.read.tokens import tokenize
from casus.read.trees import best_tree

WORDS: Final = 120
"""The most words a window holds."""

PIECES: Final = 360
"""The most word pieces a window holds; the encoder has places for 512."""

WHOLE_BLOCKS: Final = 40
"""A window of at least so many words ends with a block rather than inside the next."""

KINDS: Final = {"PER": "person", "ORG": "organisation", "LOC": "place"}
"""Kinds of name given out; the names head knows others (nationalities, works, events) only to tell them from these."""
EXTRA_KINDS: Final = frozenset(["nationality", "weapon", "platform", "quantity", "time"])
"""Kinds taken from the conflict head, where the names head sees nothing."""

SHIPPED: Final = Path(__file__).parent / "model"

Block = tuple[int, int, bool]


@dataclass(frozen=True, slots=True)
class _Word:
    """A token before it is read: its span, its block, and what stands before it (see pieces.BREAKS)."""

    start: int
    end: int
    block: int
    gap: int


@dataclass(frozen=True, slots=True)
class _Found:
    """A sentence before it has its number."""

    words: Sequence[_Word]
    tokens: tuple[Token, ...]
    names: tuple[Name, ...]


class Reader:
    """Casus's reader.  Reading has no state: the same text and blocks give the same sentences, always."""

    def __init__(self, encoder: Encoder, card: ModelCard, lexicon: Lexicon) -> None:
        self._encoder = encoder
        self._lexicon = lexicon
        self.card = card
        self._names = transitions(encoder.labels.names, encoder.labels.name_moves)
        self._conflict = transitions(encoder.labels.conflict)

    @property
    def vocabulary(self) -> Vocabulary:
        """The word pieces of its model."""
        return self._encoder.vocabulary

    @classmethod
    def load(cls, path: Path | None = None, *, threads: int = 1) -> Reader:
        """Load the shipped model, or one from a folder of the same make.

        Raises FileNotFoundError where a file of the model is missing.
        """
        folder = SHIPPED if path is None else path
        for name in ("reader.onnx", "vocab.txt", "labels.json", "lexicon.tsv.gz", "card.json"):
            if not (folder / name).is_file():
                raise FileNotFoundError(folder / name)
        lexicon = Lexicon.load(folder / "lexicon.tsv.gz", folder / "vocab.txt")
        return cls(Encoder(folder, threads=threads), ModelCard.load(folder), lexicon)

    def read(self, text: str, blocks: Sequence[Block], *, cuts: Sequence[int] = (), stops: Sequence[int] = ()) -> tuple[Sentence, ...]:
        """Annotate the blocks, (start, end, is heading) spans of ``text``, in order; offsets are those of ``text``.

        ``cuts`` are offsets at which glued words are to be read as two ("expelled|and"), ``stops`` those of them at which a
        sentence begins ("district|16 soldiers"); the text itself stays.
        """
        sentences: list[Sentence] = []
        text = in_ordinary_case(text, blocks)
        for found in self._found(_runs(text, blocks, frozenset(cuts), frozenset(stops)), text):
            block = found.words[0].block
            sentences.append(
                Sentence(
                    index=len(sentences),
                    start=found.words[0].start,
                    end=found.words[-1].end,
                    paragraph=block,
                    heading=blocks[block][2],
                    tokens=found.tokens,
                    names=found.names,
                )
            )
        return tuple(sentences)

    def _found(self, runs: Iterator[list[_Word]], text: str) -> Iterator[_Found]:
        """Sentences in order.  A window that ends inside a block gives its last sentence on to the next."""
        for run in runs:
            at = 0
            while at < len(run):
                stop = self._window_end(text, run, at)
                window = run[at:stop]
                words = [text[word.start : word.end] for word in window]
                gaps = [2 if index == 0 else word.gap for index, word in enumerate(window)]
                scores = self._encoder.scores(words, gaps)
                starts = sentence_starts(words, scores.start, [word.gap for word in window])
                bounds = [*starts, len(window)]
                if stop < len(run) and run[stop].block == run[stop - 1].block:
                    bounds = bounds[:-1] if len(starts) > 1 else [0, safest_cut(words)]
                for first, last in pairwise(bounds):
                    yield self._sentence(window, words, scores, first, last)
                at += bounds[-1]

    def _window_end(self, text: str, run: Sequence[_Word], at: int) -> int:
        """One past the last word of the window that begins at ``at``."""
        pieces = 0
        stop = at
        block_end = at
        while stop < len(run) and stop - at < WORDS:
            word = run[stop]
            pieces += len(self._encoder.vocabulary.of_word(text[word.start : word.end]))
            if pieces > PIECES:
                break
            stop += 1
            if stop == len(run) or run[stop].gap == 2:
                block_end = stop
        return block_end if block_end - at >= WHOLE_BLOCKS or stop == len(run) else stop

    def _sentence(self, window: Sequence[_Word], words: Sequence[str], scores: Scores, first: int, last: int) -> _Found:
        rows = slice(first, last)
        heads = best_tree(scores.arc[rows, [0, *range(first + 1, last + 1)]])
        relations = self._relations(scores, heads, first)
        labels = self._encoder.labels
        upos = scores.upos[rows].argmax(axis=1)
        xpos = scores.xpos[rows].argmax(axis=1)
        lemma = scores.lemma[rows].argmax(axis=1)
        tokens = tuple(
            Token(
                start=window[first + i].start,
                end=window[first + i].end,
                text=words[first + i],
                lemma=self._lemma(words[first + i], labels.upos[upos[i]], labels.lemma[lemma[i]]),
                upos=labels.upos[upos[i]],
                xpos=labels.xpos[xpos[i]],
                head=heads[i],
                deprel=relations[i],
            )
            for i in range(last - first)
        )
        return _Found(window[first:last], tokens, self._named(tokens, scores, rows))

    def _lemma(self, word: str, upos: str, script: str) -> str:
        return self._lexicon.mend(word, upos, lemma_of(word, script))

    def _relations(self, scores: Scores, heads: Sequence[int], first: int) -> list[str]:
        """Give the relation of each word to its head; "root" for the root."""
        places = [i for i, head in enumerate(heads) if head >= 0]
        out = ["root"] * len(heads)
        if places:
            table = scores.relations([first + i for i in places], [first + heads[i] for i in places])
            for i, number in zip(places, table.argmax(axis=1), strict=True):
                out[i] = self._encoder.labels.deprel[int(number)]
        return out

    def _named(self, tokens: Sequence[Token], scores: Scores, rows: slice) -> tuple[Name, ...]:
        """Names of both heads in text order; where they overlap the names head stands."""
        labels = self._encoder.labels
        spans = [(a, b, KINDS[kind]) for a, b, kind in best_spans(scores.names[rows], labels.names, self._names) if kind in KINDS]
        taken = np.zeros(len(tokens), dtype=bool)
        for a, b, _ in spans:
            taken[a:b] = True
        for a, b, kind in best_spans(scores.conflict[rows], labels.conflict, self._conflict):
            if kind in EXTRA_KINDS and not taken[a:b].any():
                spans.append((a, b, kind))
        return tuple(Name(tokens[a].start, tokens[b - 1].end, a, b, kind) for a, b, kind in sorted(spans))


def _cut(spans: Sequence[tuple[int, int]], cuts: frozenset[int]) -> Iterator[tuple[int, int]]:
    """Split the spans that have a cut inside them."""
    for start, end in spans:
        inside = [c for c in range(start + 1, end) if c in cuts] if cuts else []
        yield from pairwise([start, *inside, end])


def _runs(text: str, blocks: Sequence[Block], cuts: frozenset[int], stops: frozenset[int]) -> Iterator[list[_Word]]:
    """Words to be read together: consecutive body blocks, or one heading; empty blocks give none."""
    run: list[_Word] = []
    for number, (start, end, heading) in enumerate(blocks):
        if heading and run:
            yield run
            run = []
        before = -1
        for a, b in _cut(tokenize(text, start, end), cuts):
            run.append(_Word(a, b, number, 2 if before < 0 or a in stops else int(a == before)))
            before = b
        if heading and run:
            yield run
            run = []
    if run:
        yield run
