"""Crowds: what those who protest break, burn and demand is part of their protest.

"Protesters smashed windows and torched a bus" riot, and "marchers demanded that he resign" demonstrate; what they kill is violence.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from casus.codebook import Codebook
from casus.codebook.kinds import is_protester
from casus.codebook.occasions import load_occasions
from casus.coding.acts.drafts import Draft
from casus.coding.syntax import Tree

_DAMAGE = frozenset({"arson-and-demolition", "destruction-of-seats"})
_DEMANDS = frozenset({"call", "demand", "urge", "seek", "press", "appeal"})
_HARM = frozenset({"kill", "wound", "injure", "hurt", "leave", "burn"})


def as_protest(tree: Tree, draft: Draft, drafts: Sequence[Draft], book: Codebook) -> Draft:
    """The draft, with the sense of a protest where those who protest do it; beside a protest of the sentence a demand is told with that."""
    nouns = [[*_nouns(tree, p.evidence.start, p.evidence.end)] for p in draft.actors]
    if not nouns:
        return draft
    crowd = all(any(is_protester(n) or n == "crowd" for n in each) for each in nouns)
    if draft.sense.id in _DAMAGE and (crowd or _is_of_riot(tree, draft, drafts)):
        return draft if any(tree.lemma(c) in _HARM for c in tree.children(draft.token, "advcl")) else _with(draft, "riot", book)
    crowds = load_occasions().crowds
    asks = draft.sense.type == "REQUEST" and draft.trigger.form == "verb" and tree.lemma(draft.token) in _DEMANDS
    asks = asks and not any(d.sense.type == "PROTEST" for d in drafts)
    return _with(draft, "demonstrate", book) if asks and all(any(n in crowds for n in each) for each in nouns) else draft


def _is_of_riot(tree: Tree, draft: Draft, drafts: Sequence[Draft]) -> bool:
    """ "Inmates rioted, setting fire to a dormitory": told under the riot of the same people."""
    doers = {p.evidence.start for p in draft.actors}
    riots = (d for d in drafts if "riot" in d.sense.modes and d.trigger.form == "verb" and doers == {p.evidence.start for p in d.actors})
    return any(d.token in tree.ancestors(draft.token) for d in riots)


def _nouns(tree: Tree, start: int, end: int) -> Iterator[str]:
    """The nouns of a phrase that name somebody or something of their own."""
    for i, token in enumerate(tree.tokens):
        if start <= token.start < end and token.upos == "NOUN" and tree.rel(i) != "compound":
            yield tree.lemma(i)


def _with(draft: Draft, name: str, book: Codebook) -> Draft:
    """The draft with another sense; who was asked is nobody protested against."""
    sense = book.frames.sense(name)
    kept = draft.recipients if name == "riot" else ()
    return draft if sense is None else replace(draft, sense=sense, recipients=kept)
