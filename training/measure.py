"""Measures: how gold and read sentences are compared."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

import numpy as np

from casus.read.bio import best_spans, transitions
from casus.read.encoder import Encoder
from casus.read.lemmas import lemma_of
from casus.read.lexicon import Lexicon
from casus.read.trees import best_tree
from training.corpus import NAMED, Sentence

Span = tuple[int, int, str]


@dataclass(slots=True)
class Tally:
    """Counts that make a precision, a recall and an F1 in percent."""

    right: int = 0
    read: int = 0
    gold: int = 0

    def add(self, gold: set[object], read: set[object]) -> None:
        self.right += len(gold & read)
        self.read += len(read)
        self.gold += len(gold)

    @property
    def f1(self) -> float:
        return 200 * self.right / max(1, self.read + self.gold)

    @property
    def precision(self) -> float:
        return 100 * self.right / max(1, self.read)

    @property
    def recall(self) -> float:
        return 100 * self.right / max(1, self.gold)


@dataclass(slots=True)
class Syntax:
    """Right words by measure, out of ``words``."""

    words: int = 0
    right: dict[str, int] = field(default_factory=dict)

    def add(self, measure: str, right: bool) -> None:
        self.right[measure] = self.right.get(measure, 0) + right

    def scores(self) -> dict[str, float]:
        return {name: 100 * count / max(1, self.words) for name, count in sorted(self.right.items())}


@dataclass(slots=True)
class Reading:
    """What the model says of one gold sentence with its gold words."""

    upos: list[str]
    xpos: list[str]
    lemma: list[str]
    head: list[int]
    deprel: list[str]
    names: list[Span]
    conflict: list[Span]


def read_gold(encoder: Encoder, window: Sequence[Sentence], lexicon: Lexicon | None = None) -> list[Reading]:
    """Read a window of sentences whose words and bounds are given."""
    words = [form for s in window for form in s.forms]
    gaps: list[int] = []
    for number, s in enumerate(window):
        gaps.extend(2 if i == 0 and (number == 0 or s.opens_paragraph) else int(g) for i, g in enumerate(s.glued))
    scores = encoder.scores(words, gaps)
    labels = encoder.labels
    name_moves, conflict_moves = transitions(labels.names, labels.name_moves), transitions(labels.conflict)
    out: list[Reading] = []
    first = 0
    for s in window:
        last = first + len(s.forms)
        rows = slice(first, last)
        heads = best_tree(scores.arc[rows, [0, *range(first + 1, last + 1)]])
        table = scores.relations(range(first, last), [first + max(h, 0) for h in heads]).argmax(axis=1)
        upos = [labels.upos[i] for i in scores.upos[rows].argmax(axis=1)]
        scripts = [labels.lemma[i] for i in scores.lemma[rows].argmax(axis=1)]
        out.append(
            Reading(
                upos=upos,
                xpos=[labels.xpos[i] for i in scores.xpos[rows].argmax(axis=1)],
                lemma=_lemmas(s.forms, upos, scripts, lexicon),
                head=heads,
                deprel=["root" if h < 0 else labels.deprel[int(r)] for h, r in zip(heads, table, strict=True)],
                names=[s for s in best_spans(scores.names[rows], labels.names, name_moves) if s[2] in NAMED],
                conflict=best_spans(scores.conflict[rows], labels.conflict, conflict_moves),
            )
        )
        first = last
    return out


def spans_of(tags: Sequence[str]) -> list[Span]:
    """The spans of a gold BIO row."""
    spans: list[Span] = []
    for index, tag in enumerate(tags):
        if tag.startswith("I-") and spans and spans[-1][1] == index and spans[-1][2] == tag[2:]:
            spans[-1] = (spans[-1][0], index + 1, tag[2:])
        elif tag != "O":
            spans.append((index, index + 1, tag[2:]))
    return spans


def named(sentence: Sentence) -> set[object]:
    """The gold names of a sentence that are measured."""
    return {span for span in spans_of(sentence.names or ()) if span[2] in NAMED}


def _lemmas(forms: list[str], upos: list[str], scripts: list[str], lexicon: Lexicon | None) -> list[str]:
    lemmas = [lemma_of(form, script) for form, script in zip(forms, scripts, strict=True)]
    return lemmas if lexicon is None else list(map(lexicon.mend, forms, upos, lemmas))


def score_gold(encoder: Encoder, windows: Iterable[Sequence[Sentence]], lexicon: Lexicon | None = None) -> dict[str, float]:
    """Scores in percent on gold words and bounds: tags, lemmas, attachment, names."""
    syntax, names = Syntax(), Tally()
    conflict: dict[str, Tally] = {}
    for window in windows:
        for gold, read in zip(window, read_gold(encoder, window, lexicon), strict=True):
            if gold.head:
                _add_syntax(syntax, gold, read)
            if gold.names is not None and not gold.silver:
                names.add(named(gold), set(read.names))
            if gold.conflict is not None:
                for kind in {span[2] for span in (*spans_of(gold.conflict), *read.conflict)}:
                    wanted = {span for span in spans_of(gold.conflict) if span[2] == kind}
                    tally = conflict.setdefault(kind, Tally())
                    tally.add(wanted, {span for span in read.conflict if span[2] == kind})
    out = syntax.scores()
    if names.gold:
        out |= {"names_f1": names.f1, "names_precision": names.precision, "names_recall": names.recall}
    for kind, tally in sorted(conflict.items()):
        out |= {f"{kind}_f1": tally.f1, f"{kind}_precision": tally.precision, f"{kind}_recall": tally.recall}
    return out


def _add_syntax(syntax: Syntax, gold: Sentence, read: Reading) -> None:
    syntax.words += len(gold.forms)
    for i in range(len(gold.forms)):
        attached = gold.head[i] == read.head[i]
        syntax.add("upos", gold.upos[i] == read.upos[i])
        syntax.add("xpos", gold.xpos[i] == read.xpos[i])
        syntax.add("lemma", gold.lemma[i] == read.lemma[i])
        syntax.add("uas", attached)
        syntax.add("las", attached and gold.deprel[i] == read.deprel[i])
        syntax.add("las_main", attached and gold.deprel[i].split(":")[0] == read.deprel[i].split(":")[0])


def round_all(scores: dict[str, float]) -> dict[str, float]:
    """Two decimals, as the card prints them."""
    return {key: float(np.round(value, 2)) for key, value in scores.items()}
