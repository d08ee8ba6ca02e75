"""Owners: the one party inside words about a thing ("rejected every offer by the rebels", "lifted a ban on Cypriot ships")."""

from __future__ import annotations

from collections.abc import Iterator

from casus.codebook import Codebook
from casus.coding.roles.parties import kind_of_phrase
from casus.coding.syntax import Phrase, Tree

WHOSE = "whose it is"
"""Ends the rule of evidence that is only a nationality: the state is meant."""

_PUBLIC = frozenset("state government military police intelligence armed-group militia party igo unnamed-armed".split())
_TOWARDS = frozenset({"of", "by", "against", "on", "for", "to", "with"})
_DEPTH = 3


def owner_in(tree: Tree, head: int, book: Codebook, *, deep: bool = True) -> Phrase | None:
    """The only public party that hangs on a thing, or the nationality before it; None where there is none or more than one.

    `deep`: look at what follows the thing as well, not only at what stands before it.
    """
    found = list(_inside(tree, head, book, _DEPTH if deep else 0))
    return found[0] if len(found) == 1 else None


def is_nationality(tree: Tree, phrase: Phrase, book: Codebook) -> bool:
    """Whether a phrase is a bare adjective for a country."""
    return tree.rel(phrase.head) == "amod" and book.actors.demonym(tree.tokens[phrase.head].text) is not None


def _inside(tree: Tree, head: int, book: Codebook, depth: int) -> Iterator[Phrase]:
    for c in tree.children(head, "amod", "compound", "nmod:poss"):
        phrase = tree.phrase(c)
        named = tree.rel(c) != "amod" and any(t.text[:1].isupper() for t in tree.tokens[phrase.first : phrase.last])
        if _is_land(tree, c, book) or (named and _is_public(tree, c, book)):
            yield phrase
    if depth == 0:
        return
    below = [n for case, n in tree.preps(head) if case in _TOWARDS]
    below += [n for c in tree.children(head, "acl") for n in tree.children(c, "obl:agent")]
    for n in below:
        if _is_public(tree, n, book):
            yield tree.phrase(n)
        else:
            yield from _inside(tree, n, book, depth - 1)


def _is_land(tree: Tree, i: int, book: Codebook) -> bool:
    """A nationality, or a country's short name in capitals; not as a part of a word ("anti-Chinese", "US-backed")."""
    beside = {tree.tokens[j].text for j in (i - 1, i + 1) if 0 <= j < len(tree)}
    if beside & {"-", "–"}:
        return False
    word = tree.tokens[i].text
    if tree.rel(i) == "amod":
        return book.actors.demonym(word) is not None
    return word.isupper() and any(a.kind in {"state", "igo"} for a in book.actors.find(word))


def _is_public(tree: Tree, i: int, book: Codebook) -> bool:
    return tree.tokens[i].upos in {"NOUN", "PROPN"} and kind_of_phrase(tree, tree.phrase(i), book.actors) in _PUBLIC
