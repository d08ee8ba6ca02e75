"""Incidental: acts told only as the circumstance of another, as part of a name, or as the regular course of things."""

from __future__ import annotations

from itertools import islice

from casus.coding.acts.custody import custody_of
from casus.coding.acts.drafts import Draft
from casus.coding.acts.elsewhere import load_fields, words_of
from casus.coding.scene import Scene
from casus.coding.syntax import Tree
from casus.model.when import DateRange

_MOVING = frozenset({"MOBILIZE", "RETREAT"})
_ON_THE_WAY = frozenset({"advance", "head", "patrol", "approach", "follow", "arrive", "travel"})
_WHILE = frozenset({"while", "before", "after", "upon", "on", "when"})
_HELD = frozenset({"arm", "seize-territory"})
"""Senses whose participle tells which people or ground are meant ("fighters armed with rifles", "hills held by the rebels")."""
_UTTERING = frozenset("make issue send post repeat renew utter deliver receive voice reiterate".split())
_MADE = frozenset({"AGREE", "SUPPORT"})
_PROBING = frozenset({"probe", "investigate", "examine", "allege", "suspect"})
_CHARGING = frozenset("charge indict convict face count plead suspicion try prosecute arraign trial guilty".split())
_STEPS = 3
_SCENES = frozenset("epicentre epicenter scene site cradle focus hub birthplace heart centre center".split())
_INQUIRIES = frozenset({"inquiry", "enquiry", "investigation", "probe"})
_DISASTERS = frozenset({"storm", "snowstorm", "blizzard", "snow", "drought", "weather", "heatwave", "eruption", "volcano"})


def incidental_of(scene: Scene, draft: Draft, when: DateRange | None) -> str:
    """Why an act is told only by the way, "" where it is not."""
    tree = scene.tree
    if when is None and (_is_circumstance(tree, draft) or _is_attribute(tree, draft)):
        return "told only as the circumstance of another act"
    name = "part of a name" if _is_treaty(tree, draft) else "what a place is known for" if _is_known_for(tree, draft) else ""
    if name:
        return name
    custody = custody_of(scene, draft)
    if custody:
        return custody
    if draft.sense.id == "martial-law" and draft.trigger.form == "noun" and tree.case(draft.token) == "under":
        return "the law under which something is done"
    if _is_probed(tree, draft):
        return "what an inquiry looks into"
    if _is_charge(tree, draft):
        return "what somebody is charged with"
    if _is_due_course(scene, draft):
        return "the regular course of things"
    if _is_at_stake(tree, draft):
        return "what a law may bring"
    if _is_parade(tree, draft):
        return "those who march protest against nothing"
    if _is_danger(tree, draft):
        return "a danger, nobody's words"
    if when is None and _is_fragment(tree, draft):
        return "a bare phrase, which no verb tells of"
    return ""


def _is_circumstance(tree: Tree, draft: Draft) -> bool:
    """ "Was shot while patrolling the area", "before leaving the town, they burned it"."""
    i = draft.token
    sitting = draft.sense.type == "CONSULT" and draft.trigger.form == "verb" and tree.tokens[i].xpos == "VBG"
    if sitting and tree.rel(i) in {"advcl", "acl:relcl"}:
        return any(tree.lemma(c) in _WHILE for c in tree.children(i, "mark", "advmod"))  # "at a time when the council was meeting"
    if draft.sense.type not in _MOVING or draft.trigger.form != "verb" or tree.tokens[i].xpos != "VBG":
        return False
    if tree.lemma(i) in _ON_THE_WAY and tree.rel(i) in {"acl", "advcl"}:
        return True  # "units advancing from the south secured the town"
    if tree.lemma(i) == "patrol" and tree.rel(i) == "acl:relcl":
        return True  # "the car in which they were patrolling hit a mine"
    if tree.rel(i) != "advcl":
        return False
    return any(tree.lemma(c) in _WHILE for c in tree.children(i, "mark", "case", "advmod"))


def _is_attribute(tree: Tree, draft: Draft) -> bool:
    """ "Men equipped with rifles", "the hills occupied by the latter": which are meant."""
    i = draft.token
    return draft.sense.id in _HELD and draft.trigger.form == "verb" and tree.tokens[i].xpos == "VBN" and tree.rel(i) == "acl"


def _is_treaty(tree: Tree, draft: Draft) -> bool:
    """ "The North Sea Trade Agreement with Norway": the noun is the last word of a name."""
    i = draft.token
    if draft.trigger.form != "noun" or draft.sense.type not in _MADE or tree.tokens[i].upos != "PROPN" or tree.sentence.heading:
        return False
    return any(tree.tokens[c].upos == "PROPN" for c in tree.children(i, "compound", "amod"))


def _is_known_for(tree: Tree, draft: Draft) -> bool:
    """ "Tahrir Square, the epicentre of mass protests in 2011": what a place told of is known for."""
    i, over = draft.token, tree.tokens[draft.token].head
    of = draft.sense.type == "PROTEST" and draft.trigger.form == "noun" and tree.case(i) == "of"
    return of and over >= 0 and tree.rel(over) == "appos" and tree.lemma(over) in _SCENES


def _is_parade(tree: Tree, draft: Draft) -> bool:
    """ "Policemen march across the square", "marched to the grave to pay tribute": what forces or mourners do on foot."""
    marching = draft.sense.type == "PROTEST" and tree.lemma(draft.token) in {"march", "parade"}
    paid = [o for c in tree.children(draft.token, "advcl", "xcomp") if tree.lemma(c) == "pay" for o in tree.children(c, "obj")]
    if marching and any(tree.lemma(o) in {"tribute", "respect", "homage"} for o in paid):
        return True
    return marching and bool(draft.actors) and all(p.kind in {"military", "police"} for p in draft.actors)


def _is_at_stake(tree: Tree, draft: Draft) -> bool:
    """ "She faces a possible fine and jail term", "an offence that carries a death sentence"."""
    i = draft.token
    while tree.rel(i) == "conj" and tree.tokens[i].head >= 0:
        i = tree.tokens[i].head
    over = tree.tokens[i].head
    return draft.sense.id == "convict" and draft.trigger.form == "noun" and over >= 0 and tree.lemma(over) in {"face", "risk", "carry"}


def _is_danger(tree: Tree, draft: Draft) -> bool:
    """ "Fears stoked by the threat of further attacks": what may come, not what was said; "issued a threat of war" was said."""
    i = draft.token
    if draft.sense.type != "THREATEN" or draft.trigger.form != "noun" or draft.trigger.light is not None or tree.lemma(i) != "threat":
        return False
    said = tree.rel(i) in {"obj", "nsubj:pass"} and tree.lemma(tree.tokens[i].head) in _UTTERING
    return not said and any(case == "of" for case, _ in tree.preps(i))


def _is_fragment(tree: Tree, draft: Draft) -> bool:
    """ "Government's crackdown", a line by itself in a text."""
    told = any(t.upos in {"VERB", "AUX"} for t in tree.tokens)
    return draft.trigger.form == "noun" and not told and not tree.sentence.heading and draft.sense.type != "ASSAULT"


def _is_probed(tree: Tree, draft: Draft) -> bool:
    """ "The bureau probes aggravated sabotage", "an inquiry into torture": a charge, of no one act; "the killing of a trader" is one."""
    i, over = draft.token, tree.tokens[draft.token].head
    if draft.trigger.form != "noun" or draft.sense.type not in {"ASSAULT", "COERCE"} or over < 0:
        return False
    bare = tree.tokens[i].xpos == "NN" and not any(tree.children(i, "det", "nmod:poss", "nmod", "acl", "acl:relcl", "compound"))
    probed = tree.rel(i) in {"obj", "nsubj:pass"} and tree.lemma(over) in _PROBING
    return bare and (probed or (tree.case(i) == "into" and tree.lemma(over) in _INQUIRIES))


def _is_charge(tree: Tree, draft: Draft) -> bool:
    """ "Charged with murder", "two counts of manslaughter": the name of a crime, without the one it befell."""
    i = draft.token
    if draft.trigger.form != "noun" or draft.sense.type != "ASSAULT" or draft.recipients or tree.tokens[i].xpos not in {"NN", "NNS"}:
        return False
    if tree.children(i, "det", "nmod:poss", "nmod", "acl", "acl:relcl") or (tree.rel(i) not in {"compound", "conj"} and not tree.case(i)):
        return False
    return any(tree.lemma(h) in _CHARGING for h in islice(tree.ancestors(i), _STEPS))


def _is_due_course(scene: Scene, draft: Draft) -> bool:
    """A parliament dissolved for an election; a state of emergency over a storm."""
    words = words_of(scene.tree)
    if draft.sense.id == "restrict" and scene.tree.lemma(draft.token) in {"dissolve", "prorogue"}:
        return bool(words & {"election", "elections"})
    return draft.sense.id == "martial-law" and (scene.genre == "accident" or bool(words & (_DISASTERS | load_fields()["accident"])))
