"""Factuality: how surely a word's event is told to have happened, from -3 (surely not) to 3 (surely so).

Two readings, on the scale of the published data (Saurí and Pustejovsky 2009; White et al. 2016). `by_rules` is what the mood of the
grammar and the stance of whoever speaks come to. `by_head` weighs the same with the words round the event: a small trained head
(training/HEADS.md). Neither changes a status, which is the rules' alone (attribution.py).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from math import exp
from typing import Final, Literal

from casus.codebook.heads import Head, load_head
from casus.codebook.modality import Modality
from casus.coding.acts.finding import Trigger
from casus.coding.mood.kinds import Mood, MoodKind
from casus.coding.mood.of_act import mood_of
from casus.coding.speech.act import Speech
from casus.coding.syntax import Tree
from casus.model.claim import Stance

Style = Literal["news", "web"]
"""News tells most things as done where web text wonders: what the same words weigh differs."""
GRADES: Final = ("-3", "-1.5", "0", "1.5", "3")
"""The head's answers; its value is their mean, each weighed by how likely it is."""
BY_MOOD: Final[Mapping[MoodKind, float]] = {"done": 3.0, "hedged": 1.0, "planned": 0.5, "imagined": 0.0, "negated": -2.5}
BY_STANCE: Final[Mapping[Stance, float]] = {"denies": -1.5, "hedges": 1.5, "threatens": 0.5, "plans": 0.5}
"""The most that a stance leaves of what is told as done."""
_SHOWN = frozenset({"aux", "aux:pass", "advmod", "mark", "case", "det", "cop", "nsubj", "cc", "expl"})
_NAMED = frozenset({"obj", "xcomp", "ccomp", "obl", "advcl", "amod"})
_BY_STYLE = ("m=", "t=", "s=", "r=", "c=", "m+c=", "m+t=", "cl=aux", "cl=adv")


def mood_at(tree: Tree, i: int, words: Modality) -> Mood:
    """The mood of a word's event, of whatever kind it is."""
    form: Literal["verb", "noun"] = "verb" if tree.tokens[i].upos in {"VERB", "AUX", "ADJ"} else "noun"
    return mood_of(tree, Trigger(i, form, (), i, i + 1), words)


def by_rules(tree: Tree, i: int, speeches: Sequence[Speech], words: Modality) -> float:
    """The value of the event told by token `i`, by its mood and by who says so."""
    told = BY_MOOD[mood_at(tree, i, words).kind]
    over = [BY_STANCE[s.stance] for s in speeches if i in s.scope and s.verb != i and s.stance in BY_STANCE]
    return min([told, *over]) if told > 0 else told


def by_head(tree: Tree, i: int, speeches: Sequence[Speech], words: Modality, *, style: Style = "news", head: Head | None = None) -> float:
    """The value of the event told by token `i`, as the head has it. Raises CodebookError where the head is missing."""
    scores = (head or load_head("factuality")).scores(event_features(tree, i, speeches, words, style=style))
    odds = [exp(s - max(scores)) for s in scores]
    return round(sum(float(g) * o for g, o in zip(GRADES, odds, strict=True)) / sum(odds), 3)


def event_features(tree: Tree, i: int, speeches: Sequence[Speech], words: Modality, *, style: Style) -> tuple[str, ...]:
    """An event's word as the head sees it."""
    plain = tuple(dict.fromkeys((*_own(tree, i, mood_at(tree, i, words)), *_said(tree, i, speeches), *_below(tree, i), *_above(tree, i))))
    return (*plain, f"style={style}", *(f"{style}|{f}" for f in plain if f.startswith(_BY_STYLE)))


def _own(tree: Tree, i: int, mood: Mood) -> Iterator[str]:
    token, lemma = tree.tokens[i], tree.lemma(i)
    cue = tree.lemma(mood.cue) if mood.cue is not None else ""
    yield from (
        f"m={mood.kind}", f"m+c={mood.kind}+{cue}", f"l={lemma}", f"t={token.xpos}", f"r={token.deprel}", f"m+t={mood.kind}+{token.xpos}",
        f"m+r={mood.kind}+{token.deprel}", f"t+r={token.xpos}+{token.deprel}", f"end={tree.tokens[-1].text}", f"l+t={lemma}+{token.xpos}",
    )  # fmt: skip


def _said(tree: Tree, i: int, speeches: Sequence[Speech]) -> Iterator[str]:
    for s in speeches:
        if i in s.scope and s.verb != i:
            yield from (f"s={s.stance}", f"sl={tree.lemma(s.verb)}", f"s+t={s.stance}+{tree.tokens[i].xpos}")


def _below(tree: Tree, i: int) -> Iterator[str]:
    xpos = tree.tokens[i].xpos
    for c in tree.children(i):
        rel, lemma = tree.rel(c), tree.lemma(c)
        yield f"c={rel}"
        if rel in _SHOWN:
            yield from (f"cl={rel}:{lemma}", f"cw={rel}:{tree.tokens[c].text.lower()}", f"cl+t={rel}:{lemma}+{xpos}")
        elif rel in _NAMED:
            yield f"cl={rel}:{lemma}"


def _above(tree: Tree, i: int) -> Iterator[str]:
    below = i
    for k, a in zip(range(4), tree.ancestors(i), strict=False):
        rel = tree.rel(below)
        yield from (f"a={k}:{rel}:{tree.lemma(a)}", f"al={rel}:{tree.lemma(a)}", f"at={k}:{rel}:{tree.tokens[a].xpos}")
        yield from (f"ac={k}:{rel}:{tree.rel(c)}:{tree.lemma(c)}" for c in tree.children(a, "aux", "advmod", "mark") if c != below)
        if k == 0:
            yield f"a+t={rel}:{tree.lemma(a)}+{tree.tokens[i].xpos}"
        below = a
