"""Whether a place stands where its head is or happens: "in Mosul", "bombed Kharkiv", "a Baghdad restaurant"."""

from __future__ import annotations

from casus.codebook.place_words import load_place_words
from casus.coding.places.mention import PlaceMention
from casus.coding.syntax import SUBJECTS, Tree

WITNESSING = frozenset({"witness", "see", "suffer", "experience", "fall", "come", "face", "rock", "shake"})
"""Whose subject is a place where something happened ("Sake saw heavy fighting")."""
_FACING = frozenset({"face", "come"})
ATTRIBUTE = frozenset({"compound", "nmod:poss", "amod", "nmod:desc", "nmod:unmarked", "nummod"})
_SHARES = frozenset({"part", "half", "third", "majority", "most", "much", "rest", "control", "swath", "stretch"})
_TAKING_PLACE = frozenset({"occur", "happen", "erupt", "begin", "start", "take"})
_LIKE = frozenset({"like", "such", "including", "include"})
_ABROAD = frozenset(
    "base camp checkpoint compound consulate court embassy hideout headquarters installation office station tribunal".split()
)
"""What a country may have in another: "a U.S. checkpoint" says whose, not where."""
NOT_THERE = frozenset("by with against for about than like after before since following despite without as until from to via amid".split())


def is_locative(tree: Tree, place: int, head: int, mention: PlaceMention) -> bool:
    """Whether the place stands where its head is or happens: "in Mosul", "bombed Kharkiv", "a Baghdad restaurant"."""
    words, rel, lemma, case = load_place_words(), tree.rel(place), tree.lemma(head), case_of(tree, place, mention)
    if case in _LIKE:
        return lemma in words.buildings or lemma in words.units or lemma in words.plurals
    if case in NOT_THERE and mention.relation == "in":
        return False
    if rel in {"obj", "nsubj:pass"}:
        wide = mention.kind == "country" and not mention.side
        return lemma in words.strikes or (lemma in words.takings and not wide)
    if rel in SUBJECTS:
        return lemma in WITNESSING and not (mention.kind == "country" and lemma in _FACING)
    if rel == "nmod:poss" and mention.kind == "country" and lemma in words.strikes:
        return False  # "Ruritania's 1979 invasion" is what it did
    if rel in ATTRIBUTE:
        if (mention.kind == "country" and rel != "nmod:poss" and lemma in _ABROAD) or _is_its_body(tree, rel, head):
            return False
        happens = tree.rel(head) in SUBJECTS and tree.lemma(tree.tokens[head].head) in _TAKING_PLACE
        if rel == "compound" and happens and tree.tokens[head].upos == "NOUN":
            return True
        standing = lemma in words.buildings or lemma in words.units or lemma in words.strikes
        strayed = case and rel != "nmod:poss" and tree.tokens[mention.first - 1].upos == "ADP" and tree.tokens[head].upos != "NOUN"
        if standing or not strayed:
            return standing
    if case == "of":
        return (
            lemma in words.buildings
            or lemma in words.units
            or lemma in words.strikes
            or lemma in words.takings
            or lemma in words.directions
            or lemma in _SHARES
        )
    if rel in {"obl:agent", "vocative", "iobj", "nmod:poss"}:
        return False
    return bool(case) or mention.relation != "in" or rel in {"advmod", "obl:unmarked", "obl:tmod", "nmod:npmod", "obl:npmod", "obl"}


def _is_its_body(tree: Tree, rel: str, head: int) -> bool:
    """ "Ruritania's Left Front protested", "Ruritania's Technical University sued": a body's name, not a spot."""
    return rel == "nmod:poss" and tree.tokens[head].upos == "PROPN" and tree.rel(head) in SUBJECTS


def case_of(tree: Tree, place: int, mention: PlaceMention) -> str:
    """The preposition that leads the place, by syntax or, past its title ("in the capital Colombo"), by the words before."""
    case = tree.case(place)
    if case:
        return case
    words = load_place_words()
    for i in range(mention.first - 1, max(mention.first - 6, -1), -1):
        token = tree.tokens[i]
        if token.upos == "ADP":
            return token.lemma.lower()
        if token.upos not in {"DET", "ADJ", "PUNCT"} and token.lemma.lower() not in words.buildings:
            return ""
        if token.upos == "PUNCT" and token.text not in {"'", "’", "-", "‘"}:
            return ""
    return ""
