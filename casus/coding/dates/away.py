"""Dates that are not an act's however near they stand: the day of what is said of it, of a picture, of what else befell those it struck.

"The army said on Monday its troops had seized a hut" dates the saying, "the toll of the massacre rose on Monday" the count, and the day
at the end of a caption ("Relatives mourn men killed in a raid, in Goma, May 8, 2024") the picture.
"""

from __future__ import annotations

from casus.codebook.dates import load_dates
from casus.coding.dates.behind import first_of, last_of
from casus.coding.syntax import SUBJECTS, Tree
from casus.model.when import DateRange

_OF_PICTURES = frozenset({"mdy", "dmy"})
_BEFORE_NOW = frozenset({"following", "since", "regarding", "concerning", "over", "about", "despite"})
"""Before what a picture is not of ("a march following the shooting")."""
_MATTERS = frozenset({"over", "about", "regarding", "for", "of"})
"""What leads that for which somebody is held or tried."""
_TAKING = frozenset("arrest detention abduction kidnapping capture imprisonment disappearance jailing seizure".split())
_KEEPING = frozenset({"custody", "detention", "captivity"})
_ANSWERS = frozenset({"retaliation", "revenge", "reprisal", "response", "retribution", "vengeance"})
_LATER = frozenset({"later", "afterwards", "subsequently", "then"})


def is_away(tree: Tree, act: int, date: int, when: DateRange) -> bool:
    """Whether a date (its head token, itself) is that of something else than the act."""
    return (
        _is_of_saying(tree, act, when)
        or _is_of_what_holds_it(tree, act, date)
        or _is_of_what_came_of_it(tree, act, date)
        or _is_of_end_in_hands(tree, act, date)
        or _is_of_picture(tree, act, when)
        or _is_of_time_after(tree, act, date)
        or _is_of_clause_before(tree, act, date, when)
        or _is_of_what_answers_it(tree, act, date)
    )


def _is_of_saying(tree: Tree, act: int, when: DateRange) -> bool:
    """ "The army said on Monday its troops had seized a hut": between the verb of saying and what is said."""
    first, last = first_of(tree, when), last_of(tree, when)
    saying = first - 1
    if saying < 0 or not last < act or tree.lemma(saying) not in load_dates().telling or tree.tokens[saying].upos != "VERB":
        return False
    if tree.tokens[saying].xpos not in {"VBD", "VBZ", "VBP"} or not tree.children(saying, *SUBJECTS):
        return False
    said = [i for i in tree.children(saying, "ccomp") if last < i and any(last < s for s in tree.children(i, *SUBJECTS))]
    return tree.tokens[last].text not in {"'s", "’s"} and any(act in tree.subtree(i) for i in said)


def _is_of_what_holds_it(tree: Tree, act: int, date: int) -> bool:
    """ "The toll of the massacre rose on Monday", "survivors of the raid were flown out on Monday": the subject is no event."""
    if tree.tokens[act].upos != "NOUN" or date in tree.subtree(act):
        return False
    path = [act, *tree.ancestors(act)]
    clause = next((k for k, i in enumerate(path) if tree.is_clause(i)), None)
    if not clause or clause < 2:
        return False
    top = path[clause - 1]
    if tree.rel(top) not in SUBJECTS or date in tree.subtree(top) or date < min(tree.subtree(top)):
        return False
    return all(tree.lemma(i) not in load_dates().happenings | load_dates().courses for i in path[1:clause])


def _is_of_what_came_of_it(tree: Tree, act: int, date: int) -> bool:
    """ "Held on Monday over a killing in March", "men held over a killing were tried on Monday"; one right behind may be its own."""
    over = tree.tokens[act].head
    connected = over >= 0 and tree.lemma(over) == "connection"
    over = tree.tokens[over].head if connected else over
    led = connected or tree.case(act) in _MATTERS
    if over < 0 or not led or tree.tokens[act].upos != "NOUN" or tree.lemma(over) not in load_dates().following_up:
        return False
    return not _stands_behind(tree, act, date) and date not in tree.subtree(act)


def _stands_behind(tree: Tree, act: int, date: int) -> bool:
    """Whether a date stands behind an event with no more than its phrase between."""
    return act < date and all(t.upos in {"ADP", "DET", "PROPN", "NOUN", "ADJ", "NUM"} for t in tree.tokens[act + 1 : date])


def _is_of_end_in_hands(tree: Tree, act: int, date: int) -> bool:
    """ "Died on 3 March after his arrest", "died in custody on 3 March after his arrest": the day of what came of being held."""
    lemma, case = tree.lemma(act), tree.case(act)
    kept = lemma in _KEEPING and case in {"in", "under"} and _was_taken(tree, act)
    led = kept or (lemma in _TAKING and case in {"after", "following", "since"})
    own = date in tree.subtree(act) or (lemma in _TAKING and _stands_behind(tree, act, date))
    return tree.tokens[act].upos == "NOUN" and led and not own


def _was_taken(tree: Tree, keeping: int) -> bool:
    """ "Died in custody on 3 March after his arrest": the taking is told beside the keeping; else that day is all there is."""
    return any(tree.lemma(i) in _TAKING for _, i in tree.preps(tree.tokens[keeping].head))


def _is_of_picture(tree: Tree, act: int, when: DateRange) -> bool:
    """The day that ends a caption, which is of what the picture shows: no deed told as done before, or as what people mourn or discuss."""
    rule = when.evidence.rule.removeprefix("dates:") if when.evidence is not None else ""
    first, last = first_of(tree, when), last_of(tree, when)
    ends = all(t.upos == "PUNCT" for t in tree.tokens[last + 1 :])
    if rule not in _OF_PICTURES or first < 1 or tree.tokens[first - 1].text != "," or not ends or not _is_now(tree):
        return False
    way = [act, *tree.ancestors(act)]
    done = any(tree.tokens[i].xpos in {"VBN", "VBD"} and tree.rel(i) in {"acl", "acl:relcl", "xcomp"} for i in way)
    return done or any(tree.case(i) in _BEFORE_NOW for i in way if tree.tokens[i].upos == "NOUN")


def _is_now(tree: Tree) -> bool:
    """Whether a sentence tells in the present, and not what somebody says."""
    root = next((i for i, t in enumerate(tree.tokens) if t.head < 0), -1)
    return root >= 0 and tree.tokens[root].xpos in {"VBZ", "VBP"} and not tree.children(root, "ccomp", "parataxis")


def _is_of_time_after(tree: Tree, act: int, date: int) -> bool:
    """ "Met on Monday for the first time since the raid", "killed 20 in May 2020, for which a court later jailed two"."""
    if date in tree.subtree(act):
        return False
    below = [i for i in (act, *tree.ancestors(act)) if date not in tree.subtree(i)]
    if date < act and any(tree.tokens[i].upos == "NOUN" and tree.case(i) == "since" for i in below):
        return True
    return any(tree.rel(i) == "acl:relcl" and any(tree.lemma(c) in _LATER for c in tree.children(i, "advmod")) for i in below)


def _is_of_clause_before(tree: Tree, act: int, date: int, when: DateRange) -> bool:
    """ "Trucks had backed up by Monday, and drivers blocked the road": what was so by a day says nothing of the next clause."""
    by = when.evidence is not None and when.evidence.words.lower().startswith(("by ", "until ", "till "))
    if not by or not date < act:
        return False
    joined = [i for i in (act, *tree.ancestors(act)) if tree.rel(i) == "conj" and tree.children(i, *SUBJECTS)]
    return any(date not in tree.subtree(i) and date in tree.subtree(tree.tokens[i].head) for i in joined)


def _is_of_what_answers_it(tree: Tree, act: int, date: int) -> bool:
    """ "Shelled a village on Monday in revenge for an ambush that killed six": what an act answers came before it."""
    path = [act, *tree.ancestors(act)]
    answers = [i for i in path if tree.lemma(i) in _ANSWERS and tree.tokens[i].upos == "NOUN" and tree.case(i) in {"in", "as"}]
    return bool(answers) and act > answers[0] and date not in tree.subtree(answers[0])
