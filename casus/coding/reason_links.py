"""Links: where in a sentence's tree a reason may be given, and what the trained head for reasons looks at there."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from casus.codebook import Codebook
from casus.codebook.reasons import ReasonWords, load_reasons
from casus.coding.syntax import SUBJECTS, Tree

ANSWERS: Final = ("none", "below", "below-clause", "above", "above-clause", "subject")
"""What a link is: no reason; its lower end the cause of the upper word, or of the clause round that; its upper word, or that one's
clause, the cause of the lower end; the subject the cause of the verb's object."""
LINKS: Final = frozenset(
    "advcl obl obl:agent nmod acl acl:relcl conj xcomp ccomp parataxis appos nsubj nsubj:pass obj csubj advcl:relcl".split()
)
_CONTENT: Final = frozenset({"VERB", "NOUN", "PROPN", "ADJ", "PRON", "NUM", "ADV"})


@dataclass(frozen=True, slots=True)
class Link:
    """A dependent, its head, and the head of the clause that holds that."""

    lower: int
    upper: int
    clause: int


@dataclass(frozen=True, slots=True)
class LinkWords:
    """What is known of words beforehand: how they open a reason, and what act, harm or saying they tell."""

    reasons: ReasonWords
    kinds: Mapping[str, str]

    @classmethod
    def of(cls, book: Codebook) -> LinkWords:
        """From the codebook's frames, words of harm and words of saying; the shipped ones are kept."""
        return _link_words(_Same(book))


class _Same:
    """A codebook as a key: the same one, whatever it holds."""

    def __init__(self, book: Codebook) -> None:
        self.book = book

    def __hash__(self) -> int:
        return hash(self.book.sha256)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Same) and other.book.sha256 == self.book.sha256


@lru_cache(maxsize=2)
def _link_words(key: _Same) -> LinkWords:
    kinds: dict[str, str] = {}
    frames = key.book.frames
    for table, form in ((frames.by_noun, "N"), (frames.by_verb, "V")):
        for lemma, entries in table.items():
            kinds.setdefault(lemma, form + entries[0][1].type)
    kinds |= {lemma: f"H{harm}" for lemma, harm in key.book.harm.verbs.items()}
    for lemma, stance in key.book.speech.verbs.items():
        kinds.setdefault(lemma, f"S{stance}")
    return LinkWords(load_reasons(), kinds)


def links(tree: Tree) -> Iterator[Link]:
    """The links of a sentence that may hold a reason, in text order."""
    for i, token in enumerate(tree.tokens):
        if token.head >= 0 and token.deprel in LINKS and token.upos in _CONTENT:
            yield Link(i, token.head, _clause_above(tree, token.head))


def _clause_above(tree: Tree, i: int) -> int:
    """The nearest predicate at or above `i`, over what only modifies a noun."""
    for a in (i, *tree.ancestors(i)):
        if tree.tokens[a].upos == "VERB" and tree.rel(a) not in {"acl", "acl:relcl", "xcomp", "amod"}:
            return a
        if tree.rel(a) in {"root", "parataxis", "advcl", "ccomp"}:
            return a
    return i


def opener(tree: Tree, i: int) -> str:
    """The words that open a dependent: its preposition or subordinator, joined; "-ing" for a bare participle."""
    marks = [c for c in tree.children(i, "mark") if c < i]
    words = [tree.tokens[w].text.lower() for m in marks for w in (m, *tree.children(m, "fixed"))]
    return tree.case(i) or " ".join(words) or ("-ing" if tree.tokens[i].xpos == "VBG" else "")


def link_features(tree: Tree, link: Link, words: LinkWords) -> Iterator[str]:
    """A link as the head sees it."""
    d, h, c = link.lower, link.upper, link.clause
    rel, mark = tree.rel(d), opener(tree, d)
    low, up = tree.tokens[d], tree.tokens[h]
    below, above, clause = tree.lemma(d), tree.lemma(h), tree.lemma(c)
    side = "before" if d < h else "after"
    yield from (
        f"r={rel}", f"r+m={rel}+{mark}", f"r+m+t={rel}+{mark}+{low.xpos}", f"r+m+d={rel}+{mark}+{below}", f"r+m+h={rel}+{mark}+{above}",
        f"r+t={rel}+{low.xpos}+{up.xpos}", f"r+m+u={rel}+{mark}+{up.upos}", f"d={below}", f"h={above}", f"d+h={below}+{above}",
        f"r+d={rel}+{below}", f"r+h={rel}+{above}", f"c={clause}", f"m+c={mark}+{clause}", f"side={side}+{rel}+{mark}",
        f"hr={tree.rel(h)}+{rel}+{mark}", f"same={h == c}+{rel}+{mark}", f"w={tree.tokens[tree.subtree(d)[0]].text.lower()}+{rel}",
    )  # fmt: skip
    yield from _kinds(tree, link, rel, mark, words)
    yield from _around(tree, link, rel, mark)


def _kinds(tree: Tree, link: Link, rel: str, mark: str, words: LinkWords) -> Iterator[str]:
    low, up, clause = (words.kinds.get(tree.lemma(i), "") for i in (link.lower, link.upper, link.clause))
    opens = words.reasons.opens.get(mark) or words.reasons.opens.get(tree.lemma(link.lower), "")
    yield from (
        f"kd={low}+{rel}", f"kh={up}+{rel}", f"kd+m={low}+{mark}+{rel}", f"kh+m={up}+{mark}+{rel}", f"kk={low}+{up}+{mark}",
        f"kc+m={clause}+{mark}", f"kcd={clause}+{low}+{mark}", f"o={opens}+{rel}", f"o+k={opens}+{up}",
        f"causing={tree.lemma(link.upper) in words.reasons.causing}+{rel}",
    )  # fmt: skip


def _around(tree: Tree, link: Link, rel: str, mark: str) -> Iterator[str]:
    d, h = link.lower, link.upper
    for k in tree.children(h):
        yield f"hc={tree.rel(k)}"
        if tree.rel(k) in SUBJECTS | {"obj"} and k != d:
            yield from (f"hs={tree.rel(k)}:{tree.lemma(k)}", f"hs+r={tree.rel(k)}:{rel}:{mark}")
    for k in tree.children(d):
        yield from (f"dc={tree.rel(k)}+{rel}", f"dcl={rel}:{tree.rel(k)}:{tree.lemma(k)}")
    if rel in SUBJECTS:
        objects = tree.children(h, "obj", "obl", "xcomp")
        yield f"svo={tree.lemma(h)}+{'|'.join(sorted({tree.rel(o) for o in objects}))}"
        for o in objects:
            yield from (f"vo={tree.lemma(h)}:{tree.lemma(o)}", f"vp={tree.lemma(h)}:{tree.case(o)}")
