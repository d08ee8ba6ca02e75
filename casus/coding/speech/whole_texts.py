"""Whole texts: a statement, a letter or an answer that a report prints as it stands is its author's word to the end.

"The ministry issued the following statement: / On 4 March rebels attacked ...", "... / (Signed) Ana Sol, foreign minister", "(Salak) They
came at night.": no sentence says so again, and none is the report's own.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from casus.coding.claims import Told
from casus.coding.scene import Scene
from casus.coding.speech.act import Speech, can_speak
from casus.coding.speech.sources import make_source
from casus.coding.speech.turns import held_by_turns
from casus.coding.syntax import Phrase, Tree
from casus.model.claim import Claim, Source

_OPENING = 4
"""A report that prints a text says whose it is in so many of its first sentences."""
PRINTED_WHOLE = "text printed whole: "
"""How the rule of a source begins whose text a report prints as it stands (casus/resolve: what "it" and an act of words are there)."""
_SIGNED = ["(", "signed", ")"]
_MARKS = frozenset({'"', "“", "”", "«", "'", "‘"})
_ENDS = frozenset({",", ".", ";", ":", "(", "–", "-", "--", "—"})


def with_whole_texts(told: Sequence[Told], scenes: Sequence[Scene]) -> list[Told]:
    """The acts of a printed text on the word of who issued, signed or spoke it; who speaks there came through him."""
    body = [s for s in scenes if not s.sentence.heading and s.tree.tokens]
    held = dict(_held(body)) or dict(held_by_turns(body))
    return [replace(t, claim=_told_by(t.claim, held)) for t in told]


def _held(body: Sequence[Scene]) -> Iterator[tuple[int, Source]]:
    """Each sentence of a text that is printed whole, with its author."""
    for k, scene in enumerate(body[:_OPENING]):
        issuer = _issuer(scene) if _opens_text(body, k) else None
        if issuer is not None:
            source = _source(scene, issuer, "who issued it")
            rest = body[k + 1 :]
            end = next((i for i, s in enumerate(rest) if _tells_of(s, scene.tree.lemma(issuer.head))), len(rest))
            yield from ((s.sentence.index, source) for s in rest[:end])
            return
    signed = next((k for k, s in enumerate(body) if [t.text.lower() for t in s.tree.tokens[:3]] == _SIGNED), None)
    signatory = _signatory(body, signed) if signed is not None else None
    if signatory is not None:
        yield from ((s.sentence.index, signatory) for s in body)


def _opens_text(body: Sequence[Scene], k: int) -> bool:
    """Whether a sentence ends its paragraph with a colon, and a paragraph that is no quotation follows."""
    if k + 1 >= len(body) or body[k + 1].sentence.paragraph == body[k].sentence.paragraph:
        return False
    return body[k].tree.tokens[-1].text == ":" and body[k + 1].tree.tokens[0].text not in _MARKS


def _issuer(scene: Scene) -> Phrase | None:
    """Whose text the sentence before it says it is: who says "the following", or whose statement "this" is."""
    tree = scene.tree
    texts = [i for i, t in enumerate(tree.tokens) if t.upos == "NOUN" and tree.lemma(i) in scene.book.speech.accounts.texts]
    if not _is_following(tree, texts):
        return None
    root = next((i for i in range(len(tree)) if tree.rel(i) == "root"), 0)
    agents = [tree.agent(i) for i in (root, *tree.conjuncts(root)) if tree.tokens[i].upos == "VERB"]
    behind = [n for i in texts for n in _behind(tree, i)]
    for n in (*agents, *behind):
        if n is not None and n not in texts and tree.tokens[n].upos in {"NOUN", "PROPN"} and can_speak(tree, n, scene.book.speech):
            return tree.phrase(n)
    return None


def _is_following(tree: Tree, texts: Sequence[int]) -> bool:
    """ "The following", "the following statement", "this is a statement"; not "the following measures"."""
    at = next((i for i, t in enumerate(tree.tokens) if t.text.lower() in {"following", "follows"}), None)
    if at is not None and tree.tokens[at].text.lower() == "following":
        return at + 1 >= len(tree) or tree.tokens[at + 1].upos not in {"NOUN", "ADJ"} or any(0 < i - at <= 3 for i in texts)
    return at is not None or (bool(texts) and tree.tokens[0].text.lower() in {"this", "here", "text"})


def _behind(tree: Tree, text: int) -> Iterator[int]:
    """Who made a text: "by X", "X's", "released by X"."""
    yield from (n for case, n in tree.preps(text) if case in {"by", "from", "of"})
    yield from tree.children(text, "nmod:poss")
    yield from (n for c in tree.children(text, "acl") if (n := tree.agent(c)) is not None)


def _tells_of(scene: Scene, issuer: str) -> bool:
    """Whether the report speaks again: "the ministry also said"."""
    said = (s for s in scene.speeches if s.source is not None and scene.tree.lemma(s.source.head) == issuer)
    return any(scene.tree.tokens[s.verb].xpos == "VBD" for s in said)


def _signatory(body: Sequence[Scene], k: int) -> Source | None:
    """ "(Signed) Ana Sol, foreign minister": the name under a text, in the sentence of the mark or the next."""
    scene, first = (body[k], 3) if len(body[k].tree) > 3 else (body[k + 1], 0) if k + 1 < len(body) else (body[k], 0)
    tree = scene.tree
    first += tree.tokens[first].text.lower() == "the"
    last = next((i for i in range(first, len(tree)) if tree.tokens[i].text in _ENDS or tree.tokens[i].upos == "NUM"), len(tree))
    if last <= first or not tree.tokens[first].text[:1].isupper():
        return None
    return _source(scene, Phrase(first, last, tree.head_of(first, last)), "who signed it")


def _source(scene: Scene, phrase: Phrase, rule: str) -> Source:
    speech = Speech(phrase, phrase.head, scene.tree.tokens[phrase.head].text, "asserts", frozenset(), f"{PRINTED_WHOLE}{rule}")
    return replace(make_source(scene.report, scene.tree, speech, scene.book.actors), verb="text")


def _told_by(claim: Claim, held: Mapping[int, Source]) -> Claim:
    author = held.get(claim.sentence)
    if author is None or claim.heading:
        return claim
    if claim.sources:
        return replace(claim, sources=tuple(_through(s, author) for s in claim.sources))
    status = "attributed" if claim.status == "asserted" else claim.status
    return replace(claim, sources=(author,), status=status).because("status", f"in a text of {author.name}")


def _through(source: Source, author: Source) -> Source:
    if source.name == "unnamed":
        return replace(author, stance=source.stance)
    known = source.name == author.name or author.name in source.chain
    return source if known else replace(source, chain=(*source.chain, author.name))
