"""Reasons as given: the cause or purpose a sentence gives for what it tells, with the words of both, and who gives it.

A small trained head weighs every link of the tree that may hold a reason (reason_links.py; trained on protest news, CC0: see
training/HEADS.md); openers that are never used otherwise (reasons.yaml, "sure") need no head. A reason is always somebody's:
the speech that covers both sides gives it, or the writer. That something came after is no reason by itself (coding rules, One event once).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from math import exp

from casus.codebook.heads import load_head
from casus.codebook.reasons import ReasonWords, load_reasons
from casus.coding.reason_links import ANSWERS, Link, LinkWords, link_features, links, opener
from casus.coding.scene import Scene
from casus.coding.speech.sources import make_source
from casus.coding.syntax import Tree
from casus.model.claim import Source
from casus.model.reason import GivenReason
from casus.model.text import Evidence

LEAST = 0.5
"""How likely a link must be a reason to be printed; measured in SCOREBOARD.md."""
AT_ALL = 0.24
"""How likely one of a text's links must be a reason for the text to count as giving one; chosen by folds of the training part."""
_EDGES = frozenset(",:;.-—–―")
_LOOSE = frozenset({"cc", "punct", "discourse", "parataxis", "mark", "vocative"})


@dataclass(frozen=True, slots=True)
class Given:
    """A reason as tokens: those of cause, effect and signal."""

    cause: frozenset[int]
    effect: frozenset[int]
    signal: frozenset[int]
    likely: float


def find_reasons(scene: Scene, *, least: float = LEAST) -> tuple[GivenReason, ...]:
    """The reasons a sentence gives, likeliest first. Raises CodebookError where the head is missing."""
    tree = scene.tree
    words = LinkWords.of(scene.book)
    return tuple(_reason(scene, given) for given in given_reasons(tree, words, least=least))


def told_reasons(scene: Scene) -> tuple[GivenReason, ...]:
    """The reasons of a sentence that its own words call so.

    An opener never used otherwise ("because of", "in retaliation for"), or a verb of causing ("sparked") that the head takes for
    one. Others are likely at best, and not printed.
    """
    words = load_reasons()
    tree = scene.tree
    text = scene.report.text[scene.sentence.start : scene.sentence.end].lower()
    lemmas = {tree.lemma(i) for i in range(len(tree))}
    if not (lemmas & words.sparking or any(opener in text for opener in words.sure)):
        return ()
    found = (_opened(scene, r, words) for r in find_reasons(scene) if r.signal is not None)
    return tuple(r for r in found if r.signal is not None and _is_told(tree, r.signal, words))


def _opened(scene: Scene, reason: GivenReason, words: ReasonWords) -> GivenReason:
    """The reason with its opener whole: "in" + "retaliation for the arrest" is "in retaliation for" + "the arrest"."""
    report, signal, cause = scene.report, reason.signal, reason.cause
    if signal is None or signal.end > cause.start:
        return reason
    said = report.text[signal.start : cause.end].lower()
    whole = max((o for o in words.sure if said.startswith(f"{o} ") and len(o) > signal.end - signal.start), key=len, default=None)
    if whole is None:
        return reason
    end = signal.start + len(whole)
    start = end + len(report.text[end : cause.end]) - len(report.text[end : cause.end].lstrip())
    return replace(
        reason, signal=report.evidence("signal", signal.start, end, "reason"), cause=report.evidence("cause", start, cause.end, "reason")
    )


def _is_told(tree: Tree, signal: Evidence, words: ReasonWords) -> bool:
    inside = (i for i, t in enumerate(tree.tokens) if signal.start <= t.start < signal.end)
    return signal.words.lower() in words.sure or any(tree.tokens[i].upos == "VERB" and tree.lemma(i) in words.sparking for i in inside)


def given_reasons(tree: Tree, words: LinkWords, *, least: float = LEAST) -> tuple[Given, ...]:
    """The reasons of a tree whose two sides lie apart, likeliest first."""
    weighed = sorted(weigh(tree, words), key=lambda w: (-w[0], w[2].lower))
    found = (_given(tree, link, answer, likely) for likely, answer, link in weighed if likely >= least)
    return tuple(dict.fromkeys(g for g in found if g.cause and g.effect and not g.cause & g.effect))


def weigh(tree: Tree, words: LinkWords) -> Iterator[tuple[float, str, Link]]:
    """Each link with how likely it is a reason, and which."""
    head = load_head("reason")
    for link in links(tree):
        scores = head.scores(dict.fromkeys(link_features(tree, link, words)))
        best = max(scores[1:])
        likely = likely_reason(scores)
        answer = ANSWERS[1 + scores[1:].index(best)]
        if opener(tree, link.lower) in words.reasons.sure:
            likely, answer = max(likely, 0.9), answer if answer.startswith("below") else "below"
        yield likely, answer, link


def likely_reason(scores: Sequence[float]) -> float:
    """How likely a link with these scores is a reason of any kind."""
    odds = [exp(s - max(scores)) for s in scores]
    return round(1 - odds[0] / sum(odds), 4)


def likely_any(weights: Iterable[float]) -> float:
    """How likely at least one of the links is a reason."""
    none = 1.0
    for weight in weights:
        none *= 1 - weight
    return 1 - none


def _given(tree: Tree, link: Link, answer: str, likely: float) -> Given:
    """The two sides of a link in tokens."""
    low = _part(tree, link.lower, frozenset())
    signal = _signal(tree, link.lower)
    if answer == "subject":
        done = (c for c in tree.children(link.upper, "obj", "obl", "xcomp", "ccomp") if c > link.upper)  # "According to X, it sparked ..."
        effect = frozenset(j for c in done for j in tree.subtree(c))
        verb = frozenset({link.upper})
        return Given(low, _run(tree, effect, min(effect, default=-1)), verb, likely)
    top = link.clause if answer.endswith("clause") else link.upper
    high = _part(tree, top, frozenset(tree.subtree(link.lower)))
    return Given(low - signal, high, signal, likely) if answer.startswith("below") else Given(high, low - signal, signal, likely)


def _signal(tree: Tree, i: int) -> frozenset[int]:
    """The words that open a dependent ("because of", "when", "in which"); "to" before a verb stays with it."""
    marks = [c for c in tree.children(i, "case", "mark") if c < i and tree.tokens[c].xpos != "TO"]
    words = {w for m in marks for w in (m, *tree.children(m, "fixed"))}
    for c in tree.children(i, "advmod", "obl"):
        if tree.tokens[c].xpos in {"WRB", "WDT"} and c < i and (tree.rel(c) == "advmod" or tree.case(c)):
            words |= set(tree.subtree(c))
    first = tree.subtree(i)[0]
    return frozenset(words | ({first} if words and tree.rel(first) == "advmod" and first + 1 in words else set()))


def _part(tree: Tree, top: int, without: frozenset[int]) -> frozenset[int]:
    """The clause or phrase of `top`, less what only stands beside it, as far as it stands together."""
    loose = {
        j for c in tree.children(top, *_LOOSE) for j in tree.subtree(c) if tree.rel(c) != "mark" or tree.tokens[c].xpos != "TO"
    }  # fmt: skip
    return _run(tree, frozenset(tree.subtree(top)) - without - loose - {top} | {top}, top)


def _run(tree: Tree, tokens: frozenset[int], at: int) -> frozenset[int]:
    """The tokens that stand together with one, over marks between them, without marks at the edges."""
    if at < 0:
        return frozenset()
    first = last = at
    while first - 1 in tokens or (first - 2 in tokens and tree.tokens[first - 1].upos == "PUNCT"):
        first -= 1
    while last + 1 in tokens or (last + 2 in tokens and tree.tokens[last + 1].upos == "PUNCT"):
        last += 1
    while first < at and tree.tokens[first].text in _EDGES:
        first += 1
    while last > at and (tree.tokens[last].text in _EDGES or tree.tokens[last].upos in {"ADP", "SCONJ", "CCONJ"}):
        last -= 1
    return frozenset(range(first, last + 1))


def _reason(scene: Scene, given: Given) -> GivenReason:
    tree, report = scene.tree, scene.report
    cause, effect = (report.evidence(name, *_span(tree, t), "reason") for name, t in (("cause", given.cause), ("effect", given.effect)))
    signal = report.evidence("signal", *_span(tree, given.signal), "reason") if given.signal else None
    return GivenReason(report.id, scene.sentence.index, cause, effect, signal, given.likely, _givers(scene, given.cause | given.effect))


def _span(tree: Tree, tokens: frozenset[int]) -> tuple[int, int]:
    return tree.span(min(tokens), max(tokens) + 1)


def _givers(scene: Scene, tokens: frozenset[int]) -> tuple[Source, ...]:
    """Who says that the one is for the other: the nearest named speech over both sides."""
    over = [s for s in scene.speeches if s.source is not None and tokens <= s.scope | {s.verb}]
    nearest = sorted(over, key=lambda s: len(s.scope))[:1]
    return tuple(make_source(scene.report, scene.tree, s, scene.book.actors) for s in nearest)
