"""How far a place is from an act in the tree: on the act itself, on a noun in it, in a clause around, beside or below it."""

from __future__ import annotations

from collections.abc import Sequence

from casus.codebook.dates import load_dates
from casus.codebook.place_words import load_place_words
from casus.coding.places.locative import is_locative
from casus.coding.places.mention import PlaceMention
from casus.coding.syntax import SUBJECTS, Tree

MONTHS = frozenset("jan feb mar apr may jun jul aug sep oct nov dec".split())
_OF_CAPTIONS = frozenset({"root", "conj", "xcomp", "advcl"})
_SKIPPED = frozenset({"dateline", "seat", "from", "to", "modifier"})
_LOCATED = frozenset({"locate", "situate", "station", "hold", "base", "name", "call"})
_APART = frozenset({"ccomp", "parataxis", "csubj", "csubj:pass"})
_AFTERWARDS = frozenset(
    {"die", "hold", "deport", "imprison", "jail", "bury", "treat", "take", "bring", "fly", "transfer", "hospitalise", "hospitalize"}
)
"""What comes of an act elsewhere: "was shot and died at a hospital in Karachi"."""
_DYING = frozenset({"die", "pronounce", "succumb"})
_CARING = frozenset({"Hospital", "hospital", "Center", "Centre", "Clinic", "clinic", "Infirmary"})
""" "Taken to Sake Hospital, where he died"."""
_PROTESTING = frozenset({"protest", "demonstrate", "demonstration", "rally", "march", "strike", "speak", "warn", "vote", "campaign"})
_ABOUT = frozenset({"about", "than", "like", "since", "despite", "until"})
_APART_IN_TIME = frozenset({"since", "before", "until", "although", "though", "if", "unless", "because", "following"})
_YIELDING = frozenset({"although", "though", "whereas", "if", "unless"})
"""A clause led by one of these speaks of something else than the clause around it."""
_OTHER_EVENT = frozenset({"following", "after", "before", "amid"})
_JUDGING = frozenset({"condemn", "accuse", "blame", "denounce", "describe"})
"""What these are about has its own place: "condemned the killings in Goma" was said somewhere else."""


def tie(tree: Tree, act: int, mention: PlaceMention) -> int | None:
    """How far a place is from an act in the tree: 0 it hangs on the act, 4 on a clause around it; None not at all."""
    if is_left(tree, act, mention):
        return 0
    if mention.role in _SKIPPED or mention.first <= act < mention.last:
        return None
    head = first_conjunct(tree, mention.head)
    path = [head, *tree.ancestors(head)]
    if head == act or len(path) < 2 or is_seat(tree, path, act) or _is_whereabouts(tree, head) or _in_brackets(tree, act, mention):
        return None
    if is_scene_of(tree, act, mention):
        return 0
    if act in path:
        below = path[: path.index(act) + 1]
        return None if len(below) > 2 and _only_spoken_of(tree, below) else _below(tree, below, mention)
    return _beside(tree, path, act, mention)


def _in_brackets(tree: Tree, act: int, mention: PlaceMention) -> bool:
    """ "Phoned 911 (the number in Ruritania)": the place stands in an aside in brackets that says more, and the act does not."""
    opened = next((i for i in range(mention.first - 1, -1, -1) if tree.tokens[i].text in {"(", ")", "[", "]"}), None)
    if opened is None or tree.tokens[opened].text not in {"(", "["} or mention.first - opened < 3:
        return False
    closed = next((i for i in range(mention.last, len(tree)) if tree.tokens[i].text in {")", "]"}), len(tree))
    return not opened < act < closed


def is_scene_of(tree: Tree, act: int, mention: PlaceMention) -> bool:
    """ "Moved on to Sake (in May), where soldiers shot at the crowd": a place before a clause with "where"; "it was in Sake that ..."."""
    clause = tree.predicates[act]
    if _is_cleft(tree, clause, mention):
        return True
    where = next((c for c in tree.children(clause) if tree.lemma(c) == "where"), None)
    if where is None or (tree.lemma(act) in _DYING and mention.words.split()[-1] in _CARING):
        return False
    before = where - 1 if where and tree.tokens[where - 1].text == "," else where
    while before > mention.last and _is_of_time(tree, before - 1):
        before -= 1
    return before == mention.last or (tree.rel(clause) == "acl:relcl" and mention.first <= tree.tokens[clause].head < mention.last)


def _is_of_time(tree: Tree, i: int) -> bool:
    """The words of "in November 2018", "on May 3", "on Friday"."""
    word = tree.tokens[i].text
    return word.isdigit() or word.lower() in {"in", "on", ","} or word[:3].lower() in MONTHS or word.lower() in load_dates().weekdays


def _is_cleft(tree: Tree, clause: int, mention: PlaceMention) -> bool:
    """ "It was in Sake that soldiers shot two men"."""
    place = mention.head
    said = bool(tree.children(place, "cop")) and any(tree.lemma(c) == "it" for c in tree.children(place, "expl", *SUBJECTS))
    that = any(tree.lemma(c) in {"that", "where"} for c in tree.children(clause, "mark", "advmod"))
    return said and that and bool(tree.case(place)) and tree.tokens[clause].head == place


def is_left(tree: Tree, act: int, mention: PlaceMention) -> bool:
    """ "Abducted from Goma", "withdrew from Sake": what takes somebody away, or goes away itself, happens where it begins."""
    first = first_conjunct(tree, mention.head)
    return tree.tokens[first].head == act and tree.case(first) == "from" and tree.lemma(act) in load_place_words().leaving


def is_caption_of(tree: Tree, act: int, mention: PlaceMention) -> bool:
    """ "Soldiers guard a bridge as crowds gather, in Sake, May 3, 2024.": a caption ends with its place and day."""
    after = [t.text for t in tree.tokens[mention.last :] if t.upos != "PUNCT"]
    dated = 2 <= len(after) <= 3 and after[0][:3].lower() in MONTHS and after[-1].isdecimal() and len(after[-1]) == 4
    if not dated or tree.tokens[mention.last].text != ",":
        return False
    return {tree.rel(i) for i in (act, *tree.ancestors(act)) if tree.is_clause(i)} <= _OF_CAPTIONS


def _only_spoken_of(tree: Tree, path: Sequence[int]) -> bool:
    """ "Protested against the war in Iraq", "rallied about the raid on Idlib": where what it is about happened."""
    act, top = path[-1], path[-2]
    if tree.lemma(act) in _JUDGING and tree.tokens[act].upos == "VERB" and tree.rel(top) not in SUBJECTS:
        return True
    return any(not tree.is_clause(i) and _is_about(tree, i) for i in path[1:-1])


def _is_about(tree: Tree, noun: int) -> bool:
    case = tree.case(noun)
    return case in _ABOUT or (case == "against" and tree.lemma(tree.tokens[noun].head) in _PROTESTING)


def first_conjunct(tree: Tree, i: int) -> int:
    """Of joined or renamed places the first: the others stand where it stands."""
    for _ in range(len(tree)):
        if tree.rel(i) not in {"conj", "appos"} or tree.is_clause(i):
            return i
        i = tree.tokens[i].head
    return i


def is_seat(tree: Tree, path: Sequence[int], act: int) -> bool:
    """Whether the place hangs on a speaker or on the verb of saying: that is where it was said."""
    words = load_place_words()
    for i in path:
        if i == act:
            return False
        if tree.lemma(i) in words.speakers and tree.case(i).startswith("accord"):
            return True
        if tree.is_clause(i):
            said = tree.lemma(i) in words.saying and tree.tokens[i].upos == "VERB" and not _opens(tree, path, i) and not _is_naming(tree, i)
            return said and not (tree.passive(i) and tree.tokens[act].head == i and not tree.children(act, "mark"))
        head = tree.tokens[i].head
        if tree.rel(i) in SUBJECTS and head >= 0 and head != act and tree.lemma(head) in words.saying:
            return True
    return False


def _is_naming(tree: Tree, verb: int) -> bool:
    """ "Fired at what they called a hideout near Sake": what it is called, and nobody speaks there."""
    around = (tree.tokens[verb].head, *tree.children(verb))
    return tree.lemma(verb) in {"call", "describe"} and any(i >= 0 and tree.lemma(i) == "what" for i in around)


def _opens(tree: Tree, path: Sequence[int], saying: int) -> bool:
    """ "In Jericho, officials said soldiers shot a man": a place before all else is that of what is told."""
    return path[1] == saying and min((path[0], *tree.children(path[0]))) < 2 and any(path[0] < s for s in tree.children(saying, *SUBJECTS))


def _is_whereabouts(tree: Tree, place: int) -> bool:
    """ "While the minister was in Paris, ...": the place is what a clause says of its own subject."""
    return tree.rel(place) in {"advcl", "acl:relcl"} and bool(tree.children(place, "cop")) and bool(tree.children(place, *SUBJECTS))


def _below(tree: Tree, path: Sequence[int], mention: PlaceMention) -> int | None:
    """The place hangs below the act, by the nodes of `path` (place first, act last)."""
    if not is_locative(tree, path[0], path[1], mention):
        return None
    inner = path[1:-1]
    if not inner:
        return 0 if tree.rel(path[0]) not in SUBJECTS or tree.passive(path[1]) else 1
    apart = [i for i in inner if tree.is_clause(i)]
    happening = [i for i in inner[-1:] if tree.rel(i) == "csubj" and tree.lemma(i) in load_place_words().strikes]
    if any(tree.rel(i) in _APART for i in apart if i not in happening):
        return None
    if apart and tree.rel(inner[-1]) in SUBJECTS and any(tree.rel(i) == "acl:relcl" for i in apart):
        return None
    if any(_is_another_time(tree, i) for i in apart if tree.rel(i) == "advcl"):
        return None
    if any(tree.rel(i) == "conj" for i in apart) and any(tree.lemma(i) in _AFTERWARDS for i in apart):
        return None
    if apart:
        return 1 if all(tree.lemma(i) in _LOCATED for i in apart) else 3
    return _by_noun(tree, inner, path[-1])


def _is_another_time(tree: Tree, clause: int) -> bool:
    """ "Captured dozens since bombers hit Istanbul", "though fighting went on in Sake"."""
    return any(tree.lemma(c) in _APART_IN_TIME for c in tree.children(clause, "mark", "case"))


def _by_noun(tree: Tree, inner: Sequence[int], act: int) -> int | None:
    """The place hangs on a noun that takes part in the act."""
    top = inner[-1]
    if any(tree.case(i) in _OTHER_EVENT for i in inner):
        return 2
    if tree.rel(top) in SUBJECTS and not tree.passive(act) and tree.tokens[act].upos == "VERB":
        return 3 if tree.lemma(top) in load_place_words().groups else 2
    return 1


def _beside(tree: Tree, path: Sequence[int], act: int, mention: PlaceMention) -> int | None:
    """The place does not hang on the act: same clause, or one around or beside it."""
    if not is_locative(tree, path[0], path[1], mention):
        return None
    here = next((i for i in path if tree.is_clause(i)), path[-1])
    there = tree.predicates[act]
    if here == there:
        return 1 if path[1] == here else 2
    if here in tree.ancestors(there):
        return _around(tree, path, here, there)
    if there in tree.ancestors(here):
        return _inside(tree, here, there)
    return 4 if _beside_one_clause(tree, here, there) else None


def _beside_one_clause(tree: Tree, here: int, there: int) -> bool:
    """ "Two died and one was hurt when men fired at a bar in Sake", "hit a bus carrying pilgrims in Sake, killing ten"."""
    ours, theirs = ([i, *tree.ancestors(i)] for i in (there, here))
    shared = next((i for i in ours if i in theirs), None)
    if shared is None or not tree.is_clause(shared) or tree.lemma(shared) in load_place_words().saying:
        return False
    up, down = ([i for i in way[: way.index(shared)] if tree.is_clause(i)] for way in (ours, theirs))
    told = {tree.rel(i) for i in up} <= {"conj", "xcomp", "advcl"} and {tree.rel(i) for i in down} <= {"advcl", "acl", "xcomp"}
    return told and not any(_is_another_time(tree, i) or _is_yielding(tree, i) for i in (*up, *down))


def _is_yielding(tree: Tree, clause: int) -> bool:
    return any(tree.lemma(c) in _YIELDING for c in tree.children(clause, "mark"))


def _around(tree: Tree, path: Sequence[int], here: int, there: int) -> int | None:
    """The place stands in a clause around the act's."""
    climb = [there, *tree.ancestors(there)]
    steps = climb[: climb.index(here)]
    edges = {tree.rel(i) for i in steps if tree.is_clause(i)}
    if edges & {"ccomp", "csubj"} or ("parataxis" in edges and tree.lemma(here) in load_place_words().saying):
        return None
    if any(tree.rel(i) == "advcl" and _is_yielding(tree, i) for i in steps):
        return None
    clause = next((i for i in steps if tree.rel(i) not in {"conj", "xcomp"}), there)
    if tree.rel(clause).startswith("acl") and tree.tokens[clause].head in path:
        return 1
    if tree.rel(clause) == "acl" and tree.case(tree.tokens[clause].head) in {"for", "about", "over"}:
        return None
    if any(tree.rel(i) == "acl:relcl" for i in steps):
        return None
    return 1 if edges == {"xcomp"} else 2 if edges == {"conj"} else 3 if edges <= {"conj", "xcomp", "advcl"} else 4


def _inside(tree: Tree, here: int, there: int) -> int | None:
    """The place stands in a clause below the act's."""
    climb = [here, *tree.ancestors(here)]
    edges = {tree.rel(i) for i in climb[: climb.index(there)] if tree.is_clause(i)}
    if edges & {"ccomp", "csubj", "parataxis"}:
        return None
    return 1 if edges == {"xcomp"} else 3
