"""CausalNewsCorpus (development part): does a text give a cause, and which words are cause and effect; protest news.

Detection: F1 of texts marked as causal. Spans, on the texts that have marked pairs: every reason at least as likely as casus
prints, or else the likeliest; causes and effects are sets of spans matched one to one, exactly, by a shared letter, or with
half an error for a wrong bound (FairEval, as the shared task scores; signals are not scored here). "Pairs" ask both sides.
The head was trained on the training part.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from benchmarks.board import Score, pick
from benchmarks.spans import Letters, Tally, fair_f1, letters
from casus.coding.reason_links import LinkWords
from casus.coding.reasons import AT_ALL, LEAST, Given, given_reasons, likely_any, weigh
from casus.coding.syntax import Tree
from casus.pipeline import Tools
from training.reasons import Item, read_causalnews, trees_of

NAME = "CausalNews"
NEEDS = tuple(f"data/causes/causalnews_dev_subtask{n}.csv" for n in (1, 2))
_LINE = "BERT baseline, CausalNewsCorpus"
_BEST = "best of the 2023 shared task (test part)"
Pairs = list[tuple[Letters, Letters]]


def scores(shared: Path, tools: Tools, limit: int | None) -> Iterator[Score]:
    """F1 of detection and of spans."""
    words = LinkWords.of(tools.book)
    told = Tally()
    tallies = {(of, exact): Tally() for of in ("cause and effect", "pairs") for exact in (False, True)}
    for item in pick(read_causalnews(shared / "data" / "causes", "dev"), limit):
        trees = trees_of(item.text, tools.reader)
        causal = likely_any(w[0] for tree in trees for w in weigh(tree, words)) > AT_ALL
        told.found, told.marked, told.hits = told.found + causal, told.marked + item.causal, told.hits + (causal and item.causal)
        if item.pairs:
            _tally(tallies, found(item.text, trees, words), marked(item))
    yield Score("CausalNews dev", "detection F1", told.f1, told.marked, 0.812, _LINE, 0.82, _note(told))
    fair = fair_f1(tallies["cause and effect", False], tallies["cause and effect", True])
    n = tallies["cause and effect", True].marked
    yield Score("CausalNews dev", "cause and effect F1, FairEval", fair, n, 0.728, _BEST, 0.70, "trained on the training part")
    for (of, exact), tally in tallies.items():
        yield Score("CausalNews dev", f"{of} F1, {'exact' if exact else 'overlap'}", tally.f1, tally.marked, note=_note(tally))


def _note(tally: Tally) -> str:
    return f"precision {tally.precision:.3f}, recall {tally.recall:.3f}; trained on the training part"


def found(text: str, trees: Sequence[Tree], words: LinkWords) -> Pairs:
    """Casus's reasons: those it prints, or else the likeliest."""
    given = [(g.likely, k, g) for k, tree in enumerate(trees) for g in given_reasons(tree, words, least=0.02)]
    given.sort(key=lambda g: (-g[0], g[1]))
    kept = [g for n, g in enumerate(given) if g[0] >= LEAST or n == 0]
    return [_letters(text, trees[k], g) for _, k, g in kept]


def _letters(text: str, tree: Tree, given: Given) -> tuple[Letters, Letters]:
    cause, effect = (letters(text, [(tree.tokens[i].start, tree.tokens[i].end) for i in side]) for side in (given.cause, given.effect))
    return cause, effect


def marked(item: Item) -> Pairs:
    """The marked pairs."""
    return [(letters(item.text, [p.cause]), letters(item.text, [p.effect])) for p in item.pairs]


def _tally(tallies: dict[tuple[str, bool], Tally], ours: Pairs, gold: Pairs) -> None:
    for (of, exact), tally in tallies.items():
        if of == "pairs":
            tally.add(ours, gold, exact=exact)
        else:
            for side in (0, 1):
                tally.add(_side(ours, side), _side(gold, side), exact=exact)


def _side(pairs: Pairs, side: int) -> list[tuple[Letters, ...]]:
    return [(spans,) for spans in dict.fromkeys(p[side] for p in pairs)]
