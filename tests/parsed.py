"""Sentences written out with their syntax, so that rules over trees can be tested without the reader.

A token is `form/UPOS/head/relation` or `form=lemma/UPOS/head/relation`; heads count from 1, 0 is the root. Tokens are joined by
blanks; a `_` before a form glues it to the one before ("Kabul _,"). Names: `kind: words`, parted by ";".
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from casus.model.text import Block, Name, Report, Sentence, Token

THURSDAY = date(2024, 12, 26)


def parsed(tree: str, names: str = "", *, published: date | None = THURSDAY, before: str = "") -> tuple[Report, Sentence]:
    """The report that holds the sentence (after the paragraph `before`), and the sentence."""
    text, tokens = f"{before}\n" if before else "", []
    begin = len(text)
    for cell in tree.split():
        form, upos, head, rel = cell.rsplit("/", 3)
        glued, form = form.startswith("_"), form.removeprefix("_")
        form, _, lemma = form.partition("=")
        if tokens and not glued:
            text += " "
        tokens.append(Token(len(text), len(text) + len(form), form, lemma or form.lower(), upos, "", int(head) - 1, rel))
        text += form
    blocks = ((Block(0, begin - 1, "paragraph"),) if before else ()) + (Block(begin, len(text), "paragraph"),)
    report = Report("r", text, blocks, "test", published=published)
    found = tuple(_name(text, begin, tokens, *entry.split(": ")) for entry in names.split("; ") if entry)
    return report, Sentence(len(blocks) - 1, begin, len(text), len(blocks) - 1, False, tuple(tokens), found)


def _name(text: str, begin: int, tokens: list[Token], kind: str, words: str) -> Name:
    start = text.index(words, begin)
    inside = [i for i, t in enumerate(tokens) if start <= t.start < start + len(words)]
    return Name(start, start + len(words), inside[0], inside[-1] + 1, kind)


def word(sentence: Sentence, form: str) -> int:
    """The index of the first token of this form."""
    return next(i for i, t in enumerate(sentence.tokens) if t.text == form)


Cell = tuple[str, str, int, str]
"""A word of a grown tree: form, UPOS, the token it would hang on, relation."""


def grown(cells: Sequence[Cell], *, published: date | None = None) -> tuple[Report, Sentence]:
    """A report of one sentence from drawn cells; a word that would hang on a later one is a root, so that no tree has a cycle."""
    tokens: list[Token] = []
    at = 0
    for i, (form, upos, head, rel) in enumerate(cells):
        upward = head if head < i else -1
        tokens.append(Token(at, at + len(form), form, form.lower(), upos, "", upward, rel if upward >= 0 else "root"))
        at += len(form) + 1
    text = " ".join(form for form, *_ in cells)
    report = Report("r", text, (Block(0, len(text), "paragraph"),), "test", published=published)
    return report, Sentence(0, 0, len(text), 0, False, tuple(tokens), ())
