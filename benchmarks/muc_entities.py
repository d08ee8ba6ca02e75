"""Who and what fills which role in a report of MUC-4: every noun phrase judged by the head for roles, phrases for one thing grouped.

Two more small heads (benchmarks/heads, trained by training/roles.py on MUC-4's training part, used here alone) judge a whole
report: whether it tells an incident of the kind asked for, by its words, and whether a group fills a role, by what its phrases score.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from casus.codebook.heads import Head, load_head
from casus.coding.mending.sayings import mend
from casus.coding.numbers import find_numbers
from casus.coding.roles.features import ROLES, Act, Noted, candidates, nearest_acts, role_features
from casus.coding.syntax import Phrase, Tree
from casus.model.text import Report, Sentence
from casus.pipeline import Tools

ANSWERS = ("none", *ROLES)
NO_YES = ("no", "yes")
HEADS = Path(__file__).with_name("heads")
LEAST = 0.02
"""A group none of whose phrases fills a role more likely than this is not judged for it."""
_SIZES = frozenset(
    "the a an this that these those his her its their our one two three four five six seven eight nine ten eleven twelve several some many "
    "other another all few at least about nearly approximately so more than over".split()
)
_SINGULARS = {"men": "man", "women": "woman", "people": "person", "children": "child", "policemen": "policeman", "gunmen": "gunman"}


@dataclass(frozen=True, slots=True)
class Mention:
    """A noun phrase of a report. `at` = offset of its head; `words` = its words in lower case without article and number, up to its head."""

    sentence: int
    phrase: Phrase
    at: int
    words: str
    whole: str
    name: str
    kind: str
    actors: tuple[str, ...]
    initials: str
    number: str
    act: Act | None
    features: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Entity:
    """Mentions of one person, group or thing that fill a role, the odds of it, and for each mention how likely each answer is."""

    role: str
    odds: float
    mentions: tuple[Mention, ...]
    chances: tuple[tuple[float, ...], ...]

    @property
    def best(self) -> Mention:
        """The mention that fills the role most surely."""
        k = ANSWERS.index(self.role)
        return max(zip(self.chances, self.mentions, strict=True), key=lambda pair: (pair[0][k], -pair[1].at))[1]


def mentions_of(sentences: Sequence[Sentence], tools: Tools) -> list[Mention]:
    """Every noun phrase that could fill a role, in text order."""
    out: list[Mention] = []
    before: tuple[Act, ...] = ()
    for sentence in sentences:
        noted = Noted.of(Tree(mend(sentence, tools.book.speech)), tools.book, before)
        before = noted.acts
        out += [_mention(noted, phrase, tools) for phrase in candidates(noted)]
    return [m for m in out if m.words]


def _mention(noted: Noted, phrase: Phrase, tools: Tools) -> Mention:
    tree = noted.tree
    name = next((n for n in tree.sentence.names if n.first <= phrase.head < n.last), None)
    named = name is not None and tree.tokens[phrase.head].upos == "PROPN" and name.kind in {"person", "organisation"}
    told = _words(tree, name.first, name.last) if name is not None else ""
    words = told if named else _unsized(_words(tree, phrase.first, phrase.head + 1))
    spans = ((phrase.first, phrase.last), *([(name.first, name.last)] if name is not None else []))
    texts = [" ".join(t.text for t in tree.tokens[a:b]) for a, b in spans]
    actors = next((found for t in texts if (found := tools.book.actors.find(re.sub("^the ", "", t, flags=re.I)))), ())
    act = next(iter(nearest_acts(noted, phrase.head)), None)
    return Mention(
        tree.sentence.index, phrase, tree.tokens[phrase.head].start, words, _words(tree, phrase.first, phrase.last), told if named else "",
        name.kind if name is not None and named else "", tuple(sorted(a.id for a in actors)), _initials(tree, phrase), _number(tree, phrase),
        act, tuple(role_features(noted, phrase, tools.book)),
    )  # fmt: skip


def _words(tree: Tree, first: int, last: int) -> str:
    return plain(" ".join(t.text for t in tree.tokens[first:last]))


def plain(words: str) -> str:
    """Lower case, without marks, as role fillers are compared (Du et al. 2021)."""
    return " ".join(re.sub(r"[^\w\s]", "", re.sub(r"\b([\w.]+) ?'s\b", r"\1s", words.lower())).split())


def _unsized(words: str) -> str:
    """Without article, possessive and number in front."""
    parts = words.split()
    while len(parts) > 1 and (parts[0] in _SIZES or parts[0].isdigit()):
        parts = parts[1:]
    return " ".join(parts)


def _initials(tree: Tree, phrase: Phrase) -> str:
    """The short name in brackets behind a long one."""
    behind = [t.text for t in tree.tokens[phrase.last : phrase.last + 2]]
    return behind[1].lower() if len(behind) == 2 and behind[0] in "([" and behind[1].isupper() and 2 <= len(behind[1]) <= 8 else ""


def _number(tree: Tree, phrase: Phrase) -> str:
    """How many: the number in the phrase, 1 for one, PLURAL where none is stated."""
    counted = next((n for n in find_numbers(tree) if phrase.first <= n.first <= phrase.head), None)
    if counted is not None and counted.best is not None:
        return str(counted.best)
    head = tree.tokens[phrase.head]
    plural = head.xpos in {"NNS", "NNPS"} and not any(n.kind == "person" and n.first <= phrase.head < n.last for n in tree.sentence.names)
    return "PLURAL" if plural else "1"


def chances_of(head: Head, features: Sequence[str]) -> tuple[float, ...]:
    """How likely each answer of a head is."""
    scores = head.scores(features)
    raised = [math.exp(s - max(scores)) for s in scores]
    return tuple(r / sum(raised) for r in raised)


def grouped(mentions: Sequence[Mention]) -> list[list[int]]:
    """Mentions of one person, group or thing: one known actor, a name and its initials, a surname, or the same noun."""
    long = {m.initials: m.words for m in mentions if m.initials}
    groups: list[tuple[set[str], list[int]]] = []
    for i, mention in enumerate(mentions):
        keys = set(_keys(mention, long))
        found = next((g for g in groups if g[0] & keys), None)
        if found is None:
            groups.append((keys, [i]))
        else:
            found[0].update(keys)
            found[1].append(i)
    return [members for _, members in groups]


def _keys(mention: Mention, long: dict[str, str]) -> Iterator[str]:
    last = mention.words.split()[-1]
    if mention.actors:
        yield f"actor {mention.actors}"
    if mention.initials:
        yield f"name {mention.initials}"
    if mention.kind == "person":
        yield f"person {last}"
    elif mention.name:
        yield f"name {mention.words}"
        if mention.words in long:
            yield f"name {long[mention.words]}"
    else:
        yield f"noun {_SINGULARS.get(last) or (last[:-1] if last.endswith('s') and not last.endswith('ss') and len(last) > 3 else last)}"


def report_features(text: str) -> list[str]:
    """The words of a report."""
    return sorted({word.lower() for word in re.findall(r"[A-Za-z]{3,}", text)})


@dataclass(frozen=True, slots=True)
class Seen:
    """A report as the heads see it: its mentions, how likely each answer is for each, and how likely the report tells an incident."""

    mentions: Sequence[Mention]
    chances: Sequence[tuple[float, ...]]
    about: float

    def top(self, k: int) -> float:
        """The highest chance of an answer in the report."""
        return max((c[k] for c in self.chances), default=0.0)


def entity_features(role: str, group: Sequence[int], seen: Seen) -> Iterator[str]:
    """A group of mentions as the filler of a role."""
    mentions, chances = seen.mentions, seen.chances
    k = ANSWERS.index(role)
    ranked = sorted((chances[i][k] for i in group), reverse=True)
    others = max((chances[i][j], ANSWERS[j]) for i in group for j in range(1, len(ANSWERS)) if j != k)
    first = mentions[max(group, key=lambda i: (1 - chances[i][0], -i))]
    odds, whole = _step(ranked[0]), _step(seen.about)
    yield from (role, f"{role} odds {odds}", f"{role} half {round(2 * _odds(ranked[0]))}", f"{role} about {whole}")
    yield from (f"{role} odds {odds} about {max(-3, min(3, whole))}", f"{role} number {min(len(group), 6)}")
    yield from (f"{role} sentence {min(mentions[group[0]].sentence, 6)}", f"{role} top {ranked[0] == seen.top(k)}")
    yield from (f"{role} second {_step(ranked[1]) if len(ranked) > 1 else 'none'}", f"{role} sum {round(2 * min(sum(ranked), 4))}")
    yield from (f"{role} {ANSWERS[j]} in report {_step(seen.top(j))}" for j in range(1, len(ANSWERS)))
    yield f"{role} else {others[1]} {_step(others[0])}"
    yield from (f"{role} {f}" for f in first.features if f.startswith(("l=", "m=", "k=", "w=")))


def _odds(chance: float) -> float:
    return math.log(max(chance, 1e-4) / (1 - min(chance, 0.9999)))


def _step(chance: float) -> int:
    return int(max(-5, min(4, round(_odds(chance)))))


def judged(seen: Seen, filler: Head) -> Iterator[Entity]:
    """Every group with every role it may fill, with its odds."""
    for group in grouped(seen.mentions):
        for k, role in enumerate(ANSWERS):
            if k and max(seen.chances[i][k] for i in group) >= LEAST:
                no, yes = filler.scores(list(entity_features(role, group, seen)))
                yield Entity(role, yes - no, tuple(seen.mentions[i] for i in group), tuple(seen.chances[i] for i in group))


def entities_of(report: Report, sentences: Sequence[Sentence], tools: Tools) -> list[Entity]:
    """The groups of a report with the roles they may fill, the surest first."""
    mentions = mentions_of(sentences, tools)
    head = load_head("role")
    about = chances_of(load_head("about", HEADS), report_features(report.text))[1]
    seen = Seen(mentions, [chances_of(head, m.features) for m in mentions], about)
    return sorted(judged(seen, load_head("filler", HEADS)), key=lambda e: (-e.odds, e.best.at, e.role))
