"""Places an act did not happen at: datelines, seats, origins, parties and their attributes, what is told by the way."""

from __future__ import annotations

import re
from collections.abc import Sequence

from casus.codebook.kinds import is_people, is_person_role
from casus.codebook.place_words import load_place_words
from casus.codebook.speech import load_speech
from casus.coding.places.by_rule import LOCAL
from casus.coding.places.features import way
from casus.coding.places.locative import ATTRIBUTE, NOT_THERE, case_of, is_locative
from casus.coding.places.mention import PlaceMention, PlaceRole
from casus.coding.places.not_there import is_another_place
from casus.coding.places.ties import first_conjunct, is_left, is_scene_of, is_seat, tie
from casus.coding.syntax import SUBJECTS, Tree

NEVER = frozenset({"dateline", "seat", "way", "people", "speaker", "aside"})
"""What rules a place out, however likely it looks; of the other doubts a head may think otherwise."""
_LETTERS = re.compile(r"(?:[A-Z]\.?){2,4}")
_RANKS = re.compile(r"(?:A?D?IGP?|DGP|[ADS]?SP|GOC|CO|OC)")
"""Short forms of police and army ranks, which their district follows ("DIG South Kashmir, Nitin Rao")."""
_BODIES = re.compile(r"[A-Z]{2,4}s")
_ONTO = frozenset({"advance", "march", "unleash", "fire", "rain", "converge", "descend", "drop", "land", "aim", "open", "launch", "push"})
LEAVING = frozenset({"flee", "leave", "escape", "exit", "quit", "depart", "evacuate"})
_LAID = frozenset({"curfew", "lockdown", "blockade", "siege", "quarantine", "closure"})
""" "A curfew was imposed on Goma"."""
_ROADS = frozenset({"road", "route", "way", "highway", "path", "journey", "trip", "flight"})
_EFFECTS = frozenset("fuel spark trigger prompt draw provoke anger raise stir ignite fan inflame shock outrage".split())
_AVENGING = frozenset({"avenge", "revenge", "retaliation"})
""" "Attacked the post to avenge the killing of a chief in Sake"."""
_OCCASIONS = frozenset("funeral burial vigil memorial trial hearing conference summit interview briefing speech ceremony".split())
_OTHER_TIMES = frozenset({"before", "since", "despite", "because of", "due to", "in response to", "after", "following"})
_UNDERGOING = frozenset("see witness come suffer fall experience face host endure remain erupt".split())
_SPOTS = frozenset({"site", "camp", "village"})


def doubt_of(tree: Tree, act: int, mention: PlaceMention, mentions: Sequence[PlaceMention]) -> str:
    """Why a place of a sentence is not where the act at token `act` happened: one of `NEVER`, or a mere doubt; '' for none."""
    role = _role(tree, mention, mentions)
    if is_left(tree, act, mention):
        return ""
    if role in NEVER:
        return role
    if role in {"from", "to"} and (doubt := _on_the_way(tree, mention, role, mentions)):
        return doubt
    if _is_party(tree, mention):
        return "party"
    if not _stands_somewhere(tree, mention, role):
        return "people" if _is_of_people(tree, mention) else "attribute"
    if tie(tree, act, mention) is not None:
        return ""
    return "speaker" if _is_of_a_speaker(tree, act, mention) else "aside" if _is_told_by_the_way(tree, act, mention) else ""


def is_nowhere(tree: Tree, act: int, mention: PlaceMention) -> bool:
    """Whether the words of a name, or how it stands, say that the act was not there, whatever ties it."""
    up, down = way(tree, act, mention)
    return (
        _is_of_parties(tree, mention)
        or _is_somebody(tree, mention)
        or _has_article(tree, mention)
        or _is_topic(tree, mention)
        or _is_left_behind(tree, act, mention)
        or _speaks(tree, mention)
        or _act_together(tree, act, mention)
        or _is_home_of_somebody(tree, mention)
        or _is_of_its_effect(tree, act, mention)
        or is_another_place(tree, act, mention)
        or any(tree.lemma(i) in _AVENGING for i in tree.ancestors(mention.head) if i != act and act not in tree.subtree(i))
        or (any(tree.rel(i).startswith("acl") for i in down) and any(tree.lemma(i) in _OCCASIONS for i in up[1:]))
        or any(tree.tokens[i].upos in {"NOUN", "PROPN"} and tree.case(i) in _OTHER_TIMES for i in down)
    )


def _is_of_parties(tree: Tree, mention: PlaceMention) -> bool:
    """ "A deal between Ruritania and Borduria", "the U.S. invasion": who, not where."""
    head = tree.tokens[mention.head].head
    if mention.relation == "between" and mention.kind == "country":
        return True
    if mention.relation == "in" and tree.case(mention.head) == "between":
        return True  # "talks between Tehran and three powers"
    bare = head >= 0 and bool(_LETTERS.fullmatch(mention.words)) and not tree.case(mention.head)
    return bare and tree.lemma(head) in load_place_words().strikes


def _is_somebody(tree: Tree, mention: PlaceMention) -> bool:
    """ "The dead were Ali Khan and Kamran", "between rebels and SFs": a name joined to a person's, behind a rank, the letters of bodies."""
    if mention.unit is not None or mention.within or mention.relation not in {"in", "direction"}:
        return False
    ranked = mention.first > 0 and bool(_RANKS.fullmatch(tree.tokens[mention.first - 1].text)) and mention.unit is None
    first = first_conjunct(tree, mention.head)
    joined = first != mention.head and tree.is_named(first, "person")
    return joined or ranked or bool(_BODIES.fullmatch(mention.words))


def _has_article(tree: Tree, mention: PlaceMention) -> bool:
    """ "They drove in a Bolero"."""
    own = tree.tokens[mention.last - 1].upos == "PROPN" and mention.unit is None
    return own and any(tree.tokens[c].text.lower() in {"a", "an"} for c in tree.children(mention.head, "det"))


def _is_topic(tree: Tree, mention: PlaceMention) -> bool:
    """ "Focused on Ruritania", "sanctions on Goma", unlike "an attack on Goma"; "unlike Goma"."""
    case, head = tree.case(mention.head), tree.tokens[mention.head].head
    if case not in {"on", "upon"} or head < 0:
        return case in {"unlike", "regarding", "concerning"}
    whole = mention.kind in {"country", "adm1", "town"} and mention.known and mention.relation == "in" and not mention.side
    words = load_place_words()
    around = {tree.lemma(i) for i in (head, *tree.ancestors(head), *tree.children(head, "obj", *SUBJECTS))}
    return whole and not around & (words.strikes | words.takings | _ONTO | _LAID)


def _speaks(tree: Tree, mention: PlaceMention) -> bool:
    """ "Moscow said it had struck a depot": a capital that speaks is a government."""
    verb = tree.tokens[mention.head].head
    return tree.rel(mention.head) == "nsubj" and verb >= 0 and tree.lemma(verb) in load_speech().verbs and not tree.passive(verb)


def _act_together(tree: Tree, act: int, mention: PlaceMention) -> bool:
    """ "Moscow and Kyiv exchanged prisoners": two capitals that do something are their governments."""
    first = first_conjunct(tree, mention.head)
    doing = tree.rel(first) == "nsubj" and tree.tokens[first].head == act and tree.tokens[act].upos == "VERB" and not tree.passive(act)
    joined = tree.conjuncts(first) if doing and tree.lemma(act) not in _UNDERGOING else ()
    return len(joined) > 1 and all(tree.is_named(i, "place") for i in joined)


def _is_left_behind(tree: Tree, act: int, mention: PlaceMention) -> bool:
    """ "Housed those who fled Aleppo": left by the leaving alone."""
    head = tree.tokens[mention.head].head
    left = head not in {-1, act} and tree.rel(mention.head) == "obj" and tree.lemma(head) in LEAVING
    return left and not is_scene_of(tree, act, mention)


def _is_home_of_somebody(tree: Tree, mention: PlaceMention) -> bool:
    """ "Amin, a resident of Sake, was shot": where he lives; "residents of Sake were shot" may be there."""
    head = tree.tokens[mention.head].head
    lives = head >= 0 and tree.lemma(head) in {"resident", "native", "citizen"}
    return lives and (tree.rel(head) == "appos" or (tree.rel(head) == "acl" and tree.tokens[head].xpos == "NN"))


def _is_of_its_effect(tree: Tree, act: int, mention: PlaceMention) -> bool:
    """ "The killing of a prisoner fuelled anger in Ruritania": what came of it was there."""
    over = tree.tokens[act].head
    effect = tree.rel(act) in SUBJECTS and over >= 0 and tree.lemma(over) in _EFFECTS
    return effect and act not in tree.ancestors(mention.head)


def _role(tree: Tree, mention: PlaceMention, mentions: Sequence[PlaceMention]) -> PlaceRole:
    """ "From Goma, Sake and Bukavu": of joined places all are what the first is."""
    first = first_conjunct(tree, mention.head)
    return next((m.role for m in mentions if m.head == first), mention.role)


def _on_the_way(tree: Tree, mention: PlaceMention, role: PlaceRole, mentions: Sequence[PlaceMention]) -> str:
    """ "Sent troops (from Goma) to Sake" is in Sake; "the road to Sake", "gunmen from Sake" are nowhere; the rest is open."""
    head = tree.tokens[first_conjunct(tree, mention.head)].head
    other = "from" if role == "to" else "to"
    moved = head >= 0 and bool(tree.children(head, "obj", "nsubj:pass"))
    reached = role == "to" and moved and tree.lemma(head) in load_place_words().reaching
    if head < 0 or tree.lemma(head) in _ROADS or (any(m.role == other for m in mentions) and not reached):
        return "way"
    if role == "from":
        return "origin" if tree.tokens[head].upos == "VERB" else "way"
    return "" if tree.lemma(head) in load_place_words().reaching else "goal"


def _is_party(tree: Tree, mention: PlaceMention) -> bool:
    """Who does something, or to whom something other than an attack is done ("chided Goma", "accused Ruritania"), is no place there."""
    first = first_conjunct(tree, mention.head)
    rel, head = tree.rel(first), tree.tokens[first].head
    if first != mention.head and rel not in SUBJECTS:
        return False  # "India and China agreed" are both parties
    if mention.side or mention.kind in _SPOTS or head < 0 or tree.tokens[head].upos not in {"VERB", "AUX"}:
        return False
    if rel in {"obj", "iobj", "nsubj:pass", "nsubj"}:
        return not is_locative(tree, mention.head, head, mention)
    return rel == "obl:agent"


def _stands_somewhere(tree: Tree, mention: PlaceMention, role: PlaceRole) -> bool:
    """Not "Goma police", "the mayor of Goma", "with Goma", unless the noun before or after it stands there ("a Goma market")."""
    first = first_conjunct(tree, mention.head)
    head, case = tree.tokens[first].head, case_of(tree, first, mention)
    if role == "to" or head < 0 or not (tree.rel(first) in ATTRIBUTE or case in NOT_THERE or case == "of"):
        return True
    return is_locative(tree, first, head, mention)


def _is_of_people(tree: Tree, mention: PlaceMention) -> bool:
    """ "Goma police", "the mayor of Goma"."""
    head = tree.tokens[first_conjunct(tree, mention.head)].head
    lemma = tree.lemma(head)
    return is_people(lemma) or is_person_role(lemma) or lemma in load_place_words().groups | load_place_words().speakers


def _is_of_a_speaker(tree: Tree, act: int, mention: PlaceMention) -> bool:
    """ "An analyst in Nairobi said the rebels attacked"; a doctor in Nairobi may well speak of Nairobi."""
    path = (mention.head, *tree.ancestors(mention.head))
    return is_seat(tree, path, act) and not any(tree.lemma(i) in LOCAL for i in path)


def _is_told_by_the_way(tree: Tree, act: int, mention: PlaceMention) -> bool:
    """ "The runner, whose village was bombed, won in Rome": what is told of somebody by the way happened anywhere."""
    above = (mention.head, *tree.ancestors(mention.head))
    climb = [i for i in (act, *tree.ancestors(act)) if i not in above]
    aside = [tree.tokens[i].head for i in climb if tree.rel(i).endswith("relcl")]
    return any(noun not in above and tree.lemma(noun) not in load_place_words().strikes for noun in aside)
