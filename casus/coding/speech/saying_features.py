"""What the head for sayings looks at: a word as cue, a noun as its source, a constituent as what it says.

All are plain strings of lemmas, relations and places in the sentence; nothing is learned here.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from casus.codebook.speech import SpeechWords
from casus.coding.speech.quotations import Quotation
from casus.coding.syntax import SUBJECTS, Tree

CUES = frozenset({"VERB", "NOUN", "ADJ", "ADP", "ADV", "SCONJ", "PROPN"})
MARKS = frozenset({":", "―", "—", "–", "-", "--"})
SOURCES = frozenset({"NOUN", "PROPN", "PRON", "NUM", "ADJ", "DET", "X", "SYM"})
_DOWN, _UP = 3, 4


@dataclass(frozen=True, slots=True)
class Spoken:
    """A sentence's tree with the quotations that touch it; `quoted` = tokens inside marks."""

    tree: Tree
    quoted: frozenset[int]
    names: tuple[str, ...]

    @classmethod
    def of(cls, tree: Tree, quotations: Sequence[Quotation]) -> Spoken:
        """Mark the tokens that stand in quotations or names."""
        inside = frozenset(i for i, t in enumerate(tree.tokens) if any(q.start <= t.start and t.end <= q.end for q in quotations))
        names = [""] * len(tree)
        for name in tree.sentence.names:
            names[name.first : name.last] = [name.kind] * (name.last - name.first)
        return cls(tree, inside, tuple(names))


def is_candidate(spoken: Spoken, i: int) -> bool:
    """Whether a token can be a cue at all."""
    token = spoken.tree.tokens[i]
    return token.upos in CUES or token.text in MARKS


def cue_features(spoken: Spoken, i: int, words: SpeechWords) -> Iterator[str]:
    """A token as the head of a cue."""
    tree = spoken.tree
    token, lemma = tree.tokens[i], tree.lemma(i)
    shape = _shape(spoken, i)
    base = [f"l={lemma}", f"t={token.xpos}", f"r={token.deprel}", f"s={shape}", f"w={token.text.lower()}"]
    base += [f"st={words.verbs.get(lemma)}{words.nouns.get(lemma)}{token.upos}", f"in={i in spoken.quoted}", f"q={len(spoken.quoted) > 0}"]
    yield from base
    yield f"l+s={lemma}+{shape}"
    yield f"l+t={lemma}+{token.xpos}"
    yield f"l+r={lemma}+{token.deprel}"
    yield f"t+s={token.xpos}+{shape}"
    yield f"l+in={lemma}+{i in spoken.quoted}+{len(spoken.quoted) > 0}"
    yield f"s+in={shape}+{i in spoken.quoted}+{len(spoken.quoted) > 0}"
    yield f"r+s={token.deprel}+{shape}"
    for c in tree.children(i):
        yield f"c={tree.rel(c)}"
        yield f"cl={tree.rel(c)}:{tree.lemma(c)}"
        yield f"l+c={lemma}+{tree.rel(c)}"
        if tree.rel(c) in {"obl", "nmod", "acl", "advcl"}:
            mark = tree.case(c) or next((tree.lemma(m) for m in tree.children(c, "mark")), "")
            yield f"p={tree.rel(c)}:{mark}"
            yield f"l+p={lemma}+{mark}"
    yield from _above(spoken, i)
    yield from _beside(spoken, i)
    subject = tree.subject(i) if token.upos in {"VERB", "ADJ"} else None
    if subject is not None:
        yield f"sub={spoken.names[subject]}:{tree.tokens[subject].upos}"
        yield f"subl={tree.lemma(subject)}"
        yield f"sub+l={spoken.names[subject]}:{tree.tokens[subject].upos}+{lemma}"


def _shape(spoken: Spoken, i: int) -> str:
    """Which complements a word has."""
    tree = spoken.tree
    rels = {tree.rel(c) for c in tree.children(i)}
    kept: list[str] = [r for r in ("ccomp", "xcomp", "obj", "parataxis", "acl", "aux:pass", "csubj") if r in rels]
    if rels & SUBJECTS:
        kept.append("subj")
    if any(tree.children(c, "mark") and tree.lemma(tree.children(c, "mark")[0]) == "that" for c in tree.children(i, "ccomp", "acl")):
        kept.append("that")
    if spoken.quoted & set(tree.subtree(i)) and i not in spoken.quoted:
        kept.append("quote")
    return "|".join(kept)


def _above(spoken: Spoken, i: int) -> Iterator[str]:
    tree = spoken.tree
    for k, a in zip(range(3), tree.ancestors(i), strict=False):
        yield f"a{k}={tree.lemma(a)}"
        yield f"at{k}={tree.tokens[a].upos}"
        if k == 0:
            yield f"a+l={tree.lemma(a)}+{tree.lemma(i)}"
            yield f"ar={tree.rel(i)}+{tree.tokens[a].upos}+{tree.rel(a)}"


def _beside(spoken: Spoken, i: int) -> Iterator[str]:
    tree = spoken.tree
    for d in (-2, -1, 1, 2):
        j = i + d
        if 0 <= j < len(tree):
            yield f"b{d}={tree.lemma(j)}"
            yield f"bt{d}={tree.tokens[j].upos}"
            if abs(d) == 1:
                yield f"l+b{d}={tree.lemma(i)}+{tree.lemma(j)}"
        else:
            yield f"b{d}=edge"


def constituents(spoken: Spoken, cue: int) -> Iterator[tuple[int, frozenset[int], str]]:
    """The constituents round a cue: (head, tokens, path). Those below it, and on the way up each ancestor's and its own word."""
    tree = spoken.tree
    yield from ((c, frozenset(tree.subtree(c)), tree.rel(c)) for c in tree.children(cue))
    below, path = cue, ""
    for k, a in zip(range(_UP), tree.ancestors(cue), strict=False):
        path += f"<{tree.rel(below)}"
        yield a, frozenset({a}), f"{path}@"
        yield from ((c, frozenset(tree.subtree(c)), f"{path}>{tree.rel(c)}") for c in tree.children(a) if c != below)
        below = a
        if k + 1 == _UP:
            break


def content_features(spoken: Spoken, cue: int, part: tuple[int, frozenset[int], str], words: SpeechWords) -> Iterator[str]:
    """A constituent as (part of) what a cue says."""
    tree = spoken.tree
    head, tokens, path = part
    lemma, shape = tree.lemma(cue), _shape(spoken, cue)
    quoted = bool(tokens & spoken.quoted)
    side = "before" if head < cue else "after"
    up = path.count("<")
    last = path.rsplit(">", 1)[-1] if ">" in path else path
    mark = next((tree.lemma(m) for m in tree.children(head, "mark", "case")), "")
    upos = tree.tokens[head].upos
    stance = f"{words.verbs.get(lemma)}{words.nouns.get(lemma)}"
    kind = f"{last}:{upos}:{mark}" if up == 0 else f"{up}:{last}:{upos}"
    yield from (
        f"p={path}", f"p+l={path}+{lemma}", f"p+s={path}+{shape}", f"k={kind}", f"k+l={kind}+{lemma}", f"k+st={kind}+{stance}",
    )  # fmt: skip
    yield from (
        f"p+q={path}+{quoted}+{cue in spoken.quoted}", f"p+side={path}+{side}", f"p+t={path}+{tree.tokens[cue].xpos}",
    )  # fmt: skip
    yield from (
        f"k+s={kind}+{shape}", f"k+q+s={kind}+{quoted}+{shape}", f"u={up}", f"u+q={up}+{quoted}+{bool(spoken.quoted)}",
    )  # fmt: skip
    yield from (
        f"hl={tree.lemma(head)}+{last}", f"len={min(len(tokens), 12)}+{last}", f"m={mark}+{last}",
        f"k+c={kind}+{tree.tokens[cue].upos}",
    )  # fmt: skip
    yield f"adj={tree.tokens[min(max(tokens) + 1, len(tree) - 1)].text}+{side}+{up}"


def sources(spoken: Spoken, cue: int) -> Iterator[tuple[int, str]]:
    """Nominals near a cue as its source: (token, path)."""
    tree = spoken.tree
    seen: set[int] = {cue}
    below, path = cue, ""
    yield from _below(spoken, cue, "", seen, 0)
    for _, a in zip(range(_UP), tree.ancestors(cue), strict=False):
        path += f"<{tree.rel(below)}"
        if tree.tokens[a].upos in SOURCES:
            yield a, path
        seen.add(a)
        yield from _below(spoken, a, path, seen, 1)
        below = a


def _below(spoken: Spoken, i: int, path: str, seen: set[int], depth: int) -> Iterator[tuple[int, str]]:
    if depth == _DOWN:
        return
    for c in spoken.tree.children(i):
        if c in seen:
            continue
        seen.add(c)
        way = f"{path}>{spoken.tree.rel(c)}"
        if spoken.tree.tokens[c].upos in SOURCES:
            yield c, way
        yield from _below(spoken, c, way, seen, depth + 1)


def source_features(spoken: Spoken, cue: int, noun: int, path: str, words: SpeechWords) -> Iterator[str]:
    """A nominal as the source of a cue."""
    tree = spoken.tree
    lemma, token = tree.lemma(cue), tree.tokens[noun]
    case = tree.case(noun)
    kind = f"{spoken.names[noun]}:{token.upos}"
    passive = tree.tokens[cue].upos == "VERB" and tree.passive(cue)
    stance = f"{words.verbs.get(lemma)}{words.nouns.get(lemma)}"
    agent = tree.agent(cue) == noun if tree.tokens[cue].upos in {"VERB", "ADJ"} else None
    short = "".join(x[0] for x in path.replace("<", " <").replace(">", " >").split()) + path.rsplit(">", 1)[-1]
    yield from (
        f"p={path}", f"p+l={path}+{lemma}", f"p+t={path}+{tree.tokens[cue].xpos}", f"p+c={path}+{case}", f"sh={short}",
        f"p+st={path}+{stance}",
    )  # fmt: skip
    yield from (
        f"p+pas={path}+{passive}", f"sh+pas={short}+{passive}+{case}", f"k={kind}", f"nl={tree.lemma(noun)}", f"k+p={kind}+{path}",
        f"ag={agent}+{passive}",
    )  # fmt: skip
    yield from (
        f"ag+l={agent}+{lemma}", f"ag+k={agent}+{kind}", f"c={case}+{tree.tokens[cue].upos}",
        f"in={noun in spoken.quoted}+{cue in spoken.quoted}",
    )  # fmt: skip
    yield from (
        f"d={max(min(noun - cue, 6), -6)}", f"sh+c={short}+{case}+{tree.tokens[cue].upos}", f"sh+l={short}+{lemma}",
    )  # fmt: skip
