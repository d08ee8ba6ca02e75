"""Where an act happened, among the places its sentence names: by syntax, nearest tie first."""

from __future__ import annotations

from collections.abc import Sequence

from casus.codebook.place_words import load_place_words
from casus.coding.place_mention import PlaceMention
from casus.coding.syntax import SUBJECTS, Tree
from casus.model.text import Sentence

_SKIPPED = frozenset({"dateline", "seat", "from", "to"})
_BREADTH = {"site": 0, "camp": 0, "village": 0, "town": 1, "adm2": 2, None: 2, "adm1": 3, "region": 3, "water": 3, "country": 5}
_LOCATED = frozenset({"locate", "base", "situate", "station", "hold", "live", "house"})
_WITNESSING = frozenset({"witness", "see", "suffer", "experience", "fall", "come", "face", "rock", "shake"})
_APART = frozenset({"ccomp", "parataxis", "csubj", "csubj:pass"})
_DATIVE = frozenset({"compound", "nmod:poss", "amod", "nmod:desc", "nmod:unmarked"})


def place_of_act(sentence: Sentence, act: int, mentions: Sequence[PlaceMention]) -> PlaceMention | None:
    """The place of the act whose trigger is token `act`, or None where no words of the sentence place it.

    Where the writer or a speaker sits, where somebody comes from or goes, and an actor's own country are not it.
    """
    if not sentence.tokens or not mentions:
        return None
    tree = Tree(sentence)
    ranked = [(cost, _BREADTH[m.kind], k) for k, m in enumerate(mentions) if (cost := tie(tree, act, m)) is not None]
    return mentions[min(ranked)[2]] if ranked else None


def tie(tree: Tree, act: int, mention: PlaceMention) -> int | None:
    """How far a place is from an act in the tree: 0 it hangs on the act, 4 on a clause around it; None not at all."""
    if mention.role in _SKIPPED or mention.first <= act < mention.last:
        return None
    head = _first_conjunct(tree, mention.head)
    path = [head, *tree.ancestors(head)]
    if _is_seat(tree, path, act):
        return None
    if act in path:
        return _below(tree, path[: path.index(act) + 1], mention)
    return _beside(tree, path, act, mention)


def _first_conjunct(tree: Tree, i: int) -> int:
    """Of joined places the first: the others stand where it stands."""
    for _ in range(len(tree)):
        if tree.rel(i) != "conj" or tree.is_clause(i):
            return i
        i = tree.tokens[i].head
    return i


def _is_seat(tree: Tree, path: Sequence[int], act: int) -> bool:
    """Whether the place hangs on a speaker or on the verb of saying: that is where it was said."""
    saying = load_place_words().saying
    for i in path:
        if i == act:
            return False
        if tree.is_clause(i):
            return tree.lemma(i) in saying and tree.tokens[i].upos == "VERB"
        head = tree.tokens[i].head
        if tree.rel(i) in SUBJECTS and head >= 0 and head != act and tree.lemma(head) in saying:
            return True
    return False


def _below(tree: Tree, path: Sequence[int], mention: PlaceMention) -> int | None:
    """The place hangs below the act, by the nodes of `path` (place first, act last)."""
    if len(path) == 2:
        return _direct(tree, path[0], path[1], mention)
    inner = path[1:-1]
    apart = [i for i in inner if tree.is_clause(i)]
    if any(tree.rel(i) in _APART for i in apart):
        return None
    if apart:
        return 1 if all(tree.lemma(i) in _LOCATED for i in apart) else 3
    if tree.rel(path[0]) in _DATIVE and tree.lemma(path[1]) not in load_place_words().units:
        return None
    return _by_noun(tree, inner, path[-1])


def _by_noun(tree: Tree, inner: Sequence[int], act: int) -> int | None:
    """The place hangs on a noun that takes part in the act."""
    top = inner[-1]
    if tree.rel(top) in SUBJECTS and not tree.passive(act) and tree.tokens[act].upos == "VERB":
        return 3 if tree.lemma(top) in load_place_words().groups else 2
    return 1


def _direct(tree: Tree, place: int, act: int, mention: PlaceMention) -> int | None:
    words, rel, lemma = load_place_words(), tree.rel(place), tree.lemma(act)
    if rel in {"obj", "nsubj:pass"} or (rel.startswith("nmod") and tree.case(place) == "of"):
        struck = lemma in words.strikes or (lemma in words.takings and mention.kind != "country")
        return 0 if struck or (rel.startswith("nmod") and tree.tokens[act].upos == "NOUN") else None
    if rel in SUBJECTS:
        return 1 if lemma in _WITNESSING else None
    if rel in {"obl:agent", "vocative", "iobj"} or tree.case(place) in {"by", "with", "against", "for", "about", "than", "like"}:
        return None
    return 0


def _beside(tree: Tree, path: Sequence[int], act: int, mention: PlaceMention) -> int | None:
    """The place does not hang on the act: same clause, or one around or beside it."""
    here = next((i for i in path if tree.is_clause(i)), path[-1])
    there = tree.predicates[act]
    if not _is_free(tree, path, here, mention):
        return None
    if here == there:
        return 1 if tree.tokens[path[0]].head == here else 2
    if here in tree.ancestors(there):
        return _around(tree, path, here, there)
    if there in tree.ancestors(here):
        return _inside(tree, here, there)
    return None


def _is_free(tree: Tree, path: Sequence[int], clause: int, mention: PlaceMention) -> bool:
    """Whether the place is where its own clause happens, not one of its actors or their country."""
    if len(path) < 2 or path[0] == clause:
        return tree.rel(path[0]) == "root"
    if path[1] == clause:
        return _direct(tree, path[0], clause, mention) is not None
    return not (tree.rel(path[0]) in _DATIVE and tree.lemma(path[1]) not in load_place_words().units)


def _around(tree: Tree, path: Sequence[int], here: int, there: int) -> int | None:
    """The place stands in a clause around the act's."""
    climb = [there, *tree.ancestors(there)]
    steps = climb[: climb.index(here)]
    edges = {tree.rel(i) for i in steps if tree.is_clause(i)}
    if edges & {"ccomp", "csubj"} or ("parataxis" in edges and tree.lemma(here) in load_place_words().saying):
        return None
    noun = tree.tokens[there].head
    if tree.rel(there).startswith("acl") and noun in path:
        return 1
    return 1 if edges == {"xcomp"} else 2 if edges == {"conj"} else 3 if edges <= {"conj", "xcomp", "advcl"} else 4


def _inside(tree: Tree, here: int, there: int) -> int | None:
    """The place stands in a clause below the act's."""
    climb = [here, *tree.ancestors(here)]
    edges = {tree.rel(i) for i in climb[: climb.index(there)] if tree.is_clause(i)}
    if edges & {"ccomp", "csubj", "parataxis"}:
        return None
    return 1 if edges == {"xcomp"} else 3
