"""Places beside an act that are somebody's, or of what came of it: the court's town, the hospital's, the home of whom it struck.

"A court in Goma jailed three men for killing a judge" tells where they were judged, "was rushed to a hospital in Goma" where the hurt were
treated, "killed a teacher from Goma" where she was at home.
"""

from __future__ import annotations

from casus.codebook.dates import load_dates
from casus.codebook.kinds import is_people, is_person_role
from casus.codebook.place_words import load_place_words
from casus.coding.places.mention import PlaceMention
from casus.coding.syntax import SUBJECTS, Tree

_COURTS = frozenset({"court", "tribunal", "judge", "jury", "magistrate"})
_JUDGING = frozenset(
    "sentence convict charge try indict jail imprison acquit remand fine arraign prosecute extradite conviction sentencing trial".split()
)
_HOLDING = frozenset({"arrest", "detain", "hold", "question", "accuse", "suspect"})
_REASONS = frozenset({"for", "of", "over", "with"})
""" "Jailed for killing two", "charged with murder", "convicted of a raid"."""
_OVER = frozenset({"over", "for"})
""" "Sanctioned a colonel over attacks in Goma": what is reproached to somebody."""
_SPANS = frozenset({"bridge", "crossing", "footbridge", "viaduct", "ferry", "dam", "flyover", "pontoon"})
_CARING = frozenset({"hospital", "clinic", "infirmary", "morgue", "mortuary"})
_TREATING = frozenset(
    "take rush bring admit treat transfer transport evacuate airlift fly carry move send refer die pronounce succumb recover hospitalise "
    "hospitalize undergo remain receive arrive".split()
)


def is_another_place(tree: Tree, act: int, mention: PlaceMention) -> bool:
    """Whether a place is that of the judging, of the treating or of somebody's home, and not the act's."""
    return (
        _is_where_judged(tree, act, mention)
        or _is_of_the_reason(tree, act, mention)
        or _is_where_treated(tree, act, mention)
        or _is_home(tree, act, mention)
        or _is_after_age(tree, mention)
        or _is_spanned(tree, mention)
    )


def _is_spanned(tree: Tree, mention: PlaceMention) -> bool:
    """ "Blocked a bridge over the Danube": what a bridge spans runs through many places."""
    over = tree.tokens[mention.head].head
    return over >= 0 and tree.lemma(over) in _SPANS and tree.case(mention.head) in {"over", "across"}


def _is_where_judged(tree: Tree, act: int, mention: PlaceMention) -> bool:
    """ "A court in Goma jailed three men for killing a judge": what somebody is judged for was elsewhere."""
    for i in (act, *tree.ancestors(act)):
        over = tree.tokens[i].head
        if over < 0 or mention.head in tree.subtree(i):
            return False
        judged = tree.lemma(over) in _JUDGING or _is_by_court(tree, over, mention)
        if judged and _is_reason(tree, i):
            return mention.head in tree.subtree(over)
    return False


def _is_of_the_reason(tree: Tree, act: int, mention: PlaceMention) -> bool:
    """ "Jailed a colonel for a raid on Goma", "sanctioned him over a killing in Goma": where what is laid to them was."""
    path = [mention.head, *tree.ancestors(mention.head)]
    if act not in path:
        return False
    below = path[1 : path.index(act)]
    by_court = any(tree.lemma(c) in _COURTS for c in tree.children(act, *SUBJECTS))
    if by_court or tree.lemma(act) in _JUDGING | _HOLDING:
        whom = tree.tokens[act].upos == "NOUN"  # "the arrest of a leader in Goma"
        return any(_is_reason(tree, i) and not (whom and tree.case(i) == "of") for i in below)
    return tree.lemma(act) in load_place_words().reproving and any(tree.case(i) in _OVER for i in below)


def _is_reason(tree: Tree, i: int) -> bool:
    """ "For killing two", "charged with murder"; not "for ten years", "with guns"."""
    if tree.lemma(i) == "connection":
        return True  # "held in connection with a raid"
    led = {tree.lemma(c) for c in tree.children(i, "mark")} | {tree.case(i)}
    if led & _REASONS <= {"with"} and tree.tokens[i].upos != "VERB" and tree.lemma(i) not in load_place_words().strikes:
        return False
    return bool(led & _REASONS) and tree.lemma(i) not in load_dates().units


def _is_by_court(tree: Tree, verb: int, mention: PlaceMention) -> bool:
    """ "A court in Goma handed ten years to two men over a killing"."""
    path = [mention.head, *tree.ancestors(mention.head)]
    return verb in path and any(tree.lemma(i) in _COURTS for i in path[: path.index(verb)])


def _is_where_treated(tree: Tree, act: int, mention: PlaceMention) -> bool:
    """ "The wounded were rushed to a hospital in Goma"; a hospital that is shelled is none of these."""
    path = [mention.head, *tree.ancestors(mention.head)]
    words = {w.lower() for w in mention.words.split()} & _CARING
    at = next((k for k, i in enumerate(path) if tree.lemma(i) in _CARING), 0 if words else None)
    if at is None or at + 1 >= len(path):
        return False
    verb = path[at + 1]
    return verb != act and tree.lemma(verb) in _TREATING and act not in path[: at + 1]


def _is_home(tree: Tree, act: int, mention: PlaceMention) -> bool:
    """ "Killed a teacher from Goma": where somebody comes from, unless taken away from there."""
    if mention.role != "from" or mention.first < 2 or tree.tokens[mention.first - 1].text.lower() != "from":
        return False
    who = tree.lemma(mention.first - 2)
    return (is_people(who) or is_person_role(who)) and tree.lemma(act) not in load_place_words().leaving


def _is_after_age(tree: Tree, mention: PlaceMention) -> bool:
    """ "Ada Taylor, 21, of Goma": where she lives."""
    before = [t.text for t in tree.tokens[max(mention.first - 4, 0) : mention.first]]
    return len(before) == 4 and before[0] == "," and before[1].isdecimal() and before[2] == "," and before[3].lower() in {"of", "from"}
