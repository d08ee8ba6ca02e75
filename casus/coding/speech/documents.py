"""Documents that speak again: "Sahel Watch published its report ... The report said": whose words the bare "report" holds.

It is the last report (study, statement) told of before it that somebody is named for.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from casus.coding.claims import Told
from casus.coding.scene import Scene
from casus.coding.speech.act import Speech
from casus.coding.speech.nouns import owner_of
from casus.coding.speech.sources import make_source
from casus.coding.syntax import Phrase, Tree
from casus.model.claim import Claim, Source

_KINDS = frozenset({"report", "study", "survey", "statement"})
_REACH = 8
"""How many sentences back a document may have been named."""


def with_document_owners(told: Sequence[Told], scenes: Sequence[Scene]) -> list[Told]:
    """What bare documents say, as the word of who made them."""
    by_index = {s.sentence.index: s for s in scenes if not s.sentence.heading}
    return [replace(t, claim=_owned(t.claim, by_index)) for t in told]


def _owned(claim: Claim, scenes: Mapping[int, Scene]) -> Claim:
    sources = tuple(_made(s, claim.sentence, scenes) if s.name in _KINDS and s.stance != "hedges" else s for s in claim.sources)
    return claim if sources == claim.sources else replace(claim, sources=sources)


def _made(source: Source, index: int, scenes: Mapping[int, Scene]) -> Source:
    """A source that is only "report", as who made the last one of its kind that anybody is named for."""
    for k in range(index - 1, max(index - _REACH, -1) - 1, -1):
        scene = scenes.get(k)
        maker = _maker(scene.tree, source.name) if scene is not None else None
        if scene is not None and maker is not None:
            speech = Speech(maker, maker.head, source.verb, source.stance, frozenset(), f"who made the {source.name}")
            return make_source(scene.report, scene.tree, speech, scene.book.actors, chain=source.chain)
    return source


def _maker(tree: Tree, kind: str) -> Phrase | None:
    """Who made a document of a kind that a sentence tells of: its owner, or the name before it ("the Amnesty report")."""
    for i in reversed(range(len(tree))):
        if tree.lemma(i) != kind or tree.tokens[i].upos != "NOUN" or tree.tokens[i].xpos != "NN":
            continue
        owner = owner_of(tree, i)
        if owner is not None and tree.tokens[owner].upos != "PRON":
            return tree.phrase(owner)
        named = [n for n in tree.sentence.names if n.kind == "organisation" and n.last == i and n.first < i]
        if named:
            return Phrase(named[0].first, named[0].last, named[0].last - 1)
        beside = tree.children(i, "compound", "nmod:desc")
        if i > 0 and tree.tokens[i - 1].upos == "PROPN" and i - 1 in beside and not _is_of_place(tree, i - 1):
            return tree.phrase(i - 1)
    return None


def _is_of_place(tree: Tree, k: int) -> bool:
    """ "The Gao report", "a Monday statement"."""
    return any(n.kind in {"place", "time"} and n.first <= k < n.last for n in tree.sentence.names)
