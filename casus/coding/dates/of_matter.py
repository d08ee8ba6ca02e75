"""A month or year right behind what somebody is judged for, which is that matter's: "jailed six over protests in Orla in May 2020"."""

from __future__ import annotations

import re

from casus.codebook.dates import load_dates
from casus.coding.syntax import Tree

_MATTERS = frozenset({"over", "for", "of", "with", "about"})
"""What leads the matter that somebody is judged, blamed, marched or spoken for."""
_PLAIN = frozenset({"ADP", "DET", "PROPN", "NOUN", "ADJ", "NUM"})
_YEAR = re.compile(r"(?:19|20)\d\d")


def matter_of(tree: Tree, date: int) -> int | None:
    """The noun of the matter that a month or a year with "in" stands right behind, where the parse hangs it on the verb before."""
    verb = tree.tokens[date].head
    if verb < 0 or tree.tokens[verb].upos != "VERB" or tree.case(date) != "in" or not _is_year(tree, date):
        return None
    nouns = [i for case, i in tree.preps(verb) if case in _MATTERS and verb < i < date and tree.tokens[i].upos == "NOUN"]
    noun = nouns[-1] if nouns else None
    if noun is None or not _is_matter(tree, noun) or any(t.upos not in _PLAIN for t in tree.tokens[noun + 1 : date]):
        return None
    return noun


def _is_year(tree: Tree, date: int) -> bool:
    """ "2020", "August 2020"."""
    return any(_YEAR.fullmatch(tree.tokens[i].text) for i in (date, *tree.children(date)))


def _is_matter(tree: Tree, noun: int) -> bool:
    """Something that happened; "over" leads nothing else but a length of time."""
    over = tree.case(noun) == "over" and tree.lemma(noun) not in load_dates().units
    return over or tree.lemma(noun) in load_dates().happenings
